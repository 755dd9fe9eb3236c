/** Code of the page around a request: its own `Backbone.sync` and `Backbone.ajax`, borrowed methods, shared options, old names of jQuery. */
import Backbone from 'backbone';
import $ from 'jquery';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fails, fakeSite, listed, ok, ROOT } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

const site = fakeSite();

afterEach(() => {
	vi.restoreAllMocks();
	$(document).off('.test');
});

const newPost = (settings = {}): any => new (open(settings).models.Post)({ id: 1 });

describe('`complete`', () => {
	it('is called after the event `ajaxSuccess`, as jQuery calls it', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const seen: string[] = [];
		for (const name of ['ajaxSuccess', 'ajaxComplete']) $(document).on(`${name}.test`, () => seen.push(name));
		const xhr = newPost().fetch({
			success: () => seen.push('success'),
			complete: () => seen.push('complete'),
		});
		await ending(xhr);
		await site.idle();
		expect(seen).toEqual(['success', 'ajaxSuccess', 'complete', 'ajaxComplete']);
	});

	it.each([ok({ id: 1 }), fails(404, 'rest_post_invalid_id')])(
		'has the settings of jQuery for `this`: %#',
		async (answer) => {
			site.answers = { 'GET posts/1': answer };
			const contexts: any[] = [];
			await ending(
				newPost().fetch({
					complete(this: any) {
						contexts.push(this);
					},
				}),
			);
			await site.idle();
			expect(contexts).toEqual([expect.objectContaining({ type: 'GET', url: `${ROOT}wp/v2/posts/1` })]);
		},
	);

	it('has the settings of jQuery for `this` also where a repetition that is waited for is called off', async () => {
		site.answers = { 'GET posts/1': { status: 503, headers: { 'Retry-After': '9' } } };
		const contexts: any[] = [];
		const arrived = new Promise((resolve) => $(document).on('ajaxComplete.test', resolve));
		const xhr = newPost().fetch({
			complete(this: any) {
				contexts.push(this);
			},
		});
		await arrived;
		xhr.abort();
		expect(contexts).toEqual([expect.objectContaining({ url: `${ROOT}wp/v2/posts/1`, type: 'GET' })]);
	});

	it('is called once for a request that was repeated', async () => {
		site.answers = { 'GET posts/1': [{ status: 503, headers: { 'Retry-After': '0' } }, ok({ id: 1 })] };
		const complete = vi.fn();
		await ending(newPost().fetch({ complete }));
		await site.idle();
		expect([complete.mock.calls.length, complete.mock.calls[0]![1]]).toEqual([1, 'success']);
	});

	it('is not called where `beforeSend` has stopped the request, nor is `error`', async () => {
		const [complete, error] = [vi.fn(), vi.fn()];
		const xhr = newPost().fetch({ beforeSend: () => false, complete, error });
		expect((await ending(xhr)).args[1]).toBe('canceled');
		await site.idle();
		expect([complete, error].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
		expect(site.asked).toEqual([]);
	});

	it('is called for what was called off', () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const complete = vi.fn();
		const xhr = newPost().fetch({ complete });
		xhr.abort();
		expect(complete.mock.calls.map(([, status]) => status)).toEqual(['abort']);
	});
});

describe('a page’s own `Backbone.sync`', () => {
	it('is handed the very model', async () => {
		const post = newPost();
		const handed: unknown[] = [];
		vi.spyOn(Backbone, 'sync').mockImplementation((_method, model, options: any) => {
			handed.push(model);
			options.success({ id: 1, title: 'T' });
			return undefined as never;
		});
		await ending(post.fetch());
		expect(handed[0]).toBe(post);
		expect([post.get('title'), Object.hasOwn(post, 'trigger')]).toEqual(['T', false]);
	});

	it('that fires no `request` is left alone: nobody else fires it', async () => {
		const post = newPost();
		const seen = vi.fn();
		post.on('request', seen);
		vi.spyOn(Backbone, 'sync').mockImplementation((_method, _model, options: any) =>
			options.success({ id: 1 }),
		);
		await ending(post.fetch());
		expect(seen).not.toHaveBeenCalled();
	});

	it('that answers before it returns is what the jqXHR tells of', async () => {
		const answer = { status: 400, readyState: 4, responseText: '{}', getResponseHeader: () => null };
		vi.spyOn(Backbone, 'sync').mockImplementation((_method, _model, options: any) => {
			options.error(answer);
			return $.Deferred().reject(answer).promise() as never;
		});
		const { state, args } = await ending(newPost().fetch());
		expect([state, args[0].responseText]).toEqual(['rejected', '{}']);
	});

	it('lets requests that are made while it runs fire their own `request`', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const post = newPost();
		const seen: unknown[] = [];
		post.on('request', (_post: unknown, _xhr: unknown, options: any) => seen.push(options.name));
		let inner: unknown;
		await ending(
			post.fetch({ name: 'outer', beforeSend: () => void (inner = post.fetch({ name: 'inner' })) }),
		);
		await inner;
		expect(seen).toEqual(['inner', 'outer']);
	});
});

