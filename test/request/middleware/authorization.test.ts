/** Headers of every form come in with the settings; what goes to the root, and what nobody else gets to see, goes out. */
import Backbone from 'backbone';
import $ from 'jquery';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { small } from '../../support/fake-schema.ts';
import { fails, fakeSite, listed, ok, ROOT, type Asked } from '../../support/fake-site.ts';
import { ending, load, open } from '../../support/open.ts';

const site = fakeSite();
const SECRET = 'Basic c2VjcmV0';
const Authorization = SECRET;
const headers = { Authorization };

const post = (settings: object, id = 1): any => new (open(settings).models.Post)({ id });
const last = (): Asked => site.asked.at(-1)!;
const sent = (name: string): (string | null)[] => site.asked.map(({ headers }) => headers.get(name));

beforeEach(() => {
	for (const verb of ['GET', 'PUT', 'PATCH', 'DELETE']) site.answers[`${verb} posts/1`] = ok({ id: 1 });
	site.answers['POST posts'] = ok({ id: 2 });
	site.answers['GET posts'] = listed([{ id: 1 }]);
});
afterEach(() => vi.restoreAllMocks());

describe('the headers', () => {
	it('go with every request to the root', async () => {
		const api = open({ headers });
		const item = new api.models.Post({ id: 1 });
		await item.fetch();
		await item.save({ title: 'x' });
		await item.save({ title: 'y' }, { patch: true });
		await item.destroy();
		await new api.models.Post().save({ title: 'x' });
		await new api.collections.Posts().fetch();
		await new api.collections.Posts().fetchAll();
		expect(sent('authorization')).toEqual(Array(7).fill(SECRET));
	});

	it('go with the request for the schema', async () => {
		site.answers = { 'GET wp/v2': ok(small()) };
		await load({ headers, cacheSchema: false }).loadPromise;
		expect(sent('authorization')).toEqual([SECRET]);
	});

	it('go with those to another namespace of the root', async () => {
		const api = open({ headers });
		site.answers = { 'GET shop/v1': ok(small()) };
		await api.init({ versionString: 'shop/v1' });
		expect(sent('authorization')).toEqual([SECRET]);
	});

	it.each<[string, unknown]>([
		['an object', headers],
		['a function', () => headers],
		['an async function', () => Promise.resolve(headers)],
		['a slow async function', () => new Promise((resolve) => setTimeout(() => resolve(headers), 5))],
	])('may be %s', async (_what, given) => {
		await post({ headers: given }).fetch();
		expect(sent('authorization')).toEqual([SECRET]);
	});

	it('are asked for at every attempt, so that a token may be renewed', async () => {
		site.answers = { 'GET posts/1': [{ status: 503, headers: { 'Retry-After': '0' } }, ok({ id: 1 })] };
		let count = 0;
		await post({ headers: () => Promise.resolve({ Authorization: `Bearer ${++count}` }) }).fetch();
		expect(sent('authorization')).toEqual(['Bearer 1', 'Bearer 2']);
	});

	it.each<[string, unknown]>([
		['nothing', () => undefined],
		['null', () => null],
		['no headers', () => ({})],
		['a promise of nothing', () => Promise.resolve()],
		['a promise of no headers', () => Promise.resolve({})],
	])('may be %s: then the nonce counts', async (_what, given) => {
		expect((await ending(post({ headers: given }).fetch())).state).toBe('resolved');
		expect([sent('authorization'), sent('x-wp-nonce')]).toEqual([[null], ['N1']]);
	});

	it.each<[string, () => unknown]>([
		[
			'is thrown',
			() => {
				throw new Error('No token.');
			},
		],
		['is rejected', () => Promise.reject(new Error('No token.'))],
	])('that cannot be had: what %s is the reason, and nothing is sent', async (_what, given) => {
		const item = post({ headers: given });
		const error = vi.fn();
		const { state, args } = await ending(item.fetch({ error }));
		expect([state, args[0].message]).toEqual(['rejected', 'No token.']);
		expect(error).toHaveBeenCalledTimes(1);
		expect(site.asked).toEqual([]);
	});

	it('at hand are sent in the same turn', () => {
		const ajax = vi.spyOn(Backbone, 'ajax').mockReturnValue(new Promise(() => undefined) as never);
		void post({ headers: () => headers }).fetch();
		expect(ajax).toHaveBeenCalledTimes(1);
	});
});

