/** Items of a live site come in; what belongs to them, terms, people, pictures, revisions, meta, goes out, and is written. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createIn, failureOf, onServer, openApi, requestsOf } from './client.ts';
import { useSite, type Site } from './site.ts';

describe.each(['oldest', 'newest'] as const)('on the %s version', (which) => {
	let site: Site;
	let api: any;
	/** Of all tags, the last by name: not among the first hundred. */
	let lastTag: any;
	beforeAll(async () => {
		site = await useSite(which);
		api = await openApi(site);
		[lastTag] = await onServer(site, 'wp/v2/tags?orderby=name&order=desc&per_page=1');
	});

	async function withPost(
		attributes: object,
		use: (post: any, path: string) => Promise<void>,
	): Promise<void> {
		const post = new api.models.Post({ title: 'With helpers', status: 'publish', ...attributes });
		await post.save();
		try {
			await use(post, `wp/v2/posts/${post.id}`);
		} finally {
			await new api.models.Post({ id: post.id }).destroy({ force: true });
		}
	}

	const tagIds = async (count: number): Promise<number[]> =>
		(await onServer(site, `wp/v2/tags?per_page=${count}&orderby=id`)).map(({ id }: any) => id);

	describe('terms', () => {
		it('row 55: all tags of a post come, not ten', async () => {
			const tags = await tagIds(14);
			await withPost({ tags }, async (post) => {
				const found = await post.getTags();
				expect(Array.isArray(found)).toBe(true);
				expect(found.map(({ id }: any) => id).sort()).toEqual([...tags].sort());
				expect(found[0]).toMatchObject({ name: expect.any(String), taxonomy: 'post_tag' });
			});
		});

		it('row 56: they come for a post that was not fetched, too, and from what is embedded without a request', async () => {
			const tags = await tagIds(3);
			await withPost({ tags }, async ({ id }) => {
				const unread = await new api.models.Post({ id }).getTags();
				expect(unread.map((tag: any) => tag.id).sort()).toEqual([...tags].sort());
				const post = new api.models.Post({ id });
				await post.fetch({ data: { _embed: true } });
				const sent = await requestsOf(site, async () => {
					expect((await post.getTags()).map((tag: any) => tag.id).sort()).toEqual([...tags].sort());
					expect((await post.getCategories())[0].slug).toBe('uncategorized');
				});
				expect(sent).toEqual([]);
			});
		});

		it('row 57: slugs of tags are found beyond the first hundred', async () => {
			await withPost({}, async (post, path) => {
				await post.setTags([lastTag.slug]);
				expect((await onServer(site, path)).tags).toEqual([lastTag.id]);
			});
		});

		it('row 60: books have their genres; a menu item is in one menu, which is no list of terms', () => {
			expect(api.models.Book.prototype.getGenres).toBeTypeOf('function');
			expect(api.getModelByRoute('/wp/v2/menu-items/(?P<id>[\\d]+)').prototype.getMenus).toBeUndefined();
		});

		it('row 57: an unknown slug is told, and nothing is saved', async () => {
			await withPost({ tags: [lastTag.id] }, async (post, path) => {
				const sent = await requestsOf(site, async () => {
					const failure = await failureOf(post.setTags([lastTag.slug, 'no-such-tag']));
					expect(failure).toMatchObject({
						code: 'unknown_term',
						message: expect.stringContaining('no-such-tag'),
					});
				});
				// By slug, then by name.
				expect(sent.map(({ method }) => method)).toEqual(['GET', 'GET']);
				expect((await onServer(site, path)).tags).toEqual([lastTag.id]);
			});
		});

		it('row 58: categories are set by ids, slugs, models and a collection', async () => {
			const categories = new api.collections.Categories();
			await categories.fetch({ data: { slug: ['apples', 'oranges'] } });
			const ids = categories.pluck('id').sort();
			expect(ids).toHaveLength(2);
			await withPost({}, async (post, path) => {
				for (const given of [['apples', 'oranges'], ids, categories.models, categories]) {
					await post.setCategories([1]);
					await post.setCategories(given);
					expect((await onServer(site, path)).categories.sort()).toEqual(ids);
				}
				await post.setCategories([]);
				expect((await onServer(site, path)).categories).toEqual([]);
			});
		});

		it('row 59: only the terms are saved', async () => {
			const categories = new api.collections.Categories();
			await categories.fetch({ data: { slug: 'apples' } });
			await withPost({}, async (post, path) => {
				post.set('title', 'Not to be saved yet');
				const sent = await requestsOf(site, () => post.setCategoriesWithCollection(categories));
				expect(sent.map(({ body }) => body)).toEqual([{ categories: categories.pluck('id') }]);
				expect((await onServer(site, path)).title.rendered).toBe('With helpers');
			});
		});

		it('row 60: books have genres', async () => {
			const [{ id, genres }] = await onServer(site, 'wp/v2/books?slug=small-boats');
			const book = new api.models.Book({ id });
			await book.fetch();
			expect((await book.getGenres()).map((genre: any) => genre.name).sort()).toEqual(['Memoir', 'Travel']);
			await book.setGenres(['poetry']);
			expect((await book.getGenres()).map((genre: any) => genre.name)).toEqual(['Poetry']);
			await book.setGenres(genres);
			expect((await onServer(site, `wp/v2/books/${id}`)).genres.sort()).toEqual(genres.sort());
		});
	});

	describe('people and pictures', () => {
		it('come as models, embedded or asked for', async () => {
			const [{ id }] = await onServer(site, 'wp/v2/posts?slug=the-last-lamplighter-of-quay-street');
			for (const data of [{}, { _embed: true }]) {
				const post = new api.models.Post({ id });
				await post.fetch({ data });
				const sent = await requestsOf(site, async () => {
					const author = await post.getAuthorUser();
					expect(author).toBeInstanceOf(api.models.User);
					expect(author.get('name')).toBe('Edith Crane');
					const picture = await post.getFeaturedMedia();
					expect(picture).toBeInstanceOf(api.models.Media);
					expect(picture.get('source_url')).toMatch(/\.png$/);
				});
				expect(sent).toHaveLength('_embed' in data ? 0 : 2);
			}
		});

		it('row 63: a post without a picture says so', async () => {
			await withPost({}, async (post) => {
				expect((await failureOf(post.getFeaturedMedia())).code).toBe('not_related');
			});
		});
	});

	describe('revisions and autosaves', () => {
		it('row 54: pages and books have revisions, too', async () => {
			for (const [name, path] of [
				['Page', 'pages?slug=about-the-magazine'],
				['Post', 'posts?include=1'],
				['Book', 'books?per_page=1'],
			] as const) {
				const [{ id }] = await onServer(site, `wp/v2/${path}`);
				const revisions = await new api.models[name]({ id: String(id) }).getRevisions();
				const expected = await onServer(site, `wp/v2/${path.split('?')[0]!}/${id}/revisions`);
				expect(revisions.pluck('id'), name).toEqual(expected.map((revision: any) => revision.id));
				expect(revisions.every((revision: any) => revision.get('parent') === id)).toBe(true);
			}
		});

		it('row 53: a revision has its author and its date', async () => {
			const [revision] = (await new api.models.Post({ id: 1 }).getRevisions()).models;
			expect(revision).toBeInstanceOf(api.models.PostRevision);
			expect(revision.getDate('date_gmt').getTime()).toBe(Date.parse(`${revision.get('date_gmt')}Z`));
			expect((await revision.getAuthorUser()).id).toBe(revision.get('author'));
		});

		it('row 21: a revision of few fields fetches the others', async () => {
			const revisions = new api.collections.PostRevisions(null, { parent: 1 });
			await revisions.fetch({ data: { _fields: 'id' } });
			const first = revisions.at(0);
			expect(first.attributes).toEqual({ id: first.id });
			await first.fetch();
			expect(first.get('parent')).toBe(1);
		});

		it('row 23: an autosave is created, and leaves the post alone', async () => {
			await withPost({ title: 'Saved', content: 'As it was.' }, async (post, path) => {
				const autosaves = new api.collections.PostsAutosaves(null, { parent: post.id });
				const made = await createIn(autosaves, { title: 'Not yet saved', content: 'As it will be.' });
				expect(made.get('parent')).toBe(post.id);
				const listed = await onServer(site, `${path}/autosaves`);
				expect(listed.map(({ title }: any) => title.rendered)).toEqual(['Not yet saved']);
				expect((await onServer(site, path)).title.rendered).toBe('Saved');
				const again = new api.models.PostsAutosaves({ parent: post.id, id: made.id });
				await again.fetch();
				expect(again.get('title').rendered).toBe('Not yet saved');
			});
		});
	});

	describe('meta', () => {
		it('of posts is read and saved', async () => {
			await withPost({ meta: { subtitle: 'Below' } }, async (post, path) => {
				expect(post.getMeta('subtitle')).toBe('Below');
				post.setMeta('rating', 4);
				post.setMetas({ keywords: ['a', 'b'] });
				await post.save({ meta: post.getMetas() }, { patch: true });
				expect((await onServer(site, path)).meta).toMatchObject({
					subtitle: 'Below',
					rating: 4,
					keywords: ['a', 'b'],
				});
			});
		});

		it('row 62: of those without any, which is an empty list in PHP, is set as an object', async () => {
			const tag = new api.models.Tag({ id: lastTag.id });
			await tag.fetch();
			expect(tag.get('meta')).toEqual([]);
			expect([tag.getMetas(), tag.getMeta('colour')]).toEqual([{}, undefined]);
			tag.setMeta('colour', 'red');
			const sent = await requestsOf(site, () => tag.save());
			expect(sent[0]!.body).toMatchObject({ meta: { colour: 'red' } });
		});
	});
});
