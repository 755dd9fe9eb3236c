/**
 * The featured image of an item.
 */

import { relatedModel } from './related.ts';
import type { AjaxOptions, WPApiModel } from '../seams.ts';
import type { Helper } from './helper.ts';

export const featuredMedia: Helper = {
	appliesTo: ({ fields }) => fields.includes('featured_media'),
	methods: {
		getFeaturedMedia(this: WPApiModel, options?: AjaxOptions): JQuery.Promise<WPApiModel> {
			return relatedModel(this, 'featured_media', '/wp/v2/media/{}', 'wp:featuredmedia', options);
		},
	},
};
