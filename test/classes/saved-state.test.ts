/** What the server last said is kept for each model: only what differs from it is sent, and no answer undoes what is newer. */
import { describe, expect, it } from 'vitest';
import Backbone from 'backbone';
import { atHand } from '../../src/request/departures.ts';
import { acceptAnswer, changesOf, savedValues } from '../../src/classes/saved-state.ts';
import { ID, ITEM, LIST, route, schema } from '../support/fake-schema.ts';
import { fails, fakeSite, held, ok } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

const site = fakeSite();
const sent = (): any => site.asked.at(-1)!.body;
/** How often something was written. */
const writes = (): string[] => site.lines().filter((line) => !line.startsWith('GET'));

const stored = {
	id: 1,
	title: { raw: 'T', rendered: '<T>' },
	status: 'draft',
	slug: 't',
	tags: [1, 2],
	meta: { a: 1, b: [2] },
	_links: { self: [{ href: '/' }] },
};

async function fetched(attributes: object = {}, api: any = open()): Promise<any> {
	for (const verb of ['GET', 'PUT', 'PATCH'])
		site.answers[`${verb} posts/1`] = ok({ ...stored, ...attributes });
	const post = new api.models.Post({ id: 1 });
	await post.fetch();
	return post;
}

/** A model that the server has said something of. */
function answeredWith(values: object): any {
	const model = new Backbone.Model();
	acceptAnswer(model, values as never, atHand());
	return model;
}

describe('changesOf()', () => {
	const known = { title: { raw: 'T', rendered: 'T' }, tags: [1], date: null, meta: { a: 1, b: [1] } };

	it.each<[string, object, object]>([
		['nothing', {}, {}],
		['what is the same', { tags: [1], date: null }, {}],
		['text as it was written', { title: 'T' }, {}],
		['another text', { title: 'U' }, { title: 'U' }],
		['another raw text', { title: { raw: 'U', rendered: 'T' } }, { title: { raw: 'U', rendered: 'T' } }],
		['a list in another order', { tags: [2, 1] }, { tags: [2, 1] }],
		['what is new', { sticky: false }, { sticky: false }],
		['what is nothing now', { tags: null }, { tags: null }],
		['what was nothing', { date: '2024-01-01T00:00:00' }, { date: '2024-01-01T00:00:00' }],
		['a key of meta', { meta: { a: 2, b: [1] } }, { meta: { a: 2 } }],
		['a new key of meta', { meta: { a: 1, b: [1], c: 3 } }, { meta: { c: 3 } }],
		['the inside of a key of meta', { meta: { a: 1, b: [1, 2] } }, { meta: { b: [1, 2] } }],
		['a key of meta that is to go', { meta: { a: null, b: [1] } }, { meta: { a: null } }],
		['links', { _links: { a: 1 }, _embedded: { b: 1 } }, {}],
		['what cannot be sent', { gone: undefined }, {}],
	])('of %s', (_what, now, changes) => {
		expect(changesOf(answeredWith(known), now as never, now)).toEqual(changes);
	});

	it('of meta that PHP has sent as a list', () => {
		expect(changesOf(answeredWith({ meta: [] }), { meta: { a: 1 } })).toEqual({ meta: { a: 1 } });
		expect(changesOf(answeredWith({ meta: [] }), { meta: [] })).toEqual({});
	});

	it.each([null, undefined, 'text', 5, []])('an answer of %j is remembered as nothing of note', (answer) => {
		const model = answeredWith({ a: 1 });
		acceptAnswer(model, Object(answer), atHand());
		expect(changesOf(model, { a: 1 })).toEqual({});
	});

	it('an answer with some of the fields leaves the others known', () => {
		const model = answeredWith({ a: 1, b: 1 });
		acceptAnswer(model, { b: 2 }, atHand());
		expect(savedValues(model)).toEqual({ a: 1, b: 2 });
	});
});

