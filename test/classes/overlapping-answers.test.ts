/** Answers that overlap: no answer undoes what the user has set since its request left, nor what a newer answer has said. */
import { describe, expect, it } from 'vitest';
import { fails, fakeSite, held, ok, type Answer } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

const site = fakeSite();
const draft = { id: 1, title: 'A', status: 'draft', slug: 'a', content: 'text' };
const published = { ...draft, status: 'publish' };

/** A list with one post that was read. */
async function readList(): Promise<any> {
	site.answers = { 'GET posts': ok([draft]) };
	const list = new (open().collections.Posts)();
	await list.fetch();
	return list;
}

async function readPost(): Promise<any> {
	site.answers = { 'GET posts/1': ok(draft) };
	const post = new (open().models.Post)({ id: 1 });
	await post.fetch();
	return post;
}

/** Answers a request, and waits until its promise is settled. */
async function give(request: { give: (answer: Answer) => void }, xhr: any, body: unknown): Promise<void> {
	request.give(ok(body));
	await ending(xhr);
}

describe('a read that is answered while a save is under way', () => {
	it('of a list, leaves what was set since: the next save does not send the old value', async () => {
		const list = await readList();
		const [read, write] = [held(), held()];
		site.answers = { 'GET posts': read.answer, 'PUT posts/1': write.answer };
		const reading = list.fetch();
		const saving = list.at(0).save({ status: 'publish' });
		await give(read, reading, [draft]);
		expect(list.at(0).get('status')).toBe('publish');
		await give(write, saving, published);
		expect(list.at(0).get('status')).toBe('publish');
		site.answers['PUT posts/1'] = ok({ ...published, title: 'x' });
		await list.at(0).save({ title: 'x' });
		expect(site.asked.at(-1)!.body).toMatchObject({ status: 'publish', title: 'x' });
	});

	it('of the item, leaves what was set since, and brings everything else', async () => {
		const post = await readPost();
		const [read, write] = [held(), held()];
		site.answers = { 'GET posts/1': read.answer, 'PUT posts/1': write.answer };
		const reading = post.fetch();
		const saving = post.save({ status: 'publish' });
		await give(read, reading, { ...draft, slug: 'from-elsewhere' });
		expect([post.get('status'), post.get('slug')]).toEqual(['publish', 'from-elsewhere']);
		await give(write, saving, { ...published, slug: 'from-elsewhere' });
		expect([post.get('status'), post.hasUnsavedChanges()]).toEqual(['publish', false]);
	});

	it('does not pass for what the user has typed, where the save left first', async () => {
		const post = await readPost();
		const [read, write] = [held(), held()];
		site.answers = { 'GET posts/1': read.answer, 'PUT posts/1': write.answer };
		const saving = post.save({ status: 'publish' });
		const reading = post.fetch();
		await give(read, reading, draft);
		await give(write, saving, published);
		expect([post.get('status'), post.hasUnsavedChanges()]).toEqual(['publish', false]);
	});
});