describe('while a promise of headers is pending', () => {
	const pending = (): { give: (value: object) => void; xhr: any } => {
		let give!: (value: object) => void;
		const promise = new Promise<object>((resolve) => (give = resolve));
		return { give, xhr: post({ headers: () => promise }).fetch() };
	};

	it('nothing is sent', async () => {
		const { give, xhr } = pending();
		await site.idle();
		expect([site.asked, xhr.state()]).toEqual([[], 'pending']);
		give(headers);
		await xhr;
		expect(sent('authorization')).toEqual([SECRET]);
	});

	it('what is aborted is never sent', async () => {
		const { give, xhr } = pending();
		xhr.abort();
		expect([xhr.state(), xhr.code]).toEqual(['rejected', 'abort']);
		give(headers);
		await site.idle();
		expect(site.asked).toEqual([]);
	});
});

describe('beside them', () => {
	it.each(['Authorization', 'authorization', 'AUTHORIZATION'])('%s: no nonce', async (name) => {
		const item = post({ headers: { [name]: SECRET, 'X-Own': 'yes' } });
		await item.fetch();
		await item.save({ title: 'x' });
		expect([sent('x-wp-nonce'), sent('authorization'), sent('x-own')]).toEqual([
			[null, null],
			[SECRET, SECRET],
			['yes', 'yes'],
		]);
	});

	it('others: the nonce stays', async () => {
		await post({ headers: { 'X-Own': 'yes' } }).fetch();
		expect([sent('x-wp-nonce'), sent('x-own')]).toEqual([['N1'], ['yes']]);
	});

	it('a refused nonce that was not sent is not renewed for ever', async () => {
		site.answers = { 'PUT posts/1': fails(403, 'rest_cookie_invalid_nonce') };
		expect((await ending(post({ headers }).save({ title: 'x' }))).state).toBe('rejected');
		expect(site.lines().filter((line) => line.startsWith('PUT')).length).toBeLessThan(3);
	});

	it('the renewal of a nonce goes without them', async () => {
		site.answers = {
			'GET posts/1': [fails(403, 'rest_cookie_invalid_nonce'), ok({ id: 1 })],
			'GET /wp-admin/admin-ajax.php': { body: 'abcdef0123' },
		};
		await post({ headers: { 'X-Own': 'yes' } }).fetch();
		expect(sent('x-own')).toEqual(['yes', null, 'yes']);
	});

	it('the caller’s own headers and beforeSend work', async () => {
		const beforeSend = vi.fn((xhr: JQuery.jqXHR) => {
			xhr.setRequestHeader('X-Late', 'b');
		});
		await post({ headers }).fetch({ headers: { 'X-Early': 'a' }, beforeSend });
		expect([sent('x-early'), sent('x-late'), sent('authorization')]).toEqual([['a'], ['b'], [SECRET]]);
		expect(beforeSend).toHaveBeenCalledTimes(1);
	});

	it('the caller’s own beforeSend may call it off', async () => {
		const xhr = post({ headers }).fetch({ beforeSend: () => false });
		expect((await ending(xhr)).state).toBe('rejected');
		await site.idle();
		expect(site.asked).toEqual([]);
	});

	it('a verb that goes out as POST has its header', async () => {
		site.answers = { 'POST posts/1': ok({ id: 1 }) };
		await post({ headers, emulateHTTP: true }).save({ title: 'x' });
		expect([sent('x-http-method-override'), sent('authorization')]).toEqual([['PUT'], [SECRET]]);
	});
});

