/**
 * A list screen of a hundred posts comes in, each of which asks for its author, categories, tags and picture; what that costs, and
 * how many of the answers are wrong, goes out for both clients.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { mends } from './mends.ts';
import { openPage, type Page, type PageOptions } from './page.ts';
import { fails, listed, ok, type Answer, type Answers, type PageRequest } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });

type Item = Record<string, any> & { id: number };

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
/** So many of a number of terms, beginning anywhere among them. */
const some = (count: number, of: number, from: number): number[] =>
	numbers(count).map((n) => ((from + n) % of) + 1);

/** 7 people, 40 categories, 140 tags; 15 posts have 12 tags, 6 have 11 categories, 8 have no picture. */
const posts: Item[] = numbers(100).map((id) => ({
	id,
	author: (id % 7) + 1,
	categories: some(id > 94 ? 11 : 2, 40, id),
	tags: some(id <= 15 ? 12 : 4, 140, id * 3),
	featured_media: id % 12 === 0 ? 0 : 1000 + id,
}));

const stock: Record<string, Item[]> = {
	posts,
	users: numbers(7).map((id) => ({ id, name: `Person ${id}` })),
	categories: numbers(40).map((id) => ({ id, name: `Category ${id}` })),
	tags: numbers(140).map((id) => ({ id, name: `Tag ${id}` })),
	media: numbers(100).map((n) => ({ id: 1000 + n, source_url: `http://wp.test/${n}.png` })),
};

/** As WordPress answers: ten of a list, unless more are asked for, and never more than a hundred. */
const answerList =
	(items: Item[]) =>
	({ query }: PageRequest): Answer => {
		const include = [...query.getAll('include[]'), ...(query.get('include')?.split(',') ?? [])].map(Number);
		const perPage = Number(query.get('per_page') ?? 10);
		const found = items.filter(({ id }) => !include.length || include.includes(id));
		if (perPage > 100) return fails(400, 'rest_invalid_param');
		return listed(found.slice(0, perPage), found.length, Math.ceil(found.length / perPage));
	};

const answers: Answers = Object.fromEntries(
	Object.entries(stock).flatMap(([name, items]) => [
		[`GET ${name}`, answerList(items)],
		...items.map((item) => [`GET ${name}/${item.id}`, ok(item)] as const),
	]),
);
const site: PageOptions = { schema, answers };

const ids = (items: any): number[] => [...items].map(({ id }: Item) => id).sort((a, b) => a - b);
const sorted = (list: number[]): number[] => [...list].sort((a, b) => a - b);

/** Asks every post at once for all that belongs to it; the number of posts whose answers are not as they should be. */
async function showScreen(page: Page): Promise<{ requests: number; wrong: number }> {
	const list = new page.api.collections.Posts();
	list.fetch({ data: { per_page: 100 } });
	await page.idle();
	const before = page.requests.length;
	const seen = list.map((post: any) => {
		const found: Record<string, any> = { picture: 0 };
		post.getAuthorUser().done((user: any) => (found['author'] = user.get('name')));
		post.getCategories().done((terms: any) => (found['categories'] = ids(terms)));
		post.getTags().done((terms: any) => (found['tags'] = ids(terms)));
		post.getFeaturedMedia().done((media: any) => (found['picture'] = media.id));
		return found;
	});
	await page.idle();
	const right = posts.map((post) => ({
		picture: post['featured_media'],
		author: `Person ${post['author']}`,
		categories: sorted(post['categories']),
		tags: sorted(post['tags']),
	}));
	const wrong = right.filter((expected, i) => JSON.stringify(expected) !== JSON.stringify(inOrder(seen[i])));
	return { requests: page.requests.length - before, wrong: wrong.length };
}

const inOrder = ({ picture, author, categories, tags }: any): object => ({
	picture,
	author,
	categories,
	tags,
});

describe('a hundred posts with author, categories, tags and picture', () => {
	mends('at most six requests, and all answers right', async (open) => {
		const { requests, wrong } = await showScreen(open(site));
		expect(requests).toBeLessThanOrEqual(6);
		expect(wrong).toBe(0);
	});

	it.each([
		['core', { requests: 392, wrong: 21 }],
		['ours', { requests: 5, wrong: 0 }],
	] as const)('%s: %o', async (client, expected) => {
		expect(await showScreen(openPage({ client, ...site }))).toEqual(expected);
	});
});

describe('what several ask for together', () => {
	const authors = (page: Page, authorIds: number[]): any[] =>
		authorIds.map((author) => new page.api.models.Post({ id: 1, author }).getAuthorUser());

	it('each caller has a model of its own, as in core', async () => {
		for (const client of ['core', 'ours'] as const) {
			const page = openPage({ client, ...site });
			const found: any[] = [];
			for (const promise of authors(page, [3, 3])) promise.done((user: any) => found.push(user));
			await page.idle();
			expect(found.map(({ id }) => id)).toEqual([3, 3]);
			expect(found[0]).not.toBe(found[1]);
		}
	});

	it('who is not there is missing to those alone who asked for them', async () => {
		for (const client of ['core', 'ours'] as const) {
			const page = openPage({ client, ...site });
			const failures: any[] = [];
			const promises = authors(page, [3, 99, 4]);
			promises[1].fail((failure: any) => failures.push(failure.status));
			await page.idle();
			expect(promises.map((promise) => promise.state())).toEqual(['resolved', 'rejected', 'resolved']);
			expect(failures).toEqual([404]);
		}
	});

	it('who is on no list, but has a route, is found, as in core', async () => {
		// WordPress lists to a contributor those who have published something, and shows them themselves besides.
		const hidden = { ...answers, 'GET users': answerList(stock['users']!.filter(({ id }) => id !== 3)) };
		for (const client of ['core', 'ours'] as const) {
			const page = openPage({ client, schema, answers: hidden });
			const promises = authors(page, [3, 4]);
			await page.idle();
			expect(promises.map((promise) => promise.state())).toEqual(['resolved', 'resolved']);
		}
	});

	it('a list that comes as an object settles, too', async () => {
		// PHP's lists become objects when a filter has taken something out of them.
		const page = openPage({
			schema,
			answers: { ...answers, 'GET users': ok({ 1: stock['users']![2], 4: stock['users']![3] }) },
		});
		const promises = authors(page, [3, 4]);
		await page.idle();
		expect(promises.map((promise) => promise.state())).toEqual(['resolved', 'resolved']);
	});
});
