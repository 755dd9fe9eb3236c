/** Items that can be commented on come in; a promise of the list of their comments goes out. */
import { expect, it } from 'vitest';
import { fails, fakeSite, listed } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

const site = fakeSite();

it.each(['Post', 'Page', 'Books'])('all comments on a %s', async (name) => {
	site.answers = { 'GET comments': [listed([{ id: 2 }], 2, 2), listed([{ id: 3 }], 2, 2)] };
	const api = open();
	const comments = await new api.models[name]({ id: 1 }).getComments();
	expect(comments).toBeInstanceOf(api.collections.Comments);
	expect(comments.pluck('id')).toEqual([2, 3]);
	expect(site.lines()).toEqual([
		'GET comments?per_page=100&post=1',
		'GET comments?per_page=100&post=1&page=2',
	]);
});

it('one page of them, in the caller’s order, where it asks for one', async () => {
	site.answers = { 'GET comments': listed([{ id: 2 }], 9, 9) };
	const data = Object.freeze({ per_page: 1, order: 'asc' });
	const comments = await new (open().models.Post)({ id: 1 }).getComments(Object.freeze({ data }));
	expect(site.lines()).toEqual(['GET comments?post=1&per_page=1&order=asc']);
	await comments.more({ remove: false });
	expect(site.lines().at(-1)).toBe('GET comments?post=1&per_page=1&order=asc&page=2');
});

it('none', async () => {
	site.answers = { 'GET comments': listed([], 0, 0) };
	expect((await new (open().models.Post)({ id: 1 }).getComments()).length).toBe(0);
});

it('row 63: of an item that was not saved rejects', async () => {
	const { state, args } = await ending(new (open().models.Post)().getComments());
	expect([state, args[0].code]).toEqual(['rejected', 'not_related']);
	expect(site.asked).toEqual([]);
});

it('a list that is refused rejects with the reason', async () => {
	site.answers = { 'GET comments': fails(403, 'rest_cannot_read_post') };
	expect((await ending(new (open().models.Post)({ id: 1 }).getComments())).args[0].code).toBe(
		'rest_cannot_read_post',
	);
});

it('what cannot be commented on has no such method', () => {
	const { Category, Comment, User } = open().models;
	expect([Category, Comment, User].map(({ prototype }) => prototype.getComments)).toEqual([
		undefined,
		undefined,
		undefined,
	]);
});