describe('they go home only', () => {
	const home = 'https://example.com/blog/wp-json/';

	it.each([
		['a path outside', '/elsewhere', ROOT],
		['a path outside, by way of the root', `${ROOT}../evil`, ROOT],
		['a path outside, in code', `${ROOT}%2e%2e/evil`, ROOT],
		['a path that begins alike', `${location.origin}/wp-json-evil/wp/v2/posts/1`, ROOT],
		['an origin that begins alike', 'https://example.com.evil/blog/wp-json/wp/v2/posts/1', home],
		['a user that looks like it', 'https://example.com@evil.test/blog/wp-json/wp/v2/posts/1', home],
		['another port', 'https://example.com:444/blog/wp-json/wp/v2/posts/1', home],
		['another scheme', 'http://example.com/blog/wp-json/wp/v2/posts/1', home],
		['a subdomain', 'https://api.example.com/blog/wp-json/wp/v2/posts/1', home],
		['the site beside it', 'https://example.com/wp-json/wp/v2/posts/1', home],
		['an address without a scheme', '//evil.test/blog/wp-json/wp/v2/posts/1', home],
	])('not to %s', async (_what, url, root) => {
		const given = vi.fn(() => ({ ...headers, 'X-Own': 'yes' }));
		const ajax = vi.spyOn(Backbone, 'ajax');
		await ending(post({ root, headers: given, retry: 0 }).fetch({ url }));
		await ending(post({ root, headers: given }).save({ title: 'x' }, { url }));
		expect(ajax).toHaveBeenCalledTimes(2);
		expect([...sent('authorization'), ...sent('x-own')].filter(Boolean)).toEqual([]);
		expect(given).not.toHaveBeenCalled();
	});

	it.each<[string, object]>([
		['url', { url: () => 'http://evil.test/x' }],
		['url, as text', { url: 'http://evil.test/x' }],
		['urlRoot', { urlRoot: 'http://evil.test/x' }],
	])('not to where a subclass lives by its %s', async (_what, properties) => {
		const api = open({ headers });
		const Elsewhere = api.models.Post.extend(properties);
		await ending(new Elsewhere({ id: 1 }).fetch());
		await ending(new Elsewhere({ id: 1 }).save());
		await ending(new (api.collections.Posts.extend({ url: 'http://evil.test/list' }))().fetch());
		expect(sent('authorization')).toEqual([null, null, null]);
	});

	it('not to another root, but with what was given for that', async () => {
		const api = open({ headers });
		const root = 'https://other.test/wp-json/';
		const other = await api.init({ apiRoot: root, schema: small() });
		await ending(new (other.get('models').Post)({ id: 1 }).fetch());
		const third = await api.init({
			apiRoot: 'https://third.test/wp-json/',
			schema: small(),
			headers: { Authorization: 'Third' },
		});
		await ending(new (third.get('models').Post)({ id: 1 }).fetch());
		await new api.models.Post({ id: 1 }).fetch();
		expect(sent('authorization')).toEqual([null, 'Third', SECRET]);
	});

	it('and the cookie-less way is for home alone', async () => {
		const ajax = vi.spyOn(Backbone, 'ajax');
		await ending(post({ headers }).fetch({ url: 'http://evil.test/x' }));
		expect(ajax.mock.calls[0]![0]!.xhrFields).toBeUndefined();
		await ending(post({ headers }).fetch({ url: '/elsewhere' }));
		expect(ajax.mock.calls[1]![0]!.xhr).toBeUndefined();
	});
});

