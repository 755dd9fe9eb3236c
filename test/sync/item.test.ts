/** Answers for one item come in, as an item, as a list of one, as nothing; the item goes out, or the reason why not. */
import { describe, expect, it } from 'vitest';
import { fakeSite, listed, ok } from '../fake-site.ts';
import { ending, open } from '../open.ts';

const site = fakeSite();

describe('row 49: by its slug', () => {
	it('row 49: an item is found', async () => {
		site.answers = { 'GET posts': ok([{ id: 7, slug: 'a' }]) };
		const post = new (open().models.Post)({ slug: 'a' });
		await post.fetch();
		expect(post.attributes).toMatchObject({ id: 7, slug: 'a' });
		expect(site.lines()).toEqual(['GET posts?slug=a']);
	});

	it('row 49: one that is not there is `not_found`', async () => {
		site.answers = { 'GET posts': ok([]) };
		const post = new (open().models.Post)({ slug: 'a' });
		const { state, args } = await ending(post.fetch());
		expect([state, args[0].code]).toEqual(['rejected', 'not_found']);
		expect(post.attributes).toEqual({ slug: 'a' });
	});

	it('row 49: without id and slug nothing is asked', async () => {
		const { args } = await ending(new (open().models.Post)().fetch());
		expect(args[0].code).toBe('missing_param');
		expect(site.asked).toEqual([]);
	});
});

it.each([null, {}, 'text', 5])('an odd answer, %j, hangs nothing', async (body) => {
	site.answers = { 'GET posts/1': ok(body) };
	await ending(new (open().models.Post)({ id: 1 }).fetch());
	expect(site.asked).toHaveLength(1);
});

it('an answer without content is taken: 204', async () => {
	site.answers = { 'DELETE posts/1': { status: 204 } };
	const post = new (open().models.Post)({ id: 1 });
	expect((await ending(post.destroy())).state).toBe('resolved');
});

it('`wait` has the answer before the model has the change', async () => {
	site.answers = { 'PUT posts/1': ok({ id: 1, title: 'Server’s' }) };
	const post = new (open().models.Post)({ id: 1, title: 'Old' });
	const xhr = post.save({ title: 'New' }, { wait: true });
	expect(post.get('title')).toBe('Old');
	await xhr;
	expect(post.get('title')).toBe('Server’s');
	expect(site.asked[0]!.body).toMatchObject({ title: 'New' });
});

it('an empty list, which a redirection has made of a POST, is no creation either', async () => {
	site.answers = { 'POST posts': listed([]) };
	const { state, args } = await ending(new (open().models.Post)({ title: 'A' }).save());
	expect([state, args[0].code]).toEqual(['rejected', 'invalid_json']);
});
