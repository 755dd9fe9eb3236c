/** Lists of several pages come in; the whole list goes out, or page after page, in order, however the answers arrive. */
import { describe, expect, it, vi } from 'vitest';
import { small } from '../support/fake-schema.ts';
import { fails, fakeSite, held, listed, ok, type Answer, type Asked } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

const site = fakeSite();
const newList = (): any => new (open().collections.Posts)();
const pageOf = ({ query }: Asked): number => Number(query.get('page') ?? 1);
/** Two items a page: 1 and 2, 3 and 4, … */
const page = (number: number, pages = 3): Answer =>
	listed([{ id: 2 * number - 1 }, { id: 2 * number }], 2 * pages, pages);
const paged =
	(pages: number) =>
	(asked: Asked): Answer =>
		page(pageOf(asked), pages);
const upTo = (count: number): number[] => Array.from({ length: count }, (_none, i) => i + 1);

/** A list of pages whose answers, but for the first, are given by the test. */
function heldPages(pages: number): { give: (number: number, answer?: Answer) => Promise<void> } {
	const slow = upTo(pages).map(() => held());
	site.answers['GET posts'] = (asked) =>
		pageOf(asked) === 1 ? page(1, pages) : slow[pageOf(asked) - 1]!.answer;
	return {
		async give(number, answer = page(number, pages)) {
			slow[number - 1]!.give(answer);
			await turns();
		},
	};
}

/** Long enough for a request to be made, or an answer to arrive. */
async function turns(): Promise<void> {
	for (let i = 0; i < 10; i++) await new Promise((resolve) => setTimeout(resolve, 2));
}

const pagesAsked = (): number[] => site.asked.map(pageOf);

describe('fetchAll()', () => {
	it('brings every page, a hundred items each', async () => {
		site.answers = { 'GET posts': paged(3) };
		const list = newList();
		expect(await list.fetchAll()).toBe(list);
		expect(list.pluck('id')).toEqual(upTo(6));
		expect(site.lines()).toEqual([
			'GET posts?per_page=100',
			'GET posts?per_page=100&page=2',
			'GET posts?per_page=100&page=3',
		]);
		expect(list.state).toEqual({
			data: { per_page: 100 },
			currentPage: 3,
			totalPages: 3,
			totalObjects: 6,
		});
		expect([list.hasMore(), list.more()]).toEqual([false, false]);
	});

	it.each<[string, unknown]>([
		['an object', { search: 'a', per_page: 2 }],
		['text', 'search=a&per_page=2'],
		['URLSearchParams', new URLSearchParams({ search: 'a', per_page: '2' })],
	])('row 76: takes a query as %s, and leaves it alone', async (_what, data) => {
		site.answers = { 'GET posts': paged(2) };
		await newList().fetchAll(Object.freeze({ data: Object.freeze(data) }));
		expect(site.asked.map(({ query }) => [query.get('search'), query.get('per_page')])).toEqual([
			['a', '2'],
			['a', '2'],
		]);
	});

	it('starts where the query starts', async () => {
		site.answers = { 'GET posts': paged(4) };
		const list = newList();
		await list.fetchAll({ data: { page: 3 } });
		expect(pagesAsked()).toEqual([3, 4]);
		expect(list.pluck('id')).toEqual([5, 6, 7, 8]);
	});

	it('row 75: moves an offset on', async () => {
		site.answers = {
			'GET posts': ({ query }) => {
				const offset = Number(query.get('offset'));
				return listed([{ id: offset }, { id: offset + 1 }], 7, 4);
			},
		};
		const list = newList();
		await list.fetchAll({ data: { offset: 1, per_page: 2 } });
		expect(site.asked.map(({ query }) => query.get('offset'))).toEqual(['1', '3', '5']);
		expect(site.asked.map(({ query }) => query.get('page'))).toEqual([null, null, null]);
		expect(list.pluck('id')).toEqual(upTo(6));
	});

	it('replaces what was there', async () => {
		site.answers = { 'GET posts': paged(2) };
		const list = newList();
		list.set([{ id: 99 }]);
		await list.fetchAll();
		expect(list.pluck('id')).toEqual([1, 2, 3, 4]);
	});

	it.each<[string, Answer]>([
		['an empty list', listed([], 0, 0)],
		['row 77: a list without totals', ok([])],
	])('of %s is done after one request', async (_what, answer) => {
		site.answers = { 'GET posts': answer };
		const list = newList();
		expect((await list.fetchAll()).length).toBe(0);
		expect(site.asked).toHaveLength(1);
	});

	it('row 77: without totals it is not known whether there is more', async () => {
		site.answers = { 'GET posts': ok([{ id: 1 }]) };
		const list = newList();
		await list.fetchAll();
		expect([list.length, list.hasMore()]).toEqual([1, null]);
	});

	it('row 79: of no ids asks for nothing', async () => {
		const list = newList();
		await list.fetchAll({ data: { include: [] } });
		expect([list.length, site.asked.length]).toEqual([0, 0]);
	});
});

