/** Items come in, with relations embedded, partly embedded, or to be loaded; models and lists of the right class go out. */
import { describe, expect, it } from 'vitest';
import { embeddedItems, listOf, relatedModel } from '../../src/relations/related.ts';
import { fails, fakeSite, listed, ok } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

const site = fakeSite();
const post = (attributes: object, api: any = open()): any => new api.models.Post({ id: 1, ...attributes });

describe('embeddedItems()', () => {
	it.each<[string, unknown, number[]]>([
		['none', undefined, []],
		['null', null, []],
		['PHP’s empty list', [], []],
		['another relation', { up: [{ id: 1 }] }, []],
		['one', { author: [{ id: 3 }] }, [3]],
		['a list a taxonomy', { author: [[{ id: 3 }, { id: 4 }], [], [{ id: 5 }]] }, [3, 4, 5]],
		['errors and holes', { author: [{ code: 'no' }, null, false, { id: 3 }] }, [3]],
	])('of %s', (_what, _embedded, ids) => {
		expect(embeddedItems(post({ _embedded }), 'author').map(({ id }) => id)).toEqual(ids);
	});
});

describe('relatedModel()', () => {
	const author = (item: any): any => relatedModel(item, 'author', '/wp/v2/users/{}', 'author');

	it('settles at once where it is embedded, as in core', () => {
		expect(author(post({ author: 3, _embedded: { author: [{ id: 3 }] } })).state()).toBe('resolved');
	});

	it('is loaded where what is embedded is somebody else, by then', async () => {
		site.answers = { 'GET users/4': ok({ id: 4 }) };
		const item = post({ author: 3, _embedded: { author: [{ id: 3 }] } });
		item.set('author', 4);
		expect((await author(item)).id).toBe(4);
	});

	it('knows what the server said of it: nothing is unsaved', async () => {
		site.answers = { 'GET users/4': ok({ id: 4, name: 'Ann' }) };
		for (const item of [post({ author: 3, _embedded: { author: [{ id: 3 }] } }), post({ author: 4 })])
			expect((await author(item)).hasUnsavedChanges()).toBe(false);
	});

	it.each([0, '0', '', null, undefined, NaN, 'ann', {}])('of %j there is none', async (id) => {
		const { state, args } = await ending(author(post({ author: id })));
		expect([state, args[0].code]).toEqual(['rejected', 'not_related']);
		expect(site.asked).toEqual([]);
	});

	it('of a class that the site has not there is none', async () => {
		const { args } = await ending(relatedModel(post({ author: 3 }), 'author', '/wp/v2/nobody/{}', 'author'));
		expect(args[0].code).toBe('not_related');
	});

	it('rejects with what a class of the page’s own throws', async () => {
		const api = open();
		api.models.User = api.models.User.extend({
			initialize() {
				throw new TypeError('Mine');
			},
		});
		const { state, args } = await ending(
			author(post({ author: 3, _embedded: { author: [{ id: 3 }] } }, api)),
		);
		expect([state, args[0].message]).toEqual(['rejected', 'Mine']);
	});
});

describe('listOf()', () => {
	const comments = (item: any, options?: any): any => listOf(item, '/wp/v2/comments', 'post', options);

	it('is all of them, with the caller’s query, which stays as it is', async () => {
		site.answers = { 'GET comments': listed([{ id: 2 }]) };
		const options = Object.freeze({ data: Object.freeze({ order: 'asc' }) });
		await comments(post({}), options);
		expect(site.lines()).toEqual(['GET comments?per_page=100&post=1&order=asc']);
	});

	it.each(['', 'order=asc', new URLSearchParams('order=asc')])('takes a query as text: %s', async (data) => {
		site.answers = { 'GET comments': listed([{ id: 2 }]) };
		await comments(post({}), { data });
		expect(site.asked[0]!.query.get('post')).toBe('1');
		expect(site.asked[0]!.query.get('order')).toBe(String(data) ? 'asc' : null);
	});

	it('gives callbacks the list', async () => {
		site.answers = { 'GET comments': listed([{ id: 2 }]) };
		const seen: unknown[] = [];
		const list = await comments(post({}), { success: (found: unknown) => seen.push(found) });
		expect(seen).toEqual([list]);
	});

	it('rejects where a page of it fails', async () => {
		site.answers = { 'GET comments': [listed([{ id: 2 }], 2, 2), fails(500, 'oh')] };
		const { state, args } = await ending(comments(post({})));
		expect([state, args[0].code]).toEqual(['rejected', 'oh']);
	});
});
