/**
 * Reads the index of a namespace as WordPress prints it: which routes it has, and what their classes are called.
 */

import { nameAll, type NamedRoute } from './class-names.ts';
import { parseRoute, type Route } from './routes.ts';
import type { Settings } from './settings.ts';
import type { Schema } from '../types.ts';

/** A schema that is at hand. Most of it is read when somebody asks for it. */
export interface LoadedSchema {
	routes: NamedRoute[];
	/** The whole index, as WordPress prints it. */
	index(): Schema;
	/** When the copy was made, in milliseconds since 1970. What a page has passed in does not grow old. */
	time: number;
	/** Tells when something of a copy turns out to be unreadable. */
	whenDamaged?(tell: () => void): void;
}

export function readIndex(index: Schema, settings: Settings, time: number = Infinity): LoadedSchema {
	const routes = Object.entries(index.routes).flatMap(
		([path, description]) => parseRoute(path, description) ?? [],
	);
	return { routes: nameAll(routes.filter(hasClasses(settings)), settings), index: () => index, time };
}

/** The namespace lists itself among its routes. It has no classes. */
export function hasClasses({ versionString }: Settings): (route: Route) => boolean {
	const namespace = `/${versionString.slice(0, -1)}`;
	return ({ index }) => index !== namespace && index !== '/';
}

/** Whether it is an index at all: a REST error, an empty object or a text is none. */
export function isIndex(value: unknown): value is Schema {
	return Object.keys(Object((Object(value) as Partial<Schema>).routes) as object).length > 0;
}
