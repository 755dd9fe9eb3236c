/** A hundred posts of a live site come in, all asking at once for what belongs to them; right answers go out, and few requests. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf, onServer, openApi, requestsOf, type Sent } from './client.ts';
import { useSite, visitAs, type Site } from './site.ts';

/** Posts by eight authors, with 60 pictures, all categories, and 120 tags: more than one list can hold. */
const archive = `
	global $wpdb;
	$pdo = $GLOBALS['@pdo'];
	$insert = function ( $table, $row ) use ( $wpdb, $pdo ) {
		$columns = implode( ', ', array_keys( $row ) );
		$marks   = implode( ', ', array_fill( 0, count( $row ), '?' ) );
		$pdo->prepare( "INSERT INTO {$wpdb->prefix}$table ( $columns ) VALUES ( $marks )" )->execute( array_values( $row ) );
		return (int) $pdo->lastInsertId();
	};
	$post = fn( $type, $title, $author, $status, $mime = '' ) => $insert( 'posts', array(
		'post_type' => $type, 'post_title' => $title, 'post_name' => sanitize_title( $title ), 'post_author' => $author,
		'post_status' => $status, 'post_mime_type' => $mime, 'post_content' => '', 'post_excerpt' => '',
		'post_date' => '2019-01-01 12:00:00', 'post_date_gmt' => '2019-01-01 10:00:00',
		'post_modified' => '2019-01-01 12:00:00', 'post_modified_gmt' => '2019-01-01 10:00:00',
	) );
	$categories = get_terms( array( 'taxonomy' => 'category', 'fields' => 'ids', 'hide_empty' => false ) );
	$made = array( 'users' => array(), 'pictures' => array(), 'tags' => array(), 'posts' => array() );
	$pdo->beginTransaction();
	foreach ( range( 1, 8 ) as $i ) {
		$id = $insert( 'users', array( 'user_login' => "writer$i", 'user_nicename' => "writer$i", 'display_name' => "Writer $i",
			'user_email' => "writer$i@lamp.example", 'user_registered' => '2020-01-01 08:00:00', 'user_pass' => 'x' ) );
		$insert( 'usermeta', array( 'user_id' => $id, 'meta_key' => 'wp_capabilities', 'meta_value' => serialize( array( 'author' => true ) ) ) );
		$made['users'][] = $id;
	}
	foreach ( range( 1, 60 ) as $i ) {
		$made['pictures'][] = $post( 'attachment', "Picture $i", 1, 'inherit', 'image/png' );
	}
	foreach ( range( 1, 120 ) as $i ) {
		$id = $insert( 'terms', array( 'name' => "Label $i", 'slug' => "label-$i", 'term_group' => 0 ) );
		$insert( 'term_taxonomy', array( 'term_taxonomy_id' => $id, 'term_id' => $id, 'taxonomy' => 'post_tag', 'description' => '', 'parent' => 0, 'count' => 3 ) );
		$made['tags'][] = $id;
	}
	foreach ( range( 0, 99 ) as $i ) {
		$id = $post( 'post', "Archived $i", $made['users'][ $i % 8 ], 'publish' );
		$insert( 'postmeta', array( 'post_id' => $id, 'meta_key' => '_thumbnail_id', 'meta_value' => $made['pictures'][ $i % 60 ] ) );
		$terms = array( $categories[ $i % count( $categories ) ], $categories[ ( $i + 3 ) % count( $categories ) ] );
		foreach ( array( $i, $i + 20, $i + 50 ) as $tag ) {
			$terms[] = $made['tags'][ $tag % 120 ];
		}
		foreach ( array_unique( $terms ) as $term ) {
			$insert( 'term_relationships', array( 'object_id' => $id, 'term_taxonomy_id' => $term ) );
		}
		$made['posts'][] = $id;
	}
	$pdo->commit();
	echo wp_json_encode( $made );
`;

