/** Pages with nonces that have gone stale, and visitors who are not who the page was made for, come in; who is asked for what goes out. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answers, NOTICE, noNonce, only, spoilt, toNonces } from '../faults/faults.ts';
import { logInTo, useFaults, type Faults } from '../faults/page.ts';
import type { Spot } from '../faults/server.ts';
import { failureOf, onServer } from './client.ts';
import { logOut } from './site.ts';

let here: Faults;
beforeAll(async () => {
	here = await useFaults();
});
afterAll(() => here.close());
afterEach(() => logInTo(here.site));

const nonce = '0123456789';
const kinds = ({ asked }: Spot): string[] =>
	asked.map((one) =>
		toNonces(one)
			? 'nonce'
			: `${one.method} ${one.headers['x-wp-nonce'] ? 'with' : 'without'} ${one.status ?? 0}`,
	);

it('many requests at once have it renewed once, and each is repeated once', async () => {
	const { api, spot } = here.open({ nonce });
	const posts = Array.from(
		{ length: 4 },
		(_, i) => new api.models.Post({ title: `Nonce ${i}`, status: 'draft' }),
	);
	await Promise.all(
		[...posts.map((post) => post.save()), new api.models.Post({ id: 1 }).fetch()].map((xhr) =>
			Promise.resolve(xhr),
		),
	);
	expect(new Set(posts.map(({ id }) => id)).size).toBe(4);
	expect(kinds(spot).filter((kind) => kind === 'nonce')).toHaveLength(1);
	expect(spot.asked.filter(({ status }) => status === 403)).toHaveLength(5);
	expect(spot.asked).toHaveLength(11);
	// From then on it is known.
	await Promise.all(posts.map((post) => Promise.resolve(post.destroy({ force: true }))));
	expect(spot.asked).toHaveLength(15);
	expect(api.endpoints.at(0).get('nonce')).toBe(here.site.nonce);
});

it('a fresher one is taken over from an answer', async () => {
	const fresh = spoilt(({ headers }) => ({ headers: { ...headers, 'x-wp-nonce': 'abcdef0123' } }));
	const { api, spot } = here.open({}, fresh);
	const post = new api.models.Post({ id: 1 });
	await post.fetch();
	await post.fetch();
	expect(spot.asked.map(({ headers }) => headers['x-wp-nonce'])).toEqual([
		here.site.nonce,
		'abcdef0123',
		...spot.asked.slice(2).map(({ headers }) => headers['x-wp-nonce']),
	]);
});

describe('a visitor who is logged out, on a page that was cached with a nonce', () => {
	it('reads, and after the first read nothing is asked twice', async () => {
		await logOut();
		const { api, spot } = here.open({ nonce });
		const post = new api.models.Post({ id: 1 });
		await post.fetch();
		expect(post.get('title').rendered.length).toBeGreaterThan(2);
		expect(kinds(spot)).toEqual(['GET with 403', 'nonce', 'GET without 200']);
		await new api.collections.Posts().fetch({ data: { per_page: 1 } });
		expect(kinds(spot).slice(3)).toEqual(['GET without 200']);
	});

	it('is told that a write is refused, and nothing goes round in circles', async () => {
		await logOut();
		const { api, spot } = here.open({ nonce });
		const failure = await failureOf(new api.models.Post({ title: 'Nobody', status: 'draft' }).save());
		expect(['rest_cookie_invalid_nonce', 'rest_cannot_create']).toContain(failure.code);
		expect(spot.asked.length).toBeLessThan(4);
		expect(spot.asked.filter(({ status = 500 }) => status < 300)).toEqual([]);
	});
});

it('a nonce that is refused time and again is renewed once a request', async () => {
	const { api, spot } = here.open(
		{ nonce },
		noNonce(answers(200, { 'content-type': 'text/plain' }, 'fedcba9876')),
	);
	const failure = await failureOf(new api.models.Post({ title: 'A', status: 'draft' }).save());
	expect(failure.code).toBe('rest_cookie_invalid_nonce');
	expect(kinds(spot)).toEqual(['POST with 403', 'nonce', 'POST with 403']);
	const post = new api.models.Post({ id: 1 });
	await post.fetch();
	expect(kinds(spot).slice(3)).toEqual(['GET with 403', 'nonce', 'GET with 403', 'GET without 200']);
});

it('a notice of PHP before the fresh one does not hide it', async () => {
	const { api } = here.open(
		{ nonce },
		only(
			toNonces,
			spoilt(({ body }) => ({ body: NOTICE + String(body) })),
		),
	);
	const post = new api.models.Post({ title: 'Noticed', status: 'draft' });
	await post.save();
	expect((await onServer(here.site, `wp/v2/posts/${post.id}?context=edit`)).title.raw).toBe('Noticed');
	await post.destroy({ force: true });
});
