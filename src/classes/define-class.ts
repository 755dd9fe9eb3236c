/**
 * Makes the class of a route, and fills its prototype: the route, its arguments, the methods that its fields call for.
 */

import type { Helper, HelperContext, Methods } from '../relations/helper.ts';
import { lazily } from '../lazy.ts';
import type { Kind } from '../schema/class-names.ts';
import { idFieldOf, listShape, requiresForce, type Route } from '../schema/routes.ts';
import type { AnyClass, EndpointLike, ModelClass } from '../seams.ts';

/** What a class is made from. */
export interface ClassPlan {
	kind: Kind;
	/** The first of its names. */
	name: string;
	route: Route;
	endpointModel: EndpointLike;
	/** Those that a class may get. */
	helpers: Helper[];
}

/** A class with two prototypes: what a page puts on the upper one stays when the lower one is filled again. */
export function defineClass(Base: AnyClass, plan: ClassPlan, BaseModel: ModelClass): AnyClass {
	const Class = (Base as ModelClass).extend().extend() as AnyClass;
	fillClass(Class, plan, BaseModel);
	return Class;
}

/** Fills the lower prototype, the first time or again: references to the class hold. */
export function fillClass(Class: AnyClass, plan: ClassPlan, BaseModel: ModelClass): void {
	const { kind, name, route, endpointModel, helpers } = plan;
	const lower = Object.getPrototypeOf(Class.prototype) as object;
	Object.assign(lower, { name, route, endpointModel });
	lazily(lower, 'args', () => route.args);
	lazily(lower, 'options', () => route.options);
	lazily(lower, 'methods', () => route.route.methods);
	lazily(lower, 'endpoints', () => route.route.endpoints);
	if (kind === 'collections') addModel(lower, route, endpointModel, BaseModel);
	else Object.assign(lower, itemProperties(route, endpointModel, helpers));
}

function itemProperties(route: Route, { routes }: EndpointLike, helpers: Helper[]): object {
	const { shape, params } = route;
	const listRoute = params.length
		? (routes.get(listShape(shape)) ?? routes.get(listShape(listShape(shape))))
		: undefined;
	// A version of an item has these; of the other items, what can be written says it.
	const fields = /(revisions|autosaves)\/{}$/.test(shape)
		? ['author', 'date', 'meta', 'parent']
		: Object.keys({ ...route.args, ...listRoute?.args });
	return {
		listRoute,
		idAttribute: idFieldOf(route),
		requireForceForDelete: requiresForce(route.route.endpoints) || undefined,
		...helperMethods({ shape, routes, fields }, helpers),
	};
}

/** The methods that the helpers give a class. */
export function helperMethods(context: HelperContext, helpers: Helper[]): Methods {
	const chosen = helpers.filter(({ appliesTo }) => appliesTo(context));
	return Object.assign(
		{},
		...chosen.map(({ methods }) => (typeof methods === 'function' ? methods(context) : methods)),
	) as Methods;
}

/** `Posts.prototype.model` is whatever class stands for the item route at the time of asking. */
function addModel(lower: object, route: Route, endpointModel: EndpointLike, BaseModel: ModelClass): void {
	let plain: ModelClass | undefined;
	Object.defineProperty(lower, 'model', {
		configurable: true,
		enumerable: true,
		get: () =>
			itemClass(route, endpointModel) ??
			(plain ??= BaseModel.extend({ name: 'Item', listRoute: route, endpointModel })),
		// A subclass, or an instance, may have its own.
		set(this: object, value: unknown) {
			Object.defineProperty(this, 'model', { value, writable: true, configurable: true });
		},
	});
}

function itemClass(route: Route, endpointModel: EndpointLike): ModelClass | undefined {
	const shape = `${route.shape}/{}`;
	const last = endpointModel.routes.get(shape)?.params.at(-1);
	// What the list takes for a filter is not an id: `/block-types/(namespace)/(name)`.
	const filters = last && route.options?.[last.name] && !route.params.some(({ name }) => name === last.name);
	const own = filters ? undefined : endpointModel.find('models', shape);
	return own ?? endpointModel.find('models', `${shape}/{}`);
}
