/**
 * Other versions of an item: its revisions and its autosaves.
 */

import { listBelow } from './related.ts';
import type { AjaxOptions, WPApiCollection, WPApiModel } from '../seams.ts';
import type { Helper } from './helper.ts';

/** https://developer.wordpress.org/rest-api/reference/post-revisions/ */
export const revisions: Helper = {
	appliesTo: ({ shape, routes }) => routes.has(`${shape}/revisions`),
	methods: {
		getRevisions(this: WPApiModel, options?: AjaxOptions): JQuery.Promise<WPApiCollection> {
			return listBelow(this, 'revisions', options);
		},
	},
};

/** To autosave: `( await post.getAutosaves() ).create( { content } )`. */
export const autosaves: Helper = {
	appliesTo: ({ shape, routes }) => routes.has(`${shape}/autosaves`),
	methods: {
		getAutosaves(this: WPApiModel, options?: AjaxOptions): JQuery.Promise<WPApiCollection> {
			return listBelow(this, 'autosaves', options);
		},
	},
};