describe('a stubbed `Backbone.ajax` that calls nobody back', () => {
	it.each<[string, () => unknown]>([
		['a jQuery promise', () => $.Deferred().resolve({ id: 1 }, 'success').promise()],
		['a native promise', () => Promise.resolve({ id: 1 })],
	])('settles ours by %s that is resolved', async (_what, promise) => {
		vi.spyOn(Backbone, 'ajax').mockImplementation(promise as never);
		const { state, args } = await ending(newPost().fetch());
		expect([state, args[0]]).toEqual(['resolved', { id: 1 }]);
	});

	it.each<[string, () => unknown]>([
		['a jQuery promise', (): unknown => $.Deferred().reject({ status: 500 }).promise()],
		['a native promise', () => Promise.reject(new Error('No.'))],
	])('settles ours by %s that is rejected', async (_what, promise) => {
		vi.spyOn(Backbone, 'ajax').mockImplementation(promise as never);
		const { state, args } = await ending(newPost().fetch());
		expect([state, args]).toHaveLength(2);
		expect(state).toBe('rejected');
	});

	it('still calls back, and fills the model, where it does so later', async () => {
		const post = newPost();
		const success = vi.fn();
		vi.spyOn(Backbone, 'ajax').mockImplementation(((options: any) => {
			setTimeout(() =>
				options.success({ id: 1, title: 'late' }, 'success', { status: 200, getResponseHeader: () => null }),
			);
			return Promise.resolve('a response');
		}) as never);
		expect((await ending(post.fetch({ success }))).args[0]).toBe('a response');
		await site.idle();
		expect([post.get('title'), success.mock.calls.length]).toEqual(['late', 1]);
	});
});

describe('methods and options that are shared', () => {
	it('`sync()` may be borrowed by a plain Backbone model', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1, title: 'T' }), 'PUT posts/1': ok({ id: 1, title: 'U' }) };
		const Plain = Backbone.Model.extend({
			sync: open().models.Post.prototype.sync,
			urlRoot: `${ROOT}wp/v2/posts`,
		});
		const plain: any = new Plain({ id: 1 });
		await plain.fetch();
		await plain.save({ title: 'U' });
		expect([plain.get('title'), site.asked.at(-1)!.body]).toEqual(['U', { id: 1, title: 'U' }]);
	});

	it('`sync()` may be borrowed by a plain Backbone collection', async () => {
		site.answers = { 'GET posts': listed([{ id: 1 }]) };
		const Plain = Backbone.Collection.extend({
			sync: open().collections.Posts.prototype.sync,
			url: `${ROOT}wp/v2/posts`,
		});
		const plain: any = new Plain();
		await plain.fetch();
		expect(plain.pluck('id')).toEqual([1]);
	});

	it('one options object may serve two `sync()`', async () => {
		site.answers = {
			'GET posts/1': ok({ id: 1 }),
			'PUT posts/1': ok({ id: 1 }),
			'PUT posts/2': ok({ id: 2 }),
		};
		const { Post } = open().models;
		const [one, two] = [new Post({ id: 1, title: 'A' }), new Post({ id: 2, title: 'B' })];
		const options = {};
		await one.sync('read', one, options);
		await one.sync('update', one, options);
		await two.sync('update', two, options);
		expect(site.lines()).toEqual(['GET posts/1', 'PUT posts/1', 'PUT posts/2']);
		expect(site.asked.at(-1)!.body).toEqual({ id: 2, title: 'B' });
	});

	it('the names of jQuery 1, which jQuery Migrate adds, follow the answer that stands', async () => {
		site.answers = { 'GET posts/1': [{ status: 503, headers: { 'Retry-After': '0' } }, ok({ id: 1 })] };
		const { ajax } = Backbone;
		vi.spyOn(Backbone, 'ajax').mockImplementation(((options: any) => {
			const xhr: any = ajax.call(Backbone, options);
			return Object.assign(xhr, { success: xhr.done, error: xhr.fail, complete: xhr.always });
		}) as never);
		const [success, error, complete] = [vi.fn(), vi.fn(), vi.fn()];
		const xhr = newPost().fetch();
		xhr.success(success);
		xhr.error(error);
		xhr.complete(complete);
		await ending(xhr);
		expect([success, error, complete].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 1]);
		expect(newPost().fetch().nothing).toBeUndefined();
		await site.idle();
	});
});

describe('what may be repeated is decided by the HTTP method that goes out', () => {
	it.each<[string, (post: any) => any]>([
		['fetch() with `type`', (post) => post.fetch({ type: 'POST', url: `${ROOT}wp/v2/posts` })],
		['fetch() with `method`', (post) => post.fetch({ method: 'POST', url: `${ROOT}wp/v2/posts` })],
		['fetch() of a list', (post) => new (open().collections.Posts)([post]).fetch({ type: 'post' })],
	])('a POST by %s goes out once behind a 503', async (_what, send) => {
		site.answers = { 'POST posts': { status: 503, headers: { 'Retry-After': '0' } } };
		expect((await ending(send(newPost()))).state).toBe('rejected');
		await site.idle();
		expect(site.lines()).toEqual(['POST posts']);
	});
});
