/**
 * The index of a namespace: read at once where the page or sessionStorage has it, fetched from the server where not.
 */

import { WPApiError } from '../errors.ts';
import { WPApiBaseModel } from '../model.ts';
import { mapped } from '../promises.ts';
import { routeUrl } from './routes.ts';
import type { AjaxOptions, EndpointLike, Method, ModelClass, WPApiModel } from '../seams.ts';
import { readSettings, type Settings } from './settings.ts';
import { everyConcern } from '../sync/concerns.ts';
import { send } from '../sync/send.ts';
import type { Schema } from '../types.ts';

/** Milliseconds that a copy is believed without asking. Older ones are used, and renewed behind the scenes. */
const FRESH = 300_000;

/** The schema at hand: passed in, or kept from an earlier page. `_cached` is when it was kept, ms since 1970. */
export function readSchema({ schema, ...settings }: Settings): Schema | undefined {
	const kept = isSchema(schema)
		? schema
		: fromStorage(settings, (storage, key) => JSON.parse(storage.getItem(key)!) as Schema);
	if (isSchema(kept)) return kept;
	clearSchema(settings);
	return undefined;
}

/** Whether a copy should be renewed; what was passed in is never. */
export function isStale(schema: Schema, settings: Settings): boolean {
	return schema !== settings.schema && !(Date.now() - (schema._cached as number) < FRESH);
}

/** Asks the server, and keeps its answer. */
export function fetchSchema({ settings, schemaModel }: EndpointLike): JQuery.Promise<Schema> {
	const asked = schemaModel.fetch({ silent: true }) as unknown as JQuery.Promise<Schema>;
	const keep = (schema: Schema): Schema => {
		if (!isSchema(schema))
			throw new WPApiError('invalid_schema', 'No REST API here: the answer lists no routes.');
		fromStorage(settings, (storage, key) =>
			storage.setItem(key, JSON.stringify({ ...schema, _cached: Date.now() })),
		);
		return schema;
	};
	return mapped(asked, keep);
}

export function clearSchema(settings: Settings): void {
	fromStorage(settings, (storage, key) => storage.removeItem(key));
}

/** `wp.api.models.Schema`: the index as a model. */
export const SchemaModel: ModelClass = /* @__PURE__ */ WPApiBaseModel.extend({
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
		else if (root) this.endpointModel = { settings: readSettings({ ...options, root }), nonce() {} } as never;
	},
	parse: (answer: unknown) => answer,
	sync: (method: Method, model: WPApiModel, options: AjaxOptions) =>
		send(method, model, options, everyConcern),
	url(this: WPApiModel) {
		const { root, versionString } = this.endpointModel.settings;
		return routeUrl(root, ['/' + versionString], String);
	},
});

function isSchema(value: unknown): value is Schema {
	return Object.keys(Object((Object(value) as Partial<Schema>).routes) as object).length > 0;
}

/** Merely naming sessionStorage throws where cookies are blocked, and writing where it is full. */
function fromStorage<T>(
	{ root, versionString, schemaVersion = '', cacheSchema }: Settings,
	use: (storage: Storage, key: string) => T,
): T | undefined {
	try {
		// Core's key, which tools are known to delete
		return cacheSchema === false
			? undefined
			: use(sessionStorage, `wp-api-schema-model${root}${versionString}${schemaVersion}`);
	} catch {
		return undefined;
	}
}
