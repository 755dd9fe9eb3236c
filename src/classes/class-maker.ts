/**
 * Makes the classes of one site when somebody asks for them, each once, and completes those that exist when a schema arrives.
 */

import { lazily } from '../lazy.ts';
import type { Kind, NamedRoute } from '../schema/class-names.ts';
import type { AnyClass, CollectionClass, EndpointLike, ModelClass, Registry } from '../seams.ts';
import { defineClass, fillClass, type ClassPlan } from './define-class.ts';
import { register } from './registry.ts';
import type { Helper } from '../relations/helper.ts';

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

/** `shared` are the registries of the root. The site's own are attributes of its endpoint. */
export function createClassMaker(
	endpoint: EndpointLike,
	shared: Registries,
	page: Bases,
	helpers: Helper[],
): ClassMaker {
	/** All routes so far, by their paths in the index. */
	const known = new Map<string, NamedRoute>();
	const made = { models: new Map<string, AnyClass>(), collections: new Map<string, AnyClass>() };
	const own: Partial<Registries> = {};
	let bases = page;

	const planOf = (kind: Kind, index: string): ClassPlan => {
		const { route, [kind]: names } = known.get(index)!;
		return { kind, name: names[0]!, route, endpointModel: endpoint, helpers };
	};
	const make = (kind: Kind, index: string): AnyClass => {
		const { WPApiBaseModel, WPApiBaseCollection } = bases;
		const Base = kind === 'models' ? WPApiBaseModel : WPApiBaseCollection;
		const Class = made[kind].get(index) ?? defineClass(Base, planOf(kind, index), WPApiBaseModel);
		made[kind].set(index, Class);
		return Class;
	};
	const registerIn = (registry: Registry<AnyClass>, kind: Kind, named: NamedRoute): void => {
		const { route, [kind]: names } = named;
		if (names.length) register(registry, names, route, () => make(kind, route.index));
	};
	for (const kind of KINDS)
		lazily(
			endpoint.attributes as object,
			kind,
			() => {
				const registry: Registry<AnyClass> = (own[kind] = {});
				for (const named of known.values()) registerIn(registry, kind, named);
				return registry;
			},
			false,
		);

	return {
		publish(routes) {
			for (const named of routes) known.set(named.route.index, merge(known.get(named.route.index), named));
			for (const kind of KINDS) {
				for (const named of routes) {
					registerIn(shared[kind], kind, named);
					if (own[kind]) registerIn(own[kind], kind, named);
					const { index } = named.route;
					const Class = made[kind].get(index);
					if (Class) fillClass(Class, planOf(kind, index), bases.WPApiBaseModel);
				}
			}
		},
		fixBases() {
			const { WPApiBaseModel, WPApiBaseCollection } = page;
			bases = { WPApiBaseModel, WPApiBaseCollection };
		},
		nameOf: (kind, index) => known.get(index)?.[kind][0] ?? '',
	};
}

/** A route that has lost its class of a kind keeps its names: references to the class hold. */
function merge(old: NamedRoute | undefined, { route, models, collections }: NamedRoute): NamedRoute {
	return {
		route,
		models: models.length ? models : (old?.models ?? []),
		collections: collections.length ? collections : (old?.collections ?? []),
	};
}
