/** Models, options and answers come in, in every form; the list's address and its items go out. */
import { describe, expect, it } from 'vitest';
import { fails, fakeSite, held, listed, ok, ROOT } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

const site = fakeSite();

describe('the address', () => {
	it.each([
		[null, { parent: 1 }],
		[undefined, { parent: '1' }],
		[{}, { parent: 1 }],
		[[], { parent: 1 }],
		[null, { parent_post: 1 }],
		[null, { id: 1 }],
		[null, { params: { parent: 1 } }],
	])('rows 82 and 84: of PostRevisions( %j, %o ) is below the post', (models, options) => {
		const list = new (open().collections.PostRevisions)(models, options);
		expect(list.url()).toBe(`${ROOT}wp/v2/posts/1/revisions`);
		expect(list).toHaveLength(0);
	});

	it('follows `parent`, which may be set later, as in core', () => {
		const list = new (open().collections.PostRevisions)();
		list.parent = 2;
		expect(list.url()).toBe(`${ROOT}wp/v2/posts/2/revisions`);
		const other = new (open().collections.PostRevisions)(null, { parent: 1 });
		other.parent = 2;
		expect(other.url()).toBe(`${ROOT}wp/v2/posts/2/revisions`);
	});
});

describe('row 82: what it starts with', () => {
	it.each<[unknown, number]>([
		[undefined, 0],
		[null, 0],
		[{}, 0],
		[[], 0],
		[[{}], 1],
		[{ id: 1 }, 1],
		[[{ id: 1 }, { id: 2 }], 2],
	])('row 82: %j is %i', (models, length) => {
		expect(new (open().collections.Posts)(models)).toHaveLength(length);
	});

	it('a model is one', () => {
		const api = open();
		const post = new api.models.Post({ id: 1 });
		const list = new api.collections.Posts(post);
		expect(list.at(0)).toBe(post);
	});
});

describe('its items', () => {
	it('row 35: are of the class in use', () => {
		const api = open();
		const { Posts } = api.collections;
		expect(Posts.prototype.model).toBe(api.models.Post);
		api.models.Post = api.models.Post.extend({ mine: true });
		expect(new Posts([{ id: 1 }]).at(0).mine).toBe(true);
	});

	it('are of a class of its own, where a subclass or an option says so', () => {
		const api = open();
		const Mine = api.models.Post.extend({ mine: true });
		expect(new (api.collections.Posts.extend({ model: Mine }))([{ id: 1 }]).at(0)).toBeInstanceOf(Mine);
		expect(new api.collections.Posts([{ id: 1 }], { model: Mine }).at(0)).toBeInstanceOf(Mine);
	});

	it('are what a page has left of its classes: one that was deleted is done without', () => {
		const api = open();
		delete api.models.Books;
		expect(new api.collections.Posts([{ id: 1 }]).at(0)).toBeInstanceOf(api.models.Post);
		api.models.Genres = null;
		expect(new api.collections.Posts([{ id: 1 }])).toHaveLength(1);
		expect(() => api.getModelByRoute('/wp/v2/x')).not.toThrow();
	});

	it('row 24: come as a list or as an object by name', async () => {
		site.answers = { 'GET types': ok({ post: { slug: 'post' }, page: { slug: 'page' } }) };
		const types = new (open().collections.Types)();
		await types.fetch();
		await types.fetch();
		expect(types.pluck('slug')).toEqual(['post', 'page']);
		expect(types.get('page').url()).toBe(`${ROOT}wp/v2/types/page`);
	});

	it.each([null, [], {}, ''])('are none of an answer %j', async (body) => {
		site.answers = { 'GET posts': ok(body) };
		const list = new (open().collections.Posts)();
		await list.fetch().catch(() => {});
		expect(list).toHaveLength(0);
	});
});

describe('an object instead of a list', () => {
	it.each<[string, object]>([
		['an empty field', { acf: {} }],
		['an envelope', { data: [], meta: {} }],
		['one item', { id: 5, title: {} }],
		['objects that are called otherwise', { a: { id: 1 }, b: { id: 2 } }],
	])('is one item where it is %s', async (_what, body) => {
		site.answers = { 'GET posts': ok(body) };
		const list = new (open().collections.Posts)();
		await list.fetch();
		expect(list.map((model: any) => model.attributes)).toEqual([body]);
	});

	it('is taken apart where each item has its key for a slug, as types have', async () => {
		site.answers = { 'GET types': ok({ post: { slug: 'post', taxonomies: {} }, page: { slug: 'page' } }) };
		const types = new (open().collections.Types)();
		await types.fetch({ reset: true });
		expect(types.pluck('slug')).toEqual(['post', 'page']);
	});
});

it.each([[[{ id: 1 }]], [[]], [{}], [null], [undefined]])(
	'`initialize` is handed %j, as it was given',
	(models) => {
		const handed: unknown[] = [];
		const Mine = open().collections.Posts.extend({
			initialize(given: unknown, options: unknown) {
				handed.push(given, options);
			},
		});
		const options = { parent: 1 };
		new Mine(models, options);
		expect(handed[0]).toBe(models);
		expect(handed[1]).toBe(options);
	},
);

