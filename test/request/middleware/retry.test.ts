/** Failures come in, passing and lasting ones, with and without `Retry-After`; repetitions, and the pauses before them, go out. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { small } from '../../support/fake-schema.ts';
import { fails, fakeSite, held, listed, ok, type Answer } from '../../support/fake-site.ts';
import { ending, load, open } from '../../support/open.ts';
import { watch } from '../../support/watch.ts';

const site = fakeSite();
const NOW = Date.UTC(2024, 0, 1, 12);
const DOWN: Answer = { status: 503, body: '<h1>Down for maintenance</h1>' };
const later = (after: string, status = 503): Answer => ({
	...DOWN,
	status,
	headers: { 'Retry-After': after },
});

/** Milliseconds of the pauses that were asked for. Nobody waits for them. */
const pauses: number[] = [];

beforeEach(() => {
	pauses.length = 0;
	// The clock stands still, but where a test moves it.
	vi.useFakeTimers({ toFake: ['Date'], now: NOW });
	const { setTimeout: start } = globalThis;
	vi.spyOn(globalThis, 'setTimeout').mockImplementation((run: () => void, pause = 0) => {
		// The renewal of a nonce has half a minute.
		if (pause < 100 || pause === 30_000) return start(run, pause);
		pauses.push(pause);
		return start(run, 0);
	});
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.useRealTimers();
});

const post = (settings = {}): any => new (open(settings).models.Post)({ id: 1 });

describe('a read is repeated', () => {
	it.each<[string | number, Answer]>([
		...[429, 502, 503, 504].map((status): [number, Answer] => [status, { status, body: 'Oh' }]),
		[429, fails(429, 'rest_too_many')],
		['a dropped connection', { broken: true }],
	])('after %s', async (_what, failure) => {
		site.answers = { 'GET posts/1': [failure, ok({ id: 1, slug: 'a' })] };
		const item = post();
		expect((await ending(item.fetch())).state).toBe('resolved');
		expect(item.get('slug')).toBe('a');
		expect(pauses).toHaveLength(1);
	});

	it('with the same arguments, the same headers, and callbacks that are called once', async () => {
		site.answers = { 'GET posts': [DOWN, { broken: true }, listed([{ id: 1 }], 5, 3)] };
		const posts = new (open().collections.Posts)();
		const { seen, options } = watch(posts);
		const headers = { 'X-Own': 'yes' };
		await posts.fetch({ ...options, headers, data: { page: 2, include: [4, 5], search: 'ab' } });
		await site.idle();
		expect(site.lines()).toEqual(Array(3).fill('GET posts?page=2&include[]=4&include[]=5&search=ab'));
		expect(site.asked.map(({ headers }) => [headers.get('x-own'), headers.get('x-wp-nonce')])).toEqual(
			Array(3).fill(['yes', 'N1']),
		);
		expect(seen).toEqual(['request', 'success/3', 'sync', 'complete/2']);
		expect(posts.state).toMatchObject({ currentPage: 2, totalPages: 3 });
	});

	it('with the nonce that is good by then', async () => {
		site.answers = {
			'GET posts/1': [{ ...DOWN, headers: { 'X-WP-Nonce': 'N2' } }, ok({ id: 1 })],
		};
		await post().fetch();
		expect(site.asked.map(({ headers }) => headers.get('x-wp-nonce'))).toEqual(['N1', 'N2']);
	});

	it('also that of the schema, so that loadPromise resolves', async () => {
		site.answers = { 'GET wp/v2': [DOWN, { broken: true }, ok(small())] };
		const api = load({ cacheSchema: false });
		expect((await ending(api.loadPromise)).state).toBe('resolved');
		expect(site.asked).toHaveLength(3);
		expect(api.models.Books).toBeDefined();
	});

	it('also a page of fetchAll()', async () => {
		site.answers = {
			'GET posts': ({ query }) => {
				const isFirst = !site.asked.slice(0, -1).some(({ query: one }) => one.get('page') === '2');
				return query.get('page') === '2' && isFirst
					? DOWN
					: listed([{ id: +(query.get('page') ?? 1) }], 2, 2);
			},
		};
		const posts = new (open().collections.Posts)();
		await posts.fetchAll();
		expect(posts.pluck('id')).toEqual([1, 2]);
	});

	it('beside a renewal of the nonce, each within its own bound', async () => {
		site.answers = {
			'GET posts/1': [DOWN, fails(403, 'rest_cookie_invalid_nonce'), DOWN, ok({ id: 1 })],
			'GET /wp-admin/admin-ajax.php': { body: 'abcdef0123' },
		};
		expect((await ending(post().fetch())).state).toBe('resolved');
		expect(pauses).toHaveLength(2);
	});
});

