/** Requests come in, to be answered or called off; one jqXHR goes out, settled once, its callbacks in jQuery's order. */
import Backbone from 'backbone';
import $ from 'jquery';
import _ from 'underscore';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fails, fakeSite, held, listed, ok } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';
import { watch } from '../support/watch.ts';

const site = fakeSite();

afterEach(() => {
	vi.restoreAllMocks();
});

describe('the order of things', () => {
	it('of a good answer', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const post = new (open().models.Post)({ id: 1 });
		const { seen, options } = watch(post);
		const xhr = post.fetch(options).done(() => seen.push('done'));
		seen.push('returned');
		await ending(xhr);
		await site.idle();
		expect(seen).toEqual(['request', 'returned', 'success/3', 'sync', 'done', 'complete/2']);
	});

	it('of a failure', async () => {
		site.answers = { 'GET posts/1': fails(500, 'oh') };
		const post = new (open().models.Post)({ id: 1 });
		const { seen, options } = watch(post);
		const xhr = post.fetch(options).fail(() => seen.push('fail'));
		await ending(xhr);
		await site.idle();
		expect(seen).toEqual(['request', 'error/3', 'error', 'fail', 'complete/2']);
	});
});

describe('the arguments', () => {
	it('of success, and of the promise', async () => {
		const answer = { id: 1, title: { rendered: 'T' } };
		site.answers = { 'GET posts/1': ok(answer) };
		const post = new (open().models.Post)({ id: 1 });
		const success = vi.fn();
		const xhr = post.fetch({ success, own: 'option' });
		const { args } = await ending(xhr);
		expect(success.mock.calls[0]![0]).toBe(post);
		expect(success.mock.calls[0]![1]).toMatchObject(answer);
		expect(success.mock.calls[0]![2]).toMatchObject({ own: 'option' });
		expect(args.slice(0, 2)).toEqual([expect.objectContaining(answer), 'success']);
		expect(args[2].status).toBe(200);
	});

	it('of error: the jqXHR, readable as an error', async () => {
		site.answers = { 'PUT posts/1': fails(400, 'rest_invalid_param', { params: { date: 'No date.' } }) };
		const post = new (open().models.Post)({ id: 1 });
		const error = vi.fn();
		const { args } = await ending(post.save({ date: 'x' }, { error }));
		const [subject, xhr] = error.mock.calls[0]!;
		expect(subject).toBe(post);
		expect(xhr).toBe(args[0]);
		expect(xhr).toMatchObject({
			name: 'WPApiError',
			code: 'rest_invalid_param',
			message: 'It is rest_invalid_param.',
			params: { date: 'No date.' },
		});
		expect(xhr.status).toBe(400);
		expect(xhr.responseJSON.code).toBe('rest_invalid_param');
		expect(args[1]).toBe('error');
	});

	it('have the context that was asked for', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const context = {};
		const success = vi.fn();
		const complete = vi.fn();
		await ending(new (open().models.Post)({ id: 1 }).fetch({ context, success, complete }));
		expect(success.mock.contexts).toEqual([context]);
		expect(complete.mock.contexts).toEqual([context]);
	});
});