const clean = (made: Made): string => `
	global $wpdb;
	$made = json_decode( '${JSON.stringify(made)}', true );
	$posts = implode( ',', array_merge( $made['posts'], $made['pictures'] ) );
	$wpdb->query( "DELETE FROM {$wpdb->posts} WHERE ID IN ( $posts )" );
	$wpdb->query( "DELETE FROM {$wpdb->postmeta} WHERE post_id IN ( $posts )" );
	$wpdb->query( "DELETE FROM {$wpdb->term_relationships} WHERE object_id IN ( $posts )" );
	$tags = implode( ',', $made['tags'] );
	$wpdb->query( "DELETE FROM {$wpdb->terms} WHERE term_id IN ( $tags )" );
	$wpdb->query( "DELETE FROM {$wpdb->term_taxonomy} WHERE term_id IN ( $tags )" );
	$users = implode( ',', $made['users'] );
	$wpdb->query( "DELETE FROM {$wpdb->users} WHERE ID IN ( $users )" );
	$wpdb->query( "DELETE FROM {$wpdb->usermeta} WHERE user_id IN ( $users )" );
`;

type Made = Record<'users' | 'pictures' | 'tags' | 'posts', number[]>;
type Items = Map<number, any>;

describe('on the newest version', () => {
	let site: Site;
	let api: any;
	let made: Made;
	let posts: any;
	beforeAll(async () => {
		site = await useSite('newest');
		// Each test looks at the requests that it makes itself.
		api = await openApi(site, { relatedMaxAge: 0 });
		made = JSON.parse(await site.php(archive)) as Made;
		posts = new api.collections.Posts();
		await posts.fetch({ data: { include: made.posts, orderby: 'include', per_page: 100 } });
		expect(posts.pluck('id')).toEqual(made.posts);
	});
	afterAll(async () => {
		if (made) await site.php(clean(made));
	});

	/** What the server itself has under a path, by id. */
	async function byId(...paths: string[]): Promise<Items> {
		const found: Items = new Map();
		for (const path of paths)
			for (const item of await onServer(site, `wp/v2/${path}`)) found.set(item.id, item);
		return found;
	}

	const shapes = (sent: Sent[]): string[] => sent.map(({ path }) => path.split('?')[0]!).sort();

	it('a hundred posts get author, categories, tags and picture by five requests', async () => {
		const answers: any[] = [];
		const sent = await requestsOf(site, async () => {
			answers.push(
				...(await Promise.all(
					posts.map((post: any) =>
						Promise.all([
							post.getAuthorUser(),
							post.getCategories(),
							post.getTags(),
							post.getFeaturedMedia(),
							post.getTerms('tags'),
						]),
					),
				)),
			);
		});
		expect(shapes(sent)).toEqual([
			'wp/v2/categories',
			'wp/v2/media',
			'wp/v2/tags',
			'wp/v2/tags',
			'wp/v2/users',
		]);
		// Each id once, a hundred at most.
		for (const path of ['users', 'categories', 'media', 'tags']) {
			const lists = sent.filter((one) => one.path.startsWith(`wp/v2/${path}?`)).map((one) => idsOf(one));
			expect(lists.every(({ length }) => length <= 100)).toBe(true);
			expect(new Set(lists.flat()).size).toBe(lists.flat().length);
		}

		const users = await byId(`users?per_page=100&include=${made.users.join()}`);
		const pictures = await byId(`media?per_page=100&include=${made.pictures.join()}`);
		const categories = await byId('categories?per_page=100');
		const [some, others] = [made.tags.slice(0, 60), made.tags.slice(60)];
		const tags = await byId(
			`tags?per_page=100&include=${some.join()}`,
			`tags?per_page=100&include=${others.join()}`,
		);
		posts.each((post: any, i: number) => {
			const [author, ownCategories, ownTags, picture, collection] = answers[i];
			expect(author.attributes).toEqual(users.get(post.get('author')));
			expect(author).toBeInstanceOf(api.models.User);
			expect(picture.attributes).toEqual(pictures.get(post.get('featured_media')));
			expect(picture).toBeInstanceOf(api.models.Media);
			expect(ownCategories).toEqual(post.get('categories').map((id: number) => categories.get(id)));
			expect(ownTags).toEqual(post.get('tags').map((id: number) => tags.get(id)));
			expect(ownTags).toHaveLength(3);
			expect(collection.toJSON()).toEqual(ownTags);
		});
	});

	it('what the server does not have is told to those who asked for it, and to nobody else', async () => {
		const [first, second, third] = posts.models;
		const orphan = new api.models.Post({ id: 1, author: 999_999, featured_media: 999_998, tags: [999_997] });
		const sent = await requestsOf(site, async () => {
			const [lost, author, same, gone, picture, noTags, tags] = await Promise.all([
				failureOf(orphan.getAuthorUser()),
				first.getAuthorUser(),
				second.getAuthorUser(),
				failureOf(orphan.getFeaturedMedia()),
				third.getFeaturedMedia(),
				orphan.getTags(),
				third.getTags(),
			]);
			// Lists leave out what an item's own route may show, so it is asked as well.
			expect([lost.name, lost.code, lost.status]).toEqual(['WPApiError', 'rest_user_invalid_id', 404]);
			expect([gone.name, gone.code, gone.status]).toEqual(['WPApiError', 'rest_post_invalid_id', 404]);
			expect([author.id, same.id]).toEqual([first.get('author'), second.get('author')]);
			expect(picture.id).toBe(third.get('featured_media'));
			// A term that is gone is left out.
			expect([noTags, tags.length]).toEqual([[], 3]);
		});
		expect(shapes(sent)).toEqual([
			'wp/v2/media',
			'wp/v2/media/999998',
			'wp/v2/tags',
			'wp/v2/tags/999997',
			'wp/v2/users',
			'wp/v2/users/999999',
		]);
	});

	it('one item alone is asked for by its own address, which says best what is wrong', async () => {
		const orphan = new api.models.Post({ id: 1, author: 999_999 });
		const sent = await requestsOf(site, async () => {
			const { code, status } = await failureOf(orphan.getAuthorUser());
			expect([code, status]).toEqual(['rest_user_invalid_id', 404]);
			const [one, other] = await Promise.all([posts.at(0).getAuthorUser(), posts.at(8).getAuthorUser()]);
			// Two callers, two models: what one changes is not the other's.
			expect([one.id, one === other]).toEqual([other.id, false]);
		});
		expect(sent.map(({ path }) => path)).toEqual(['wp/v2/users/999999', `wp/v2/users/${made.users[0]!}`]);
	});

	it('those of a later turn are asked for later', async () => {
		const sent = await requestsOf(site, async () => {
			await Promise.all([posts.at(0).getAuthorUser(), posts.at(1).getAuthorUser()]);
			await Promise.all([posts.at(2).getAuthorUser(), posts.at(3).getAuthorUser()]);
		});
		expect(sent.map(idsOf)).toEqual([made.users.slice(0, 2), made.users.slice(2, 4)]);
	});

	it('those of a moment ago are not asked for again, until one of them is written', async () => {
		const own = await openApi(site);
		const [first, second] = [0, 8].map((i) => new own.models.Post(posts.at(i).attributes));
		const sent = await requestsOf(site, async () => {
			const one = await first.getAuthorUser();
			expect(second.getAuthorUser().state()).toBe('resolved');
			await one.save({ nickname: 'Wick' }, { patch: true });
			const other = await second.getAuthorUser();
			expect([one.id, other.id, one === other]).toEqual([made.users[0], made.users[0], false]);
			await first.getAuthorUser({ fresh: true });
		});
		const path = `wp/v2/users/${made.users[0]!}`;
		expect(sent.map((one) => `${one.method} ${one.path}`)).toEqual([
			`GET ${path}`,
			`PATCH ${path}`,
			`GET ${path}`,
			`GET ${path}`,
		]);
	});

	it('whoever has published nothing is in no list that a reader gets, and is found all the same', async () => {
		try {
			const { models } = await openApi(await visitAs(site, 'rosa'));
			const { id } = JSON.parse(
				await site.php("echo wp_json_encode( array( 'id' => get_user_by( 'login', 'rosa' )->ID ) );"),
			);
			const [own, other] = [new models.Post({ id: 1, author: id }), new models.Post({ id: 2, author: 2 })];
			const people = await Promise.all([own.getAuthorUser(), other.getAuthorUser()]);
			expect(people.map((user: any) => user.get('name'))).toEqual(['Rosa Bell', 'Edith Crane']);
		} finally {
			await useSite('newest');
		}
	});
});

const idsOf = ({ path }: Sent): number[] => /include=([\d,]*)/.exec(path)![1]!.split(',').map(Number);
