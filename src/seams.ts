/** Declarations of what models, collections and endpoints carry, for files that must not import the files that make them. */

import type Backbone from 'backbone';
import type { Answer } from './request/answer.ts';
import type { Middleware, PlainRequest, Response } from './request/request.ts';
import type { Kind } from './schema/class-names.ts';
import type { Route } from './schema/routes.ts';
import type { Settings } from './schema/settings.ts';
import type { Arg, EndpointDescription, Params } from './types.ts';

/** The jqXHR that every sending method returns. On failure it can be read as a `WPApiError` as well. */
export interface WPApiXHR<T = unknown> extends JQuery.jqXHR<T> {
	code?: string;
	message?: string;
	data?: unknown;
	params?: Record<string, string>;
}

/** The fields of an item by name. */
export type Attributes = Record<string, unknown>;

/** What every class carries. */
interface Routed {
	/** The class name, as core has it: `Post`. */
	name: string;
	/** The route; `route.index` is its path pattern, `route.route` what the index says of it. */
	route: Route;
	methods: string[];
	endpoints: EndpointDescription[];
	/** Arguments for writing. */
	args?: Record<string, Arg>;
	/** Arguments for reading. */
	options?: Record<string, Arg>;
	endpointModel: EndpointLike;
	/** Values for the route's parameters, beside a model's attributes. */
	params: Params;
	nonce(): string | undefined;
}

/** What the base model and the classes made from it carry. Methods are in `model.ts`. */
export interface WPApiModel extends Backbone.Model, Routed {
	/** The route that lists and creates such items. */
	listRoute?: Route | undefined;
	/** `true` where nothing goes to the trash. Code may set it, in either direction. */
	requireForceForDelete?: boolean | undefined;
}

/** What the base collection and the classes made from it carry. Methods are in `collection.ts`. */
export interface WPApiCollection extends Backbone.Collection, Routed {
	/** Core's one parameter: the id of the parent. */
	parent: unknown;
	/** The values of the route's parameters, from left to right. */
	paramValues(): unknown[];
	state: PageState;
	fetchAll(options?: FetchAllOptions): JQuery.Promise<WPApiCollection> & { abort(): void };
}

/** Where a collection stands in its list. `null` is unknown. */
export interface PageState {
	data: Params;
	currentPage: number | null;
	totalPages: number | null;
	totalObjects: number | null;
}

export interface ModelClass<M = WPApiModel> {
	new (attributes?: object | null, options?: object): M;
	prototype: M;
	extend<P>(properties?: P & ThisType<M & P>, classProperties?: object): ModelClass<M & P>;
}

export interface CollectionClass<C = WPApiCollection> {
	new (models?: readonly unknown[] | object | null, options?: object): C;
	prototype: C;
	extend<P>(properties?: P & ThisType<C & P>, classProperties?: object): CollectionClass<C & P>;
}

export type AnyClass = ModelClass | CollectionClass;

/** Classes by name. Names come from plugins. */
export type Registry<Class> = Record<string, Class>;

/** The options object that travels through Backbone into `$.ajax`. */
export interface AjaxOptions extends JQuery.AjaxSettings {
	attrs?: object | undefined;
	remove?: boolean;
	force?: boolean;
	signal?: AbortSignal | undefined;
	/** Of helpers: asks again, whatever was embedded or has just been read. */
	fresh?: boolean | undefined;
	xhr?: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- jQuery and Backbone disagree on it
	[option: string]: unknown;
}

export interface FetchAllOptions extends AjaxOptions {
	/** How many pages are asked for at a time, 4 if it is not said. */
	concurrency?: number;
}

/** Backbone's words for the verbs. */
export type Method = 'create' | 'read' | 'update' | 'patch' | 'delete';

/** What models, collections and helpers may ask of the endpoint they belong to. */
export interface EndpointLike extends Backbone.Model {
	settings: Settings;
	/** All endpoints of the API. */
	known: EndpointLike[];
	schemaModel: WPApiModel;
	/** Routes by shape: `/wp/v2/posts/{}`. */
	routes: Map<string, Route>;
	/** What every request goes through. */
	middleware: Middleware[];
	/** Asks for a path below the root. Rejects with a `WPApiError`. */
	request<T = unknown>(request: PlainRequest): Answer<Response<T>>;
	/** Reads of single items; see `gather-reads.ts`. */
	reads: {
		load(shape: string, id: number, options?: AjaxOptions): JQuery.Promise<Attributes>;
		forget(written: string): void;
	};
	/** The nonce to send now; '' for none. */
	nonce(): string;
	setNonce(nonce: string): void;
	/** The class in use for the route of a shape: the one registered, which a user may have replaced. */
	find(kind: 'models', shape: string): ModelClass | undefined;
	find(kind: 'collections', shape: string): CollectionClass | undefined;
	find(kind: Kind, shape: string): AnyClass | undefined;
	/** The class whose route a path is of, and the values of its parameters. */
	match(path: string): { Item?: ModelClass; List?: CollectionClass; params: Params } | undefined;
}
