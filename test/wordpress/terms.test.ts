/** Terms as people name them come in, by id, slug, name or model; that a post of a live site gets just these goes out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf, onServer, openApi, requestsOf } from './client.ts';
import { useSite, type Site } from './site.ts';

const names = ['Salt & Pepper', 'Café Noir', 'größe', 'UPPER case', '2024', 'Tom’s “Own”', 'Ünïcode ✓'];

const sorted = (ids: number[]): number[] => [...ids].sort((a, b) => a - b);

describe('on the newest version', () => {
	let site: Site;
	let api: any;
	let post: any;
	let made: any[];
	beforeAll(async () => {
		site = await useSite('newest');
		api = await openApi(site);
		made = await Promise.all(
			names.map(async (name) => {
				const tag = new api.models.Tag({ name });
				await tag.save();
				return tag;
			}),
		);
		post = new api.models.Post({ title: 'With terms', status: 'publish' });
		await post.save();
	});
	afterAll(async () => {
		for (const item of [post, ...made]) await item.destroy({ force: true });
	});

	const now = async (field = 'tags'): Promise<number[]> =>
		sorted((await onServer(site, `wp/v2/posts/${post.id}`))[field]);

	it('are known by their names, whatever is in these', async () => {
		for (const tag of made) {
			await post.setTerms('tags', [names[made.indexOf(tag)]]);
			expect(await now(), tag.get('name')).toEqual([tag.id]);
		}
		await post.setTerms('tags', names);
		expect(await now()).toEqual(sorted(made.map(({ id }) => id)));
	});

	it('are known by slug in any case, by id in a form field, as models and objects, and each counts once', async () => {
		const [first, second, third, fourth] = made;
		await post.setTags([
			first,
			first.id,
			String(second.id),
			third.get('slug'),
			third.get('name'),
			'UPPER-Case',
			{ slug: fourth.get('slug') },
		]);
		expect(await now()).toEqual(sorted([first, second, third, fourth].map(({ id }) => id)));
		expect((await post.getTags()).map(({ id }: any) => id)).toEqual(post.get('tags'));
	});

	it('are made where they are told to be, and by nobody else’s leave', async () => {
		const { code, message } = await failureOf(post.setTerms('tags', [made[0].id, 'Not & yet', 'nor this']));
		expect(code).toBe('unknown_term');
		expect(message).toContain('Not & yet');
		expect(message).toContain('nor this');
		const before = await now();
		expect(await onServer(site, 'wp/v2/tags?search=Not%20%26')).toEqual([]);
		expect(before).not.toEqual([made[0].id]);

		await post.setTerms('tags', [made[0].id, 'Not & yet'], { create: true });
		const [term] = await onServer(site, 'wp/v2/tags?slug=not-yet');
		expect(term.name).toBe('Not &amp; yet');
		expect(await now()).toEqual(sorted([made[0].id, term.id]));
		// The next time it is there.
		await post.setTerms('tags', ['Not & yet'], { create: true });
		expect(await now()).toEqual([term.id]);
		await new api.models.Tag({ id: term.id }).destroy();
	});

	it('of a taxonomy that the type does not have are refused', async () => {
		expect((await failureOf(post.getTerms('genres'))).code).toBe('not_related');
		expect((await failureOf(post.setTerms('genres', ['novel']))).code).toBe('not_related');
	});

	it('more than ten, and more than a hundred, are set and come back', async () => {
		const tags = new api.collections.Tags();
		await tags.fetchAll({ data: { exclude: made.map(({ id }) => id) } });
		const few = tags.slice(0, 12);
		const many = tags.slice(0, 115);
		for (const chosen of [few, many]) {
			const ids = sorted(chosen.map(({ id }: any) => id));
			const writing = await requestsOf(site, () =>
				post.setTerms(
					'tags',
					chosen.map((tag: any) => tag.get('slug')),
				),
			);
			expect(writing.map(({ method }) => method)).toEqual([
				...Array<string>(Math.ceil(chosen.length / 100)).fill('GET'),
				'PATCH',
			]);
			expect(await now()).toEqual(ids);

			const reading = await requestsOf(site, async () => {
				const found = await post.getTerms('tags');
				expect(found).toBeInstanceOf(api.collections.Tags);
				expect(sorted(found.pluck('id'))).toEqual(ids);
			});
			expect(reading).toHaveLength(Math.ceil(chosen.length / 100));
			const unread = await new api.models.Post({ id: post.id }).getTags();
			expect(sorted(unread.map(({ id }: any) => id))).toEqual(ids);
			const embedded = new api.models.Post({ id: post.id });
			await embedded.fetch({ data: { _embed: true } });
			expect(sorted((await embedded.getTags()).map(({ id }: any) => id))).toEqual(ids);
		}
	});

	it('row 60: of books are genres, by name, slug, model and list', async () => {
		const book = new api.models.Book({ title: 'With genres', status: 'publish' });
		await book.save();
		const genres = new api.collections.Genres();
		await genres.fetch({ data: { slug: ['poetry', 'travel'] } });
		const ids = sorted(genres.pluck('id'));
		for (const chosen of [['Poetry', 'travel'], genres, genres.models, ids]) {
			await book.setGenres([]);
			await book.setTerms('genres', chosen);
			expect(sorted((await onServer(site, `wp/v2/books/${book.id}`)).genres)).toEqual(ids);
		}
		expect(sorted((await book.getTerms('genres')).pluck('id'))).toEqual(ids);
		await book.destroy({ force: true });
	});
});
