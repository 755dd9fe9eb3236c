/**
 * Rows 28 to 35 of docs/differences-from-core.md come in, names, namespaces and sites; that ours does better goes out, row by row.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { mends } from './mends.ts';
import { openPage, root } from './page.ts';
import { ITEM, LIST, schemaOf, withRoutes } from './schemas.ts';
import { ok } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const base = `${root}wp/v2/`;
const below = (url: string): string => url.replace(root, '');

describe('row 28: a second namespace', () => {
	const mine = schemaOf('my/v1', {
		'/settings': 'GET PUT',
		'/posts': LIST,
		'/posts/(?P<id>\\d+)': ITEM,
		'/cups': LIST,
	});

	mends("row 28: core's classes stay, the plugin's are its endpoint's", (open) => {
		const { api } = open({ schema });
		const { Settings, Posts } = { ...api.models, ...api.collections };
		api.init({ versionString: 'my/v1/', schema: mine });
		expect([api.models.Settings, api.collections.Posts]).toEqual([Settings, Posts]);
		const own = api.endpoints.findWhere({ versionString: 'my/v1/' });
		expect(below(new (own.get('collections').Posts)().url())).toBe('my/v1/posts');
		expect(below(new (own.get('models').Settings)().url())).toBe('my/v1/settings');
	});

	mends('row 28: routes of both are found', (open) => {
		const { api } = open({ schema });
		api.init({ versionString: 'my/v1/', schema: mine });
		expect(api.getModelByRoute('/wp/v2/settings')).toBe(api.models.Settings);
		expect(api.getModelByRoute('/my/v1/settings').prototype.route.index).toBe('/my/v1/settings');
		expect(api.getCollectionByRoute('/my/v1/posts').prototype.route.index).toBe('/my/v1/posts');
	});

	it.each(['core', 'ours'] as const)('%s: names that are free are taken', (client) => {
		const { api } = openPage({ client, schema });
		api.init({ versionString: 'my/v1/', schema: mine });
		expect(below(new api.collections.Cups().url())).toBe('my/v1/cups');
	});
});

describe('rows 29 and 30: a second site', () => {
	const other = 'https://other.example/wp-json/';

	mends('row 29: the first one keeps its classes, and its items their relations', async (open) => {
		const page = open({
			schema,
			answers: { 'GET users/3': ok({ id: 3, name: 'Edith' }), 'GET users': ok([{ id: 3, name: 'Edith' }]) },
		});
		const { api } = page;
		api.init({ apiRoot: other, schema });
		expect(new api.models.Post({ id: 1 }).url()).toBe(`${base}posts/1`);
		new api.models.Post({ id: 1, author: 3 }).getAuthorUser();
		await page.idle();
		expect(page.requests.map(({ url }) => new URL(url).origin)).toEqual(['http://wp.test']);
	});

	mends("row 29: the second one's items relate to its own", async (open) => {
		const page = open({
			schema,
			answers: { 'GET users/3': ok({ id: 3, name: 'Edith' }), 'GET users': ok([{ id: 3, name: 'Edith' }]) },
		});
		const { Post } = page.api.models;
		page.api.init({ apiRoot: other, schema });
		const { Post: OtherPost } = page.api.endpoints.findWhere({ apiRoot: other }).get('models');
		new OtherPost({ id: 1, author: 3 }).getAuthorUser();
		await page.idle();
		expect(page.api.models.Post).toBe(Post);
		expect(page.requests.map(({ url }) => new URL(url).origin)).toEqual(['https://other.example']);
	});

	mends('row 30: it is not told the nonce', (open) => {
		const page = open({ schema });
		page.api.init({ apiRoot: other, schema });
		const { Post } = page.api.endpoints.findWhere({ apiRoot: other }).get('models');
		new Post({ id: 1 }).fetch();
		expect(page.requests.map(({ headers }) => headers['x-wp-nonce'])).toEqual([undefined]);
	});

	it.each(['core', 'ours'] as const)('%s: it is told the nonce that was passed for it', (client) => {
		const page = openPage({ client, schema });
		page.api.init({ apiRoot: other, nonce: 'N9', schema });
		const { Post } = page.api.endpoints.findWhere({ apiRoot: other }).get('models');
		new Post({ id: 1 }).fetch();
		expect(page.requests.map(({ headers }) => headers['x-wp-nonce'])).toEqual(['N9']);
	});
});

describe('row 31: `me` and `settings` of a plugin', () => {
	const mine = schemaOf('my/v1', { '/me': 'GET', '/items/(?P<id>\\d+)/settings': 'GET PUT' });

	mends('row 31: `me` is not `users/me`', (open) => {
		const { api } = open({ schema });
		api.init({ versionString: 'my/v1/', schema: mine });
		expect(below(new (api.getModelByRoute('/my/v1/me'))().url())).toBe('my/v1/me');
	});

	mends('row 31: the settings of an item are its own', (open) => {
		const { api } = open({ schema });
		api.init({ versionString: 'my/v1/', schema: mine });
		const Settings = api.getModelByRoute('/my/v1/items/(?P<id>\\d+)/settings');
		expect(Settings.prototype.name).toMatch(/^\w+$/);
		expect(below(new Settings({ id: 4 }).url())).toBe('my/v1/items/4/settings');
	});
});

describe('row 32: names', () => {
	const odd = withRoutes(schema, {
		'/wp_pattern_category': LIST,
		'/wp_pattern_category/(?P<id>[\\d]+)': ITEM,
		'/my_books': LIST,
		'/my_books/(?P<id>[\\d]+)': ITEM,
		'/My-2books': LIST,
	});

	it.each(['core', 'ours'] as const)("%s: core's odd ones stay", (client) => {
		const { models, collections } = openPage({ client, schema: odd }).api;
		for (const name of ['Wp_pattern_category', 'My_books']) {
			expect(models[name], name).toBeTypeOf('function');
			expect(collections[name], name).toBeTypeOf('function');
		}
		expect(collections['My-2books']).toBeTypeOf('function');
	});

	mends('row 32: there are better ones for the same classes', (open) => {
		const { models, collections } = open({ schema: odd }).api;
		expect(collections.WpPatternCategory).toBe(collections.Wp_pattern_category);
		expect(collections.MyBooks).toBe(collections.My_books);
		expect(models.Book).toBe(models.Books);
		expect(models.Genre).toBe(models.Genres);
	});
});

describe('row 33: ids in addresses', () => {
	mends('row 33: are encoded', (open) => {
		const url = new (open({ schema }).api.models.Widgets)({ id: 'a b/../c?x=1' }).url();
		expect(new URL(url).pathname).toMatch(/^\/wp-json\/wp\/v2\/widgets\/a%20b/);
		expect(url).not.toMatch(/\?|\/\.\.\//);
	});

	for (const id of [null, '', 0]) {
		mends(`row 33: ${JSON.stringify(id)} is none`, (open) => {
			const post = new (open({ schema }).api.models.Post)({ id });
			expect(post.url()).toBe(`${base}posts`);
			expect(post.isNew()).toBe(true);
		});
	}
});

describe('rows 34 and 35: classes of the page’s own', () => {
	mends("row 34: the handbook's recipe for a custom type writes to that type", (open) => {
		const page = open({ schema });
		const Book = page.api.models.Post.extend({ urlRoot: `${base}books`, defaults: { type: 'books' } });
		const Books = page.api.collections.Posts.extend({ url: `${base}books`, model: Book });
		expect(new Book({ id: 1 }).url()).toBe(`${base}books/1`);
		new Book({ title: 'x' }).save();
		expect(new Books([{ id: 1 }]).at(0).url()).toBe(`${base}books/1`);
		expect(page.requests[0]).toMatchObject({ method: 'POST', path: 'books' });
	});

	mends('row 35: a class that is put into the registry is the one that is used', (open) => {
		const { models, collections } = open({ schema }).api;
		const Own = models.Post.extend({ shout: () => 'oh' });
		models.Post = Own;
		expect(new collections.Posts([{ id: 1 }]).at(0)).toBeInstanceOf(Own);
		expect(collections.Posts.prototype.model).toBe(Own);
	});

	mends('row 35: in relations, too', (open) => {
		const page = open({ schema });
		const Own = page.api.models.User.extend({});
		page.api.models.User = Own;
		const author = page.api.collections.Posts.prototype.model;
		const post = new author({ id: 1, author: 3, _embedded: { author: [{ id: 3, name: 'E' }] } });
		let user: any;
		post.getAuthorUser().done((found: any) => (user = found));
		expect(user).toBeInstanceOf(Own);
		expect(author).toBe(page.api.models.Post);
	});
});
