/** Hosts that take neither PUT nor JSON come in; how they are served, and what WordPress has stored, go out. */
import Backbone from 'backbone';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { blocked } from '../faults/faults.ts';
import { useFaults, visit, type Faults } from '../faults/page.ts';
import type { Fault, Spot } from '../faults/server.ts';
import { onServer } from './client.ts';

let here: Faults;
beforeAll(async () => {
	here = await useFaults();
});
afterAll(() => here.close());
afterEach(() => visit(here.server.origin));

describe('a host that blocks PUT, PATCH and DELETE', () => {
	it('is remembered by the API that has met it: the next write is POST at once', async () => {
		const { api, spot } = here.open({}, blocked(405));
		const post = new api.models.Post({ title: 'Blocked', status: 'draft' });
		await post.save();
		await post.save({ title: 'Blocked twice' });
		await post.save({ title: 'Blocked thrice' }, { patch: true });
		await post.destroy({ force: true });
		expect(spot.asked.map(({ method, verb }) => `${method} ${verb}`)).toEqual([
			'POST POST',
			'PUT PUT',
			'POST PUT',
			'POST PATCH',
			'POST DELETE',
		]);
		expect((await onServer(here.site, `wp/v2/posts/${post.id}`)).code).toBe('rest_post_invalid_id');
		expect(Backbone.emulateHTTP).toBe(false);
	});

	it('is served by POST from the start where the settings say so, or Backbone does', async () => {
		const known = here.open({ emulateHTTP: true }, blocked(501));
		const [one, other] = [here.open(), here.open()];
		const post = new known.api.models.Post({ title: 'Known', status: 'draft' });
		await post.save();
		await post.save({ title: 'Known 1' });
		await new one.api.models.Post({ id: post.id }).save({ title: 'Known 2' }, { patch: true });
		Backbone.emulateHTTP = true;
		try {
			await new other.api.models.Post({ id: post.id }).save({ title: 'Known 3' }, { patch: true });
		} finally {
			Backbone.emulateHTTP = false;
		}
		expect((await onServer(here.site, `wp/v2/posts/${post.id}?context=edit`)).title.raw).toBe('Known 3');
		await post.destroy({ force: true });
		const verbs = ({ spot }: { spot: Spot }): string[] =>
			spot.asked.map(({ method, verb }) => `${method} ${verb}`);
		expect(verbs(known)).toEqual(['POST POST', 'POST PUT', 'POST DELETE']);
		expect([verbs(one), verbs(other)]).toEqual([['PATCH PATCH'], ['POST PATCH']]);
	});

	it('is served from another origin, where the site allows the header for what is deleted', async () => {
		visit('http://elsewhere.example');
		const admin = here.site.user;
		const headers = { Authorization: `Basic ${btoa(`${admin.name}:${admin.applicationPassword}`)}` };
		// By its filter `rest_allowed_cors_headers`
		const allowing: Fault = async (asked, pass) => {
			const reply = await pass();
			const allowed = `${String(reply.headers['access-control-allow-headers'])}, X-HTTP-Method-Override`;
			return asked.method === 'OPTIONS'
				? { ...reply, headers: { ...reply.headers, 'access-control-allow-headers': allowed } }
				: reply;
		};
		const [usual, open] = [
			here.open({ emulateHTTP: true, headers }),
			here.open({ emulateHTTP: true, headers }, allowing),
		];
		const post = new usual.api.models.Post({ title: 'From afar', status: 'draft' });
		await post.save();
		await post.save({ title: 'From afar, changed' });
		await post.save({ title: 'From afar, changed twice' }, { patch: true });
		expect((await onServer(here.site, `wp/v2/posts/${post.id}?context=edit`)).title.raw).toBe(
			'From afar, changed twice',
		);
		await new open.api.models.Post({ id: post.id }).destroy({ force: true });
		expect((await onServer(here.site, `wp/v2/posts/${post.id}`)).code).toBe('rest_post_invalid_id');
		const sent = [...usual.spot.asked, ...open.spot.asked].map(({ method }) => method);
		expect(new Set(sent)).toEqual(new Set(['OPTIONS', 'POST']));
	});
});

describe('a host that takes forms only', () => {
	const meta = {
		subtitle: 'Žluťoučký kůň & <b>“Salt”</b> 盐',
		rating: 5,
		keywords: ['a', 'ö, [1]'],
		sources: [
			{ name: 'Nadia', year: 2001 },
			{ name: 'Žofie', year: 2002 },
		],
	};

	it('is sent all that JSON has: what is nested, lists, empty ones, numbers and booleans', async () => {
		const { api, spot } = here.open({ emulateJSON: true });
		const tags = (await onServer(here.site, 'wp/v2/tags?per_page=2')).map(({ id }: any) => id);
		const title = 'Ünï & = + % <em>form</em>';
		const post = new api.models.Post({ title, status: 'draft', sticky: false, tags, categories: [2], meta });
		await post.save();
		const read = async (): Promise<any> => onServer(here.site, `wp/v2/posts/${post.id}?context=edit`);
		expect(await read()).toMatchObject({
			title: { raw: title },
			sticky: false,
			tags: expect.arrayContaining(tags),
			categories: [2],
			meta,
		});

		await post.save(
			{ sticky: true, tags: [], meta: { ...meta, keywords: [], sources: [] } },
			{ patch: true },
		);
		expect(await read()).toMatchObject({
			sticky: true,
			tags: [],
			meta: { ...meta, keywords: [], sources: [] },
		});
		await post.save({ sticky: false, meta: { rating: 0 } }, { patch: true });
		expect(await read()).toMatchObject({ sticky: false, meta: { rating: 0, subtitle: meta.subtitle } });
		// All of it, as it came
		await post.save();
		expect((await read()).title.raw).toBe(title);
		await post.destroy({ force: true });
		expect(
			spot.asked
				.filter(({ body }) => body.length)
				.map(({ headers }) => headers['content-type']!.split(';')[0]),
		).toEqual(Array(4).fill('application/x-www-form-urlencoded'));
		expect(Backbone.emulateJSON).toBe(false);
	});

	it('is sent batches as well, and POST for every verb', async () => {
		const { api, spot } = here.open({ emulateJSON: true, emulateHTTP: true }, blocked(405));
		const posts = ['Ä', 'B & C'].map(
			(title) => new api.models.Post({ title, status: 'draft', tags: [], meta }),
		);
		for (const xhr of await api.batch(() => posts.map((post) => post.save()))) await xhr;
		expect(posts.map((post) => post.get('title').raw)).toEqual(['Ä', 'B & C']);
		expect(posts.map((post) => post.get('meta').sources)).toEqual([meta.sources, meta.sources]);
		await posts[0]!.save({ title: 'Ö' });
		expect((await onServer(here.site, `wp/v2/posts/${posts[0]!.id}?context=edit`)).title.raw).toBe('Ö');
		await api.batch(() => posts.map((post) => post.destroy({ force: true })));
		expect((await onServer(here.site, `wp/v2/posts/${posts[1]!.id}`)).code).toBe('rest_post_invalid_id');
		expect(new Set(spot.asked.map(({ method }) => method))).toEqual(new Set(['POST']));
	});
});
