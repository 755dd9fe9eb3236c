/** Terms in every form come in; the ids that are saved go out, or the names of those that nobody knows. */
import { describe, expect, it } from 'vitest';
import { termKeys } from '../../src/relations/term-ids.ts';
import { ID, route, schema, small } from '../support/fake-schema.ts';
import { fails, fakeSite, listed, ok, type Answer, type Asked } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

const site = fakeSite();

interface Term {
	id: number;
	slug: string;
	name: string;
}

const term = (id: number, slug: string, name = slug): Term => ({ id, slug, name });

/** A taxonomy as WordPress lists it: by slugs, by a part of a name or a slug, or by id. Slugs are looked for as they are kept. */
const having =
	(...terms: Term[]) =>
	({ query }: Asked): Answer => {
		const slugs = query.getAll('slug[]').map((slug) => encodeURIComponent(slug.toLowerCase()).toLowerCase());
		const part = (query.get('search') ?? '').toLowerCase();
		return listed(
			terms.filter(({ id, slug, name }) => {
				if (slugs.length) return slugs.includes(slug);
				if (query.has('include')) return query.get('include') === String(id);
				return slug.includes(part) || name.toLowerCase().includes(part);
			}),
		);
	};

const made = (asked: Asked): Answer => ok({ id: 90 + String(asked.body.name).length, ...asked.body });

async function setting(tags: unknown, ...rest: unknown[]): Promise<{ state: string; args: any[] }> {
	site.answers['PATCH posts/1'] ??= ok({ id: 1 });
	return ending(new (open().models.Post)({ id: 1 }).setTags(tags, ...rest));
}

const savedTags = (): unknown => site.asked.find(({ method }) => method === 'PATCH')?.body.tags;

describe('termKeys()', () => {
	const model = (attributes: object): object => new (open().models.Tag)(attributes);

	it.each<[string, () => unknown, unknown[]]>([
		['an id', () => 5, [5]],
		['a word', () => 'red', ['red']],
		['ids and words', () => [5, 'red'], [5, 'red']],
		['objects', () => [{ id: 5, slug: 'red' }, { slug: 'red' }, { name: 'Red' }], [5, 'red', 'Red']],
		['one object', () => ({ id: 5 }), [5]],
		['models', () => [model({ id: 5 }), model({ slug: 'red' }), model({ name: 'Red' })], [5, 'red', 'Red']],
		['one model', () => model({ id: 5, name: 'Red' }), [5]],
		['a collection', () => new (open().collections.Tags)([{ id: 5 }, { slug: 'red' }]), [5, 'red']],
		['none', () => [], []],
	])('of %s', (_what, given, keys) => {
		expect(termKeys(given())).toEqual(keys);
	});
});

