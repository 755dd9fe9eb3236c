/**
 * The terms of an item, in any taxonomy of its type: `getTerms( 'genres' )`, and a pair of methods for each, `getGenres()`
 * with `setGenres()`.
 */

import $ from 'jquery';
import { pascalCase } from '../schema/class-names.ts';
import { WPApiError } from '../errors.ts';
import { loadItem } from './gather-reads.ts';
import { mapped, rejected } from '../promises.ts';
import { embeddedItems, listOf } from './related.ts';
import type { AjaxOptions, Attributes, WPApiCollection, WPApiModel, WPApiXHR } from '../seams.ts';
import { taxonomyClasses, taxonomyFields } from './taxonomies.ts';
import { termIds, termKeys, type TermOptions } from './term-ids.ts';
import type { Helper, Methods } from './helper.ts';

export const terms: Helper = {
	appliesTo: (context) => taxonomyFields(context).length > 0,
	methods: (context) =>
		Object.assign(
			{
				/** Resolves with a collection. `taxonomy` is its field: `tags`, `genres`. */
				getTerms(this: WPApiModel, taxonomy: string, options?: AjaxOptions): JQuery.Promise<WPApiCollection> {
					return mapped(load(this, taxonomy, options), (found) => {
						return new (taxonomyClasses(this, taxonomy)!.Terms)(found, { parse: true });
					});
				},
				/** Takes ids, slugs, names, models or a collection, and saves them at once. */
				setTerms(this: WPApiModel, taxonomy: string, chosen: unknown, options?: TermOptions): unknown {
					return assign(this, taxonomy, chosen, options);
				},
			},
			...taxonomyFields(context).map(methodsFor),
		) as Methods,
};

function methodsFor(field: string): Methods {
	const name = pascalCase(field);
	return {
		/** Resolves with plain objects, as in core. */
		[`get${name}`](this: WPApiModel, options?: AjaxOptions) {
			return load(this, field, options);
		},
		[`set${name}`](this: WPApiModel, chosen: unknown, options?: TermOptions) {
			return assign(this, field, chosen, options);
		},
		[`set${name}WithCollection`](this: WPApiModel, chosen: WPApiCollection) {
			return save(this, field, chosen.pluck('id'));
		},
	};
}

/** Why there are no classes for a field. */
function notFound<T>({ args }: WPApiModel, field: string): JQuery.Promise<T> {
	const message = args?.[field]
		? `The routes of "${field}" are not loaded: call api.init( { versionString } ) with their namespace.`
		: `This item has no taxonomy "${field}".`;
	return rejected(new WPApiError('not_related', message));
}

function load(model: WPApiModel, field: string, options: AjaxOptions = {}): JQuery.Promise<Attributes[]> {
	const taxonomy = taxonomyClasses(model, field);
	if (!taxonomy) return notFound(model, field);
	const { endpointModel, route } = taxonomy.Terms.prototype;
	const given: unknown = model.get(field) ?? (model.isNew() ? [] : undefined);
	// An item that was not fetched yet does not know its terms; the server does.
	if (given === undefined)
		return mapped(listOf(model, route.shape, 'post', options), (list) =>
			list.map(({ attributes }) => attributes as Attributes),
		);
	// A form has them as text.
	const ids = String(given).split(',').map(Number).filter(Boolean);
	const embedded = options.fresh ? [] : embeddedItems(model, 'wp:term');
	const found = ids.map(
		(id) =>
			embedded.find((term) => term.id === id) ??
			present(loadItem(endpointModel, `${route.shape}/{}`, id, options)),
	);
	// `$.when` gives several arguments, or the first one's.
	const all = $.when(...(found as never[]), []) as unknown as JQuery.Promise<Attributes>;
	// Copies: other items may have the same terms.
	return mapped(all, (...items) => $.extend(true, [], items.flat()) as Attributes[]);
}

/** A term that is gone is left out, as WordPress does it. */
function present(term: JQuery.Promise<Attributes>): JQuery.Promise<Attributes | Attributes[]> {
	const deferred = $.Deferred<Attributes | Attributes[]>();
	const failed = (failure: { status?: number }): unknown =>
		failure.status === 404 ? deferred.resolve([]) : deferred.reject(failure);
	term.done(deferred.resolve).fail(failed as never);
	return deferred.promise();
}

function assign(
	model: WPApiModel,
	field: string,
	chosen: unknown,
	options: TermOptions = {},
): JQuery.Promise<unknown> {
	const taxonomy = taxonomyClasses(model, field);
	if (!taxonomy) return notFound(model, field);
	const saved = (ids: unknown[]): JQuery.Promise<unknown> =>
		save(model, field, ids, options.signal) ||
		rejected(new WPApiError('method_not_allowed', String(model.validationError)));
	const keys = termKeys(chosen);
	// Ids need no question: what is saved is saved at once, as in core.
	if (keys.every((key) => typeof key === 'number')) return saved(keys);
	return $.when(termIds(keys, taxonomy, options).then(saved)) as JQuery.Promise<unknown>;
}

function save(model: WPApiModel, field: string, ids: unknown[], signal?: AbortSignal): WPApiXHR | false {
	return model.save({ [field]: [...new Set(ids)] }, { patch: true, signal } as object);
}
