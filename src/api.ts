/**
 * Settings come in; an `Api` goes out: its endpoints, their classes by name, and a promise of their being complete.
 */

import Backbone from 'backbone';
import $ from 'jquery';
import { WPApiBaseCollection, type BaseCollection } from './classes/collection.ts';
import { createEndpoint, type Endpoint } from './site.ts';
import { WPApiBaseModel, type BaseModel } from './classes/model.ts';
import { baseOfType, type Kind } from './schema/class-names.ts';
import type { Part } from './parts/part.ts';
import { mapped } from './promises.ts';
import type { Registries } from './classes/class-maker.ts';
import { classOf } from './classes/registry.ts';
import { defineSchemaModel } from './classes/schema-model.ts';
import { isMade, lazily } from './lazy.ts';
import type { CollectionRegistry, ModelRegistry } from './resources/classes.ts';
import type { CollectionClass, ModelClass, Registry } from './seams.ts';
import { readSettings, type Settings, type SettingsInput } from './schema/settings.ts';

/** Settings of a further endpoint. `apiRoot` is core's word for `root`. */
export interface InitArguments extends SettingsInput {
	apiRoot?: string;
}

export interface Api {
	models: ModelRegistry;
	collections: CollectionRegistry;
	views: Record<string, unknown>;
	versionString: string;
	endpoints: Backbone.Collection;
	WPApiBaseModel: ModelClass<BaseModel>;
	WPApiBaseCollection: CollectionClass<BaseCollection>;
	/** Resolves with the endpoint once the classes stand for the server's schema; rejects with a `WPApiError`. */
	loadPromise: JQuery.Promise<Endpoint>;
	/** Loads a namespace, or one that failed once more. */
	init(settings?: InitArguments): JQuery.Promise<Endpoint>;
	/** Fetches the schemas anew, and completes the classes in place. */
	refresh(): JQuery.Promise<Endpoint>;
	/** Forgets the schemas in sessionStorage. */
	clearSchemaCache(): void;
	/** By the path pattern of a route, in any namespace: `/wp/v2/books/(?P<id>[\d]+)`. */
	getModelByRoute(index: string): ModelClass | undefined;
	getCollectionByRoute(index: string): CollectionClass | undefined;
	/**
	 * By the name of a post type or taxonomy: `book`, `post_tag`. It is told by the REST base, which is the name itself or its
	 * plural (`books`); where a site has another one, `getModelByRoute()` finds the class.
	 */
	getModelByType(type: string): ModelClass | undefined;
	getCollectionByType(type: string): CollectionClass | undefined;
}

/** Fills `target` with the API of a site; what it holds already stays. */
export function createApi(target: Partial<Api>, input: SettingsInput, parts: Part[]): Api {
	const additions = parts.map((part) => part());
	const home = readSettings(input);
	const known: Endpoint[] = [];
	/** Those that are in `api.endpoints` as soon as somebody asks for it. */
	const loaded: Endpoint[] = [];
	const models: Registry<unknown> = target.models ?? {};

	const byRoute = (kind: Kind) => (index: string) =>
		[api as Registries, ...known.filter(isHome).map(({ attributes }) => attributes as Registries)]
			.map((registries) => classOf(registries[kind], index))
			.find(Boolean);

	const byType = (kind: Kind, suffix: string) => (type: string) => {
		for (const endpoint of known.filter(isHome)) {
			const prefix = '/' + endpoint.settings.versionString;
			const bases = [...(endpoint.routes?.keys() ?? [])].map((shape) => shape.replace(prefix, ''));
			const base = baseOfType(type, bases);
			if (base) return endpoint.find(kind as never, prefix + base + suffix);
		}
		return undefined;
	};

	const isHome = ({ settings }: Endpoint): boolean => settings.root === home.root;

	const open = (settings: Settings): Endpoint => {
		const { root } = settings;
		const own = known.find((one) => one.settings.root === root)?.registries;
		// Another site's classes are its endpoint's alone.
		const registries =
			own ??
			(root === home.root ? (api as Registries) : { models: { Schema: api.models.Schema }, collections: {} });
		const endpoint = createEndpoint(settings, registries, additions, known, api);
		known.push(endpoint);
		return endpoint;
	};

	const api = Object.assign(target, {
		views: {},
		versionString: 'wp/v2/',
		...target,
		models,
		collections: target.collections ?? {},
		WPApiBaseModel,
		WPApiBaseCollection,

		init(args: InitArguments = {}): JQuery.Promise<Endpoint> {
			const settings = settingsFor(args, home);
			const { root, versionString } = settings;
			const endpoint =
				known.find((one) => one.settings.root === root && one.settings.versionString === versionString) ??
				open(settings);
			if (args.nonce !== undefined) endpoint.set('nonce', args.nonce);
			return endpoint.load(args.schema).done(() => {
				if (isMade(api, 'endpoints')) api.endpoints.add(endpoint);
				else if (!loaded.includes(endpoint)) loaded.push(endpoint);
			});
		},

		refresh: () => mapped($.when(...known.map((endpoint) => endpoint.refresh())), () => known[0]),

		clearSchemaCache: () => known.forEach((endpoint) => endpoint.forget()),
		getModelByRoute: byRoute('models'),
		getCollectionByRoute: byRoute('collections'),
		getModelByType: byType('models', '/{}'),
		getCollectionByType: byType('collections', ''),
	}) as unknown as Api;
	lazily(api, 'endpoints', () => new Backbone.Collection(loaded));
	lazily(models, 'Schema', () => {
		const Schema = defineSchemaModel();
		Schema.prototype.endpointModel = known[0]!;
		return Schema;
	});
	Object.assign(api, ...additions.map(({ methods }) => methods));
	api.loadPromise = api.init();
	return api;
}

/** An `Api` of its own, side by side with any other. `parts` are what a page may do without: `batch`, `preload`, `upload`. */
export function connect<const Parts extends readonly Part[] = []>(
	settings: SettingsInput,
	parts?: Parts,
): Api & MethodsOf<Parts[number]> {
	return createApi({}, settings, [...(parts ?? [])]) as Api & MethodsOf<Parts[number]>;
}

/** The methods of all parts of a union: `BatchMethods & …`. */
type MethodsOf<P> = (P extends Part<infer Methods> ? (methods: Methods) => void : never) extends (
	methods: infer All,
) => void
	? All
	: unknown;

/** The settings of an endpoint. A nonce is for the site that gave it: elsewhere only what was passed counts. */
function settingsFor(args: InitArguments, home: Settings): Settings {
	const { root, mapping, cacheSchema, relatedMaxAge, versionString } = home;
	const settings = readSettings({
		root,
		mapping,
		cacheSchema,
		relatedMaxAge,
		versionString,
		...args,
		...(args.apiRoot && { root: args.apiRoot }),
	} as SettingsInput);
	if (settings.root !== root) return settings;
	// At its own root, what was not passed is as the page has it; its schema is that of its own namespace.
	const localized = settings.versionString === versionString ? home.schema : null;
	return { ...home, ...settings, source: home.source, schema: args.schema ?? localized ?? null };
}
