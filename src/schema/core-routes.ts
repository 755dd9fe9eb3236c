/**
 * The well-known routes of `wp/v2`, in short form. Their classes, `Post` and `Posts` among them, exist before any schema has arrived;
 * the schema completes them.
 */

import { nameAll, type NamedRoute } from './class-names.ts';
import { readRoute } from './routes.ts';
import type { Settings } from './settings.ts';
import type { Arg, EndpointDescription } from '../types.ts';

const ID = '/(?P<id>[\\d]+)';
const VERSIONS = '/(?P<parent>[\\d]+)/revisions';

const POST = 'date author featured_media meta comment_status';

/** The path of the list, that of an item below it, the names of the model and of the collection, arguments for writing. */
const TABLE: [list: string, item: string, models: string[], collections: string[], args?: string][] = [
	['posts', ID, ['Post'], ['Posts'], `${POST} categories tags`],
	['pages', ID, ['Page'], ['Pages'], `${POST} parent`],
	['media', ID, ['Media'], ['Media'], POST],
	['blocks', ID, ['Blocks', 'Block'], ['Blocks'], 'date meta'],
	['comments', ID, ['Comment'], ['Comments'], 'date author meta parent post'],
	['categories', ID, ['Category'], ['Categories'], 'meta parent'],
	['tags', ID, ['Tag'], ['Tags'], 'meta'],
	['users', ID, ['User'], ['Users'], 'meta'],
	['users/me', '', ['UsersMe'], [], 'meta'],
	['posts' + VERSIONS, ID, ['PostRevision'], ['PostRevisions']],
	['pages' + VERSIONS, ID, ['PageRevision'], ['PageRevisions']],
	['types', '/(?P<type>[\\w-]+)', ['Type'], ['Types']],
	['statuses', '/(?P<status>[\\w-]+)', ['Status'], ['Statuses']],
	['taxonomies', '/(?P<taxonomy>[\\w-]+)', ['Taxonomy'], ['Taxonomies']],
	['settings', '', ['Settings'], [], 'title'],
];

/** Nothing of these goes to the trash. */
const DELETED_FOR_GOOD = ['categories', 'tags', 'users', 'users/me', 'posts' + VERSIONS, 'pages' + VERSIONS];

/** https://developer.wordpress.org/rest-api/reference/ */
export function coreRoutes(settings: Settings): NamedRoute[] {
	const named = TABLE.flatMap(([list, item, models, collections, args]) => {
		const force = { required: DELETED_FOR_GOOD.includes(list) };
		const ofItem = routeOf(list + item, ['POST', 'PUT', 'PATCH'], args, { models }, force);
		return item ? [routeOf(list, ['POST'], args, { collections }), ofItem] : [ofItem];
	});
	// The page may want other names.
	if (!settings.mapping && !settings.modelEndpoints) return named;
	return nameAll(
		named.map(({ route }) => route),
		settings,
	);
}

/** A route without arguments for writing is only read, or deleted where that takes `force`. */
function routeOf(
	path: string,
	methods: string[],
	args = '',
	names: Partial<NamedRoute> = {},
	force?: Arg,
): NamedRoute {
	const route = readRoute(`/wp/v2/${path}`, () => {
		const reads = { methods: ['GET'], args: args ? withoutDetails('page slug include parent') : {} };
		const endpoints: EndpointDescription[] = [reads];
		if (args) endpoints.push({ methods, args: withoutDetails(args) });
		if (force && (args || force.required)) endpoints.push({ methods: ['DELETE'], args: { force } });
		return { methods: endpoints.flatMap((endpoint) => endpoint.methods), endpoints };
	});
	return { models: [], collections: [], ...names, route };
}

function withoutDetails(names: string): Record<string, Arg> {
	return Object.fromEntries(names.split(' ').map((name) => [name, {}]));
}
