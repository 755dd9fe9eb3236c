/**
 * Names and classes: classes are put under the names of their route, and found again by its shape, together with
 * whatever a user has put in their place. Names come from plugins, `__proto__` included.
 */

import type { AnyClass, Registry } from './seams.ts';

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

/** The class of a route, by its path in the index. */
export function classOf(registry: Registry<AnyClass>, index: string): AnyClass | undefined {
	return Object.values<AnyClass | null>(registry).find(
		(Class) => Class?.prototype?.route?.index === index,
	) as AnyClass | undefined;
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
