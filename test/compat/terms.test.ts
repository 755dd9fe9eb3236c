/**
 * Rows 55 to 57, 59 and 60 of docs/differences-from-core.md come in, the terms of a post; that ours does better goes out, row by row. Row 58 is
 * in `relations.test.ts`.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { mends } from './mends.ts';
import { openPage, type Page, type PageOptions } from './page.ts';
import { fails, listed, ok, type Answer, type PageRequest } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });

const numbers = (count: number, from = 1): number[] => Array.from({ length: count }, (_, i) => from + i);
const terms = numbers(250).map((id) => ({ id, slug: `term-${id}`, name: `Term ${id}` }));

/** As WordPress lists them: ten, unless more are asked for, and never more than a hundred. */
function listTerms({ query }: PageRequest): Answer {
	const given = (name: string): string[] => [
		...query.getAll(`${name}[]`),
		...(query.get(name)?.split(',') ?? []),
	];
	const perPage = Number(query.get('per_page') ?? 10);
	if (perPage > 100) return fails(400, 'rest_invalid_param');
	const [ids, slugs] = [given('include').map(Number), given('slug')];
	const found = terms.filter(
		({ id, slug }) => (!ids.length || ids.includes(id)) && (!slugs.length || slugs.includes(slug)),
	);
	const start = (Number(query.get('page') ?? 1) - 1) * perPage;
	return listed(found.slice(start, start + perPage), found.length, Math.ceil(found.length / perPage));
}

const stored = { id: 1, title: 'A post', content: 'Words.', status: 'publish', tags: [] };
/** WordPress takes no list with a hole in it. */
const write = ({ body }: PageRequest): Answer =>
	[body.tags, body.genres].flat().includes(null)
		? fails(400, 'rest_invalid_param')
		: ok({ ...stored, ...body });

const site: PageOptions = {
	schema,
	answers: {
		'GET tags': listTerms,
		'GET categories': listTerms,
		'GET genres': listTerms,
		'GET posts/1': ok(stored),
		'PUT posts/1': write,
		'PATCH posts/1': write,
		'PATCH books/1': write,
	},
};

const written = ({ requests }: Page): any[] =>
	requests.filter(({ method }) => method !== 'GET').map(({ body }) => body);

/** What a promise resolved with first, as ids. */
async function idsOf(page: Page, promise: any): Promise<number[]> {
	let ids: number[] = [];
	promise.done((items: any[]) => (ids = items.map(({ id }) => id)));
	await page.idle();
	return ids.sort((a, b) => a - b);
}

describe('row 55: all terms come', () => {
	for (const [method, field, count] of [
		['getTags', 'tags', 12],
		['getCategories', 'categories', 11],
		['getTags', 'tags', 150],
	] as const) {
		mends(`row 55: ${count} by ${method}()`, async (open) => {
			const page = open(site);
			const post = new page.api.models.Post({ id: 1, [field]: numbers(count) });
			expect(await idsOf(page, post[method]())).toEqual(numbers(count));
		});
	}

	it('row 55: of several by one question, of one by its own route', async () => {
		const page = openPage({ ...site, answers: { ...site.answers, 'GET tags/3': ok(terms[2]) } });
		const { Post } = page.api.models;
		expect(await idsOf(page, new Post({ id: 1, tags: [1, 2] }).getTags())).toEqual([1, 2]);
		expect(await idsOf(page, new Post({ id: 1, tags: [3] }).getTags())).toEqual([3]);
		expect(page.requests.map(({ path, query }) => [path, Object.fromEntries(query)])).toEqual([
			['tags', { include: '1,2', per_page: '100' }],
			['tags/3', {}],
		]);
	});
});

describe('row 56: where terms come from', () => {
	const embedded = [[], terms.slice(0, 2).map((term) => ({ ...term, taxonomy: 'post_tag' }))];

	mends('row 56: those that are embedded are used', async (open) => {
		const page = open(site);
		const post = new page.api.models.Post({ id: 1, tags: [1, 2], _embedded: { 'wp:term': embedded } });
		expect(await idsOf(page, post.getTags())).toEqual([1, 2]);
		expect(page.requests).toEqual([]);
	});

	mends('row 56: of a post that was not read the server is asked', async (open) => {
		const page = open(site);
		const promise = new page.api.models.Post({ id: 1 }).getTags();
		await page.idle();
		expect(page.requests[0]).toMatchObject({ method: 'GET', path: 'tags' });
		expect([page.requests[0]!.query.get('post'), promise.state()]).toEqual(['1', 'resolved']);
	});

	mends('row 56: a collection is to be had', async (open) => {
		const page = open(site);
		let found: any;
		new page.api.models.Post({ id: 1, tags: [1, 2] }).getTerms('tags').done((list: any) => (found = list));
		await page.idle();
		expect(found).toBeInstanceOf(page.api.collections.Tags);
		expect(found.pluck('slug')).toEqual(['term-1', 'term-2']);
	});
});

describe('row 57: terms by their slugs', () => {
	mends('row 57: are found beyond the first hundred', async (open) => {
		const page = open(site);
		new page.api.models.Post({ id: 1 }).setTags(['term-240']);
		await page.idle();
		expect(written(page)).toMatchObject([{ tags: [240] }]);
	});

	mends('row 57: an unknown one is told by name, and nothing is saved', async (open) => {
		const page = open(site);
		const failures: any[] = [];
		const set = new page.api.models.Post({ id: 1 }).setTags(['term-2', 'no-such-term']);
		set?.fail((failure: any) => failures.push(failure));
		await page.idle();
		expect(written(page)).toEqual([]);
		expect(failures).toMatchObject([
			{ code: 'unknown_term', message: expect.stringContaining('no-such-term') },
		]);
	});
});

for (const method of ['setTags', 'setTagsWithCollection']) {
	mends(`row 59: ${method}() saves the terms alone`, async (open) => {
		const page = open(site);
		const post = new page.api.models.Post({ id: 1 });
		post.fetch();
		await page.idle();
		post[method](new page.api.collections.Tags([{ id: 3 }]));
		await page.idle();
		expect(written(page)).toEqual([{ tags: [3] }]);
	});
}

describe('row 60: the terms of a custom taxonomy', () => {
	mends('row 60: are read', async (open) => {
		const page = open(site);
		const book = new page.api.models.Books({ id: 1, genres: [4, 5] });
		expect(await idsOf(page, book.getGenres())).toEqual([4, 5]);
		expect(page.requests.map(({ path }) => path)).toEqual(['genres']);
	});

	mends('row 60: are set', async (open) => {
		const page = open(site);
		const book = new page.api.models.Books({ id: 1 });
		book.setGenres(['term-4', 'term-5']);
		await page.idle();
		expect(written(page)).toEqual([{ genres: [4, 5] }]);
	});
});
