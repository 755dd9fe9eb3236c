/**
 * Pages of a list, and nonces, come in; what both clients remember of them, and ask for next, goes out.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { openPage, type Client, type Page } from './page.ts';
import { fails, listed, ok, type PageRequest } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const clients: Client[] = ['core', 'ours'];
const unknown = { data: {}, currentPage: null, totalPages: null, totalObjects: null };

/** Five posts, two to a page. */
const posts = ({ query }: PageRequest): ReturnType<typeof listed> => {
	const start = (Number(query.get('page') ?? 1) - 1) * 2;
	return listed(
		[1, 2, 3, 4, 5].slice(start, start + 2).map((id) => ({ id })),
		5,
		3,
	);
};

describe.each(clients)('%s', (client) => {
	const open = (): Page => openPage({ client, schema, answers: { 'GET posts': posts } });

	it('knows nothing of a list before it is read', () => {
		const list = new (open().api.collections.Posts)();
		expect([list.state, list.parent]).toEqual([unknown, '']);
		expect(list.hasMore()).toBeNull();
	});

	it('more() goes through the pages, each in place of the one before, and ends with false', async () => {
		const page = open();
		const list = new page.api.collections.Posts();
		const seen: unknown[] = [];
		let xhr = list.fetch({ data: { search: 'lamps' } });
		while (xhr) {
			await page.idle();
			seen.push([list.pluck('id'), { ...list.state }, list.hasMore()]);
			expect(xhr.state()).toBe('resolved');
			xhr = list.more();
		}
		const known = { data: { search: 'lamps' }, totalPages: 3, totalObjects: 5 };
		expect(seen).toEqual([
			[[1, 2], { ...known, currentPage: 1 }, true],
			[[3, 4], { ...known, currentPage: 2 }, true],
			[[5], { ...known, currentPage: 3 }, false],
		]);
		expect(xhr).toBe(false);
		expect(page.requests.map(({ query }) => Object.fromEntries(query))).toEqual([
			{ search: 'lamps' },
			{ search: 'lamps', page: '2' },
			{ search: 'lamps', page: '3' },
		]);
	});

	it('more() starts at the page that was read', async () => {
		const page = open();
		const list = new page.api.collections.Posts();
		list.fetch({ data: { page: 2, order: 'asc' } });
		await page.idle();
		expect(list.state).toEqual({ data: { order: 'asc' }, currentPage: 2, totalPages: 3, totalObjects: 5 });
		list.more();
		expect(page.requests[1]!.query.get('page')).toBe('3');
	});

	it('more() takes a page of its own', async () => {
		const page = open();
		const list = new page.api.collections.Posts();
		list.fetch();
		await page.idle();
		list.more({ data: { page: 3 } });
		await page.idle();
		expect([list.pluck('id'), list.state.currentPage, list.hasMore()]).toEqual([[5], 3, false]);
	});

	it('reads lists in the notation of PHP', () => {
		const page = open();
		new page.api.collections.Posts().fetch({
			data: { include: [1, 2], filter: { post__in: [3], year: 2024 } },
		});
		expect([...page.requests[0]!.query]).toEqual([
			['include[]', '1'],
			['include[]', '2'],
			['filter[post__in][]', '3'],
			['filter[year]', '2024'],
		]);
	});

	it('each list has a state of its own, and makes items with models, attributes and a parent', () => {
		const { collections, models } = open().api;
		const [one, two] = [new collections.Posts(), new collections.Posts(null, { parent: 7 })];
		expect(one.state).not.toBe(two.state);
		expect(two.parent).toBe(7);
		one.add([new models.Post({ id: 1 }), { id: 2 }]);
		expect(one.map((post: any) => post.constructor === models.Post || post instanceof models.Post)).toEqual([
			true,
			true,
		]);
	});

	describe('the nonce', () => {
		const headers = ({ requests }: Page): (string | undefined)[] =>
			requests.map((request) => request.headers['x-wp-nonce']);

		it('goes with every request', () => {
			const page = open();
			const post = new page.api.models.Post({ id: 1 });
			post.fetch();
			post.save();
			post.destroy();
			new page.api.collections.Posts().fetch();
			new page.api.collections.Posts().create({});
			expect(headers(page)).toEqual(['N1', 'N1', 'N1', 'N1', 'N1']);
			expect([post.nonce(), new page.api.collections.Posts().nonce()]).toEqual(['N1', 'N1']);
		});

		it.each(['GET posts/1', 'GET posts', 'PUT posts/1'])(
			'is replaced by that of an answer to %s',
			async (asked) => {
				const page = open();
				const body = asked === 'GET posts' ? [] : { id: 1 };
				page.answers[asked] = ok(body, { 'X-WP-Nonce': 'N2' });
				const post = new page.api.models.Post({ id: 1 });
				const first: Record<string, () => unknown> = {
					'GET posts/1': () => post.fetch(),
					'GET posts': () => new page.api.collections.Posts().fetch(),
					'PUT posts/1': () => post.save(),
				};
				first[asked]!();
				await page.idle();
				post.fetch();
				expect(headers(page)).toEqual(['N1', 'N2']);
				expect(page.api.endpoints.at(0).get('nonce')).toBe('N2');
			},
		);

		it('stays where an answer has none, and where it fails', async () => {
			const page = open();
			page.answers['GET posts/1'] = fails(500, 'x');
			const post = new page.api.models.Post({ id: 1 });
			post.fetch();
			await page.idle();
			post.fetch();
			expect(headers(page)).toEqual(['N1', 'N1']);
		});

		it('is none where the page has none', () => {
			const page = openPage({ client, schema, settings: { nonce: undefined } });
			new page.api.models.Post({ id: 1 }).fetch();
			expect(headers(page)).toEqual([undefined]);
		});

		it('is set by the page, on the endpoint', () => {
			const page = open();
			page.api.endpoints.at(0).set('nonce', 'N5');
			new page.api.models.Post({ id: 1 }).fetch();
			expect(headers(page)).toEqual(['N5']);
		});

		it("lets the caller's beforeSend have the last word", () => {
			const page = open();
			const beforeSend = (xhr: any): void => xhr.setRequestHeader('X-Mine', 'yes');
			new page.api.models.Post({ id: 1 }).fetch({ beforeSend });
			expect(page.requests[0]!.headers).toMatchObject({ 'x-mine': 'yes', 'x-wp-nonce': 'N1' });
		});
	});
});
