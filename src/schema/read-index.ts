/**
 * Reads the index of a namespace as WordPress prints it: which routes it has, and what their classes are called.
 */

import { nameAll, type NamedRoute } from './class-names.ts';
import { parseRoute } from './routes.ts';
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
	const routes = Object.entries(index.routes)
		.filter(([path]) => hasClasses(path, settings))
		.flatMap(([path, description]) => parseRoute(path, description) ?? []);
	return { routes: nameAll(routes, settings), index: () => index, time };
}

/** The namespace lists itself among its routes. It has no classes. */
export function hasClasses(path: string, { versionString }: Settings): boolean {
	return path !== '/' && path.slice(1) + '/' !== versionString;
}

/** Whether it is an index at all: a REST error, an empty object or a text is none. */
export function isIndex(value: unknown): value is Schema {
	return Object.keys(Object((Object(value) as Partial<Schema>).routes) as object).length > 0;
}
