/** The plugin's screen under Tools: what it shows, the self-test, and that a keyboard is enough. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Site } from '../wordpress/site.ts';
import { launchBrowser } from './launch.ts';
import { errorsOf, logInto } from './page.ts';
import { choose, installPlugin, noticesOf, openPluginSite, wordpresses } from './plugin-site.ts';

const screen = '/wp-admin/tools.php?page=backbone-wp-api';

describe.skipIf(inject('browserMissing')).each(wordpresses)('the Tools screen on %s', (name, wish) => {
	let browser: Browser;
	let context: BrowserContext;
	let site: Site;
	let page: Page;
	let consoleErrors: string[];

	beforeAll(async () => {
		site = await openPluginSite('screen', wish);
		browser = await launchBrowser();
		context = await logInto(browser, site);
		page = await context.newPage();
		await installPlugin(page, site);
		page.on('console', (message) => {
			// The pictures of users come from another host.
			if (message.type() === 'error' && !message.text().includes('ERR_NAME_NOT_RESOLVED')) {
				consoleErrors.push(message.text());
			}
		});
	});
	afterAll(async () => {
		await browser?.close();
	});
	beforeEach(async () => {
		consoleErrors = [];
		await page.goto(site.address + screen);
		await page.locator('#backbone-wp-api-routes tr:nth-child(20)').waitFor({ state: 'attached' });
	});
	afterEach(async () => {
		expect(errorsOf(page)).toEqual([]);
		expect(consoleErrors).toEqual([]);
		expect(await noticesOf(site)).toEqual([]);
		await choose(site);
	});

	const fact = (title: string): Promise<string> =>
		page.locator('.backbone-wp-api-facts tr', { hasText: title }).first().locator('td').innerText();
	const visibleRoutes = (): Promise<string[]> =>
		page.locator('#backbone-wp-api-routes tr:visible td:first-child').allInnerTexts();

	it('says which file is in place, its version, and how old and how large the schema is', async () => {
		expect(await fact('File behind')).toBe('/wp-content/plugins/backbone-wp-api/scripts/wp-api.min.js');
		expect(await fact('Version')).toMatch(/^\d+\.\d+\.\d+$/);
		expect(await fact('Schema')).toMatch(
			/^\d{3} routes, \d{3} kB, read (with this page|less than a minute ago)/,
		);
		expect(await fact('Schema version')).toContain(await page.evaluate(() => wpApiSettings.schemaVersion));
		expect(await fact('Script module')).toContain(
			name === 'WordPress 6.2' ? 'from version 6.5' : 'import { connect }',
		);
	});

	it('says how long ago the copy was read', async () => {
		await page.evaluate(() => {
			for (const [key, text] of Object.entries(sessionStorage) as [string, string][]) {
				const older = text.replace(/"time":\d+/, `"time":${Date.now() - 180_000}`);
				sessionStorage.setItem(key, older);
			}
		});
		await page.reload();
		await page.locator('#backbone-wp-api-schema', { hasText: 'read 3 minutes ago' }).waitFor();
	});

	it('warns where another plugin has put a file of its own behind wp-api', async () => {
		expect(await page.locator('.notice', { hasText: 'Another plugin' }).count()).toBe(0);
		await choose(site, "'own_file' => '/wp-includes/js/wp-api.min.js'");
		await page.goto(site.address + screen);
		expect(await page.locator('.notice', { hasText: 'Another plugin' }).count()).toBe(1);
		expect(await fact('File behind')).toBe('/wp-includes/js/wp-api.min.js');
		expect(await fact('Schema')).toContain('not the one of this plugin');
		expect(await page.locator('#backbone-wp-api-self-test').isDisabled()).toBe(true);
	});

	it('forgets the copy of the schema and reads it again', async () => {
		const asked: string[] = [];
		page.on('request', (request) => void asked.push(request.url()));
		await page.locator('#backbone-wp-api-forget').focus();
		await page.keyboard.press('Enter');
		await page.locator('#backbone-wp-api-forget:enabled').waitFor();
		await page.locator('#backbone-wp-api-schema', { hasText: 'routes' }).waitFor();
		expect(asked.filter((url) => url.startsWith(`${site.root}wp/v2`))).toHaveLength(1);
	});

	it('lists the routes of a namespace with their methods and classes', async () => {
		const row = page.locator('#backbone-wp-api-routes tr', {
			has: page.getByText('/wp/v2/books/(?P<id>[\\d]+)', { exact: true }),
		});
		expect(await row.locator('td').allInnerTexts()).toEqual([
			'/wp/v2/books/(?P<id>[\\d]+)',
			'GET, POST, PUT, PATCH, DELETE',
			expect.stringMatching(/models\.Books\s+models\.Book/),
		]);
		const count = await page.locator('#backbone-wp-api-count').innerText();
		expect(count).toBe(`${(await visibleRoutes()).length} routes`);
	});

	it('is searched by the words of routes, classes and methods', async () => {
		await page.getByLabel('Search', { exact: true }).fill('Genre delete');
		expect(await visibleRoutes()).toEqual(['/wp/v2/genres/(?P<id>[\\d]+)']);
		expect(await page.locator('#backbone-wp-api-count').innerText()).toBe('1 route');
		await page.getByLabel('Search', { exact: true }).fill('there is no such route');
		expect(await visibleRoutes()).toEqual([]);
	});

	it('shows the routes of another namespace', async () => {
		await page.getByLabel('Namespace', { exact: true }).selectOption('oembed/1.0');
		await page.locator('#backbone-wp-api-routes td', { hasText: '/oembed/1.0/embed' }).waitFor();
		expect((await visibleRoutes()).every((route) => route.startsWith('/oembed/1.0'))).toBe(true);
	});

	it('tests itself by the keyboard alone, and leaves no post behind', async () => {
		const count = async (): Promise<string> => site.php('echo array_sum( (array) wp_count_posts() );');
		const before = await count();
		await page.locator('#backbone-wp-api-forget').focus();
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('backbone-wp-api-self-test');
		await page.keyboard.press('Space');
		await page.locator('#backbone-wp-api-steps li:nth-child(5)').waitFor();
		const steps = await page.locator('#backbone-wp-api-steps strong').allInnerTexts();
		expect(steps).toEqual([
			'Read posts: passed',
			'Create a draft: passed',
			'Change it: passed',
			'Move it to the trash: passed',
			'Delete it for good: passed',
		]);
		await page.locator('#a11y-speak-assertive', { hasText: 'has passed' }).waitFor({ state: 'attached' });
		expect(await count()).toBe(before);
	});

	it('shows the step that failed with the reason, and does not go on', async () => {
		await page.route(/wp\/v2\/posts\/\d+/, (route) =>
			route.request().method() === 'PUT' || route.request().headers()['x-http-method-override'] === 'PUT'
				? route.fulfill({ status: 400, json: { code: 'no_change', message: 'Not today.' } })
				: route.continue(),
		);
		const count = async (): Promise<string> => site.php('echo array_sum( (array) wp_count_posts() );');
		const before = await count();
		await page.locator('#backbone-wp-api-self-test').click();
		await page.locator('#backbone-wp-api-self-test:enabled').waitFor();
		await page.unroute(/wp\/v2\/posts\/\d+/);
		const steps = await page.locator('#backbone-wp-api-steps li').allInnerTexts();
		expect(steps.map((step) => step.trim()).slice(2)).toEqual([
			'Change it: failed Not today.',
			'Move it to the trash: not tried',
			'Delete it for good: not tried',
		]);
		expect(await count()).toBe(before);
		// The browser itself tells of the answer.
		expect(consoleErrors.splice(0)).toHaveLength(1);
	});

	it('is not for users who may not manage the site', async () => {
		const menu = await site.php(`
				wp_set_current_user( get_users( array( 'role' => 'editor' ) )[0]->ID );
				require_once ABSPATH . 'wp-admin/includes/plugin.php';
				Backbone_WP_API\\add_tools_screen();
				ob_start();
				Backbone_WP_API\\print_tools_screen();
				echo wp_json_encode( array( ob_get_clean(), Backbone_WP_API\\add_tools_link( array() ) ) );`);
		expect(JSON.parse(menu)).toEqual(['', []]);
	});
});
