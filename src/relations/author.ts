/**
 * The user who wrote an item.
 */

import { relatedModel } from './related.ts';
import type { AjaxOptions, WPApiModel } from '../seams.ts';
import type { Helper } from './helper.ts';

export const author: Helper = {
	appliesTo: ({ fields }) => fields.includes('author'),
	methods: {
		getAuthorUser(this: WPApiModel, options?: AjaxOptions): JQuery.Promise<WPApiModel> {
			return relatedModel(this, 'author', '/wp/v2/users/{}', 'author', options);
		},
	},
};
