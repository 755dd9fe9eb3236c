/** wp-admin comes in, with our script in place of core's behind the handle `wp-api`; that all goes on as before goes out. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { onServer } from '../wordpress/client.ts';
import { openSite, type Site } from '../wordpress/site.ts';
import { launchBrowser } from './launch.ts';
import { errorsOf, logInto } from './page.ts';

/** What a plugin does to use this client instead of core's, and to have it on every screen. */
const swap = `<?php
add_action( 'wp_default_scripts', function ( $scripts ) {
	$scripts->query( 'wp-api', 'registered' )->src = '/__repo/dist/wp-api.min.js';
}, 20 );
add_action( 'admin_enqueue_scripts', fn() => wp_enqueue_script( 'wp-api' ) );`;

describe.skipIf(inject('browserMissing')).each(['6.2', '6.7'] as const)(
	'wp-admin of WordPress %s',
	(version) => {
		let browser: Browser;
		let context: BrowserContext;
		let site: Site;
		let page: Page;

		beforeAll(async () => {
			site = await openSite({ version, muPlugins: { 'swap.php': swap } });
			browser = await launchBrowser();
			context = await logInto(browser, site);
			page = await context.newPage();
		});
		afterAll(async () => {
			await browser?.close();
		});

		async function open(screen: string): Promise<void> {
			await page.goto(`${site.address}/wp-admin/${screen}`);
			await page.evaluate(() => wp.api.loadPromise.then(() => undefined));
		}

		it('has our client on the dashboard, with the settings that WordPress prints', async () => {
			await open('index.php');
			const scripts = await page
				.locator('script[src*="wp-api"]')
				.evaluateAll((all) => all.map((script) => new URL((script as HTMLScriptElement).src).pathname));
			expect(scripts).toContain('/__repo/dist/wp-api.min.js');
			expect(scripts).not.toContain('/wp-includes/js/wp-api.min.js');
			expect(await page.evaluate(() => typeof wp.api.clearSchemaCache)).toBe('function');
			expect(await page.locator('#wpbody h1').innerText()).toBe('Dashboard');
			expect(await page.locator('#dashboard_right_now').isVisible()).toBe(true);
			expect(errorsOf(page)).toEqual([]);
		});

		it('creates a post, which the list of WordPress shows, changes it there, and moves it to the trash', async () => {
			await open('index.php');
			const id: number = await page.evaluate(async () => {
				const post = new wp.api.models.Post({ title: 'Written in wp-admin', status: 'publish' });
				await post.save();
				return post.id;
			});
			await open('edit.php');
			const row = page.locator(`#post-${id}`);
			expect(await row.locator('.row-title').innerText()).toBe('Written in wp-admin');

			// Quick Edit is WordPress's own script, on the same jQuery.
			await row.hover();
			await row.locator('.editinline').click();
			await page.locator(`#edit-${id} input[name=post_title]`).fill('Changed in the list');
			await page.locator(`#edit-${id} .save`).click();
			await page.locator(`#post-${id} .row-title`, { hasText: 'Changed in the list' }).waitFor();

			const title = await page.evaluate(async (known) => {
				const post = new wp.api.models.Post({ id: known });
				await post.fetch();
				await post.destroy();
				return post.get('title').rendered;
			}, id);
			expect(title).toBe('Changed in the list');
			expect((await onServer(site, `wp/v2/posts/${id}`)).status).toBe('trash');
			await page.evaluate((known) => new wp.api.models.Post({ id: known }).destroy({ force: true }), id);
			expect((await onServer(site, `wp/v2/posts/${id}`)).code).toBe('rest_post_invalid_id');
			expect(errorsOf(page)).toEqual([]);
		});

		it("leaves WordPress's own Backbone screens alone", async () => {
			await open('upload.php?mode=grid');
			await page.locator('.attachments .attachment').first().waitFor();
			await page.locator('.attachments .attachment').first().click();
			await page.locator('.media-modal .attachment-details').waitFor();
			const seen = await page.evaluate(async () => {
				const media = new wp.api.collections.Media();
				await media.fetch({ data: { per_page: 1 } });
				return [media.length, typeof wp.media, wp.api.models.Media === wp.media.model.Attachment];
			});
			expect(seen).toEqual([1, 'function', false]);
			expect(errorsOf(page)).toEqual([]);
		});

		it('finds the copy of the schema on the next screen, and asks for nothing', async () => {
			await open('index.php');
			const asked: string[] = [];
			page.on('request', (request) => /wp-json\/wp\/v2\/?$/.test(request.url()) && asked.push(request.url()));
			await open('edit.php?post_type=book');
			expect(await page.evaluate(() => new wp.api.models.Books({ id: 7 }).url())).toBe(
				`${site.root}wp/v2/books/7`,
			);
			expect(asked).toEqual([]);
		});
	},
);
