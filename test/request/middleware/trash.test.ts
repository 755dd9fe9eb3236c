/** What destroy() moves to the trash, what it deletes for good, and what it sends along. */
import Backbone from 'backbone';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/index.ts';
import { ID, ITEM, MUST_FORCE, route, schema, small } from '../../support/fake-schema.ts';
import { fails, fakeSite, ok, ROOT } from '../../support/fake-site.ts';
import { ending, open } from '../../support/open.ts';

const site = fakeSite();
const noTrash = fails(501, 'rest_trash_not_supported');

describe('row 36: destroy()', () => {
	it.each([
		['Post', { id: 1 }, 'posts/1'],
		['Page', { id: 1 }, 'pages/1'],
		['Books', { id: 1 }, 'books/1'],
		['Media', { id: 1 }, 'media/1'],
	])('row 36: moves a %s to the trash', async (name, attributes, path) => {
		site.answers = { [`DELETE ${path}`]: ok({ ...attributes, status: 'trash' }) };
		await new (open().models[name])(attributes).destroy();
		expect(site.lines()).toEqual([`DELETE ${path}`]);
	});

	it.each([
		['Category', { id: 1 }, 'categories/1'],
		['Genres', { id: 1 }, 'genres/1'],
		['User', { id: 1 }, 'users/1'],
		['PostRevision', { id: 2, parent: 1 }, 'posts/1/revisions/2'],
	])('deletes a %s, which says that it has no trash, for good', async (name, attributes, path) => {
		site.answers = { [`DELETE ${path}`]: ok({ deleted: true }) };
		await new (open().models[name])(attributes).destroy();
		expect(site.lines()).toEqual([`DELETE ${path}?force=true`]);
	});
});

describe('row 37: what turns out to have no trash', () => {
	const answer = ({ query }: { query: URLSearchParams }) =>
		query.get('force') ? ok({ deleted: true }) : noTrash;

	it('row 37: is deleted for good, and each of its kind is asked for itself', async () => {
		site.answers = { 'DELETE media/1': answer, 'DELETE media/2': answer };
		const { Media } = open().models;
		expect((await ending(new Media({ id: 1 }).destroy())).state).toBe('resolved');
		expect((await ending(new Media({ id: 2 }).destroy())).state).toBe('resolved');
		expect(site.lines()).toEqual([
			'DELETE media/1',
			'DELETE media/1?force=true',
			'DELETE media/2',
			'DELETE media/2?force=true',
		]);
	});

	it.each(['Post', 'Page', 'Comment'])(
		'a %s is kept: its trash was switched off, and so says the error',
		async (name) => {
			const path = `${name.toLowerCase()}s/1`;
			site.answers = { [`DELETE ${path}`]: noTrash };
			const { state, args } = await ending(new (open().models[name])({ id: 1 }).destroy());
			expect([state, args[0].code]).toEqual(['rejected', 'rest_trash_not_supported']);
			expect(site.lines()).toEqual([`DELETE ${path}`]);
		},
	);

	it('is not deleted where the caller has said `force: false`', async () => {
		site.answers = { 'DELETE media/1': noTrash };
		expect((await ending(new (open().models.Media)({ id: 1 }).destroy({ force: false }))).state).toBe(
			'rejected',
		);
		expect(site.lines()).toEqual(['DELETE media/1?force=false']);
	});

	it('is asked once more, not for ever', async () => {
		site.answers = { 'DELETE media/1': noTrash };
		expect((await ending(new (open().models.Media)({ id: 1 }).destroy())).state).toBe('rejected');
		expect(site.asked).toHaveLength(2);
	});

	it('is known of one site, not of every other', async () => {
		site.answers = { 'DELETE media/1': answer };
		await ending(new (open().models.Media)({ id: 1 }).destroy());
		await ending(new (open().models.Media)({ id: 1 }).destroy());
		expect(site.lines()[2]).toBe('DELETE media/1');
	});
});

