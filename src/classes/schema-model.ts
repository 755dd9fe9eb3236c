/**
 * `wp.api.models.Schema`: the index of a namespace as a model. The site fetches its schema by it, and a page may use it by itself.
 */

import { WPApiBaseModel } from './model.ts';
import { routeUrl } from '../schema/route-url.ts';
import { readSettings } from '../schema/settings.ts';
import type { AjaxOptions, EndpointLike, Method, ModelClass, WPApiModel } from '../seams.ts';
import { everyConcern } from '../request/concerns.ts';
import { send } from '../request/send.ts';

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
			else if (root)
				this.endpointModel = { settings: readSettings({ ...options, root }), nonce() {} } as never;
		},
		parse: (answer: unknown) => answer,
		sync: (method: Method, model: WPApiModel, options: AjaxOptions) =>
			send(method, model, options, everyConcern),
		url(this: WPApiModel) {
			const { root, versionString } = this.endpointModel.settings;
			return routeUrl(root, ['/' + versionString], String);
		},
	});
}
