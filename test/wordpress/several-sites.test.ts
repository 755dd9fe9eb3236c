/**
 * Three sites on one origin, with pretty and plain permalinks and a REST prefix of its own, come into one page, logged in to all; what
 * each of them is sent goes out: nothing of the others.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { batch, connect, preload, upload, type SettingsInput } from '../../src/index.ts';
import { answers, blocked, only } from '../faults/faults.ts';
import { logInTo, useFaults, type Faults } from '../faults/page.ts';
import type { Fault, Spot } from '../faults/server.ts';
import { failureOf } from './client.ts';
import { openSite, type Site } from './site.ts';

const prefix = `<?php add_filter( 'rest_url_prefix', fn() => 'data' );`;

let here: Faults;
let sites: Site[];
beforeAll(async () => {
	here = await useFaults();
	const plain = await openSite({ version: '6.7', permalinks: 'plain', subdirectory: '/blog' });
	const other = await openSite({ version: '6.7', muPlugins: { 'prefix.php': prefix } });
	await other.php('flush_rewrite_rules();');
	sites = [here.site, plain, { ...other, root: `${other.address}/data/` }];
	for (const site of sites.slice(1)) await logInTo(site);
});
afterAll(() => here.close());
afterEach(() => sessionStorage.clear());

interface Own {
	api: any;
	spot: Spot;
	site: Site;
}

function open(i: number, settings: SettingsInput = {}, fault?: Fault): Own {
	const site = sites[i]!;
	const spot = here.server.spot(fault, site);
	const usual = { root: spot.root, nonce: site.nonce, cacheSchema: false, schema: here.schema as never };
	return { site, spot, api: connect({ ...usual, ...settings }, [batch, preload, upload]) };
}

const verbs = ({ spot }: Own): string[] => spot.asked.map(({ method }) => method);
const noncesOf = ({ spot }: Own): Set<unknown> =>
	new Set(spot.asked.flatMap(({ headers }) => headers['x-wp-nonce'] ?? []));

/** Creates, changes and deletes, and reads a list. */
async function work({ api }: Own, title = 'Of this site'): Promise<void> {
	const post = new api.models.Post({ title, status: 'draft' });
	await post.save();
	await post.save({ title: `${title}, changed` }, { patch: true });
	expect(post.get('title').raw).toBe(`${title}, changed`);
	await post.destroy({ force: true });
	await new api.collections.Posts().fetch({ data: { per_page: 1 } });
}

it('each works, by the nonce of its own', async () => {
	const all = [0, 1, 2].map((i) => open(i));
	await Promise.all(all.map((own) => work(own)));
	expect(all.map(noncesOf)).toEqual(sites.map(({ nonce }) => new Set([nonce])));
	expect(all.map(verbs)).toEqual(Array(3).fill(['POST', 'PATCH', 'DELETE', 'GET']));
});

it.each([0, 1, 2])('a stale nonce is renewed at its own site (%i)', async (i) => {
	const own = open(i, { nonce: '0123456789' });
	const others = [0, 1, 2].filter((other) => other !== i).map((other) => open(other));
	await Promise.all([own, ...others].map((one) => work(one)));
	expect(noncesOf(own)).toEqual(new Set(['0123456789', sites[i]!.nonce]));
	const renewals = ({ spot }: Own): number =>
		spot.asked.filter(({ path }) => path === '/wp-admin/admin-ajax.php?action=rest-nonce').length;
	expect([own, ...others].map(renewals)).toEqual([1, 0, 0]);
});

it('headers, blocked verbs and forms are of one alone', async () => {
	const secret = { 'X-Secret': 'of the first' };
	const all = [
		open(0, { headers: secret, emulateJSON: true }),
		open(1, {}, blocked(405)),
		open(2, { emulateHTTP: true }),
	];
	for (const own of all) await work(own);
	expect(all.map(verbs)).toEqual([
		['POST', 'PATCH', 'DELETE', 'GET'],
		['POST', 'PATCH', 'POST', 'POST', 'GET'],
		['POST', 'POST', 'POST', 'GET'],
	]);
	expect(all.map(({ spot }) => spot.asked.filter(({ headers }) => headers['x-secret']).length)).toEqual([
		4, 0, 0,
	]);
	expect(all.map(({ spot }) => String(spot.asked[0]!.headers['content-type']).split(';')[0])).toEqual([
		'application/x-www-form-urlencoded',
		'application/json',
		'application/json',
	]);
});

it('what the page has printed of one answers that one alone', async () => {
	const printed = { '/wp/v2/posts/1': { body: { id: 1, title: { rendered: 'Printed' } } } };
	const all = [open(0, { preload: printed }), open(1)];
	const titles = await Promise.all(
		all.map(async ({ api }) => {
			const post = new api.models.Post({ id: 1 });
			await post.fetch();
			return post.get('title').rendered === 'Printed';
		}),
	);
	expect(titles).toEqual([true, false]);
	expect(all.map(({ spot }) => spot.asked.length)).toEqual([0, 1]);
});

