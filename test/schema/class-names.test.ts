/** The routes of an index come in; the names of their classes go out, core's first, and no two routes have the same. */
import { describe, expect, it } from 'vitest';
import {
	baseOfType,
	camelCaseDashes,
	coreCase,
	nameAll,
	pascalCase,
	type Kind,
} from '../../src/schema/class-names.ts';
import { parseRoute, type Route } from '../../src/schema/routes.ts';
import { readSettings, type SettingsInput } from '../../src/schema/settings.ts';
import { ID, ITEM, LIST, PARENT, route } from '../support/fake-schema.ts';

/** Paths, with their methods where they are not `GET` -> names by path. */
function names(
	kind: Kind,
	paths: (string | [string, string])[],
	settings: SettingsInput = {},
): Record<string, string[]> {
	const routes: Route[] = paths
		.map((path) => (typeof path === 'string' ? [path, path.endsWith(')') ? ITEM : LIST] : path))
		.flatMap(([path, verbs]) => parseRoute(path!, route(verbs!)) ?? []);
	return Object.fromEntries(
		nameAll(routes, readSettings(settings))
			.filter((named) => named[kind].length)
			.map(({ route: { index }, [kind]: list }) => [index, list]),
	);
}

const TEMPLATE = '(?P<id>([^\\/:<>\\*\\?"\\|]+(?:\\/[^\\/:<>\\*\\?"\\|]+)?)[\\/\\w%-]+)';

/** The opening comment of class-names.ts, and its like. */
const worked: [Kind, string, string[]][] = [
	['collections', '/wp/v2/posts', ['Posts']],
	['models', `/wp/v2/posts/${ID}`, ['Post']],
	['collections', `/wp/v2/posts/${PARENT}/revisions`, ['PostRevisions']],
	['models', `/wp/v2/posts/${PARENT}/revisions/${ID}`, ['PostRevision']],
	['models', `/wp/v2/books/${ID}`, ['Books', 'Book']],
	['collections', '/wp/v2/books', ['Books']],
	['collections', '/wp/v2/wp_pattern_category', ['Wp_pattern_category', 'WpPatternCategory']],
	['models', `/wp/v2/templates/${TEMPLATE}`, ['Templates', 'Template']],
	['models', '/wp/v2/users/me', ['UsersMe']],
	['models', '/wp/v2/settings', ['Settings']],
	['collections', '/wp/v2/block-types', ['BlockTypes']],
	['collections', '/wp/v2/menu-items', ['MenuItems']],
	['models', '/wp/v2/taxonomies/(?P<taxonomy>[\\w-]+)', ['Taxonomy']],
	['models', '/wp/v2/statuses/(?P<status>[\\w-]+)', ['Status']],
	['models', '/wp/v2/types/(?P<type>[\\w-]+)', ['Type']],
	['models', `/wp/v2/categories/${ID}`, ['Category']],
	['collections', '/wp/v2/news', ['News']],
	['models', `/wp/v2/news/${ID}`, ['News']],
	['models', `/wp/v2/series/${ID}`, ['Series']],
	['models', `/wp/v2/boxes/${ID}`, ['Boxes', 'Box']],
	['models', `/wp/v2/stories/${ID}`, ['Stories', 'Story']],
	['models', `/wp/v2/addresses/${ID}`, ['Addresses', 'Address']],
	['models', `/wp/v2/buses/${ID}`, ['Buses']],
	['models', `/wp/v2/analysis/${ID}`, ['Analysis']],
];

describe('worked examples', () => {
	it.each(worked)('%s: %s has %j', (kind, path, expected) => {
		const found = names(kind, [path])[path]!;
		expect(found).toEqual(expect.arrayContaining(expected));
		expect(found[0]).toBe(expected[0]);
	});

	it('an item has no list of its own, a list no item', () => {
		expect(names('collections', [`/wp/v2/posts/${ID}`, '/wp/v2/users/me', '/wp/v2/settings'])).toEqual({});
		expect(names('models', ['/wp/v2/posts'])).toEqual({});
	});

	it('what is put without an id, or called as a single thing by a plugin, may be either', () => {
		expect(names('models', [['/wp/v2/thing', 'GET PUT']])).toEqual({ '/wp/v2/thing': ['Thing'] });
		expect(names('collections', [['/wp/v2/thing', 'GET PUT']])).toEqual({ '/wp/v2/thing': ['Thing'] });
		const plugin = { versionString: 'shop/v3' };
		expect(names('models', ['/shop/v3/settings'], plugin)).toEqual({ '/shop/v3/settings': ['Settings'] });
		expect(names('collections', ['/shop/v3/settings'], plugin)).toEqual({
			'/shop/v3/settings': ['Settings'],
		});
	});

	it('single things are those the page says', () => {
		const settings = { modelEndpoints: ['profile'] };
		expect(Object.keys(names('models', ['/wp/v2/users/profile', '/wp/v2/users/me'], settings))).toEqual([
			'/wp/v2/users/profile',
		]);
	});
});

