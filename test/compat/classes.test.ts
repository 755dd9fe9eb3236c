/**
 * Code that looks classes up and extends them comes in; that both clients let it goes out.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { openPage, type Client, type Page } from './page.ts';
import { listed, ok } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const clients: Client[] = ['core', 'ours'];

describe.each(clients)('%s', (client) => {
	const open = (): Page =>
		openPage({
			client,
			schema,
			answers: {
				'GET posts/1': ok({ id: 1, title: 'x' }),
				'GET posts': listed([{ id: 1 }]),
				'GET mine': ok([{ id: 2 }]),
			},
		});

	it('has the parts of wp.api', () => {
		const { api, Backbone } = open();
		expect(api).toMatchObject({ models: {}, collections: {}, views: {}, utils: {}, versionString: 'wp/v2/' });
		for (const name of [
			'init',
			'getModelByRoute',
			'getCollectionByRoute',
			'WPApiBaseModel',
			'WPApiBaseCollection',
		]) {
			expect(api[name], name).toBeTypeOf('function');
		}
		expect(api.endpoints).toBeInstanceOf(Backbone.Collection);
		expect(new api.models.Post()).toBeInstanceOf(api.WPApiBaseModel);
		expect(new api.collections.Posts()).toBeInstanceOf(api.WPApiBaseCollection);
		expect(new api.WPApiBaseModel()).toBeInstanceOf(Backbone.Model);
		expect(new api.WPApiBaseCollection()).toBeInstanceOf(Backbone.Collection);
		expect(new api.models.Schema().defaults).toMatchObject({ namespace: null, routes: {} });
	});

	it('finds classes by their route', () => {
		const { api } = open();
		expect(api.getModelByRoute('/wp/v2/posts/(?P<id>[\\d]+)')).toBe(api.models.Post);
		expect(api.getModelByRoute('/wp/v2/books/(?P<id>[\\d]+)')).toBe(api.models.Books);
		expect(api.getModelByRoute('/wp/v2/settings')).toBe(api.models.Settings);
		expect(api.getCollectionByRoute('/wp/v2/posts')).toBe(api.collections.Posts);
		expect(api.getCollectionByRoute('/wp/v2/posts/(?P<parent>[\\d]+)/revisions')).toBe(
			api.collections.PostRevisions,
		);
		for (const none of ['/wp/v2/nothing', 'posts', '', 'constructor']) {
			expect([api.getModelByRoute(none), api.getCollectionByRoute(none)], none).toEqual([
				undefined,
				undefined,
			]);
		}
	});

	it('finds the classes that were put into the registry', () => {
		const { api } = open();
		const Own = api.WPApiBaseModel.extend({ route: { index: '/my/v1/own' } });
		api.models.Own = Own;
		expect(api.getModelByRoute('/my/v1/own')).toBe(Own);
	});

	it('describes the route of a class on its prototype', () => {
		const { api } = open();
		const { Post } = api.models;
		const { route, methods, endpoints, args, options, name, endpointModel } = Post.prototype;
		expect(route.index).toBe('/wp/v2/posts/(?P<id>[\\d]+)');
		expect(route.route.namespace).toBe('wp/v2');
		expect([name, [...methods]]).toEqual(['Post', ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']]);
		expect(endpoints).toHaveLength(3);
		expect(Object.keys(args)).toEqual(expect.arrayContaining(['title', 'content', 'tags']));
		expect(Object.keys(options)).toEqual(expect.arrayContaining(['context', 'password']));
		expect(endpointModel).toBe(api.endpoints.at(0));
		expect(Object.keys(api.collections.Posts.prototype.options)).toEqual(
			expect.arrayContaining(['per_page', 'search']),
		);
	});

	it('a subclass has its own methods, its name and what it was made of', async () => {
		const page = open();
		const { Post } = page.api.models;
		const Article = Post.extend(
			{
				defaults: { status: 'draft' },
				initialize(this: any, ...args: unknown[]) {
					Post.prototype.initialize.apply(this, args);
					this.made = true;
				},
				shout(this: any): string {
					return String(this.get('title')).toUpperCase();
				},
			},
			{ kind: 'article' },
		);
		const article = new Article({ id: 1 });
		article.fetch();
		await page.idle();
		expect(article).toMatchObject({ made: true, attributes: { id: 1, title: 'x', status: 'draft' } });
		expect(article.shout()).toBe('X');
		expect([article instanceof Post, Article.kind, Article.__super__ === Post.prototype]).toEqual([
			true,
			'article',
			true,
		]);
		expect(article.getDate).toBeTypeOf('function');
	});

	it('a subclass of a list calls what it overrides', async () => {
		const page = open();
		const { Posts } = page.api.collections;
		const Own = Posts.extend({
			initialize(this: any, ...args: unknown[]) {
				this.made = true;
				Posts.prototype.initialize.apply(this, args);
			},
			sync(this: any, method: string, ...args: unknown[]) {
				this.asked = method;
				return Posts.prototype.sync.call(this, method, ...args);
			},
			parse: (answer: any[]) => answer.map((item) => ({ ...item, seen: true })),
		});
		const list = new Own(null, { parent: 4 });
		list.fetch();
		await page.idle();
		expect(list).toMatchObject({
			made: true,
			asked: 'read',
			parent: 4,
			state: { currentPage: 1, totalObjects: 1 },
		});
		expect(list.at(0).attributes).toEqual({ id: 1, seen: true });
	});

	it('the base classes serve for routes of one’s own', async () => {
		const page = open();
		const Own = page.api.WPApiBaseModel.extend({
			urlRoot: 'http://wp.test/wp-json/wp/v2/mine',
			methods: ['GET', 'PUT', 'DELETE'],
		});
		const Owns = page.api.WPApiBaseCollection.extend({
			url: 'http://wp.test/wp-json/wp/v2/mine',
			model: Own,
		});
		const list = new Owns();
		list.fetch({ data: { order: 'asc' } });
		await page.idle();
		expect([list.at(0) instanceof Own, list.at(0).url(), list.state.currentPage]).toEqual([
			true,
			'http://wp.test/wp-json/wp/v2/mine/2',
			1,
		]);
		list.at(0).save({ a: 1 });
		expect(page.requests[1]).toMatchObject({ method: 'PUT', path: 'mine/2', body: { id: 2, a: 1 } });
		expect(new page.api.WPApiBaseModel({ id: 1 }).save()).toBe(false);
	});

	it('an address of its own, of an item, a class or a request, is the one that is asked', () => {
		const page = open();
		const { Post } = page.api.models;
		const post = new Post({ id: 1 });
		post.url = 'http://wp.test/wp-json/wp/v2/mine';
		post.fetch();
		new (Post.extend({ url: () => 'http://wp.test/wp-json/wp/v2/mine' }))({ id: 1 }).fetch();
		new Post({ id: 1 }).fetch({ url: 'http://wp.test/wp-json/wp/v2/mine' });
		new page.api.collections.Posts().fetch({ url: 'http://wp.test/wp-json/wp/v2/mine' });
		expect(page.requests.map(({ path }) => path)).toEqual(['mine', 'mine', 'mine', 'mine']);
	});

	it('items know their list, and copies their class', () => {
		const { models, collections } = open().api;
		const list = new collections.Posts([{ id: 1, meta: { a: 1 } }]);
		expect(list.at(0).collection).toBe(list);
		expect(list.at(0).clone()).toBeInstanceOf(models.Post);
		expect(list.clone()).toBeInstanceOf(collections.Posts);
		expect(list.toJSON()).toEqual([{ id: 1, meta: { a: 1 } }]);
	});

	it("Backbone's switches are obeyed", () => {
		const page = open();
		page.Backbone.emulateHTTP = true;
		new page.api.models.Post({ id: 1 }).save({ title: 'x' });
		expect(page.requests).toMatchObject([
			{ method: 'POST', path: 'posts/1', headers: { 'x-http-method-override': 'PUT', 'x-wp-nonce': 'N1' } },
		]);
	});

	it('what has no id of its own is saved by POST', () => {
		const page = open();
		new page.api.models.Settings().save({ title: 'x' });
		new page.api.models.UsersMe().save({ name: 'x' });
		const asked = page.requests.map(({ method, path, body }) => [method, path.replace(/\/$/, ''), body]);
		expect(asked).toEqual([
			['POST', 'settings', { title: 'x' }],
			['POST', 'users/me', { name: 'x' }],
		]);
	});

	it('requests go through Backbone.sync and Backbone.ajax as the page has them', async () => {
		const page = open();
		const seen: string[] = [];
		const { sync, ajax } = page.Backbone;
		page.Backbone.sync = (method: string, ...args: unknown[]) => (
			seen.push(`sync ${method}`),
			sync(method, ...args)
		);
		page.Backbone.ajax = (...args: unknown[]) => (seen.push('ajax'), ajax(...args));
		new page.api.models.Post({ id: 1 }).fetch();
		new page.api.collections.Posts().fetch();
		await page.idle();
		expect(seen).toEqual(['sync read', 'ajax', 'sync read', 'ajax']);
	});
});
