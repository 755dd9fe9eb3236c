/**
 * Tells of writes that go out, so that what is known of their routes can be forgotten. Used by what answers reads without a
 * request: printed answers (`preload`) and recent reads.
 */

import { isWrite } from '../http-method.ts';
import type { Middleware } from '../request.ts';
import { pathBelow } from '../url.ts';

/**
 * Calls `forget` with the path of each write, before it is sent and when it has ended: what was read meanwhile may be old, too.
 * A write in a batch counts like any other.
 */
export function onWrite(root: string, forget: (path: string) => void): Middleware {
	return (request, next) => {
		const { isHome, url, verb } = request;
		const [path] = (isHome && isWrite(verb) && pathBelow(url, root)) || [];
		if (!path) return next(request);
		const tell = (): void => forget(path);
		tell();
		return next(request).done(tell).fail(tell);
	};
}

/** Whether a write to one path may change what another path answers: it is the same path, or lies below or above it. */
export function touches(written: string, path: string): boolean {
	const [one, other] = [folder(written), folder(path)];
	return one.startsWith(other) || other.startsWith(one);
}

/** `/wp/v2/users/me` is one of the users, and nobody knows which one. */
function folder(path: string): string {
	return `/${path}/`
		.replace(/\/+/g, '/')
		.replace(/\/me\/.*/, '/')
		.toLowerCase();
}
