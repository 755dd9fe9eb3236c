/** Lists come in, read page by page, at once, in the wrong order and in odd notations; where they stand goes out. */
import { describe, expect, it } from 'vitest';
import { nextPage } from '../../src/request/encode-list.ts';
import { fails, fakeSite, held, listed, ok } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

const site = fakeSite();
const posts = (): any => new (open().collections.Posts)();
const two = [{ id: 1 }, { id: 2 }];

describe('nextPage()', () => {
	const state = { data: {}, currentPage: 1, totalPages: 3, totalObjects: 25 };

	it.each([
		['the next one', state, { page: 2 }],
		['with the same query', { ...state, data: { search: 'a' } }, { search: 'a', page: 2 }],
		['none at the end', { ...state, currentPage: 3 }, false],
		['none in an empty list', { ...state, totalPages: 0, totalObjects: 0 }, false],
		['unknown before the first', { ...state, currentPage: null }, null],
		['unknown without totals', { ...state, totalPages: null }, null],
		['by offset', { ...state, data: { offset: 5, per_page: 10 } }, { offset: 15, per_page: 10 }],
		['by offset, as text', { ...state, data: { offset: '5' } }, { offset: 15 }],
		['by offset, to the end', { ...state, data: { offset: 20 } }, false],
	])('%s', (_what, given, next) => {
		expect(nextPage(given)).toEqual(next);
	});
});

describe('the state', () => {
	it('is what was asked for, and what was answered', async () => {
		site.answers = { 'GET posts': listed(two, 12, 6) };
		const list = posts();
		await list.fetch({ data: { page: 2, search: 'a', per_page: 2 } });
		expect(list.state).toEqual({
			data: { search: 'a', per_page: 2 },
			currentPage: 2,
			totalPages: 6,
			totalObjects: 12,
		});
		expect(list.hasMore()).toBe(true);
	});

	it.each(['search=a&include[]=1&include[]=2', new URLSearchParams('search=a&include[]=1&include[]=2')])(
		'row 76: is read from data as text, too',
		async (data) => {
			site.answers = { 'GET posts': listed(two, 4, 2) };
			const list = posts();
			await list.fetch({ data });
			expect(list.state.data).toEqual({ search: 'a', include: ['1', '2'] });
			await list.more();
			expect(site.lines()[1]).toBe('GET posts?search=a&include[]=1&include[]=2&page=2');
		},
	);

	it('row 73: is that of the last good answer', async () => {
		site.answers = {
			'GET posts': [listed(two, 6, 3), fails(400, 'rest_post_invalid_page_number'), listed(two, 6, 3)],
		};
		const list = posts();
		await list.fetch();
		await ending(list.fetch({ data: { page: 7 } }));
		expect(list.state).toMatchObject({ currentPage: 1, totalPages: 3 });
		await list.more();
		expect(site.asked.at(-1)!.query.get('page')).toBe('2');
	});

	it('row 77: is unknown where the server does not tell', async () => {
		site.answers = { 'GET posts': ok(two) };
		const list = posts();
		await list.fetch();
		expect(list.state).toMatchObject({ currentPage: 1, totalPages: null, totalObjects: null });
		expect([list.hasMore(), list.more()]).toEqual([null, false]);
	});
});