describe('the jqXHR', () => {
	it('is one through all attempts, and is in options.xhr', async () => {
		site.answers = {
			'GET posts/1': [fails(403, 'rest_cookie_invalid_nonce'), ok({ id: 1, slug: 'a' })],
			'GET /wp-admin/admin-ajax.php': { body: 'abcdef0123' },
		};
		const post = new (open().models.Post)({ id: 1 });
		const { seen, options } = watch(post);
		const xhr = post.fetch(options);
		expect(options.xhr).toBeUndefined();
		const { state, args } = await ending(xhr);
		expect([state, args[2], xhr.status, post.get('slug')]).toEqual(['resolved', xhr, 200, 'a']);
		expect(seen).toEqual(['request', 'success/3', 'sync', 'complete/2']);
	});

	it('has what jQuery’s own has', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }, { 'X-Own': 'yes' }) };
		const xhr = new (open().models.Post)({ id: 1 }).fetch();
		expect(xhr.state()).toBe('pending');
		expect(xhr.readyState).toBe(1);
		await xhr;
		const { status, readyState, responseJSON } = xhr;
		expect({ status, readyState, responseJSON }).toEqual({
			status: 200,
			readyState: 4,
			responseJSON: { id: 1 },
		});
		expect(_.pick(xhr, 'status', 'responseJSON')).toEqual({ status: 200, responseJSON: { id: 1 } });
		expect(xhr.getResponseHeader('X-Own')).toBe('yes');
		expect(xhr.getAllResponseHeaders()).toContain('x-own');
		for (const name of [
			'abort',
			'always',
			'catch',
			'done',
			'fail',
			'pipe',
			'progress',
			'promise',
			'state',
			'then',
		])
			expect(xhr[name], name).toBeTypeOf('function');
	});

	it.each([
		['then', (xhr: any) => xhr.then((post: any) => post.id)],
		['await', async (xhr: any) => (await xhr).id],
		['$.when', (xhr: any) => $.when(xhr).then(({ id }: any) => id)],
		['Promise.all', async (xhr: any) => (await Promise.all([xhr]))[0].id],
	])('is a promise, for %s', async (_what, use) => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		expect(await use(new (open().models.Post)({ id: 1 }).fetch())).toBe(1);
	});
});

describe('abort()', () => {
	it('before the answer: once, everywhere, by the name of abort', async () => {
		const later = held();
		site.answers = { 'GET posts/1': later.answer };
		const post = new (open().models.Post)({ id: 1 });
		const { seen, options } = watch(post);
		const xhr = post.fetch(options);
		xhr.abort();
		xhr.abort();
		expect(xhr.state()).toBe('rejected');
		later.give(ok({ id: 1, slug: 'late' }));
		await site.idle();
		expect(seen).toEqual(['request', 'error/3', 'error', 'complete/2']);
		expect(xhr.code).toBe('abort');
		expect(post.get('slug')).toBeUndefined();
	});

	it('takes a reason', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const xhr = new (open().models.Post)({ id: 1 }).fetch();
		xhr.abort('enough');
		expect((await ending(xhr)).args[1]).toBe('enough');
	});

	it('in the event `request`', async () => {
		const post = new (open().models.Post)({ id: 1 });
		post.on('request', (_post: unknown, xhr: any) => xhr.abort());
		expect((await ending(post.fetch())).args[1]).toBe('abort');
	});

	it('after the answer: nothing any more', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const post = new (open().models.Post)({ id: 1 });
		const { seen, options } = watch(post);
		const xhr = post.fetch(options);
		await xhr;
		await site.idle();
		const before = [...seen];
		xhr.abort();
		expect([xhr.state(), seen]).toEqual(['resolved', before]);
	});

	it('while a nonce is renewed: what was called off is not sent', async () => {
		const renewal = held();
		site.answers = {
			'PUT posts/1': [fails(403, 'rest_cookie_invalid_nonce'), ok({ id: 1 })],
			'GET /wp-admin/admin-ajax.php': renewal.answer,
		};
		const xhr = new (open().models.Post)({ id: 1 }).save({ title: 'x' });
		await vi.waitUntil(() => site.asked.length === 2);
		xhr.abort();
		renewal.give({ body: 'abcdef0123' });
		await site.idle();
		expect(xhr.code).toBe('abort');
		expect(site.lines().filter((line) => line.startsWith('PUT'))).toHaveLength(1);
	});
});

describe('a page’s own Backbone', () => {
	it('sync and ajax are used', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const sync = vi.spyOn(Backbone, 'sync');
		const ajax = vi.spyOn(Backbone, 'ajax');
		await new (open().models.Post)({ id: 1 }).fetch();
		expect([sync, ajax].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
	});

	it('may answer with a promise that is not jQuery’s', async () => {
		vi.spyOn(Backbone, 'ajax').mockImplementation((options: any) => {
			const answer = Promise.resolve({ id: 1, slug: 'a' });
			void answer.then(options.success);
			return answer as never;
		});
		const post = new (open().models.Post)({ id: 1 });
		expect((await ending(post.fetch())).state).toBe('resolved');
		expect(post.get('slug')).toBe('a');
	});

	it('row 45: emulateHTTP sends POST and names the method in a header', async () => {
		Object.assign(Backbone, { emulateHTTP: true });
		try {
			site.answers = { 'POST posts/1': ok({ id: 1 }) };
			const post = new (open().models.Post)({ id: 1 });
			await post.save({ title: 'x' });
			await post.destroy();
			expect(site.asked.map(({ headers }) => headers.get('x-http-method-override'))).toEqual([
				'PUT',
				'DELETE',
			]);
			expect(site.asked.map(({ headers }) => headers.get('x-wp-nonce'))).toEqual(['N1', 'N1']);
		} finally {
			Object.assign(Backbone, { emulateHTTP: false });
		}
	});
});

