/**
 * Requests come in; what both clients hand to callbacks, and give back, goes out.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { openPage, type Client, type Page } from './page.ts';
import { listed, ok } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const clients: Client[] = ['core', 'ours'];

const open = (client: Client): Page =>
	openPage({
		client,
		schema,
		answers: { 'GET posts/1': ok({ id: 1, title: 'Old' }), 'GET posts': listed([{ id: 1 }, { id: 2 }]) },
	});

describe.each(clients)('%s', (client) => {
	it('success is called with the object, the raw answer and the options', async () => {
		const page = open(client);
		for (const object of [new page.api.models.Post({ id: 1 }), new page.api.collections.Posts()]) {
			const given: any[] = [];
			const context = {};
			const options = {
				mine: 1,
				context,
				success(this: unknown, ...args: any[]) {
					given.push(this, ...args);
				},
			};
			const xhr = object.fetch(options);
			await page.idle();
			expect(given[0]).toBe(context);
			expect(given[1]).toBe(object);
			expect(given[2]).toEqual(xhr.responseJSON);
			expect(given[3]).toMatchObject({ mine: 1 });
			expect(given[3].xhr).toBe(xhr);
		}
	});

	it.each(['posts/1', 'posts'])("what comes back for %s is jQuery's request", async (path) => {
		const page = open(client);
		page.answers[`GET ${path}`] = ok(path === 'posts' ? [{ id: 1 }] : { id: 1 }, { 'X-Mine': 'yes' });
		const object = path === 'posts' ? new page.api.collections.Posts() : new page.api.models.Post({ id: 1 });
		const xhr = object.fetch();
		const given: any[] = [];
		xhr.done((...args: any[]) => given.push(...args));
		expect([xhr.readyState, xhr.state()]).toEqual([1, 'pending']);
		await page.idle();
		expect([xhr.status, xhr.statusText, xhr.readyState, xhr.state()]).toEqual([200, 'OK', 4, 'resolved']);
		expect(xhr.getResponseHeader('X-Mine')).toBe('yes');
		expect(xhr.getAllResponseHeaders()).toMatch(/x-mine: yes/i);
		expect(JSON.parse(xhr.responseText)).toEqual(xhr.responseJSON);
		expect(given).toEqual([xhr.responseJSON, 'success', xhr]);
		for (const method of [
			'then',
			'always',
			'fail',
			'pipe',
			'progress',
			'promise',
			'abort',
			'setRequestHeader',
		]) {
			expect(xhr[method], method).toBeTypeOf('function');
		}
	});

	it('events are handed the object, the request and the options', async () => {
		const page = open(client);
		for (const object of [new page.api.models.Post({ id: 1 }), new page.api.collections.Posts()]) {
			const given: Record<string, any[]> = {};
			for (const event of ['request', 'sync']) {
				object.on(event, (...args: any[]) => (given[event] = args));
			}
			const xhr = object.fetch({ mine: 1 });
			await page.idle();
			expect(given['request']).toEqual([object, xhr, expect.objectContaining({ mine: 1 })]);
			expect(given['request']![1]).toBe(xhr);
			expect(given['sync']).toEqual([object, xhr.responseJSON, expect.objectContaining({ mine: 1 })]);
		}
	});

	it('what comes back can be waited for, alone and with others', async () => {
		const page = open(client);
		const [post, posts] = [new page.api.models.Post({ id: 1 }), new page.api.collections.Posts()];
		const given: any[] = [];
		page.$.when(post.fetch(), posts.fetch()).done((...args: any[]) => given.push(...args));
		await page.idle();
		expect(given.map(([data, status]) => [data, status])).toEqual([
			[{ id: 1, title: 'Old' }, 'success'],
			[[{ id: 1 }, { id: 2 }], 'success'],
		]);
		expect(await post.fetch()).toEqual({ id: 1, title: 'Old' });
		const chained = post.fetch().then(({ title }: any) => String(title).toUpperCase());
		expect(await chained).toBe('OLD');
	});

	it("jQuery's own events, and its option statusCode, know of the request, once", async () => {
		const page = open(client);
		const seen: string[] = [];
		page
			.$(page.window.document)
			.on('ajaxSend ajaxSuccess ajaxError ajaxComplete', ({ type }: any) => seen.push(type));
		new page.api.models.Post({ id: 1 }).fetch({ statusCode: { 200: () => seen.push('200') } });
		await page.idle();
		new page.api.models.Post({ id: 9 }).fetch();
		await page.idle();
		expect(seen).toEqual([
			'ajaxSend',
			'200',
			'ajaxSuccess',
			'ajaxComplete',
			'ajaxSend',
			'ajaxError',
			'ajaxComplete',
		]);
	});

	it('with async: false the answer is there at once', () => {
		const page = open(client);
		const [post, posts] = [new page.api.models.Post({ id: 1 }), new page.api.collections.Posts()];
		const states = [post.fetch({ async: false }), posts.fetch({ async: false })].map((xhr) => xhr.state());
		expect([states, post.get('title'), posts.pluck('id')]).toEqual([['resolved', 'resolved'], 'Old', [1, 2]]);
	});

	it('the request that beforeSend is handed can be aborted', async () => {
		const page = open(client);
		page.answers['GET posts/1'] = 'held';
		let early: any;
		const xhr = new page.api.models.Post({ id: 1 }).fetch({
			beforeSend: (own: any) => {
				early = own;
			},
		});
		early.abort();
		await page.idle();
		expect([xhr.state(), xhr.statusText, page.requests[0]!.aborted]).toEqual(['rejected', 'abort', true]);
	});

	it('a request is aborted', async () => {
		const page = open(client);
		page.answers['GET posts/1'] = 'held';
		const seen: unknown[] = [];
		const xhr = new page.api.models.Post({ id: 1 }).fetch({
			error: (_model: unknown, failed: any) => seen.push(failed.statusText),
		});
		xhr.fail((_xhr: unknown, status: string) => seen.push(status));
		xhr.abort();
		await page.idle();
		expect([page.requests[0]!.aborted, xhr.state(), xhr.status]).toEqual([true, 'rejected', 0]);
		expect(seen).toEqual(['abort', 'abort']);
	});
});
