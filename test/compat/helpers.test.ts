/**
 * A post of WordPress's comes in; what its helpers answer in both clients goes out.
 *
 * @vitest-environment node
 */
import { describe, expect, it, vi } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { openPage, type Client, type Page } from './page.ts';
import { fails, listed, ok, type Answers } from './server.ts';

// In UTC, local time could be taken for it unseen.
vi.stubEnv('TZ', 'America/New_York');

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const clients: Client[] = ['core', 'ours'];

const author = { id: 3, name: 'Edith Crane' };
const picture = { id: 8, source_url: 'http://wp.test/a.png' };
const tags = [
	{ id: 5, name: 'Harbour', slug: 'harbour' },
	{ id: 6, name: 'Lamps', slug: 'lamps' },
];
const answers: Answers = {
	'GET users/3': ok(author),
	'GET users': listed([author]),
	'GET media/8': ok(picture),
	'GET media': listed([picture]),
	'GET tags': ({ query }) =>
		listed(
			tags.filter(({ id }) => !query.has('include[]') || query.getAll('include[]').includes(String(id))),
		),
	'GET categories': listed(tags),
	'GET posts/1/revisions': listed([{ id: 9, parent: 1 }]),
	'PUT posts/1': ok({ id: 1 }),
	'PATCH posts/1': ok({ id: 1 }),
	'POST posts/1': ok({ id: 1 }),
};

/** What a promise is settled with, or 'pending'. */
function settled(promise: any): any[] {
	let result: any[] = [promise.state()];
	promise.then((...args: any[]) => (result = args)).fail?.(() => undefined);
	promise
		.done((...args: any[]) => (result = args))
		.fail((...args: any[]) => (result = ['rejected', ...args]));
	return result;
}