describe('the order', () => {
	it('is that of the list, though the answers overtake each other', async () => {
		const { give } = heldPages(4);
		const list = newList();
		const loading = list.fetchAll();
		await turns();
		await give(4);
		await give(3);
		expect(list.pluck('id')).toEqual([1, 2]);
		await give(2);
		await loading;
		expect(list.pluck('id')).toEqual(upTo(8));
	});

	it('the state names the pages that are in the list, not those that wait for their turn', async () => {
		const { give } = heldPages(3);
		const list = newList();
		const loading = list.fetchAll();
		await turns();
		await give(3);
		expect(list.state.currentPage).toBe(1);
		await give(2);
		await loading;
		expect(list.state.currentPage).toBe(3);
	});

	it('each page fires `sync`, and tells how many are here', async () => {
		const { give } = heldPages(4);
		const list = newList();
		const seen: unknown[] = [];
		list.on('sync', () => seen.push('sync'));
		const loading = list.fetchAll().progress((...args: number[]) => seen.push(args));
		await turns();
		await give(3);
		await give(2);
		expect(seen).toEqual(['sync', [1, 4], 'sync', [2, 4], 'sync', [3, 4]]);
		await give(4);
		await loading;
		expect(seen.slice(6)).toEqual(['sync', [4, 4]]);
	});

	it('one page is progress, too', async () => {
		site.answers = { 'GET posts': paged(1) };
		const seen: unknown[] = [];
		await newList()
			.fetchAll()
			.progress((...args: number[]) => seen.push(args));
		expect(seen).toEqual([[1, 1]]);
	});
});

describe('how many at a time', () => {
	it('is four, behind the first', async () => {
		const { give } = heldPages(8);
		const loading = newList().fetchAll();
		await turns();
		expect(pagesAsked()).toEqual([1, 2, 3, 4, 5]);
		await give(3);
		expect(pagesAsked()).toEqual([1, 2, 3, 4, 5, 6]);
		for (const number of [2, 4, 5, 6, 7, 8]) await give(number);
		await loading;
		expect(pagesAsked().sort()).toEqual(upTo(8));
	});

	it.each([
		[1, [1, 2]],
		[0, [1, 2]],
		[-3, [1, 2]],
		[2, [1, 2, 3]],
		[50, [1, 2, 3, 4, 5]],
	])('is what `concurrency: %i` says, one at least', async (concurrency, first) => {
		const { give } = heldPages(5);
		const list = newList();
		const loading = list.fetchAll({ concurrency });
		await turns();
		expect(pagesAsked()).toEqual(first);
		for (const number of [2, 3, 4, 5]) await give(number);
		expect((await loading).pluck('id')).toEqual(upTo(10));
	});

	it.each([NaN, 'some', null, undefined])('of nonsense, %s, brings every page', async (concurrency) => {
		site.answers = { 'GET posts': paged(3) };
		const list = newList();
		void ending(list.fetchAll({ concurrency }));
		await site.idle();
		expect(list.length).toBe(6);
	});
});

