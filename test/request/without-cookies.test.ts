/** Requests with a password come in; what goes out has no cookies, and answers as any other. */
import Backbone from 'backbone';
import $ from 'jquery';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fails, fakeSite, held, listed, ok } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';
import { watch } from '../support/watch.ts';

const site = fakeSite();
const AWAY = 'https://example.com/wp-json/';
const connected = (settings = {}): any => open({ headers: { Authorization: 'Basic x' }, ...settings });
const post = (settings = {}): any => new (connected(settings).models.Post)({ id: 1 });

/** What `fetch()` was called with. */
let fetches: RequestInit[] = [];

beforeEach(() => {
	fetches = [];
	const { fetch } = globalThis;
	vi.spyOn(globalThis, 'fetch').mockImplementation((...args) => {
		fetches.push(args[1]!);
		return fetch(...args);
	});
});
afterEach(() => vi.restoreAllMocks());

describe('at the origin of the page', () => {
	it('no cookies go along', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }), 'PUT posts/1': ok({ id: 1 }) };
		const item = post();
		await item.fetch();
		await item.save({ title: 'x' });
		expect(fetches.map(({ credentials }) => credentials)).toEqual(['omit', 'omit']);
	});

	it('without a password everything goes the usual way, cookies included', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		await new (open().models.Post)({ id: 1 }).fetch();
		await post({ headers: { 'X-Own': 'yes' } }).fetch();
		expect(fetches).toEqual([]);
		expect(site.asked).toHaveLength(2);
	});

	it('method, arguments, body and headers are what they would be', async () => {
		site.answers = {
			'GET posts': listed([{ id: 1 }]),
			'PATCH posts/1': ok({ id: 1 }),
			'DELETE posts/1': ok({}),
		};
		const api = connected();
		await new api.collections.Posts().fetch({ data: { search: 'ä&b', include: [1, 2] } });
		const item = new api.models.Post({ id: 1 });
		await item.save({ title: 'ü' }, { patch: true, headers: { 'X-Own': 'yes' } });
		await item.destroy();
		const [list, patch, remove] = site.asked;
		expect(site.lines()).toEqual([
			'GET posts?search=ä&b&include[]=1&include[]=2',
			'PATCH posts/1',
			'DELETE posts/1',
		]);
		expect(patch!.body).toEqual({ title: 'ü' });
		expect(patch!.headers.get('content-type')).toBe('application/json');
		expect(patch!.headers.get('x-own')).toBe('yes');
		expect(remove!.body).toBe('');
		expect(list!.headers.get('accept')).toContain('application/json');
		expect(list!.headers.get('x-requested-with')).toBe('XMLHttpRequest');
	});

	it('status, text and headers of the answer arrive', async () => {
		site.answers = {
			'POST posts': { status: 201, body: { id: 9 }, headers: { 'X-Own': 'yes', 'X-Two': 'a, b' } },
		};
		const xhr = new (connected().models.Post)().save({ title: 'x' });
		await xhr;
		expect([xhr.status, xhr.statusText, xhr.readyState]).toEqual([201, 'Created', 4]);
		expect(xhr.responseJSON).toEqual({ id: 9 });
		expect(xhr.responseText).toBe('{"id":9}');
		expect([xhr.getResponseHeader('X-Own'), xhr.getResponseHeader('x-two')]).toEqual(['yes', 'a, b']);
		expect(xhr.getAllResponseHeaders()).toMatch(/x-own: yes\r\n/);
	});

	it('pages are counted', async () => {
		site.answers = { 'GET posts': listed([{ id: 1 }], 12, 2) };
		const posts = new (connected().collections.Posts)();
		await posts.fetch();
		expect(posts.state).toMatchObject({ totalPages: 2, totalObjects: 12 });
	});

	it('WordPress’s errors are WordPress’s', async () => {
		site.answers = { 'GET posts/1': fails(401, 'incorrect_password') };
		const { state, args } = await ending(post().fetch());
		expect([state, args[0].code, args[0].status, args[2]]).toEqual([
			'rejected',
			'incorrect_password',
			401,
			'Unauthorized',
		]);
	});

	it('an answer without content is one', async () => {
		site.answers = { 'DELETE posts/1': { status: 204 } };
		expect((await ending(post().destroy())).state).toBe('resolved');
	});

	it('a dropped connection is a `network_error`, and a read is repeated', async () => {
		site.answers = { 'GET posts/1': { broken: true }, 'PUT posts/1': { broken: true } };
		const write = await ending(post().save({ title: 'x' }));
		const read = await ending(post({ retry: { attempts: 1 } }).fetch());
		expect([write.args[0].code, read.args[0].code]).toEqual(['network_error', 'network_error']);
		expect(site.lines()).toEqual(['PUT posts/1', 'GET posts/1', 'GET posts/1']);
	});

	it('an answer that breaks off is a `network_error`', async () => {
		vi.mocked(fetch).mockResolvedValue({
			status: 200,
			headers: new Headers(),
			text: () => Promise.reject(new TypeError('terminated')),
		} as never);
		const { args } = await ending(post({ retry: 0 }).fetch());
		expect(args[0].code).toBe('network_error');
	});

	it('abort() ends it, once', async () => {
		const { answer, give } = held();
		site.answers = { 'GET posts/1': answer };
		const item = post();
		const { seen, options } = watch(item);
		const xhr = item.fetch(options);
		await vi.waitUntil(() => site.asked.length === 1);
		xhr.abort();
		expect(xhr.code).toBe('abort');
		expect(fetches[0]!.signal!.aborted).toBe(true);
		give(ok({ id: 1, slug: 'late' }));
		await site.idle();
		expect(seen).toEqual(['request', 'error/3', 'error', 'complete/2']);
		expect(item.get('slug')).toBeUndefined();
	});

	it('a timeout ends it, by its name', async () => {
		const { answer, give } = held();
		site.answers = { 'GET posts/1': answer };
		const { args } = await ending(post().fetch({ timeout: 20 }));
		expect(args[0].code).toBe('timeout');
		expect(fetches[0]!.signal!.aborted).toBe(true);
		give(ok({}));
	});

	it('jQuery’s events are fired', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const seen: string[] = [];
		const events = 'ajaxSend ajaxSuccess ajaxComplete';
		$(document).on(events, ({ type }) => void seen.push(type));
		await post().fetch();
		await site.idle();
		$(document).off(events);
		expect(seen).toEqual(['ajaxSend', 'ajaxSuccess', 'ajaxComplete']);
	});
});

describe('at another origin', () => {
	it('the request is a usual one, without credentials', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const ajax = vi.spyOn(Backbone, 'ajax');
		await post({ root: AWAY }).fetch();
		expect(fetches).toEqual([]);
		expect(ajax.mock.calls[0]![0]!.xhrFields).toEqual({ withCredentials: false });
		expect(site.asked[0]!.headers.get('authorization')).toBe('Basic x');
	});

	it('also where the page has them on for everything; what else it wants, it gets', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const ajax = vi.spyOn(Backbone, 'ajax');
		await post({ root: AWAY }).fetch({ xhrFields: { withCredentials: true, responseType: '' } });
		expect(ajax.mock.calls[0]![0]!.xhrFields).toEqual({ withCredentials: false, responseType: '' });
	});

	it('without a password they are the caller’s', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const ajax = vi.spyOn(Backbone, 'ajax');
		await new (open({ root: AWAY }).models.Post)({ id: 1 }).fetch({ xhrFields: { withCredentials: true } });
		expect(ajax.mock.calls[0]![0]!.xhrFields).toEqual({ withCredentials: true });
	});
});
