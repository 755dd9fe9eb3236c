/**
 * What the server answers for one item: that item, also where it was asked for by its slug and came in a list.
 */

import { remember } from '../changes.ts';
import { WPApiError } from '../errors.ts';
import type { WPApiModel } from '../seams.ts';
import type { Concern } from './request.ts';

export const item: Concern = {
	accept({ method, subject }, data) {
		const [found] = Array.isArray(data) ? (data as unknown[]) : [data];
		if (Array.isArray(data) && !found) throw new WPApiError('not_found', 'Nothing has this slug.', 404);
		// Here as well as in `parse()`, which a subclass may have replaced
		if (method !== 'delete') remember(subject as WPApiModel, found);
		return found;
	},
};
