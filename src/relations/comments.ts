/**
 * The comments on an item.
 */

import { listOf } from './related.ts';
import type { AjaxOptions, WPApiCollection, WPApiModel } from '../seams.ts';
import type { Helper } from './helper.ts';

const COMMENTS = '/wp/v2/comments';

/** https://developer.wordpress.org/rest-api/reference/comments/ */
export const comments: Helper = {
	// A type may have a namespace of its own; the comments are in WordPress's.
	appliesTo: ({ fields, routes, shape }) =>
		fields.includes('comment_status') && (routes.has(COMMENTS) || !shape.startsWith('/wp/v2/')),
	methods: {
		/** All of them, unless `data` has a `per_page`. */
		getComments(this: WPApiModel, options?: AjaxOptions): JQuery.Promise<WPApiCollection> {
			return listOf(this, COMMENTS, 'post', options);
		},
	},
};
