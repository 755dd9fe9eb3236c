/**
 * Items of types without a trash are deleted for good, when WordPress says that there is none. `encode-model.ts` adds it to deletions.
 */

import { recovered } from '../answer.ts';
import type { Middleware } from '../request.ts';

/** The 501 of a type without trash. Posts, pages and comments have one: if a site has switched it off, the caller must ask for `force`. */
const HAVE_TRASH = /\/wp\/v2\/(posts|pages|comments)\//;

/** https://developer.wordpress.org/rest-api/reference/posts/#delete-a-post */
export const trash: Middleware = (request, next) =>
	recovered(next(request), ({ code }) => {
		const { url, query } = request;
		const isDecided = query.force !== undefined || /[?&]force=/.test(url) || HAVE_TRASH.test(url);
		if (!code?.endsWith('rest_trash_not_supported') || isDecided) return undefined;
		return next({ ...request, query: { ...query, force: true } });
	});
