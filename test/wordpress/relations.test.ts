/** Items of a live site come in; those above and below them, their comments, their autosaves and whatever they link to go out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIn, failureOf, onServer, openApi, requestsOf } from './client.ts';
import { useSite, type Site, type SiteWish } from './site.ts';

/** A page with twelve pages below it, a chapter with one, and a post that has been said much about. */
const family = `
	$make = fn( $type, $title, $parent = 0, $status = 'publish' ) => wp_insert_post( array(
		'post_type' => $type, 'post_title' => $title, 'post_parent' => $parent, 'post_status' => $status,
		'post_author' => 2, 'comment_status' => 'open',
	) );
	$page = $make( 'page', 'Above' );
	$pages = array_map( fn( $number ) => $make( 'page', "Below $number", $page ), range( 1, 12 ) );
	$draft = $make( 'page', 'Not yet', 0, 'draft' );
	$chapter = $make( 'chapter', 'Above' );
	$post = $make( 'post', 'Much is said about this' );
	$GLOBALS['@pdo']->beginTransaction();
	foreach ( range( 1, 105 ) as $number ) {
		$GLOBALS['@pdo']->exec( "INSERT INTO {$wpdb->comments} ( comment_post_ID, comment_author, comment_content, comment_approved,
			comment_type, comment_parent, comment_date, comment_date_gmt ) VALUES ( $post, 'Ann', 'Word $number', '1', 'comment', 0,
			'2024-01-01 12:00:00', '2024-01-01 10:00:00' )" );
		$comments[] = (int) $GLOBALS['@pdo']->lastInsertId();
	}
	$GLOBALS['@pdo']->commit();
	$below = $make( 'page', 'Below the draft', $draft );
	$below_chapter = $make( 'chapter', 'Below', $chapter );
	$posts = array_merge( array( $page, $draft, $chapter, $post, $below, $below_chapter ), $pages );
	echo wp_json_encode( compact( 'page', 'pages', 'draft', 'below', 'chapter', 'below_chapter', 'post', 'comments', 'posts' ) );
`;

interface Family extends Record<'page' | 'draft' | 'below' | 'chapter' | 'below_chapter' | 'post', number> {
	pages: number[];
	comments: number[];
	posts: number[];
}

const sorted = (ids: number[]): number[] => [...ids].sort((a, b) => a - b);