describe('a failure', () => {
	it('of the first page rejects, and asks for no other', async () => {
		site.answers = { 'GET posts': fails(403, 'rest_forbidden') };
		const list = newList();
		let errors = 0;
		list.on('error', () => errors++);
		const { state, args } = await ending(list.fetchAll());
		expect([state, args[0].code, errors]).toEqual(['rejected', 'rest_forbidden', 1]);
		expect(site.asked).toHaveLength(1);
	});

	it('stops, and keeps the pages up to there', async () => {
		const { give } = heldPages(9);
		const list = newList();
		const end = ending(list.fetchAll());
		await turns();
		await give(2);
		await give(4);
		await give(3, fails(500, 'oh'));
		const { state, args } = await end;
		expect([state, args[0].code]).toEqual(['rejected', 'oh']);
		expect(list.pluck('id')).toEqual([1, 2, 3, 4]);
		expect(list.state).toMatchObject({ currentPage: 2, totalPages: 9 });
		const count = site.asked.length;
		for (const number of [5, 6, 7]) await give(number);
		expect(site.asked).toHaveLength(count);
		expect(list.pluck('id')).toEqual([1, 2, 3, 4]);
	});

	it('calls off the others', async () => {
		const { give } = heldPages(9);
		const list = newList();
		const requests: any[] = [];
		list.on('request', (_list: unknown, xhr: unknown) => requests.push(xhr));
		const end = ending(list.fetchAll());
		await turns();
		await give(3, fails(500, 'oh'));
		await end;
		expect(requests.map((xhr) => xhr.code)).toEqual([undefined, 'abort', 'oh', 'abort', 'abort']);
		for (const number of [2, 4, 5]) await give(number);
	});

	it('fires `error`, as `fetch()` does', async () => {
		site.answers = { 'GET posts': (asked) => (pageOf(asked) === 1 ? page(1, 2) : fails(500, 'oh')) };
		const list = newList();
		let errors = 0;
		list.on('error', () => errors++);
		await ending(list.fetchAll());
		expect(errors).toBe(1);
	});

	it('leaves a list that `more()` goes on with', async () => {
		let isBroken = true;
		site.answers = {
			'GET posts': (asked) => (isBroken && pageOf(asked) > 1 ? fails(500, 'oh') : page(pageOf(asked))),
		};
		const list = newList();
		await ending(list.fetchAll({ data: { search: 'a' } }));
		isBroken = false;
		while (list.hasMore()) await list.more({ remove: false });
		expect(list.pluck('id')).toEqual(upTo(6));
		expect(site.lines().at(-1)).toBe('GET posts?per_page=100&search=a&page=3');
	});

	it('once over, it can be done again', async () => {
		site.answers = { 'GET posts': [fails(500, 'oh'), page(1, 1)] };
		const list = newList();
		await ending(list.fetchAll());
		await list.fetchAll();
		expect(list.length).toBe(2);
	});

	it('of what listens to the list rejects with it', async () => {
		site.answers = { 'GET posts': paged(2) };
		const list = newList();
		list.on('add', ({ id }: any) => {
			if (id === 3) throw new TypeError('Listener');
		});
		const { state, args } = await ending(list.fetchAll());
		expect([state, args[0].message]).toEqual(['rejected', 'Listener']);
	});
});

describe('callbacks', () => {
	it('`success` once, with the list', async () => {
		site.answers = { 'GET posts': paged(3) };
		const list = newList();
		const seen: unknown[] = [];
		await list.fetchAll({ success: (found: unknown) => seen.push(found), error: () => seen.push('error') });
		expect(seen).toEqual([list]);
	});

	it.each([1, 2])('`error` once, where page %i fails', async (bad) => {
		site.answers = {
			'GET posts': (asked) => (pageOf(asked) === bad ? fails(500, 'oh') : page(pageOf(asked))),
		};
		const seen: string[] = [];
		await ending(
			newList().fetchAll({ success: () => seen.push('success'), error: () => seen.push('error') }),
		);
		expect(seen).toEqual(['error']);
	});
});

describe('what a callback throws', () => {
	it.each(['success', 'done'])('in `%s` is heard of, and nobody else’s business', async (kind) => {
		site.answers = { 'GET posts': paged(1) };
		const heard: unknown[] = [];
		const { setTimeout: real } = globalThis;
		vi.spyOn(globalThis, 'setTimeout').mockImplementation((act: () => void, ms?: number) =>
			real(() => {
				try {
					act();
				} catch (thrown) {
					heard.push((thrown as Error).message);
				}
			}, ms),
		);
		const fail = (): never => {
			throw new Error('mine');
		};
		const loading = newList().fetchAll(kind === 'success' ? { success: fail } : {});
		if (kind === 'done') loading.done(fail);
		await site.idle();
		expect([loading.state(), heard]).toEqual(['resolved', ['mine']]);
		vi.restoreAllMocks();
	});
});