describe('what the user sets while a request is under way is kept', () => {
	it.each<[string, (post: any) => any]>([
		['a read', (post) => post.fetch()],
		['a save', (post) => post.save({ status: 'publish' })],
		['a save with `wait`', (post) => post.save({ status: 'publish' }, { wait: true })],
		['a save with `wait` of the same field', (post) => post.save({ title: 'B' }, { wait: true })],
		['saveChanges()', (post) => post.saveChanges({ status: 'publish' })],
	])('over the answer to %s', async (_what, send) => {
		const post = await readPost();
		const request = held();
		for (const verb of ['GET', 'PUT', 'PATCH']) site.answers[`${verb} posts/1`] = request.answer;
		const xhr = send(post);
		post.set('title', 'Typed');
		await give(request, xhr, { ...published, title: 'Answered', slug: 'answered' });
		expect([post.get('title'), post.get('slug'), post.get('status')]).toEqual([
			'Typed',
			'answered',
			'publish',
		]);
		expect(post.hasUnsavedChanges()).toBe(true);
	});

	it('also where it is set back to its old value', async () => {
		const post = await readPost();
		const request = held();
		site.answers = { 'PUT posts/1': request.answer };
		const saving = post.save({ title: 'B' });
		post.set('title', 'A');
		await give(request, saving, { ...draft, title: 'B' });
		expect(post.get('title')).toBe('A');
		site.answers['PATCH posts/1'] = ok(draft);
		await post.saveChanges();
		expect(site.asked.at(-1)!.body).toEqual({ title: 'A' });
	});

	it('also where it is taken away', async () => {
		const post = await readPost();
		const request = held();
		site.answers = { 'PUT posts/1': request.answer };
		const saving = post.save({ title: 'B' });
		post.unset('content');
		await give(request, saving, { ...draft, title: 'B' });
		expect(post.has('content')).toBe(false);
	});

	it('in a subclass with a `parse` of its own as well', async () => {
		const Flat = open().models.Post.extend({
			parse: (answer: any) => ({ ...answer, title: `${answer.title}!` }),
		});
		const post = new Flat({ id: 1 });
		const request = held();
		site.answers = { 'GET posts/1': request.answer };
		const reading = post.fetch();
		post.set('slug', 'typed');
		await give(request, reading, draft);
		expect([post.get('title'), post.get('slug')]).toEqual(['A!', 'typed']);
	});

	it('but an answer overwrites what was set before its request left, as in core', async () => {
		const post = await readPost();
		post.set('title', 'Not saved');
		await post.fetch();
		expect([post.get('title'), post.hasUnsavedChanges()]).toEqual(['A', false]);
	});

	it('and what `save()` with `wait` was given does not count as set', async () => {
		const post = await readPost();
		const [read, write] = [held(), held()];
		site.answers = { 'GET posts/1': read.answer, 'PUT posts/1': write.answer };
		const reading = post.fetch();
		const saving = post.save({ content: 'mine' }, { wait: true });
		await give(read, reading, { ...draft, content: 'theirs' });
		expect(post.get('content')).toBe('theirs');
		write.give({ status: 403, body: { code: 'rest_cannot_edit', message: 'No.' } });
		await ending(saving);
		expect([post.get('content'), post.hasUnsavedChanges()]).toEqual(['theirs', false]);
	});

	it('and what a callback does with the options of an answer is the user’s', async () => {
		const post = await readPost();
		site.answers['PUT posts/1'] = ok({ ...draft, slug: 'b' });
		const seen: unknown[] = [];
		await post.fetch({
			success: (_post: unknown, _answer: unknown, options: object) => {
				post.save({ slug: 'b' }, { ...options, success: () => seen.push(site.asked.at(-1)!.body.slug) });
			},
		});
		await site.idle();
		expect(seen).toEqual(['b']);
	});
});

describe('an answer that comes late', () => {
	it('of a read that left before a save, does not undo the save', async () => {
		const post = await readPost();
		const read = held();
		site.answers = { 'GET posts/1': read.answer, 'PUT posts/1': ok({ ...published, slug: 'by-the-server' }) };
		const reading = post.fetch();
		await post.save({ status: 'publish' });
		await give(read, reading, draft);
		expect([post.get('status'), post.get('slug')]).toEqual(['publish', 'by-the-server']);
		expect(post.hasUnsavedChanges()).toBe(false);
	});

	it.each([{}, { reset: true }])(
		'of a list that left before a save, with %j, does not undo the save',
		async (options) => {
			const list = await readList();
			const read = held();
			site.answers = { 'GET posts': read.answer, 'PUT posts/1': ok({ ...published, slug: 'by-the-server' }) };
			const reading = list.fetch(options);
			await list.at(0).save({ status: 'publish' }, { wait: true });
			await give(read, reading, [draft, { ...draft, id: 2 }]);
			expect(list.map((post: any) => [post.id, post.get('status'), post.get('slug')])).toEqual([
				[1, 'publish', 'by-the-server'],
				[2, 'draft', 'a'],
			]);
		},
	);

	it('of two reads of one item, leaves the newest', async () => {
		const post = await readPost();
		const [older, newer] = [held(), held()];
		site.answers = { 'GET posts/1': older.answer };
		const first = post.fetch();
		await new Promise((resolve) => setTimeout(resolve, 20));
		site.answers = { 'GET posts/1': newer.answer };
		const second = post.fetch();
		await give(newer, second, { ...draft, title: 'New' });
		await give(older, first, { ...draft, title: 'Old' });
		expect(post.get('title')).toBe('New');
	});

	it('of an older and fuller read, brings the fields that the newest did not have', async () => {
		const post = new (open().models.Post)({ id: 1 });
		const [older, newer] = [held(), held()];
		site.answers = { 'GET posts/1': ({ query }) => (query.has('_fields') ? newer : older).answer };
		const first = post.fetch();
		const second = post.fetch({ data: { _fields: 'id,title' } });
		await give(newer, second, { id: 1, title: 'New' });
		await give(older, first, { ...draft, title: 'Old' });
		expect([post.get('title'), post.get('content')]).toEqual(['New', 'text']);
	});

	it('of an older save, does not undo a newer save, also after a read in between', async () => {
		const post = await readPost();
		const [first, second] = [held(), held()];
		site.answers = {
			'PUT posts/1': ({ body }) => (body.status === 'draft' ? second : first).answer,
			'GET posts/1': ok({ ...draft, title: 'B' }),
		};
		post.set('status', 'publish');
		const older = post.save({ title: 'B' });
		const newer = post.save({ status: 'draft' });
		await give(second, newer, { ...draft, title: 'B' });
		await post.fetch();
		await give(first, older, { ...published, title: 'B' });
		expect([post.get('status'), post.get('title')]).toEqual(['draft', 'B']);
	});
});

