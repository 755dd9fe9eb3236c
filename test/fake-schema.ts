/**
 * Routes in a few words come in; the index of a namespace goes out, as WordPress prints it.
 */
import type { Arg, RouteDescription, Schema } from '../src/types.ts';

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
	reads?: string[];
	writes?: string[];
	deletes?: Record<string, Arg>;
}

/** One route: `route( 'GET POST', { writes: [ 'title' ] } )`. Its endpoints are those that WordPress makes: one a purpose. */
export function route(
	verbs: string,
	{ reads = [], writes = [], deletes = {} }: Arguments = {},
): RouteDescription {
	const methods = verbs.split(' ');
	const named = (names: string[]): Record<string, Arg> => Object.fromEntries(names.map((name) => [name, {}]));
	const endpoint = (of: RegExp, args: Record<string, Arg>): RouteDescription['endpoints'] => {
		const own = methods.filter((method) => of.test(method));
		return own.length ? [{ methods: own, args }] : [];
	};
	return {
		namespace: 'wp/v2',
		methods,
		endpoints: [
			...endpoint(/GET/, named(reads)),
			...endpoint(/P[OUA]/, named(writes)),
			...endpoint(/DELETE/, deletes),
		],
	};
}

/** Paths below the namespace. */
export function schema(routes: Record<string, RouteDescription>, namespace = 'wp/v2'): Schema {
	const below = Object.entries(routes).map(([path, description]) => [`/${namespace}${path}`, description]);
	return { namespace, routes: { [`/${namespace}`]: route('GET'), ...Object.fromEntries(below) } };
}

const WRITES = ['date', 'date_gmt', 'slug', 'title', 'author', 'featured_media', 'meta'];

/** A small site: posts, pages and their versions, books with genres, media, comments, people, settings. */
export const small = (): Schema =>
	schema({
		'/posts': route(LIST, { reads: ['page', 'slug', 'include'], writes: [...WRITES, 'categories', 'tags'] }),
		[`/posts/${ID}`]: route(ITEM, { writes: [...WRITES, 'categories', 'tags'], deletes: MAY_FORCE }),
		[`/posts/${PARENT}/revisions`]: route('GET', { reads: ['page'] }),
		[`/posts/${PARENT}/revisions/${ID}`]: route('GET DELETE', { deletes: MUST_FORCE }),
		'/pages': route(LIST, { reads: ['page', 'slug', 'include'], writes: WRITES }),
		[`/pages/${ID}`]: route(ITEM, { writes: WRITES, deletes: MAY_FORCE }),
		[`/pages/${PARENT}/revisions`]: route('GET', { reads: ['page'] }),
		[`/pages/${PARENT}/revisions/${ID}`]: route('GET DELETE', { deletes: MUST_FORCE }),
		'/books': route(LIST, { reads: ['page', 'slug', 'include'], writes: [...WRITES, 'genres'] }),
		[`/books/${ID}`]: route(ITEM, { writes: [...WRITES, 'genres'], deletes: MAY_FORCE }),
		[`/books/${PARENT}/revisions`]: route('GET', { reads: ['page'] }),
		'/media': route(LIST, { reads: ['page', 'slug', 'include'], writes: ['date', 'author', 'meta'] }),
		[`/media/${ID}`]: route(ITEM, { writes: ['date', 'author', 'meta'], deletes: MAY_FORCE }),
		'/comments': route(LIST, { reads: ['page'], writes: ['date', 'author', 'meta'] }),
		[`/comments/${ID}`]: route(ITEM, { writes: ['date', 'author', 'meta'], deletes: MAY_FORCE }),
		'/categories': route(LIST, {
			reads: ['page', 'slug', 'include', 'hide_empty'],
			writes: ['name', 'meta'],
		}),
		[`/categories/${ID}`]: route(ITEM, { writes: ['name', 'meta'], deletes: MUST_FORCE }),
		'/tags': route(LIST, { reads: ['page', 'slug', 'include', 'hide_empty'], writes: ['name', 'meta'] }),
		[`/tags/${ID}`]: route(ITEM, { writes: ['name', 'meta'], deletes: MUST_FORCE }),
		'/genres': route(LIST, { reads: ['page', 'slug', 'include', 'hide_empty'], writes: ['name', 'meta'] }),
		[`/genres/${ID}`]: route(ITEM, { writes: ['name', 'meta'], deletes: MUST_FORCE }),
		'/users': route(LIST, { reads: ['page', 'slug', 'include'], writes: ['name', 'meta'] }),
		[`/users/${ID}`]: route(ITEM, { writes: ['name', 'meta'], deletes: MUST_FORCE }),
		'/users/me': route(ITEM, { writes: ['name', 'meta'] }),
		'/types': route('GET', { reads: ['context'] }),
		'/types/(?P<type>[\\w-]+)': route('GET'),
		'/settings': route('GET POST PUT PATCH', { writes: ['title'] }),
	});