describe('row 57: words', () => {
	it.each<[string, unknown[], number[]]>([
		['slugs', ['red', 'green'], [1, 2]],
		['slugs in other letters', ['Red', 'GREEN'], [1, 2]],
		['names', ['Deep Blue'], [3]],
		['names with an ampersand', ['Salt & Pepper'], [4]],
		['names with an ampersand as WordPress keeps it', ['Salt &amp; Pepper'], [4]],
		['names with other letters', ['Äpfel'], [5]],
		['slugs with other letters', ['äpfel'], [5]],
		['slugs with other letters, in capitals', ['ÄPFEL'], [5]],
		['names in another alphabet', ['日本'], [6]],
		['ids out of a form', ['3', '1'], [3, 1]],
		['all of them', ['red', 'Deep Blue', 9, '3', { id: 2 }, { slug: 'red' }], [1, 3, 9, 2]],
		['the same ones twice', ['red', 'red', 1, 'Red'], [1]],
	])('row 57: takes %s', async (_what, tags, ids) => {
		site.answers['GET tags'] = having(
			term(1, 'red', 'Red'),
			term(2, 'green', 'Green'),
			term(3, 'deep-blue', 'Deep Blue'),
			term(4, 'salt-pepper', 'Salt &amp; Pepper'),
			term(5, '%c3%a4pfel', 'Äpfel'),
			term(6, '%e6%97%a5%e6%9c%ac', '日本'),
		);
		expect((await setting(tags)).state).toBe('resolved');
		expect(savedTags()).toEqual(ids);
	});

	it('row 57: a name with an ampersand is looked for as WordPress keeps it', async () => {
		site.answers['GET tags'] = listed([]);
		await setting(['Salt & Pepper']);
		expect(site.asked.map(({ query }) => query.get('search'))).toContain('Salt &amp; Pepper');
	});

	it('row 57: more than a hundred are asked for by the hundred, each once', async () => {
		const terms = Array.from({ length: 230 }, (_none, i) => term(i + 1, `t${i + 1}`));
		site.answers['GET tags'] = having(...terms);
		const slugs = terms.map(({ slug }) => slug);
		await setting([...slugs, ...slugs]);
		const lots = site.asked
			.filter(({ method }) => method === 'GET')
			.map(({ query }) => query.getAll('slug[]'));
		expect(lots.map((lot) => lot.length)).toEqual([100, 100, 30]);
		expect(savedTags()).toEqual(terms.map(({ id }) => id));
	});

	it('row 57: a word that is a slug and a name of two terms is the slug', async () => {
		site.answers['GET tags'] = listed([term(1, 'red', 'Blue'), term(2, 'blue', 'Something'), term(3, '1')]);
		await setting(['red', 'Blue', '1']);
		expect(savedTags()).toEqual([1, 2, 3]);
	});

	it('row 57: a slug that was found stays, whatever the search for another word brings', async () => {
		site.answers['GET tags'] = having(term(1, 'red', 'Red'), term(2, 'another', 'red'), term(3, 'x', 'A'));
		await setting(['red', 'A']);
		expect(savedTags()).toEqual([1, 3]);
	});

	it('row 57: of several terms by one name, the first', async () => {
		site.answers['GET tags'] = ({ query }) =>
			listed(query.has('search') ? [term(1, 'a-1', 'A'), term(2, 'a-2', 'A')] : []);
		await setting(['A']);
		expect(savedTags()).toEqual([1]);
	});

	it('row 57: a term that merely holds the word is not it', async () => {
		site.answers['GET tags'] = having(term(1, 'reddish', 'Reddish'));
		const { state, args } = await setting(['red']);
		expect([state, args[0].code, savedTags()]).toEqual(['rejected', 'unknown_term', undefined]);
	});

	it('row 57: names all that nobody knows, in a WPApiError, and saves nothing', async () => {
		site.answers['GET tags'] = having(term(1, 'red'));
		const { state, args } = await setting(['red', 'plums', '77', { name: 'Figs & Co' }]);
		expect(state).toBe('rejected');
		expect(args[0]).toMatchObject({ name: 'WPApiError', code: 'unknown_term' });
		for (const word of ['plums', '77', 'Figs & Co']) expect(args[0].message).toContain(`"${word}"`);
		expect(args[0].message).not.toContain('red');
		expect(site.lines().every((line) => line.startsWith('GET'))).toBe(true);
	});

	it('row 58: ids need no question', async () => {
		expect((await setting([5, 6, 5])).state).toBe('resolved');
		expect(site.lines()).toEqual(['PATCH posts/1']);
		expect(savedTags()).toEqual([5, 6]);
	});

	it('an item of its own taxonomy: the words are asked there', async () => {
		site.answers = { 'GET genres': having(term(3, 'novel')), 'PATCH books/1': ok({ id: 1 }) };
		await new (open().models.Books)({ id: 1 }).setTerms('genres', 'novel');
		expect(site.asked.map(({ path }) => path)).toEqual(['genres', 'books/1']);
	});
});

