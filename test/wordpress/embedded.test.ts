/** The embedded WordPress comes in; what the other tests and the demo rely on is seen to be true of it. */
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWordPress, type WordPress } from '../../demo/wordpress/index.ts';
import { openSite, readIndex, useSite, versions, type Site } from './site.ts';

/** The header that asks as the administrator. */
function asAdmin({ user }: Pick<WordPress, 'user'>): Record<string, string> {
	return { authorization: `Basic ${btoa(`${user.name}:${user.applicationPassword}`)}` };
}

async function getJson(url: string, init: RequestInit = {}): Promise<any> {
	return (await fetch(url, init)).json();
}

async function total(url: string, init: RequestInit = {}): Promise<number> {
	return Number((await fetch(url, init)).headers.get('x-wp-total'));
}

describe.each([
	['oldest', /^6\.2/],
	['newest', /^6\.7/],
] as const)('the %s version', (which, version) => {
	let site: Site;
	beforeAll(async () => {
		site = await openSite(which);
	});

	it('is the one that was asked for, at its own address', async () => {
		expect(site.version).toMatch(version);
		expect(site.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		expect(await getJson(site.root)).toMatchObject({
			url: site.address,
			home: site.address,
			gmt_offset: 2,
		});
	});

	it('has the magazine on it', async () => {
		const count = (path: string): Promise<number> => total(`${site.root}${path}`, { headers: asAdmin(site) });
		expect(await count('wp/v2/posts')).toBe(30);
		expect(await count('wp/v2/posts?status=draft,pending,private')).toBe(3);
		expect(await count('wp/v2/pages')).toBe(9);
		expect(await count('wp/v2/books')).toBe(12);
		expect(await count('wp/v2/chapters')).toBe(5);
		expect(await count('wp/v2/media')).toBe(44);
		expect(await count('wp/v2/tags')).toBeGreaterThan(100);
		expect(await count('wp/v2/users')).toBe(6);
		const [{ id }] = await getJson(`${site.root}wp/v2/posts?slug=the-last-lamplighter-of-quay-street`);
		expect(await count(`wp/v2/comments?post=${id}`)).toBe(12);
		expect(await count('wp/v2/posts/1/revisions')).toBe(4);
		expect(await count('wp/v2/blocks')).toBe(1);
		expect(await count('wp/v2/navigation')).toBe(1);
		expect(await count('wp/v2/menu-items')).toBe(3);
		expect(
			await getJson(`${site.root}wp/v2/widgets?sidebar=sidebar-1`, { headers: asAdmin(site) }),
		).toHaveLength(3);
	});

	it('has a front page of its own', async () => {
		const page = await (await fetch(`${site.address}/`)).text();
		expect(page).toContain('A small magazine for a small town');
		expect(page).toContain('The orange that went to sea twice');
		expect(page).toContain('Quay Street 14');
		expect(page).not.toMatch(/architect/i);
	});

	it('counts what it lists', async () => {
		for (const taxonomy of ['categories', 'tags', 'genres']) {
			const terms = await getJson(`${site.root}wp/v2/${taxonomy}?per_page=20&orderby=count&order=desc`);
			const type = taxonomy === 'genres' ? 'books' : 'posts';
			for (const { id, count } of terms.slice(0, 3)) {
				const listed = await total(`${site.root}wp/v2/${type}?${taxonomy}=${id}`);
				// A category lists the posts of those below it too.
				expect(taxonomy === 'categories' ? listed >= count : listed === count).toBe(true);
			}
		}
		const counts = await site.php(
			`foreach ( get_posts( 'numberposts=-1' ) as $p ) echo wp_count_comments( $p->ID )->approved - $p->comment_count;`,
		);
		expect(counts).toBe('0'.repeat(30));
	});

	it('gives posts their authors, terms, pictures and meta', async () => {
		const [post] = await getJson(`${site.root}wp/v2/posts?slug=the-last-lamplighter-of-quay-street&_embed`);
		expect(post.meta).toMatchObject({
			subtitle: 'Forty lamps, one ladder',
			rating: 5,
			keywords: ['lamps', 'evening'],
		});
		expect(post.meta.sources).toEqual([{ name: 'The harbour log', year: 1911 }]);
		expect(post._embedded.author[0].name).toBe('Edith Crane');
		expect(post._embedded['wp:featuredmedia'][0].media_details.sizes).toHaveProperty('medium');
		expect(post._embedded['wp:term'].flat().map((term: any) => term.slug)).toContain('harbour');
		const [book] = await getJson(`${site.root}wp/v2/books?slug=small-boats`);
		expect(book.genres).toHaveLength(2);
		const [category] = await getJson(`${site.root}wp/v2/categories?slug=apples`);
		expect(category.meta.colour).toBe('#c0392b');
	});

	it('knows the administrator by application password, and by cookies with a nonce, and nobody else', async () => {
		const me = `${site.root}wp/v2/users/me?context=edit`;
		const cookie = site.cookies.map((line) => line.split(';')[0]).join('; ');
		expect(await getJson(me, { headers: asAdmin(site) })).toMatchObject({ username: 'admin' });
		expect(await getJson(me, { headers: { cookie, 'x-wp-nonce': site.nonce } })).toMatchObject({
			roles: ['administrator'],
		});
		expect((await fetch(me, { headers: { cookie } })).status).toBe(401);
		expect((await fetch(me, { headers: { cookie, 'x-wp-nonce': 'wrong' } })).status).toBe(403);
		expect((await fetch(me, { headers: { authorization: `Basic ${btoa('admin:wrong')}` } })).status).toBe(
			401,
		);
	});

	it('lets people in by its own form, and shows them wp-admin', async () => {
		const form = await fetch(`${site.address}/wp-login.php`, {
			method: 'POST',
			redirect: 'manual',
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				cookie: 'wordpress_test_cookie=WP+Cookie+check',
			},
			body: `log=edith&pwd=${site.user.password}&testcookie=1`,
		});
		expect(form.status).toBe(302);
		const cookie = form.headers
			.getSetCookie()
			.map((line) => line.split(';')[0])
			.join('; ');
		const page = await fetch(`${site.address}/wp-admin/edit.php?post_type=book`, { headers: { cookie } });
		expect(page.status).toBe(200);
		expect(await page.text()).toContain('The Salt Almanac');
	});

	it('serves the scripts, styles and pictures of its version', async () => {
		const script = await fetch(`${site.address}/wp-includes/js/wp-api.js`);
		expect(script.headers.get('content-type')).toMatch('text/javascript');
		expect(await script.text()).toContain('wp.api');
		expect((await fetch(`${site.address}/wp-admin/css/common.css`)).headers.get('content-type')).toMatch(
			'text/css',
		);
		const [picture] = await getJson(`${site.root}wp/v2/media?slug=picture-dusk`);
		const bytes = await (await fetch(picture.media_details.sizes.thumbnail.source_url)).arrayBuffer();
		expect(new TextDecoder('latin1').decode(bytes.slice(1, 4))).toBe('PNG');
		expect((await fetch(`${site.address}/wp-content/database/.ht.sqlite`)).status).toBe(404);
	});

	it('takes an upload, byte for byte, raw and as multipart, and makes smaller pictures of it', async () => {
		const [{ source_url }] = await getJson(`${site.root}wp/v2/media?slug=picture-night`);
		const original = Buffer.from(await (await fetch(source_url)).arrayBuffer());
		const raw = await getJson(`${site.root}wp/v2/media`, {
			method: 'POST',
			headers: {
				...asAdmin(site),
				'content-type': 'image/png',
				'content-disposition': 'attachment; filename="moon.png"',
			},
			body: original,
		});
		expect(Buffer.from(await (await fetch(raw.source_url)).arrayBuffer()).equals(original)).toBe(true);
		expect(raw.media_details).toMatchObject({ width: 960, height: 640 });
		expect(Object.keys(raw.media_details.sizes)).toContain('thumbnail');

		const boundary = 'a-boundary';
		const multipart = await getJson(`${site.root}wp/v2/media`, {
			method: 'POST',
			headers: { ...asAdmin(site), 'content-type': `multipart/form-data; boundary=${boundary}` },
			body: Buffer.concat([
				Buffer.from(
					`--${boundary}\r\ncontent-disposition: form-data; name="alt_text"\r\n\r\nThe moon\r\n` +
						`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="moon2.png"\r\ncontent-type: image/png\r\n\r\n`,
				),
				original,
				Buffer.from(`\r\n--${boundary}--\r\n`),
			]),
		});
		expect(multipart.alt_text).toBe('The moon');
		for (const { id } of [raw, multipart]) {
			const gone = await fetch(`${site.root}wp/v2/media/${id}?force=true`, {
				method: 'DELETE',
				headers: asAdmin(site),
			});
			expect(gone.status).toBe(200);
		}
		expect((await fetch(raw.source_url)).status).toBe(404);
	});

	it('tells which route it would take, for one request and for many, without taking it', async () => {
		const path = 'library/v1/shelves/poetry/books/3/notes/7';
		const one = await fetch(`${site.root}${path}`, { method: 'DELETE', headers: { 'X-Which-Route': '1' } });
		expect(await one.json()).toEqual({
			method: 'DELETE',
			route: String.raw`/library/v1/shelves/(?P<shelf>[a-z]+)/books/(?P<book_id>\d+)/notes/(?P<note_id>\d+)`,
			params: { shelf: 'poetry', book_id: '3', note_id: '7' },
		});
		const many = await getJson(`${site.root}library/v1/which`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({
				requests: [
					{ method: 'GET', path: 'wp/v2/posts/5?context=edit' },
					{ method: 'PATCH', path: '/library/v1/files/a/b%20c.txt' },
					{ method: 'PUT', path: '/library/v1/files/a/b%20c.txt' },
					{ method: 'GET', path: 'wp/v2/nothing' },
				],
			}),
		});
		expect(many.map(({ route }: any) => route)).toEqual([
			String.raw`/wp/v2/posts/(?P<id>[\d]+)`,
			null,
			'/library/v1/files/(?P<path>.+)',
			null,
		]);
		expect(many[2].params).toEqual({ path: 'a/b c.txt' });
		const headers = (await fetch(`${site.root}wp/v2/users/1`)).headers;
		expect(decodeURIComponent(headers.get('x-matched-route') ?? '')).toBe(
			String.raw`/wp/v2/users/(?P<id>[\d]+)`,
		);
	});

	it('keeps records of a plugin, three levels deep', async () => {
		const send = (method: string, path: string, body?: unknown): Promise<Response> =>
			fetch(`${site.root}library/v1/${path}`, {
				method,
				headers: { ...asAdmin(site), 'content-type': 'application/json' },
				...(body ? { body: JSON.stringify(body) } : {}),
			});
		expect(await (await send('GET', 'shelves/poetry/books/1/notes/2')).json()).toMatchObject({
			text: 'Page 12 is missing.',
		});
		expect(await getJson(`${site.root}shop/v3/products/categories/2`)).toMatchObject({
			name: 'Ropes',
			parent: 1,
		});
		const made = await (await send('POST', 'shelves/test/books', { title: 'One' })).json();
		const note = await (await send('POST', `shelves/test/books/${made.id}/notes`, { text: 'Good' })).json();
		expect(note).toMatchObject({ id: 1, text: 'Good', params: { shelf: 'test', book_id: String(made.id) } });
		expect(await (await send('PATCH', `shelves/test/books/${made.id}`, { pages: 9 })).json()).toMatchObject({
			title: 'One',
			pages: 9,
			matched: String.raw`/library/v1/shelves/(?P<shelf>[a-z]+)/books/(?P<book_id>\d+)`,
		});
		expect((await send('GET', 'shelves/test/books')).headers.get('x-wp-total')).toBe('1');
		expect((await send('DELETE', `shelves/test/books/${made.id}`)).status).toBe(200);
		expect((await send('GET', `shelves/test/books/${made.id}`)).status).toBe(404);
		expect(await (await send('GET', `shelves/test/books/${made.id}/notes`)).json()).toEqual([]);
		expect((await fetch(`${site.root}library/v1/loans`, { method: 'POST' })).status).toBe(401);
	});

	it('fails as it is asked to', async () => {
		const fail = (query: string): Promise<Response> => fetch(`${site.root}library/v1/fail?${query}`);
		const busy = await fail('status=503&code=busy&retry_after=2');
		expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '2']);
		expect(await busy.json()).toMatchObject({ code: 'busy', data: { status: 503 } });
		expect((await fail('status=500&html=1')).headers.get('content-type')).toMatch('text/html');
		expect(await (await fail('status=200&empty=1')).text()).toBe('');
		await expect((await fail('status=200&cut=1')).json()).rejects.toThrow();
		await expect((await fail('status=200&notice=1')).json()).rejects.toThrow();
		await expect(fail('status=200&drop=1').then((response) => response.text())).rejects.toThrow();
		const times = [await fail('times=2&key=t'), await fail('times=2&key=t'), await fail('times=2&key=t')];
		expect(times.map(({ status }) => status)).toEqual([500, 500, 200]);
		await site.php(`delete_option( 'library_failures' );`);
	});

	it('is slow without holding up others', async () => {
		const order: string[] = [];
		await Promise.all([
			fetch(`${site.root}library/v1/fail?status=200&sleep=1500`).then(() => order.push('slow')),
			fetch(`${site.root}library/v1/status`).then(() => order.push('quick')),
		]);
		expect(order).toEqual(['quick', 'slow']);
	});

	it('takes the page of a test in, cookies and all', async () => {
		const here = await useSite(which);
		expect(location.origin).toBe(here.address);
		const request = new XMLHttpRequest();
		const done = new Promise((resolve) => request.addEventListener('load', resolve));
		request.open('GET', `${here.root}wp/v2/users/me?context=edit`);
		request.setRequestHeader('X-WP-Nonce', here.nonce);
		request.send();
		await done;
		expect(JSON.parse(request.responseText)).toMatchObject({ username: 'admin' });
		expect(document.cookie).toBe('');
		expect(await (await fetch(await here.page('<title>Here</title>'))).text()).toBe('<title>Here</title>');
		expect(await getJson(`${here.address}/__repo/package.json`)).toMatchObject({ name: 'backbone-wp-api' });
	});
});

