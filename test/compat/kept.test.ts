/**
 * What core's helpers are asked for, by code that is correct, comes in; that both clients ask the same of the server, and say the
 * same to the page, goes out.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { openPage, type Client, type Page } from './page.ts';
import { listed, ok, type Answers } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const clients: Client[] = ['core', 'ours'];

const tags = [
	{ id: 5, name: 'Harbour', slug: 'harbour' },
	{ id: 6, name: 'Lamps', slug: 'lamps' },
];
const answers: Answers = {
	'GET users/3': ok({ id: 3, name: 'Edith' }),
	'GET media/8': ok({ id: 8, source_url: 'http://wp.test/a.png' }),
	'GET tags': listed(tags),
	'PUT posts/1': ({ body }) => ok({ id: 1, ...body }),
	'PATCH posts/1': ({ body }) => ok({ id: 1, ...body }),
	'POST posts': ({ body }) => ok({ id: 2, ...body }),
};

const asked = ({ requests }: Page): string[] =>
	requests.map(({ method, url }) => `${method} ${url.slice(29)}`);

describe.each(clients)('%s', (client) => {
	const open = (more: Answers = {}): Page => openPage({ client, schema, answers: { ...answers, ...more } });

	it.each([
		['getAuthorUser', { author: 3 }, 'GET users/3'],
		['getFeaturedMedia', { featured_media: 8 }, 'GET media/8'],
	])('%s(), alone, asks for that item, by its own address', async (method, attributes, request) => {
		const page = open();
		const promise = new page.api.models.Post({ id: 1, ...attributes })[method]();
		await page.idle();
		expect([asked(page), promise.state()]).toEqual([[request], 'resolved']);
	});

	it('what is embedded is there before the next line', () => {
		const page = open();
		const post = new page.api.models.Post({
			id: 1,
			author: 3,
			featured_media: 8,
			_embedded: {
				author: [{ id: 3, name: 'Edith' }],
				'wp:featuredmedia': [{ id: 8, source_url: 'a.png' }],
			},
		});
		const seen: unknown[] = [];
		post.getAuthorUser().done((user: any) => seen.push(user.get('name')));
		post.getFeaturedMedia().done((media: any) => seen.push(media.get('source_url')));
		expect([seen, page.requests]).toEqual([['Edith', 'a.png'], []]);
	});

	it('getTags() gives plain objects of the page, in a list', async () => {
		const page = open();
		let given: any;
		new page.api.models.Post({ id: 1, tags: [5, 6] }).getTags().done((list: any) => (given = list));
		await page.idle();
		expect(page.window.Array.isArray(given)).toBe(true);
		expect(given).toEqual(tags);
	});

	it.each([
		['ids as text', ['5', '6']],
		['ids in one text', '5,6'],
	])('getTags() takes %s', async (_what, ids) => {
		const page = open();
		let given: any;
		new page.api.models.Post({ id: 1, tags: ids }).getTags().done((list: any) => (given = list));
		await page.idle();
		expect(given).toEqual(tags);
	});

	it('reading what is related changes nothing of the item, and fires nothing on it', async () => {
		const page = open();
		const post = new page.api.models.Post({ id: 1, author: 3, featured_media: 8, tags: [5, 6] });
		const before = JSON.stringify(post);
		const seen: string[] = [];
		post.on('all', (event: string) => seen.push(event));
		post.getAuthorUser();
		post.getFeaturedMedia();
		post.getTags();
		await page.idle();
		expect([seen, JSON.stringify(post)]).toEqual([[], before]);
	});

	it.each(['setTags', 'setTagsWithCollection'])(
		'%s() saves in the same turn, with its events',
		async (method) => {
			const page = open();
			const post = new page.api.models.Post({ id: 1, title: 'x' });
			const seen: string[] = [];
			post.on('all', (event: string) => seen.push(event));
			post[method](new page.api.collections.Tags(tags));
			expect(page.requests).toMatchObject([{ path: 'posts/1', body: { tags: [5, 6] } }]);
			expect(seen).toEqual(['change:tags', 'change', 'request']);
			await page.idle();
			expect(seen.slice(3).filter((event) => event !== 'changeId')).toEqual(['sync']);
		},
	);

	it("takes the page's own class for a related item, with its parse()", async () => {
		const page = open();
		page.api.models.User = page.api.models.User.extend({
			parse: (answer: object) => ({ ...answer, parsed: true }),
			greet: () => 'Hello',
		});
		let user: any;
		new page.api.models.Post({ id: 1, author: 3 }).getAuthorUser().done((found: any) => (user = found));
		await page.idle();
		expect([user.greet(), user.get('parsed'), user.get('name')]).toEqual(['Hello', true, 'Edith']);
	});
});