describe('more()', () => {
	it('row 71: twice at once is one request', async () => {
		site.answers = { 'GET posts': listed(two, 6, 3) };
		const list = posts();
		await list.fetch();
		const [one, other] = [list.more(), list.more()];
		expect(other).toBe(one);
		await one;
		await list.more();
		expect(site.asked.map(({ query }) => query.get('page'))).toEqual([null, '2', '3']);
	});

	it('asks again after a failure', async () => {
		site.answers = { 'GET posts': [listed(two, 6, 3), fails(500, 'oh'), listed(two, 6, 3)] };
		const list = posts();
		await list.fetch();
		await ending(list.more());
		expect((await ending(list.more())).state).toBe('resolved');
		expect(site.asked.map(({ query }) => query.get('page'))).toEqual([null, '2', '2']);
	});

	it('row 70: adds with `remove: false`, and replaces without', async () => {
		site.answers = { 'GET posts': [listed(two, 6, 3), listed([{ id: 3 }], 6, 3), listed([{ id: 4 }], 6, 3)] };
		const list = posts();
		await list.fetch();
		await list.more({ remove: false });
		expect(list.pluck('id')).toEqual([1, 2, 3]);
		await list.more();
		expect(list.pluck('id')).toEqual([4]);
	});

	it('row 72: takes data of its own, and leaves it alone', async () => {
		site.answers = { 'GET posts': listed(two, 60, 30) };
		const list = posts();
		await list.fetch({ data: { per_page: 2, search: 'a' } });
		const options = Object.freeze({ data: Object.freeze({ per_page: 5 }) });
		await list.more(options);
		await list.more(options);
		expect(site.lines().slice(1)).toEqual([
			'GET posts?per_page=5&search=a&page=2',
			'GET posts?per_page=5&search=a&page=3',
		]);
	});

	it('row 75: moves an offset on', async () => {
		site.answers = { 'GET posts': listed(two, 5, 3) };
		const list = posts();
		await list.fetch({ data: { offset: 1, per_page: 2 } });
		await list.more();
		expect(site.asked[1]!.query.get('offset')).toBe('3');
		expect(list.more()).toBe(false);
	});
});

describe('row 74: answers that overtake each other', () => {
	it.each(['set', 'reset'])('row 74: the later question counts (%s)', async (how) => {
		const slow = held();
		site.answers = {
			'GET posts': ({ query }) => (query.get('search') === 'a' ? slow.answer : listed([{ id: 2 }], 1, 1)),
		};
		const list = posts();
		const reset = how === 'reset';
		const first = list.fetch({ data: { search: 'a' }, reset });
		await list.fetch({ data: { search: 'b' }, reset });
		slow.give(listed([{ id: 1 }], 9, 9));
		expect((await ending(first)).state).toBe('resolved');
		expect(list.pluck('id')).toEqual([2]);
		expect(list.state).toMatchObject({ data: { search: 'b' }, totalPages: 1 });
	});

	it('row 74: a page that comes late is not added to another search', async () => {
		const slow = held();
		site.answers = {
			'GET posts': ({ query }) => (query.get('page') === '2' ? slow.answer : listed([{ id: 2 }], 4, 2)),
		};
		const list = posts();
		await list.fetch({ data: { search: 'a' } });
		const more = list.more({ remove: false });
		await list.fetch({ data: { search: 'b' } });
		slow.give(listed([{ id: 1 }], 4, 2));
		await ending(more);
		expect(list.pluck('id')).toEqual([2]);
	});

	it('one list does not wait for another', async () => {
		site.answers = { 'GET posts': listed(two) };
		const { Posts } = open().collections;
		const [one, other] = [new Posts(), new Posts()];
		await Promise.all([other.fetch(), one.fetch()]);
		expect([one.length, other.length]).toEqual([2, 2]);
	});
});

describe('row 79: an empty list of ids', () => {
	it.each<[string, unknown]>([
		['as a list', { include: [] }],
		['as text', { include: '' }],
	])('row 79: %s asks for nothing, and finds nothing', async (_what, data) => {
		const list = posts();
		const seen: unknown[] = [];
		list.set(two);
		const xhr = list.fetch({ data, complete: (_xhr: unknown, text: string) => seen.push(text) });
		list.on('sync', () => seen.push('sync'));
		const { state, args } = await ending(xhr);
		await site.idle();
		expect([state, args[0]]).toEqual(['resolved', []]);
		expect(list).toHaveLength(0);
		expect(seen).toEqual(['sync', 'success']);
		expect(site.asked).toEqual([]);
	});

	it('row 79: can be followed by a real question', async () => {
		site.answers = { 'GET posts': listed(two) };
		const list = posts();
		const none = list.fetch({ data: { include: [] } });
		await list.fetch();
		await none;
		expect(list).toHaveLength(2);
	});
});

it('`create()` adds nothing to what is asked for', async () => {
	site.answers = { 'GET posts': listed(two, 4, 2), 'POST posts': ok({ id: 9 }) };
	const list = posts();
	await list.fetch({ data: { search: 'a' } });
	const made = list.create({ title: 'T' });
	await site.idle();
	expect([made.id, list.length, list.state.currentPage]).toEqual([9, 3, 1]);
});
