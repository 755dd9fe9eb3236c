/**
 * The jqXHR that `send.ts` hands out. It lives through every attempt of a request: its promise is settled once, and all else (`status`,
 * `getResponseHeader()`) is that of the newest attempt.
 */

import type { WPApiXHR } from '../seams.ts';

/** What a jqXHR says before there is one. */
export const UNSENT = { status: 0, readyState: 0, getResponseHeader: () => null } as unknown as JQuery.jqXHR;

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