describe('collisions', () => {
	it.each<[Kind, string[]]>([
		['collections', ['/shop/v3/products/attributes', `/shop/v3/products/${ID}/attributes`]],
		['collections', ['/a/v1/x-y', '/a/v1/x/y', '/a/v1/x_y', '/a/v1/xY']],
		['models', [`/a/v1/x/${ID}`, '/a/v1/x/(?P<slug>[\\w-]+)', '/a/v1/x/(?P<id>[a-z]+)']],
		['models', [`/a/v1/x/${PARENT}/y/${ID}`, `/a/v1/x/z/y/${ID}`, `/a/v1/x-y/${ID}`]],
		['models', [`/a/v1/books/${ID}`, `/a/v1/book/${ID}`]],
		['collections', ['/a/v1/___', '/a/v1/--', '/a/v1/-_-']],
	])('every one of the %s %j has a name, and no two the same', (kind, paths) => {
		const found = names(kind, paths, { versionString: 'a/v1' });
		expect(Object.keys(found).sort()).toEqual([...paths].sort());
		const all = Object.values(found).flat();
		expect(new Set(all).size).toBe(all.length);
		expect(Object.values(found).every(([first]) => first)).toBe(true);
	});

	it('of two routes with one name in core, the later has it, and the earlier another', () => {
		const found = names('models', [`/wp/v2/x/${ID}`, '/wp/v2/x/(?P<slug>[\\w-]+)']);
		expect(found['/wp/v2/x/(?P<slug>[\\w-]+)']![0]).toBe('X');
		expect(found[`/wp/v2/x/${ID}`]).not.toContain('X');
	});
});

describe('hostile names', () => {
	it.each<[Kind, string]>([
		['collections', '/wp/v2/__proto__'],
		['collections', '/wp/v2/constructor'],
		['collections', '/wp/v2/toString'],
		['models', `/wp/v2/__proto__/${ID}`],
		['models', `/wp/v2/hasOwnProperty/${ID}`],
		['models', '/wp/v2/x/(?P<constructor>\\d+)'],
		['collections', '/wp/v2/<script>'],
		['collections', '/wp/v2/ä ö'],
		['collections', '/wp/v2/a.b'],
		['models', '/wp/v2/(?P<only>\\d+)'],
		['collections', '/wp/v2//'],
	])('%s: %s', (kind, path) => {
		const [first, ...more] = names(kind, [path])[path] ?? [];
		expect(typeof first).toBe('string');
		expect(first).not.toBe('');
		expect(more.every((name) => typeof name === 'string')).toBe(true);
	});
});

