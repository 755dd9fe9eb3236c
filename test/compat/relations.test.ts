/**
 * Rows 52, 58, 61 to 64 and 67 of docs/differences-from-core.md come in, helpers and what they share; that ours does better goes out, row by row.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { mends } from './mends.ts';
import { openPage } from './page.ts';
import { fails, listed, ok } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });

describe('row 52: dates', () => {
	for (const [what, attributes] of Object.entries({
		'a field that is not there': {},
		'no date': { date: null },
	})) {
		it(`row 52: ${what} is no Date`, () => {
			const { Post } = openPage({ schema }).api.models;
			expect(new Post(attributes).getDate()).toBeFalsy();
		});
	}

	mends('row 52: what is not there and what is null is answered in one way', (open) => {
		const { Post } = open({ schema }).api.models;
		expect(new Post().getDate()).toBe(new Post({ date: null }).getDate());
	});

	mends('row 52: the names of the documentation are taken', (open) => {
		const { Post } = open({ schema }).api.models;
		const post = new Post({ modified: '2024-05-04T08:00:00', modified_gmt: '2024-05-04T06:00:00' });
		expect(post.getDate('date_modified').getTime()).toBe(post.getDate('modified').getTime());
		expect(post.getDate('date_modified_gmt').getTime()).toBe(post.getDate('modified_gmt').getTime());
	});

	for (const date of ['2024-05-04T08:00:00Z', Date.UTC(2024, 4, 4, 8)]) {
		mends(`row 52: setDate takes ${JSON.stringify(date)}`, (open) => {
			const post = new (open({ schema }).api.models.Post)();
			post.setDate(date);
			expect(post.getDate().getTime()).toBe(Date.UTC(2024, 4, 4, 8));
		});
	}
});

describe('row 58: setting terms', () => {
	const answers = {
		'GET tags': listed([
			{ id: 3, slug: 'harbour' },
			{ id: 4, slug: 'lamps' },
		]),
		'PUT posts/1': ok({ id: 1 }),
		'PATCH posts/1': ok({ id: 1 }),
		'POST posts/1': ok({ id: 1 }),
	};
	const sent = (page: { requests: { method: string; body: any }[] }): unknown =>
		page.requests.find(({ method }) => method !== 'GET')?.body.tags;

	const given: [string, (api: any) => unknown][] = [
		['ids', () => [3, 4]],
		['slugs', () => ['harbour', 'lamps']],
		[
			'models',
			({ models }) => [new models.Tag({ id: 3, slug: 'harbour' }), new models.Tag({ id: 4, slug: 'lamps' })],
		],
	];
	for (const [what, tags] of given) {
		mends(`row 58: ${what} are taken, and a promise given`, async (open) => {
			const page = open({ schema, answers });
			const set = new page.api.models.Post({ id: 1 }).setTags(tags(page.api));
			await page.idle();
			expect(sent(page)).toEqual([3, 4]);
			expect(set.state()).toBe('resolved');
		});
	}

	it('row 58: a collection is taken, and a promise given', async () => {
		const page = openPage({ schema, answers });
		const tags = new page.api.collections.Tags([{ id: 3 }, { id: 4 }]);
		const set = new page.api.models.Post({ id: 1 }).setTags(tags);
		await page.idle();
		expect([sent(page), set.state()]).toEqual([[3, 4], 'resolved']);
	});

	mends('row 58: a failure is told', async (open) => {
		const page = open({ schema, answers: { ...answers, 'GET tags': fails(403, 'rest_forbidden') } });
		let failed = 0;
		new page.api.models.Post({ id: 1 }).setTags(['harbour']).fail(() => failed++);
		await page.idle();
		expect([failed, sent(page)]).toEqual([1, undefined]);
	});
});

describe('rows 61 and 62: meta', () => {
	for (const [method, args] of [
		['setMeta', ['a', 2]],
		['setMetas', [{ a: 2 }]],
	] as const) {
		mends(`row 61: ${method}() is a change`, (open) => {
			const post = new (open({ schema }).api.models.Post)({ id: 1, meta: { a: 1, b: 1 } });
			const clone = post.clone();
			const events: string[] = [];
			post.on('all', (event: string) => events.push(event));
			post[method](...args);
			expect(events).toEqual(['change:meta', 'change']);
			expect(post.hasChanged('meta')).toBe(true);
			expect([post.previous('meta'), post.get('meta')]).toEqual([
				{ a: 1, b: 1 },
				{ a: 2, b: 1 },
			]);
			expect(clone.get('meta')).toEqual({ a: 1, b: 1 });
		});
	}

	mends('row 62: before anything was read there is none', (open) => {
		const post = new (open({ schema }).api.models.Post)();
		expect(post.getMeta('a')).toBeUndefined();
		post.setMeta('a', 1);
		post.setMetas({ b: 2 });
		expect(post.get('meta')).toEqual({ a: 1, b: 2 });
	});

	mends("row 62: PHP's empty list is an object", (open) => {
		const page = open({ schema });
		const post = new page.api.models.Post({ id: 1, meta: [] });
		post.setMeta('a', 1);
		post.save();
		expect(page.requests[0]!.body.meta).toEqual({ a: 1 });
	});
});

describe('row 63: related items', () => {
	mends('row 63: a string is an id', async (open) => {
		const page = open({ schema, answers: { 'GET posts/5/revisions': ok([{ id: 6 }]) } });
		const promise = new page.api.models.Post({ id: '5' }).getRevisions();
		await page.idle();
		expect(promise.state()).toBe('resolved');
	});

	const none: [string, (post: any) => any][] = [
		['getFeaturedMedia', (post) => post.getFeaturedMedia()],
		['getRevisions', (post) => post.getRevisions()],
	];
	for (const [method, call] of none) {
		mends(`row 63: ${method}() rejects with a reason where there is none`, async (open) => {
			const page = open({ schema });
			const reasons: any[] = [];
			call(new page.api.models.Post({ featured_media: 0 })).fail((reason: any) => reasons.push(reason));
			await page.idle();
			expect(reasons).toMatchObject([{ code: expect.any(String) }]);
		});

		mends(`row 63: nobody else can settle what ${method}() gives`, (open) => {
			const promise = call(new (open({ schema }).api.models.Post)({ featured_media: 0 }));
			promise.fail(() => undefined);
			expect(promise.resolve).toBeUndefined();
		});
	}
});

mends('row 64: with lodash as `_`, embedded items are found', async (open) => {
	const page = open({ schema, libraries: 'lodash' });
	const post = new page.api.models.Post({
		id: 1,
		author: 3,
		_embedded: { author: [{ id: 3, name: 'Edith' }] },
	});
	let name: unknown;
	post.getAuthorUser().done((user: any) => (name = user.get('name')));
	await page.idle();
	expect(name).toBe('Edith');
});

describe('row 67: arguments', () => {
	mends("row 67: are the class's own, not the schema's", (open) => {
		const page = open({ schema });
		const { args, options } = page.api.collections.Posts.prototype;
		const described = page.window.wpApiSettings.schema.routes['/wp/v2/posts'].endpoints;
		expect(Object.keys(args)).toContain('title');
		for (const { args: own } of described) expect([args, options]).not.toContain(own);
	});

	mends('row 67: of one endpoint do not leak into the description of another', (open) => {
		const page = open({ schema });
		page.api.utils.decorateFromRoute([{ methods: ['POST'], args: { mine: {} } }], page.api.models.Post);
		const described = page.window.wpApiSettings.schema.routes['/wp/v2/posts/(?P<id>[\\d]+)'].endpoints;
		expect(Object.keys(page.api.models.Post.prototype.args)).toContain('mine');
		expect(described.flatMap(({ args }: any) => Object.keys(args))).not.toContain('mine');
	});
});