describe.each(clients)('%s', (client) => {
	const open = (more: Answers = {}): Page => openPage({ client, schema, answers: { ...answers, ...more } });

	it.each([
		['getAuthorUser', 'User', { author: 3, _embedded: { author: [author] } }, author],
		[
			'getFeaturedMedia',
			'Media',
			{ featured_media: 8, _embedded: { 'wp:featuredmedia': [picture] } },
			picture,
		],
	])(
		'%s() takes the %s that is embedded, at once and without asking',
		(method, name, attributes, embedded) => {
			const page = open();
			const [found] = settled(new page.api.models.Post({ id: 1, ...attributes })[method]());
			expect(found).toBeInstanceOf(page.api.models[name]);
			expect(found.attributes).toEqual(embedded);
			expect(page.requests).toEqual([]);
		},
	);

	it.each([
		['getAuthorUser', 'User', { author: 3 }, author],
		['getFeaturedMedia', 'Media', { featured_media: 8 }, picture],
	])('%s() asks for the %s that is not', async (method, name, attributes, stored) => {
		const page = open();
		const promise = new page.api.models.Post({ id: 1, ...attributes })[method]();
		expect(promise.state()).toBe('pending');
		await page.idle();
		const [found] = settled(promise);
		expect(found).toBeInstanceOf(page.api.models[name]);
		expect(found.attributes).toMatchObject(stored);
		expect(page.requests).toHaveLength(1);
	});

	it('getFeaturedMedia() rejects where there is none, and where it is not to be had', async () => {
		const page = open({ 'GET media/8': fails(404, 'rest_post_invalid_id'), 'GET media': listed([]) });
		const { Post } = page.api.models;
		const promises = [
			new Post({ featured_media: 0 }).getFeaturedMedia(),
			new Post({ featured_media: 8 }).getFeaturedMedia(),
		];
		await page.idle();
		expect(promises.map((promise) => promise.state())).toEqual(['rejected', 'rejected']);
	});

	it('getTags() and getCategories() give the raw list first', async () => {
		const page = open();
		const post = new page.api.models.Post({ id: 1, tags: [5, 6], categories: [5, 6] });
		for (const promise of [post.getTags(), post.getCategories()]) {
			await page.idle();
			const [list] = settled(promise);
			expect(page.window.Array.isArray(list)).toBe(true);
			expect(list).toEqual(tags);
		}
	});

	it('getTags() of a post without tags gives an empty list at once', () => {
		const page = open();
		expect(settled(new page.api.models.Post({ id: 1, tags: [] }).getTags())[0]).toEqual([]);
		expect(page.requests).toEqual([]);
	});

	it('setTags() takes slugs, and saves the post', async () => {
		const page = open();
		const post = new page.api.models.Post({ id: 1 });
		post.setTags(['harbour', 'lamps']);
		await page.idle();
		const [written] = page.requests.filter(({ method }) => method !== 'GET');
		expect(written).toMatchObject({ path: 'posts/1', body: { tags: [5, 6] } });
	});

	it.each([
		['setTagsWithCollection', 'Tags', 'tags'],
		['setCategoriesWithCollection', 'Categories', 'categories'],
		['setTags', 'Tags', 'tags'],
		['setCategories', 'Categories', 'categories'],
	])('%s() takes a list of models, and saves the post', async (method, name, field) => {
		const page = open();
		const post = new page.api.models.Post({ id: 1 });
		post[method](new page.api.collections[name](tags));
		expect(post.get(field)).toEqual([5, 6]);
		await page.idle();
		expect(page.requests).toMatchObject([{ path: 'posts/1', body: { [field]: [5, 6] } }]);
	});

	it('set…WithCollection() gives the request', async () => {
		const page = open();
		const xhr = new page.api.models.Post({ id: 1 }).setTagsWithCollection(
			new page.api.collections.Tags(tags),
		);
		await page.idle();
		expect([xhr.state(), xhr.status]).toEqual(['resolved', 200]);
	});

	it('getRevisions() gives a list below the post', async () => {
		const page = open();
		const promise = new page.api.models.Post({ id: 1 }).getRevisions();
		await page.idle();
		const [revisions] = settled(promise);
		expect(revisions).toBeInstanceOf(page.api.collections.PostRevisions);
		expect([revisions.pluck('id'), revisions.parent]).toEqual([[9], 1]);
		expect(revisions.at(0).url()).toBe('http://wp.test/wp-json/wp/v2/posts/1/revisions/9');
	});

	it('getDate() reads a date without a zone as UTC, and one with a zone as it says', () => {
		const { Post } = open().api.models;
		const post = new Post({
			date: '2024-05-04T08:00:00',
			modified: '2024-05-04T08:00:00+02:00',
			date_gmt: null,
		});
		expect(post.getDate().toISOString()).toBe('2024-05-04T08:00:00.000Z');
		expect(post.getDate('modified').toISOString()).toBe('2024-05-04T06:00:00.000Z');
		expect([post.getDate('date_gmt'), post.getDate('title')]).toEqual([false, false]);
	});

	it('setDate() writes ISO text, into date fields only', () => {
		const page = open();
		const post = new page.api.models.Post();
		const events: string[] = [];
		post.on('all', (event: string) => events.push(event));
		post.setDate(new Date(Date.UTC(2024, 4, 4, 8)));
		post.setDate(new page.window.Date(Date.UTC(2024, 4, 5)), 'modified_gmt');
		expect(post.setDate(new Date(), 'title')).toBe(false);
		expect(post.attributes).toEqual({
			date: '2024-05-04T08:00:00.000Z',
			modified_gmt: '2024-05-05T00:00:00.000Z',
		});
		expect(events).toEqual(['change:date', 'change', 'change:modified_gmt', 'change']);
	});

	it.each(['Post', 'Category', 'User', 'Comment', 'Books'])('%s has meta to get and set', (name) => {
		const item = new (open().api.models[name])({ id: 1, meta: { a: 1, b: 2 } });
		item.setMeta('a', 3);
		item.setMetas({ b: 4, c: 5 });
		expect([item.getMeta('a'), item.getMeta('none')]).toEqual([3, undefined]);
		expect(item.getMetas()).toEqual({ a: 3, b: 4, c: 5 });
		expect(item.get('meta')).toEqual({ a: 3, b: 4, c: 5 });
	});
});
