/**
 * Tells of writes that go out, so that what is known of their routes can be forgotten. Used by what answers reads without a
 * request: printed answers (`preload`) and recent reads.
 */

import type { Concern, EndpointLike, Request } from '../seams.ts';
import { pathBelow } from './url.ts';

/**
 * Calls `forget` with the path of each write, before it is sent and when it has ended: what was read meanwhile may be old, too.
 * A write in a batch counts like any other.
 */
export function onWrite(forget: (path: string, endpoint: EndpointLike) => void): Concern {
	const tell = (request: Request): undefined => {
		const { url, isHome, subject } = request;
		if (!isHome || !isWrite(request)) return;
		const [path] = pathBelow(url!, subject.endpointModel.settings.root) ?? [];
		if (path) forget(path, subject.endpointModel);
	};
	return { attempt: tell, arrived: tell, recover: tell };
}

/** By the verb that goes out: a caller may give one, `fetch( { type: 'POST' } )`. */
function isWrite({ method, options }: Request): boolean {
	const verb = (options.method ?? options.type ?? 'GET').toUpperCase();
	return method !== 'read' || !/^(GET|HEAD|OPTIONS)$/.test(verb);
}

/** Related items that were read a moment ago are asked for again after a write near them. */
export const forgetReads: Concern = onWrite((path, { reads }) => reads?.forget(path));

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
