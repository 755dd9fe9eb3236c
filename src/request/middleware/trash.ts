/**
 * Deletes: items go to the trash or are deleted for good, with the arguments that belong into the address.
 */

import type { Concern, WPApiModel } from '../../seams.ts';
import { readQuery } from '../url.ts';

/** The 501 of a type without trash. Posts, pages and comments have one: if a site has switched it off, the caller must ask for `force`. */
const HAVE_TRASH = /\/wp\/v2\/(posts|pages|comments)\//;

/** https://developer.wordpress.org/rest-api/reference/posts/#delete-a-post */
export const trash: Concern = {
	prepare({ method, subject, settings, query }) {
		if (method !== 'delete') return;
		const { force, reassign, data } = settings;
		Object.assign(query, { force, reassign }, readQuery(data));
		delete settings.data; // A DELETE has no body
		// Core sets the property for each model; code may change it, in either direction.
		if ((subject as WPApiModel).requireForceForDelete) query.force ??= true;
	},
	recover({ url, query, subject }, { code }) {
		const isDecided =
			query.force !== undefined ||
			(subject as WPApiModel).requireForceForDelete === false ||
			/[?&]force=/.test(url!) ||
			HAVE_TRASH.test(url!);
		if (!code?.endsWith('rest_trash_not_supported') || isDecided) return undefined;
		query.force = true;
		return Promise.resolve();
	},
};
