/**
 * "Pages of a list" in docs/differences-from-core.md comes in, pages of a list; that ours does better goes out, row by row.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { mends } from './mends.ts';
import { openPage, type Page, type PageOptions } from './page.ts';
import { fails, listed, ok, type PageRequest } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });

/** Six posts, two to a page, or from an offset. */
const archive: PageOptions = {
	schema,
	answers: {
		'GET posts': ({ query }: PageRequest) => {
			const perPage = Number(query.get('per_page') ?? 2);
			const start = Number(query.get('offset') ?? (Number(query.get('page') ?? 1) - 1) * perPage);
			const ids = [1, 2, 3, 4, 5, 6].slice(start, start + perPage);
			return listed(
				ids.map((id) => ({ id })),
				6,
				Math.ceil(6 / perPage),
			);
		},
	},
};

const pagesAsked = ({ requests }: Page): (string | null)[] => requests.map(({ query }) => query.get('page'));

async function firstPage(page: Page, data?: object): Promise<any> {
	const posts = new page.api.collections.Posts();
	posts.fetch({ data });
	await page.idle();
	return posts;
}

it.each(['core', 'ours'] as const)('row 70: %s: with remove: false, more() adds a page', async (client) => {
	const page = openPage({ client, ...archive });
	const posts = await firstPage(page);
	posts.more({ remove: false });
	await page.idle();
	expect(posts.pluck('id')).toEqual([1, 2, 3, 4]);
});

mends('row 70: all pages come into one list', async (open) => {
	const page = open(archive);
	const posts = new page.api.collections.Posts();
	const told: unknown[] = [];
	// Core has nothing of the kind.
	posts.fetchAll({ data: { per_page: 2 } }).progress((...pages: number[]) => told.push(pages));
	await page.idle();
	expect(posts.pluck('id')).toEqual([1, 2, 3, 4, 5, 6]);
	expect(pagesAsked(page)).toEqual([null, '2', '3']);
	expect(told).toEqual([
		[1, 3],
		[2, 3],
		[3, 3],
	]);
});

mends('row 71: more() twice asks for one page, and the next for the next', async (open) => {
	const page = open(archive);
	const posts = await firstPage(page);
	const [first, second] = [posts.more(), posts.more()];
	await page.idle();
	posts.more();
	await page.idle();
	expect(pagesAsked(page)).toEqual([null, '2', '3']);
	expect([first.state(), second.state(), posts.hasMore()]).toEqual(['resolved', 'resolved', false]);
});

it.each(['core', 'ours'] as const)('row 71: %s: more() tells everybody who has called it', async (client) => {
	const page = openPage({ client, ...archive });
	const posts = await firstPage(page);
	const told: number[] = [];
	posts.more({ success: () => told.push(1) });
	posts.more({ success: () => told.push(2) });
	await page.idle();
	expect(told).toEqual([1, 2]);
});

describe('row 72: data of more()', () => {
	mends('row 72: goes before what is remembered', async (open) => {
		const page = open(archive);
		const posts = await firstPage(page, { per_page: 2, search: 'lamps' });
		posts.more({ data: { per_page: 3 } });
		expect(Object.fromEntries(page.requests[1]!.query)).toMatchObject({ per_page: '3', search: 'lamps' });
	});

	mends("row 72: stays the caller's", async (open) => {
		const page = open(archive);
		const posts = await firstPage(page);
		const options = { data: { search: 'lamps' } };
		posts.more(options);
		await page.idle();
		posts.more(options);
		await page.idle();
		expect(options).toEqual({ data: { search: 'lamps' } });
		expect(pagesAsked(page)).toEqual([null, '2', '3']);
	});
});