it.each(versions)('reads the index of %s as its administrator', async (version) => {
	const index = await readIndex(version);
	expect(index.namespaces).toEqual(expect.arrayContaining(['wp/v2', 'library/v1', 'shop/v3']));
	expect(Object.keys(index.routes).length).toBeGreaterThan(150);
	const core = await readIndex(version, { namespace: 'wp/v2' });
	expect(Object.keys(core.routes)).toContain('/wp/v2/posts/(?P<id>[\\d]+)');
	expect(index.routes).toHaveProperty(['/wp-block-editor/v1/url-details']);
});

it('brings the routes of old times back for those who wish', async () => {
	const { routes } = await readIndex('6.7', { namespace: 'wp/v2', legacy: true });
	expect(Object.keys(routes)).toEqual(
		expect.arrayContaining([
			String.raw`/wp/v2/posts/(?P<parent_id>[\d]+)/meta/(?P<id>[\d]+)`,
			String.raw`/wp/v2/pages/(?P<parent_id>[\d]+)/meta`,
			String.raw`/wp/v2/posts/(?P<post_id>[\d]+)/categories/(?P<id>[\d]+)`,
			String.raw`/wp/v2/posts/(?P<post_id>[\d]+)/tags`,
		]),
	);
	const site = await openSite({ version: '6.7', legacy: true });
	const meta = await getJson(`${site.root}wp/v2/posts/1/meta`, { headers: asAdmin(site) });
	expect(meta).toContainEqual({ id: expect.any(Number), key: 'rating', value: '5' });
	expect(await getJson(`${site.root}wp/v2/posts/1/tags`, { headers: asAdmin(site) })).toHaveLength(3);
});

