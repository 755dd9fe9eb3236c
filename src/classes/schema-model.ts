/**
 * `wp.api.models.Schema`: the index of a namespace as a model. A page may use it by itself.
 */

import { send } from '../request/exchange.ts';
import { usualMiddleware } from '../request/middleware/usual.ts';
import { WPApiBaseModel } from './model.ts';
import { routeUrl } from '../schema/route-url.ts';
import { readSettings, type Settings } from '../schema/settings.ts';
import type { AjaxOptions, EndpointLike, Method, ModelClass, WPApiModel } from '../seams.ts';

/** Made anew for each API, when it is needed: nobody edits the class for all. */
export function defineSchemaModel(): ModelClass {
	return WPApiBaseModel.extend({
		name: 'Schema',
		defaults: { _links: {}, namespace: null, routes: {} },
		initialize(
			this: WPApiModel,
			_attributes?: object,
			options: { endpoint?: EndpointLike; apiRoot?: string } = {},
		) {
			const { endpoint, apiRoot: root } = options;
			if (endpoint) this.endpointModel = endpoint;
			// A schema by itself, of any site
			else if (root) this.endpointModel = strangeSite(readSettings({ ...options, root }));
		},
		parse: (answer: unknown) => answer,
		sync: (method: Method, model: WPApiModel, options: AjaxOptions) =>
			send(model, options, { method, decode: ({ body }) => body }),
		url(this: WPApiModel) {
			const { root, versionString } = this.endpointModel.settings;
			return routeUrl(root, ['/' + versionString], String);
		},
	});
}

/** A site that has no other classes. */
function strangeSite(settings: Settings): EndpointLike {
	const site = { settings, nonce: () => '', setNonce: () => undefined };
	return { ...site, middleware: usualMiddleware(site) } as unknown as EndpointLike; // A request needs no more of it.
}
