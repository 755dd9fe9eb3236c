/**
 * The item above and the items below one: of pages, terms and comments, and the item that a revision is of.
 */

import { listOf, relatedModel } from '../related.ts';
import { listShape } from '../schema/routes.ts';
import type { AjaxOptions, WPApiCollection, WPApiModel } from '../seams.ts';
import type { Helper } from './helper.ts';

/** A version's parent is the item whose route its own route continues. */
const parentShape = (shape: string): string => shape.replace(/\/(revisions|autosaves)\/{}$/, '');

export const parent: Helper = {
	appliesTo: ({ fields }) => fields.includes('parent'),
	methods: {
		getParent(this: WPApiModel, options?: AjaxOptions): JQuery.Promise<WPApiModel> {
			const { shape } = this.route;
			const above = parentShape(shape);
			// The link `up` of a comment leads to its post.
			const relation = above !== shape ? 'parent' : this.args?.post ? 'in-reply-to' : 'up';
			return relatedModel(this, 'parent', above, relation, options);
		},
	},
};

export const children: Helper = {
	appliesTo({ fields, routes, shape }) {
		const list = routes.get(listShape(shape));
		// In the path of a list, `parent` is no filter.
		return fields.includes('parent') && !!list?.options?.parent && !list.params.length;
	},
	methods: {
		/** All of them, unless `data` has a `per_page`. */
		getChildren(this: WPApiModel, options?: AjaxOptions): JQuery.Promise<WPApiCollection> {
			return listOf(this, listShape(this.route.shape), 'parent', options);
		},
	},
};
