/** Classes wait until somebody asks for them. Whoever looks at a registry sees what is seen where real classes lie in it. */
import _ from 'underscore';
import { describe, expect, it } from 'vitest';
import { connect } from '../../src/index.ts';
import { ID, ITEM, LIST, named, route, schema, small } from '../support/fake-schema.ts';
import { fakeSite, ok, ROOT } from '../support/fake-site.ts';
import { load, open } from '../support/open.ts';

const site = fakeSite();

const isMade = (registry: object, name: string): boolean =>
	Object.getOwnPropertyDescriptor(registry, name)!.value !== undefined;
/** The class of the index itself belongs to no route. */
const madeIn = (registry: object): string[] =>
	Object.keys(registry).filter((name) => name !== 'Schema' && isMade(registry, name));

/** An index that says which of its routes were read. */
function watched(): { index: any; read: Set<string> } {
	const read = new Set<string>();
	const { routes, ...rest } = small();
	const entries = Object.entries(routes).map(([path, { endpoints, ...description }]) => {
		const lazy = Object.defineProperty({ ...description }, 'endpoints', {
			enumerable: true,
			get() {
				read.add(path);
				return endpoints;
			},
		});
		return [path, lazy];
	});
	return { index: { ...rest, routes: Object.fromEntries(entries) }, read };
}

describe('a class', () => {
	it('is made when its name is read, and no other one with it', () => {
		const { models, collections } = open();
		expect([madeIn(models), madeIn(collections)]).toEqual([[], []]);
		expect(models.Post).toBeTypeOf('function');
		expect([madeIn(models), madeIn(collections)]).toEqual([['Post'], []]);
		expect(new collections.Posts()).toBeDefined();
		expect(madeIn(collections)).toEqual(['Posts']);
	});

	it('is made once', () => {
		const { models, endpoints } = open();
		const { Post, Book } = models;
		expect(models.Post).toBe(Post);
		expect([models.Book, models.Books]).toEqual([Book, Book]);
		expect(endpoints.at(0).get('models').Post).toBe(Post);
		expect(new Post()).toBeInstanceOf(models.Post);
	});

	it('reads its own route and that of its list, and no arguments of others', () => {
		const { index, read } = watched();
		const { models, collections } = open({ schema: index });
		expect([...read]).toEqual([]);
		expect(new models.Media({ id: 1 }).url()).toBe(`${ROOT}wp/v2/media/1`);
		expect(new Set(read)).toEqual(new Set(['/wp/v2/media', `/wp/v2/media/${ID}`]));
		expect(new collections.Users().url()).toBe(`${ROOT}wp/v2/users`);
		expect(read).not.toContain('/wp/v2/users');
		expect(collections.Users.prototype.options).toEqual(named(['page', 'slug', 'include']));
		expect(read).toContain('/wp/v2/users');
	});

	it('is found by a relation, a type, a route and a link without making others', () => {
		const api = open();
		expect(api.getModelByType('book').prototype.name).toBe('Books');
		expect(api.getModelByRoute(`/wp/v2/pages/${ID}`).prototype.name).toBe('Page');
		expect(api.getCollectionByRoute('/wp/v2/tags').prototype.name).toBe('Tags');
		expect(api.endpoints.at(0).find('models', '/wp/v2/media/{}').prototype.name).toBe('Media');
		expect(api.endpoints.at(0).match('/wp/v2/comments/3').Item.prototype.name).toBe('Comment');
		expect(madeIn(api.models).sort()).toEqual(['Books', 'Comment', 'Media', 'Page']);
		expect(madeIn(api.collections)).toEqual(['Tags']);
	});
});

