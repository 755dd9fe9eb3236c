/**
 * One API root with one namespace: runs the flow from schema to classes, in order, and holds the nonce.
 */

import Backbone from 'backbone';
import $ from 'jquery';
import { classProperties } from './build.ts';
import { WPApiBaseCollection } from './collection.ts';
import { coreSchema } from './core-routes.ts';
import { toWPApiError } from './errors.ts';
import { WPApiBaseModel } from './model.ts';
import { nameRoutes, SINGLE_WORDS, type Kind } from './names.ts';
import type { Additions } from './part.ts';
import { classAt, classOf, hasAddressOf, register, standsFor } from './registry.ts';
import { mapped } from './promises.ts';
import { findRoute, parseRoute, type Route } from './routes.ts';
import { fetchSchema, isStale, readSchema } from './schema.ts';
import type { AnyClass, CollectionClass, EndpointLike, ModelClass, Registry } from './seams.ts';
import type { Settings } from './settings.ts';
import type { Schema } from './types.ts';

/** Where the endpoints of a root publish their classes, and find each other's. */
export type Registries = Record<Kind, Registry<AnyClass>>;

export interface Endpoint extends EndpointLike {
	/** The registries of the root. */
	registries: Registries;
	/** Resolves with the endpoint once its classes stand for the server's schema. */
	schemaConstructed: JQuery.Promise<Endpoint>;
	/** Looks for the schema, again if that has failed; one that is passed is taken at once. */
	load(schema?: Schema | null): JQuery.Promise<Endpoint>;
	/** Fetches the schema anew and completes the classes in place. */
	refresh(): JQuery.Promise<Endpoint>;
}

interface Own extends Endpoint {
	/** First names, by kind and shape. */
	names: Map<string, string>;
	seenNonce: string | undefined;
	parts: Additions[];
	/** The routes in the order of the index. */
	index: Route[];
	/** All endpoints of the API. */
	known: Own[];
}

/** Makes an endpoint; `load()` brings its classes. */
export function createEndpoint(
	settings: Settings,
	registries: Registries,
	parts: Additions[],
	known: Endpoint[],
): Endpoint {
	const { root: apiRoot, versionString, schema = null, source, modelEndpoints = SINGLE_WORDS } = settings;
	const { nonce = '' } = source;
	const attributes = { apiRoot, versionString, schema, nonce, modelEndpoints, models: {}, collections: {} };
	const endpoint = new EndpointModel(attributes) as unknown as Own;
	const concerns = parts.flatMap((part) => part.concerns ?? []);
	Object.assign(endpoint, {
		settings,
		registries,
		parts,
		known,
		concerns,
		index: [],
		names: new Map(),
		seenNonce: nonce,
	});
	endpoint.schemaModel = new (registries.models.Schema as ModelClass)(null, { endpoint });
	return endpoint;
}

const EndpointModel = /* @__PURE__ */ Backbone.Model.extend({
	/** The page's own nonce as it is now, unless an answer has brought a fresher one. */
	nonce(this: Own): string {
		const { nonce = '' } = this.settings.source;
		if (nonce !== this.seenNonce) this.set('nonce', (this.seenNonce = nonce));
		return this.get('nonce') as string;
	},

	find(this: Own, kind: Kind, shape: string): AnyClass | undefined {
		const registries = [this.registries[kind], this.get(kind) as Registry<AnyClass>];
		const name = this.names.get(kind + shape) ?? '';
		const named = registries.map((registry) => registry[name]).find((Class) => standsFor(Class, shape));
		return named ?? classAt(this.registries[kind], shape);
	},

	match(this: Own, path: string): ReturnType<EndpointLike['match']> {
		// The other namespaces of the root as well
		for (const endpoint of this.known) {
			const found = endpoint.registries === this.registries && findRoute(endpoint.index, path);
			if (!found) continue;
			const { route, params } = found;
			const Item = classFor(endpoint, 'models', route) as ModelClass | undefined;
			if (Item) return { Item, params };
			const List = classFor(endpoint, 'collections', route) as CollectionClass | undefined;
			return List && { List, params };
		}
		return undefined;
	},

	load(this: Own, passed?: Schema | null): JQuery.Promise<Endpoint> {
		const { schemaConstructed: known, settings } = this;
		if (passed) settings.schema = passed;
		else if (known?.state() === 'pending' || known?.state() === 'resolved') return known;
		const found = readSchema(settings);
		// What the page shows neither waits for a renewal, nor suffers when it fails.
		if (found && isStale(found, settings)) setTimeout(() => void this.refresh());
		// The well-known classes exist meanwhile; the schema completes them.
		if (!found && !this.routes && settings.versionString === 'wp/v2/') construct(this, coreSchema());
		return (this.schemaConstructed = found ? $.when(apply(this, found)) : this.refresh());
	},

	refresh(this: Own): JQuery.Promise<Endpoint> {
		return mapped(fetchSchema(this), (schema) => apply(this, schema), toWPApiError);
	},
}) as typeof Backbone.Model;

/** The class in use for a route. One of the page that asks elsewhere is not what the path of the route leads to. */
function classFor(endpoint: Own, kind: Kind, { index }: Route): AnyClass | undefined {
	const made = classOf(endpoint.get(kind) as Registry<AnyClass>, index);
	const used = classOf(endpoint.registries[kind], index);
	return made && used && hasAddressOf(used, made) ? used : made;
}

function apply(endpoint: Own, schema: Schema): Endpoint {
	construct(endpoint, schema);
	endpoint.schemaModel.set(schema);
	return endpoint.set('schema', schema);
}

/** Builds the classes of a schema. Those that exist already are completed in place, so that references hold. */
function construct(endpoint: Own, schema: Schema): void {
	const { settings, registries, parts } = endpoint;
	const helpers = parts.flatMap((part) => part.helpers ?? []);
	const routes = Object.entries(schema.routes)
		.filter(([index]) => index.slice(1) + '/' !== settings.versionString && index !== '/')
		.flatMap(([index, route]) => parseRoute(index, route) ?? []);
	endpoint.index = routes;
	// Of routes that differ only in their groups, the server takes the first.
	endpoint.routes = new Map([...routes].reverse().map((route) => [route.shape, route]));
	for (const kind of ['models', 'collections'] as const) {
		const own = endpoint.get(kind) as Registry<AnyClass>;
		const known = new Map(Object.values(own).map((Class) => [Class.prototype.route.index, Class]));
		const Base = (kind === 'models' ? WPApiBaseModel : WPApiBaseCollection) as typeof WPApiBaseModel;
		for (const [route, names] of nameRoutes(kind, routes, settings)) {
			// Two prototypes: what a page puts on the upper one stays when the lower one is completed.
			const Class = known.get(route.index) ?? Base.extend().extend();
			const lower = Object.getPrototypeOf(Class.prototype) as object;
			const properties = classProperties(kind, names[0]!, route, endpoint, helpers);
			Object.defineProperties(lower, Object.getOwnPropertyDescriptors(properties));
			endpoint.names.set(kind + route.shape, names[0]!);
			register(own, names, Class);
			register(registries[kind], names, Class);
		}
	}
}
