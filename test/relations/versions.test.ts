/** Items come in; a promise of the list of their other versions goes out, in which an autosave can be made. */
import { describe, expect, it } from 'vitest';
import { fails, fakeSite, listed, ok } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

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

	it('row 85: each knows its parent, also where the answer came without, and nothing of it is unsaved', async () => {
		site.answers = { 'GET posts/1/revisions': listed([{ id: 8 }, { id: 9, parent: 1 }]) };
		const changes: unknown[] = [];
		const api = open();
		api.collections.PostRevisions = api.collections.PostRevisions.extend({
			initialize(this: any) {
				this.on('change', () => changes.push('change'));
			},
		});
		const revisions = await new api.models.Post({ id: 1 }).getRevisions({ data: { _fields: 'id' } });
		expect(revisions.pluck('parent')).toEqual([1, 1]);
		expect(revisions.map((revision: any) => revision.url())).toEqual(
			[8, 9].map((id) => `${location.origin}/wp-json/wp/v2/posts/1/revisions/${id}`),
		);
		expect([revisions.at(0).hasUnsavedChanges(), changes]).toEqual([false, []]);
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

describe('getRevisions() of its own query', () => {
	it('asks for what the caller asks for, by one request', async () => {
		site.answers = { 'GET posts/1/revisions': listed([{ id: 8 }], 9, 9) };
		const data = Object.freeze({ per_page: 1, orderby: 'id' });
		const revisions = await new (open().models.Post)({ id: 1 }).getRevisions({ data });
		expect(site.lines()).toEqual(['GET posts/1/revisions?per_page=1&orderby=id']);
		expect(revisions.hasMore()).toBe(true);
	});

	it('gives items that know whose they are', async () => {
		site.answers = { 'GET posts/1/revisions': listed([{ id: 8 }]), 'GET posts/1/revisions/8': ok({ id: 8 }) };
		const revisions = await new (open().models.Post)({ id: 1 }).getRevisions();
		await revisions.at(0).fetch();
		expect(site.lines().at(-1)).toBe('GET posts/1/revisions/8');
	});
});

describe('row 23: getAutosaves()', () => {
	it('row 23: are a list, in which one can be made', async () => {
		site.answers = {
			'GET posts/1/autosaves': listed([{ id: 8, parent: 1 }]),
			'POST posts/1/autosaves': ok({ id: 9, parent: 1 }),
		};
		const api = open();
		const autosaves = await new api.models.Post({ id: 1 }).getAutosaves();
		expect(autosaves).toBeInstanceOf(api.collections.PostsAutosaves);
		const made = autosaves.create({ title: 'T' });
		await site.idle();
		expect([made.id, autosaves.pluck('id')]).toEqual([9, [8, 9]]);
		expect(site.lines()).toEqual(['GET posts/1/autosaves', 'POST posts/1/autosaves']);
		expect(site.asked[1]!.body).toEqual({ title: 'T' });
	});

	it('takes the caller’s query', async () => {
		site.answers = { 'GET posts/1/autosaves': listed([{ id: 8 }]) };
		await new (open().models.Post)({ id: 1 }).getAutosaves({ data: { context: 'edit' } });
		expect(site.lines()).toEqual(['GET posts/1/autosaves?context=edit']);
	});

	it('reject for an item that was not saved, and with the reason for one that may not be read', async () => {
		const { Post } = open().models;
		expect((await ending(new Post().getAutosaves())).args[0].code).toBe('not_related');
		site.answers = { 'GET posts/1/autosaves': fails(401, 'rest_cannot_read') };
		expect((await ending(new Post({ id: 1 }).getAutosaves())).args[0].code).toBe('rest_cannot_read');
	});

	it('what has no such route has no such method', () => {
		const { Books, Tag } = open().models;
		expect([Books.prototype.getAutosaves, Tag.prototype.getAutosaves]).toEqual([undefined, undefined]);
	});
});
