/** Pages of every sort come in, with the minified script build, in a real browser; that the client is there and works goes out. */
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openSite, readIndex, type Site } from '../wordpress/site.ts';
import { launchBrowser } from './launch.ts';
import { errorsOf, INDEX, logInto, openPage, writePage, type PageOptions } from './page.ts';

/** Right after the client, in the same turn: what the next script on the page would find. */
const after = `window.early = {
	state: wp.api.loadPromise.state(),
	books: typeof wp.api.models.Books,
	title: wp.api.models.Post && new wp.api.models.Post( { id: 1 } ).url()
};`;

describe.skipIf(inject('browserMissing'))('the script build', () => {
	let browser: Browser;
	let site: Site;
	let context: BrowserContext;

	beforeAll(async () => {
		site = await openSite('newest');
		browser = await launchBrowser();
	});
	afterAll(async () => {
		await browser?.close();
	});
	beforeEach(async () => {
		context = await logInto(browser, site);
	});
	afterEach(async () => {
		await context.close();
	});

	const open = (options?: PageOptions): Promise<Page> => openPage(context, site, options);
	const early = (page: Page): Promise<unknown> => page.evaluate(() => (globalThis as any).early);

	/** A list and a post, read and written as its users do. */
	async function expectWorking(page: Page): Promise<void> {
		const seen = await page.evaluate(async () => {
			const posts = new wp.api.collections.Posts();
			await posts.fetch({ data: { per_page: 3, _embed: true } });
			const author = await posts.at(0).getAuthorUser();
			const tag = new wp.api.models.Tag({ name: `From a page ${Math.random()}` });
			await tag.save();
			const { id } = tag;
			const { deleted } = await tag.destroy();
			return [posts.length, posts.state.totalPages, author.get('name').length > 0, id > 0, deleted];
		});
		expect(seen).toEqual([3, 10, true, true, true]);
		expect(errorsOf(page)).toEqual([]);
	}

	it.each(['oldest', 'newest'] as const)('works with the libraries of the %s version', async (which) => {
		const other = await openSite(which);
		const there = await logInto(browser, other);
		await expectWorking(await openPage(there, other));
		await there.close();
	});

	it.each(['underscore', 'lodash'])('works where `_` is %s', async (name) => {
		const page = await open({ libraries: name === 'lodash' ? ['dist/vendor/lodash.min.js'] : [] });
		expect(await page.evaluate(() => 'findWhere' in (globalThis as any)._)).toBe(name === 'underscore');
		await expectWorking(page);
	});

	it('finds its way without any settings', async () => {
		const page = await context.newPage();
		// Of the front page, which prints its address into its head, everything but the scripts.
		const front = (await (await fetch(`${site.address}/`)).text()).replace(/<script[\s\S]*?<\/script>/g, '');
		await page.route(`${site.address}/`, (route) => route.fulfill({ body: front, contentType: 'text/html' }));
		await page.goto(`${site.address}/`);
		for (const path of ['jquery/jquery.min.js', 'underscore.min.js', 'backbone.min.js']) {
			await page.addScriptTag({ url: `${site.address}/wp-includes/js/${path}` });
		}
		await page.addScriptTag({ url: '/__repo/dist/wp-api.min.js' });
		const root = await page.evaluate(() =>
			wp.api.loadPromise.then((endpoint: any) => endpoint.get('apiRoot')),
		);
		expect(root).toBe(site.root);
	});

	it('is loaded twice, and stays the same', async () => {
		const page = await context.newPage();
		const asked: string[] = [];
		page.on('request', (request) => INDEX.test(request.url()) && asked.push(request.url()));
		await page.goto(await writePage(site, { after: 'window.Post = wp.api.models.Post;' }));
		await page.addScriptTag({ url: '/__repo/dist/wp-api.min.js' });
		await page.evaluate(() => wp.api.loadPromise.then(() => undefined));
		await page.addScriptTag({ url: '/__repo/dist/wp-api.js' });
		const same = await page.evaluate(() => {
			const { Post } = globalThis as any;
			return [wp.api.models.Post === Post, new Post() instanceof wp.api.models.Post, wp.api.endpoints.length];
		});
		expect(same).toEqual([true, true, 1]);
		expect(asked).toHaveLength(1);
		await expectWorking(page);
	});

	it.each([
		['nothing in it', 'window.wp = { api: {}, mine: 1 };'],
		['models of its own', 'window.wp = { api: { models: { Mine: 1 } }, mine: 1 };'],
		['utils of its own', 'window.wp = { api: { utils: { mine: 1 }, views: { Mine: 1 } }, mine: 1 };'],
		['nothing at all', 'window.wp = { api: null, mine: 1 };'],
	])('row 12: fills a half-made `wp.api` with %s', async (_what, before) => {
		const page = await open({ before });
		expect(await page.evaluate(() => (globalThis as any).wp.mine)).toBe(1);
		expect(
			await page.evaluate(() => [
				wp.api.models.Mine ?? wp.api.utils.mine ?? 1,
				typeof wp.api.utils.parseISO8601,
				typeof wp.api.models.Books,
			]),
		).toEqual([1, 'function', 'function']);
		await expectWorking(page);
	});

	it('is ready in the same turn with a localized schema, and asks for nothing', async () => {
		const page = await context.newPage();
		const asked: string[] = [];
		page.on('request', (request) => request.url().includes('wp-json') && asked.push(request.url()));
		const schema = await readIndex('6.7', { namespace: 'wp/v2' });
		await page.goto(await writePage(site, { settings: { schema }, after }));
		expect(await early(page)).toEqual({
			state: 'resolved',
			books: 'function',
			title: `${site.root}wp/v2/posts/1`,
		});
		expect(asked).toEqual([]);
		await expectWorking(page);
	});

	it('is ready in the same turn on the second page of a visit, and asks for nothing', async () => {
		const page = await open({ after });
		expect(await early(page)).toMatchObject({ state: 'pending', books: 'undefined' });
		const asked: string[] = [];
		page.on('request', (request) => request.url().includes('wp-json') && asked.push(request.url()));
		await page.goto(await writePage(site, { after }));
		expect(await early(page)).toMatchObject({ state: 'resolved', books: 'function' });
		expect(asked).toEqual([]);
		await expectWorking(page);
		const kept = await page.evaluate(() => {
			const keys = Object.keys(sessionStorage);
			wp.api.clearSchemaCache();
			return [keys, Object.keys(sessionStorage)];
		});
		expect(kept).toEqual([[expect.stringContaining('wp-api-schema-model')], []]);
	});

	it('row 5: a corrupt copy does no harm', async () => {
		const page = await open();
		await page.evaluate(() => {
			for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, '{"routes":{"/wp');
		});
		await page.reload();
		await page.evaluate(() => wp.api.loadPromise.then(() => undefined));
		await expectWorking(page);
	});

	describe('in a sandboxed frame, where naming the storage throws', () => {
		async function openFrame(options?: PageOptions): Promise<Frame> {
			const inner = await writePage(site, options);
			const page = await context.newPage();
			await page.goto(await site.page(`<iframe sandbox="allow-scripts" src="${inner}"></iframe>`));
			const frame = page.frames().find((one) => one.url() === inner)!;
			await frame.waitForLoadState();
			expect(errorsOf(page)).toEqual([]);
			return frame;
		}

		it('row 4: settles, and has the well-known classes', async () => {
			const frame = await openFrame();
			const seen = await frame.evaluate(async () => {
				let storage = 'there';
				try {
					storage = String(sessionStorage.length);
				} catch (error) {
					storage = (error as Error).name;
				}
				// jQuery takes such a frame for one of our origin and adds a header that WordPress lets no other origin send.
				const code = await new Promise((resolve) =>
					wp.api.loadPromise.fail((error: any) => resolve(error.code)),
				);
				return [storage, code, typeof wp.api.models.Post];
			});
			expect(seen).toEqual(['SecurityError', 'network_error', 'function']);
		});

		it('row 41: reads as anybody may: it has our nonce, but not our cookies', async () => {
			const frame = await openFrame({ settings: { schema: await readIndex('6.7', { namespace: 'wp/v2' }) } });
			const seen = await frame.evaluate(async () => {
				(globalThis as any).jQuery.ajaxSetup({ crossDomain: true });
				const books = new wp.api.collections.Books();
				await books.fetch({ data: { per_page: 2 } });
				return [books.length, books.state.totalObjects];
			});
			expect(seen).toEqual([2, 12]);
		});
	});

	it('row 4: works where the storage is full', async () => {
		const page = await open({
			before: `for ( let size = 2 ** 23, i = 0; size >= 1; size /= 2 ) {
				try { sessionStorage.setItem( 'full' + i++, 'x'.repeat( size ) ); } catch {}
			}`,
		});
		await expectWorking(page);
		expect(
			await page.evaluate(() => Object.keys(sessionStorage).every((key) => key.startsWith('full'))),
		).toBe(true);
	});

	it('row 1: tells that there is no API, and goes on when there is', async () => {
		const page = await context.newPage();
		await page.route(INDEX, (route) => route.fulfill({ status: 500, body: '<b>Notice</b>' }));
		await page.goto(await writePage(site));
		const failure = await page.evaluate(
			() =>
				new Promise((resolve) =>
					wp.api.loadPromise.fail((error: any) => resolve([error.code, error.status])),
				),
		);
		expect(failure).toEqual(['http_error', 500]);
		await page.unroute(INDEX);
		await page.evaluate(() => wp.api.init().then(() => undefined));
		await expectWorking(page);
	});

	it('row 40: goes on with the nonce that the page or its heartbeat has got', async () => {
		const page = await open();
		const nonceAfter = (how: 'page' | 'heartbeat', fresh: string): Promise<unknown> =>
			page.evaluate(
				([by, nonce]) => {
					if (by === 'page') wpApiSettings.nonce = nonce;
					else (globalThis as any).jQuery(document).trigger('heartbeat-tick', [{ rest_nonce: nonce }]);
					return wp.api.endpoints.at(0).nonce();
				},
				[how, fresh],
			);
		expect(await nonceAfter('heartbeat', '1234567890')).toBe('1234567890');
		expect(await nonceAfter('page', 'abcdef1234')).toBe('abcdef1234');
		// What is refused is renewed.
		await expectWorking(page);
	});
});
