/**
 * Names and classes: classes are put under the names of their route, and found again by its shape, together with
 * whatever a user has put in their place. Names come from plugins, `__proto__` included.
 */

import { matchRoute } from '../schema/routes.ts';
import type { AnyClass, Registry } from '../seams.ts';
import type { Params } from '../types.ts';

/** Puts a class under its first name, and makes the others stand for whatever is there. First come stays. */
export function register(
	registry: Registry<AnyClass>,
	[first = '', ...aliases]: string[],
	value: AnyClass,
): void {
	const define = (name: string, descriptor: PropertyDescriptor): void => {
		if (!Object.hasOwn(registry, name))
			Object.defineProperty(registry, name, { enumerable: true, configurable: true, ...descriptor });
	};
	define(first, { value, writable: true });
	for (const alias of aliases)
		define(alias, { get: () => registry[first], set: (other: AnyClass) => (registry[first] = other) });
}

/** The class that stands for the route of a shape (`/wp/v2/posts/{}`), under whatever name. */
export function classAt(registry: Registry<AnyClass>, shape: string): AnyClass | undefined {
	return Object.values(registry).find((Class) => standsFor(Class, shape));
}

/** The class that a path belongs to, with the values of its parameters. */
export function classOf(registry: Registry<AnyClass>, path: string): [AnyClass, Params] | undefined {
	for (const Class of Object.values<AnyClass | null>(registry)) {
		const params = Class?.prototype?.route && matchRoute(Class.prototype.route, path);
		if (params) return [Class, params];
	}
	return undefined;
}

export function standsFor(Class: AnyClass | null | undefined, shape: string): boolean {
	return Class?.prototype?.route?.shape === shape;
}
