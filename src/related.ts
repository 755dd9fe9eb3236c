/**
 * An item and a relation come in; a promise of the related model or collection goes out: embedded if the answer
 * had it, loaded if not.
 */

import $ from 'jquery';
import { WPApiError } from './errors.ts';
import { mapped, rejected } from './promises.ts';
import type { WPApiCollection, WPApiModel, WPApiXHR } from './seams.ts';

export type Attributes = Record<string, unknown>;

/** The model behind an id in a field. `shape` is its item route, `relation` its name among `_embedded`. */
export function relatedModel(
	model: WPApiModel,
	field: string,
	shape: string,
	relation: string,
): JQuery.Promise<WPApiModel> {
	const id = Number(model.get(field));
	const Related = model.endpointModel.find('models', shape);
	if (!id || !Related) return rejected(new WPApiError('not_related', `This item has no "${field}".`));
	const embedded = embeddedItems(model, relation).find((item) => item.id === id);
	// Already here: settled at once, as in core
	if (embedded)
		return $.Deferred<WPApiModel>()
			.resolve(new Related(embedded, { parse: true }))
			.promise();
	const related = new Related({ id });
	return mapped(related.fetch() as unknown as WPApiXHR, () => related);
}

/** A list below the route of an item. */
export function relatedCollection(model: WPApiModel, shape: string): JQuery.Promise<WPApiCollection> {
	const List = model.endpointModel.find('collections', shape);
	const parent: unknown = model.id;
	if (!parent || !List)
		return rejected(new WPApiError('not_related', 'Save this item first: it has no id yet.'));
	const list = new List(null, { parent });
	return mapped(list.fetch() as unknown as WPApiXHR, () => list);
}

/** What came along with an item under a relation. Terms come as a list a taxonomy; what could not be read is an error. */
export function embeddedItems(model: WPApiModel, relation: string): Attributes[] {
	const embedded = (model.get('_embedded') as Record<string, unknown[]> | undefined)?.[relation];
	return ((embedded ?? []) as Attributes[]).flat().filter((item) => item?.id);
}
