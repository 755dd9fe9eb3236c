/** Nonces that WordPress refuses come in; a fresh one, a request without one, or the refusal goes out, and never a loop. */
import Backbone from 'backbone';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fails, fakeSite, held, listed, ok, ROOT } from '../../support/fake-site.ts';
import { ending, open } from '../../support/open.ts';

const site = fakeSite();
const RENEW = 'GET /wp-admin/admin-ajax.php';
const refused = fails(403, 'rest_cookie_invalid_nonce');

afterEach(() => vi.restoreAllMocks());

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

describe('a refusal that comes late', () => {
	const until = ({ headers }: { headers: Headers }) =>
		headers.get('x-wp-nonce') === 'N1' ? refused : ok({ id: 1 });

	it('when another request has had the nonce renewed: the fresh one is used, and none is asked for', async () => {
		const late = held();
		const first = [late.answer, ok({ id: 2 })];
		site.answers = {
			'PUT posts/1': until,
			'PUT posts/2': () => first.shift()!,
			[RENEW]: { body: 'abcdef0123' },
		};
		const api = open();
		const slow = post(api, 2).save({ title: 'x' });
		expect((await ending(post(api, 1).save({ title: 'x' }))).state).toBe('resolved');
		late.give(refused);
		expect((await ending(slow)).state).toBe('resolved');
		expect(renewals()).toBe(1);
		expect(nonces()).toEqual(['N1', 'N1', 'abcdef0123', 'abcdef0123']);
	});

	it('when the page has a fresh one: that is used', async () => {
		const settings = { nonce: 'N1' };
		site.answers = { 'PUT posts/1': until };
		const { connect } = await import('../../../src/index.ts');
		const { small } = await import('../../support/fake-schema.ts');
		const input = {
			root: ROOT,
			schema: small(),
			get nonce() {
				return settings.nonce;
			},
		};
		const later = held();
		site.answers['PUT posts/1'] = (asked) =>
			asked.headers.get('x-wp-nonce') === 'N1' ? later.answer : ok({ id: 1 });
		const xhr = post(connect(input)).save({ title: 'x' });
		await vi.waitUntil(() => site.asked.length === 1);
		settings.nonce = 'N2';
		later.give(refused);
		expect((await ending(xhr)).state).toBe('resolved');
		expect([nonces(), renewals()]).toEqual([['N1', 'N2'], 0]);
	});

	it('when the visitor has turned out to be logged out: a write is not sent without a nonce', async () => {
		const late = held();
		site.answers = {
			'GET posts/1': until,
			'PUT posts/2': ({ headers }) => (headers.has('x-wp-nonce') ? late.answer : ok({ id: 2 })),
			[RENEW]: { body: '0' },
		};
		const api = open();
		const slow = post(api, 2).save({ title: 'x' });
		await ending(post(api, 1).fetch());
		late.give(refused);
		expect((await ending(slow)).args[0].code).toBe('rest_cookie_invalid_nonce');
		expect(site.lines().filter((line) => line.startsWith('PUT'))).toHaveLength(1);
	});
});

describe('a visitor who is logged out', () => {
	it('is asked about once: the next read goes without a nonce at once', async () => {
		site.answers = {
			'GET posts/1': ({ headers }) => (headers.has('x-wp-nonce') ? refused : ok({ id: 1 })),
			[RENEW]: { body: '0' },
		};
		const api = open();
		await post(api).fetch();
		await post(api).fetch();
		expect([nonces(), renewals()]).toEqual([['N1', null, null], 1]);
	});

	it('who logs in again is served with what the page has then', async () => {
		const { connect } = await import('../../../src/index.ts');
		const { small } = await import('../../support/fake-schema.ts');
		const settings = { nonce: 'N1' };
		const input = {
			root: ROOT,
			schema: small(),
			get nonce() {
				return settings.nonce;
			},
		};
		site.answers = {
			'GET posts/1': ({ headers }) => (headers.get('x-wp-nonce') === 'N1' ? refused : ok({ id: 1 })),
			[RENEW]: { body: '0' },
		};
		const api = connect(input);
		await post(api).fetch();
		settings.nonce = 'N2';
		await post(api).fetch();
		expect(nonces()).toEqual(['N1', null, 'N2']);
	});
});

