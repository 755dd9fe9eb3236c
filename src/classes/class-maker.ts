/**
 * Makes the classes of one site when somebody asks for them, each once, and completes those that exist when a schema arrives.
 */

import { lazily } from '../lazy.ts';
import type { Helper } from '../relations/helper.ts';
import type { Kind, NamedRoute } from '../schema/class-names.ts';
import type { AnyClass, CollectionClass, EndpointLike, ModelClass, Registry } from '../seams.ts';
import { defineClass, fillClass, type ClassPlan } from './define-class.ts';
import { register } from './registry.ts';

/** Classes by name, of both kinds. */
export type Registries = Record<Kind, Registry<AnyClass>>;

/** What classes are built on. A page may replace it until the schema arrives. */
export interface Bases {
	WPApiBaseModel: ModelClass;
	WPApiBaseCollection: CollectionClass;
}

export interface ClassMaker {
	/** Publishes the classes of routes. Those that were made before are completed in place. */
	publish(routes: NamedRoute[]): void;
	/** From now on classes are built on what the page has put in the place of the bases by now. */
	fixBases(): void;
	/** The first name of the class of a route; '' where it has none. */
	nameOf(kind: Kind, index: string): string;
}

const KINDS: Kind[] = ['models', 'collections'];

/** `shared` are the registries of the root. The site's own are attributes of its endpoint, for those who ask for them. */
export function createClassMaker(
	endpoint: EndpointLike,
	shared: Registries,
	page: Bases,
	helpers: Helper[],
): ClassMaker {
	/** The routes of all schemas so far, the newest first. */
	let known: NamedRoute[] = [];
	/** The same by path, when somebody looks for one. */
	let byPath: Map<string, NamedRoute> | undefined;
	const made = { models: new Map<string, AnyClass>(), collections: new Map<string, AnyClass>() };
	const own: Partial<Registries> = {};
	let bases = page;

	const find = (index: string): NamedRoute | undefined => {
		byPath ??= new Map(known.map((named) => [named.route.index, named]));
		return byPath.get(index);
	};
	const planOf = (kind: Kind, { route, [kind]: names }: NamedRoute): ClassPlan => {
		return { kind, name: names[0]!, route, endpointModel: endpoint, helpers };
	};
	/** By the newest description of the route, if that still has such a class. */
	const make = (kind: Kind, named: NamedRoute): AnyClass => {
		const { index } = named.route;
		const newest = find(index);
		const plan = planOf(kind, newest?.[kind].length ? newest : named);
		const { WPApiBaseModel, WPApiBaseCollection } = bases;
		const Base = kind === 'models' ? WPApiBaseModel : WPApiBaseCollection;
		const Class = made[kind].get(index) ?? defineClass(Base, plan, WPApiBaseModel);
		made[kind].set(index, Class);
		return Class;
	};
	const registerAll = (registry: Registry<AnyClass>, kind: Kind, routes: NamedRoute[]): void => {
		for (const named of routes)
			if (named[kind].length) register(registry, named[kind], named.route, () => make(kind, named));
	};
	for (const kind of KINDS)
		lazily(
			endpoint.attributes as object,
			kind,
			() => {
				const registry: Registry<AnyClass> = (own[kind] = {});
				registerAll(registry, kind, known);
				return registry;
			},
			false,
		);

	return {
		publish(routes) {
			known = merge(known, routes);
			byPath = undefined;
			for (const kind of KINDS) {
				registerAll(shared[kind], kind, routes);
				if (own[kind]) registerAll(own[kind], kind, routes);
				for (const named of made[kind].size ? routes : []) {
					const Class = made[kind].get(named.route.index);
					if (Class && named[kind].length) fillClass(Class, planOf(kind, named), bases.WPApiBaseModel);
				}
			}
		},
		fixBases() {
			const { WPApiBaseModel, WPApiBaseCollection } = page;
			bases = { WPApiBaseModel, WPApiBaseCollection };
		},
		nameOf: (kind, index) => find(index)?.[kind][0] ?? '',
	};
}

/** What the newest schema does not know stays as it was. */
function merge(older: NamedRoute[], newer: NamedRoute[]): NamedRoute[] {
	if (!older.length) return newer;
	const paths = new Set(newer.map(({ route }) => route.index));
	return [...newer, ...older.filter(({ route }) => !paths.has(route.index))];
}
