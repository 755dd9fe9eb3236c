/**
 * A live site whose lists hide items, and give 20 at most, and one whose taxonomy has a namespace of its own. What single reads
 * would find is found, in whole lists, too.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf, onServer, openApi, requestsOf } from './client.ts';
import { useSite, visitAs, type Site } from './site.ts';

/** Each list gives 20 items at most, as a plugin may decide. Loans and their moods are routes of `lib/v1`. */
const narrow = `<?php
	$narrow = function ( $params ) {
		$params['per_page']['maximum'] = 20;
		return $params;
	};
	foreach ( array( 'post', 'page', 'attachment', 'post_tag', 'category', 'user', 'comment' ) as $name ) {
		add_filter( "rest_{$name}_collection_params", $narrow );
	}
	add_action( 'init', function () {
		register_taxonomy( 'mood', array( 'post', 'loan' ), array(
			'public' => true, 'show_in_rest' => true, 'rest_base' => 'moods', 'rest_namespace' => 'lib/v1',
		) );
		register_post_type( 'loan', array(
			'public' => true, 'show_in_rest' => true, 'rest_base' => 'loans', 'rest_namespace' => 'lib/v1',
			'supports' => array( 'title', 'editor', 'author', 'thumbnail', 'comments', 'revisions' ),
			'taxonomies' => array( 'post_tag' ),
		) );
	} );
`;

/** 45 tags of one post, 25 people with a post each, one without, pictures of which one is private, a draft page with children. */
const content = `
	wp_set_current_user( 1 );
	$tags = array();
	foreach ( range( 1, 45 ) as $i ) {
		$tags[] = wp_insert_term( "Label $i", 'post_tag' )['term_id'];
	}
	$page = fn( $fields ) => wp_insert_post( $fields + array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'P' ) );
	$post = wp_insert_post( array( 'post_title' => 'Tagged', 'post_status' => 'publish' ) );
	wp_set_object_terms( $post, $tags, 'post_tag' );
	$writers = array();
	foreach ( range( 1, 25 ) as $i ) {
		$writer = wp_insert_user( array( 'user_login' => "writer$i", 'user_pass' => 'x', 'user_email' => "w$i@lamp.example", 'role' => 'author' ) );
		wp_insert_post( array( 'post_title' => "By $i", 'post_status' => 'publish', 'post_author' => $writer ) );
		$writers[] = $writer;
	}
	$silent = wp_insert_user( array( 'user_login' => 'silent', 'user_pass' => 'x', 'user_email' => 's@lamp.example', 'role' => 'author' ) );
	$picture = fn( $status ) => wp_insert_post( array( 'post_type' => 'attachment', 'post_title' => 'Pic', 'post_status' => $status, 'post_mime_type' => 'image/png' ) );
	$mood = wp_insert_term( 'Calm', 'mood' )['term_id'];
	wp_insert_term( 'Stormy', 'mood' );
	wp_set_object_terms( $post, array( $mood ), 'mood' );
	$loan = wp_insert_post( array( 'post_type' => 'loan', 'post_title' => 'Loan', 'post_status' => 'publish', 'post_author' => $silent ) );
	wp_set_object_terms( $loan, array( $mood ), 'mood' );
	wp_set_object_terms( $loan, array( $tags[0] ), 'post_tag' );
	echo wp_json_encode( array(
		'tags' => $tags, 'post' => $post, 'writers' => $writers, 'silent' => $silent, 'mood' => $mood, 'loan' => $loan,
		'pictures' => array( $picture( 'inherit' ), $picture( 'private' ), $picture( 'inherit' ) ),
		'parents' => array( $page( array() ), $page( array( 'post_status' => 'draft' ) ), $page( array() ) ),
	) );
`;

let site: Site;
let made: any;
beforeAll(async () => {
	site = await useSite({ version: '6.7', muPlugins: { 'narrow.php': narrow } });
	made = JSON.parse(await site.php(content));
});

const ids = (items: any[]): number[] => items.map(({ id }) => id);
const sorted = (numbers: number[]): number[] => [...numbers].sort((a, b) => a - b);

