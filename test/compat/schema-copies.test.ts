/**
 * Rows 5 to 7 of docs/differences-from-core.md come in, schemas that are kept from an earlier page or printed into this one; that ours does better
 * goes out, row by row.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { mends } from './mends.ts';
import { copyKeys, GET_SCHEMA, openPage, schemaKey } from './page.ts';
import { ok } from './server.ts';

const index = await readIndex('6.7', { namespace: 'wp/v2' });
const { '/wp/v2/books': _list, '/wp/v2/books/(?P<id>[\\d]+)': _item, ...booklessRoutes } = index.routes;

describe('rows 5 to 7: copies that are no schema, or an old one', () => {
	const copies: [string, string, string][] = [
		['row 5', 'is broken JSON', '{bad'],
		['row 5', 'is cut off', JSON.stringify(index).slice(0, 1000)],
		['row 7', 'is an error object', '{"code":"rest_no_route","message":"No.","data":{"status":404}}'],
		['row 7', 'is empty', '{}'],
		['row 7', 'has no routes', '{"namespace":"wp/v2","routes":{}}'],
		['row 7', 'has a list of routes', '{"namespace":"wp/v2","routes":[]}'],
		['row 7', 'is null', 'null'],
	];
	for (const [row, what, copy] of copies) {
		mends(`${row}: a copy that ${what} is not used, and the server asked`, async (open) => {
			const page = open({
				before: (window) => {
					for (const key of Object.values(copyKeys)) window.sessionStorage.setItem(key, copy);
				},
				answers: { [GET_SCHEMA]: ok(index) },
			});
			await page.idle();
			expect(page.api.loadPromise.state()).toBe('resolved');
			expect(page.api.models.Books).toBeTypeOf('function');
			const kept = page.window.sessionStorage.getItem(copyKeys.ours);
			const next = open({ before: (window) => window.sessionStorage.setItem(copyKeys.ours, kept) });
			expect(next.api.endpoints.at(0).get('schema').routes).toEqual(index.routes);
		});
	}

	for (const [what, schema] of Object.entries({
		empty: {},
		'an error object': { code: 'rest_no_route' },
		'without routes': { routes: {} },
	})) {
		mends(`row 7: a localized schema that is ${what} is not believed`, async (open) => {
			const page = open({ schema, answers: { [GET_SCHEMA]: ok(index) } });
			await page.idle();
			expect(page.api.loadPromise.state()).toBe('resolved');
			expect(page.api.models.Books).toBeTypeOf('function');
		});
	}

	mends('row 6: a type that was registered after the copy was made is there soon', async (open) => {
		const page = open({
			before: (window) =>
				window.sessionStorage.setItem(schemaKey, JSON.stringify({ ...index, routes: booklessRoutes })),
			answers: { [GET_SCHEMA]: ok(index) },
		});
		const { Post } = page.api.models;
		await page.idle();
		expect(page.api.models.Books).toBeTypeOf('function');
		expect(page.api.models.Post).toBe(Post);
	});

	mends('row 6: the copy can be thrown away', async (open) => {
		const page = open({ answers: { [GET_SCHEMA]: ok(index) } });
		await page.idle();
		expect(page.window.sessionStorage.length).toBe(1);
		page.api.clearSchemaCache();
		expect(page.window.sessionStorage.length).toBe(0);
	});
});

it('row 6: a copy that is used is renewed once, not with every page', async () => {
	const first = openPage({ answers: { [GET_SCHEMA]: ok(index) } });
	await first.idle();
	const copy = first.window.sessionStorage.getItem(copyKeys.ours);
	const second = openPage({
		before: (window) => window.sessionStorage.setItem(copyKeys.ours, copy),
		answers: { [GET_SCHEMA]: ok(index) },
	});
	await second.idle();
	expect(second.requests).toEqual([]);
});

it('the copy has at most a third of the characters of core’s', async () => {
	const page = openPage({ answers: { [GET_SCHEMA]: ok(index) } });
	await page.idle();
	const copy: string = page.window.sessionStorage.getItem(copyKeys.ours);
	expect(copy.length / JSON.stringify(index).length).toBeLessThan(1 / 3);
});

it('the copy of an index with 2,000 routes fits, and serves', async () => {
	const list = index.routes['/wp/v2/posts']!;
	const item = index.routes['/wp/v2/posts/(?P<id>[\\d]+)']!;
	const routes = { ...index.routes };
	for (let i = 0; Object.keys(routes).length < 2000; i++) {
		routes[`/wp/v2/kind-${i}`] = list;
		routes[`/wp/v2/kind-${i}/(?P<id>[\\d]+)`] = item;
	}
	const first = openPage({ answers: { [GET_SCHEMA]: ok({ ...index, routes }) } });
	await first.idle();
	const copy: string = first.window.sessionStorage.getItem(copyKeys.ours);
	const second = openPage({
		before: (window) => window.sessionStorage.setItem(copyKeys.ours, copy),
		answers: { [GET_SCHEMA]: ok(index) },
	});
	expect(new second.api.models['Kind-7']({ id: 1 }).url()).toMatch(/kind-7\/1$/);
	await second.idle();
	expect(second.requests).toEqual([]);
});

it('core’s copy is used where there is no other one, and left alone', async () => {
	const core = JSON.stringify(index);
	const page = openPage({
		before: (window) => window.sessionStorage.setItem(schemaKey, core),
		answers: { [GET_SCHEMA]: ok(index) },
	});
	expect(page.api.loadPromise.state()).toBe('resolved');
	await page.idle();
	expect(page.window.sessionStorage.getItem(schemaKey)).toBe(core);
});

it('row 6: where it cannot be renewed, the copy serves', async () => {
	const page = openPage({
		before: (window) => window.sessionStorage.setItem(schemaKey, JSON.stringify(index)),
	});
	await page.idle();
	expect(page.api.loadPromise.state()).toBe('resolved');
	expect(new page.api.models.Books({ id: 1 }).url()).toMatch(/books\/1$/);
});
