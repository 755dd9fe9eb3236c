/** A live site comes in; posts as its administrator reads, pages through, writes and deletes them go out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createIn, failureOf, onServer, openApi, requestsOf } from './client.ts';
import { useSite, type Site } from './site.ts';

describe.each(['oldest', 'newest'] as const)('on the %s version', (which) => {
	let site: Site;
	let api: any;
	beforeAll(async () => {
		site = await useSite(which);
		api = await openApi(site);
	});

	describe('a list', () => {
		it('knows where it stands, page by page, to the end', async () => {
			const posts = new api.collections.Posts();
			expect(posts.hasMore()).toBe(null);
			const ids: number[] = [];
			await posts.fetch({ data: { per_page: 13, orderby: 'id', order: 'asc', status: 'publish' } });
			expect(posts.state).toEqual({
				data: { per_page: 13, orderby: 'id', order: 'asc', status: 'publish' },
				currentPage: 1,
				totalPages: 3,
				totalObjects: 30,
			});
			for (ids.push(...posts.pluck('id')); posts.hasMore(); ids.push(...posts.pluck('id'))) {
				await posts.more();
			}
			expect(ids).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
			expect([posts.length, posts.state.currentPage, posts.hasMore(), posts.more()]).toEqual([
				4,
				3,
				false,
				false,
			]);
		});

		it('grows with `remove: false`, from any page', async () => {
			const posts = new api.collections.Posts();
			await posts.fetch({ data: { page: 2, per_page: 10, orderby: 'id', order: 'asc' } });
			expect([posts.at(0).id, posts.state.currentPage]).toEqual([11, 2]);
			await posts.more({ remove: false });
			expect(posts.pluck('id')).toEqual(Array.from({ length: 20 }, (_, i) => i + 11));
		});

		it('row 71: two calls of `more()` at once fetch one page', async () => {
			const posts = new api.collections.Posts();
			await posts.fetch({ data: { per_page: 5 } });
			const sent = await requestsOf(site, () => Promise.all([posts.more(), posts.more()]));
			expect(sent).toHaveLength(1);
			expect(posts.state.currentPage).toBe(2);
		});

		it('row 73: a page that is not there leaves the list as it was', async () => {
			const posts = new api.collections.Posts();
			await posts.fetch({ data: { per_page: 10 } });
			const before = posts.pluck('id');
			const { code, status } = await failureOf(posts.fetch({ data: { per_page: 10, page: 9 } }));
			expect([code, status]).toEqual(['rest_post_invalid_page_number', 400]);
			expect([posts.pluck('id'), posts.state.currentPage, posts.hasMore()]).toEqual([before, 1, true]);
		});

		it('row 75: goes on from an offset', async () => {
			const posts = new api.collections.Posts();
			const data = { offset: 24, per_page: 4, orderby: 'id', order: 'asc' };
			await posts.fetch({ data });
			await posts.more();
			expect(posts.pluck('id')).toEqual([29, 30]);
			expect(posts.hasMore()).toBe(false);
		});

		it('row 79: of no ids is empty', async () => {
			const posts = new api.collections.Posts([{ id: 1 }]);
			await posts.fetch({ data: { include: [] } });
			expect(posts.length).toBe(0);
		});

		it('is searched, and sorted, and takes its query as text', async () => {
			const posts = new api.collections.Posts();
			await posts.fetch({ data: 'search=lamplighter&include[]=1&include[]=2&orderby=include' });
			const [first] = await onServer(site, 'wp/v2/posts?search=lamplighter&include[]=1&include[]=2');
			expect(posts.pluck('id')).toEqual(first ? [first.id] : []);
			await posts.fetch({ data: new URLSearchParams('slug[]=the-last-lamplighter-of-quay-street') });
			expect(posts.pluck('slug')).toEqual(['the-last-lamplighter-of-quay-street']);
		});

		it('has created what it creates', async () => {
			const posts = new api.collections.Posts();
			const post = await createIn(posts, { title: 'Created by the list' });
			expect(posts.get(post.id)).toBe(post);
			expect((await onServer(site, `wp/v2/posts/${post.id}`)).title.rendered).toBe('Created by the list');
			await post.destroy({ force: true });
			expect(posts.length).toBe(0);
		});
	});

	describe('a post', () => {
		it('is created, changed, moved to the trash, taken out again and deleted for good', async () => {
			const post = new api.models.Post({ title: 'A live post', content: 'First.', status: 'publish' });
			expect(post.isNew()).toBe(true);
			await post.save();
			const { id } = post;
			const path = `wp/v2/posts/${id}`;
			expect(post.get('slug')).toBe('a-live-post');
			expect((await onServer(site, path)).content.rendered).toContain('First.');

			await post.save({ title: 'A changed post' });
			expect(post.get('title')).toMatchObject({ raw: 'A changed post' });
			await post.save({ excerpt: 'In short.' }, { patch: true });
			expect(await onServer(site, path)).toMatchObject({
				title: { rendered: 'A changed post' },
				excerpt: { rendered: expect.stringContaining('In short.') },
				content: { rendered: expect.stringContaining('First.') },
			});

			await post.destroy();
			expect((await onServer(site, path)).status).toBe('trash');
			const found = new api.models.Post({ id });
			await found.save({ status: 'draft' }, { patch: true });
			expect(await onServer(site, path)).toMatchObject({
				status: 'draft',
				title: { rendered: 'A changed post' },
			});
			await found.destroy({ force: true });
			expect((await onServer(site, path)).code).toBe('rest_post_invalid_id');
		});

		it('row 48: what was read is saved without harm', async () => {
			const post = new api.models.Post({ id: 2 });
			await post.fetch({ data: { _embed: true } });
			const before = await onServer(site, 'wp/v2/posts/2?context=edit');
			await post.save();
			const { modified, modified_gmt, ...after } = await onServer(site, 'wp/v2/posts/2?context=edit');
			const { modified: _m, modified_gmt: _g, ...expected } = before;
			// The links to revisions count them.
			expect({ ...after, _links: null }).toEqual({ ...expected, _links: null });
			expect([modified, modified_gmt].every(Boolean)).toBe(true);
		});

		it('row 49: is found by its slug', async () => {
			const post = new api.models.Post({ slug: 'the-last-lamplighter-of-quay-street' });
			await post.fetch();
			expect(post.get('title').rendered).toBe('The last lamplighter of Quay Street');
			expect((await failureOf(new api.models.Post({ slug: 'no-such' }).fetch())).code).toBe('not_found');
			const list = await new api.models.Post().fetch();
			expect(list).toHaveLength(10);
		});

		it('row 47: gets a slug of its title when the slug is emptied', async () => {
			const post = new api.models.Post({ title: 'First title', slug: 'by-hand', status: 'publish' });
			await post.save();
			expect(post.get('slug')).toBe('by-hand');
			await post.save({ title: 'Second title' });
			expect(post.get('slug')).toBe('by-hand');
			await post.save({ slug: '' });
			expect(post.get('slug')).toBe('second-title');
			expect((await onServer(site, `wp/v2/posts/${post.id}`)).slug).toBe('second-title');
			await post.destroy({ force: true });
		});

		it('row 50: moves to the moment that `date_gmt` is set to', async () => {
			const post = new api.models.Post({ title: 'Dated', status: 'publish' });
			await post.save();
			await post.fetch();
			const moment = new Date('2021-03-04T10:00:00Z');
			post.setDate(moment, 'date_gmt');
			await post.save();
			expect(await onServer(site, `wp/v2/posts/${post.id}`)).toMatchObject({
				date_gmt: '2021-03-04T10:00:00',
				date: '2021-03-04T12:00:00',
			});
			expect(post.getInstant().getTime()).toBe(moment.getTime());
			await post.destroy({ force: true });
		});

		it('tells why the server refuses it', async () => {
			const post = new api.models.Post({ id: 1 });
			const failure = await failureOf(post.save({ status: 'nonsense' }, { patch: true }));
			expect(failure).toMatchObject({ status: 400, code: 'rest_invalid_param' });
			expect(Object.keys(failure.params)).toEqual(['status']);
			expect(failure.responseJSON.code).toBe('rest_invalid_param');
			expect((await failureOf(new api.models.Post({ id: 99999 }).fetch())).code).toBe('rest_post_invalid_id');
		});
	});
});
