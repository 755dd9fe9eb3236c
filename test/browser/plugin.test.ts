/** The plugin is installed from its zip on the plugin screen, does its work, and leaves nothing behind. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Site } from '../wordpress/site.ts';
import { launchBrowser } from './launch.ts';
import { errorsOf, logInto } from './page.ts';
import {
	choose,
	deletePlugin,
	installPlugin,
	noticesOf,
	openPluginSite,
	scriptsOf,
	switchPlugin,
	tracesOf,
	wordpresses,
} from './plugin-site.ts';

const ownFile = '/wp-content/plugins/backbone-wp-api/scripts/wp-api.min.js';
const coresFile = '/wp-includes/js/wp-api.min.js';

describe.skipIf(inject('browserMissing')).each(wordpresses)('the plugin on %s', (_name, wish) => {
	let browser: Browser;
	let context: BrowserContext;
	let site: Site;
	let page: Page;
	let traces: string[];

	beforeAll(async () => {
		site = await openPluginSite('install', wish);
		browser = await launchBrowser();
		context = await logInto(browser, site);
		page = await context.newPage();
		traces = await tracesOf(site);
	});
	afterAll(async () => {
		await browser?.close();
	});
	afterEach(async () => {
		expect(errorsOf(page)).toEqual([]);
		expect(await noticesOf(site)).toEqual([]);
		await choose(site);
	});

	const open = (path: string): Promise<unknown> => page.goto(site.address + path);
	const settled = (): Promise<void> =>
		page.evaluate(() => wp.api.loadPromise.then(() => undefined)) as Promise<void>;

	it("leaves core's file in place as long as it is not installed", async () => {
		await open('/wp-admin/index.php');
		expect(await scriptsOf(page, 'wp-api.')).toEqual([coresFile]);
	});

	it('is installed by an upload on the plugin screen, and activated there', async () => {
		await installPlugin(page, site);
		const row = page.locator(
			'tr.active[data-slug="backbone-wp-api"], tr.active[data-plugin^="backbone-wp-api/"]',
		);
		expect(await row.locator('.plugin-title strong').innerText()).toBe('Backbone WP API');
		expect(await row.locator('.row-actions .tools a').getAttribute('href')).toContain(
			'tools.php?page=backbone-wp-api',
		);
	});

	it('puts its file behind wp-api, and keeps what depends on it and what stands beside it', async () => {
		await open('/wp-admin/index.php');
		await settled();
		expect(await scriptsOf(page, 'wp-api.')).toEqual([ownFile]);
		const seen = await page.evaluate(() => [
			typeof wp.api.clearSchemaCache,
			(globalThis as any).before,
			(globalThis as any).after,
			(globalThis as any).guest.includes('Post'),
			Object.keys(wpApiSettings).sort(),
			wpApiSettings.nonceEndpoint,
		]);
		expect(seen).toEqual([
			'function',
			'string',
			'object',
			true,
			['nonce', 'nonceEndpoint', 'root', 'schemaVersion', 'versionString'],
			`${site.address}/wp-admin/admin-ajax.php?action=rest-nonce`,
		]);
	});

	it('reads and writes on the dashboard', async () => {
		await open('/wp-admin/index.php');
		const seen = await page.evaluate(async () => {
			const post = new wp.api.models.Post({ title: 'By the plugin', status: 'draft' });
			await post.save();
			await post.destroy({ force: true });
			const posts = new wp.api.collections.Posts();
			await posts.fetch({ data: { per_page: 3 } });
			return [typeof post.id, posts.length];
		});
		expect(seen).toEqual(['number', 3]);
	});

	it('adds the settings of its filter', async () => {
		await choose(site, "'settings' => array( 'timeout' => 12345 )");
		await open('/wp-admin/index.php');
		expect(await page.evaluate(() => wpApiSettings.timeout)).toBe(12345);
	});

	it('adds nothing to a page without the client', async () => {
		await choose(site, "'no_script' => true");
		await open('/wp-admin/options-reading.php');
		expect(await page.content()).not.toMatch(/backbone-wp-api\/|schemaVersion/);
	});

	it('is there for a visitor of the site who is not logged in', async () => {
		const visitor = await browser.newContext();
		const visit = await visitor.newPage();
		await visit.goto(`${site.address}/`);
		const seen = await visit.evaluate(async () => {
			const posts = new wp.api.collections.Posts();
			await posts.fetch({ data: { per_page: 2 } });
			return posts.length;
		});
		expect(seen).toBe(2);
		expect(await scriptsOf(visit, 'wp-api.')).toEqual([ownFile]);
		await visitor.close();
	});

	it("brings core's file back when it is deactivated", async () => {
		await switchPlugin(page, site, 'Deactivate');
		await open('/wp-admin/index.php');
		await settled();
		expect(await scriptsOf(page, 'wp-api.')).toEqual([coresFile]);
		expect(
			await page.evaluate(() => [typeof wp.api.clearSchemaCache, 'schemaVersion' in wpApiSettings]),
		).toEqual(['undefined', false]);
	});

	it('leaves nothing in the database and in the files when it is deleted', async () => {
		await deletePlugin(page, site);
		await open('/wp-admin/plugins.php');
		// This is WordPress's own list of what was active lately, which it empties itself.
		await site.php("delete_option( 'recently_activated' );");
		expect(await tracesOf(site)).toEqual(traces);
	});
});
