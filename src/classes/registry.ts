/**
 * The registries `api.models` and `api.collections`: classes by name. A class is made when somebody first reads its name; until then
 * the name is an accessor that knows the route. Code that a page has put in the place of a class is used instead of it. Names come
 * from plugins, `__proto__` included.
 */

import { keep } from '../lazy.ts';
import type { Route } from '../schema/routes.ts';
import type { AnyClass, Registry } from '../seams.ts';

/** The getter of a name whose class is not made yet, and of every further name. */
interface Getter {
	(): AnyClass | undefined;
	route?: Route;
}

/** Puts a class under its first name, and makes the others stand for whatever is there. First come stays. */
export function register(
	registry: Registry<AnyClass>,
	[first = '', ...aliases]: string[],
	route: Route,
	make: () => AnyClass,
): void {
	define(
		registry,
		first,
		route,
		() => keep(registry, first, make()),
		function (this: object, value) {
			keep(this, first, value);
		},
	);
	for (const alias of aliases)
		define(
			registry,
			alias,
			route,
			() => registry[first],
			(value) => (registry[first] = value),
		);
}

function define(
	registry: Registry<AnyClass>,
	name: string,
	route: Route,
	get: Getter,
	set: (value: AnyClass) => void,
): void {
	if (Object.hasOwn(registry, name)) return;
	get.route = route;
	Object.defineProperty(registry, name, { get, set, enumerable: true, configurable: true });
}

/** The class that stands for the route of a shape (`/wp/v2/posts/{}`), under whatever name. */
export function classAt(registry: Registry<AnyClass>, shape: string): AnyClass | undefined {
	return findClass(registry, (route) => route.shape === shape);
}

/** The class of a route, by its path in the index. */
export function classOf(registry: Registry<AnyClass>, index: string): AnyClass | undefined {
	return findClass(registry, (route) => route.index === index);
}

/** Makes no other class than the one that is found. */
function findClass(registry: Registry<AnyClass>, isWanted: (route: Route) => boolean): AnyClass | undefined {
	for (const name of Object.keys(registry)) {
		const getter = Object.getOwnPropertyDescriptor(registry, name)!.get as Getter | undefined;
		if (getter?.route && !isWanted(getter.route)) continue;
		const Class = registry[name];
		const route = Class?.prototype?.route;
		if (route && isWanted(route)) return Class;
	}
	return undefined;
}

export function standsFor(Class: AnyClass | null | undefined, shape: string): boolean {
	return Class?.prototype?.route?.shape === shape;
}

/** Whether a class asks where another one asks: it has no `url` or `urlRoot` of its own. */
export function hasAddressOf({ prototype: one }: AnyClass, { prototype: other }: AnyClass): boolean {
	const { url, urlRoot } = one as { url: unknown; urlRoot?: unknown };
	const { url: otherUrl, urlRoot: otherRoot } = other as typeof one & { urlRoot?: unknown };
	return url === otherUrl && urlRoot === otherRoot;
}
