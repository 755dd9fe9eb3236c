/** Models come in, with what was read and what was set since; the method and the body that the server gets go out. */
import { describe, expect, it } from 'vitest';
import { ID, route, schema } from '../support/fake-schema.ts';
import { fakeSite, ok } from '../support/fake-site.ts';
import { open } from '../support/open.ts';

const site = fakeSite();
const answerAll = (body: object = { id: 1 }): void => {
	for (const method of ['GET', 'PUT', 'PATCH', 'POST']) site.answers[`${method} posts/1`] = ok(body);
	site.answers['POST posts'] = ok({ id: 1 });
};

/** A post that was read, as the server has it. */
async function fetched(attributes: object): Promise<any> {
	answerAll({ id: 1, ...attributes });
	const post = new (open().models.Post)({ id: 1 });
	await post.fetch();
	return post;
}

/** What the last request told the server. */
const sent = (): any => site.asked.at(-1)!.body;

describe('the body', () => {
	it('is what the model has, less what no server takes', async () => {
		const post = await fetched({ title: { raw: 'T' }, _links: { self: [] }, _embedded: { author: [] } });
		await post.save({ status: 'draft' });
		expect(sent()).toEqual({ id: 1, title: { raw: 'T' }, status: 'draft' });
		expect(post.get('_links')).toEqual({ self: [] });
	});

	it('of a patch is what was passed', async () => {
		const post = await fetched({ title: 'T' });
		await post.save({ status: 'draft' }, { patch: true });
		expect(site.asked.at(-1)!.method).toBe('PATCH');
		expect(sent()).toEqual({ status: 'draft' });
	});

	it('of a patch with `attrs` is those', async () => {
		const post = await fetched({ title: 'T' });
		await post.save(null, { patch: true, attrs: { sticky: true, _links: {} } });
		expect(sent()).toEqual({ sticky: true });
	});

	it('is what a class of the page’s own makes of it', async () => {
		answerAll();
		const Mine = open().models.Post.extend({ toJSON: () => ({ title: 'By toJSON' }) });
		await new Mine({ id: 1, title: 'x' }).save();
		expect(sent()).toEqual({ title: 'By toJSON' });
	});

	it('row 46: changes nothing of the model, and fires nothing for it', async () => {
		answerAll();
		const post = new (open().models.Post)({ id: 1, slug: '', date_gmt: null });
		const events: string[] = [];
		post.on('all', (event: string) => events.push(event));
		const xhr = post.save(null);
		expect(events).toEqual(['request']);
		expect(post.attributes).toEqual({ id: 1, slug: '', date_gmt: null });
		await xhr;
	});
});

describe('row 47: the slug', () => {
	it.each<[string, object, object, unknown]>([
		['that was emptied is sent', { slug: 'a' }, { slug: '' }, ''],
		['that was empty is not', { slug: '' }, { title: 'T' }, undefined],
		['that is a number is sent', { slug: 'a' }, { slug: 7 }, 7],
		['that stayed is sent', { slug: 'a' }, { title: 'T' }, 'a'],
	])('%s', async (_what, before, change, slug) => {
		const post = await fetched(before);
		await post.save(change);
		expect(sent().slug).toBe(slug);
	});

	it('of a new post is left to WordPress where it is empty', async () => {
		answerAll();
		await new (open().models.Post)().save({ title: 'T', slug: '' });
		expect(sent()).toEqual({ title: 'T' });
	});
});

describe('row 50: of the two dates', () => {
	const before = { date: '2024-01-01T08:00:00', date_gmt: '2024-01-01T12:00:00' };
	const later = '2024-06-01T00:00:00';

	it.each<[string, object, object]>([
		['the one that was set goes alone: date_gmt', { date_gmt: later }, { date_gmt: later }],
		['the one that was set comes first: date', { date: later }, { date: later }],
		['both go where both were set', { date: later, date_gmt: later }, { date: later, date_gmt: later }],
		['both go where none was', { title: 'T' }, before],
	])('row 50: %s', async (_what, change, expected) => {
		const post = await fetched(before);
		await post.save(change);
		const { date, date_gmt } = sent();
		expect({ date, date_gmt }).toMatchObject(expected);
		if (!('date' in change) && 'date_gmt' in change) expect(date).toBeUndefined();
	});

	it('row 50: setDate( …, "date_gmt" ) moves a post', async () => {
		const post = await fetched(before);
		post.setDate(new Date('2024-06-01T00:00:00Z'), 'date_gmt');
		await post.save();
		expect(sent()).toMatchObject({ date_gmt: '2024-06-01T00:00:00.000Z' });
		expect(sent()).not.toHaveProperty('date');
	});

	it('one that is null is left out', async () => {
		const post = await fetched({ date_gmt: null });
		await post.save({ title: 'T' });
		expect(sent()).not.toHaveProperty('date_gmt');
	});
});

describe('row 44: the method', () => {
	it.each([
		['GET POST PUT PATCH', {}, 'PUT'],
		['GET POST PUT PATCH', { patch: true }, 'PATCH'],
		['GET POST', {}, 'POST'],
		['GET POST', { patch: true }, 'POST'],
		['GET PATCH', {}, 'PATCH'],
		['GET PUT', { patch: true }, 'PUT'],
	])('row 44: of %s, saved with %o, is %s', async (verbs, options, method) => {
		for (const name of ['PUT', 'PATCH', 'POST']) site.answers[`${name} things/1`] = ok({ id: 1 });
		const index = schema({ [`/things/${ID}`]: route(verbs, { writes: ['title'] }) });
		await new (open({ schema: index }).models.Things)({ id: 1 }).save({ title: 'T' }, options);
		expect(site.lines()).toEqual([`${method} things/1`]);
		expect(sent()).toMatchObject({ title: 'T' });
	});
});
