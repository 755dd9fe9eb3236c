// @vitest-environment node
/** A WordPress, plugins and a theme that the user has downloaded are started, or refused with a reason. */
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWordPress, type WordPress, type WordPressOptions } from '../../demo/wordpress/index.ts';
import { findRelease } from '../../demo/wordpress/versions.ts';

/** Path to text: a plugin, a theme. */
type Files = Record<string, string>;

const plugin: Files = {
	'guest/guest.php': `<?php
		/* Plugin Name: Guest */
		register_activation_hook( __FILE__, fn() => update_option( 'guest_activated', get_current_user_id() ) );
		add_action( 'wp_footer', fn() => print( '<p>The guest is here.</p>' ) );`,
	'guest/guest.js': 'window.guest = true;',
};
const theme: Files = {
	'plain/style.css': '/* Theme Name: Plain */',
	'plain/index.php': '<?php echo "A plain theme. "; wp_footer();',
};

let scratch: string;
/** A download of WordPress, as a folder with all of its files. */
let download: string;

beforeAll(() => {
	scratch = mkdtempSync(join(tmpdir(), 'own-wordpress-'));
	download = makeDownload();
}, 60_000);
afterAll(() => {
	rmSync(scratch, { recursive: true, force: true });
});

describe('a WordPress of the user', () => {
	it.each(['folder', 'zip'])(
		'as a %s is installed, with plugins and a theme',
		{ timeout: 120_000 },
		async (form) => {
			const site = await startWordPress({
				wordpress: form === 'zip' ? zipped('wordpress.zip', 'wordpress', download) : download,
				plugins: [form === 'zip' ? zip('guest.zip', plugin) : join(folder('plugins', plugin), 'guest')],
				theme: form === 'zip' ? zip('plain.zip', theme) : join(folder('themes', theme), 'plain'),
			});
			try {
				await expectToWork(site);
			} finally {
				await site.stop();
			}
			expect(existsSync(join(download, 'wp-config.php'))).toBe(false);
		},
	);
});

describe('it is refused, with what to do,', () => {
	it.each<[what: string, options: () => WordPressOptions, message: RegExp]>([
		['a path where nothing is', () => ({ wordpress: '/nowhere/at/all' }), /There is no \/nowhere\/at\/all/],
		[
			'a folder that is no WordPress',
			() => ({ wordpress: folder('empty', { 'a.txt': '' }) }),
			/is no WordPress.*wp-settings\.php/,
		],
		['a zip that is no WordPress', () => ({ wordpress: zip('no.zip', plugin) }), /no\.zip is no WordPress/],
		[
			'a file that is no zip',
			() => ({ wordpress: write('broken.zip', 'PK and so on') }),
			/neither a folder nor a zip/,
		],
		[
			'a zip that climbs out of its folder',
			() => ({ plugins: [zip('evil.zip', { 'guest/../../a.php': '<?php' })] }),
			/lie outside/,
		],
		[
			'a WordPress that needs a newer PHP',
			() => ({
				wordpress: folder('future', {
					'wp-settings.php': '<?php',
					'wp-includes/version.php': "<?php $wp_version = '9.0'; $required_php_version = '8.10';",
				}),
			}),
			/WordPress 9\.0, which needs PHP 8\.10\. The embedded PHP is 8\.3/,
		],
		[
			'a plugin that is none',
			() => ({ plugins: [folder('none', { 'a.php': '<?php' })] }),
			/is no plugin: .*Plugin Name/,
		],
		[
			'a theme that is none',
			() => ({ theme: folder('bare', { 'index.php': '<?php' }) }),
			/is no theme: .*style\.css/,
		],
		[
			'a plugin that needs a newer WordPress',
			() => ({
				plugins: [folder('new', { 'new.php': '<?php /* Plugin Name: New\nRequires at least: 99.0\n*/' })],
			}),
			/does not activate the plugin .*requires WordPress 99\.0/,
		],
		[
			'a plugin that breaks',
			() => ({
				plugins: [folder('breaks', { 'breaks.php': '<?php /* Plugin Name: B */ no_such_function();' })],
			}),
			/The plugin .* breaks when it is activated/,
		],
	])('%s', async (_what, options, message) => {
		await expect(startWordPress(options())).rejects.toThrow(message);
	});
});

async function expectToWork(site: WordPress): Promise<void> {
	const read = async (path: string): Promise<string> => (await fetch(site.address + path)).text();
	expect(site.version).toMatch(/^6\.2/);
	const html = await read('/');
	expect(html).toContain('A plain theme.');
	expect(html).toContain('The guest is here.');
	expect(await site.php("echo get_option( 'guest_activated' );")).toBe('1');
	expect(await read('/wp-content/plugins/guest/guest.js')).toBe('window.guest = true;');
	expect(await read('/wp-includes/js/wp-api.min.js')).toContain('wpApiSettings');
	expect(await read('/wp-content/database/.ht.sqlite')).not.toContain('SQLite format');
	expect(JSON.parse(await read('/wp-json/wp/v2/posts?per_page=100'))).toHaveLength(30);
	const { cookies } = await site.login();
	const headers = { cookie: cookies.map((line) => line.split(';')[0]).join('; ') };
	expect(await (await fetch(`${site.address}/wp-admin/index.php`, { headers })).text()).toContain(
		'Dashboard',
	);
}

/** As WordPress is downloaded: all its files, not installed. */
function makeDownload(): string {
	const { zip: packaged, assets } = findRelease('6.2');
	const target = join(scratch, 'download');
	cpSync(assets, target, { recursive: true });
	for (const [path, bytes] of Object.entries(unzipSync(readFileSync(packaged)))) {
		if (path.endsWith('/') || /^wp-config\.php|^wp-content\/(database|db\.php)/.test(path)) continue;
		mkdirSync(dirname(join(target, path)), { recursive: true });
		writeFileSync(join(target, path), bytes);
	}
	return target;
}

function folder(name: string, files: Files): string {
	const target = mkdtempSync(join(scratch, `${name}-`));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(target, path)), { recursive: true });
		writeFileSync(join(target, path), text);
	}
	return target;
}

function zip(name: string, files: Files): string {
	const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
	return write(name, zipSync(Object.fromEntries(entries)));
}

function write(name: string, bytes: string | Uint8Array): string {
	const target = join(mkdtempSync(join(scratch, 'file-')), name);
	writeFileSync(target, bytes);
	return target;
}

function zipped(name: string, top: string, from: string): string {
	const entries: Record<string, Uint8Array> = {};
	for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
		if (statSync(join(from, path)).isFile()) entries[`${top}/${path}`] = readFileSync(join(from, path));
	}
	return write(name, zipSync(entries, { level: 0 }));
}
