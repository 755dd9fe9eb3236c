/**
 * What the script build has beside reading and writing comes in, in a real browser: batches, uploads, preloaded answers, other ways in,
 * calling off; what WordPress and strangers get to see of it goes out.
 */
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { answers, redirected } from '../faults/faults.ts';
import { startFaultServer, startStranger, type FaultServer, type Stranger } from '../faults/server.ts';
import { onServer } from '../wordpress/client.ts';
import { openSite, type Site } from '../wordpress/site.ts';
import { launchBrowser } from './launch.ts';
import { errorsOf, logInto, openPage, writePage, type PageOptions } from './page.ts';

const PIXEL = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

describe.skipIf(inject('browserMissing'))('the script build', () => {
	let browser: Browser;
	let site: Site;
	let context: BrowserContext;
	let page: Page;
	/** What the page has asked of the API, or of whom that has sent it to. */
	let asked: Request[];

	beforeAll(async () => {
		site = await openSite('newest');
		browser = await launchBrowser();
	});
	afterAll(async () => {
		await browser?.close();
	});
	beforeEach(async () => {
		context = await logInto(browser, site);
		asked = [];
		context.on('request', (request) => request.url().includes('/wp/v2/') && asked.push(request));
	});
	afterEach(async () => {
		expect(errorsOf(page)).toEqual([]);
		await context.close();
	});

	/** A page whose classes are complete. */
	async function open(options?: PageOptions): Promise<void> {
		page = await openPage(context, site, options);
		asked = [];
	}

	it('saves and deletes many items by one request', async () => {
		await open();
		const sent: string[] = [];
		page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
		const states = await page.evaluate(async () => {
			const names = ['Batched in a page 1', 'Batched in a page 2', 'Batched in a page 1'];
			const tags = names.map((name) => new wp.api.models.Tag({ name }));
			const stateOf = (xhr: any): unknown => [xhr.state(), xhr.status, xhr.code];
			const saved = (await wp.api.batch(() => tags.forEach((tag) => tag.save()))).map(stateOf);
			const made = tags.filter((tag) => !tag.isNew());
			const gone = (await wp.api.batch(() => made.forEach((tag) => tag.destroy()))).map(stateOf);
			return { saved, gone };
		});
		expect(states).toEqual({
			saved: [
				['resolved', 201, undefined],
				['resolved', 201, undefined],
				['rejected', 400, 'term_exists'],
			],
			gone: [
				['resolved', 200, undefined],
				['resolved', 200, undefined],
			],
		});
		expect(sent).toEqual(Array(2).fill('POST /wp-json/batch/v1'));
	});

	it('uploads the file that somebody has chosen, whatever its name, and tells how far it is', async () => {
		await open();
		await page.setContent('<input type="file">');
		await page
			.locator('input')
			.setInputFiles({ name: 'přístav 盐 “1”.png', mimeType: 'image/png', buffer: PIXEL });
		const [id, heard, name] = await page.evaluate(async () => {
			const file = document.querySelector('input')!.files![0]!;
			const told: [number, number][] = [];
			const media = new wp.api.models.Media({ title: 'Přístav', alt_text: 'A harbour, 盐' });
			await media.upload(file, { onProgress: ({ loaded, total }: any) => told.push([loaded, total]) });
			return [media.id as number, told, file.name];
		});
		expect(name).toBe('přístav 盐 “1”.png');
		const { title, alt_text, mime_type, source_url } = await onServer(site, `wp/v2/media/${id}?context=edit`);
		expect([title.raw, alt_text, mime_type]).toEqual(['Přístav', 'A harbour, 盐', 'image/png']);
		expect(decodeURIComponent(source_url)).toContain('pristav-盐-');
		expect(Buffer.from(await (await fetch(source_url)).arrayBuffer())).toEqual(PIXEL);
		const [loaded, total] = heard.at(-1)!;
		expect(loaded).toBe(total);
		expect(total).toBeGreaterThan(PIXEL.length);
		await page.evaluate((known) => new wp.api.models.Media({ id: known }).destroy({ force: true }), id);
		expect((await onServer(site, `wp/v2/media/${id}`)).code).toBe('rest_post_invalid_id');
	});

	it('has the answers that PHP has printed, once each, and asks for the rest', async () => {
		const printed = await site.php(`
			wp_set_current_user( 1 );
			$paths = array( '/wp/v2/posts?per_page=3&context=edit', '/wp/v2/users/me', '/wp/v2' );
			echo wp_json_encode( array_reduce( $paths, 'rest_preload_api_request', array() ) );`);
		await open({ settings: { preload: JSON.parse(printed) } });
		const seen = await page.evaluate(async () => {
			const posts = new wp.api.collections.Posts();
			await posts.fetch({ data: { context: 'edit', per_page: 3 } });
			const me = new wp.api.models.UsersMe();
			await me.fetch();
			return [posts.length, posts.state.totalPages, typeof posts.at(0).get('title').raw, me.get('id')];
		});
		expect(seen).toEqual([3, 10, 'string', 1]);
		expect(asked).toEqual([]);
		await page.evaluate(() => new wp.api.models.UsersMe().fetch());
		expect(asked.map((request) => request.url())).toEqual([`${site.root}wp/v2/users/me`]);
	});

	describe('with the application password of somebody else, on a page that has the cookies of an administrator', () => {
		let authorization: string;
		beforeAll(async () => {
			const printed = await site.php(`
				$user = get_users( array( 'role' => 'author', 'number' => 1 ) )[0];
				list( $password ) = WP_Application_Passwords::create_new_application_password( $user->ID, array( 'name' => 'A page' ) );
				echo "$user->user_login:$password";`);
			authorization = `Basic ${Buffer.from(printed).toString('base64')}`;
		});

		it('is that other one to WordPress, reading, writing and refused', async () => {
			await open({ settings: { headers: { Authorization: authorization } } });
			const seen = await page.evaluate(async () => {
				const me = new wp.api.models.UsersMe();
				await me.fetch({ data: { context: 'edit' } });
				const post = new wp.api.models.Post({ title: 'By somebody else', status: 'draft' });
				await post.save();
				await post.save({ excerpt: 'Short' }, { patch: true });
				const author = post.get('author');
				const { status } = await post.destroy();
				await post.destroy({ force: true });
				const code = await new Promise((resolve) =>
					new wp.api.models.Settings().fetch().fail((xhr: any) => resolve(`${xhr.status} ${xhr.code}`)),
				);
				return { me: me.get('id'), roles: me.get('roles'), author, status, code };
			});
			expect(seen).toEqual({
				me: expect.any(Number),
				roles: ['author'],
				author: seen.me,
				status: 'trash',
				code: '403 rest_forbidden',
			});
			expect(seen.me).not.toBe(1);
			expect(asked).toHaveLength(6);
			for (const request of asked) {
				const headers = await request.allHeaders();
				expect([headers.authorization, headers.cookie, headers['x-wp-nonce']], request.url()).toEqual([
					authorization,
					undefined,
					undefined,
				]);
			}
		});

		it('calls off, uploads, and tells of a connection that breaks, as without', async () => {
			await open({ settings: { headers: { Authorization: authorization }, retry: false } });
			await page.route(/users\/me/, (route) => route.abort('connectionreset'));
			await page.route(/posts\/1/, () => undefined);
			const seen = await page.evaluate(async () => {
				const codeOf = (xhr: any): Promise<unknown> =>
					new Promise((resolve) =>
						xhr.then(
							() => resolve('done'),
							({ code }: any) => resolve(code),
						),
					);
				const controller = new AbortController();
				const aborted = codeOf(new wp.api.models.Post({ id: 1 }).fetch({ signal: controller.signal }));
				controller.abort();
				const late = codeOf(new wp.api.models.Post({ id: 1 }).fetch({ timeout: 100 }));
				const broken = codeOf(new wp.api.models.UsersMe().fetch());
				const media = new wp.api.models.Media();
				const file = new File(['Salt and rye'], 'rye.txt', { type: 'text/plain' });
				// Of a `fetch()`, which has no cookies, nobody is told how far it is.
				const sent = await codeOf(media.upload(file, { onProgress: () => undefined }));
				return [await aborted, await late, await broken, sent, media.id];
			});
			expect(seen).toEqual(['abort', 'timeout', 'network_error', 'done', expect.any(Number)]);
			expect((await onServer(site, `wp/v2/media/${String(seen[4])}`)).author).not.toBe(1);
			await site.php(`wp_delete_attachment( ${String(seen[4])}, true );`);
		});
	});

	it('calls off what is under way, and the browser with it', async () => {
		await open();
		await page.route(/posts\/1/, () => undefined);
		const failed = page.waitForEvent('requestfailed');
		const seen = await page.evaluate(async () => {
			const controller = new AbortController();
			const fetched = new wp.api.models.Post({ id: 1 }).fetch({ signal: controller.signal });
			setTimeout(() => controller.abort(), 50);
			return new Promise((resolve) => fetched.fail(({ code, status }: any) => resolve([code, status])));
		});
		expect(seen).toEqual(['abort', 0]);
		expect((await failed).failure()?.errorText).toBe('net::ERR_ABORTED');
	});

	describe('where the API redirects to another host', () => {
		let server: FaultServer;
		let stranger: Stranger;
		afterEach(async () => {
			await Promise.all([server.close(), stranger.close()]);
		});

		/** A page on the origin of the API that sends its readers away; what it has read. */
		async function readThere(welcomes: boolean, settings: object = {}): Promise<unknown> {
			server = await startFaultServer(site);
			stranger = await startStranger({ welcomes });
			let html = '';
			const spot = server.spot((own, pass) => {
				if (own.path === '/page') return answers(200, {}, html)(own, pass);
				if (!own.path.endsWith('/posts/1')) return pass();
				return redirected(307, `${stranger.origin}/wp/v2/posts/1`)(own, pass);
			});
			const address = await writePage(site, { settings: { root: spot.root, retry: false, ...settings } });
			html = (await (await fetch(address)).text()).replaceAll('"/__repo/', `"${site.address}/__repo/`);
			page = await context.newPage();
			await page.goto(`${spot.address}/page`);
			return page.evaluate(async () => {
				await wp.api.loadPromise;
				const post = new wp.api.models.Post({ id: 1 });
				return new Promise((resolve) =>
					post.fetch().then(
						() => resolve(post.get('title').rendered),
						({ code }: any) => resolve(code),
					),
				);
			});
		}
		const told = (): unknown[] =>
			stranger.asked.map(({ method, headers }) => ({
				method,
				nonce: headers['x-wp-nonce'],
				key: headers['x-key'],
				authorization: headers.authorization,
				cookie: headers.cookie,
			}));

		it('tells a host that does not ask for it nothing', async () => {
			expect(await readThere(false)).toBe('network_error');
			expect(told()).toEqual([{ method: 'OPTIONS' }]);
		});

		// An XMLHttpRequest cannot be kept from following. Without the cookie that it belongs to, a nonce opens nothing.
		it('tells a host that asks for every header those that are not the browser’s, but no cookie', async () => {
			expect(await readThere(true, { headers: { 'X-Key': 'salt' } })).toBe('From a stranger');
			expect(told()).toEqual([{ method: 'OPTIONS' }, { method: 'GET', nonce: site.nonce, key: 'salt' }]);
		});

		it('tells it no password', async () => {
			const Authorization = `Basic ${btoa(`${site.user.name}:${site.user.applicationPassword}`)}`;
			expect(await readThere(true, { headers: { Authorization } })).toBe('From a stranger');
			expect(told()).toEqual([{ method: 'OPTIONS' }, { method: 'GET' }]);
		});
	});
});
