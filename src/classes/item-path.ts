/**
 * An item's id and the values of the parameters in its path, for `model.ts`: `posts/7/revisions/9` is `parent: 7` and `id: 9`.
 */

import { idFieldOf } from '../schema/routes.ts';
import type { Attributes, WPApiCollection, WPApiModel } from '../seams.ts';

/** Attributes with the id under the field that the class uses: the answer, or the caller, may call it `id`, or as the path does. */
export function withId({ idAttribute, route }: WPApiModel, attributes?: Attributes): Attributes | undefined {
	const field = route ? idFieldOf(route) : 'id';
	// A subclass may go by another field, which is not what the path calls the id.
	if (idAttribute !== field || own(attributes, field) !== undefined) return attributes;
	const id = own(attributes, 'id') ?? own(attributes, route?.params.at(-1)?.name ?? 'id');
	return id === undefined ? attributes : { [field]: id, ...attributes };
}

/** WordPress has no id 0, and '' is none. */
export const hasId = ({ attributes, idAttribute }: WPApiModel): boolean =>
	!!(own(attributes as object, idAttribute) || own(attributes as object, 'id'));

/** The id in the path, whatever `idAttribute` a subclass has. */
export const pathId = ({ attributes, route }: WPApiModel): unknown =>
	own(attributes as object, idFieldOf(route)) || own(attributes as object, 'id');

/** The value of a parameter by its position, which is the same in the route of the item and in that of its list. */
export function paramValue(model: WPApiModel, position: number): unknown {
	const { attributes, params, route, collection } = model;
	const { name, slashes } = route.params[position]!;
	const fromEnd = route.params.length - position;
	const id = pathId(model);
	// `core/paragraph` for `/(namespace)/(name)`: an id may span the last parameters.
	const ids = slashes || route.params.length < 2 ? [id] : String(id ?? '').split('/');
	if (fromEnd === 1) return ids.at(-1);
	const { parent, parent_post: parentPost } = attributes as Attributes;
	const list = collection as unknown as WPApiCollection | undefined;
	return (
		own(params, name) ||
		own(attributes as object, name) ||
		(fromEnd === 2 && (parent || parentPost)) ||
		ids.at(-fromEnd) ||
		list?.paramValues?.()[position]
	);
}

/** An attribute, and not what every object has: a parameter may be called `constructor`. */
function own(attributes: object | undefined, name: string): unknown {
	return attributes && Object.hasOwn(attributes, name) ? (attributes as Attributes)[name] : undefined;
}
