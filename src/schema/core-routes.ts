/**
 * The well-known routes of `wp/v2` in short form go in; an index such as WordPress prints goes out, so that `Post`
 * and `Posts` exist before any schema has arrived.
 */

import type { Arg, RouteDescription, Schema } from '../types.ts';

/** A line a route: its path, and the arguments for writing that helpers go by. */
const TABLE = `posts/id date,author,featured_media,meta,comment_status,categories,tags
pages/id date,author,featured_media,meta,comment_status,parent
media/id date,author,featured_media,meta,comment_status
blocks/id date,meta
comments/id date,author,meta,parent,post
categories/id meta,parent
tags/id meta
users/id meta
users/me meta
posts/parent/revisions/id
pages/parent/revisions/id
types/type
statuses/status
taxonomies/taxonomy
settings title`;

/** https://developer.wordpress.org/rest-api/reference/ */
export function coreSchema(): Schema {
	const routes: Schema['routes'] = {};
	for (const line of TABLE.split('\n')) {
		const [path = '', args] = line.split(' ');
		const item = `/wp/v2/${path}`
			.replace(/\b(id|parent)\b/g, '(?P<$1>[\\d]+)')
			.replace(/\b(type|status|taxonomy)$/, '(?P<$1>[\\w-]+)');
		if (item.endsWith(')')) routes[item.replace(/\/[^/]+$/, '')] = describe(args, 'POST');
		routes[item] = describe(args, 'POST,PUT,PATCH,DELETE');
	}
	return { routes };
}

/** What has no arguments for writing is only read. */
function describe(args: string | undefined, verbs: string): RouteDescription {
	const named = (names: string): Record<string, Arg> =>
		Object.fromEntries(names.split(',').map((name) => [name, {}]));
	const reads = { methods: ['GET'], args: args ? named('page,slug,include,parent') : {} };
	const endpoints = args ? [reads, { methods: verbs.split(','), args: named(args) }] : [reads];
	return { methods: endpoints.flatMap(({ methods }) => methods), endpoints };
}
