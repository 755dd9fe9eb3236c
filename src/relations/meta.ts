/**
 * Registered meta of an item, read and set by key.
 */

import type { WPApiModel } from '../seams.ts';
import type { Helper } from './helper.ts';

type Meta = Record<string, unknown>;

/** A copy: a change must show as one. PHP sends `[]` where nothing is registered. */
const metaOf = (model: WPApiModel): Meta => {
	return { ...(model.get('meta') as Meta | undefined) };
};

/** https://developer.wordpress.org/rest-api/extending-the-rest-api/modifying-responses/#working-with-registered-meta-in-the-rest-api */
export const meta: Helper = {
	appliesTo: ({ fields }) => fields.includes('meta'),
	methods: {
		getMeta(this: WPApiModel, key: string): unknown {
			return metaOf(this)[key];
		},
		getMetas(this: WPApiModel): Meta {
			return metaOf(this);
		},
		setMeta(this: WPApiModel, key: string, value: unknown): void {
			this.set('meta', { ...metaOf(this), [key]: value });
		},
		setMetas(this: WPApiModel, values: Meta): void {
			this.set('meta', { ...metaOf(this), ...values });
		},
	},
};
