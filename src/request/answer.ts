/**
 * Tells an answer that is known without a request of its own to the callbacks, as `$.ajax` tells an answer of the server: what
 * the page has printed, or a part of the answer to a batch.
 */

import type { AjaxOptions, KnownAnswer } from '../seams.ts';

type Callback = (...args: unknown[]) => void;

export function deliver({ status = 200, headers, body }: KnownAnswer, own: AjaxOptions): void {
	const { success, error } = own as unknown as Record<'success' | 'error', Callback>;
	const context = (own.context ?? own) as object;
	const named = Object.entries(Object(headers) as Record<string, string>);
	const byName = new Map(named.map(([name, value]) => [name.toLowerCase(), value]));
	const xhr = {
		status,
		readyState: 4,
		responseJSON: body,
		responseText: JSON.stringify(body),
		getAllResponseHeaders: () => [...byName].map(([name, value]) => `${name}: ${value}\r\n`).join(''),
		getResponseHeader: (name: string) => byName.get(name.toLowerCase()) ?? null,
	};
	if (status < 400) success.call(context, body, 'success', xhr);
	else error.call(context, xhr, 'error', '');
}
