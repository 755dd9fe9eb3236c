/** A theme, or a plugin in wp-admin, imports the client as a script module. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Site } from '../wordpress/site.ts';
import { launchBrowser } from './launch.ts';
import { errorsOf, logInto } from './page.ts';
import { choose, installPlugin, noticesOf, openPluginSite, wordpresses } from './plugin-site.ts';

const module = { posts: 2, isOfPage: [true, true, true] };

/** A theme without blocks: WordPress prints its modules in the footer. */
const classicTheme = `
	$folder = get_theme_root() . '/classic';
	mkdir( $folder );
	file_put_contents( "$folder/style.css", '/* Theme Name: Classic */' );
	file_put_contents( "$folder/index.php", '<!doctype html><html><head><?php wp_head(); ?></head><body><?php wp_footer(); ?></body></html>' );
	file_put_contents( "$folder/theme.js", "import { connect } from 'backbone-wp-api'; window.themeSaw = connect( window.wpApiSettings ).loadPromise.then( ( { attributes } ) => attributes.apiRoot );" );
	file_put_contents( "$folder/functions.php", '<?php add_action( "wp_enqueue_scripts", function () { wp_enqueue_script_module( "classic", get_theme_file_uri( "theme.js" ), array( "backbone-wp-api" ) ); } );' );
	switch_theme( 'classic' );`;

describe
	.skipIf(inject('browserMissing'))
	.each([['WordPress 6.5', { version: '6.5' }], ...wordpresses.slice(1)] as typeof wordpresses)(
	'the script module on %s',
	(name, wish) => {
		let browser: Browser;
		let context: BrowserContext;
		let site: Site;
		let page: Page;

		beforeAll(async () => {
			site = await openPluginSite('module', wish);
			browser = await launchBrowser();
			context = await logInto(browser, site);
			page = await context.newPage();
			await installPlugin(page, site);
		});
		afterAll(async () => {
			await browser?.close();
		});
		afterEach(async () => {
			expect(errorsOf(page)).toEqual([]);
			expect(await noticesOf(site)).toEqual([]);
			await choose(site);
		});

		async function see(path: string): Promise<unknown> {
			await page.goto(site.address + path);
			await page.waitForFunction(() => 'moduleSaw' in globalThis);
			return page.evaluate(() => (globalThis as any).moduleSaw);
		}

		it('comes with the libraries of the page and its settings, on a page without wp-api', async () => {
			await choose(site, "'module' => true, 'no_script' => true");
			expect(await see('/')).toMatchObject(module);
			expect(await page.locator('#wp-api-js').count()).toBe(0);
			expect(await page.evaluate(() => Object.keys(wpApiSettings).sort())).toEqual([
				'nonce',
				'nonceEndpoint',
				'root',
				'schemaVersion',
				'versionString',
			]);
		});

		it('shares the libraries and the settings with wp-api on the same page', async () => {
			await choose(site, "'module' => true");
			expect(await see('/')).toMatchObject(module);
			expect(await page.locator('script[src*="backbone.min.js"]').count()).toBe(1);
			expect(await page.evaluate(() => Object.hasOwn(wp.api.models, 'Post'))).toBe(true);
		});

		// WordPress 6.5 has script modules on the pages of the site alone.
		it('works in wp-admin as far as WordPress has script modules there', async () => {
			await choose(site, "'module' => true, 'no_script' => true");
			if (name === 'WordPress 6.5') {
				await page.goto(`${site.address}/wp-admin/options-reading.php`);
				expect(await page.locator('script[type="module"]').count()).toBe(0);
			} else {
				expect(await see('/wp-admin/options-reading.php')).toMatchObject(module);
			}
		});

		it('works in a theme of its own, without blocks', async () => {
			await choose(site, "'no_script' => true");
			await site.php(classicTheme);
			await page.goto(`${site.address}/`);
			await page.waitForFunction(() => 'themeSaw' in globalThis);
			expect(await page.evaluate(() => (globalThis as any).themeSaw)).toBe(site.root);
			const map = JSON.parse((await page.locator('script[type="importmap"]').textContent())!) as {
				imports: Record<string, string>;
			};
			expect(Object.keys(map.imports).sort()).toEqual([
				'backbone',
				'backbone-wp-api',
				'jquery',
				'underscore',
			]);
			expect(map.imports['backbone-wp-api']).toContain('/modules/backbone-wp-api.min.js?ver=');
		});
	},
);
