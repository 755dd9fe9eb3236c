/**
 * What a WordPress index says: the shapes of a schema and its routes. What WordPress sends as items is in
 * `resources.ts`; what models, collections and endpoints know of each other is in `seams.ts`.
 */

/** One argument of an endpoint, a JSON-schema subset. https://developer.wordpress.org/rest-api/extending-the-rest-api/schema/ */
export interface Arg {
	description?: string;
	type?: string | string[];
	required?: boolean;
	enum?: unknown[];
	default?: unknown;
	items?: Arg;
	properties?: Record<string, Arg>;
	[keyword: string]: unknown;
}

/** One endpoint of a route. PHP sends `[]` for no arguments. */
export interface EndpointDescription {
	methods: string[];
	args: Record<string, Arg>;
	allow_batch?: { v1?: boolean } | [];
}

/** A route as the index describes it. https://developer.wordpress.org/rest-api/extending-the-rest-api/routes-and-endpoints/ */
export interface RouteDescription {
	namespace?: string;
	methods: string[];
	endpoints: EndpointDescription[];
	_links?: unknown;
}

/** The index of a namespace: `GET /wp/v2`. */
export interface Schema {
	namespace?: string;
	routes: Record<string, RouteDescription>;
	[field: string]: unknown;
}

/** Values of a route's parameters by name: `{ parent: 7 }`. */
export type Params = Record<string, unknown>;