describe('the arguments of a list arrive as jQuery sends them', () => {
	it.each<[string, unknown, string]>([
		['an object', { search: 'a b', include: [1, 2] }, '?search=a%20b&include%5B%5D=1&include%5B%5D=2'],
		['text', 'search=a b&search=c', '?search=a b&search=c'],
		['text with lists', 'include[]=1&include[]=2', '?include[]=1&include[]=2'],
		[
			'the fields of a form',
			[
				{ name: 'search', value: 'a b' },
				{ name: 'include[]', value: '1' },
				{ name: 'include[]', value: '2' },
			],
			'?search=a%20b&include%5B%5D=1&include%5B%5D=2',
		],
		['URLSearchParams', new URLSearchParams('search=a b'), '?search=a%20b'],
	])('as %s', async (_what, data, search) => {
		site.answers = { 'GET posts': listed([{ id: 1 }], 20, 2) };
		const posts = new (open().collections.Posts)();
		const urls: string[] = [];
		const beforeSend = (_xhr: unknown, { url }: { url: string }): void => void urls.push(url);
		await posts.fetch({ data, beforeSend });
		expect(urls[0]!.replace(/^[^?]*/, '')).toBe(search);
		await posts.more({ beforeSend });
		expect(site.asked[1]!.query.get('page')).toBe('2');
		expect(site.asked[1]!.query.getAll('include[]')).toEqual(site.asked[0]!.query.getAll('include[]'));
	});
});

describe('more() while another search is under way', () => {
	it('is `false`: nobody knows its pages', async () => {
		site.answers = { 'GET posts': listed([{ id: 1 }], 20, 2) };
		const posts = new (open().collections.Posts)();
		await posts.fetch({ data: { search: 'a' } });
		const searching = posts.fetch({ data: { search: 'b' } });
		expect(posts.more()).toBe(false);
		await searching;
		await posts.more();
		expect(site.lines()).toEqual(['GET posts?search=a', 'GET posts?search=b', 'GET posts?search=b&page=2']);
	});

	it('is `false` for a search of another page, too, also once an older page has come', async () => {
		site.answers = { 'GET posts': listed([{ id: 1 }], 20, 20) };
		const posts = new (open().collections.Posts)();
		await posts.fetch({ data: { per_page: 1 } });
		const older = posts.more();
		const searching = posts.fetch({ data: { per_page: 2, page: 2 } });
		expect(posts.more()).toBe(false);
		await older;
		await searching;
	});

	it('joins the page that is under way, and calls back as Backbone does', async () => {
		site.answers = { 'GET posts': listed([{ id: 1 }], 20, 2) };
		const posts = new (open().collections.Posts)();
		await posts.fetch();
		const first = posts.more();
		const seen: unknown[] = [];
		const context = {};
		const options = {
			context,
			success(this: unknown, ...args: unknown[]) {
				seen.push(this === context, args[0] === posts, args[2] === options);
			},
			complete: () => seen.push('complete'),
		};
		expect(posts.more(options)).toBe(first);
		await first;
		expect(seen).toEqual([true, true, true, 'complete']);
		expect(site.lines()).toHaveLength(2);
	});

	it('joins the page that is under way also where a newer search has failed', async () => {
		const page = held();
		site.answers = {
			'GET posts': ({ query }) =>
				query.has('search')
					? fails(400, 'rest_invalid_param')
					: query.has('page')
						? page.answer
						: listed([{ id: 1 }], 20, 2),
		};
		const posts = new (open().collections.Posts)();
		await posts.fetch();
		const first = posts.more();
		await ending(posts.fetch({ data: { search: 'x' } }));
		expect(posts.more()).toBe(first);
		page.give(listed([{ id: 2 }], 20, 2));
		await first;
	});

	it('asks for the page that it is told', async () => {
		site.answers = { 'GET posts': listed([{ id: 1 }], 20, 2) };
		const posts = new (open().collections.Posts)();
		const searching = posts.fetch({ data: { search: 'b' } });
		await posts.more({ data: { search: 'b', page: 2 } });
		await searching;
		expect(site.lines()).toEqual(['GET posts?search=b', 'GET posts?search=b&page=2']);
	});
});

describe('row 22: clone()', () => {
	it('row 22: stands where the original stands, and apart from it', async () => {
		site.answers = { 'GET posts/1/revisions': listed([{ id: 8 }], 4, 2) };
		const list = new (open().collections.PostRevisions)(null, { parent: 1 });
		await list.fetch({ data: { search: 'a' } });
		const clone = list.clone();
		expect([clone.url(), clone.pluck('id'), clone.state]).toEqual([list.url(), [8], list.state]);
		await clone.more();
		expect([list.state.currentPage, clone.state.currentPage]).toEqual([1, 2]);
	});
});

it('queries arrive in the notation of PHP', async () => {
	site.answers = { 'GET posts': listed([]) };
	await new (open().collections.Posts)().fetch({
		data: { filter: { post__in: [1, 2], a: { b: 'c' } }, include: [3] },
	});
	expect(site.lines()).toEqual([
		'GET posts?filter[post__in][]=1&filter[post__in][]=2&filter[a][b]=c&include[]=3',
	]);
});

it('`more()` with data of its own is a request of its own, also while a page is on its way', async () => {
	site.answers = { 'GET posts': listed([{ id: 1 }], 9, 9) };
	const posts = new (open().collections.Posts)();
	await posts.fetch();
	const other = posts.more();
	await posts.more({ data: { search: 'x' } });
	await other;
	expect(site.lines().slice(1)).toEqual(['GET posts?page=2', 'GET posts?search=x&page=2']);
});
