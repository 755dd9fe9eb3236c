/**
 * The item above and the items below one: of pages, terms and comments, and the item that a revision is of.
 */

import { mapped } from '../promises.ts';
import { listOf, relatedModel } from './related.ts';
import { listShape } from '../schema/routes.ts';
import type { AjaxOptions, WPApiCollection, WPApiModel, WPApiXHR } from '../seams.ts';
import type { Helper } from './helper.ts';

/** A version's parent is the item whose route its own route continues. */
const parentShape = (shape: string): string => shape.replace(/\/(revisions|autosaves)\/{}$/, '');

export const parent: Helper = {
	appliesTo: ({ fields }) => fields.includes('parent'),
	methods: {
		getParent(this: WPApiModel, options?: AjaxOptions): JQuery.Promise<WPApiModel> {
			const { shape } = this.route;
			const above = parentShape(shape);
			const isNamed = above !== shape && this.endpointModel.routes.get(above)?.params.at(-1)?.slashes;
			if (isNamed) return namedParent(this, above, options);
			// The link `up` of a comment leads to its post.
			const relation = above !== shape ? 'parent' : this.args?.post ? 'in-reply-to' : 'up';
			return relatedModel(this, 'parent', above, relation, options);
		},
	},
};

/** A template has an id such as `theme//home`. Of its revisions, `parent` is the number of a post, which has no route. */
function namedParent(
	model: WPApiModel,
	shape: string,
	options: AjaxOptions = {},
): JQuery.Promise<WPApiModel> {
	const Parent = model.endpointModel.find('models', shape);
	const { name = '' } = model.route.params.at(-2) ?? {};
	const id = [model.params[name], model.get('parent') as unknown].find((value) => value && !Number(value));
	if (!Parent || !id) return (model as Linking).getLinked('parent', options);
	const parent = new Parent({ id });
	const { signal } = options;
	return mapped(parent.fetch({ signal } as object) as unknown as WPApiXHR, () => parent);
}

interface Linking extends WPApiModel {
	getLinked(relation: string, options: AjaxOptions): JQuery.Promise<WPApiModel>;
}

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
