/** A WordPress on which the tests of the plugin try what its users do, and the steps of those tests in wp-admin. */
import type { Page } from 'playwright-core';
import { packPlugin } from '../../build/plugin.ts';
import { openSite, type Site, type SiteWish } from '../wordpress/site.ts';

/**
 * What the plugin is tried on: the oldest and the newest WordPress that npm has, and the downloads whose folders are in
 * `WORDPRESS_DOWNLOADS`, with a colon between them.
 */
export const wordpresses: [name: string, wish: SiteWish][] = [
	['WordPress 6.2', { version: '6.2' }],
	['WordPress 6.7', { version: '6.7' }],
	...(process.env['WORDPRESS_DOWNLOADS'] ?? '')
		.split(':')
		.filter((folder) => folder !== '')
		.map((folder): [string, SiteWish] => [folder, { wordpress: folder }]),
];

/** What other plugins do with `wp-api`. Tests choose by the option `guest`. */
const guest = `<?php
function guest( $what ) {
	$chosen = get_option( 'guest', array() );
	return isset( $chosen[ $what ] ) ? $chosen[ $what ] : null;
}
add_action( 'init', function () {
	if ( guest( 'type' ) ) register_post_type( guest( 'type' ), array( 'public' => true, 'show_in_rest' => true ) );
} );
function guest_enqueue() {
	if ( guest( 'module' ) && function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( 'guest', '/__repo/test/browser/plugin-module.js', array( 'backbone-wp-api' ) );
	}
	if ( guest( 'no_script' ) ) return;
	wp_register_script( 'guest', false, array( 'wp-api' ), '1', true );
	wp_enqueue_script( 'guest' );
	wp_add_inline_script( 'guest', 'window.guest = Object.keys( wp.api.models );' );
	wp_add_inline_script( 'wp-api', 'window.before = typeof wpApiSettings.nonce;', 'before' );
	wp_add_inline_script( 'wp-api', 'window.after = typeof wp.api.models;' );
}
add_action( 'wp_enqueue_scripts', 'guest_enqueue' );
add_action( 'admin_enqueue_scripts', 'guest_enqueue' );
add_action( 'wp_default_scripts', function ( $scripts ) {
	if ( guest( 'own_file' ) ) $scripts->query( 'wp-api', 'registered' )->src = guest( 'own_file' );
}, 99 );
add_filter( 'backbone_wp_api_print_schema', fn( $print ) => (bool) guest( 'print' ) );
add_filter( 'backbone_wp_api_namespaces', fn( $known ) => guest( 'namespaces' ) ?: $known );
add_filter( 'backbone_wp_api_preload', fn( $paths ) => guest( 'preload' ) ?: $paths );
add_filter( 'backbone_wp_api_settings', fn( $settings ) => array_merge( $settings, guest( 'settings' ) ?: array() ) );
add_filter( 'rest_authentication_errors', function ( $errors ) {
	return guest( 'closed' ) && ! is_user_logged_in() ? new WP_Error( 'closed', 'Only for members.', array( 'status' => 401 ) ) : $errors;
} );`;

const log = '/wordpress/wp-content/debug.log';

/** Each test file has a site of its own, by the name of what it tests. */
export function openPluginSite(test: string, wish: SiteWish): Promise<Site> {
	return openSite({
		...wish,
		constants: { WP_DEBUG: true, WP_DEBUG_DISPLAY: false, WP_DEBUG_LOG: log, TEST: test, ...wish.constants },
		muPlugins: { 'guest.php': guest, ...wish.muPlugins },
	});
}

/** What other plugins do from the next page on, by PHP: `"'type' => 'note'"`. */
export async function choose(site: Site, chosen = ''): Promise<void> {
	await site.php(`update_option( 'guest', array( ${chosen} ) );`);
}