describe('row 48: saveChanges()', () => {
	it.each<[string, (post: any) => unknown, object]>([
		['attributes', (post) => post.saveChanges({ status: 'publish' }), { status: 'publish' }],
		['a name and a value', (post) => post.saveChanges('status', 'publish', {}), { status: 'publish' }],
		['a name and a value alone', (post) => post.saveChanges('status', 'publish'), { status: 'publish' }],
		['attributes that are the same', (post) => post.saveChanges({ slug: 't', status: 'x' }), { status: 'x' }],
		['what was set', (post) => post.set('status', 'publish').saveChanges(), { status: 'publish' }],
		['null, and what was set', (post) => post.set('slug', 'u').saveChanges(null, {}), { slug: 'u' }],
		['both', (post) => post.set('slug', 'u').saveChanges({ status: 'x' }), { slug: 'u', status: 'x' }],
		['text', (post) => post.saveChanges({ title: 'U' }), { title: 'U' }],
		['a slug that was emptied', (post) => post.saveChanges({ slug: '' }), { slug: '' }],
		['a list that was emptied', (post) => post.saveChanges({ tags: [] }), { tags: [] }],
		['meta', (post) => (post.setMeta('a', 2), post.saveChanges()), { meta: { a: 2 } }],
	])('row 48: sends %s', async (_what, save, body) => {
		await save(await fetched());
		expect(writes()).toEqual(['PATCH posts/1']);
		expect(sent()).toEqual(body);
	});

	it.each<[string, (post: any) => void, object]>([
		['meta', (post) => (post.get('meta').a = 5), { meta: { a: 5 } }],
		['a list inside of meta', (post) => post.get('meta').b.push(3), { meta: { b: [2, 3] } }],
		['a list', (post) => post.get('tags').push(3), { tags: [1, 2, 3] }],
		['an object', (post) => (post.get('title').raw = 'U'), { title: { raw: 'U', rendered: '<T>' } }],
	])('row 48: a change in place shows: %s', async (_what, change, body) => {
		const post = await fetched();
		change(post);
		expect(post.hasUnsavedChanges()).toBe(true);
		await post.saveChanges();
		expect(sent()).toEqual(body);
	});

	it.each<[string, object | undefined]>([
		['is said', undefined],
		['differs', { status: 'draft', tags: [1, 2], title: 'T' }],
	])('row 48: where nothing %s, sends nothing and resolves', async (_what, attributes) => {
		const post = await fetched();
		const seen: string[] = [];
		post.on('sync', () => seen.push('sync'));
		const { state } = await ending(
			post.saveChanges(attributes, {
				success: () => seen.push('success'),
				complete: () => seen.push('complete'),
			}),
		);
		await site.idle();
		expect(state).toBe('resolved');
		expect(seen.sort()).toEqual(['complete', 'success', 'sync']);
		expect(writes()).toEqual([]);
		expect(post.get('_links')).toEqual(stored._links);
		expect(post.hasUnsavedChanges()).toBe(false);
	});

	it('saves a new item whole', async () => {
		site.answers = { 'POST posts': ok({ ...stored, id: 7 }) };
		const post = new (open().models.Post)({ title: 'T', status: 'draft' });
		await post.saveChanges({ slug: 't' });
		expect(sent()).toEqual({ title: 'T', status: 'draft', slug: 't' });
		expect([post.id, post.hasUnsavedChanges()]).toEqual([7, false]);
	});

	it.each<[string, unknown[]]>([
		['a name and a value', ['slug', 't', { wait: true }]],
		['nothing', []],
	])('saves a new item with %s', async (_what, args) => {
		site.answers = { 'POST posts': ok({ ...stored, id: 7 }) };
		await new (open().models.Post)({ title: 'T' }).saveChanges(...args);
		expect(sent()).toMatchObject({ title: 'T' });
	});

	it('saves a new item that has nothing yet, as the class writes it', async () => {
		site.answers = { 'POST posts': ok({ ...stored, id: 7 }) };
		const { Post } = open().models;
		await new Post().saveChanges();
		const Mine = Post.extend({ toJSON: () => ({ title: 'By toJSON' }) });
		await new Mine({ title: 'x' }).saveChanges();
		expect(site.asked.map(({ body }) => body)).toEqual([{}, { title: 'By toJSON' }]);
	});

	it('of an item that was never read sends what was set, and no more than that', async () => {
		site.answers = { 'PATCH posts/1': ok(stored) };
		await new (open().models.Post)({ id: 1 }).saveChanges({ status: 'publish' });
		expect(sent()).toEqual({ status: 'publish' });
	});

	it('of an item out of a list', async () => {
		site.answers = { 'GET posts': ok([stored]), 'PATCH posts/1': ok(stored) };
		const list = new (open().collections.Posts)();
		await list.fetch();
		expect(list.at(0).hasUnsavedChanges()).toBe(false);
		await list.at(0).saveChanges({ slug: 'u' });
		expect(sent()).toEqual({ slug: 'u' });
	});

	it('after a save, and after a second one, sends what differs from the last answer', async () => {
		const post = await fetched();
		site.answers['PATCH posts/1'] = [
			ok({ ...stored, title: { raw: 'U', rendered: 'U' }, slug: 'u' }),
			ok({ ...stored, title: { raw: 'U', rendered: 'U' }, slug: 'v' }),
		];
		await post.saveChanges({ title: 'U' });
		expect(post.hasUnsavedChanges()).toBe(false);
		await post.saveChanges({ title: 'U', slug: 'v' });
		expect(sent()).toEqual({ slug: 'v' });
		await post.saveChanges();
		expect(writes()).toHaveLength(2);
	});

	it('keeps options: callbacks, `wait`, and its own patch', async () => {
		const post = await fetched();
		const slow = held();
		site.answers['PATCH posts/1'] = slow.answer;
		const seen: unknown[] = [];
		const options = Object.freeze({ wait: true, success: (model: unknown) => seen.push(model) });
		const xhr = post.saveChanges({ status: 'publish' }, options);
		expect(post.get('status')).toBe('draft');
		slow.give(ok({ ...stored, status: 'publish' }));
		await xhr;
		expect([post.get('status'), seen]).toEqual(['publish', [post]]);
		expect(sent()).toEqual({ status: 'publish' });
	});

	it('is `false` for what is not valid, and sends nothing', async () => {
		const api = open();
		api.models.Post = api.models.Post.extend({
			validate: ({ title }: any) => (title ? undefined : 'Give a title'),
		});
		const post = await fetched({}, api);
		const seen: unknown[] = [];
		post.on('invalid', (_post: unknown, error: unknown) => seen.push(error));
		expect(post.saveChanges({ title: '' })).toBe(false);
		expect(seen).toEqual(['Give a title']);
		expect(writes()).toEqual([]);
	});

	it('row 43: is `false` where the route cannot be written', () => {
		expect(new (open().models.Type)({ slug: 'post' }).saveChanges({ name: 'x' })).toBe(false);
	});

	it('that fails keeps the changes, to be sent again', async () => {
		const post = await fetched();
		site.answers['PATCH posts/1'] = [fails(500, 'oh'), ok({ ...stored, status: 'publish' })];
		expect((await ending(post.saveChanges({ status: 'publish' }))).args[0].code).toBe('oh');
		expect(post.hasUnsavedChanges()).toBe(true);
		await post.saveChanges();
		expect(sent()).toEqual({ status: 'publish' });
		expect(post.hasUnsavedChanges()).toBe(false);
	});

	it('row 48: two editors who change different fields do not undo each other', async () => {
		const here = await fetched();
		const there = await fetched();
		site.answers['PATCH posts/1'] = [
			ok({ ...stored, status: 'publish' }),
			ok({ ...stored, status: 'publish', slug: 'u' }),
		];
		await here.saveChanges({ status: 'publish' });
		await there.saveChanges({ slug: 'u' });
		expect(sent()).toEqual({ slug: 'u' });
		expect(there.get('status')).toBe('publish');
	});

	it('row 44: goes by POST where a route knows no PATCH', async () => {
		const index = schema({ [`/things/${ID}`]: route('GET POST', { writes: ['title'] }) });
		site.answers = { 'GET things/1': ok({ id: 1, title: 'T', a: 1 }), 'POST things/1': ok({ id: 1 }) };
		const thing = new (open({ schema: index }).models.Things)({ id: 1 });
		await thing.fetch();
		await thing.saveChanges({ title: 'U' });
		expect([writes(), sent()]).toEqual([['POST things/1'], { title: 'U' }]);
	});

	it('row 68: of settings sends what differs', async () => {
		const settings = { title: 'T', site_logo: null, timezone: '' };
		site.answers = { 'GET settings': ok(settings), 'POST settings': ok({ ...settings, title: 'U' }) };
		site.answers['PATCH settings'] = site.answers['PUT settings'] = site.answers['POST settings']!;
		const model = new (open().models.Settings)();
		await model.fetch();
		expect(model.hasUnsavedChanges()).toBe(false);
		await model.saveChanges();
		expect(writes()).toEqual([]);
		await model.saveChanges({ title: 'U' });
		expect(sent()).toEqual({ title: 'U' });
		expect(model.hasUnsavedChanges()).toBe(false);
	});

	it('row 68: settings that were never read are sent as they are given', async () => {
		site.answers = { 'POST settings': ok({ title: 'U' }) };
		await new (open().models.Settings)().saveChanges({ title: 'U' });
		expect(sent()).toEqual({ title: 'U' });
	});
});

