/** What a careless user does comes in; a clear error goes out, nothing throws at load, and nothing hangs. */
import { describe, expect, it } from 'vitest';
import { connect, isWPApiError, toWPApiError } from '../src/index.ts';
import { small } from './support/fake-schema.ts';
import { fails, fakeSite, listed, ok, ROOT } from './support/fake-site.ts';
import { ending, open } from './support/open.ts';

const site = fakeSite();

describe('row 83: a class without `new`', () => {
	it.each<[string, (api: any) => unknown]>([
		['a model, of the registry', (api) => api.models.Post({ id: 1 })],
		['a model, by itself', ({ models: { Post } }) => Post()],
		['a list, of the registry', (api) => api.collections.Posts()],
		['a list, by itself', ({ collections: { Posts } }) => Posts([{ id: 1 }])],
		['the base model', (api) => api.WPApiBaseModel()],
		['a class of the page’s own', ({ models: { Post } }) => Post.extend({})()],
	])('row 83: %s says so, and spoils nothing', (_what, call) => {
		const api = open();
		const names = [Object.keys(api.models), Object.keys(api.collections), Object.keys(api)];
		expect(() => call(api)).toThrow(/`?new`?/);
		expect([Object.keys(api.models), Object.keys(api.collections), Object.keys(api)]).toEqual(names);
	});
});

describe('items without an id', () => {
	it('fetched: the error names what is missing', async () => {
		const { args } = await ending(new (open().models.PostRevision)({ id: 5 }).fetch());
		expect(args[0].code).toBe('missing_param');
		expect(args[0].message).toMatch(/"parent"/);
	});

	it('destroyed: gone from their list, without a request, as in Backbone', () => {
		const api = open();
		const list = new api.collections.Posts([{ title: 'T' }]);
		expect(list.at(0).destroy()).toBe(false);
		expect(list).toHaveLength(0);
		expect(site.asked).toEqual([]);
	});

	it('below a parent nobody named: the error names it', async () => {
		const { args } = await ending(new (open().models.PostRevision)({ id: 2 }).fetch());
		expect([args[0].code, args[0].message]).toEqual(['missing_param', expect.stringContaining('parent')]);
	});

	it('saved below a parent nobody named: the error names it', async () => {
		const { args } = await ending(new (open().collections.PostRevisions)().fetch());
		expect(args[0].message).toContain('parent');
	});
});

describe('row 43: what a route cannot', () => {
	it.each<[string, (model: any) => unknown]>([
		['save', (model) => model.save({ name: 'x' })],
		['destroy', (model) => model.destroy()],
	])('row 43: %s is false, and `invalid` says why', (_what, act) => {
		const type = new (open().models.Type)({ slug: 'post' });
		const seen: any[] = [];
		type.on('invalid', (...args: any[]) => seen.push(args));
		expect(act(type)).toBe(false);
		const [[model, error]] = seen;
		expect(model).toBe(type);
		expect(isWPApiError(error)).toBe(true);
		expect(error.message).toMatch(/Type.*GET/);
		expect(site.asked).toEqual([]);
	});

	it('a list that cannot be created in', () => {
		const types = new (open().collections.Types)();
		expect(() => types.create({ name: 'x' })).not.toThrow();
		expect(site.asked).toEqual([]);
	});
});

describe('what the server refuses', () => {
	it('an unknown parameter, and a wrong one, by name', async () => {
		const params = { per_page: 'per_page must be between 1 (inclusive) and 100 (inclusive)' };
		site.answers = { 'GET posts': fails(400, 'rest_invalid_param', { params }) };
		const { args } = await ending(
			new (open().collections.Posts)().fetch({ data: { per_page: 1000, nonsense: 1 } }),
		);
		expect(toWPApiError(args[0])).toMatchObject({ code: 'rest_invalid_param', status: 400, params });
	});

	it('an id that is not there', async () => {
		site.answers = { 'GET posts/99': fails(404, 'rest_post_invalid_id') };
		const { args } = await ending(new (open().models.Post)({ id: 99 }).fetch());
		expect(toWPApiError(args[0])).toMatchObject({ code: 'rest_post_invalid_id', status: 404 });
	});
});

describe('wrong values', () => {
	it('setDate() of what is no date throws, and sets nothing', () => {
		const post = new (open().models.Post)();
		expect(() => post.setDate('soon')).toThrow(RangeError);
		expect(post.attributes).toEqual({});
	});

	it.each([undefined, null, {}, [null], [undefined]])('setTags( %j ) settles', async (tags) => {
		site.answers = { 'PATCH posts/1': ok({ id: 1 }), 'GET tags': listed([]) };
		const { state } = await ending(new (open().models.Post)({ id: 1 }).setTags(tags));
		expect(['resolved', 'rejected']).toContain(state);
	});

	it.each(['setTagsWithCollection', 'setCategoriesWithCollection'])(
		'%s() of no collection throws at the caller',
		(name) => {
			const post = new (open().models.Post)({ id: 1 });
			expect(() => post[name](undefined)).toThrow(TypeError);
		},
	);

	it('a model of nonsense is a model', () => {
		const { Post } = open().models;
		for (const nonsense of [null, undefined, {}, 'x', 5]) expect(() => new Post(nonsense)).not.toThrow();
	});
});

describe('pages that do it wrong', () => {
	it.each<[string, object]>([
		['no settings', {}],
		['null for everything', { root: null, versionString: null, nonce: null, schema: null, mapping: null }],
		['a mapping of nulls', { mapping: { models: null, collections: null }, schema: small() }],
		[
			'a mapping of numbers',
			{ mapping: { models: { Posts: 5 }, collections: { Posts: {} } }, schema: small() },
		],
		['a namespace that is none', { versionString: '/', schema: small() }],
		['model endpoints that are none', { modelEndpoints: [], schema: small() }],
	])('%s: nothing throws at load, and the promise settles', async (_what, settings) => {
		const api = connect({ cacheSchema: false, ...settings });
		expect(['resolved', 'rejected']).toContain((await ending(api.loadPromise)).state);
	});

	it('a root that is no address rejects', async () => {
		const { state } = await ending(connect({ root: 'http://[', cacheSchema: false }).loadPromise);
		expect(state).toBe('rejected');
	});

	it('asks for classes that are not there: undefined, as in core', () => {
		const api = open();
		expect([api.models.Nobody, api.getModelByRoute('nobody'), api.getCollectionByRoute('')]).toEqual([
			undefined,
			undefined,
			undefined,
		]);
	});

	it('uses the callbacks of loadPromise late, early, and twice', async () => {
		site.answers = { 'GET wp/v2': ok(small()) };
		const api: any = connect({ root: ROOT, cacheSchema: false });
		let calls = 0;
		api.loadPromise.done(() => calls++);
		await api.loadPromise;
		api.loadPromise.done(() => calls++).always(() => calls++);
		expect(calls).toBe(3);
	});
});