describe('is not repeated', () => {
	it.each([400, 401, 403, 404, 410, 500, 501, 505])('a read after %i', async (status) => {
		site.answers = { 'GET posts/1': [{ status, body: 'Oh' }, ok({ id: 1 })] };
		const { state, args } = await ending(post().fetch());
		expect([state, args[0].status]).toEqual(['rejected', status]);
		expect(site.asked).toHaveLength(1);
	});

	it.each([
		['no JSON', 'oh'],
		['nothing', ''],
	])('a read after an answer of %s', async (_what, body) => {
		site.answers = { 'GET posts/1': [ok(body), ok({ id: 1 })] };
		expect((await ending(post().fetch())).state).toBe('rejected');
		expect(site.asked).toHaveLength(1);
	});

	it('a read that took too long', async () => {
		const { answer, give } = held();
		site.answers = { 'GET posts/1': answer };
		const { args } = await ending(post({ timeout: 20 }).fetch());
		give(ok({ id: 1 }));
		expect(args[0].code).toBe('timeout');
		expect([site.asked.length, pauses]).toEqual([1, []]);
	});

	it('a read that was aborted', async () => {
		const { answer, give } = held();
		site.answers = { 'GET posts/1': answer };
		const xhr = post().fetch();
		await vi.waitUntil(() => site.asked.length === 1);
		xhr.abort();
		give(ok({ id: 1 }));
		expect((await ending(xhr)).args[0].code).toBe('abort');
		expect([site.asked.length, pauses]).toEqual([1, []]);
	});

	it.each<[string, string, (api: any) => any]>([
		['create', 'POST posts', ({ models }) => new models.Post().save({ title: 'x' })],
		['update', 'PUT posts/1', ({ models }) => new models.Post({ id: 1 }).save({ title: 'x' })],
		[
			'patch',
			'PATCH posts/1',
			({ models }) => new models.Post({ id: 1 }).save({ title: 'x' }, { patch: true }),
		],
		['delete', 'DELETE posts/1', ({ models }) => new models.Post({ id: 1 }).destroy()],
	])('a write: %s', async (_what, line, write) => {
		for (const failure of [DOWN, later('0'), { broken: true }, { status: 429, body: '' }]) {
			site.asked.length = 0;
			site.answers = { [line]: [failure, ok({ id: 1 })] };
			expect((await ending(write(open()))).state).toBe('rejected');
			expect(site.asked).toHaveLength(1);
		}
		expect(pauses).toEqual([]);
	});
});

describe('the pauses', () => {
	beforeEach(() => {
		site.answers = { 'GET posts/1': DOWN };
	});

	it('grow, between half and one and a half of 300, 600, 1200 ms', async () => {
		await ending(post().fetch());
		expect(pauses).toHaveLength(3);
		for (const [i, usual] of [300, 600, 1200].entries()) {
			expect(pauses[i]).toBeGreaterThanOrEqual(usual / 2);
			expect(pauses[i]).toBeLessThan(usual * 1.5);
		}
	});

	it.each([
		[0, [150, 300, 600]],
		[0.75, [375, 750, 1500]],
	])('are jittered: by %d', async (random, expected) => {
		vi.spyOn(Math, 'random').mockReturnValue(random);
		await ending(post().fetch());
		expect(pauses).toEqual(expected);
	});

	it.each([
		['in seconds', '7', 7000],
		['in parts of one', '1.5', 1500],
		['as a date', new Date(NOW + 9000).toUTCString(), 9000],
	])('are those the server asks for, %s', async (_what, after, pause) => {
		site.answers = { 'GET posts/1': [later(after), later(after, 429), ok({ id: 1 })] };
		expect((await ending(post().fetch())).state).toBe('resolved');
		expect(pauses).toEqual([pause, pause]);
	});

	it.each([
		['0', '0'],
		['a date in the past', new Date(NOW - 60_000).toUTCString()],
		['below nothing', '-5'],
	])('are none where it asks for %s', async (_what, after) => {
		site.answers = { 'GET posts/1': [later(after), ok({ id: 1 })] };
		expect((await ending(post().fetch())).state).toBe('resolved');
		expect(pauses).toEqual([]);
		expect(site.asked).toHaveLength(2);
	});

	it.each(['soon', 'NaN', ''])('are our own where it asks for %j', async (after) => {
		site.answers = { 'GET posts/1': [later(after), ok({ id: 1 })] };
		expect((await ending(post().fetch())).state).toBe('resolved');
		expect(pauses).toHaveLength(1);
		expect(pauses[0]).toBeLessThan(450);
	});
});