describe('row 57: `create`', () => {
	it('row 57: makes what nobody knows, and no more than that', async () => {
		site.answers = { 'GET tags': having(term(1, 'red', 'Red')), 'POST tags': made };
		expect((await setting(['red', 'New One', 7], { create: true })).state).toBe('resolved');
		expect(site.asked.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
			{ name: 'New One' },
		]);
		expect(savedTags()).toEqual([1, 97, 7]);
	});

	it('row 57: makes a word once', async () => {
		site.answers = { 'GET tags': listed([]), 'POST tags': made };
		await setting(['New', 'New', { name: 'New' }], { create: true });
		expect(site.lines().filter((line) => line === 'POST tags')).toHaveLength(1);
		expect(savedTags()).toEqual([93]);
	});

	it('row 57: takes what somebody else has made meanwhile', async () => {
		site.answers = { 'GET tags': listed([]), 'POST tags': fails(400, 'term_exists', { term_id: 41 }) };
		expect((await setting(['New'], { create: true })).state).toBe('resolved');
		expect(savedTags()).toEqual([41]);
	});

	it.each<[string, Answer, string]>([
		['is refused', fails(403, 'rest_cannot_create'), 'rest_cannot_create'],
		['breaks', { broken: true }, 'network_error'],
	])('row 58: that %s rejects with the reason, and saves nothing', async (_what, answer, code) => {
		site.answers = { 'GET tags': listed([]), 'POST tags': answer };
		const { state, args } = await setting(['New'], { create: true });
		expect([state, args[0].code, savedTags()]).toEqual(['rejected', code, undefined]);
	});

	it.each<[string, (api: any) => void]>([
		['a taxonomy that can only be read', () => {}],
		[
			'a class of terms that finds it not valid',
			(api) => (api.models.Tag = api.models.Tag.extend({ validate: () => 'Not on Sundays' })),
		],
	])('row 58: of %s rejects, and saves nothing', async (what, change) => {
		site.answers = { 'GET tags': listed([]), 'PATCH posts/1': ok({ id: 1 }) };
		const index = small();
		if (what.includes('read')) {
			index.routes['/wp/v2/tags'] = route('GET', { reads: ['hide_empty', 'slug'] });
			index.routes[`/wp/v2/tags/${ID}`] = route('GET');
		}
		const api = open({ schema: index });
		change(api);
		const { state } = await ending(new api.models.Post({ id: 1 }).setTags(['New'], { create: true }));
		expect([state, savedTags()]).toEqual(['rejected', undefined]);
	});

	it.each([{}, { create: false }, undefined])('is not done unasked: %j', async (options) => {
		site.answers['GET tags'] = listed([]);
		expect((await setting(['New'], options)).args[0].code).toBe('unknown_term');
		expect(site.lines()).not.toContain('POST tags');
	});
});

describe('row 58: every promise settles', () => {
	it.each<[string, string, Answer]>([
		['the slugs', 'slug[]', fails(403, 'oh')],
		['the names', 'search', fails(403, 'oh')],
	])('row 58: where %s are refused', async (_what, argument, answer) => {
		site.answers['GET tags'] = ({ query }) => (query.has(argument) ? answer : listed([]));
		const { state, args } = await setting(['a']);
		expect([state, args[0].code, savedTags()]).toEqual(['rejected', 'oh', undefined]);
	});

	it.each([null, {}, 'text', 5, [null]])('row 58: where the list is %j', async (body) => {
		site.answers['GET tags'] = ok(body);
		expect((await setting(['a'])).state).toBe('rejected');
	});

	it('row 58: a promise that nobody else can settle', () => {
		const promise = new (open().models.Post)({ id: 1 }).setTags(['a']);
		expect([promise.resolve, promise.reject]).toEqual([undefined, undefined]);
		void ending(promise);
	});
});

describe('row 60: getTerms() and setTerms()', () => {
	it('row 60: resolve with a collection, and with what is saved', async () => {
		site.answers = { 'GET tags': listed([term(5, 'five'), term(6, 'six')]), 'PATCH posts/1': ok({ id: 1 }) };
		const api = open();
		const post = new api.models.Post({ id: 1, tags: [6, 5] });
		const tags = await post.getTerms('tags');
		expect(tags).toBeInstanceOf(api.collections.Tags);
		expect(tags.pluck('id')).toEqual([6, 5]);
		expect(tags.at(0).hasUnsavedChanges()).toBe(false);
		await post.setTerms('tags', tags);
		expect(savedTags()).toEqual([6, 5]);
	});

	it.each(['genres', 'nothing', 'title', 'author', 'constructor', ''])(
		'row 60: of "%s", which a post has not, reject',
		async (taxonomy) => {
			const post = new (open().models.Post)({ id: 1 });
			for (const promise of [post.getTerms(taxonomy), post.setTerms(taxonomy, [1])]) {
				const { state, args } = await ending(promise);
				expect([state, args[0].code]).toEqual(['rejected', 'not_related']);
			}
			expect(site.asked).toEqual([]);
		},
	);

	it('row 60: what has no taxonomies has no such methods', () => {
		const { Comment, User } = open().models;
		expect([Comment.prototype.getTerms, User.prototype.setTerms]).toEqual([undefined, undefined]);
	});
});