describe('abort()', () => {
	it('calls off the first page', async () => {
		site.answers = { 'GET posts': paged(3) };
		const list = newList();
		const loading = list.fetchAll();
		loading.abort();
		const { state, args } = await ending(loading);
		await site.idle();
		expect([state, args[0].code, list.length]).toEqual(['rejected', 'abort', 0]);
		expect(pagesAsked().filter((number) => number > 1)).toEqual([]);
	});

	it('calls off those under way, and keeps what is here', async () => {
		const { give } = heldPages(9);
		const list = newList();
		const loading = list.fetchAll();
		await turns();
		await give(2);
		loading.abort();
		const { state, args } = await ending(loading);
		for (const number of [3, 4, 5, 6]) await give(number);
		expect([state, args[0].code]).toEqual(['rejected', 'abort']);
		expect(list.pluck('id')).toEqual([1, 2, 3, 4]);
		expect(pagesAsked()).toEqual([1, 2, 3, 4, 5, 6]);
	});

	it.each([4, 1])('inside of `progress`, with %i at a time, asks for no more', async (concurrency) => {
		site.answers = { 'GET posts': paged(6) };
		const list = newList();
		const loading = list.fetchAll({ concurrency });
		loading.progress(() => loading.abort());
		const { state, args } = await ending(loading);
		await site.idle();
		expect([state, args[0].code, list.pluck('id')]).toEqual(['rejected', 'abort', [1, 2]]);
		expect(pagesAsked()).toEqual([1]);
	});

	it('once all is here does nothing', async () => {
		site.answers = { 'GET posts': paged(2) };
		const list = newList();
		const loading = list.fetchAll();
		await loading;
		loading.abort();
		expect([loading.state(), list.length]).toEqual(['resolved', 4]);
	});
});

describe('row 74: a later read takes its place', () => {
	it('row 74: between its pages', async () => {
		const slow = held();
		site.answers = {
			'GET posts': ({ query }) =>
				query.get('search') === 'b' ? listed([{ id: 50 }]) : query.get('page') ? slow.answer : page(1, 2),
		};
		const list = newList();
		const end = ending(list.fetchAll({ data: { search: 'a' } }));
		await turns();
		await list.fetch({ data: { search: 'b' } });
		slow.give(page(2, 2));
		expect((await end).args[0]).toMatchObject({ code: 'abort' });
		expect(list.pluck('id')).toEqual([50]);
		expect(list.state).toMatchObject({ data: { search: 'b' }, currentPage: 1, totalPages: 1 });
	});

	it('row 74: before its first page has come', async () => {
		const slow = held();
		site.answers = {
			'GET posts': (asked) =>
				asked.query.get('search') === 'a' ? slow.answer : listed([{ id: 49 + pageOf(asked) }], 3, 3),
		};
		const list = newList();
		const end = ending(list.fetchAll({ data: { search: 'a' } }));
		await list.fetch({ data: { search: 'b' } });
		slow.give(page(1, 2));
		const { state, args } = await end;
		await site.idle();
		expect([state, args[0].code]).toEqual(['rejected', 'abort']);
		expect(list.pluck('id')).toEqual([50]);
		expect(site.asked).toHaveLength(2);
	});

	it('row 74: another `fetchAll()`', async () => {
		const { give } = heldPages(3);
		const list = newList();
		const first = ending(list.fetchAll());
		await turns();
		const second = list.fetchAll();
		await turns();
		await give(2);
		await give(3);
		expect((await first).state).toBe('rejected');
		await second;
		expect(list.pluck('id')).toEqual(upTo(6));
	});
});

describe('pages()', () => {
	it('gives each page as a list of its own', async () => {
		site.answers = { 'GET posts': paged(3) };
		const list = newList();
		const pages: any[] = [];
		for await (const one of list.pages({ data: { search: 'a' } })) pages.push(one);
		expect(pages.map((one) => one.pluck('id'))).toEqual([
			[1, 2],
			[3, 4],
			[5, 6],
		]);
		expect(new Set([list, ...pages]).size).toBe(4);
		expect(pages.map(({ state }) => state.currentPage)).toEqual([1, 2, 3]);
		expect(pages[0]).toBeInstanceOf(list.constructor);
		expect(site.lines()).toEqual([
			'GET posts?search=a',
			'GET posts?search=a&page=2',
			'GET posts?search=a&page=3',
		]);
	});

	it('asks for a page when it is wanted: breaking out asks for no more', async () => {
		site.answers = { 'GET posts': paged(5) };
		for await (const one of newList().pages()) if (one.state.currentPage === 2) break;
		await site.idle();
		expect(pagesAsked()).toEqual([1, 2]);
	});

	it('asks for nothing before it is begun', async () => {
		newList().pages();
		await site.idle();
		expect(site.asked).toEqual([]);
	});

	it('starts where the query starts', async () => {
		site.answers = { 'GET posts': paged(4) };
		for await (const one of newList().pages({ data: 'page=3' })) expect(one.length).toBe(2);
		expect(pagesAsked()).toEqual([3, 4]);
	});

	it('of an empty list gives one empty page', async () => {
		site.answers = { 'GET posts': listed([], 0, 0) };
		const sizes: number[] = [];
		for await (const one of newList().pages()) sizes.push(one.length);
		expect(sizes).toEqual([0]);
	});

	it.each([1, 2])('throws what page %i has failed with', async (bad) => {
		site.answers = {
			'GET posts': (asked) => (pageOf(asked) === bad ? fails(500, 'oh') : page(pageOf(asked))),
		};
		const seen: number[] = [];
		const run = async (): Promise<void> => {
			for await (const one of newList().pages()) seen.push(one.state.currentPage);
		};
		await expect(run()).rejects.toMatchObject({ code: 'oh' });
		expect(seen).toHaveLength(bad - 1);
	});
});

