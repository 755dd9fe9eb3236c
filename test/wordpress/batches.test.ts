/** What a page saves and deletes together comes in; the requests that WordPress gets for it, and what each promise says, go out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers, dropped, droppedAfter, firstTime, only } from '../faults/faults.ts';
import { useFaults, type Faults } from '../faults/page.ts';
import type { Asked, Fault, Spot } from '../faults/server.ts';
import { failureOf, onServer } from './client.ts';

let here: Faults;
beforeAll(async () => {
	here = await useFaults();
});
afterAll(async () => {
	await here.site.php(`
		global $wpdb;
		$made = "SELECT ID FROM $wpdb->posts WHERE post_type IN ( 'post', 'page', 'book', 'attachment' ) AND post_title LIKE 'Batched%'";
		foreach ( $wpdb->get_col( $made ) as $id ) wp_delete_post( $id, true );
		foreach ( get_terms( array( 'hide_empty' => false, 'name__like' => 'Batched' ) ) as $term ) wp_delete_term( $term->term_id, $term->taxonomy );
	`);
	await here.close();
});

const lines = ({ asked }: Spot): string[] =>
	asked.map(({ method, path }) => `${method} ${path.replace('/wp-json/', '')}`);
const toBatch = ({ path, method }: Asked): boolean => path.endsWith('/batch/v1') && method === 'POST';
const posts = (api: any, many: number): any[] =>
	Array.from({ length: many }, (_, i) => new api.models.Post({ title: `Batched ${i}`, status: 'draft' }));
const drafts = async (): Promise<number> =>
	Number(
		await here.site.php(
			`global $wpdb; echo $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->posts WHERE post_type = 'post' AND post_title LIKE 'Batched%'" );`,
		),
	);

it('30 go out in two lots, are deleted in two, and each model has its own answer', async () => {
	const { api, spot } = here.open();
	const before = await drafts();
	const all = posts(api, 30);
	const answered = await api.batch(() => all.forEach((post) => post.save()));
	expect(answered.map((xhr: any) => [xhr.state(), xhr.status])).toEqual(Array(30).fill(['resolved', 201]));
	expect(all.map((post) => post.get('title').raw)).toEqual(all.map((_, i) => `Batched ${i}`));
	expect(new Set(all.map(({ id }) => id)).size).toBe(30);
	expect((await drafts()) - before).toBe(30);
	await api.batch(() => all.forEach((post) => post.destroy({ force: true })));
	expect(await drafts()).toBe(before);
	// The first time there are more than fit, WordPress is asked how many do.
	expect(lines(spot)).toEqual(['OPTIONS batch/v1', ...Array(4).fill('POST batch/v1')]);
});

it('mixes creations, changes, deletions and types; reads and media go out by themselves', async () => {
	const { api, spot } = here.open();
	const [gone, kept, other] = posts(api, 3);
	await api.batch(() => [gone, kept, other].map((post) => post.save()));
	spot.asked.length = 0;
	const book = new api.models.Book({ title: 'Batched book', status: 'draft' });
	const tag = new api.models.Tag({ name: 'Batched tag' });
	const read = new api.models.Post({ id: 1 });
	const media = new api.models.Media({ title: 'Batched file' });
	const all = await api.batch(() => {
		gone.destroy();
		kept.save({ title: 'Batched, changed' }, { patch: true });
		other.save({ title: 'Batched, put' });
		book.save();
		tag.save();
		read.fetch();
		media.upload(new File(['Salt'], 'batched.txt', { type: 'text/plain' }));
	});
	expect(all.map((xhr: any) => xhr.state())).toEqual(Array(7).fill('resolved'));
	expect(lines(spot).sort()).toEqual(['GET wp/v2/posts/1', 'POST batch/v1', 'POST wp/v2/media']);
	const { requests } = JSON.parse(String(spot.asked.find(toBatch)!.body)) as {
		requests: { method: string }[];
	};
	expect(requests.map(({ method }) => method)).toEqual(['DELETE', 'PATCH', 'PUT', 'POST', 'POST']);
	const read2 = async (path: string): Promise<any> => onServer(here.site, `wp/v2/${path}?context=edit`);
	expect((await read2(`posts/${gone.id}`)).status).toBe('trash');
	expect((await read2(`posts/${kept.id}`)).title.raw).toBe('Batched, changed');
	expect((await read2(`posts/${other.id}`)).title.raw).toBe('Batched, put');
	expect((await read2(`books/${book.id}`)).title.raw).toBe('Batched book');
	expect((await read2(`tags/${tag.id}`)).name).toBe('Batched tag');
	expect([read.get('title').rendered.length > 3, media.id > 30]).toEqual([true, true]);
});

it('one that fails rejects by itself, with the code of WordPress', async () => {
	const { api } = here.open();
	const [good, bad, absent, last] = posts(api, 4);
	bad.set('status', 'nonsense');
	absent.set('id', 999_999);
	const events: string[] = [];
	bad.on('error', (_model: unknown, { code, params }: any) => events.push(code, ...Object.keys(params)));
	const all = await api.batch(() => [good, bad, absent, last].map((post) => post.save()));
	expect(all.map((xhr: any) => xhr.state())).toEqual(['resolved', 'rejected', 'rejected', 'resolved']);
	expect(all.map(({ code, status }: any) => [code, status]).slice(1, 3)).toEqual([
		['rest_invalid_param', 400],
		['rest_post_invalid_id', 404],
	]);
	expect(events).toEqual(['rest_invalid_param', 'status']);
	expect([good.id > 30, bad.isNew(), last.id > 30]).toEqual([true, true, true]);
});

it('with `require-all-validate` nothing is done where one is not valid', async () => {
	const { api } = here.open();
	const before = await drafts();
	const [good, bad] = posts(api, 2);
	bad.set('status', 'nonsense');
	const all = await api.batch(() => [good.save(), bad.save()], { validation: 'require-all-validate' });
	expect(all.map(({ code, status }: any) => [code, status])).toEqual([
		['batch_failed', 424],
		['rest_invalid_param', 400],
	]);
	expect([await drafts(), good.isNew()]).toEqual([before, true]);
	bad.set('status', 'draft');
	await api.batch(() => [good.save(), bad.save()], { validation: 'require-all-validate' });
	expect(await drafts()).toBe(before + 2);
});

it('a type without a trash is deleted, as it is without a batch', async () => {
	const { api } = here.open();
	await here.site.php(
		`file_put_contents( WPMU_PLUGIN_DIR . '/untrashable.php', "<?php add_filter( 'rest_book_trashable', '__return_false' );" );`,
	);
	try {
		const books = ['a', 'b', 'c'].map(
			(letter) => new api.models.Book({ title: `Batched ${letter}`, status: 'draft' }),
		);
		await api.batch(() => books.map((book) => book.save()));
		const single = await books[2]!.destroy();
		expect(single.deleted).toBe(true);
		const all = await api.batch(() => books.slice(0, 2).map((book) => book.destroy()));
		expect(all.map((xhr: any) => xhr.state())).toEqual(['resolved', 'resolved']);
	} finally {
		await here.site.php(`unlink( WPMU_PLUGIN_DIR . '/untrashable.php' );`);
	}
});

describe('a site that takes no batches', () => {
	const none = only(
		toBatch,
		answers(
			404,
			{ 'content-type': 'application/json' },
			'{"code":"rest_no_route","message":"None.","data":{"status":404}}',
		),
	);

	it('gets single requests, and is not asked again', async () => {
		const { api, spot } = here.open({}, none);
		const before = await drafts();
		const all = posts(api, 4);
		await api.batch(() => all.slice(0, 2).map((post) => post.save()));
		await api.batch(() => all.slice(2).map((post) => post.save()));
		expect((await drafts()) - before).toBe(4);
		expect(lines(spot)).toEqual(['POST batch/v1', ...Array(4).fill('POST wp/v2/posts')]);
	});

	it('is told by its own schema', async () => {
		const { api, spot } = here.open();
		const route = api.endpoints.at(0).get('schema').routes['/wp/v2/posts'];
		const schema = structuredClone(here.schema) as {
			routes: Record<string, { endpoints: { allow_batch?: object }[] }>;
		};
		expect(route.endpoints.some(({ allow_batch }: any) => allow_batch)).toBe(true);
		for (const { endpoints } of Object.values(schema.routes))
			for (const endpoint of endpoints) delete endpoint.allow_batch;
		const old = here.open({ schema: schema as never });
		const all = posts(old.api, 2);
		await old.api.batch(() => all.map((post) => post.save()));
		expect([lines(old.spot), lines(spot)]).toEqual([Array(2).fill('POST wp/v2/posts'), []]);
	});
});

it('a site that takes fewer is asked how many, and gets lots of that size', async () => {
	const few: Fault = async (asked, pass) => {
		const isQuestion = asked.method === 'OPTIONS';
		const { requests = [] } = toBatch(asked)
			? (JSON.parse(String(asked.body)) as { requests: unknown[] })
			: {};
		if (requests.length > 3) {
			const body = {
				code: 'rest_invalid_param',
				message: 'Too many.',
				data: { status: 400, params: { requests: 'Too many.' } },
			};
			return { status: 400, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
		}
		const reply = await pass();
		return isQuestion
			? { ...reply, body: String(reply.body).replaceAll('"maxItems":25', '"maxItems":3') }
			: reply;
	};
	const { api, spot } = here.open({}, few);
	const before = await drafts();
	await api.batch(() => posts(api, 7).map((post) => post.save()));
	expect((await drafts()) - before).toBe(7);
	// Of the last lot there is one left.
	expect(lines(spot)).toEqual([
		'POST batch/v1',
		'OPTIONS batch/v1',
		'POST batch/v1',
		'POST batch/v1',
		'POST wp/v2/posts',
	]);
});

it.each([
	['before it arrives', dropped, 0],
	['after it was done', droppedAfter, 2],
])('a connection that is lost %s: each is told, and nothing is sent again', async (_when, fault, made) => {
	const { api, spot } = here.open({}, firstTime(fault));
	const before = await drafts();
	const all = await api.batch(() => posts(api, 2).map((post) => post.save()));
	expect(all.map(({ code }: any) => code)).toEqual(['network_error', 'network_error']);
	await here.server.idle();
	expect([(await drafts()) - before, spot.asked.length]).toEqual([made, 1]);
});

it('what was saved before the function threw goes out all the same', async () => {
	const { api } = here.open();
	const [one, two] = posts(api, 2);
	const sent: any[] = [];
	expect(() =>
		api.batch(() => {
			sent.push(one.save(), two.save());
			throw new Error('Enough.');
		}),
	).toThrow('Enough.');
	await Promise.all(sent.map((xhr) => xhr.then(() => undefined)));
	expect([one.id > 30, two.id > 30]).toEqual([true, true]);
	// And the next one is its own again.
	await one.save({ title: 'Batched by itself' }, { patch: true });
	expect(one.get('title').raw).toBe('Batched by itself');
});

it('an empty one settles, and a member that is called off leaves the others', async () => {
	const { api } = here.open();
	expect(await api.batch(() => undefined)).toEqual([]);
	const [one, two, three] = posts(api, 3);
	const controller = new AbortController();
	const sent: any[] = [];
	const all = api.batch(() => {
		sent.push(one.save(null, { signal: controller.signal }), two.save(), three.save());
	});
	const failure = failureOf(sent[0]);
	controller.abort();
	expect((await failure).code).toBe('abort');
	await all;
	expect([one.isNew(), two.id > 30, three.id > 30]).toEqual([true, true, true]);
});

describe('what the page has printed', () => {
	it('answers the first read of a path, with its pages, and no other', async () => {
		const printed = await here.site.php(`
			wp_set_current_user( 1 );
			$paths = array( '/wp/v2/posts?per_page=4&orderby=id&order=asc', '/wp/v2/posts/1?context=edit', '/wp/v2/types?context=edit' );
			echo wp_json_encode( array_reduce( $paths, 'rest_preload_api_request', array() ) );
		`);
		const { api, spot } = here.open({ preload: JSON.parse(printed) as never });
		const list = new api.collections.Posts();
		await list.fetch({ data: { orderby: 'id', order: 'asc', per_page: 4 } });
		expect([list.pluck('id'), list.state.totalPages > 7, list.hasMore()]).toEqual([[1, 2, 3, 4], true, true]);
		const post = new api.models.Post({ id: 1 });
		await post.fetch({ data: 'context=edit' });
		expect(post.get('title').raw.length).toBeGreaterThan(2);
		const types = new api.collections.Types();
		await types.fetch({ data: { context: 'edit' } });
		expect(types.pluck('slug')).toContain('book');
		expect(spot.asked).toEqual([]);

		await list.more();
		await post.fetch({ data: { context: 'edit' } });
		await new api.models.Post({ id: 1 }).fetch();
		expect([list.pluck('id'), spot.asked.length]).toEqual([[5, 6, 7, 8], 3]);
	});
});
