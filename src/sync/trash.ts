/**
 * Deleting: what goes to the trash, what is deleted for good, and which arguments go along in the address.
 */

import type { Concern } from '../seams.ts';
import { readQuery } from './url.ts';

/** https://developer.wordpress.org/rest-api/reference/posts/#delete-a-post */
export const trash: Concern = {
	prepare({ method, subject, options, query }) {
		if (method !== 'delete') return;
		const { force, reassign, data } = options;
		Object.assign(query, { force, reassign }, readQuery(data));
		delete options.data; // A DELETE has no body
		const { args } = subject.endpoints?.find(({ methods }) => methods.includes('DELETE')) ?? {};
		// So says WordPress that a type has no trash: terms, users, revisions.
		const never = args?.force?.required || /^Required to be true/.test(args?.force?.description ?? '');
		if (never) query.force ??= true;
	},
	recover({ url, query }, { code }) {
		// Everybody knows posts, pages and comments to have a trash. Where a site has switched it off, deleting for good is for
		// the caller to ask for, as in core.
		const asked = query.force !== undefined || /[?&]force=|\/wp\/v2\/(posts|pages|comments)\//.test(url!);
		if (!code?.endsWith('rest_trash_not_supported') || asked) return undefined;
		query.force = true;
		return Promise.resolve();
	},
};