describe('fetchAll() on a site that gives fewer than 100 at once', () => {
	const items = upTo(45).map((id) => ({ id }));
	const upTo20 =
		(refusal: string) =>
		(asked: Asked): Answer => {
			const size = Number(asked.query.get('per_page'));
			if (size > 20) return fails(400, 'rest_invalid_param', { params: { per_page: refusal } });
			const start = (pageOf(asked) - 1) * size;
			return listed(items.slice(start, start + size), 45, Math.ceil(45 / size));
		};

	it('asks for pages of the size that the schema names', async () => {
		site.answers['GET posts'] = upTo20('No.');
		const schema = small();
		Object.assign(schema.routes['/wp/v2/posts']!.endpoints[0]!.args, { per_page: { maximum: 20 } });
		const list = new (open({ schema }).collections.Posts)();
		await list.fetchAll();
		expect(list.pluck('id')).toEqual(upTo(45));
		expect(site.asked.map(({ query }) => query.get('per_page'))).toEqual(['20', '20', '20']);
	});

	it.each<[string, string, string[]]>([
		['with the numbers', 'per_page must be between 1 (inclusive) and 20 (inclusive)', ['20', '20', '20']],
		['with the numbers in another order', 'per_page: höchstens 20, mindestens 1.', ['20', '20', '20']],
		['without a number', 'No.', ['50', '25', '12', '12', '12', '12']],
		['with odd numbers', '0, 100 and 4000', ['50', '25', '12', '12', '12', '12']],
	])(
		'learns the size from a refusal %s, and nobody is told of the refusal',
		async (_what, refusal, sizes) => {
			site.answers['GET posts'] = upTo20(refusal);
			const list = newList();
			const told: string[] = [];
			list.on('error', () => told.push('error'));
			await list.fetchAll({ error: () => told.push('callback') });
			expect(list.pluck('id')).toEqual(upTo(45));
			expect(told).toEqual([]);
			expect(site.asked.map(({ query }) => query.get('per_page'))).toEqual(['100', ...sizes]);
			expect(list.state).toMatchObject({ totalObjects: 45, currentPage: sizes.length > 4 ? 4 : 3 });
		},
	);

	it('rejects where the site refuses even one item a page', async () => {
		site.answers['GET posts'] = fails(400, 'rest_invalid_param', { params: { per_page: 'No.' } });
		const { state, args } = await ending(newList().fetchAll());
		expect([state, args[0].code]).toEqual(['rejected', 'rest_invalid_param']);
		expect(site.asked.at(-1)!.query.get('per_page')).toBe('1');
	});

	it('leaves a `per_page` of the caller’s own `fetch()` alone, as in core', async () => {
		site.answers['GET posts'] = upTo20('between 1 and 20');
		const { state } = await ending(newList().fetch({ data: { per_page: 100 } }));
		expect([state, site.asked.length]).toEqual(['rejected', 1]);
	});

	it.each([0, -1, NaN, Infinity, '', null, [], {}, 'many', 500])(
		'a maximum of %j in a schema is none',
		async (maximum) => {
			site.answers['GET posts'] = page(1, 1);
			const schema = small();
			Object.assign(schema.routes['/wp/v2/posts']!.endpoints[0]!.args, { per_page: { maximum } });
			await new (open({ schema }).collections.Posts)().fetchAll();
			expect(site.asked.map(({ query }) => query.get('per_page'))).toEqual(['100']);
		},
	);
});
