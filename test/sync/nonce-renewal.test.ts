/** Nonces that WordPress refuses come in; a fresh one, a request without one, or the refusal goes out, and never a loop. */
import { describe, expect, it, vi } from 'vitest';
import { fails, fakeSite, held, listed, ok, ROOT } from '../fake-site.ts';
import { ending, open } from '../open.ts';

const site = fakeSite();
const RENEW = 'GET /wp-admin/admin-ajax.php';
const refused = fails(403, 'rest_cookie_invalid_nonce');

/** The nonces that were sent to the API, in order. */
const nonces = (): (string | null)[] =>
	site.asked.filter(({ url }) => url.startsWith(ROOT)).map(({ headers }) => headers.get('x-wp-nonce'));
const renewals = (): number => site.asked.filter(({ path }) => path.endsWith('admin-ajax.php')).length;
const post = (api: any, id = 1): any => new api.models.Post({ id });

describe('row 40: is renewed when it is refused', () => {
	it.each(['abcdef0123', '3fa0c1d2e3', '0123456789', 'ABCDEF0123'])(
		'by %s, and the request made again',
		async (fresh) => {
			site.answers = {
				'PUT posts/1': [refused, ok({ id: 1, slug: 'saved' })],
				[RENEW]: { body: fresh, headers: { 'Content-Type': 'text/html' } },
			};
			const api = open();
			const item = post(api);
			const { state } = await ending(item.save({ title: 'x' }));
			expect(state).toBe('resolved');
			expect(nonces()).toEqual(['N1', fresh]);
			expect(site.asked[1]!.query.get('action')).toBe('rest-nonce');
			expect(site.asked[1]!.headers.get('x-wp-nonce')).toBeNull();
			expect(item.get('slug')).toBe('saved');
			expect(site.asked[2]!.body).toEqual(site.asked[0]!.body);
		},
	);

	it('row 40: once for all requests that wait', async () => {
		const renewal = held();
		const until = ({ headers }: { headers: Headers }) =>
			headers.get('x-wp-nonce') === 'N1' ? refused : ok({ id: 1 });
		site.answers = {
			'GET posts/1': until,
			'GET posts/2': until,
			'PUT posts/3': until,
			[RENEW]: renewal.answer,
		};
		const api = open();
		const all = [post(api, 1).fetch(), post(api, 2).fetch(), post(api, 3).save({ title: 'x' })];
		await vi.waitUntil(() => site.asked.length === 4);
		renewal.give({ body: 'abcdef0123' });
		const states = (await Promise.all(all.map(ending))).map(({ state }) => state);
		expect(states).toEqual(['resolved', 'resolved', 'resolved']);
		expect(renewals()).toBe(1);
	});

	it.each(['GET', 'PUT'])('row 40: once for a %s, not for ever', async (method) => {
		site.answers = { 'GET posts/1': refused, 'PUT posts/1': refused, [RENEW]: { body: 'abcdef0123' } };
		const item = post(open());
		const { state, args } = await ending(method === 'GET' ? item.fetch() : item.save({ title: 'x' }));
		expect([state, args[0].code]).toEqual(['rejected', 'rest_cookie_invalid_nonce']);
		expect(renewals()).toBe(1);
		expect(site.asked.length).toBeLessThanOrEqual(4);
	});

	it('row 40: anew after a renewal has failed', async () => {
		site.answers = {
			'PUT posts/1': [refused, refused, ok({ id: 1 })],
			[RENEW]: [{ broken: true }, { body: 'abcdef0123' }],
		};
		const api = open();
		expect((await ending(post(api).save({ title: 'x' }))).state).toBe('rejected');
		expect((await ending(post(api).save({ title: 'x' }))).state).toBe('resolved');
		expect(renewals()).toBe(2);
	});

	it.each([
		['pretty permalinks', ROOT, '/wp-admin/admin-ajax.php'],
		['a subdirectory', `${location.origin}/blog/wp-json/`, '/blog/wp-admin/admin-ajax.php'],
		['plain permalinks', `${location.origin}/?rest_route=/`, '/wp-admin/admin-ajax.php'],
		['index.php, plain', `${location.origin}/blog/index.php?rest_route=/`, '/blog/wp-admin/admin-ajax.php'],
		['index.php, in the path', `${location.origin}/index.php/wp-json/`, '/wp-admin/admin-ajax.php'],
	])('row 40: beside the root: %s', async (_what, root, path) => {
		for (const key of [
			'/',
			'posts/1',
			'/blog/index.php',
			'/blog/wp-json/wp/v2/posts/1',
			'/index.php/wp-json/wp/v2/posts/1',
		])
			site.answers[`PUT ${key}`] = refused;
		await ending(post(open({ root })).save({ title: 'x' }));
		expect(site.asked.find(({ query }) => query.get('action') === 'rest-nonce')?.path).toBe(path);
	});

	it('row 40: at the address that the page names', async () => {
		site.answers = { 'PUT posts/1': [refused, ok({ id: 1 })], 'GET /nonce': { body: 'abcdef0123' } };
		const api = open({ nonceEndpoint: '/nonce' });
		expect((await ending(post(api).save({ title: 'x' }))).state).toBe('resolved');
	});
});

describe('row 41: where none is to be had', () => {
	it.each([
		['a visitor who is logged out', { body: '0' }],
		['a page instead', { body: '<!doctype html><p>Log in' }],
		['a broken connection', { broken: true }],
		['a server error', { status: 500, body: 'oh' }],
	])('row 41: %s reads what anybody may read', async (_what, answer) => {
		site.answers = {
			'GET posts': ({ headers }) => (headers.has('x-wp-nonce') ? refused : listed([{ id: 1 }])),
			[RENEW]: answer,
		};
		const posts = new (open().collections.Posts)();
		expect((await ending(posts.fetch())).state).toBe('resolved');
		expect(posts).toHaveLength(1);
		expect(nonces()).toEqual(['N1', null]);
	});

	it('row 41: nothing is written without one', async () => {
		site.answers = {
			'PUT posts/1': refused,
			'DELETE posts/1': refused,
			'POST posts': refused,
			[RENEW]: { body: '0' },
		};
		const api = open();
		const all = [
			post(api).save({ title: 'x' }),
			post(api).destroy(),
			new api.models.Post().save({ title: 'y' }),
		];
		const ends = await Promise.all(all.map(ending));
		expect(ends.map(({ args }) => args[0].code)).toEqual(Array(3).fill('rest_cookie_invalid_nonce'));
		expect(nonces()).not.toContain(null);
	});
});

it('another refusal is none of its business', async () => {
	site.answers = { 'GET posts/1': fails(403, 'rest_forbidden') };
	expect((await ending(post(open()).fetch())).args[0].code).toBe('rest_forbidden');
	expect(site.asked).toHaveLength(1);
});
