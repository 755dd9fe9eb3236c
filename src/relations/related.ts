/**
 * An item and a relation come in; a promise of the related model or collection goes out: embedded if the answer
 * had it, loaded if not.
 */

import $ from 'jquery';
import { WPApiError } from '../errors.ts';
import { fetched } from './fetched.ts';
import { loadItem } from './gather-reads.ts';
import { mapped, rejected } from '../promises.ts';
import type { AjaxOptions, Attributes, ModelClass, WPApiCollection, WPApiModel } from '../seams.ts';
import { readQuery } from '../request/url.ts';

/** The model behind an id in a field. `shape` is its item route, `relation` its name among `_embedded`. */
export function relatedModel(
	model: WPApiModel,
	field: string,
	shape: string,
	relation: string,
	options: AjaxOptions = {},
): JQuery.Promise<WPApiModel> {
	const { endpointModel } = model;
	const id = Number(model.get(field));
	const Related = endpointModel.find('models', shape);
	if (!id || !Related) return rejected(new WPApiError('not_related', `This item has no "${field}".`));
	const embedded = options.fresh ? undefined : embeddedItems(model, relation).find((item) => item.id === id);
	return modelOf(Related, embedded ?? loadItem(endpointModel, shape, id, options));
}

/** Attributes, here or to come, as a model of one caller's own. What is here already settles at once, as in core. */
export function modelOf(
	Class: ModelClass,
	attributes: Attributes | JQuery.Promise<Attributes>,
): JQuery.Promise<WPApiModel> {
	return mapped(
		$.when(attributes) as JQuery.Promise<Attributes>,
		(found) => new Class($.extend(true, {}, found), { parse: true }),
	);
}

/** A list below the route of an item. */
export function listBelow(
	model: WPApiModel,
	name: string,
	options?: AjaxOptions,
): JQuery.Promise<WPApiCollection> {
	const parent: unknown = model.id;
	return mapped(relatedList(model, `${model.route.shape}/${name}`, { parent }, options), (list) => {
		// Of an answer with some of the fields only it may not be one.
		for (const item of list.models) if (!item.has('parent')) item.set({ parent }, { silent: true });
		return list;
	});
}

/** Those of a list that name the item in an argument, all of them unless the caller asks for a page. */
export function listOf(
	model: WPApiModel,
	shape: string,
	argument: string,
	{ data, ...options }: AjaxOptions = {},
): JQuery.Promise<WPApiCollection> {
	const query = { [argument]: model.id as unknown, ...readQuery(data) };
	return relatedList(model, shape, {}, { ...options, data: query }, 'per_page' in query);
}

function relatedList(
	model: WPApiModel,
	shape: string,
	params: object,
	options: AjaxOptions | undefined,
	isPage = true,
): JQuery.Promise<WPApiCollection> {
	const List = model.endpointModel.find('collections', shape);
	if (!model.id || !List)
		return rejected(new WPApiError('not_related', 'Save this item first: it has no id yet.'));
	const list = new List(null, params);
	return mapped((isPage ? fetched(() => list, options) : list.fetchAll(options)) as never, () => list);
}

/** What came along with an item under a relation. Terms come as a list a taxonomy; what could not be read is an error. */
export function embeddedItems(model: WPApiModel, relation: string): Attributes[] {
	const embedded = (model.get('_embedded') as Record<string, unknown[]> | undefined)?.[relation];
	return ((embedded ?? []) as Attributes[]).flat().filter((item) => item?.id);
}
