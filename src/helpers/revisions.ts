/**
 * Earlier versions of an item.
 */

import { relatedCollection } from '../related.ts';
import type { WPApiCollection, WPApiModel } from '../seams.ts';
import type { Helper } from './helper.ts';

/** https://developer.wordpress.org/rest-api/reference/post-revisions/ */
export const revisions: Helper = {
	appliesTo: ({ shape, routes }) => routes.has(`${shape}/revisions`),
	methods: {
		getRevisions(this: WPApiModel): JQuery.Promise<WPApiCollection> {
			return relatedCollection(this, `${this.route.shape}/revisions`);
		},
	},
};