it('a list has the same life as an item', async () => {
	site.answers = { 'GET posts': listed([{ id: 1 }, { id: 2 }]) };
	const posts = new (open().collections.Posts)();
	const { seen, options } = watch(posts);
	const { args } = await ending(posts.fetch(options));
	await site.idle();
	expect(args[0]).toEqual([{ id: 1 }, { id: 2 }]);
	expect(seen).toEqual(['request', 'success/3', 'sync', 'complete/2']);
});

describe('row 69: a page’s own transport', () => {
	it('row 69: carries reads, writes, repetitions and renewals of the nonce alike', async () => {
		const seen: string[] = [];
		vi.spyOn(Backbone, 'ajax').mockImplementation((options = {}) => {
			seen.push(`${options.type ?? 'GET'} ${String(options.url).replace(/.*\/(?=\w)/, '')}`);
			return $.ajax(options);
		});
		site.answers = {
			'GET posts/1': [fails(503, 'busy'), ok({ id: 1 })],
			'PUT posts/1': [fails(403, 'rest_cookie_invalid_nonce'), ok({ id: 1 })],
			'GET /wp-admin/admin-ajax.php': ok('abcdef0123'),
		};
		vi.spyOn(Math, 'random').mockReturnValue(0);
		const post = new (open().models.Post)({ id: 1 });
		await post.fetch();
		await post.save({ title: 'x' });
		expect(seen).toEqual(['GET 1', 'GET 1', 'PUT 1', 'GET admin-ajax.php?action=rest-nonce', 'PUT 1']);
	});

	it('row 69: may be another one than jQuery: it gives a promise, and calls back', async () => {
		vi.spyOn(Backbone, 'ajax').mockImplementation((({ success }: any) => {
			const answer = { id: 1, slug: 'from-elsewhere' };
			void Promise.resolve().then(() => success(answer, 'success'));
			return Promise.resolve(answer);
		}) as never);
		const post = new (open().models.Post)({ id: 1 });
		await post.fetch();
		expect(post.get('slug')).toBe('from-elsewhere');
		expect(site.asked).toEqual([]);
	});
});

it('`this` of what is told of a failure is a request, as in jQuery', async () => {
	site.answers = { 'GET posts/1': fails(404, 'rest_post_invalid_id') };
	const told: string[] = [];
	const note = function (this: any): void {
		told.push(this.url);
	};
	await ending(new (open().models.Post)({ id: 1 }).fetch({ complete: note }).fail(note));
	await site.idle();
	expect(told).toEqual(Array(2).fill(expect.stringContaining('posts/1')));
});

it.each([[[]], [['Record not found']]])('a page’s own `Backbone.ajax` may fail with %j', async (args) => {
	vi.spyOn(Backbone, 'ajax').mockImplementation(
		((options: any) => void setTimeout(() => options.error(...args))) as never,
	);
	const xhr = new (open().models.Post)({ id: 1 }).fetch();
	expect((await ending(xhr)).state).toBe('rejected');
	expect([xhr.status, xhr.code]).toEqual([undefined, 'network_error']);
});

it('what a page’s own `Backbone.sync` writes on a model is there', async () => {
	const { sync } = Backbone;
	vi.spyOn(Backbone, 'sync').mockImplementation((method: any, model: any, options: any) => {
		Object.assign(model, { isLoading: true }).set({ id: 7 });
		return sync(method, model, options);
	});
	site.answers = { 'POST posts': ok({ title: 'A' }) };
	const post = new (open().models.Post)({ title: 'A' });
	const { seen } = watch(post);
	const xhr = post.save();
	expect([post.isLoading, post.id]).toEqual([true, 7]);
	await xhr;
	expect(seen).toEqual(['request', 'sync']);
});
