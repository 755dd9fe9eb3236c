// @vitest-environment node
/** What the plugin prints into pages, where the page itself need not run. */
import { beforeAll, describe, expect, it } from 'vitest';
import { packPlugin } from '../../build/plugin.ts';
import { openSite, type Site } from './site.ts';

const enqueue = `<?php
add_action( 'wp_enqueue_scripts', function () {
	wp_enqueue_script( 'wp-api' );
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( 'theme', '/theme.js', array( 'backbone-wp-api' ) );
	}
} );`;

describe('under SCRIPT_DEBUG', () => {
	let site: Site;

	beforeAll(async () => {
		site = await openSite({
			version: '6.7',
			plugins: [await packPlugin()],
			constants: { SCRIPT_DEBUG: true },
			muPlugins: { 'enqueue.php': enqueue },
		});
	});

	it('a page gets the readable script and the readable module', async () => {
		const html = await (await fetch(`${site.address}/`)).text();
		expect(html).toContain('/wp-content/plugins/backbone-wp-api/scripts/wp-api.js?ver=');
		expect(html).toContain('/modules\\/backbone-wp-api.js?ver='.replace('/', '\\/'));
		expect(html).not.toMatch(/backbone-wp-api.{1,12}(wp-api|backbone-wp-api)\.min\.js/);
	});

	it('the files are served, and PHP is not shown', async () => {
		const folder = `${site.address}/wp-content/plugins/backbone-wp-api`;
		expect((await fetch(`${folder}/scripts/wp-api.js`)).status).toBe(200);
		expect(await (await fetch(`${folder}/includes/schema.php`)).text()).toBe('');
		expect(await (await fetch(`${folder}/includes/schema.php?x`)).text()).not.toContain('<?php');
	});

	it('what is printed cannot end the script it stands in', async () => {
		const script = await site.php(`
			add_filter( 'backbone_wp_api_settings', fn( $settings ) => array( 'title' => '</script><script>alert( 1 )//<!--' ) );
			echo Backbone_WP_API\\settings_script();`);
		expect(script).not.toMatch(/<|>/);
		expect(script).toContain('alert( 1 )');
	});
});