describe('a site of one’s own', () => {
	let site: WordPress;
	let before: string[];
	beforeAll(async () => {
		before = scratchFolders();
		site = await startWordPress({
			version: '6.5',
			permalinks: 'plain',
			subdirectory: '/blog/',
			muPlugins: { 'hello.php': '<?php function hello() { return "hello"; }' },
			documents: { '/hi/': (request, response) => response.end(`hi ${request.url ?? ''}`) },
		});
	});
	afterAll(() => site.stop());

	it('lives below a path, with plain permalinks', async () => {
		expect(site.address).toMatch(/:\d+\/blog$/);
		expect(site.root).toBe(`${site.address}/index.php?rest_route=/`);
		const [post] = await getJson(`${site.root}wp/v2/posts&per_page=1`);
		expect(post.link).toBe(`${site.address}/?p=30`);
		expect(post._links.self[0].href).toBe(`${site.root}wp/v2/posts/30`);
		expect(await (await fetch(`${site.address}/`)).text()).toContain(
			`<link rel="https://api.w.org/" href="${site.root}" />`,
		);
		expect((await fetch(`${site.address}/wp-includes/js/wp-api.js`)).status).toBe(200);
		expect((await fetch(site.address.replace('/blog', '/'))).status).toBe(404);
	});

	it('serves documents, runs plugins and code that were given to it', async () => {
		expect(await (await fetch(`${new URL(site.address).origin}/hi/there?a=1`)).text()).toBe('hi /there?a=1');
		expect(await site.php('echo hello();')).toBe('hello');
		expect(await site.php('<?php echo 1 + 1;')).toBe('2');
		await expect(site.php('nonsense();')).rejects.toThrow('undefined function nonsense');
	});

	it('comes up again when PHP breaks down', async () => {
		const { nonce, cookies } = await site.login();
		// This PHP has no network, and does not survive being asked for one.
		await expect(site.php(`fsockopen( '127.0.0.1', 9 );`)).rejects.toThrow();
		const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
		const me = await fetch(`${site.root}wp/v2/users/me`, { headers: { cookie, 'x-wp-nonce': nonce } });
		expect(me.status).toBe(200);
	});

	it('leaves nothing behind', async () => {
		const waiting = fetch(`${site.root}library/v1/fail&sleep=60000`).then(
			() => 'answered',
			() => 'cut',
		);
		const [folder] = scratchFolders().filter((name) => !before.includes(name));
		expect(folder && existsSync(`${tmpdir()}/${folder}`)).toBe(true);
		await Promise.all([site.stop(), site.stop()]);
		expect(await waiting).toBe('cut');
		expect(scratchFolders()).not.toContain(folder);
		await expect(fetch(site.address)).rejects.toThrow();
		await expect(site.php('echo 1;')).rejects.toThrow('stopped');
	});
});

function scratchFolders(): string[] {
	return readdirSync(tmpdir()).filter((name) => name.startsWith('embedded-wordpress-'));
}