describe('row 68: save() of settings', () => {
	it('row 68: after a fetch sends what differs, and what its route requires', async () => {
		site.answers = {
			'GET settings': ok({ title: 'T', a: null }),
			'POST settings': ok({ title: 'U', a: null }),
		};
		const model = new (open().models.Settings)();
		await model.fetch();
		await model.save({ title: 'U' });
		expect(sent()).toEqual({ title: 'U' });
	});
});

it('`save( {}, { patch: true } )` is sent, as ever', async () => {
	const post = await fetched();
	await post.save({}, { patch: true });
	expect(writes()).toEqual(['PATCH posts/1']);
});

describe('hasUnsavedChanges()', () => {
	it.each<[string, (post: any) => void, boolean]>([
		['after a read', () => {}, false],
		['after a change', (post) => post.set('slug', 'u'), true],
		['after a change and back', (post) => post.set('slug', 'u').set('slug', 't'), false],
		['after a title as text that is the same', (post) => post.set('title', 'T'), false],
		['after a new field', (post) => post.set('sticky', true), true],
		['after a field was taken away', (post) => post.unset('slug'), false],
	])('%s', async (_what, change, expected) => {
		const post = await fetched();
		change(post);
		expect(post.hasUnsavedChanges()).toBe(expected);
	});

	it.each([
		[{}, false],
		[{ title: 'T' }, true],
		[{ id: 1 }, false],
	])('of an item made of %j', (attributes, expected) => {
		expect(new (open().models.Post)(attributes).hasUnsavedChanges()).toBe(expected);
	});

	it('is asked of embedded and related items as well', async () => {
		const _embedded = { author: [{ id: 3, name: 'Ann' }] };
		const user = await new (open().models.Post)({ author: 3, _embedded }).getAuthorUser();
		expect(user.hasUnsavedChanges()).toBe(false);
	});

	it('a subclass with a `parse` of its own has it', async () => {
		const api = open();
		api.models.Post = api.models.Post.extend({ parse: (answer: object) => answer });
		expect((await fetched({}, api)).hasUnsavedChanges()).toBe(false);
	});

	it('a subclass with a `parse` of its own has it in a list, too', async () => {
		const api = open();
		api.models.Post = api.models.Post.extend({ parse: (answer: object) => answer });
		site.answers = { 'GET posts': ok([stored]) };
		const list = new api.collections.Posts();
		await list.fetch();
		expect(list.at(0).hasUnsavedChanges()).toBe(false);
	});

	it('a copy has it: what the server said of the one it said of the other', async () => {
		const copy = (await fetched()).clone();
		expect(copy.hasUnsavedChanges()).toBe(false);
		await copy.saveChanges({ slug: 'u' });
		expect(sent()).toEqual({ slug: 'u' });
	});

	it.each<[string, object, object]>([
		['its id has another name in the path', { id: 5 }, { id: 5, title: 'T' }],
		['its answer does not name its parent', { thing: 5, shop: 2 }, { thing: 5, title: 'T' }],
	])('is not fooled where %s', async (_what, attributes, answer) => {
		const path = '/shops/(?P<shop>[\\d]+)/things';
		const index = schema({
			[path]: route(LIST, { writes: ['title'] }),
			[`${path}/(?P<thing>[\\d]+)`]: route(ITEM, { writes: ['title'] }),
		});
		site.answers = { 'GET shops/2/things/5': ok(answer), 'PATCH shops/2/things/5': ok(answer) };
		const Thing = open({ schema: index }).getModelByRoute(`/wp/v2${path}/(?P<thing>[\\d]+)`);
		const thing = new Thing({ shop: 2, ...attributes });
		await thing.fetch();
		expect(thing.hasUnsavedChanges()).toBe(false);
		await thing.saveChanges({ title: 'U' });
		expect(sent()).toEqual({ title: 'U' });
	});
});

