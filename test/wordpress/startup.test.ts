/** Pages of live sites come in, with little, wrong or outdated settings; that the client finds its way, or says why not, goes out. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, isWPApiError } from '../../src/index.ts';
import { failureOf, onServer, openApi, requestsOf, type Sent } from './client.ts';
import { logOut, openSite, useSite, type Site, type SiteWish } from './site.ts';

/** What WordPress says of itself in the head of every page. */
const expired = '0123456789';

/** Nobody reads this site without logging in. */
const membersOnly = `<?php add_filter( 'rest_authentication_errors', fn( $result ) => $result ? $result : (
	is_user_logged_in() ? true : new WP_Error( 'rest_login_required', 'Members only.', array( 'status' => 401 ) )
) );`;

const sites: [name: string, wish: 'oldest' | 'newest' | SiteWish][] = [
	['the oldest version', 'oldest'],
	['the newest version', 'newest'],
	['plain permalinks in a subdirectory', { version: '6.7', permalinks: 'plain', subdirectory: '/blog' }],
];

describe.each(sites)('on %s', (_name, wish) => {
	let site: Site;
	beforeEach(async () => {
		site = await useSite(wish);
		sessionStorage.clear();
		document.head.innerHTML = '';
	});

	it('loads the classes of the site, with one request, and keeps a copy for the next page', async () => {
		const settings = { root: site.root, nonce: site.nonce };
		const sent = await requestsOf(site, async () => {
			const api = connect(settings) as any;
			expect([api.loadPromise.state(), api.models.Books]).toEqual(['pending', undefined]);
			const { Post } = api.models;
			const endpoint = await api.loadPromise;
			expect(api.endpoints.at(0)).toBe(endpoint);
			expect(api.models.Post).toBe(Post);
			expect(Object.keys(Post.prototype.args)).toContain('sticky');
			expect(new api.models.Books({ id: 1 }).url()).toBe(`${site.root}wp/v2/books/1`);
		});
		expect(sent).toEqual([{ method: 'GET', path: 'wp/v2/', body: undefined }]);
		// The copy is kept when the page has time.
		await new Promise((resolve) => setTimeout(resolve, 10));

		const again = await requestsOf(site, () => {
			const api = connect(settings) as any;
			expect(api.loadPromise.state()).toBe('resolved');
			expect(api.getModelByRoute('/wp/v2/books/(?P<id>[\\d]+)')).toBe(api.models.Books);
		});
		expect(again).toEqual([]);
	});

	it('row 10: takes the root with and without the slash at its end, and any namespace', async () => {
		for (const root of [site.root, site.root.replace(/\/$/, '')]) {
			const api = await openApi(site, { root, versionString: '/library/v1' });
			expect(new api.models.Settings().url()).toBe(`${site.root}library/v1/settings`);
		}
	});

	it('row 11: finds the root that WordPress prints into its pages', async () => {
		document.head.innerHTML = (await (await fetch(site.address)).text()).match(
			/<link rel="https:\/\/api.w.org\/"[^>]*>/,
		)![0];
		const api = connect({ cacheSchema: false }) as any;
		await api.loadPromise;
		const posts = new api.collections.Posts();
		await posts.fetch({ data: { per_page: 3 } });
		expect([posts.length, posts.url()]).toEqual([3, `${site.root}wp/v2/posts`]);
	});

	it('row 1: says what is wrong where there is no such namespace, or no REST API', async () => {
		const settings = { nonce: site.nonce, cacheSchema: false };
		const none = await failureOf(
			connect({ ...settings, root: site.root, versionString: 'no/v1' }).loadPromise,
		);
		expect(isWPApiError(none)).toBe(true);
		expect(none).toMatchObject({ code: 'rest_no_route', status: 404 });
		const html = connect({ ...settings, root: `${site.address}/wp-login.php?x=` });
		expect(await failureOf(html.loadPromise)).toMatchObject({ code: 'invalid_json' });
		// Row 2: and tries again when it is told to.
		const { code } = await failureOf(html.init());
		expect(code).toBe('invalid_json');
	});

	describe('with a nonce that has expired', () => {
		const renewal = /admin-ajax\.php\?action=rest-nonce$/;
		const paths = (sent: Sent[]): string[] => sent.map(({ method, path }) => `${method} ${path}`);

		it('row 40: renews it, once for all who wait, and repeats what was refused', async () => {
			const sent = await requestsOf(site, async () => {
				const api = connect({ root: site.root, nonce: expired, cacheSchema: false }) as any;
				const me = new api.models.UsersMe();
				await Promise.all([api.loadPromise, me.fetch({ data: { context: 'edit' } })]);
				expect(me.get('username')).toBe('admin');
				expect(api.endpoints.at(0).get('nonce')).not.toBe(expired);
			});
			expect(paths(sent).filter((path) => renewal.test(path))).toHaveLength(1);
			expect(
				paths(sent)
					.filter((path) => !renewal.test(path))
					.sort(),
			).toEqual([
				'GET wp/v2/',
				'GET wp/v2/',
				...Array<unknown>(2).fill(expect.stringMatching(/^GET wp\/v2\/users\/me[?&]context=edit$/)),
			]);
		});

		it('row 40: saves and deletes once', async () => {
			const api = await openApi(site);
			api.endpoints.at(0).set('nonce', expired);
			const tag = new api.models.Tag({ name: 'Late' });
			await tag.save();
			expect(await onServer(site, `wp/v2/tags/${tag.id}`)).toMatchObject({ name: 'Late' });
			api.endpoints.at(0).set('nonce', expired);
			await tag.destroy();
			expect((await onServer(site, `wp/v2/tags/${tag.id}`)).code).toBe('rest_term_invalid');
		});

		it('row 41: reads for those who are logged out what anybody may read, and no more', async () => {
			await logOut();
			const api = connect({ root: site.root, nonce: expired, cacheSchema: false }) as any;
			await api.loadPromise;
			const posts = new api.collections.Posts();
			await posts.fetch({ data: { per_page: 2 } });
			expect(posts.length).toBe(2);
			const mine = await failureOf(new api.models.UsersMe().fetch());
			expect(mine).toMatchObject({ code: 'rest_not_logged_in', status: 401 });
			const sent = await requestsOf(site, async () => {
				const { code } = await failureOf(new api.models.Post({ title: 'Nobody’s' }).save());
				expect(code).toBe('rest_cannot_create');
			});
			// By now it is known that there is no nonce to be had: it is sent once, as whoever the visitor is.
			expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
		});
	});
});