describe.each<[string, object]>([
	['with the schema', {}],
	// No index: the client has its own routes only.
	['before the schema has arrived', { schema: null }],
])('what a list hides, %s', (_when, settings) => {
	const apiNow = async (): Promise<any> => {
		const { connect } = await import('../../src/index.ts');
		if (!('schema' in settings)) return openApi(site);
		const api = connect({ root: site.root, nonce: site.nonce, cacheSchema: false });
		pending.push(api.loadPromise);
		return api;
	};
	const pending: PromiseLike<unknown>[] = [];
	afterAll(() => Promise.all(pending));

	it('is found: a private picture among several', async () => {
		const { models } = await apiNow();
		const posts = made.pictures.map((id: number) => new models.Post({ id, featured_media: id }));
		const found = await Promise.all(posts.map((post: any) => post.getFeaturedMedia()));
		expect(ids(found)).toEqual(made.pictures);
		expect(found[1].get('status')).toBe('private');
	});

	it('is found: a draft parent', async () => {
		const { models } = await apiNow();
		const pages = made.parents.map((parent: number, i: number) => new models.Page({ id: i + 1, parent }));
		const found = await Promise.all(pages.map((page: any) => page.getParent()));
		expect(ids(found)).toEqual(made.parents);
		expect(found[1].get('status')).toBe('draft');
	});

	it('is found by a writer of their own: an author who has published nothing', async () => {
		const home = site;
		try {
			site = await visitAs(site, 'silent');
			const { models } = await apiNow();
			const authors = [made.writers[0], made.silent];
			const found = await Promise.all(
				authors.map((author: number) => new models.Post({ id: author, author }).getAuthorUser()),
			);
			expect(ids(found)).toEqual(authors);
			await Promise.all(pending);
		} finally {
			site = home;
			await useSite({ version: '6.7', muPlugins: { 'narrow.php': narrow } });
		}
	});
});

describe.each<[string, (index: any) => any]>([
	['names', (index) => index],
	[
		'leaves out',
		(index) => {
			for (const { endpoints } of Object.values<any>(index.routes))
				for (const { args } of endpoints) delete args.per_page?.maximum;
			return index;
		},
	],
])('on a site that gives 20 at once, where the schema %s the maximum,', (_what, edit) => {
	let api: any;
	beforeAll(async () => {
		api = await openApi(site, { schema: edit(await onServer(site, 'wp/v2')) });
	});

	it('getTags() gives all of them', async () => {
		const post = new api.models.Post({ id: made.post });
		expect(sorted(ids(await post.getTags()))).toEqual(sorted(made.tags));
		await post.fetch();
		expect(sorted(ids(await post.getTags()))).toEqual(sorted(made.tags));
	});

	it('all authors come, and in few requests', async () => {
		let found: any[] = [];
		const sent = await requestsOf(site, async () => {
			found = await Promise.all(
				made.writers.map((author: number) => new api.models.Post({ id: author, author }).getAuthorUser()),
			);
		});
		expect(ids(found)).toEqual(made.writers);
		// 25 are two lots; where the size is not known, one request is refused before.
		expect(sent.length).toBeLessThanOrEqual(4);
	});

	it('fetchAll() brings the whole list', async () => {
		const tags = new api.collections.Tags();
		await tags.fetchAll({ data: { include: made.tags } });
		expect(sorted(tags.pluck('id'))).toEqual(sorted(made.tags));
		expect([tags.state.totalPages, tags.state.currentPage]).toEqual([3, 3]);
	});

	it('terms are set by 45 slugs', async () => {
		const post = new api.models.Post({ id: made.post });
		await post.setTags(made.tags.map((_id: number, i: number) => `label-${i + 1}`));
		expect(sorted(post.get('tags'))).toEqual(sorted(made.tags));
	});
});

describe('a taxonomy and a type with a namespace of their own', () => {
	it('have their helpers once `api.init()` has loaded that namespace', async () => {
		const api = await openApi(site);
		const post = new api.models.Post({ id: made.post });
		await post.fetch();
		const refused = await failureOf(post.getMoods());
		expect([refused.code, refused.message]).toEqual([
			'not_related',
			'The routes of "moods" are not loaded: call api.init( { versionString } ) with their namespace.',
		]);

		await api.init({ versionString: 'lib/v1' });
		expect(ids(await post.getMoods())).toEqual([made.mood]);
		await post.setMoods(['stormy', 'Calm']);
		const moods = await post.getTerms('moods');
		expect(moods.pluck('slug').sort()).toEqual(['calm', 'stormy']);
		expect(moods).toBeInstanceOf(api.getCollectionByRoute('/lib/v1/moods'));
		expect((await onServer(site, `wp/v2/posts/${made.post}`)).moods).toHaveLength(2);

		const loan = new (api.getModelByRoute('/lib/v1/loans/(?P<id>[\\d]+)'))({ id: made.loan });
		await loan.fetch();
		expect(ids(await loan.getMoods())).toEqual([made.mood]);
		expect(ids(await loan.getTags())).toEqual([made.tags[0]]);
		expect((await loan.getAuthorUser()).id).toBe(made.silent);
		expect(await loan.getComments()).toHaveLength(0);
		expect((await loan.getRevisions()).url()).toBe(`${site.root}lib/v1/loans/${made.loan}/revisions`);
	});
});
