/** The plugin is activated for a whole network. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Site } from '../wordpress/site.ts';
import { launchBrowser } from './launch.ts';
import { errorsOf, logInto } from './page.ts';
import { noticesOf, openPluginSite, scriptsOf, uploadPlugin } from './plugin-site.ts';

const ownFile = '/wp-content/plugins/backbone-wp-api/scripts/wp-api.min.js';

describe.skipIf(inject('browserMissing'))('the plugin in a network', () => {
	let browser: Browser;
	let context: BrowserContext;
	let site: Site;
	let page: Page;

	beforeAll(async () => {
		site = await openPluginSite('network', {
			version: '6.7',
			multisite: true,
		});
		browser = await launchBrowser();
		context = await logInto(browser, site);
		page = await context.newPage();
	});
	afterAll(async () => {
		await browser?.close();
	});
	afterEach(async () => {
		expect(errorsOf(page)).toEqual([]);
		expect(await noticesOf(site)).toEqual([]);
	});

	it('is installed and activated on the screens of the network', async () => {
		await uploadPlugin(page, `${site.address}/wp-admin/network/plugin-install.php?tab=upload`);
		await page.getByRole('link', { name: 'Network Activate' }).click();
		await page.locator('#message', { hasText: 'Plugin activated.' }).waitFor();
	});

	it('puts its file behind wp-api, on the first site', async () => {
		await page.goto(`${site.address}/wp-admin/index.php`);
		expect(await scriptsOf(page, 'wp-api.')).toEqual([ownFile]);
		expect(await page.evaluate(() => wp.api.loadPromise.then(() => typeof wp.api.models.Post))).toBe(
			'function',
		);
	});

	it('does so on a site that is added later, with the settings of that site', async () => {
		await site.php(`wpmu_create_blog( DOMAIN_CURRENT_SITE, '/second/', 'Second', 1 );`);
		const html = await (await fetch(`${site.address}/second/`)).text();
		expect(html).toContain('backbone-wp-api/scripts/wp-api.min.js?ver=');
		expect(html).toContain('/second/wp-admin/admin-ajax.php?action=rest-nonce');
	});

	it('is gone from all sites when the network deactivates it', async () => {
		await page.goto(`${site.address}/wp-admin/network/plugins.php`);
		const row = page.locator('tr[data-plugin="backbone-wp-api/backbone-wp-api.php"]');
		await row.getByRole('link', { name: 'Network Deactivate' }).click();
		await page.locator('#message', { hasText: 'Plugin deactivated.' }).waitFor();
		await page.goto(`${site.address}/wp-admin/index.php`);
		expect(await scriptsOf(page, 'wp-api.')).toEqual(['/wp-includes/js/wp-api.min.js']);
		expect(await (await fetch(`${site.address}/second/`)).text()).not.toContain('plugins/backbone-wp-api');
	});
});
