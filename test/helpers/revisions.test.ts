/** Items come in; a promise of the list of their earlier versions goes out. */
import { describe, expect, it } from 'vitest';
import { fails, fakeSite, listed } from '../fake-site.ts';
import { ending, open } from '../open.ts';

const site = fakeSite();
const versions = listed([
	{ id: 8, parent: 1 },
	{ id: 9, parent: 1 },
]);

describe('row 54: getRevisions()', () => {
	it.each([
		['Post', 'posts/1/revisions', 'PostRevisions'],
		['Page', 'pages/1/revisions', 'PageRevisions'],
		['Books', 'books/1/revisions', 'BooksRevisions'],
	])('row 54: of a %s are at %s', async (name, path, list) => {
		site.answers = { [`GET ${path}`]: versions };
		const api = open();
		const revisions = await new api.models[name]({ id: 1 }).getRevisions();
		expect(revisions).toBeInstanceOf(api.collections[list]);
		expect(revisions.pluck('id')).toEqual([8, 9]);
		expect(site.lines()).toEqual([`GET ${path}`]);
	});

	it('row 85: nothing is written into them', async () => {
		site.answers = { 'GET posts/1/revisions': versions };
		const revisions = await new (open().models.Post)({ id: 1 }).getRevisions();
		expect(revisions.toJSON()).toEqual([
			{ id: 8, parent: 1 },
			{ id: 9, parent: 1 },
		]);
	});

	it('row 63: the id may be a string', async () => {
		site.answers = { 'GET posts/1/revisions': versions };
		expect(await new (open().models.Post)({ id: '1' }).getRevisions()).toHaveLength(2);
	});

	it('row 63: of an item that was not saved reject, and say why', async () => {
		const { state, args } = await ending(new (open().models.Post)().getRevisions());
		expect([state, args[0].code]).toEqual(['rejected', 'not_related']);
		expect(site.asked).toEqual([]);
	});

	it('that may not be read reject with the reason', async () => {
		site.answers = { 'GET posts/1/revisions': fails(401, 'rest_cannot_read') };
		expect((await ending(new (open().models.Post)({ id: 1 }).getRevisions())).args[0].code).toBe(
			'rest_cannot_read',
		);
	});

	it('what has no such route has no such method', () => {
		expect(open().models.Category.prototype.getRevisions).toBeUndefined();
	});
});
