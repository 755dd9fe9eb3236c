/**
 * Rows 39 to 49, 65, 66 and 79 of docs/differences-from-core.md come in, as far as scripted answers can show them: reading, saving, deleting; that
 * ours does better goes out, row by row. The others need a server: `test/wordpress/`.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { mends } from './mends.ts';
import { openPage, type PageOptions } from './page.ts';
import { withRoutes } from './schemas.ts';
import { listed, ok } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });

/** A post as WordPress answers with it. */
const stored = {
	id: 1,
	title: { rendered: 'Old' },
	slug: 'old',
	date_gmt: null,
	_links: { self: [] },
	_embedded: { author: [] },
};

const site = (more: PageOptions = {}): PageOptions => ({
	schema,
	answers: {
		'GET posts/1': ok(stored),
		'PUT posts/1': ({ body }) => ok({ ...stored, ...body }),
		'PATCH posts/1': ({ body }) => ok({ ...stored, ...body }),
		'GET posts': listed([stored]),
	},
	...more,
});

describe('row 39: the callback `complete`', () => {
	mends('row 39: of a model is called', async (open) => {
		const page = open(site());
		const seen: unknown[] = [];
		new page.api.models.Post({ id: 1 }).fetch({
			complete: (xhr: any, status: string) => seen.push(xhr.status, status),
		});
		await page.idle();
		expect(seen).toEqual([200, 'success']);
	});

	mends('row 39: of a collection is called', async (open) => {
		const page = open(site());
		const seen: unknown[] = [];
		new page.api.collections.Posts().fetch({ complete: (_xhr: any, status: string) => seen.push(status) });
		await page.idle();
		expect(seen).toEqual(['success']);
	});
});

mends('row 42: save( key, value, options ) has its options', async (open) => {
	const page = open(site());
	const seen: unknown[] = [];
	new page.api.models.Post({ id: 1 }).save('title', 'New', {
		patch: true,
		success: () => seen.push('success'),
	});
	await page.idle();
	expect(page.requests[0]).toMatchObject({ method: 'PATCH', body: { title: 'New' } });
	expect(seen).toEqual(['success']);
});

describe('row 43: what a route cannot', () => {
	for (const action of ['save', 'destroy']) {
		mends(`row 43: ${action}() returns false still, but says why`, (open) => {
			const { models } = open(site()).api;
			const type = new models.Type({ id: 'post', slug: 'post' });
			const reasons: any[] = [];
			type.on('invalid', (...args: any[]) => reasons.push(args[1]));
			expect(type[action]()).toBe(false);
			expect(reasons).toMatchObject([{ code: expect.any(String), message: expect.any(String) }]);
		});
	}
});

describe('row 44: the method is one that the route has', () => {
	const odd = withRoutes(schema, {
		'/postcards/(?P<id>\\d+)': 'GET POST',
		'/patches/(?P<id>\\d+)': 'GET PATCH',
	});
	const cases: [string, object, string][] = [
		['Postcards', {}, 'POST'],
		['Patches', { patch: true }, 'PATCH'],
		['Patches', {}, 'PATCH'],
	];
	for (const [name, options, method] of cases) {
		mends(`row 44: ${name}, saved with ${JSON.stringify(options)}, by ${method}`, (open) => {
			const page = open({ schema: odd });
			new page.api.models[name]({ id: 5 }).save({ text: 'x' }, options);
			expect(page.requests).toMatchObject([{ method, path: `${name.toLowerCase()}/5`, body: { text: 'x' } }]);
		});
	}
});

describe('rows 46 and 47: slugs and dates that are empty', () => {
	mends('row 46: reading changes nothing before the answer', (open) => {
		const page = open(site());
		const post = new page.api.models.Post({ id: 1, slug: '', date_gmt: null });
		const events: string[] = [];
		post.on('all', (event: string) => events.push(event));
		post.fetch();
		expect(events).toEqual(['request']);
		expect(post.attributes).toEqual({ id: 1, slug: '', date_gmt: null });
	});

	mends('row 46: nor does saving; they are only left out of what is sent', (open) => {
		const page = open(site());
		const post = new page.api.models.Post({ title: 'x', slug: '', date_gmt: null });
		post.save();
		expect(post.attributes).toEqual({ title: 'x', slug: '', date_gmt: null });
		expect(page.requests[0]!.body).toEqual({ title: 'x' });
	});

	mends('row 47: a slug is reset by an empty one', (open) => {
		const page = open(site());
		new page.api.models.Post({ id: 1, slug: 'old' }).save({ slug: '' });
		expect(page.requests[0]!.body).toMatchObject({ slug: '' });
	});

	mends('row 47: a number is a slug', (open) => {
		const page = open(site());
		new page.api.models.Post({ title: 'x', slug: 2024 }).save();
		expect(page.requests[0]!.body).toMatchObject({ slug: 2024 });
	});
});