/** The site with a session of another administrator, who is made if need be. */
export async function asSecondAdmin(site: Site): Promise<Site> {
	const cookies = await site.php(`
		$user  = get_user_by( 'login', 'second' );
		$id    = $user ? $user->ID : wp_insert_user( array( 'user_login' => 'second', 'user_pass' => 'second', 'role' => 'administrator' ) );
		$until = time() + HOUR_IN_SECONDS;
		$token = WP_Session_Tokens::get_instance( $id )->create( $until );
		$lines = array();
		foreach ( array( array( LOGGED_IN_COOKIE, 'logged_in', COOKIEPATH ), array( AUTH_COOKIE, 'auth', ADMIN_COOKIE_PATH ) ) as list( $name, $scheme, $path ) ) {
			$lines[] = $name . '=' . rawurlencode( wp_generate_auth_cookie( $id, $until, $scheme, $token ) ) . '; Path=' . $path . '; HttpOnly';
		}
		echo wp_json_encode( $lines );`);
	return { ...site, cookies: JSON.parse(cookies) as string[] };
}

/** What PHP has said of this plugin's files since the site has started. */
export async function noticesOf(site: Site): Promise<string[]> {
	const text = await site.php(`echo file_exists( '${log}' ) ? file_get_contents( '${log}' ) : '';`);
	return text.split('\n').filter((line) => /backbone|guest|PHP (Fatal|Parse)/i.test(line));
}

/** Uploads the zip on the plugin screen, and activates it. */
export async function installPlugin(page: Page, { address }: Site): Promise<void> {
	await uploadPlugin(page, `${address}/wp-admin/plugin-install.php?tab=upload`);
	await page.getByRole('link', { name: 'Activate Plugin' }).click();
	await page.locator('#message', { hasText: 'Plugin activated.' }).waitFor();
}

/** Uploads the zip on a plugin screen, that of a site or that of a network. */
export async function uploadPlugin(page: Page, screen: string): Promise<void> {
	await page.goto(screen);
	await page.setInputFiles('#pluginzip', await packPlugin());
	await page.click('#install-plugin-submit');
	await page.locator('.wrap', { hasText: 'Plugin installed successfully.' }).waitFor();
}

/** Switches the plugin on the list of plugins. */
export async function switchPlugin(
	page: Page,
	{ address }: Site,
	name: 'Activate' | 'Deactivate',
): Promise<void> {
	await page.goto(`${address}/wp-admin/plugins.php`);
	const row = page.locator('tr[data-plugin="backbone-wp-api/backbone-wp-api.php"]');
	await row.locator('.row-actions a', { hasText: new RegExp(`^${name}$`) }).click();
	await page.locator('#message', { hasText: /Plugin (de)?activated\./ }).waitFor();
}

/** Deletes the plugin, which is deactivated, on the list of plugins. */
export async function deletePlugin(page: Page, { address }: Site): Promise<void> {
	await page.goto(`${address}/wp-admin/plugins.php`);
	page.once('dialog', (dialog) => void dialog.accept());
	await page.locator('tr[data-plugin="backbone-wp-api/backbone-wp-api.php"] .delete a').click();
	await page.locator('tr.deleted, .plugin-deleted-tr').first().waitFor();
}

/** The table and the row of everything in the database that names the plugin, and its files. */
export async function tracesOf(site: Site): Promise<string[]> {
	const found = await site.php(`
		global $wpdb;
		$traces = array();
		foreach ( $wpdb->get_col( 'SHOW TABLES' ) as $table ) {
			foreach ( $wpdb->get_results( "SELECT * FROM $table", ARRAY_A ) as $row ) {
				if ( preg_match( '/backbone.wp.api/i', serialize( $row ) ) ) {
					$traces[] = $table . ' ' . ( $row['option_name'] ?? $row['meta_key'] ?? reset( $row ) );
				}
			}
		}
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( WP_CONTENT_DIR, FilesystemIterator::SKIP_DOTS ) ) as $file ) {
			if ( strpos( $file, 'backbone' ) ) $traces[] = (string) $file;
		}
		echo wp_json_encode( $traces );`);
	return (JSON.parse(found) as string[]).sort();
}

/** The paths of the scripts on a page that have these words in their names. */
export function scriptsOf(page: Page, words: string): Promise<string[]> {
	return page
		.locator(`script[src*="${words}"]`)
		.evaluateAll((all) => all.map((script) => new URL((script as HTMLScriptElement).src).pathname));
}
