/**
 * The routes of an index. What is costly to read of a route (its pattern, its arguments) is read when somebody asks for it: of
 * the hundreds that a site has, a page uses a few.
 */

import { keep } from '../lazy.ts';
import { matchPattern } from './match-route.ts';
import { scan, type Param, type Part } from './route-pattern.ts';
import type { Arg, EndpointDescription, Params, RouteDescription } from '../types.ts';

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
	args?: Record<string, Arg> | undefined;
	/** Arguments of those that only read. */
	options?: Record<string, Arg> | undefined;
}

/** One route; `undefined` for what is not a readable pattern, or not described as one. */
export function parseRoute(index: string, description: RouteDescription): Route | undefined {
	const route = readRoute(index, () => description);
	// A plugin may print anything.
	return (Object(description) as Partial<RouteDescription>).methods && route.parts.length ? route : undefined;
}

/** The same, of a route that is known to be one. `describe` gives what the index says of it. */
export function readRoute(index: string, describe: () => RouteDescription): Route {
	return new LazyRoute(index, describe);
}

class LazyRoute implements Route {
	readonly index: string;
	private readonly describe: () => RouteDescription;

	constructor(index: string, describe: () => RouteDescription) {
		this.index = index;
		this.describe = describe;
	}

	/** None where the brackets of the pattern do not match. */
	get parts(): Part[] {
		return keep(this, 'parts', readUsual(this.index) ?? scan(this.index) ?? []);
	}

	get params(): Param[] {
		return keep(this, 'params', this.parts.filter(isParam));
	}

	get shape(): string {
		return keep(this, 'shape', this.parts.map((part) => (isParam(part) ? '{}' : part)).join(''));
	}

	get route(): RouteDescription {
		return keep(this, 'route', this.describe());
	}

	get args(): Record<string, Arg> | undefined {
		return keep(this, 'args', argumentsOf(this.route).args);
	}

	get options(): Record<string, Arg> | undefined {
		return keep(this, 'options', argumentsOf(this.route).options);
	}
}

/** Most patterns are words and groups of one class, `/wp/v2/posts/(?P<id>[\d]+)`, which are read without scanning. */
const USUAL = /^(?:[\w/-]|\(\?P<\w+>\[[\w\\-]+\]\+\))+$/;

function readUsual(pattern: string): Part[] | undefined {
	if (!USUAL.test(pattern)) return undefined;
	// Text and names by turns
	return pattern.split(/\(\?P<(\w+)>[^)]+\)/).flatMap((text, i): Part | [] => {
		return i % 2 ? { name: text, slashes: false, optional: false } : text || [];
	});
}

export const isParam = (part: Part): part is Param => typeof part !== 'string';

function argumentsOf({ endpoints }: RouteDescription): Pick<Route, 'args' | 'options'> {
	try {
		return readArguments(endpoints);
	} catch {
		return {}; // A plugin may print anything
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
		const params = matchRoute(route, path);
		if (params && /GET/.test(String(route.route.methods))) return { route, params };
	}
	return undefined;
}