mends('row 48: links and embedded items are not sent back', async (open) => {
	const page = open(site());
	const post = new page.api.models.Post({ id: 1 });
	post.fetch();
	await page.idle();
	post.save({ title: 'New' });
	expect(page.requests[1]!.body).toMatchObject({ id: 1, title: 'New', slug: 'old' });
	expect(Object.keys(page.requests[1]!.body).filter((key) => key.startsWith('_'))).toEqual([]);
	expect(post.get('_links')).toEqual({ self: [] });
});

describe('row 49: reading one item without its id', () => {
	it.each(['core', 'ours'] as const)('row 49: %s: without a slug reads the list into it', async (client) => {
		const page = openPage({ client, ...site() });
		const post = new page.api.models.Post();
		const lists: any[] = [];
		post.fetch().done((list: any) => lists.push(list));
		await page.idle();
		expect(lists[0][0]).toMatchObject({ id: 1 });
		expect(post.attributes).toEqual({ ...lists[0] });
	});

	mends('row 49: takes the one of that slug', async (open) => {
		const page = open(site());
		const post = new page.api.models.Post({ slug: 'old' });
		post.fetch();
		await page.idle();
		expect(page.requests[0]).toMatchObject({ method: 'GET', path: 'posts' });
		expect(page.requests[0]!.query.get('slug')).toBe('old');
		expect(post.attributes).toMatchObject({ id: 1, slug: 'old', title: { rendered: 'Old' } });
	});
});

describe('row 65: `this` in beforeSend', () => {
	it.each(['core', 'ours'] as const)('%s: is the settings of the request, of a model', (client) => {
		const page = openPage({ client, ...site() });
		let url = '';
		new page.api.models.Post({ id: 1 }).fetch({
			beforeSend(this: any) {
				url = this.url;
			},
		});
		expect(url).toMatch(/posts\/1$/);
	});

	mends('row 65: is the settings of the request, of a collection', (open) => {
		const page = open(site());
		let url: unknown;
		new page.api.collections.Posts().fetch({
			beforeSend(this: any) {
				url = this.url;
			},
		});
		expect(url).toMatch(/posts$/);
	});

	it.each(['core', 'ours'] as const)('%s: a request that beforeSend refuses is not sent', (client) => {
		const page = openPage({ client, ...site() });
		const xhr = new page.api.collections.Posts().fetch({ beforeSend: () => false });
		expect(page.requests).toEqual([]);
		expect(xhr.state()).toBe('rejected');
	});
});

describe('row 66: subclasses delete as their route does', () => {
	mends('row 66: a page by another name goes to the trash', (open) => {
		const page = open(site());
		const Own = page.api.models.Page.extend({ name: 'OwnPage' });
		new Own({ id: 2 }).destroy();
		expect(page.requests[0]).toMatchObject({ method: 'DELETE', path: 'pages/2' });
		expect(page.requests[0]!.query.has('force')).toBe(false);
	});

	mends('row 66: a category with its own initialize is forced', (open) => {
		const page = open(site());
		const Own = page.api.models.Category.extend({ initialize: () => undefined });
		new Own({ id: 2 }).destroy();
		expect(page.requests[0]!.query.get('force')).toBe('true');
	});
});

mends('row 79: an empty list of ids asks for nothing', async (open) => {
	const page = open(site());
	const posts = new page.api.collections.Posts([{ id: 9 }]);
	let answer: unknown;
	posts.fetch({ data: { include: [] } }).done((items: unknown) => (answer = items));
	await page.idle();
	expect(page.requests).toEqual([]);
	expect([answer, posts.length]).toEqual([[], 0]);
});
