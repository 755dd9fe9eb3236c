/** Pages come in, empty, half-made, or with this script on them already; `wp.api` goes out. */
import $ from 'jquery';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { small } from './support/fake-schema.ts';
import { fakeSite, ok, ROOT } from './support/fake-site.ts';

const site = fakeSite();
const page = window as any;

/** Runs the script on the page as it is. */
async function load(): Promise<any> {
	vi.resetModules();
	await import('../src/script.ts');
	// It listens to the heartbeat from the next turn on.
	await new Promise((resolve) => setTimeout(resolve));
	return page.wp.api;
}

beforeEach(() => {
	delete page.wp;
	delete page.ajaxurl;
	sessionStorage.clear();
	page.wpApiSettings = { root: ROOT, nonce: 'N1', versionString: 'wp/v2/', schema: small() };
});

describe('wp.api', () => {
	it('is installed', async () => {
		const api = await load();
		expect(api.loadPromise.state()).toBe('resolved');
		expect(new api.models.Books({ id: 1 }).url()).toBe(`${ROOT}wp/v2/books/1`);
		expect(api.utils.parseISO8601('2024-01-01T00:00:00')).toBe(Date.UTC(2024, 0, 1));
	});

	it('row 12: completes what is half-made, and keeps what is there', async () => {
		const Mine = function () {};
		page.wp = { other: 1, api: { models: { Mine }, views: { a: 1 }, utils: { own: 1 }, extra: 2 } };
		const api = await load();
		expect(page.wp.other).toBe(1);
		expect(api).toMatchObject({ views: { a: 1 }, extra: 2, utils: { own: 1 } });
		expect(api.models.Mine).toBe(Mine);
		expect(api.models.Post).toBeDefined();
	});

	it.each([{}, { models: null }, { models: {}, collections: null }, { collections: {} }])(
		'row 12: %j is completed',
		async (half) => {
			page.wp = { api: half };
			const api = await load();
			expect([api.models.Post, api.collections.Posts].every(Boolean)).toBe(true);
		},
	);

	it.each<[number | undefined, number]>([
		[undefined, 2],
		[5000, 1],
	])(
		'`relatedMaxAge` %j of the page: two turns that want one author make %i requests',
		async (relatedMaxAge, requests) => {
			site.answers = { 'GET users/3': ok({ id: 3 }) };
			if (relatedMaxAge) page.wpApiSettings.relatedMaxAge = relatedMaxAge;
			const { Post } = (await load()).models;
			await new Post({ id: 1, author: 3 }).getAuthorUser();
			await new Post({ id: 2, author: 3 }).getAuthorUser();
			expect(site.asked).toHaveLength(requests);
		},
	);

	it('row 13: leaves everything alone when it is loaded twice', async () => {
		const api = await load();
		const { models, loadPromise } = api;
		const { Post } = models;
		api.models.Post = Post.extend({ mine: true });
		expect(await load()).toBe(api);
		expect([api.models, api.loadPromise]).toEqual([models, loadPromise]);
		expect(new api.models.Post().mine).toBe(true);
	});

	it('needs no settings', async () => {
		delete page.wpApiSettings;
		site.answers = { 'GET wp/v2': ok(small()) };
		const api = await load();
		await api.loadPromise;
		expect(new api.collections.Posts().url()).toBe(`${ROOT}wp/v2/posts`);
	});
});

describe('row 40: the nonce of a page that stays open', () => {
	const fetched = async (api: any): Promise<string | null> => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		await new api.models.Post({ id: 1 }).fetch();
		return site.asked.at(-1)!.headers.get('x-wp-nonce');
	};

	it('row 40: is what the page has now', async () => {
		const api = await load();
		page.wpApiSettings.nonce = 'N2';
		expect(await fetched(api)).toBe('N2');
		page.wpApiSettings = { nonce: 'N3' };
		expect(await fetched(api)).toBe('N3');
	});

	it('row 40: is renewed by the heartbeat', async () => {
		const api = await load();
		$(document).trigger('heartbeat-tick', [{ rest_nonce: 'H2' }]);
		expect(await fetched(api)).toBe('H2');
		$(document).trigger('heartbeat-tick', [{}]);
		$(document).trigger('heartbeat-tick');
		expect(await fetched(api)).toBe('H2');
	});
});

describe('the script has all parts:', () => {
	it('batch', async () => {
		const api = await load();
		expect(page.wp.api.batch).toBeTypeOf('function');
		expect(await api.batch(() => undefined)).toEqual([]);
	});

	it('upload', async () => {
		const api = await load();
		expect(new api.models.Media().upload).toBeTypeOf('function');
	});

	it('preload, from wpApiSettings', async () => {
		page.wpApiSettings.preload = { '/wp/v2/posts/1': { body: { id: 1, slug: 'printed' }, headers: [] } };
		const api = await load();
		const post = new api.models.Post({ id: 1 });
		await post.fetch();
		expect([post.get('slug'), site.asked]).toEqual(['printed', []]);
	});
});

describe('a refused nonce is renewed', () => {
	const renewedAt = async (): Promise<string[]> => {
		const { models } = await load();
		const refused = { status: 403, body: { code: 'rest_cookie_invalid_nonce', message: 'No.' } };
		site.answers = { 'PUT posts/1': refused };
		await new models.Post({ id: 1 }).save({ title: 'x' }).catch(() => undefined);
		return site.lines().filter((line) => !line.startsWith('PUT'));
	};

	it('at the page’s own `ajaxurl`', async () => {
		page.ajaxurl = '/blog/wp-admin/admin-ajax.php';
		expect(await renewedAt()).toEqual(['GET /blog/wp-admin/admin-ajax.php?action=rest-nonce']);
	});

	it('beside the root where the page has none', async () => {
		expect(await renewedAt()).toEqual(['GET /wp-admin/admin-ajax.php?action=rest-nonce']);
	});

	it('at the `nonceEndpoint` of wpApiSettings before all', async () => {
		page.ajaxurl = '/blog/wp-admin/admin-ajax.php';
		page.wpApiSettings.nonceEndpoint = '/nonce';
		expect(await renewedAt()).toEqual(['GET /nonce']);
	});

	it('by the heartbeat, while a request waits: its nonce is the fresh one', async () => {
		const { models } = await load();
		site.answers = {
			'PUT posts/1': ({ headers }) => {
				if (headers.get('x-wp-nonce') === 'H2') return ok({ id: 1 });
				$(document).trigger('heartbeat-tick', [{ rest_nonce: 'H2' }]);
				return { status: 403, body: { code: 'rest_cookie_invalid_nonce', message: 'No.' } };
			},
		};
		await new models.Post({ id: 1 }).save({ title: 'x' });
		expect(site.lines()).toEqual(['PUT posts/1', 'PUT posts/1']);
	});
});

it('settings of the page reach the requests', async () => {
	Object.assign(page.wpApiSettings, { headers: { 'X-Own': 'yes' }, emulateHTTP: true });
	const { models } = await load();
	site.answers = { 'POST posts/1': ok({ id: 1 }) };
	await new models.Post({ id: 1 }).save({ title: 'x' });
	expect(site.asked[0]!.headers.get('x-own')).toBe('yes');
});
