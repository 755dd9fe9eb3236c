/**
 * The options of a request come in; it is sent without the cookies of the site. An XMLHttpRequest always has those of its own
 * origin, so `fetch()` stands in for it there.
 */

import type { AjaxOptions } from '../seams.ts';
import { isSameOrigin } from './url.ts';

type Handler = (() => void) | null;

export function withoutCookies(own: AjaxOptions): void {
	if (isSameOrigin(own.url!)) own.xhr = fetchRequest;
	else own.xhrFields = { ...own.xhrFields, withCredentials: false };
}

/** As much of an XMLHttpRequest as jQuery uses. https://xhr.spec.whatwg.org/ */
function fetchRequest(): object {
	const controller = new AbortController();
	const headers: [string, string][] = [];
	let received = '';
	let asked: [method: string, url: string];
	const xhr = {
		status: 0,
		statusText: '',
		responseText: '',
		onload: null as Handler,
		onerror: null as Handler,
		onabort: null as Handler,
		open: (...args: typeof asked) => void (asked = args),
		setRequestHeader: (name: string, value: string) => void headers.push([name, value]),
		getAllResponseHeaders: () => received,
		abort: () => controller.abort(),
		send(body: BodyInit | null) {
			const [method, url] = asked;
			// eslint-disable-next-line no-restricted-globals -- Backbone.ajax is what calls this
			fetch(url, { method, headers, body, credentials: 'omit', signal: controller.signal })
				.then(async (response) => {
					const { status, statusText } = response;
					received = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\r\n');
					Object.assign(xhr, { status, statusText, responseText: await response.text() });
				})
				.then(
					() => xhr.onload?.(),
					() => xhr.onerror?.(),
				);
		},
	};
	return xhr;
}
