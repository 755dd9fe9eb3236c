/**
 * Makes the address of a route from its parts and the values of its parameters. Models and collections ask for it.
 *
 *   https://example.com/wp-json/   and   /wp/v2/posts/(?P<id>[\d]+)   with 7   ->   https://example.com/wp-json/wp/v2/posts/7
 */

import { WPApiError } from '../errors.ts';
import type { Param, Part } from './route-pattern.ts';
import { isParam } from './routes.ts';
import { splitRoot } from './settings.ts';

/** The address of a route below a root. Throws a `WPApiError` that names the parameter without a value. */
export function routeUrl(root: string, parts: Part[], valueOf: (param: Param) => unknown): string {
	const path = parts.map((part) => (isParam(part) ? encodeValue(part, valueOf(part)) : part)).join('');
	const [head, tail] = splitRoot(root);
	return head + path.slice(1) + tail;
}

function encodeValue({ name, slashes, optional, before = '' }: Param, value: unknown): string {
	if (!value && !optional) throw new WPApiError('missing_param', `This route needs a value for "${name}".`);
	let encoded = encodeURIComponent(String(value || ''));
	if (slashes) encoded = encoded.replace(/%2F/g, '/');
	// Browsers resolve these: an id must not climb out of its route.
	if (/(^|\/)\.\.?(\/|$)/.test(encoded)) throw new WPApiError('missing_param', `"${name}" cannot be a path.`);
	return (encoded && before) + encoded;
}
