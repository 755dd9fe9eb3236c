/**
 * One API root with one namespace: finds its schema, publishes its classes, and holds the nonce.
 */

import Backbone from 'backbone';
import $ from 'jquery';
import { createClassMaker, type Bases, type ClassMaker, type Registries } from './classes/class-maker.ts';
import { classAt, classOf, hasAddressOf, standsFor } from './classes/registry.ts';
import { toWPApiError } from './errors.ts';
import { gatherReads } from './relations/gather-reads.ts';
import { isMade, lazily } from './lazy.ts';
import type { Additions } from './parts/part.ts';
import { mapped } from './promises.ts';
import { HELPERS } from './relations/helpers.ts';
import type { Answer } from './request/answer.ts';
import { askSite } from './request/ask-site.ts';
import { onWrite } from './request/middleware/on-write.ts';
import { usualMiddleware } from './request/middleware/usual.ts';
import type { PlainRequest } from './request/request.ts';
import { SINGLE_WORDS, type Kind, type NamedRoute } from './schema/class-names.ts';
import { coreRoutes } from './schema/core-routes.ts';
import { isStale, readAnswer, schemaAtHand } from './schema/load-schema.ts';
import type { LoadedSchema } from './schema/read-index.ts';
import { findRoute, type Route } from './schema/routes.ts';
import { keepCopy, removeCopies } from './schema/schema-cache.ts';
import type { Settings } from './schema/settings.ts';
import type { AnyClass, CollectionClass, EndpointLike, ModelClass, Registry } from './seams.ts';
import type { Schema } from './types.ts';

export interface Endpoint extends EndpointLike {
	/** The registries of the root. */
	registries: Registries;
	/** Resolves with the endpoint once its classes stand for the server's schema. */
	schemaConstructed: JQuery.Promise<Endpoint>;
	/** Looks for the schema, again if that has failed; one that is passed is taken at once. */
	load(schema?: Schema | string | null): JQuery.Promise<Endpoint>;
	/** Fetches the schema anew and completes the classes in place. */
	refresh(): JQuery.Promise<Endpoint>;
	/** Forgets the copy of the schema in sessionStorage. */
	forget(): void;
}

interface Own extends Endpoint {
	classes: ClassMaker;
	seenNonce: string | undefined;
	loaded?: LoadedSchema;
	/** The routes in the order of the index. */
	index: Route[];
	known: Own[];
	stopKeeping?: () => void;
}

/** Makes an endpoint; `load()` brings its classes. `page` has the base classes that a page may replace. */
export function createEndpoint(
	settings: Settings,
	registries: Registries,
	parts: Additions[],
	known: Endpoint[],
	page: Bases,
): Endpoint {
	const { root: apiRoot, versionString, source, modelEndpoints = SINGLE_WORDS } = settings;
	const { nonce = '' } = source;
	const attributes = { apiRoot, versionString, schema: null, nonce, modelEndpoints };
	const endpoint = new EndpointModel(attributes) as unknown as Own;
	const helpers = [...HELPERS, ...parts.flatMap((part) => part.helpers ?? [])];
	const classes = createClassMaker(endpoint, registries, page, helpers);
	const reads = gatherReads(endpoint, settings);
	// The middleware reads the settings.
	endpoint.settings = settings;
	Object.assign(endpoint, {
		registries,
		known,
		middleware: [
			onWrite(settings.root, (path) => {
				reads.forget(path);
				for (const part of parts) part.written?.(path, endpoint);
			}),
			...parts.flatMap((part) => part.middleware?.(endpoint) ?? []),
			...usualMiddleware(endpoint),
		],
		classes,
		reads,
		index: [],
		seenNonce: nonce,
	});
	lazily(endpoint, 'schemaModel', () => {
		const model = new (registries.models.Schema as ModelClass)(null, { endpoint });
		return endpoint.loaded ? model.set(endpoint.loaded.index()) : model;
	});
	return endpoint;
}

const EndpointModel = /* @__PURE__ */ Backbone.Model.extend({
	/** The page's own nonce as it is now, unless an answer has brought a fresher one. */
	nonce(this: Own): string {
		const { nonce = '' } = this.settings.source;
		if (nonce !== this.seenNonce) this.set('nonce', (this.seenNonce = nonce));
		return this.get('nonce') as string;
	},

	setNonce(this: Own, nonce: string): void {
		this.set('nonce', nonce);
	},

	request(this: Own, request: PlainRequest): Answer {
		return askSite(this, request);
	},

	find(this: Own, kind: Kind, shape: string): AnyClass | undefined {
		const route = this.routes?.get(shape);
		const name = route && this.classes.nameOf(kind, route.index);
		if (name) {
			const used = this.registries[kind][name];
			if (standsFor(used, shape)) return used;
			const own = (this.get(kind) as Registry<AnyClass>)[name];
			if (standsFor(own, shape)) return own;
		}
		return classAt(this.registries[kind], shape);
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

	load(this: Own, passed?: Schema | string | null): JQuery.Promise<Endpoint> {
		const { schemaConstructed: known, settings } = this;
		if (passed) settings.schema = passed;
		else if (known?.state() === 'pending' || known?.state() === 'resolved') return known;
		const found = schemaAtHand(settings);
		if (found) {
			// What the page shows neither waits for a renewal, nor suffers when it fails.
			const renew = (): unknown => setTimeout(() => void this.refresh());
			if (isStale(found)) renew();
			found.whenDamaged?.(renew);
			return (this.schemaConstructed = $.Deferred<Endpoint>().resolve(use(this, found)).promise());
		}
		// The well-known classes exist meanwhile; the schema completes them.
		if (!this.routes && settings.versionString === 'wp/v2/') publish(this, coreRoutes(settings));
		return (this.schemaConstructed = this.refresh());
	},

	refresh(this: Own): JQuery.Promise<Endpoint> {
		const path = '/' + this.settings.versionString;
		return mapped(
			this.request<Schema>({ path }),
			({ body: answer }) => {
				const loaded = readAnswer(answer, this.settings);
				this.stopKeeping?.();
				this.stopKeeping = keepCopy(this.settings, answer);
				return use(this, loaded).set('schema', answer);
			},
			toWPApiError,
		);
	},

	forget(this: Own): void {
		this.stopKeeping?.();
		removeCopies(this.settings);
	},
}) as typeof Backbone.Model;

/** The class in use for a route. One of the page that asks elsewhere is not what the path of the route leads to. */
function classFor(endpoint: Own, kind: Kind, { index }: Route): AnyClass | undefined {
	const made = classOf(endpoint.get(kind) as Registry<AnyClass>, index);
	const used = classOf(endpoint.registries[kind], index);
	return made && used && hasAddressOf(used, made) ? used : made;
}

/** Publishes the classes of a schema. */
function use(endpoint: Own, loaded: LoadedSchema): Own {
	endpoint.loaded = loaded;
	endpoint.classes.fixBases();
	publish(endpoint, loaded.routes);
	lazily(endpoint.attributes as object, 'schema', () => loaded.index(), false);
	if (isMade(endpoint, 'schemaModel')) endpoint.schemaModel.set(loaded.index());
	return endpoint;
}

function publish(endpoint: Own, routes: NamedRoute[]): void {
	endpoint.index = routes.map(({ route }) => route);
	// Of routes that differ only in their groups, the server takes the first.
	lazily(
		endpoint,
		'routes',
		() => new Map([...endpoint.index].reverse().map((route) => [route.shape, route])),
	);
	endpoint.classes.publish(routes);
}
