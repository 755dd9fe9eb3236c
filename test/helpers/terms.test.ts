/** Items with terms come in, and terms in every form; the terms go out as plain objects, and what is set is saved. */
import { describe, expect, it } from 'vitest';
import { ID, ITEM, route, schema } from '../fake-schema.ts';
import { fails, fakeSite, listed, ok } from '../fake-site.ts';
import { ending, open } from '../open.ts';

const site = fakeSite();
const saved = (): any => site.asked.at(-1)!;

describe('getTags()', () => {
	it('row 55: asks for all of them, not for ten', async () => {
		const ids = Array.from({ length: 12 }, (_none, i) => i + 1);
		site.answers = { 'GET tags': listed(ids.map((id) => ({ id }))) };
		const tags = await new (open().models.Post)({ id: 1, tags: ids }).getTags();
		expect(tags).toHaveLength(12);
		expect(site.asked[0]!.query.get('per_page')).toBe('100');
		expect(site.asked[0]!.query.get('include')).toBe(ids.join());
		expect(site.asked).toHaveLength(1);
	});

	it('row 56: gives the raw list first', async () => {
		site.answers = { 'GET tags/5': ok({ id: 5 }) };
		const { args } = await ending(new (open().models.Post)({ id: 1, tags: [5] }).getTags());
		expect(args[0]).toEqual([{ id: 5 }]);
	});

	it('row 56: uses what is embedded, of that taxonomy alone', async () => {
		const _embedded = { 'wp:term': [[{ id: 7, taxonomy: 'category' }], [{ id: 5 }, { id: 6 }]] };
		const post = new (open().models.Post)({ id: 1, tags: [5, 6], categories: [7], _embedded });
		expect((await post.getTags()).map(({ id }: any) => id)).toEqual([5, 6]);
		expect((await post.getCategories()).map(({ id }: any) => id)).toEqual([7]);
		expect(site.asked).toEqual([]);
	});

	it('row 56: asks where not all of them are embedded', async () => {
		site.answers = { 'GET tags/6': ok({ id: 6, name: 'Six' }) };
		const _embedded = { 'wp:term': [[{ id: 5, name: 'Five' }]] };
		const tags = await new (open().models.Post)({ id: 1, tags: [5, 6], _embedded }).getTags();
		expect(tags).toEqual([
			{ id: 5, name: 'Five' },
			{ id: 6, name: 'Six' },
		]);
		expect(site.lines()).toEqual(['GET tags/6']);
	});

	it('row 56: asks the server where the post was not read', async () => {
		site.answers = { 'GET tags': listed([{ id: 5 }]) };
		expect(await new (open().models.Post)({ id: 1 }).getTags()).toEqual([{ id: 5 }]);
		expect(site.lines()).toEqual(['GET tags?per_page=100&post=1']);
	});

	it.each([{}, { id: 1, tags: [] }])('of %o is empty, at once', (attributes) => {
		let found: unknown;
		new (open().models.Post)(attributes).getTags().done((tags: unknown) => (found = tags));
		expect(found).toEqual([]);
		expect(site.asked).toEqual([]);
	});
});