describe('on the newest version', () => {
	let site: Site;
	let api: any;
	let made: Family;
	beforeAll(async () => {
		site = await useSite('newest');
		api = await openApi(site);
		made = JSON.parse(await site.php(`global $wpdb; ${family}`)) as Family;
	});
	afterAll(async () => {
		await site.php(`foreach ( ${JSON.stringify(made.posts)} as $id ) wp_delete_post( $id, true );`);
	});

	async function fetched(name: string, id: number, data: object = {}): Promise<any> {
		const item = new api.models[name]({ id });
		await item.fetch({ data });
		return item;
	}

	describe('parents and children', () => {
		it('of pages', async () => {
			const page = await fetched('Page', made.pages[3]!);
			const parent = await page.getParent();
			expect(parent).toBeInstanceOf(api.models.Page);
			expect(parent.attributes).toEqual(await onServer(site, `wp/v2/pages/${made.page}`));
			const children = await parent.getChildren();
			expect(children).toBeInstanceOf(api.collections.Pages);
			expect(sorted(children.pluck('id'))).toEqual(made.pages);
			const few = await parent.getChildren({ data: { per_page: 2, orderby: 'id', order: 'desc' } });
			expect(few.pluck('id')).toEqual(made.pages.slice(-2).reverse());
			expect((await failureOf(parent.getParent())).code).toBe('not_related');
			expect((await page.getChildren()).length).toBe(0);
		});

		it('of a type of one’s own', async () => {
			const chapter = await fetched('Chapter', made.below_chapter);
			const parent = await chapter.getParent();
			expect([parent.id, parent instanceof api.models.Chapter]).toEqual([made.chapter, true]);
			expect((await parent.getChildren()).pluck('id')).toEqual([made.below_chapter]);
		});

		it('a parent that is not published is found, too', async () => {
			const [one, other] = [await fetched('Page', made.below), await fetched('Page', made.pages[0]!)];
			const [draft, parent] = await Promise.all([one.getParent(), other.getParent()]);
			expect([draft.id, draft.get('status'), parent.id]).toEqual([made.draft, 'draft', made.page]);
		});

		it('of terms', async () => {
			const [{ id }] = await onServer(site, 'wp/v2/categories?slug=orchard');
			const orchard = await fetched('Category', id);
			expect((await orchard.getParent()).get('slug')).toBe('kitchen');
			expect((await orchard.getChildren()).pluck('slug').sort()).toEqual(['apples', 'oranges']);
			const embedded = await fetched('Category', id, { _embed: true });
			const sent = await requestsOf(site, async () =>
				expect((await embedded.getParent()).get('slug')).toBe('kitchen'),
			);
			expect(sent).toEqual([]);
			expect(api.models.Tag.prototype.getParent).toBeUndefined();
		});

		it('of comments', async () => {
			const [{ id }] = await onServer(site, 'wp/v2/comments?search=read%20this%20to%20him');
			for (const data of [{}, { _embed: true }]) {
				const comment = await fetched('Comment', id, data);
				const parent = await comment.getParent();
				expect(parent).toBeInstanceOf(api.models.Comment);
				expect(parent.get('content').rendered).toContain('our lamp until last');
				const replies = await comment.getChildren();
				expect(replies.map((reply: any) => reply.get('content').rendered)).toEqual([
					expect.stringContaining('Of course he did.'),
				]);
			}
		});

		it('of a revision, which is of its post', async () => {
			const revisions = await new api.models.Post({ id: 1 }).getRevisions();
			const post = await revisions.at(0).getParent();
			expect([post.id, post instanceof api.models.Post]).toEqual([1, true]);
		});
	});

	it('the parent of a version of a template is the template', async () => {
		const [{ stylesheet }] = await onServer(site, 'wp/v2/themes?status=active');
		const template = new api.models.Template({ id: `${stylesheet}//index` });
		await template.fetch();
		try {
			for (const content of ['<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph -->', 'Two', 'Three'])
				await template.save({ content }, { patch: true });
			await createIn(await template.getAutosaves(), { content: 'Not yet saved' });
			for (const versions of [await template.getRevisions(), await template.getAutosaves()]) {
				expect(versions.length).toBeGreaterThan(0);
				const version = versions.at(0);
				expect(Number(version.get('parent'))).toBeGreaterThan(0);
				const parent = await version.getParent();
				expect(parent).toBeInstanceOf(api.models.Template);
				expect(parent.id).toBe(template.id);
				const linked = await version.getLinked('parent');
				expect(linked.id).toBe(template.id);
			}
		} finally {
			await template.destroy({ force: true });
		}
	});

	describe('comments', () => {
		it('all of a post come, not ten nor a hundred', async () => {
			const post = new api.models.Post({ id: made.post });
			const sent = await requestsOf(site, async () => {
				const comments = await post.getComments();
				expect(comments).toBeInstanceOf(api.collections.Comments);
				expect(sorted(comments.pluck('id'))).toEqual(made.comments);
				expect(comments.every((comment: any) => comment.get('post') === made.post)).toBe(true);
			});
			expect(sent).toHaveLength(2);
		});

		it('come by the page, and of books and pages as well', async () => {
			const post = new api.models.Post({ id: made.post });
			const page = await post.getComments({ data: { per_page: 3, order: 'asc', orderby: 'id' } });
			expect([page.pluck('id'), page.hasMore()]).toEqual([made.comments.slice(0, 3), true]);
			const answer = await createIn(new api.collections.Comments(), {
				post: made.page,
				content: 'On a page',
			});
			expect((await new api.models.Page({ id: made.page }).getComments()).pluck('id')).toEqual([answer.id]);
			await answer.destroy({ force: true });
			const [{ id }] = await onServer(site, 'wp/v2/books?per_page=1');
			expect((await new api.models.Book({ id }).getComments()).length).toBe(0);
		});

		it('cannot be asked for before there is an id', async () => {
			expect((await failureOf(new api.models.Post().getComments())).code).toBe('not_related');
		});
	});

	it.each([
		['Post', 'posts'],
		['Page', 'pages'],
		['Book', 'books'],
	])('autosaves of a %s are read and created', async (name, path) => {
		const item = new api.models[name]({ title: 'Saved', content: 'As it was.', status: 'publish' });
		await item.save();
		const autosaves = await item.getAutosaves();
		expect(autosaves.length).toBe(0);
		const made = await createIn(autosaves, { title: 'Not yet saved', content: 'As it will be.' });
		expect(made.get('parent')).toBe(item.id);
		const listed = await onServer(site, `wp/v2/${path}/${item.id}/autosaves`);
		expect(listed.map(({ title }: any) => title.rendered)).toEqual(['Not yet saved']);
		expect((await item.getAutosaves()).pluck('id')).toEqual([made.id]);
		expect((await made.getParent()).get('title').rendered).toBe('Saved');
		await item.destroy({ force: true });
	});
});

const sites: [name: string, wish: 'newest' | SiteWish][] = [
	['the newest version', 'newest'],
	['plain permalinks in a subdirectory', { version: '6.7', permalinks: 'plain', subdirectory: '/blog' }],
];

