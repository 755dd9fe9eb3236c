/**
 * The jqXHR that `exchange.ts` hands out. It lives through every attempt of a request: its promise is settled once, and all else (`status`,
 * `getResponseHeader()`) is that of the newest attempt.
 */

import type { WPApiXHR } from '../seams.ts';
import type { Response } from './request.ts';

/** What a jqXHR says before there is one. */
export const UNSENT = { status: 0, readyState: 0, getResponseHeader: () => null } as unknown as JQuery.jqXHR;

/** An answer that came without a request of its own, as a jqXHR tells it. */
export function xhrOf({ status, body, header, allHeaders }: Response): JQuery.jqXHR {
	return {
		status,
		readyState: 4,
		responseJSON: body,
		responseText: JSON.stringify(body),
		getAllResponseHeaders: allHeaders,
		getResponseHeader: header,
	} as JQuery.jqXHR;
}

/** jQuery Migrate adds the names of jQuery 1 to each jqXHR. They must follow the answer that stands, not that of one attempt. */
const OLD_NAMES: Record<string, string | undefined> = { success: 'done', error: 'fail', complete: 'always' };

export function lastingXHR(promise: object, current: () => object): WPApiXHR {
	const xhr: object = new Proxy(promise, {
		get(own, name) {
			const newName = name in current() ? OLD_NAMES[name as string] : undefined;
			const isOwn = newName || name in own;
			return Reflect.get(isOwn ? own : current(), newName ?? name) as unknown;
		},
		has: (own, name) => name in own || name in current(),
	});
	return xhr as WPApiXHR;
}