describe('setTags()', () => {
	it.each<[string, (api: any) => unknown]>([
		['ids', () => [5, 6]],
		['models', ({ models: { Tag } }) => [new Tag({ id: 5 }), new Tag({ id: 6, slug: 'six' })]],
		['plain objects', () => [{ id: 5 }, { id: 6 }]],
		['a collection', ({ collections: { Tags } }) => new Tags([{ id: 5 }, { id: 6 }])],
	])('row 58: takes %s, and saves them at once', async (_what, tags) => {
		site.answers = { 'PATCH posts/1': ok({ id: 1, tags: [5, 6] }) };
		const api = open();
		const { state } = await ending(new api.models.Post({ id: 1, title: 'T' }).setTags(tags(api)));
		expect(state).toBe('resolved');
		expect(site.lines()).toEqual(['PATCH posts/1']);
		expect(saved().body).toEqual({ tags: [5, 6] });
	});

	it.each<[string, unknown, number[]]>([
		['slugs', ['apples', 'pears'], [1, 2]],
		['one slug', 'apples', [1]],
		['slugs and ids', ['pears', 9], [2, 9]],
		['objects with a slug', [{ slug: 'apples' }], [1]],
		['none', [], []],
	])('row 57: takes %s', async (_what, tags, ids) => {
		site.answers = {
			'GET tags': listed([
				{ id: 1, slug: 'apples' },
				{ id: 2, slug: 'pears' },
			]),
			'PATCH posts/1': ok({ id: 1 }),
		};
		expect((await ending(new (open().models.Post)({ id: 1 }).setTags(tags))).state).toBe('resolved');
		expect(saved().body).toEqual({ tags: ids });
	});

	it('row 57: asks for the slugs it is given', async () => {
		site.answers = { 'GET tags': listed([{ id: 1, slug: 'apples' }]), 'PATCH posts/1': ok({ id: 1 }) };
		await ending(new (open().models.Post)({ id: 1 }).setTags(['apples']));
		expect(site.lines()[0]).toBe('GET tags?per_page=100&slug[]=apples');
	});

	it('row 57: rejects slugs that nobody has, by name, and saves nothing', async () => {
		site.answers = { 'GET tags': listed([{ id: 1, slug: 'apples' }]) };
		const { state, args } = await ending(
			new (open().models.Post)({ id: 1 }).setTags(['apples', 'plums', 'figs']),
		);
		expect([state, args[0].code]).toEqual(['rejected', 'unknown_term']);
		expect(args[0].message).toMatch(/plums.*figs/);
		expect(site.lines()).toEqual([
			'GET tags?per_page=100&slug[]=apples&slug[]=plums&slug[]=figs',
			'GET tags?per_page=100&search=plums',
			'GET tags?per_page=100&search=figs',
		]);
	});

	it.each([
		['the list', { 'GET tags': fails(403, 'rest_forbidden') }],
		[
			'the post',
			{ 'GET tags': listed([{ id: 1, slug: 'a' }]), 'PATCH posts/1': fails(403, 'rest_forbidden') },
		],
	])('row 58: rejects where %s is refused', async (_what, answers) => {
		site.answers = answers;
		const { state, args } = await ending(new (open().models.Post)({ id: 1 }).setTags(['a']));
		expect([state, args[0].code]).toEqual(['rejected', 'rest_forbidden']);
	});

	it('rejects where the post is not valid', async () => {
		const Strict = open().models.Post.extend({ validate: () => 'Not on Sundays' });
		const { state, args } = await ending(new Strict({ id: 1 }).setTags([1]));
		expect(state).toBe('rejected');
		expect(args[0].message).toContain('Not on Sundays');
	});
});

it('row 59: setTagsWithCollection() saves the tags alone', async () => {
	site.answers = { 'PATCH posts/1': ok({ id: 1 }) };
	const api = open();
	const post = new api.models.Post({ id: 1, title: 'T', content: 'C' });
	await post.setTagsWithCollection(new api.collections.Tags([{ id: 5 }]));
	expect([saved().method, saved().body]).toEqual(['PATCH', { tags: [5] }]);
});

describe('row 60: a custom taxonomy', () => {
	it('row 60: has its methods on the types that have it', async () => {
		const novel = { id: 3, slug: 'novel' };
		site.answers = {
			'GET genres': listed([novel]),
			'GET genres/3': ok(novel),
			'PATCH books/1': ok({ id: 1 }),
		};
		const { Books, Post } = open().models;
		const book = new Books({ id: 1, genres: [3] });
		expect(await book.getGenres()).toEqual([novel]);
		await book.setGenres(['novel']);
		expect(saved().body).toEqual({ genres: [3] });
		expect(Post.prototype.getGenres).toBeUndefined();
	});

	it('a new item is created with its terms, and with all the rest', async () => {
		site.answers = { 'POST books': ok({ id: 1 }) };
		await new (open().models.Books)({ title: 'T' }).setGenres([3]);
		expect(saved().body).toEqual({ title: 'T', genres: [3] });
	});
});

describe('which fields have them', () => {
	const genres = route('GET POST', { reads: ['hide_empty'], writes: ['name'] });
	const helpersFor = (type?: string): string[] => {
		const described = schema({ '/genres': genres, [`/songs/${ID}`]: route(ITEM, { writes: ['genres'] }) });
		const song = described.routes[`/wp/v2/songs/${ID}`]!;
		for (const { args } of song.endpoints) if (args.genres && type) args.genres.type = type;
		const { prototype } = open({ schema: described }).models.Song;
		return ['getGenres', 'setGenres', 'setGenresWithCollection'].filter((name) => name in prototype);
	};

	it('row 60: a list of terms does', () => {
		expect(helpersFor('array')).toHaveLength(3);
	});

	it('a single number does not, as the menu of a menu item', () => {
		expect(helpersFor('integer')).toEqual([]);
	});
});

it('two items with one term have it each for itself', async () => {
	site.answers = { 'GET tags/5': ok({ id: 5, name: 'Five' }) };
	const { Post } = open().models;
	const [one, other] = await Promise.all([1, 2].map((id) => new Post({ id, tags: [5] }).getTags()));
	one[0].name = 'Changed';
	expect(other).toEqual([{ id: 5, name: 'Five' }]);
	expect(site.asked).toHaveLength(1);
});
