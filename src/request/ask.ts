/**
 * A path below the root of an API comes in; a request that belongs to no model goes out, with all that an endpoint's requests have.
 */

import Backbone from 'backbone';
import { routeUrl } from '../schema/route-url.ts';
import type { AjaxOptions, EndpointLike, Method, WPApiModel, WPApiXHR } from '../seams.ts';
import { everyConcern } from './concerns.ts';
import { send } from './send.ts';
import { readQuery, withQuery } from './url.ts';

export function ask(endpoint: EndpointLike, method: Method, path: string, options: AjaxOptions): WPApiXHR {
	const nonce = (): string => endpoint.nonce();
	const nobody = Object.assign(new Backbone.Model(), { endpointModel: endpoint, nonce });
	const [route = '', query] = path.split('?');
	const url = withQuery(routeUrl(endpoint.settings.root, [route], String), readQuery(query));
	return send(method, nobody as unknown as WPApiModel, { ...options, url }, everyConcern);
}