describe('on a site for members only', () => {
	let site: Site;
	beforeAll(async () => {
		site = await useSite({ version: '6.7', muPlugins: { 'members-only.php': membersOnly } });
	});

	it('row 3: the schema is asked for as the one who is logged in', async () => {
		const api = await openApi(site);
		const posts = new api.collections.Posts();
		await posts.fetch();
		expect(posts.length).toBe(10);
	});

	it('row 1: strangers are told that they are', async () => {
		await logOut();
		const { loadPromise } = connect({ root: site.root, cacheSchema: false });
		expect(await failureOf(loadPromise)).toMatchObject({ code: 'rest_login_required', status: 401 });
	});
});

it('row 30: another site is asked without this one’s nonce, and knows nobody', async () => {
	const [here, other] = [await useSite('newest'), await openSite('oldest')];
	const api = await openApi(here);
	const { Post } = api.models;
	const seen: (string | null)[] = [];
	const { setRequestHeader } = XMLHttpRequest.prototype;
	XMLHttpRequest.prototype.setRequestHeader = function (name: string, value: string): void {
		if (name.toLowerCase() === 'x-wp-nonce') seen.push(value);
		setRequestHeader.call(this, name, value);
	};
	try {
		const endpoint = await api.init({ apiRoot: other.root });
		const theirs = new (endpoint.get('models').Post)({ id: 1 });
		await theirs.fetch();
		expect(theirs.get('link')).toContain(other.address);
		expect((await theirs.getAuthorUser()).url()).toContain(other.root);
	} finally {
		XMLHttpRequest.prototype.setRequestHeader = setRequestHeader;
	}
	expect(seen).toEqual([]);
	// Row 29: and this one's classes are still this one's.
	expect(api.models.Post).toBe(Post);
	expect(new Post({ id: 1 }).url()).toContain(here.root);
});