describe.each(sites)('links on %s', (_name, wish) => {
	let site: Site;
	let api: any;
	let post: any;
	let embedded: any;
	beforeAll(async () => {
		site = await useSite(wish);
		api = await openApi(site);
		const slug = 'the-last-lamplighter-of-quay-street';
		post = new api.models.Post({ slug });
		embedded = new api.models.Post({ slug });
		await post.fetch();
		await embedded.fetch({ data: { _embed: true } });
	});

	const under = (path: string): Promise<any> =>
		onServer(site, site.root.includes('?') ? path.replace('?', '&') : path);

	it('lead to one item', async () => {
		for (const [relation, Model, path] of [
			['author', 'User', `wp/v2/users/${post.get('author')}`],
			['wp:featuredmedia', 'Media', `wp/v2/media/${post.get('featured_media')}`],
			['about', 'Type', 'wp/v2/types/post'],
			['self', 'Post', `wp/v2/posts/${post.id}`],
		] as const) {
			const found = await post.getLinked(relation);
			expect(found, relation).toBeInstanceOf(api.models[Model]);
			expect(found.attributes, relation).toMatchObject(await under(path));
		}
	});

	it('lead to lists', async () => {
		for (const [relation, List, path] of [
			['replies', 'Comments', `wp/v2/comments?post=${post.id}&per_page=100`],
			['version-history', 'PostRevisions', `wp/v2/posts/${post.id}/revisions`],
			['wp:attachment', 'Media', `wp/v2/media?parent=${post.id}`],
		] as const) {
			const found = await post.getLinked(relation);
			expect(found, relation).toBeInstanceOf(api.collections[List]);
			const expected = (await under(path)).map(({ id }: any) => id);
			expect(found.pluck('id'), relation).toEqual(expected);
		}
	});

	it('lead to a list for each taxonomy', async () => {
		const [categories, tags] = await post.getLinked('wp:term');
		expect([categories, tags].map((list) => list.constructor)).toEqual([
			api.collections.Categories,
			api.collections.Tags,
		]);
		expect(sorted(categories.pluck('id'))).toEqual(sorted(post.get('categories')));
		expect(sorted(tags.pluck('id'))).toEqual(sorted(post.get('tags')));
	});

	it('lead up: from a page to the one above, from a comment to its post', async () => {
		const [reply] = await under('wp/v2/comments?search=Of%20course%20he%20did');
		const comment = new api.models.Comment({ id: reply.id });
		await comment.fetch();
		const above = await comment.getLinked('up');
		expect([above.id, above instanceof api.models.Post]).toEqual([post.id, true]);
		expect((await comment.getLinked('in-reply-to')).id).toBe(reply.parent);
	});

	it('are followed without a request where the answer had it', async () => {
		const sent = await requestsOf(site, async () => {
			expect((await embedded.getLinked('author')).get('name')).toBe('Edith Crane');
			expect((await embedded.getLinked('wp:featuredmedia')).get('source_url')).toMatch(/\.png$/);
			const [categories, tags] = await embedded.getLinked('wp:term');
			expect(sorted(categories.pluck('id'))).toEqual(sorted(post.get('categories')));
			expect(sorted(tags.pluck('id'))).toEqual(sorted(post.get('tags')));
			const comments = await embedded.getLinked('replies');
			expect(comments).toBeInstanceOf(api.collections.Comments);
			expect(comments.length).toBeGreaterThan(10);
		});
		expect(sent).toEqual([]);
	});

	it('that are not there, or lead nowhere that is known, say so', async () => {
		expect((await failureOf(post.getLinked('no-such'))).code).toBe('not_related');
		expect((await failureOf(post.getLinked('curies'))).code).toBe('not_related');
		expect((await failureOf(new api.models.Post({ id: 1 }).getLinked('author'))).code).toBe('not_related');
	});
});

describe('a site with pretty permalinks, read below a root with plain ones,', () => {
	it('is followed along its pretty links', async () => {
		const site = await useSite('newest');
		const root = `${site.address}/index.php?rest_route=/`;
		const api = await openApi({ ...site, root });
		const post = new api.models.Post({ slug: 'the-last-lamplighter-of-quay-street' });
		await post.fetch();
		expect(post.get('_links').author[0].href).toContain('/wp-json/');
		const sent = await requestsOf({ ...site, root }, async () => {
			expect((await post.getLinked('author')).id).toBe(post.get('author'));
			expect((await post.getLinked('version-history')).url()).toBe(`${root}wp/v2/posts/${post.id}/revisions`);
			const [categories] = await post.getLinked('wp:term');
			expect(sorted(categories.pluck('id'))).toEqual(sorted(post.get('categories')));
		});
		expect(sent.map(({ path }) => path)).toContain(`wp/v2/users/${post.get('author')}`);
	});
});