describe('row 55: the terms of an item', () => {
	it('row 55: more than a hundred, each from one of as few requests as can be', async () => {
		const ids = Array.from({ length: 130 }, (_none, i) => i + 1);
		site.answers['GET tags'] = ({ query }) =>
			listed(
				String(query.get('include'))
					.split(',')
					.map((id) => term(Number(id), `t${id}`)),
			);
		const tags = await new (open().models.Post)({ id: 1, tags: ids }).getTags();
		expect(tags.map(({ id }: Term) => id)).toEqual(ids);
		expect(site.asked).toHaveLength(2);
	});

	it('row 55: of an unread item, page after page', async () => {
		site.answers['GET tags'] = [listed([term(1, 'a')], 2, 2), listed([term(2, 'b')], 2, 2)];
		expect(await new (open().models.Post)({ id: 1 }).getTags()).toHaveLength(2);
		expect(site.lines()).toEqual(['GET tags?per_page=100&post=1', 'GET tags?per_page=100&post=1&page=2']);
	});

	it('row 63: ids may be strings', async () => {
		site.answers['GET tags'] = listed([term(5, 'five'), term(6, 'six')]);
		const tags = await new (open().models.Post)({ id: 1, tags: ['5', '6'] }).getTags();
		expect(tags.map(({ id }: Term) => id)).toEqual([5, 6]);
	});

	it('row 63: ids that are strings find what is embedded', async () => {
		const _embedded = { 'wp:term': [[{ id: 5, taxonomy: 'post_tag' }]] };
		const tags = await new (open().models.Post)({ id: 1, tags: ['5'], _embedded }).getTags();
		expect([tags[0]?.id, site.asked.length]).toEqual([5, 0]);
	});

	it('one that is gone is left out', async () => {
		site.answers['GET tags'] = listed([term(5, 'five')]);
		const tags = await new (open().models.Post)({ id: 1, tags: [5, 6] }).getTags();
		expect(tags).toHaveLength(1);
		site.answers['GET tags/6'] = fails(404, 'rest_term_invalid');
		expect(await new (open().models.Post)({ id: 1, tags: [6] }).getTags()).toEqual([]);
	});

	it('those that may not be read reject with the reason', async () => {
		site.answers = { 'GET tags': fails(403, 'oh'), 'GET tags/6': fails(403, 'oh') };
		const { Post } = open().models;
		for (const tags of [[5, 6], [6], undefined]) {
			const { state, args } = await ending(new Post({ id: 1, tags }).getTags());
			expect([state, args[0].code]).toEqual(['rejected', 'oh']);
		}
	});
});

it('a site without the list of a taxonomy has no methods that could work', async () => {
	const index = schema({ [`/posts/${ID}`]: route('GET POST PUT', { writes: ['tags'] }) });
	const { state, args } = await ending(
		new (open({ schema: index }).models.Post)({ id: 1, tags: [1] }).getTags(),
	);
	expect([state, args[0].code]).toEqual(['rejected', 'not_related']);
});

it('terms by slug are all found on a site that gives fewer than 100 at once', async () => {
	const words = Array.from({ length: 45 }, (_none, i) => `word-${i + 1}`);
	site.answers['GET tags'] = ({ query }) => {
		const size = Number(query.get('per_page'));
		if (size > 20) return fails(400, 'rest_invalid_param', { params: { per_page: 'between 1 and 20' } });
		const start = (Number(query.get('page') ?? 1) - 1) * size;
		const slugs = query.getAll('slug[]');
		const items = slugs.map((slug) => ({ id: Number(slug.slice(5)), slug, name: slug }));
		return listed(items.slice(start, start + size), slugs.length, Math.ceil(slugs.length / size));
	};
	const { state } = await setting(words);
	expect([state, savedTags()]).toEqual(['resolved', words.map((_word, i) => i + 1)]);
	expect(site.asked.filter(({ method, path }) => method === 'GET' && path === 'tags')).toHaveLength(4);
});
