/** Items with terms come in, and terms in every form; the terms go out as plain objects, and what is set is saved. */
import { describe, expect, it } from 'vitest';
import type { Schema } from '../../src/types.ts';
import { ID, ITEM, LIST, route, schema } from '../support/fake-schema.ts';
import { fails, fakeSite, listed, ok } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

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

describe('a taxonomy with a namespace of its own', () => {
	const TERMS = { reads: ['page', 'slug', 'include', 'search', 'hide_empty'], writes: ['name'] };
	/** Books, whose genres the index of `wp/v2` does not list. */
	const books = (): Schema => {
		const writes = ['title', 'author', 'comment_status', 'genres', 'authors'];
		const reads = ['page', 'include', 'genres', 'genres_exclude', 'author', 'author_exclude'];
		const index = schema({
			'/books': route(LIST, { reads, writes }),
			[`/books/${ID}`]: route(ITEM, { writes }),
			'/comments': route(LIST, { reads: ['page', 'post'] }),
			[`/comments/${ID}`]: route(ITEM),
		});
		for (const { endpoints } of Object.values(index.routes))
			for (const { args } of endpoints) if (args.author) args.author = { type: 'integer' };
		return index;
	};
	const library = (namespace = 'lib/v1', more: Schema['routes'] = {}): Schema => {
		const index = schema({ '/genres': route(LIST, TERMS), [`/genres/${ID}`]: route(ITEM, TERMS) }, namespace);
		return { ...index, routes: { ...index.routes, ...more } };
	};
	const loaded = async (): Promise<any> => {
		const api = open({ schema: books() });
		await api.init({ versionString: 'lib/v1', schema: library() });
		return api;
	};

	it('has its helpers, and finds its classes once that namespace is loaded', async () => {
		site.answers = {
			'GET lib/v1/genres': listed([{ id: 7 }, { id: 8 }]),
		};
		const api = await loaded();
		const book = new api.models.Book({ id: 1, genres: [8, 7] });
		const [terms, list] = await Promise.all<any>([book.getGenres(), book.getTerms('genres')]);
		expect(terms.map(({ id }: any) => id)).toEqual([8, 7]);
		expect(list).toBeInstanceOf(api.getCollectionByRoute('/lib/v1/genres'));
		expect(site.lines()).toEqual(['GET lib/v1/genres?include=8,7&per_page=100']);
	});

	it('sets its terms by slug, by the routes of that namespace', async () => {
		site.answers = {
			'GET lib/v1/genres': listed([{ id: 7, slug: 'travel' }]),
			'PATCH books/1': ok({ id: 1 }),
		};
		const book = new (await loaded()).models.Book({ id: 1 });
		await book.setGenres(['travel']);
		expect(site.asked.at(-1)!.body).toEqual({ genres: [7] });
	});

	it('asks for the terms of an item that was not fetched there', async () => {
		site.answers = { 'GET lib/v1/genres': listed([{ id: 7 }]) };
		expect(await new (await loaded()).models.Book({ id: 1 }).getGenres()).toEqual([{ id: 7 }]);
		expect(site.lines()).toEqual(['GET lib/v1/genres?per_page=100&post=1']);
	});

	it('says what to do where that namespace is not loaded', async () => {
		const book = new (open({ schema: books() }).models.Book)({ id: 1, genres: [7] });
		for (const promise of [book.getGenres(), book.getTerms('genres'), book.setGenres(['travel'])]) {
			const { state, args } = await ending(promise);
			expect([state, args[0].code]).toEqual(['rejected', 'not_related']);
			expect(args[0].message).toContain('api.init( { versionString } )');
		}
		expect(site.asked).toEqual([]);
	});

	it('finds its classes also where another class has their names', async () => {
		site.answers = { 'GET lib/v1/genres/7': ok({ id: 7, slug: 'travel' }) };
		const api = open({ schema: books() });
		const Genres = api.WPApiBaseModel.extend({});
		Object.assign(api.models, { Genres, Genre: Genres });
		Object.assign(api.collections, { Genres: api.WPApiBaseCollection.extend({}) });
		await api.init({ versionString: 'lib/v1', schema: library() });
		const [genre] = await new api.models.Book({ id: 1, genres: [7] }).getGenres();
		expect(genre.slug).toBe('travel');
	});

	it('is not what another root has loaded', async () => {
		const api = open({ schema: books() });
		await api.init({ apiRoot: 'https://other.test/wp-json/', versionString: 'lib/v1', schema: library() });
		const { args } = await ending(new api.models.Book({ id: 1, genres: [7] }).getGenres());
		expect(args[0].code).toBe('not_related');
	});

	it('is not every list: authors by whom a list can leave items out are numbers, and other lists are no terms', () => {
		const { Book } = open({ schema: books() }).models;
		expect(Object.keys(Book.prototype).length).toBeGreaterThan(0);
		expect([Book.prototype.getAuthor, Book.prototype.getAuthors, typeof Book.prototype.getGenres]).toEqual([
			undefined,
			undefined,
			'function',
		]);
	});

	it('beside a type of the same namespace: terms, author and comments are found', async () => {
		site.answers = {
			'GET lib/v1/genres/7': ok({ id: 7, slug: 'travel' }),
			'GET users/3': ok({ id: 3, name: 'Ann' }),
			'GET comments': listed([{ id: 4 }]),
		};
		const writes = ['title', 'author', 'comment_status', 'genres'];
		const papers = schema(
			{ '/papers': route(LIST, { reads: ['page'], writes }), [`/papers/${ID}`]: route(ITEM, { writes }) },
			'lib/v1',
		).routes;
		const api = open();
		await api.init({ versionString: 'lib/v1', schema: library('lib/v1', papers) });
		const Paper = api.getModelByRoute(`/lib/v1/papers/${ID}`);
		const paper = new Paper({ id: 1, genres: [7], author: 3 });
		expect((await paper.getGenres())[0].slug).toBe('travel');
		expect((await paper.getAuthorUser()).get('name')).toBe('Ann');
		expect((await paper.getComments()).pluck('id')).toEqual([4]);
	});
});
