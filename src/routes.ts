/**
 * A route of an index comes in; its parts, parameters and arguments come out. And back: a parsed route with values
 * for its parameters gives the address to ask for.
 */

import { WPApiError } from './errors.ts';
import { matchPattern } from './match.ts';
import { scan, type Param, type Part } from './pattern.ts';
import { splitRoot } from './settings.ts';
import type { Arg, EndpointDescription, Params, RouteDescription } from './types.ts';

export interface Route {
	/** The path as the index has it: `/wp/v2/posts/(?P<id>[\d]+)`. */
	index: string;
	/** The path with nameless parameters, by which a list finds its items: `/wp/v2/posts/{}`. */
	shape: string;
	parts: Part[];
	params: Param[];
	/** What the index says of it; by this name core's users find it. */
	route: RouteDescription;
	/** Arguments of the endpoints that write. */
	args?: Record<string, Arg>;
	/** Arguments of those that only read. */
	options?: Record<string, Arg>;
}

const isParam = (part: Part): part is Param => typeof part !== 'string';

/** Reads one route; `undefined` for what is not a readable pattern, or not described as one. */
export function parseRoute(index: string, route: RouteDescription): Route | undefined {
	try {
		const parts = scan(index);
		if (!parts || !route.methods) return undefined;
		const shape = parts.map((part) => (isParam(part) ? '{}' : part)).join('');
		return { index, shape, parts, params: parts.filter(isParam), route, ...readArguments(route.endpoints) };
	} catch {
		return undefined; // A plugin may print anything
	}
}

/** As core sorts them: `args` of endpoints that take POST or PUT, `options` of the other ones that take GET. */
export function readArguments(endpoints?: EndpointDescription[] | null): Pick<Route, 'args' | 'options'> {
	const found: Pick<Route, 'args' | 'options'> = {};
	for (const { methods, args } of endpoints ?? []) {
		const name = /POST|PUT/.test(String(methods)) ? 'args' : /GET/.test(String(methods)) && 'options';
		// A spread, unlike an assignment, takes `__proto__` for the plain key it is.
		if (name && Object.keys(args ?? {}).length) found[name] = { ...found[name], ...args };
	}
	return found;
}

/** The address of a route below a root. Throws a `WPApiError` that names the parameter without a value. */
export function routeUrl(root: string, parts: Part[], valueOf: (param: Param) => unknown): string {
	const path = parts.map((part) => (isParam(part) ? encodeValue(part, valueOf(part)) : part)).join('');
	const [head, tail] = splitRoot(root);
	return head + path.slice(1) + tail;
}

/** What the items of these routes call their id, where the path calls it otherwise. */
const ID_FIELDS: Record<string, string> = {
	'/wp/v2/menu-locations/{}': 'name',
	'/wp/v2/statuses/{}': 'slug',
	'/wp/v2/taxonomies/{}': 'slug',
	'/wp/v2/types/{}': 'slug',
};

/** The field of an item that holds the id in its path: `id`, `uuid`, `slug`. */
export function idFieldOf({ shape, params }: Route): string {
	return ID_FIELDS[shape] ?? params.at(-1)?.name ?? 'id';
}

/** Whether items can only be deleted for good, as terms, users and revisions: WordPress says so of the argument `force`. */
export function requiresForce(endpoints?: EndpointDescription[] | null): boolean {
	const deletes = (endpoints ?? []).find(({ methods }) => String(methods).includes('DELETE'));
	const { required, description = '' } = deletes?.args?.force ?? {};
	return !!required || description.startsWith('Required to be true');
}

/** Of an item's route, that of its list: `/wp/v2/posts/{}` -> `/wp/v2/posts`. */
export const listShape = (shape: string): string => shape.slice(0, -'/{}'.length);

/** The other way round: the values of the parameters in a path, `undefined` where it is not one of the route. */
export function matchRoute({ index }: Route, path: string): Params | undefined {
	try {
		return matchPattern(index, path);
	} catch {
		return undefined; // What only PHP understands
	}
}

/** The first route that WordPress takes for reading a path. It, too, goes by the order of the index. */
export function findRoute(routes: Route[], path: string): { route: Route; params: Params } | undefined {
	for (const route of routes) {
		const params = /GET/.test(String(route.route.methods)) && matchRoute(route, path);
		if (params) return { route, params };
	}
	return undefined;
}

function encodeValue({ name, slashes, optional, before = '' }: Param, value: unknown): string {
	if (!value && !optional) throw new WPApiError('missing_param', `This route needs a value for "${name}".`);
	let encoded = encodeURIComponent(String(value || ''));
	if (slashes) encoded = encoded.replace(/%2F/g, '/');
	// Browsers resolve these: an id must not climb out of its route.
	if (/(^|\/)\.\.?(\/|$)/.test(encoded)) throw new WPApiError('missing_param', `"${name}" cannot be a path.`);
	return (encoded && before) + encoded;
}
