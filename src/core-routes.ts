/**
 * The well-known routes of `wp/v2` in short form go in; an index such as WordPress prints goes out, so that `Post`
 * and `Posts` exist before any schema has arrived.
 */

import type { Arg, RouteDescription, Schema } from './types.ts';

/** Each line is a route: its path, the arguments for writing that helpers go by, and `force` where nothing goes to the trash. */
const TABLE = `posts/id date,author,featured_media,meta,comment_status,categories,tags
pages/id date,author,featured_media,meta,comment_status,parent
media/id date,author,featured_media,meta,comment_status
blocks/id date,meta
comments/id date,author,meta,parent,post
categories/id meta,parent force
tags/id meta force
users/id meta force
users/me meta force
posts/parent/revisions/id  force
pages/parent/revisions/id  force
types/type
statuses/status
taxonomies/taxonomy
settings title`;

/** https://developer.wordpress.org/rest-api/reference/ */
export function coreSchema(): Schema {
	const routes: Schema['routes'] = {};
	for (const line of TABLE.split('\n')) {
		const [path = '', args, force] = line.split(' ');
		const item = `/wp/v2/${path}`
			.replace(/\b(id|parent)\b/g, '(?P<$1>[\\d]+)')
			.replace(/\b(type|status|taxonomy)$/, '(?P<$1>[\\w-]+)');
		if (item.endsWith(')')) routes[item.replace(/\/[^/]+$/, '')] = describe(args, ['POST']);
		routes[item] = describe(args, ['POST', 'PUT', 'PATCH'], { required: force === 'force' });
	}
	return { routes };
}

/** A route without arguments for writing is only read, or deleted where that takes `force`. */
function describe(args: string | undefined, writes: string[], force?: Arg): RouteDescription {
	const named = (names: string): Record<string, Arg> =>
		Object.fromEntries(names.split(',').map((name) => [name, {}]));
	const endpoints = [{ methods: ['GET'], args: args ? named('page,slug,include,parent') : {} }];
	if (args) endpoints.push({ methods: writes, args: named(args) });
	if (force && (args || force.required)) endpoints.push({ methods: ['DELETE'], args: { force } });
	return { methods: endpoints.flatMap(({ methods }) => methods), endpoints };
}
