/**
 * A route with its name comes in; what its class has on the prototype goes out: route, arguments, helpers.
 */

import { author } from './helpers/author.ts';
import { comments } from './helpers/comments.ts';
import { dates } from './helpers/dates.ts';
import { featuredMedia } from './helpers/featured-media.ts';
import type { Helper, HelperContext, Methods } from './helpers/helper.ts';
import { children, parent } from './helpers/hierarchy.ts';
import { links } from './helpers/links.ts';
import { meta } from './helpers/meta.ts';
import { terms } from './helpers/terms.ts';
import { autosaves, revisions } from './helpers/versions.ts';
import { WPApiBaseModel } from './model.ts';
import type { Kind } from './names.ts';
import { idFieldOf, listShape, requiresForce, type Route } from './routes.ts';
import type { EndpointLike } from './seams.ts';

const HELPERS: Helper[] = [
	author,
	autosaves,
	children,
	comments,
	dates,
	featuredMedia,
	links,
	meta,
	parent,
	revisions,
	terms,
];

/** The properties of a class. */
export function classProperties(
	kind: Kind,
	name: string,
	route: Route,
	endpointModel: EndpointLike,
	extra: Helper[],
): object {
	const { shape, args, options, params } = route;
	const { methods, endpoints } = route.route;
	const shared = { name, route, args, options, methods, endpoints, endpointModel };
	if (kind === 'collections') return withItems(shared);
	const { routes } = endpointModel;
	const listRoute = params.length
		? (routes.get(listShape(shape)) ?? routes.get(listShape(listShape(shape))))
		: undefined;
	// A version of an item has these; of the other items, what can be written says it.
	const fields = /(revisions|autosaves)\/{}$/.test(shape)
		? ['author', 'date', 'meta', 'parent']
		: Object.keys({ ...args, ...listRoute?.args });
	return {
		...shared,
		listRoute,
		idAttribute: idFieldOf(route),
		requireForceForDelete: requiresForce(endpoints) || undefined,
		...helperMethods({ shape, routes, fields }, extra),
	};
}

/** The methods that the helpers give a class. */
export function helperMethods(context: HelperContext, extra: Helper[] = []): Methods {
	const chosen = [...HELPERS, ...extra].filter(({ appliesTo }) => appliesTo(context));
	return Object.assign(
		{},
		...chosen.map(({ methods }) => (typeof methods === 'function' ? methods(context) : methods)),
	) as Methods;
}

/** `Posts.prototype.model` is whatever class stands for the item route at the time of asking. */
function withItems<T extends { route: Route; endpointModel: EndpointLike }>(properties: T): T {
	const { route, endpointModel } = properties;
	const plain = WPApiBaseModel.extend({ name: 'Item', listRoute: route, endpointModel });
	const itemClass = (): unknown => {
		const shape = `${route.shape}/{}`;
		const last = endpointModel.routes.get(shape)?.params.at(-1);
		// What the list takes for a filter is not an id: `/block-types/(namespace)/(name)`.
		const filters =
			last && route.options?.[last.name] && !route.params.some(({ name }) => name === last.name);
		const own = filters ? undefined : endpointModel.find('models', shape);
		return own ?? endpointModel.find('models', `${shape}/{}`) ?? plain;
	};
	return Object.defineProperty(properties, 'model', {
		configurable: true,
		enumerable: true,
		get: itemClass,
		// A subclass, or an instance, may have its own.
		set(this: object, value: unknown) {
			Object.defineProperty(this, 'model', { value, writable: true, configurable: true });
		},
	});
}
