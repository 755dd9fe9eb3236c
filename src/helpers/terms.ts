/**
 * The terms of an item, a pair of methods for each taxonomy of its type: `getTags()`, `setTags()`, `getGenres()`.
 */

import $ from 'jquery';
import { pascalCase } from '../names.ts';
import { WPApiError } from '../errors.ts';
import { rejected } from '../promises.ts';
import { embeddedItems, type Attributes } from '../related.ts';
import type { CollectionClass, WPApiCollection, WPApiModel, WPApiXHR } from '../seams.ts';
import { termIds } from '../terms.ts';
import type { Helper, HelperContext, Methods } from './helper.ts';

export const terms: Helper = {
	appliesTo: () => true,
	methods: (context) => Object.assign({}, ...taxonomiesOf(context).map(methodsFor)) as Methods,
};

/** Fields that are lists of terms: there is a list of the same name, one that can leave empty terms out. */
function taxonomiesOf({ fields, routes, shape }: HelperContext): string[] {
	const isTaxonomy = (field: string): boolean => {
		// A menu item is in one menu, a number.
		const { type = 'array' } = routes.get(shape)?.args?.[field] ?? {};
		return (
			[type].flat().includes('array') && routes.get(`/wp/v2/${field}`)?.options?.hide_empty !== undefined
		);
	};
	return fields.filter((field) => /^(categories|tags)$/.test(field) || isTaxonomy(field));
}

function methodsFor(field: string): Methods {
	const name = pascalCase(field);
	const classOf = ({ endpointModel }: WPApiModel): CollectionClass =>
		endpointModel.find('collections', `/wp/v2/${field}`)!;
	const save = (model: WPApiModel, ids: unknown[]): WPApiXHR | false =>
		model.save({ [field]: ids }, { patch: true });
	return {
		/** Resolves with plain objects, as in core. */
		[`get${name}`](this: WPApiModel): JQuery.Promise<Attributes[]> {
			const ids = this.get(field) as number[] | undefined;
			const embedded = embeddedItems(this, 'wp:term').filter(({ id }) => ids?.includes(id as number));
			if (ids ? embedded.length === ids.length : this.isNew()) return $.when(embedded);
			// An item that was not fetched yet does not know its terms; the server does.
			const data = { ...(ids ? { include: ids } : { post: this.id as unknown }), per_page: 100 };
			return new (classOf(this))().fetch({ data }) as unknown as JQuery.Promise<Attributes[]>;
		},

		/** Takes ids, slugs, models or a collection, and saves them at once. */
		[`set${name}`](this: WPApiModel, chosen: unknown): JQuery.Promise<unknown> {
			const deferred = $.Deferred();
			const saved = (ids: unknown[]): unknown =>
				(save(this, ids) || rejected(new WPApiError('method_not_allowed', String(this.validationError))))
					.done(deferred.resolve)
					.fail(deferred.reject);
			termIds(chosen, classOf(this)).done(saved).fail(deferred.reject);
			return deferred.promise();
		},

		[`set${name}WithCollection`](this: WPApiModel, chosen: WPApiCollection): WPApiXHR | false {
			return save(this, chosen.pluck('id'));
		},
	};
}