describe('a save whose answer was lost', () => {
	it('saveChanges() sends a value that was set back: nobody knows what the server has', async () => {
		const post = await readPost();
		site.answers['PATCH posts/1'] = [{ broken: true }, ok(draft)];
		await ending(post.saveChanges({ title: 'B' }));
		post.set('title', 'A');
		expect(post.hasUnsavedChanges()).toBe(true);
		await post.saveChanges();
		expect(site.asked.at(-1)!.body).toEqual({ title: 'A' });
		expect(post.hasUnsavedChanges()).toBe(false);
	});
});

it.each(['slug', 'date_gmt'])('a new item takes the %s that the server makes up', async (field) => {
	site.answers = { 'POST posts': ok({ id: 9, slug: 'made-up', date_gmt: '2024-01-01T00:00:00' }) };
	const post = new (open().models.Post)();
	await post.save({ [field]: field === 'slug' ? '' : null });
	expect(post.attributes).toMatchObject({ slug: 'made-up', date_gmt: '2024-01-01T00:00:00' });
});

describe('a save that WordPress refuses', () => {
	const refused = async (sent: object): Promise<any> => {
		const post = await readPost();
		site.answers['PATCH posts/1'] = fails(403, 'rest_cannot_update');
		await ending(post.saveChanges(sent));
		return post.set('title', 'A');
	};

	it('leaves nothing to save where the old value is set again', async () => {
		expect((await refused({ title: 'B' })).hasUnsavedChanges()).toBe(false);
	});

	it('may have been done in part where it has meta, which WordPress saves last', async () => {
		const post = await refused({ title: 'B', meta: { a: 1 } });
		site.answers['PATCH posts/1'] = ok(draft);
		await post.saveChanges();
		expect(site.asked.at(-1)!.body).toMatchObject({ title: 'A' });
	});
});

describe('after destroy() has moved an item to the trash', () => {
	const trashed = async (): Promise<any> => {
		const post = await readPost();
		site.answers = {
			'DELETE posts/1': ok({ ...draft, status: 'trash' }),
			'PATCH posts/1': ok({ ...draft, status: 'trash' }),
		};
		await post.destroy();
		return post;
	};

	it('saveChanges() of something else does not send the old status, which would restore the item', async () => {
		const post = await trashed();
		await post.saveChanges({ title: 'B' });
		expect(site.asked.at(-1)!.body).toEqual({ title: 'B' });
	});

	it('saveChanges() restores the item where it is told to', async () => {
		const post = await trashed();
		await post.saveChanges({ status: 'draft' });
		expect(site.asked.at(-1)!.body).toEqual({ status: 'draft' });
	});
});

describe('save() of the settings', () => {
	const settings = { title: 'T', use_smilies: false, site_logo: null };
	const read = async (): Promise<any> => {
		site.answers = { 'GET settings': ok(settings), 'POST settings': ok(settings) };
		const model = new (open().models.Settings)();
		await model.fetch();
		return model;
	};

	it.each([{}, { wait: true }])(
		'with %j, sends what it is given, also where the last answer had the same',
		async (options) => {
			const model = await read();
			await model.save({ use_smilies: false }, options);
			expect(site.asked.at(-1)!.body).toEqual({ use_smilies: false });
		},
	);

	it('sends what was set, also where the last answer had the same', async () => {
		const model = await read();
		await model.set('use_smilies', false).save();
		expect(site.asked.at(-1)!.body).toEqual({ use_smilies: false });
	});
});
