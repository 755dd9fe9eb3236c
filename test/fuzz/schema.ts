/**
 * The index of the site that the sequences run on: the routes that pages use most, with the arguments that decide which helpers a class has.
 */
import {
	named,
	MAY_FORCE,
	MUST_FORCE,
	ID,
	ITEM,
	LIST,
	PARENT,
	route,
	schema,
} from '../support/fake-schema.ts';
import type { Arg } from '../../src/types.ts';

const listArgs = (more: string[] = []): Record<string, Arg> => ({
	...named(['context', 'page', 'per_page', 'search', 'include', 'offset', 'slug', ...more]),
	per_page: { type: 'integer', default: 10 },
});

const ENTRY = [
	'date',
	'date_gmt',
	'slug',
	'status',
	'password',
	'title',
	'content',
	'author',
	'excerpt',
	'featured_media',
	'comment_status',
	'meta',
];
const TERM = ['description', 'name', 'slug', 'meta'];
const TERMS: Record<string, Arg> = {
	categories: { type: 'array' },
	tags: { type: 'array' },
};

/** An item and its list. */
function pair(
	base: string,
	{ writes, deletes, reads }: { writes: string[]; deletes: Record<string, Arg>; reads?: string[] },
): Record<string, ReturnType<typeof route>> {
	const list = route(LIST, { reads: listArgs(reads), writes });
	const item = route(ITEM, { reads: ['context'], writes, deletes });
	if (writes.includes('categories'))
		for (const { endpoints } of [list, item])
			for (const { methods, args } of endpoints) if (methods.includes('POST')) Object.assign(args, TERMS);
	return { [`/${base}`]: list, [`/${base}/${ID}`]: item };
}

export const fuzzSchema = schema({
	...pair('posts', {
		writes: [...ENTRY, 'categories', 'tags', 'sticky'],
		deletes: MAY_FORCE,
		reads: ['status'],
	}),
	[`/posts/${PARENT}/revisions`]: route('GET', { reads: listArgs() }),
	[`/posts/${PARENT}/revisions/${ID}`]: route('GET DELETE', { reads: ['context'], deletes: MUST_FORCE }),
	...pair('pages', {
		writes: [...ENTRY, 'parent', 'menu_order'],
		deletes: MAY_FORCE,
		reads: ['status', 'parent'],
	}),
	[`/pages/${PARENT}/revisions`]: route('GET', { reads: listArgs() }),
	[`/pages/${PARENT}/revisions/${ID}`]: route('GET DELETE', { reads: ['context'], deletes: MUST_FORCE }),
	...pair('media', { writes: [...ENTRY, 'alt_text', 'caption'], deletes: MAY_FORCE }),
	...pair('books', { writes: ENTRY, deletes: MAY_FORCE, reads: ['status'] }),
	...pair('categories', { writes: [...TERM, 'parent'], deletes: MUST_FORCE, reads: ['hide_empty', 'post'] }),
	...pair('tags', { writes: TERM, deletes: MUST_FORCE, reads: ['hide_empty', 'post'] }),
	...pair('users', {
		writes: ['username', 'name', 'email', 'slug', 'meta'],
		deletes: { ...MUST_FORCE, reassign: { type: 'integer' } },
		reads: ['roles'],
	}),
	'/users/me': route('GET POST PUT PATCH DELETE', {
		deletes: { ...MUST_FORCE, reassign: { type: 'integer' } },
		reads: ['context'],
		writes: ['name', 'email', 'meta'],
	}),
	...pair('comments', {
		writes: ['author', 'author_name', 'content', 'date', 'date_gmt', 'post', 'parent', 'status', 'meta'],
		deletes: MAY_FORCE,
		reads: ['post'],
	}),
	'/types': route('GET', { reads: ['context'] }),
	'/types/(?P<type>[\\w-]+)': route('GET', { reads: ['context'] }),
	'/settings': route('GET POST PUT PATCH', {
		writes: ['title', 'description', 'use_smilies', 'posts_per_page'],
	}),
});
