/**
 * Routes in a few words come in; the index of a namespace goes out, as WordPress prints it.
 */
import { coreRoutes } from '../../src/schema/core-routes.ts';
import { readSettings } from '../../src/schema/settings.ts';
import type { Arg, RouteDescription, Schema } from '../../src/types.ts';

export const ID = '(?P<id>[\\d]+)';
export const PARENT = '(?P<parent>[\\d]+)';

export const LIST = 'GET POST';
export const ITEM = 'GET POST PUT PATCH DELETE';

/** What WordPress says of an argument that asks for a deletion for good. */
export const forced = (description: string): Record<string, Arg> => ({
	force: { type: 'boolean', description },
});
export const MAY_FORCE = forced('Whether to bypass Trash and force deletion.');
export const MUST_FORCE = forced('Required to be true, as this does not support trashing.');

/** The arguments of reading, of writing, of deleting. */
export interface Arguments {
	reads?: string[] | Record<string, Arg>;
	writes?: string[];
	deletes?: Record<string, Arg>;
}

/** Arguments of which only the name counts. */
export const named = (names: string[]): Record<string, Arg> =>
	Object.fromEntries(names.map((name) => [name, {}]));

/** One route: `route( 'GET POST', { writes: [ 'title' ] } )`. Its endpoints are those that WordPress makes: one a purpose. */
export function route(
	verbs: string,
	{ reads = [], writes = [], deletes = {} }: Arguments = {},
): RouteDescription {
	const methods = verbs.split(' ');
	const endpoint = (of: RegExp, args: Record<string, Arg>): RouteDescription['endpoints'] => {
		const own = methods.filter((method) => of.test(method));
		return own.length ? [{ methods: own, args }] : [];
	};
	return {
		namespace: 'wp/v2',
		methods,
		endpoints: [
			...endpoint(/GET/, Array.isArray(reads) ? named(reads) : reads),
			...endpoint(/P[OUA]/, named(writes)),
			...endpoint(/DELETE/, deletes),
		],
	};
}

/** An index of the well-known routes that the client has built in. */
export const coreIndex = (): Schema => ({
	routes: Object.fromEntries(
		coreRoutes(readSettings({ root: '/' })).map(({ route: { index, route } }) => [index, route]),
	),
});

/** Paths below the namespace. */
export function schema(routes: Record<string, RouteDescription>, namespace = 'wp/v2'): Schema {
	const below = Object.entries(routes).map(([path, description]) => [`/${namespace}${path}`, description]);
	return { namespace, routes: { [`/${namespace}`]: route('GET'), ...Object.fromEntries(below) } };
}

const WRITES = ['date', 'date_gmt', 'slug', 'title', 'author', 'featured_media', 'meta', 'comment_status'];
/** Of a list whose `status` leaves out drafts, of one of terms, of media, which have one status. */
const READS = ['page', 'slug', 'include', 'status'];
const TERM_READS = ['page', 'slug', 'include', 'search', 'hide_empty'];
const MEDIA_READS = { ...named(['page', 'slug', 'include']), status: { default: 'inherit' } };

/** A small site: posts, pages and their versions, books with genres, media, comments, people, settings. */
export const small = (): Schema =>
	schema({
		'/posts': route(LIST, { reads: READS, writes: [...WRITES, 'categories', 'tags'] }),
		[`/posts/${ID}`]: route(ITEM, { writes: [...WRITES, 'categories', 'tags'], deletes: MAY_FORCE }),
		[`/posts/${PARENT}/revisions`]: route('GET', { reads: ['page', 'parent'] }),
		[`/posts/${PARENT}/revisions/${ID}`]: route('GET DELETE', { deletes: MUST_FORCE }),
		[`/posts/${PARENT}/autosaves`]: route(LIST, { reads: ['parent'], writes: ['title', 'content'] }),
		[`/posts/${PARENT}/autosaves/${ID}`]: route('GET'),
		'/pages': route(LIST, { reads: [...READS, 'parent'], writes: [...WRITES, 'parent'] }),
		[`/pages/${ID}`]: route(ITEM, { writes: [...WRITES, 'parent'], deletes: MAY_FORCE }),
		[`/pages/${PARENT}/revisions`]: route('GET', { reads: ['page', 'parent'] }),
		[`/pages/${PARENT}/revisions/${ID}`]: route('GET DELETE', { deletes: MUST_FORCE }),
		'/books': route(LIST, { reads: READS, writes: [...WRITES, 'genres'] }),
		[`/books/${ID}`]: route(ITEM, { writes: [...WRITES, 'genres'], deletes: MAY_FORCE }),
		[`/books/${PARENT}/revisions`]: route('GET', { reads: ['page', 'parent'] }),
		'/media': route(LIST, { reads: MEDIA_READS, writes: ['date', 'author', 'meta'] }),
		[`/media/${ID}`]: route(ITEM, { writes: ['date', 'author', 'meta'], deletes: MAY_FORCE }),
		'/comments': route(LIST, {
			reads: ['page', 'parent', 'post'],
			writes: ['date', 'author', 'meta', 'parent', 'post'],
		}),
		[`/comments/${ID}`]: route(ITEM, {
			writes: ['date', 'author', 'meta', 'parent', 'post'],
			deletes: MAY_FORCE,
		}),
		'/categories': route(LIST, {
			reads: [...TERM_READS, 'parent'],
			writes: ['name', 'meta', 'parent'],
		}),
		[`/categories/${ID}`]: route(ITEM, { writes: ['name', 'meta', 'parent'], deletes: MUST_FORCE }),
		'/tags': route(LIST, { reads: TERM_READS, writes: ['name', 'meta'] }),
		[`/tags/${ID}`]: route(ITEM, { writes: ['name', 'meta'], deletes: MUST_FORCE }),
		'/genres': route(LIST, { reads: TERM_READS, writes: ['name', 'meta'] }),
		[`/genres/${ID}`]: route(ITEM, { writes: ['name', 'meta'], deletes: MUST_FORCE }),
		'/users': route(LIST, { reads: ['page', 'slug', 'include'], writes: ['name', 'meta'] }),
		[`/users/${ID}`]: route(ITEM, { writes: ['name', 'meta'], deletes: MUST_FORCE }),
		'/users/me': route(ITEM, { writes: ['name', 'meta'] }),
		'/types': route('GET', { reads: ['context'] }),
		'/types/(?P<type>[\\w-]+)': route('GET'),
		'/settings': route('GET POST PUT PATCH', { writes: ['title'] }),
	});