describe('the secret is in', () => {
	const text = (value: unknown): string => {
		const seen = new Set();
		return JSON.stringify(value, (_key, inner: unknown) => {
			if (Object(inner) !== inner || typeof inner === 'function') return inner;
			if (seen.has(inner) || inner instanceof Node || inner === window) return undefined;
			seen.add(inner);
			return inner;
		});
	};

	it.each<[string, unknown]>([
		['an object', headers],
		['a promise', () => Promise.resolve(headers)],
	])('no event, no argument of a callback, no error: given as %s', async (_what, given) => {
		const told: unknown[] = [];
		const tell = (...args: unknown[]): void => void told.push(...args);
		const events = 'ajaxSend ajaxSuccess ajaxError ajaxComplete';
		$(document).on(events, tell);
		site.answers = { 'PUT posts/1': ok({ id: 1 }), 'GET posts/1': fails(400, 'rest_x') };
		const item = post({ headers: given });
		item.on('all', tell);
		const options: any = { success: tell, error: tell, complete: tell };
		tell(...(await ending(item.save({ title: 'x' }, options))).args, options);
		tell(...(await ending(item.fetch(options))).args, options);
		$(document).off(events);
		await site.idle();
		expect(sent('authorization')).toEqual([SECRET, SECRET]);
		expect(told.length).toBeGreaterThan(20);
		for (const one of told) {
			// The model leads to its API, and so to its settings, in code. It is told of nobody.
			if (one === item) continue;
			expect(text(one)).not.toContain(SECRET);
			expect(text(Object.entries(Object(one)))).not.toContain(SECRET);
		}
		expect(text(item)).not.toContain(SECRET);
	});

	it('nothing that is kept in sessionStorage', async () => {
		sessionStorage.clear();
		site.answers = { 'GET wp/v2': ok(small()) };
		const api = load({ headers });
		await api.loadPromise;
		expect(sessionStorage).toHaveLength(1);
		expect(sessionStorage.getItem(sessionStorage.key(0)!)).not.toContain(SECRET);
		expect(text(api.endpoints.toJSON())).not.toContain(SECRET);
		sessionStorage.clear();
	});

	it('nothing that is printed', async () => {
		const printed = (['log', 'warn', 'error', 'info', 'debug'] as const).map((name) =>
			vi.spyOn(console, name).mockImplementation(() => undefined),
		);
		site.answers = { 'GET posts/1': [ok('<b>Notice</b>{"id":1}'), { broken: true }] };
		await ending(post({ headers, retry: 0 }).fetch());
		await ending(post({ headers, retry: 0 }).fetch());
		expect(text(printed.map(({ mock }) => mock.calls))).not.toContain(SECRET);
	});
});

it('jQuery’s own answer, and the request as it was sent, are those of a usual request', async () => {
	await post({ headers }).fetch({ data: { context: 'edit' } });
	expect(last().query.get('context')).toBe('edit');
	expect(last().headers.get('accept')).toContain('application/json');
});

it('a promise of headers that never comes does not outlast the timeout', async () => {
	const api = open({ headers: () => new Promise(() => undefined), timeout: 20 });
	const { args } = await ending(new api.models.Post({ id: 1 }).fetch());
	expect(args[0].code).toBe('timeout');
	expect(site.asked).toEqual([]);
});

describe('no timer stays behind', () => {
	beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
	afterEach(() => void vi.useRealTimers());

	it.each<[string, () => unknown]>([
		['reject', () => Promise.reject(new Error('No token.'))],
		[
			'throw',
			() => {
				throw new Error('No token.');
			},
		],
	])('of headers that %s', async (_what, given) => {
		const { args } = await ending(post({ headers: given, timeout: 60_000 }).fetch());
		expect([args[0].message, vi.getTimerCount()]).toEqual(['No token.', 0]);
	});

	it('of a request that is called off while it waits for headers', async () => {
		const xhr = post({ headers: () => new Promise(() => undefined), timeout: 60_000 }).fetch();
		expect(vi.getTimerCount()).toBe(1);
		xhr.abort();
		expect([(await ending(xhr)).args[0].code, vi.getTimerCount()]).toEqual(['abort', 0]);
	});
});