describe('a registry', () => {
	const all = (registry: any): [string, unknown][] =>
		Object.keys(registry).map((name) => [name, registry[name]]);

	it.each<[string, (registry: any) => any]>([
		['_.extend()', (registry) => _.extend({}, registry)],
		['Object.assign()', (registry) => Object.assign({}, registry)],
		['a spread', (registry) => ({ ...registry })],
		['_.clone()', (registry) => _.clone(registry)],
		['_.mapObject()', (registry) => _.mapObject(registry, (Class) => Class)],
		['Object.fromEntries()', (registry) => Object.fromEntries(Object.entries(registry))],
	])('is copied by %s', (_what, copy) => {
		const { models } = open();
		const copied = copy(models);
		expect(all(copied)).toEqual(all(models));
		expect(isMade(copied, 'Post')).toBe(true);
		expect(new copied.Post({ id: 1 }).url()).toBe(`${ROOT}wp/v2/posts/1`);
	});

	it('is gone through by Object.values(), _.each(), `for in`, `in` and _.has()', () => {
		const { models } = open();
		const seen: unknown[] = [];
		_.each(models, (Class) => seen.push(Class));
		const names: string[] = [];
		for (const name in models) names.push(name);
		expect(names).toEqual(Object.keys(models));
		expect(Object.values(models)).toEqual(seen);
		expect(seen.every((Class) => typeof Class === 'function')).toBe(true);
		expect(['Post' in models, _.has(models, 'Post'), 'Nothing' in models]).toEqual([true, true, false]);
	});

	it('has its names in the order of the index', () => {
		const paths = Object.keys(small().routes);
		const { models, collections } = open();
		for (const registry of [models, collections]) {
			const own = Object.values<any>(registry).filter((Class) => Class.prototype.route);
			const places = own.map((Class) => paths.indexOf(Class.prototype.route.index));
			expect(places).toEqual([...places].sort((a, b) => a - b));
		}
	});

	it('keeps the place of a name whose class is made', () => {
		const { models } = open();
		const before = Object.keys(models);
		expect(models.Tag && models.Post).toBeTypeOf('function');
		expect(Object.keys(models)).toEqual(before);
	});

	it('takes what a page puts in the place of a class, which is then never made', () => {
		const { index, read } = watched();
		const api = open({ schema: index });
		const Mine = api.WPApiBaseModel.extend({ mine: true });
		api.models.Post = Mine;
		expect(api.models.Post).toBe(Mine);
		expect([...read]).toEqual([]);
		expect(Object.keys(api.models)).toContain('Post');
	});

	it('takes a subclass, by whichever of its names', () => {
		const api = open();
		const Mine = (api.models.Book = api.models.Book.extend({ mine: true }));
		expect([api.models.Books, api.getModelByType('book')]).toEqual([Mine, Mine]);
		expect(new api.collections.Books([{ id: 1 }]).at(0).mine).toBe(true);
	});

	it('loses what a page deletes', () => {
		const { models } = open();
		delete models.Post;
		delete models.Books;
		expect([models.Post, models.Books, models.Book]).toEqual([undefined, undefined, undefined]);
		expect('Post' in models).toBe(false);
	});

	it('that is frozen gives the same class at each reading', () => {
		const { models } = open();
		Object.freeze(models);
		expect(models.Post).toBe(models.Post);
		expect(new models.Post({ id: 1 }).url()).toBe(`${ROOT}wp/v2/posts/1`);
	});

	it('that others inherit from keeps its classes when they put in their own', () => {
		const { models } = open();
		const mine = Object.create(models);
		mine.Post = 'mine';
		expect([mine.Post, typeof models.Post]).toEqual(['mine', 'function']);
	});
});

describe('what a class is built on', () => {
	const replace = (api: any): void => {
		api.WPApiBaseModel = api.WPApiBaseModel.extend({ shout: () => 'HEY' });
		api.WPApiBaseCollection = api.WPApiBaseCollection.extend({ shout: () => 'HO' });
	};

	it('is what a page has put in the place of the bases before the schema arrives', async () => {
		site.answers = { 'GET wp/v2': ok(small()) };
		const api = load({ cacheSchema: false });
		replace(api);
		await api.loadPromise;
		expect([new api.models.Book().shout(), new api.collections.Books().shout()]).toEqual(['HEY', 'HO']);
		expect([new api.models.Post().shout(), new api.collections.Posts().shout()]).toEqual(['HEY', 'HO']);
		expect(new api.collections.Posts([{ id: 1 }]).at(0).shout()).toBe('HEY');
	});

	it('is what was there when the schema arrived, not what comes later', () => {
		const api = open();
		replace(api);
		expect([new api.models.Book().shout, new api.collections.Books().shout]).toEqual([undefined, undefined]);
	});

	it('stays for a class that was made before', async () => {
		site.answers = { 'GET wp/v2': ok(small()) };
		const api = load({ cacheSchema: false });
		const { Post } = api.models;
		replace(api);
		await api.loadPromise;
		expect([api.models.Post === Post, new Post().shout]).toEqual([true, undefined]);
		expect(new api.models.Page().shout()).toBe('HEY');
	});

	it('counts for another namespace as well', async () => {
		const api = open();
		replace(api);
		const shop = schema({ '/cups': route(LIST), [`/cups/${ID}`]: route(ITEM) }, 'shop/v3');
		await api.init({ versionString: 'shop/v3', schema: shop });
		expect([new api.models.Cup().shout(), new api.collections.Cups().shout()]).toEqual(['HEY', 'HO']);
	});
});

describe('the endpoint', () => {
	it('has the registries of its namespace, the schema and its model', () => {
		const api: any = connect({ root: ROOT, schema: small(), cacheSchema: false });
		const endpoint = api.endpoints.at(0);
		expect(Object.keys(endpoint.get('models'))).toEqual(
			Object.keys(api.models).filter((name) => name !== 'Schema'),
		);
		expect(endpoint.get('collections').Posts).toBe(api.collections.Posts);
		expect(endpoint.get('schema')).toEqual(small());
		expect(endpoint.schemaModel).toBeInstanceOf(api.models.Schema);
		expect(endpoint.schemaModel).toBe(endpoint.schemaModel);
		expect(endpoint.schemaModel.get('routes')).toEqual(small().routes);
	});

	it('gets classes that a later schema brings, also in a registry that was read before', async () => {
		const index = small();
		index.routes['/wp/v2/songs'] = route(LIST);
		site.answers = { 'GET wp/v2': ok(index) };
		const api = open();
		const own = api.endpoints.at(0).get('collections');
		expect(own.Songs).toBeUndefined();
		await api.refresh();
		expect(own.Songs).toBe(api.collections.Songs);
		expect(own.Songs).toBeTypeOf('function');
	});
});
