/** Two people, and classes of a page's own, come in; that each saves what they meant to, and no more, goes out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { failureOf, onServer, openApi, requestsOf } from './client.ts';
import { useSite, type Site } from './site.ts';

const edit = { data: { context: 'edit' } };

describe('on the newest version', () => {
	let site: Site;
	let api: any;
	beforeAll(async () => {
		site = await useSite('newest');
		api = await openApi(site);
	});

	async function withItem(
		name: string,
		attributes: object,
		use: (id: number, now: () => Promise<any>) => Promise<void>,
	): Promise<void> {
		const item = new api.models[name]({ status: 'publish', ...attributes });
		await item.save();
		const path = item.url().replace(site.root, '');
		try {
			await use(item.id, () => onServer(site, `${path}?context=edit`));
		} finally {
			await new api.models[name]({ id: item.id }).destroy({ force: true });
		}
	}

	async function fetched(name: string, id: number, options: object = edit): Promise<any> {
		const item = new api.models[name]({ id });
		await item.fetch(options);
		return item;
	}

	describe('saveChanges', () => {
		it('of two editors does not undo what the other has saved', async () => {
			await withItem('Post', { title: 'One', content: 'One', excerpt: 'One' }, async (id, now) => {
				const [ann, ben] = [await fetched('Post', id), await fetched('Post', id)];
				ann.set('title', 'Ann’s');
				ben.set('excerpt', 'Ben’s');
				await ann.saveChanges();
				const sent = await requestsOf(site, () => ben.saveChanges());
				expect(sent).toMatchObject([{ body: { excerpt: 'Ben’s' } }]);
				expect(Object.keys(sent[0]!.body as object)).toEqual(['excerpt']);
				expect(await now()).toMatchObject({
					title: { raw: 'Ann’s' },
					excerpt: { raw: 'Ben’s' },
					content: { raw: 'One' },
				});
				// Ben has learnt of it by the answer.
				expect(ben.get('title').raw).toBe('Ann’s');
				expect([ann.hasUnsavedChanges(), ben.hasUnsavedChanges()]).toEqual([false, false]);
			});
		});

		it('row 61: of two who change different meta, neither does, and the change shows', async () => {
			const meta = { subtitle: 'One', rating: 1 };
			await withItem('Post', { title: 'With meta', meta }, async (id, now) => {
				const [ann, ben] = [await fetched('Post', id), await fetched('Post', id)];
				const copy = ben.clone();
				const seen: string[] = [];
				ben.on('all', (event: string) => seen.push(event));
				ann.setMeta('subtitle', 'Ann’s');
				ben.setMeta('rating', 5);
				expect(seen).toEqual(['change:meta', 'change']);
				expect([ben.hasChanged('meta'), ben.previous('meta').rating, copy.getMeta('rating')]).toEqual([
					true,
					1,
					1,
				]);
				await ann.saveChanges();
				const sent = await requestsOf(site, () => ben.saveChanges());
				expect(sent.map(({ body }) => body)).toEqual([{ meta: { rating: 5 } }]);
				expect((await now()).meta).toMatchObject({ subtitle: 'Ann’s', rating: 5 });
				expect(ben.getMeta('subtitle')).toBe('Ann’s');
			});
		});

		it('notices what was changed inside of an object, and what was changed back', async () => {
			const meta = { keywords: ['a', 'b'] };
			await withItem('Post', { title: 'With meta', meta }, async (id, now) => {
				const post = await fetched('Post', id);
				post.get('meta').keywords.push('c');
				expect(post.hasUnsavedChanges()).toBe(true);
				await post.saveChanges();
				expect((await now()).meta.keywords).toEqual(['a', 'b', 'c']);
				post.set('title', 'Something else');
				post.set('title', 'With meta');
				expect(post.hasUnsavedChanges()).toBe(false);
				expect(await requestsOf(site, () => post.saveChanges())).toEqual([]);
			});
		});

		it('saves an item that was not fetched, and one that is new', async () => {
			await withItem('Page', { title: 'One', content: 'One' }, async (id, now) => {
				const page = new api.models.Page({ id });
				await page.saveChanges('title', 'Two');
				expect(await now()).toMatchObject({ title: { raw: 'Two' }, content: { raw: 'One' } });
			});
			const tag = new api.models.Tag({ name: 'Saved as a change' });
			await tag.saveChanges();
			expect(await onServer(site, `wp/v2/tags/${tag.id}`)).toMatchObject({ name: 'Saved as a change' });
			await tag.destroy();
		});

		it('keeps what was refused for the next attempt', async () => {
			await withItem('Post', { title: 'One' }, async (id, now) => {
				const post = await fetched('Post', id);
				const { code } = await failureOf(post.saveChanges({ title: 'Two', status: 'nonsense' }));
				expect([code, post.hasUnsavedChanges()]).toEqual(['rest_invalid_param', true]);
				expect((await now()).title.raw).toBe('One');
				await post.saveChanges({ status: 'draft' });
				expect(await now()).toMatchObject({ title: { raw: 'Two' }, status: 'draft' });
			});
		});

		it('row 47: empties a slug, so that WordPress makes one of the title', async () => {
			await withItem('Post', { title: 'By its title', slug: 'by-hand' }, async (id, now) => {
				const post = await fetched('Post', id);
				await post.saveChanges({ slug: '' });
				expect((await now()).slug).toBe('by-its-title');
				expect(post.get('slug')).toBe('by-its-title');
			});
		});
	});

	it('row 48: a comment of a visitor, fetched and saved whole, is still the visitor’s', async () => {
		const visitor = { post: 1, content: 'One', author_name: 'Ann', author_email: 'ann@lamp.example' };
		const comment = new api.models.Comment(visitor);
		await comment.save();
		await comment.fetch(edit);
		try {
			await comment.save({ content: 'Two' });
			const path = `wp/v2/comments/${comment.id}?context=edit`;
			expect(await onServer(site, path)).toMatchObject({
				author: 0,
				author_name: 'Ann',
				content: { raw: 'Two' },
			});
		} finally {
			await new api.models.Comment({ id: comment.id }).destroy({ force: true });
		}
	});

	describe('classes of one’s own', () => {
		it('row 66: a page of another name goes to the trash, a term of another name is deleted', async () => {
			const MyPage = api.models.Page.extend({ name: 'MyPage', initialize: () => undefined });
			const MyCategory = api.models.Category.extend({ name: 'Mine', initialize: () => undefined });
			await withItem('Page', { title: 'Mine' }, async (id, now) => {
				await new MyPage({ id }).destroy();
				expect((await now()).status).toBe('trash');
			});
			const category = new MyCategory({ name: 'Mine' });
			await category.save();
			await category.destroy();
			expect((await onServer(site, `wp/v2/categories/${category.id}`)).code).toBe('rest_term_invalid');
		});

		it('keep the helpers and their own address, and are used by lists and relations', async () => {
			const own = await openApi(site);
			own.models.User = own.models.User.extend({ greeting: () => 'Hello' });
			own.models.Book = own.models.Book.extend({
				urlRoot: `${site.root}wp/v2/books`,
				defaults: { title: 'Untitled' },
			});
			const book = new own.models.Book({ status: 'draft' });
			await book.save();
			expect(book.get('title').raw).toBe('Untitled');
			expect((await book.getAuthorUser()).greeting()).toBe('Hello');
			await book.setGenres(['poetry']);
			expect((await book.getGenres()).map(({ slug }: any) => slug)).toEqual(['poetry']);
			await book.saveChanges({ title: 'Titled' });
			await book.destroy();
			const path = `wp/v2/books/${book.id}?context=edit`;
			expect(await onServer(site, path)).toMatchObject({ status: 'trash', title: { raw: 'Titled' } });
			const books = new own.collections.Books();
			await books.fetch({ data: { include: book.id, status: 'trash' } });
			expect(books.at(0)).toBeInstanceOf(own.models.Book);
			await books.at(0).destroy({ force: true });
			expect((await onServer(site, path)).code).toBe('rest_post_invalid_id');
		});

		it('are found by their type', () => {
			for (const [type, name] of [
				['post', 'Post'],
				['page', 'Page'],
				['attachment', 'Media'],
				['book', 'Book'],
				['chapter', 'Chapter'],
				['wp_block', 'Block'],
				['wp_navigation', 'Navigation'],
				['nav_menu_item', 'MenuItem'],
				['category', 'Category'],
				['post_tag', 'Tag'],
				['genre', 'Genre'],
			] as const)
				expect(api.getModelByType(type), type).toBe(api.models[name]);
			expect(api.getCollectionByType('book')).toBe(api.collections.Books);
			expect(api.getModelByType('no_such')).toBeUndefined();
		});
	});
});