describe('the request for a nonce', () => {
	it.each([
		[undefined, 30_000],
		[1234, 1234],
	])('has a timeout: of an API with %j, %i', async (timeout, expected) => {
		site.answers = { 'PUT posts/1': [refused, ok({ id: 1 })], [RENEW]: { body: 'abcdef0123' } };
		const ajax = vi.spyOn(Backbone, 'ajax');
		await post(open(timeout === undefined ? {} : { timeout })).save({ title: 'x' });
		expect(ajax.mock.calls[1]![0]!.timeout).toBe(expected);
	});

	it('that is not answered in time: a write is told of the refusal, a read goes on without', async () => {
		const never = held();
		site.answers = {
			'PUT posts/1': refused,
			'GET posts/1': ({ headers }) => (headers.has('x-wp-nonce') ? refused : ok({ id: 1 })),
			[RENEW]: never.answer,
		};
		const api = open({ timeout: 100 });
		const [write, read] = [post(api).save({ title: 'x' }), post(api).fetch()];
		expect((await ending(write)).args[0].code).toBe('rest_cookie_invalid_nonce');
		expect((await ending(read)).state).toBe('resolved');
		expect(renewals()).toBe(1);
		never.give({ body: 'abcdef0123' });
	});

	it('is not repeated, whatever it fails for', async () => {
		site.answers = { 'PUT posts/1': refused, [RENEW]: { status: 503, headers: { 'Retry-After': '0' } } };
		await ending(post(open()).save({ title: 'x' }));
		expect(renewals()).toBe(1);
	});

	it('that the page’s own ajax throws at: the refusal is told', async () => {
		site.answers = { 'PUT posts/1': refused };
		const { ajax } = Backbone;
		vi.spyOn(Backbone, 'ajax').mockImplementation((options: any) => {
			if (options.dataType === 'text') throw new Error('No.');
			return ajax.call(Backbone, options);
		});
		const { state, args } = await ending(post(open()).save({ title: 'x' }));
		expect([state, args[0].code]).toEqual(['rejected', 'rest_cookie_invalid_nonce']);
	});

	it('is for one namespace and its root: another site renews its own', async () => {
		const { small } = await import('../../support/fake-schema.ts');
		const root = `${location.origin}/other/wp-json/`;
		site.answers = {
			'PUT posts/1': [refused, ok({ id: 1 })],
			'PUT /other/wp-json/wp/v2/posts/1': [refused, ok({ id: 1 })],
			[RENEW]: { body: 'abcdef0123' },
			'GET /other/wp-admin/admin-ajax.php': { body: 'fedcba9876' },
		};
		const api = open();
		const other = await api.init({ apiRoot: root, schema: small(), nonce: 'O1' });
		await Promise.all([
			ending(post(api).save({ title: 'x' })),
			ending(new (other.get('models').Post)({ id: 1 }).save({ title: 'x' })),
		]);
		const sent = (path: string): (string | null)[] =>
			site.asked.filter((asked) => asked.path === path).map(({ headers }) => headers.get('x-wp-nonce'));
		expect(sent('posts/1')).toEqual(['N1', 'abcdef0123']);
		expect(sent('/other/wp-json/wp/v2/posts/1')).toEqual(['O1', 'fedcba9876']);
	});
});

it('another refusal is none of its business', async () => {
	site.answers = { 'GET posts/1': fails(403, 'rest_forbidden') };
	expect((await ending(post(open()).fetch())).args[0].code).toBe('rest_forbidden');
	expect(site.asked).toHaveLength(1);
});

describe('who was logged out and is back, in another tab', () => {
	const loggedOut = { status: 400, body: '0', headers: { 'Content-Type': 'text/html' } };
	const nobody = fails(401, 'rest_cannot_create');

	it('saves: a 401 without a nonce asks for one, once', async () => {
		site.answers = {
			'GET posts/1': [refused, ok({ id: 1 })],
			[RENEW]: [loggedOut, { body: 'abcdef0123' }],
			'POST posts': ({ headers }) => (headers.get('x-wp-nonce') === 'abcdef0123' ? ok({ id: 2 }) : nobody),
		};
		const api = open();
		await post(api).fetch();
		const { state } = await ending(new api.models.Post({ title: 'x' }).save());
		expect([state, renewals()]).toEqual(['resolved', 2]);
		expect(nonces()).toEqual(['N1', null, null, 'abcdef0123']);
	});

	it.each(['GET', 'POST'])('is not asked about twice by a %s of somebody who is not', async (method) => {
		site.answers = {
			'GET posts/1': [refused, ok({ id: 1 })],
			[RENEW]: loggedOut,
			'POST posts': nobody,
			'GET users/me': nobody,
		};
		const api = open();
		await post(api).fetch();
		const { args } = await ending(
			method === 'GET' ? new api.models.UsersMe().fetch() : new api.models.Post({ title: 'x' }).save(),
		);
		expect([args[0].code, renewals(), nonces()]).toEqual(['rest_cannot_create', 2, ['N1', null, null]]);
	});

	it('a visitor who never had a nonce is not asked for one', async () => {
		site.answers = { 'GET users/me': nobody };
		await ending(new (open({ nonce: '' }).models.UsersMe)().fetch());
		expect(renewals()).toBe(0);
	});
});
