/** A single item: what is asked for by id, by slug or by neither, and what an answer makes of it. */
import { describe, expect, it } from 'vitest';
import { ID, ITEM, LIST, route, schema } from '../support/fake-schema.ts';
import { fakeSite, listed, ok, ROOT } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

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
});

describe('row 49: a read without id and slug', () => {
	const list = [
		{ id: 1, slug: 'a' },
		{ id: 2, slug: 'b' },
	];

	it.each(['Category', 'Comment', 'Media', 'Page', 'Post', 'Tag', 'User'])(
		'row 49: of %s reads the list, as in core',
		async (name) => {
			const api = open();
			const model = new api.models[name]();
			const path = model.url().replace(`${ROOT}wp/v2/`, '');
			site.answers = { [`GET ${path}`]: ok(list) };
			const { state, args } = await ending(model.fetch());
			expect([state, args[0]]).toEqual(['resolved', list]);
			expect(model.attributes).toEqual({ 0: list[0], 1: list[1] });
		},
	);

	it('row 49: passes arguments on, and gives the list to the callbacks', async () => {
		site.answers = { 'GET pages': ok(list) };
		const found = await new (open().models.Page)().fetch({ data: { slug: 'a' } });
		expect([found[0].id, site.lines()]).toEqual([1, ['GET pages?slug=a']]);
	});

	it('row 49: a subclass may take an item out of it, and save that', async () => {
		site.answers = { 'GET pages': ok(list), 'PUT pages/1': ok({ id: 1, slug: 'c' }) };
		const First = open().models.Page.extend({
			parse: (answer: any) => (Array.isArray(answer) ? answer[0] : answer),
		});
		const page = new First();
		await page.fetch();
		expect(page.id).toBe(1);
		await page.save({ slug: 'c' });
		expect(site.asked.at(-1)!.body).toEqual({ id: 1, slug: 'c' });
	});

	it.each<[string, (model: any) => unknown]>([
		['save()', (model) => model.save()],
		['save() with an id', (model) => model.save({ id: 5, title: 'x' })],
		['saveChanges()', (model) => model.saveChanges({ title: 'x' })],
	])('row 49: a model that holds the list is not saved by %s', async (_what, save) => {
		site.answers = { 'GET posts': ok(list) };
		const model = new (open().models.Post)();
		await model.fetch();
		const reasons: unknown[] = [];
		model.on('invalid', (_model: unknown, error: any) => reasons.push(error.code));
		expect(save(model)).toBe(false);
		expect([reasons, site.lines()]).toEqual([['missing_param'], ['GET posts']]);
	});

	it('row 49: a model that held a list is saved again once the list is gone', async () => {
		site.answers = { 'GET posts': ok(list), 'POST posts': ok({ id: 3 }) };
		const model = new (open().models.Post)();
		await model.fetch();
		await model.clear().save({ title: 'x' });
		expect(site.asked.at(-1)!.body).toEqual({ title: 'x' });
	});
});

describe('a write that is answered with a list', () => {
	const THINGS = `/things/${ID}`;
	const thing = (): any => {
		const index = schema({ '/things': route(LIST), [THINGS]: route(ITEM, { writes: ['title'] }) });
		return new (open({ schema: index }).getModelByRoute(`/wp/v2${THINGS}`))({ id: 2, title: 'B' });
	};

	it('takes the item with its own id', async () => {
		site.answers = {
			'PUT things/2': ok([
				{ id: 1, title: 'A' },
				{ id: 2, title: 'C' },
			]),
		};
		const model = thing();
		await model.save({ title: 'C' });
		expect(model.attributes).toEqual({ id: 2, title: 'C' });
	});

	it.each<[string, object]>([
		['other items', ok([{ id: 1 }, { id: 3 }])],
		['the items of a page, as a redirection to the list brings them', listed([{ id: 2, title: 'old' }])],
	])('is not taken for %s: it rejects, and the model stays what it is', async (_what, answer) => {
		site.answers = { 'PUT things/2': answer };
		const model = thing();
		const { state, args } = await ending(model.save({ title: 'C' }));
		expect([state, args[0].code]).toEqual(['rejected', 'invalid_json']);
		expect(model.attributes).toEqual({ id: 2, title: 'C' });
		expect(model.hasUnsavedChanges()).toBe(true);
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
