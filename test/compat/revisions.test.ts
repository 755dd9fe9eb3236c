/**
 * Rows 53 and 54 of docs/differences-from-core.md come in, revisions and autosaves; that ours finds and reads them goes out.
 *
 * @vitest-environment node
 */
import { describe, expect } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { mends } from './mends.ts';
import { ok } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const version = { id: 9, author: 3, parent: 2, date: '2024-05-04T08:00:00', meta: { a: 1 } };

describe('row 53: a version has the helpers of what it is a version of', () => {
	const calls: [string, (revision: any) => unknown, unknown][] = [
		['getDate()', (revision) => revision.getDate().getTime(), Date.UTC(2024, 4, 4, 8)],
		['getMeta()', (revision) => revision.getMeta('a'), 1],
	];
	for (const [method, call, expected] of calls) {
		mends(`row 53: ${method}`, (open) => {
			const { collections } = open({ schema }).api;
			for (const name of ['PostRevisions', 'PostsAutosaves']) {
				expect(call(new collections[name]([version], { parent: 2 }).at(0))).toBe(expected);
			}
		});
	}

	mends('row 53: getAuthorUser()', async (open) => {
		const page = open({ schema, answers: { 'GET users/3': ok({ id: 3, name: 'Edith' }) } });
		const revision = new page.api.collections.PostRevisions([version], { parent: 2 }).at(0);
		let name: unknown;
		revision.getAuthorUser().done((user: any) => (name = user.get('name')));
		await page.idle();
		expect(name).toBe('Edith');
	});
});

describe('row 54: getRevisions() asks below the item itself', () => {
	for (const [name, path] of [
		['Page', 'pages/2/revisions'],
		['Books', 'books/2/revisions'],
		['Blocks', 'blocks/2/revisions'],
	] as const) {
		mends(`row 54: of ${name}`, async (open) => {
			const page = open({ schema, answers: { [`GET ${path}`]: ok([version]) } });
			let found: any;
			new page.api.models[name]({ id: 2 }).getRevisions().done((list: any) => (found = list));
			await page.idle();
			expect(page.requests.map((request) => request.path)).toEqual([path]);
			expect(found.pluck('id')).toEqual([9]);
			expect(found.at(0).url()).toBe(`http://wp.test/wp-json/wp/v2/${path}/9`);
		});
	}
});
