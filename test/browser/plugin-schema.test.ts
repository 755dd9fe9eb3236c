/** The schema that the client has follows the site and the user, whether the tab keeps it or the page prints it. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Site } from '../wordpress/site.ts';
import { launchBrowser } from './launch.ts';
import { cookiesOf, errorsOf, logInto } from './page.ts';
import { asSecondAdmin, choose, installPlugin, noticesOf, openPluginSite } from './plugin-site.ts';

/** Routes that only one user sees. */
const hidden = `<?php
add_action( 'rest_api_init', function () {
	$route = array( 'methods' => 'GET', 'callback' => '__return_empty_array', 'permission_callback' => '__return_true' );
	if ( is_user_logged_in() ) {
		register_rest_route( 'wp/v2', '/secret' . get_current_user_id(), $route );
		register_rest_route( 'hidden/v1', '/secret' . get_current_user_id(), $route );
	}
} );`;

describe.skipIf(inject('browserMissing'))('with the plugin', () => {
	let browser: Browser;
	let site: Site;
	let context: BrowserContext;
	let page: Page;
	/** The requests for schemas, as paths below the root. */
	let asked: string[];

	beforeAll(async () => {
		site = await openPluginSite('schema', { version: '6.7', muPlugins: { 'hidden.php': hidden } });
		browser = await launchBrowser();
		const admin = await logInto(browser, site);
		await installPlugin(await admin.newPage(), site);
		await admin.close();
	});
	afterAll(async () => {
		await browser?.close();
	});
	beforeEach(async () => {
		await openAs(site);
	});
	afterEach(async () => {
		expect(errorsOf(page)).toEqual([]);
		expect(await noticesOf(site)).toEqual([]);
		await context.close();
		await choose(site);
	});

	/** A new browser, with the cookies of a user. */
	async function openAs(visitor: Site): Promise<void> {
		context = await logInto(browser, visitor);
		page = await context.newPage();
		asked = [];
		page.on('request', (request) => {
			const path = request.url().slice(site.root.length).replace(/\/$/, '');
			if (request.url().startsWith(site.root) && /^(wp\/v2|hidden\/v1)$/.test(path)) asked.push(path);
		});
	}

	/** Opens a page, and returns the names of the classes once the schema is there. */
	async function classes(path = '/'): Promise<string[]> {
		await page.goto(site.address + path);
		return page.evaluate(() =>
			wp.api.loadPromise.then(() => [...Object.keys(wp.api.models), ...Object.keys(wp.api.collections)]),
		) as Promise<string[]>;
	}

	describe('the copy in the tab', () => {
		it('is used as long as nothing has changed, on the site and in wp-admin', async () => {
			await classes('/');
			expect(asked).toEqual(['wp/v2']);
			await classes('/');
			expect(await classes('/wp-admin/index.php')).toContain('Book');
			await classes('/wp-admin/edit.php');
			expect(asked).toEqual(['wp/v2']);
		});

		it('has a post type that was registered between two page views', async () => {
			expect(await classes()).not.toContain('Pamphlet');
			await choose(site, "'type' => 'pamphlet'");
			expect(await classes()).toContain('Pamphlet');
			expect(asked).toEqual(['wp/v2', 'wp/v2']);
			await classes();
			expect(asked).toHaveLength(2);
		});

		it('is not that of a user who was logged in before, even one with the same role', async () => {
			expect(await classes()).toContain('Secret1');
			await context.clearCookies();
			await context.addCookies(cookiesOf(await asSecondAdmin(site)));
			const secrets = (await classes()).filter((name) => name.startsWith('Secret'));
			expect(secrets).toEqual([expect.not.stringMatching(/^Secret1$/)]);
			await context.clearCookies();
			expect((await classes()).filter((name) => name.startsWith('Secret'))).toEqual([]);
			expect(asked).toEqual(['wp/v2', 'wp/v2', 'wp/v2']);
		});
	});

	describe('a printed schema', () => {
		it('makes all classes ready at once, without a request, as the fetched one does', async () => {
			const fetched = await describeClasses();
			await choose(site, "'print' => true");
			expect(await describeClasses()).toEqual(fetched);
			expect(asked).toEqual(['wp/v2']);
			// The guest is the script behind the client.
			expect(await page.evaluate(() => (globalThis as any).guest)).toContain('Book');
		});

		it('has no prose', async () => {
			await choose(site, "'print' => true");
			await classes();
			const printed = await page.evaluate(() => JSON.stringify(wpApiSettings.schema));
			const read = await page.evaluate(() =>
				fetch(`${wpApiSettings.root}wp/v2`).then((answer) => answer.text()),
			);
			expect(printed).not.toMatch(/\"description\":\"|_links/);
			expect(printed.length).toBeLessThan(read.length / 2);
		});

		it('is what the REST API shows this visitor', async () => {
			await choose(site, "'print' => true");
			expect(await classes()).toContain('Secret1');
			await context.clearCookies();
			expect((await classes()).filter((name) => name.startsWith('Secret'))).toEqual([]);
			expect(asked).toEqual([]);
		});

		it('is not printed for a visitor to whom a plugin has closed the REST API', async () => {
			await choose(
				site,
				"'print' => true, 'closed' => true, 'preload' => array( '/wp/v2/posts?per_page=1' )",
			);
			await classes();
			expect(await page.evaluate(() => Object.keys(wpApiSettings))).toContain('schema');
			await context.clearCookies();
			await page.goto(`${site.address}/`);
			expect(await page.evaluate(() => Object.keys(wpApiSettings))).toEqual(
				expect.not.arrayContaining(['schema', 'preload']),
			);
		});

		it('is joined by those of other namespaces', async () => {
			await choose(site, "'print' => true, 'namespaces' => array( 'wp/v2', 'hidden/v1' )");
			await classes();
			const names = await page.evaluate(() =>
				wp.api
					.init({ versionString: 'hidden/v1/' })
					.then((endpoint: any) => Object.keys(endpoint.get('collections'))),
			);
			expect(names).toContain('Secret1');
			expect(asked).toEqual([]);
		});

		it('does not change who is logged in, nor what the page is about', async () => {
			const titleOf = async (): Promise<string> => {
				await classes('/?p=1');
				return `${await page.title()} ${await page.locator('#wpadminbar').count()}`;
			};
			const plain = await titleOf();
			await choose(
				site,
				"'print' => true, 'preload' => array( '/wp/v2/posts?per_page=1', '/wp/v2/pages?context=edit' )",
			);
			expect(await titleOf()).toBe(plain);
		});
	});

	it('what is preloaded is found on the page', async () => {
		await choose(site, "'preload' => array( '/wp/v2/categories?per_page=3' )");
		await classes();
		const requests: string[] = [];
		page.on('request', (request) => void requests.push(request.url()));
		const length = await page.evaluate(async () => {
			const categories = new wp.api.collections.Categories();
			await categories.fetch({ data: { per_page: 3 } });
			return categories.length;
		});
		expect([length, requests]).toEqual([3, []]);
	});

	/** Each class with its helpers, the route it stands for, and the names of the arguments. */
	async function describeClasses(): Promise<unknown> {
		await classes();
		return page.evaluate(() => {
			const described: Record<string, unknown> = {};
			for (const kind of ['models', 'collections']) {
				for (const [name, { prototype }] of Object.entries<any>(wp.api[kind])) {
					const methods = [];
					for (const method in prototype) if (typeof prototype[method] === 'function') methods.push(method);
					const { route, args, options } = prototype;
					described[`${kind}.${name}`] = {
						route: route?.index,
						args: Object.keys(args ?? {}),
						options: Object.keys(options ?? {}),
						methods: methods.sort(),
					};
				}
			}
			return described;
		});
	}

	it('the version of the schema changes with what the routes depend on, and with nothing else', async () => {
		const versionAfter = (code = '', user = 1): Promise<string> =>
			site.php(`${code}; wp_set_current_user( ${user} ); echo Backbone_WP_API\\schema_version();`);
		const plugin = (version: string): string =>
			`file_put_contents( WP_PLUGIN_DIR . '/other.php', "<?php\n/*\nPlugin Name: Other\nVersion: ${version}\n*/" );`;
		const active =
			"update_option( 'active_plugins', array( 'backbone-wp-api/backbone-wp-api.php', 'other.php' ) )";

		const plain = await versionAfter();
		expect(plain).toMatch(/^[0-9a-f]{12}$/);
		expect(await versionAfter("update_option( 'blogdescription', 'Another one' )")).toBe(plain);
		expect(await versionAfter("define( 'WP_ADMIN', true )")).toBe(plain);
		const versions = [
			plain,
			await versionAfter("$GLOBALS['wp_version'] = '9.9'"),
			await versionAfter("register_post_type( 'note', array( 'public' => true, 'show_in_rest' => true ) )"),
			await versionAfter("register_taxonomy( 'mood', 'post', array( 'show_in_rest' => true ) )"),
			await versionAfter("add_post_type_support( 'page', 'made-up' )"),
			await versionAfter("get_post_type_object( 'book' )->rest_base = 'volumes'"),
			await versionAfter("add_filter( 'user_has_cap', '__return_empty_array' ); wp_set_current_user( 0 )", 0),
			await versionAfter("add_filter( 'locale', fn() => 'de_DE' )"),
			await versionAfter(
				"add_filter( 'get_user_metadata', fn( $v, $id, $key ) => 'locale' === $key ? array( 'fr_FR' ) : $v, 10, 3 )",
			),
			await versionAfter(
				"add_filter( 'template', fn() => 'another' ); add_filter( 'stylesheet', fn() => 'another' )",
			),
			await versionAfter(plugin('1.0') + active),
			await versionAfter(plugin('1.1') + active),
			await versionAfter('', 2),
			await versionAfter("get_user_by( 'id', 2 )->add_role( 'author' )", 2),
		];
		expect(new Set(versions).size).toBe(versions.length);
		await site.php("update_option( 'active_plugins', array( 'backbone-wp-api/backbone-wp-api.php' ) );");
	});
});