it('copies of the schema are of one root, one namespace and one version each', async () => {
	const settings = { cacheSchema: true, schema: null };
	const all = [0, 1, 2].map((i) => open(i, settings));
	await Promise.all(all.map(({ api }) => api.loadPromise));
	await all[0]!.api.init({ versionString: 'library/v1' });
	const versioned = connect({ root: all[0]!.spot.root, schemaVersion: 2 });
	await versioned.loadPromise;
	// Copies are kept when the page has time.
	await new Promise((resolve) => setTimeout(resolve, 10));
	expect(Object.keys(sessionStorage)).toHaveLength(5);
	expect(all.map(({ spot }) => spot.asked.length)).toEqual([3, 1, 1]);
	expect(JSON.stringify(Object.entries(sessionStorage))).not.toMatch(
		new RegExp(sites.map(({ nonce }) => nonce).join('|')),
	);
	// From the copies, each has its own.
	for (const { spot } of all) {
		const again = connect({ root: spot.root });
		expect(again.loadPromise.state()).toBe('resolved');
		expect(new again.models.Post({ id: 5 }).url()).toBe(`${spot.root}wp/v2/posts/5`);
	}
	all[1]!.api.clearSchemaCache();
	expect(Object.keys(sessionStorage)).toHaveLength(4);
});

describe('one API with two roots', () => {
	it('has the classes of the second at its endpoint, without the secrets of the first', async () => {
		const first = open(0, {
			headers: { 'X-Secret': 'of the first' },
			preload: { '/wp/v2/posts/1': { body: { id: 1 } } },
			emulateHTTP: true,
		});
		const spot = here.server.spot(undefined, sites[1]);
		const endpoint = await first.api.init({ apiRoot: spot.root });
		const Post = endpoint.get('models').Post;
		expect(first.api.models.Post).not.toBe(Post);
		await new Post({ id: 1 }).fetch();
		expect((await failureOf(new Post({ title: 'A' }).save())).code).toBe('rest_cannot_create');
		expect((await failureOf(new Post({ id: 1 }).save({ title: 'A' }, { patch: true }))).code).toBe(
			'rest_cannot_edit',
		);
		const told = JSON.stringify(spot.asked.map(({ headers }) => headers));
		expect(told).not.toMatch(new RegExp(`of the first|${sites[0]!.nonce}`));
		expect(verbs({ ...first, spot })).toEqual(['GET', 'GET', 'POST', 'PATCH']);
		expect(first.spot.asked).toEqual([]);
	});

	it('sends a batch to each', async () => {
		const first = open(0);
		const spot = here.server.spot(undefined, sites[1]);
		const endpoint = await first.api.init({
			apiRoot: spot.root,
			nonce: sites[1]!.nonce,
			schema: here.schema,
		});
		const classes = [first.api.models.Post, endpoint.get('models').Post];
		const posts = classes.flatMap((Post) => ['a', 'b'].map((title) => new Post({ title, status: 'draft' })));
		await first.api.batch(() => posts.map((post) => post.save()));
		await first.api.batch(() => posts.map((post) => post.destroy({ force: true })));
		expect(
			[first.spot, spot].map(({ asked }) =>
				asked.map(({ method, path, status }) => `${method} ${path.replace(/.*(?=batch)/, '')} ${status!}`),
			),
		).toEqual([
			['POST batch/v1 201', 'POST batch/v1 200'],
			['POST batch/v1 201', 'POST batch/v1 200'],
		]);
		expect([first.spot, spot].map((one) => noncesOf({ ...first, spot: one }))).toEqual([
			new Set([sites[0]!.nonce]),
			new Set([sites[1]!.nonce]),
		]);
	});
});

it('a link to another site is not followed', async () => {
	const [own, other] = [open(0), open(1)];
	const post = new own.api.models.Post({
		id: 1,
		_links: { author: [{ href: `${other.spot.root}wp/v2/users/1` }] },
	});
	expect((await failureOf(post.getLinked('author'))).code).toBe('not_related');
	expect([own.spot.asked, other.spot.asked]).toEqual([[], []]);
});

it('a site that is down is down alone', async () => {
	const down = open(1, { retry: false }, answers(503));
	const lost = open(
		2,
		{ nonce: '0123456789' },
		only(({ path }) => path.includes('admin-ajax'), answers(500)),
	);
	const well = open(0);
	const ends = await Promise.all([
		failureOf(new down.api.models.Post({ title: 'A' }).save()),
		failureOf(new lost.api.models.Post({ title: 'A' }).save()),
		work(well),
	]);
	expect(ends.map((end) => end?.code)).toEqual(['http_error', 'rest_cookie_invalid_nonce', undefined]);
});
