/**
 * Rows 1 to 4 and 8 to 13 of docs/differences-from-core.md come in, start-up and settings; that ours does better goes out, row by row.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { mends } from './mends.ts';
import { GET_SCHEMA, openPage, type Page } from './page.ts';
import { schemaOf } from './schemas.ts';
import { fails, ok, type Answer } from './server.ts';

const index = await readIndex('6.7', { namespace: 'wp/v2' });

/** How the promise of a page stands, and what for. */
function outcome({ api }: Page): { state: string; reason: any } {
	let reason: any;
	api.loadPromise.fail((...args: unknown[]) => (reason = args[0]));
	return { state: api.loadPromise.state(), reason };
}

describe('row 1: a schema that cannot be had rejects loadPromise', () => {
	const answers: [string, Answer][] = [
		['a server error', fails(500, 'internal_server_error')],
		['not logged in', fails(401, 'rest_not_logged_in')],
		['forbidden', fails(403, 'rest_cookie_invalid_nonce_like')],
		['no connection', { status: 0, body: '' }],
		['a page instead of JSON', ok('<!doctype html><p>Hello')],
		['JSON that is cut off', ok(JSON.stringify(index).slice(0, 500))],
		['an object without routes', ok({})],
		['an error object with a good status', ok({ code: 'rest_no_route', message: 'No.', data: null })],
	];
	for (const [what, answer] of answers) {
		mends(`row 1: ${what}`, async (open) => {
			// Ours asks again where the connection is gone, after a while: not here.
			const page = open({ answers: { [GET_SCHEMA]: answer }, settings: { retry: 0 } });
			expect(page.api.loadPromise.state()).toBe('pending');
			await page.idle();
			expect(outcome(page).state).toBe('rejected');
			expect(outcome(page).reason).toMatchObject({ code: expect.any(String), message: expect.any(String) });
			expect(page.errors).toEqual([]);
		});
	}

	mends("row 1: PHP's notice before the JSON is read past, or rejects: it does not hang", async (open) => {
		const answer = ok(`<br /><b>Notice</b>: oh${JSON.stringify(index)}`);
		const page = open({ answers: { [GET_SCHEMA]: answer } });
		await page.idle();
		const { state } = outcome(page);
		expect(state).not.toBe('pending');
		expect(Boolean(page.api.models.Books)).toBe(state === 'resolved');
	});

	mends("row 1: the reason has the server's own code and status", async (open) => {
		const page = open({ answers: { [GET_SCHEMA]: fails(401, 'rest_not_logged_in') } });
		await page.idle();
		expect(outcome(page).reason).toMatchObject({ code: 'rest_not_logged_in', status: 401 });
	});
});

describe('row 2: a failure is not kept', () => {
	mends('row 2: init() asks anew', async (open) => {
		const page = open({ answers: { [GET_SCHEMA]: fails(500, 'internal_server_error') } });
		await page.idle();
		page.answers[GET_SCHEMA] = ok(index);
		const again = page.api.init();
		await page.idle();
		expect(again.state()).toBe('resolved');
		expect(new page.api.models.Books({ id: 1 }).url()).toMatch(/books\/1$/);
	});

	mends('row 2: init() takes a schema that is passed to it, at once', async (open) => {
		const page = open({ answers: { [GET_SCHEMA]: fails(500, 'internal_server_error') } });
		await page.idle();
		expect(page.api.init({ schema: index }).state()).toBe('resolved');
		expect(page.api.models.Books).toBeTypeOf('function');
	});
});

mends('row 3: the request for the schema carries the nonce', async (open) => {
	const page = open({ answers: { [GET_SCHEMA]: ok(index) } });
	await page.idle();
	expect(page.requests[0]).toMatchObject({ method: 'GET', headers: { 'x-wp-nonce': 'N1' } });
});

describe('row 4: blocked storage', () => {
	const block = (window: any, broken: object): void =>
		Object.defineProperty(window, 'sessionStorage', { configurable: true, ...broken });
	const refuse = (window: any) => (): never => {
		throw new window.DOMException('Not here.', 'SecurityError');
	};
	const cases: [string, (window: any) => void][] = [
		['row 4: that may not even be named', (window) => block(window, { get: refuse(window) })],
		[
			'row 4: that may not be read',
			(window) => block(window, { value: { getItem: refuse(window), setItem: refuse(window) } }),
		],
	];
	for (const [title, before] of cases) {
		mends(title, async (open) => {
			const page = open({ before, answers: { [GET_SCHEMA]: ok(index) } });
			await page.idle();
			expect(page.api.loadPromise.state()).toBe('resolved');
		});
	}

	it.each(['core', 'ours'] as const)('%s: that is full, or missing, keeps nothing', async (client) => {
		for (const value of [
			{
				getItem: () => null,
				setItem: () => {
					throw new Error('Quota');
				},
			},
			undefined,
		]) {
			const page = openPage({
				client,
				before: (window) => block(window, { value }),
				answers: { [GET_SCHEMA]: ok(index) },
			});
			await page.idle();
			expect(page.api.loadPromise.state()).toBe('resolved');
		}
	});
});