describe('what is not saved yet', () => {
	it('is not lost to an answer that needed no request', async () => {
		const post = await fetched();
		const xhr = post.saveChanges();
		post.set('slug', 'u');
		await xhr;
		expect([post.get('slug'), post.hasUnsavedChanges()]).toEqual(['u', true]);
	});
});

describe('what was changed and not sent survives the answer to a write', () => {
	const answer = {
		...stored,
		title: { raw: 'T', rendered: 'T' },
		slug: 'of-the-server',
		meta: { a: 1, b: 1 },
	};

	it('beside a PATCH of something else', async () => {
		const post = await fetched();
		site.answers = { 'PATCH posts/1': ok({ ...answer, status: 'publish' }) };
		post.set('title', 'Unsaved');
		await post.save({ status: 'publish' }, { patch: true });
		expect([post.get('title'), post.get('status'), post.get('slug')]).toEqual([
			'Unsaved',
			'publish',
			'of-the-server',
		]);
		await post.saveChanges();
		expect(sent()).toEqual({ title: 'Unsaved' });
	});

	it.each(['save', 'saveChanges'])('while %s() is under way', async (method) => {
		const post = await fetched();
		const first = held();
		site.answers = { 'PUT posts/1': first.answer, 'PATCH posts/1': first.answer };
		const saving = post[method]({ slug: 'one' });
		post.set({ slug: 'two', title: 'Typed on' });
		first.give(ok({ ...answer, slug: 'one' }));
		await saving;
		expect([post.get('slug'), post.get('title')]).toEqual(['two', 'Typed on']);
		expect(post.hasUnsavedChanges()).toBe(true);
	});

	it('of meta, the keys that were: the others are the server’s', async () => {
		const post = await fetched({ meta: { a: 1, b: 1 } });
		site.answers = { 'PATCH posts/1': ok({ ...answer, meta: { a: 5, b: 'theirs' } }) };
		post.set('meta', { a: 7, b: 1 });
		await post.save({ meta: { a: 5 } }, { patch: true, wait: true });
		expect(post.get('meta')).toEqual({ a: 5, b: 'theirs' });
		post.set('meta', { a: 8, b: 'theirs' });
		await post.save({ status: 'publish' }, { patch: true });
		expect(post.get('meta')).toEqual({ a: 8, b: 'theirs' });
	});

	it('of meta that was set to nothing, nothing: it does not become an object', async () => {
		const post = await fetched({ meta: [] });
		site.answers = { 'GET posts/1': ok({ ...answer, meta: [] }) };
		const reading = post.fetch();
		post.set('meta', undefined);
		await reading;
		expect(post.get('meta')).toBeUndefined();
	});

	it('but with `wait` the answer alone counts', async () => {
		const post = await fetched();
		site.answers = { 'PATCH posts/1': ok({ ...answer, slug: 'one-2' }) };
		await post.save({ slug: 'one' }, { patch: true, wait: true });
		expect([post.get('slug'), post.hasUnsavedChanges()]).toEqual(['one-2', false]);
	});

	it('and of an item that was never read, the answer is all there is', async () => {
		site.answers = { 'PATCH posts/1': ok(answer) };
		const post = new (open().models.Post)({ id: 1, title: 'A guess' });
		await post.save({ status: 'publish' }, { patch: true });
		expect(post.get('title')).toEqual(answer.title);
	});
});

it('what a subclass makes of an answer in its `parse()` stays its own, by PATCH as well', async () => {
	const { Post } = open().models;
	const Flat = Post.extend({
		parse(this: any, answer: any, options: any) {
			const item = Post.prototype.parse.call(this, answer, options);
			return { ...item, title: item.title.rendered };
		},
	});
	site.answers = {
		'GET posts/1': ok({ id: 1, status: 'draft', title: { rendered: 'One' } }),
		'PATCH posts/1': ok({ id: 1, status: 'publish', title: { rendered: 'Two' } }),
	};
	const post = new Flat({ id: 1 });
	await post.fetch();
	await post.save({ status: 'publish' }, { patch: true });
	expect(post.attributes).toEqual({ id: 1, status: 'publish', title: 'Two' });
});

it('a key of meta that was not saved does not cost the other ones, where the answer has no meta', async () => {
	const post = await fetched();
	site.answers = { 'PATCH posts/1': ok({ id: 1, status: 'publish' }) };
	post.setMeta('a', 5);
	await post.save({ status: 'publish' }, { patch: true });
	expect(post.getMetas()).toEqual({ a: 5, b: [2] });
});