describe('row 66: `requireForceForDelete`', () => {
	it.each<[string, true | undefined]>([
		['Category', true],
		['Tag', true],
		['User', true],
		['PageRevision', true],
		['PostRevision', true],
		['Post', undefined],
		['Page', undefined],
		['Comment', undefined],
		['Media', undefined],
		['Type', undefined],
		['Status', undefined],
		['Taxonomy', undefined],
	])('row 66: of a %s is %s before a schema has arrived, as in core', (name, expected) => {
		const { models } = connect({ root: ROOT, cacheSchema: false }) as any;
		expect(new models[name]({ id: 1 }).requireForceForDelete).toBe(expected);
	});

	it.each<[string, true | undefined]>([
		['Category', true],
		['Genres', true],
		['User', true],
		['PostRevision', true],
		['Post', undefined],
		['Books', undefined],
		['Media', undefined],
	])('row 66: of a %s is %s with the schema', (name, expected) => {
		expect(new (open().models[name])({ id: 1 }).requireForceForDelete).toBe(expected);
	});

	it.each([
		['Media', 'media/1'],
		['Books', 'books/1'],
		['Post', 'posts/1'],
	])('row 66: set to true on a %s, or by `extend`, deletes for good at once', async (name, path) => {
		site.answers = { [`DELETE ${path}`]: ok({ deleted: true }) };
		const Class = open().models[name];
		const one = new Class({ id: 1 });
		one.requireForceForDelete = true;
		await one.destroy();
		await new (Class.extend({ requireForceForDelete: true }))({ id: 1 }).destroy();
		expect(site.lines()).toEqual([`DELETE ${path}?force=true`, `DELETE ${path}?force=true`]);
	});

	it.each(['instance', 'subclass'])(
		'row 66: set to false on the %s, deletes nothing for good',
		async (where) => {
			site.answers = { 'DELETE categories/1': noTrash, 'DELETE media/1': noTrash };
			for (const name of ['Category', 'Media']) {
				const Class = open().models[name];
				const Mine = where === 'subclass' ? Class.extend({ requireForceForDelete: false }) : Class;
				const one = new Mine({ id: 1 });
				if (where === 'instance') one.requireForceForDelete = false;
				expect((await ending(one.destroy())).args[0].code).toBe('rest_trash_not_supported');
			}
			expect(site.lines()).toEqual(['DELETE categories/1', 'DELETE media/1']);
		},
	);

	it('row 66: yields to what destroy() is told', async () => {
		site.answers = { 'DELETE posts/1': ok({}) };
		const post = new (open().models.Post)({ id: 1 });
		post.requireForceForDelete = true;
		await post.destroy({ force: false });
		expect(site.lines()).toEqual(['DELETE posts/1?force=false']);
	});

	it('row 66: is what a `sync` of the page’s own reads', async () => {
		site.answers = { 'DELETE categories/1': ok({ deleted: true }) };
		const Mine = open().models.Category.extend({
			sync(method: string, model: any, options: object) {
				if (method === 'delete' && this.requireForceForDelete)
					options = { ...options, url: `${model.url()}?force=true` };
				return Backbone.sync(method, model, options);
			},
		});
		await new Mine({ id: 1 }).destroy();
		expect(site.lines()).toEqual(['DELETE categories/1?force=true']);
	});
});

describe('row 38: what is sent along', () => {
	it.each<[object, string]>([
		[{ force: true }, '?force=true'],
		[{ force: true, reassign: 2 }, '?force=true&reassign=2'],
		[{ reassign: false }, '?force=true&reassign=false'],
		[{ data: { reassign: 2 } }, '?force=true&reassign=2'],
		[{ data: 'reassign=2' }, '?force=true&reassign=2'],
		[{ data: { force: true } }, '?force=true'],
		[{}, '?force=true'],
	])('row 38: %o is in the address, and no body', async (options, search) => {
		site.answers = { 'DELETE users/1': ok({ deleted: true }) };
		await new (open().models.User)({ id: 1 }).destroy(options);
		const query = [...site.asked[0]!.query].sort().map((pair) => pair.join('='));
		expect(`?${query.join('&')}`).toBe(search);
		expect(site.asked[0]!.body).toBe('');
	});

	it('row 27: `force` is joined to an address of the caller’s own', async () => {
		site.answers = { 'DELETE users/1': ok({ deleted: true }) };
		const user = new (open().models.User)({ id: 1 });
		await user.destroy({ url: `${user.url()}?reassign=2` });
		expect(site.lines()).toEqual(['DELETE users/1?reassign=2&force=true']);
	});
});

it('row 66: a subclass by another name, with an initialize of its own, deletes as its route does', async () => {
	site.answers = { 'DELETE categories/1': ok({ deleted: true }), 'DELETE pages/1': ok({}) };
	const { Category, Page } = open().models;
	await new (Category.extend({ name: 'Mine', initialize() {} }))({ id: 1 }).destroy();
	await new (Page.extend({ name: 'Mine', initialize() {} }))({ id: 1 }).destroy();
	expect(site.lines()).toEqual(['DELETE categories/1?force=true', 'DELETE pages/1']);
});

it.each([
	['`required`', { force: { required: true } }],
	['its description', MUST_FORCE],
])('a route says by %s that it has no trash', async (_what, deletes) => {
	site.answers = { 'DELETE things/1': ok({ deleted: true }) };
	const index = schema({ [`/things/${ID}`]: route(ITEM, { deletes }) });
	await new (open({ schema: { ...small(), ...index } }).models.Things)({ id: 1 }).destroy();
	expect(site.lines()).toEqual(['DELETE things/1?force=true']);
});