describe('the bounds', () => {
	beforeEach(() => {
		site.answers = { 'GET posts/1': DOWN };
	});

	it.each<[unknown, number]>([
		[undefined, 4],
		[false, 1],
		[0, 1],
		[1, 2],
		[5, 6],
		[{}, 4],
		[{ attempts: 0 }, 1],
		[{ attempts: 2 }, 3],
		[{ within: 0 }, 1],
		[{ attempts: 9, within: 1e9 }, 10],
	])('retry: %j makes %i requests at most', async (retry, most) => {
		const { state, args } = await ending(post({ retry }).fetch());
		expect([state, args[0].status, args[0].code]).toEqual(['rejected', 503, 'http_error']);
		expect(site.asked).toHaveLength(most);
	});

	it.each([
		['seconds', '31'],
		['a date', new Date(NOW + 31_000).toUTCString()],
		['a very long time', '1e300'],
	])('what asks for more than 30 seconds, in %s, is given up at once', async (_what, after) => {
		site.answers = { 'GET posts/1': [later(after), ok({ id: 1 })] };
		const { state, args } = await ending(post().fetch());
		expect([state, args[0].status]).toEqual(['rejected', 503]);
		expect([site.asked.length, pauses]).toEqual([1, []]);
	});

	it.each([
		[1000, 2, [300]],
		[800, 1, []],
	])(
		'in time are counted from the start: of %i ms, with 600 for each request',
		async (within, requests, waited) => {
			vi.spyOn(Math, 'random').mockReturnValue(0.5);
			site.answers = {
				'GET posts/1': () => {
					vi.setSystemTime(Date.now() + 600);
					return DOWN;
				},
			};
			await ending(post({ retry: { attempts: 9, within } }).fetch());
			expect([site.asked.length, pauses]).toEqual([requests, waited]);
		},
	);

	it('are those of each request', async () => {
		const item = post({ retry: 1 });
		await ending(item.fetch());
		await ending(item.fetch());
		expect(site.asked).toHaveLength(4);
	});
});

describe('abort during a pause', () => {
	it.each(['abort()', 'signal'])('by %s: nothing more is sent, and everybody is told once', async (how) => {
		vi.mocked(setTimeout).mockRestore();
		// Long enough for the test to come in between
		site.answers = { 'GET posts/1': later('20') };
		const controller = new AbortController();
		const headers = vi.fn(() => ({}));
		const item = post({ headers });
		const { seen, options } = watch(item);
		const waits = vi.spyOn(globalThis, 'setTimeout');
		const xhr = item.fetch({ ...options, signal: controller.signal });
		await vi.waitUntil(() => waits.mock.calls.some(([, pause]) => pause === 20_000));
		const [resume] = waits.mock.calls.find(([, pause]) => pause === 20_000)!;
		if (how === 'signal') controller.abort();
		else xhr.abort();
		expect([xhr.state(), xhr.code, xhr.status]).toEqual(['rejected', 'abort', 0]);
		resume();
		await site.idle();
		expect(site.asked).toHaveLength(1);
		// Nor is a token asked for.
		expect(headers).toHaveBeenCalledTimes(1);
		expect(seen).toEqual(['request', 'error/3', 'error', 'complete/2']);
	});
});