describe('row 8: before the schema', () => {
	mends('row 8: the well-known classes are there, and know their addresses', (open) => {
		const { models, collections } = open({ answers: { [GET_SCHEMA]: 'held' } }).api;
		expect(new models.Post({ id: 1 }).url()).toBe('http://wp.test/wp-json/wp/v2/posts/1');
		expect(new collections.Posts().url()).toBe('http://wp.test/wp-json/wp/v2/posts');
		expect(new collections.Posts([{ id: 1 }]).at(0)).toBeInstanceOf(models.Post);
		expect(new collections.PostRevisions(null, { parent: 3 }).url()).toBe(
			'http://wp.test/wp-json/wp/v2/posts/3/revisions',
		);
		for (const name of [
			'Page',
			'Media',
			'User',
			'UsersMe',
			'Comment',
			'Category',
			'Tag',
			'Settings',
			'Type',
			'Taxonomy',
			'Status',
		]) {
			expect(models[name], name).toBeTypeOf('function');
		}
	});

	mends('row 8: the schema completes the same classes', async (open) => {
		const page = open({ answers: { [GET_SCHEMA]: 'held' } });
		const { Post, User } = page.api.models;
		const early = new Post({ id: 1 });
		page.requests[0]!.reply(ok(index));
		await page.idle();
		expect([page.api.models.Post, page.api.models.User]).toEqual([Post, User]);
		expect(early).toBeInstanceOf(page.api.models.Post);
		expect(Object.keys(early.args)).toContain('excerpt');
	});
});

describe('row 9: a mapping of the page', () => {
	const addresses = { books: new Map([['Book', 'books/1']]) };
	const settings = [{ models: { Books: 'Book' }, collections: {} }, { models: { Books: 'Book' } }];
	for (const mapping of settings) {
		mends(`row 9: ${JSON.stringify(mapping)} is merged with the default one`, (open) => {
			const { api } = open({ schema: index, settings: { mapping } });
			for (const [name, address] of [
				...addresses.books,
				['Post', 'posts/1'],
				['Category', 'categories/1'],
			] as const) {
				expect(new api.models[name]({ id: 1 }).url()).toBe(`http://wp.test/wp-json/wp/v2/${address}`);
			}
			expect(new api.collections.Books([{ id: 1 }]).at(0).name).toBe('Book');
			expect(new api.collections.PostRevisions(null, { parent: 1 }).url()).toMatch('posts/1/revisions');
		});
	}

	mends('row 9: collections alone are mapped, too', (open) => {
		const { api } = open({ schema: index, settings: { mapping: { collections: { Books: 'Library' } } } });
		expect(new api.collections.Library().url()).toBe('http://wp.test/wp-json/wp/v2/books');
		expect(api.models.Post).toBeTypeOf('function');
	});
});

describe('rows 10 and 11: the address', () => {
	const base = 'http://wp.test/wp-json/wp/v2/';
	for (const settings of [
		{ root: 'http://wp.test/wp-json' },
		{ versionString: 'wp/v2' },
		{ versionString: '/wp/v2/' },
		{ root: undefined },
	]) {
		mends(`row 10: ${JSON.stringify(settings)} is read as it is meant`, async (open) => {
			const page = open({ settings, answers: { [GET_SCHEMA]: ok(index) } });
			await page.idle();
			expect(page.requests[0]!.url).toBe(base);
			expect(new page.api.models.Post({ id: 1 }).url()).toBe(`${base}posts/1`);
		});
	}

	mends('row 10: a namespace needs no slash, and is no class itself', async (open) => {
		const shop = schemaOf('wc/v3', { '/products': 'GET POST', '/products/(?P<id>[\\d]+)': 'GET PUT' });
		const page = open({ schema: index, answers: { 'GET wc/v3/': ok(shop) } });
		page.api.init({ versionString: 'wc/v3' });
		await page.idle();
		expect(new page.api.models.Products({ id: 5 }).url()).toBe('http://wp.test/wp-json/wc/v3/products/5');
		expect(page.api.collections.V3).toBeUndefined();
	});

	mends('row 11: without settings, the link in the head of the page has it', async (open) => {
		const page = open({
			url: 'http://wp.test/blog/',
			settings: null,
			before: ({ document }) => {
				document.head.innerHTML += '<link rel="https://api.w.org/" href="http://wp.test/blog/wp-json/" />';
			},
		});
		await page.idle();
		expect(page.requests[0]!.url).toBe('http://wp.test/blog/wp-json/wp/v2/');
	});
});

describe('rows 12 and 13: what is on the page already', () => {
	mends('row 12: a half-made wp.api is completed', (open) => {
		const { api } = open({ schema: index, before: (window) => (window.wp = { api: { mine: 1 } }) });
		expect(api).toMatchObject({ mine: 1, versionString: 'wp/v2/' });
		expect(new api.models.Post({ id: 1 }).url()).toMatch('posts/1');
	});

	mends('row 13: loaded twice, the classes in use stay', (open) => {
		const page = open({ schema: index });
		const { models, collections, endpoints, loadPromise } = page.api;
		const [{ Post }, { Posts }] = [models, collections];
		page.load();
		expect(page.api.models.Post).toBe(Post);
		expect(page.api.collections.Posts).toBe(Posts);
		expect(page.api.endpoints).toBe(endpoints);
		expect(page.api.endpoints.length).toBe(1);
		expect(page.api.loadPromise).toBe(loadPromise);
	});
});