describe('row 73: after a failure', () => {
	mends('row 73: what was known of the list still is', async (open) => {
		const page = open({ ...archive, answers: { ...archive.answers } });
		const posts = await firstPage(page);
		page.answers['GET posts'] = fails(500, 'internal_server_error');
		posts.fetch();
		await page.idle();
		expect(posts.state).toMatchObject({ currentPage: 1, totalPages: 3, totalObjects: 6 });
		expect(posts.hasMore()).toBe(true);
	});

	mends('row 73: of another page, too', async (open) => {
		const page = open({ ...archive, answers: { ...archive.answers } });
		const posts = await firstPage(page);
		page.answers['GET posts'] = fails(400, 'rest_post_invalid_page_number');
		posts.fetch({ data: { page: 7 } });
		await page.idle();
		expect([posts.state.currentPage, posts.hasMore()]).toEqual([1, true]);
	});
});

describe('row 74: answers that overtake each other', () => {
	const start = (open: (options: PageOptions) => Page): { page: Page; posts: any } => {
		const page = open({ schema, answers: { 'GET posts': 'held' } });
		const posts = new page.api.collections.Posts();
		posts.fetch({ data: { search: 'a' } });
		posts.fetch({ data: { search: 'b' } });
		return { page, posts };
	};
	const both = [listed([{ id: 1 }], 1, 1), listed([{ id: 2 }], 9, 9)] as const;

	mends('row 74: the list shows what was asked for last', async (open) => {
		const { page, posts } = start(open);
		page.requests[1]!.reply(both[1]);
		await page.idle();
		page.requests[0]!.reply(both[0]);
		await page.idle();
		expect(posts.pluck('id')).toEqual([2]);
		expect(posts.state).toMatchObject({ data: { search: 'b' }, currentPage: 1, totalPages: 9 });
	});

	it('row 74: in order, they all come through', async () => {
		const { page, posts } = start(openPage);
		for (const [i, answer] of both.entries()) {
			page.requests[i]!.reply(answer);
			await page.idle();
		}
		expect(posts.pluck('id')).toEqual([2]);
		expect(posts.state).toMatchObject({ data: { search: 'b' }, currentPage: 1, totalPages: 9 });
	});
});

mends('row 75: an offset moves on', async (open) => {
	const page = open(archive);
	const posts = await firstPage(page, { offset: 1, per_page: 2 });
	const seen = [posts.pluck('id')];
	posts.more();
	await page.idle();
	seen.push(posts.pluck('id'));
	posts.more();
	await page.idle();
	seen.push(posts.pluck('id'));
	expect(seen).toEqual([[2, 3], [4, 5], [6]]);
	expect(posts.hasMore()).toBe(false);
});

describe('row 76: data as text', () => {
	mends('row 76: of more()', async (open) => {
		const page = open(archive);
		const posts = await firstPage(page);
		posts.more({ data: 'search=x' });
		expect(Object.fromEntries(page.requests[1]!.query)).toEqual({ search: 'x', page: '2' });
	});

	mends('row 76: of fetch(), is remembered', async (open) => {
		const page = open(archive);
		const posts = await firstPage(page, 'per_page=2&search=x' as unknown as object);
		posts.more();
		expect(Object.fromEntries(page.requests[1]!.query)).toEqual({ per_page: '2', search: 'x', page: '2' });
	});
});

mends('row 77: totals that the server does not tell are null', async (open) => {
	const page = open({ schema, answers: { 'GET posts': ok([{ id: 1 }]) } });
	const posts = await firstPage(page);
	expect(posts.state).toMatchObject({ currentPage: 1, totalPages: null, totalObjects: null });
	expect(posts.hasMore()).toBeNull();
});

it.each(['core', 'ours'] as const)('row 78: %s: totals are those of the last answer', async (client) => {
	const answers = { ...archive.answers, 'POST posts': ok({ id: 7 }), 'DELETE posts/1': ok({ id: 1 }) };
	const page = openPage({ client, schema, answers });
	const posts = await firstPage(page);
	posts.create({ title: 'x' });
	posts.get(1).destroy();
	await page.idle();
	expect([posts.pluck('id'), posts.state.totalObjects]).toEqual([[2, 7], 6]);
});
