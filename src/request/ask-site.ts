/**
 * Asks a site for a path below its root, for nobody's model: the schema, batches, uploads. It is what `site.request()` does.
 */

import { toWPApiError } from '../errors.ts';
import { mapped } from '../promises.ts';
import { routeUrl } from '../schema/route-url.ts';
import type { EndpointLike, Method } from '../seams.ts';
import type { Answer } from './answer.ts';
import { send } from './exchange.ts';
import type { Encoded, PlainRequest, Response } from './request.ts';
import { readQuery, withQuery } from './url.ts';

/** Backbone's words. */
const METHODS: Record<string, Method> = { POST: 'create', DELETE: 'delete' };

/** Rejects with a `WPApiError`. */
export function askSite<T>(site: EndpointLike, request: PlainRequest): Answer<Response<T>> {
	const { verb = 'GET', path, query, body, signal } = request;
	const [route = '', search] = path.split('?');
	const url = withQuery(routeUrl(site.settings.root, [route], String), { ...readQuery(search), ...query });
	let answer: Response | undefined;
	const encoded: Encoded = {
		method: METHODS[verb] ?? 'read',
		...(body && { body }),
		decode: (response) => (answer = response).body,
	};
	const xhr = send(site, { url, signal, ...(verb === 'OPTIONS' && { type: verb }) }, encoded, site);
	return mapped(xhr, () => answer as Response<T>, toWPApiError);
}