describe('the mapping', () => {
	it.each([
		['one half', { models: { Books: 'Buch' } }, 'Buch', 'Posts'],
		['the other half', { collections: { Posts: 'Articles' } }, 'Books', 'Articles'],
		['both', { models: { Books: 'Buch' }, collections: { Posts: 'Articles' } }, 'Buch', 'Articles'],
		['none', {}, 'Books', 'Posts'],
	])('with %s', (_what, mapping, model, collection) => {
		expect(names('models', [`/wp/v2/books/${ID}`], { mapping })[`/wp/v2/books/${ID}`]![0]).toBe(model);
		expect(names('collections', ['/wp/v2/posts'], { mapping })['/wp/v2/posts']![0]).toBe(collection);
		expect(names('models', [`/wp/v2/posts/${ID}`], { mapping })[`/wp/v2/posts/${ID}`]![0]).toBe('Post');
	});

	it.each<[what: string, kind: Kind, path: string, mapping: object, expected: string[]]>([
		[
			'of core’s table',
			'models',
			`/wp/v2/posts/${ID}`,
			{ models: { Posts: 'Article' } },
			['Article', 'Post'],
		],
		['of our own', 'models', `/wp/v2/books/${ID}`, { models: { Books: 'Buch' } }, ['Buch', 'Books', 'Book']],
		[
			'of a list',
			'collections',
			'/wp/v2/posts',
			{ collections: { Posts: 'Articles' } },
			['Articles', 'Posts'],
		],
	])('adds, and takes no name away: %s', (_what, kind, path, mapping, expected) => {
		expect(names(kind, [path], { mapping })[path]).toEqual(expected);
	});

	it('may give the name of one route to another', () => {
		const [posts, pages] = [`/wp/v2/posts/${ID}`, `/wp/v2/pages/${ID}`];
		const found = names('models', [posts, pages], { mapping: { models: { Posts: 'Page', Pages: 'Sheet' } } });
		expect(found).toEqual({ [posts]: ['Page', 'Post'], [pages]: ['Sheet'] });
	});

	it('goes before the default one', () => {
		const mapping = { models: { Posts: 'Article' } };
		expect(names('models', [`/wp/v2/posts/${ID}`], { mapping })[`/wp/v2/posts/${ID}`]![0]).toBe('Article');
	});

	it('row 81: has the names that the handbook lists: PageMeta, PostMeta', () => {
		const path = (type: string): string => `/wp/v2/${type}/${PARENT}/meta`;
		expect(names('models', [`${path('pages')}/${ID}`])[`${path('pages')}/${ID}`]![0]).toBe('PageMeta');
		expect(names('collections', [path('posts')])[path('posts')]![0]).toBe('PostMeta');
	});

	it('may map a name to one of the prototype', () => {
		const mapping = { models: { Books: 'constructor' } };
		expect(names('models', [`/wp/v2/books/${ID}`], { mapping })[`/wp/v2/books/${ID}`]![0]).toBe(
			'constructor',
		);
	});
});

describe('words', () => {
	it.each([
		['post-types', 'PostTypes'],
		['wp_pattern_category', 'WpPatternCategory'],
		['my-2books', 'My2books'],
		['', ''],
		['a--b', 'AB'],
		['alreadyCamel', 'AlreadyCamel'],
	])('pascalCase( %j ) is %s', (text, cased) => {
		expect(pascalCase(text)).toBe(cased);
	});

	it.each([
		['block-types', 'BlockTypes'],
		['nav_menu', 'Nav_menu'],
		['my-2books', 'My-2books'],
		['', ''],
	])('coreCase( %j ) is %s', (text, cased) => {
		expect(coreCase(text)).toBe(cased);
	});

	it('camelCaseDashes() leaves the first letter', () => {
		expect(camelCaseDashes('block-types')).toBe('blockTypes');
	});
});

describe('baseOfType()', () => {
	const bases =
		'posts pages media blocks navigation menu-items menus categories tags font-families templates ' +
		'template-parts wp_pattern_category books movies cities boxes news people comments statuses series';

	it.each([
		['post', 'posts'],
		['page', 'pages'],
		['attachment', 'media'],
		['category', 'categories'],
		['post_tag', 'tags'],
		['nav_menu', 'menus'],
		['nav_menu_item', 'menu-items'],
		['wp_block', 'blocks'],
		['wp_navigation', 'navigation'],
		['wp_template', 'templates'],
		['wp_template_part', 'template-parts'],
		['wp_font_family', 'font-families'],
		['wp_pattern_category', 'wp_pattern_category'],
		['book', 'books'],
		['books', 'books'],
		['city', 'cities'],
		['movie', 'movies'],
		['box', 'boxes'],
		['news', 'news'],
		['series', 'series'],
		['person', undefined],
		['nothing', undefined],
		['constructor', undefined],
		['__proto__', undefined],
		['', undefined],
	])('of "%s" is %s', (type, base) => {
		expect(baseOfType(type, bases.split(' '))).toBe(base);
	});

	it.each([
		['its own name before its plural', 'book', ['books', 'book'], 'book'],
		['its plural before that of its last word', 'wp_book', ['books', 'wp-books'], 'wp-books'],
		['a name with an underscore', 'side_dish', ['side-dishes'], 'side-dishes'],
	])('takes %s', (_what, type, bases, base) => {
		expect(baseOfType(type, bases)).toBe(base);
	});
});
