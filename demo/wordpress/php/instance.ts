// The place a site lives in, in; a PHP which has WordPress in its memory and the site's `wp-content` mounted, out.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getPHPLoaderModule } from '@php-wasm/node-8-3';
import { loadPHPRuntime, PHP } from '@php-wasm/universal';
import { unzipSync } from 'fflate';
import type { Place } from './messages.ts';
import { wordpressFolder } from './script.ts';

export interface Instance {
	php: PHP;
	/** How much memory PHP has taken so far, in bytes: it grows and never shrinks. */
	memory(): number;
}

const sqliteFolder = '/sqlite';
const iniFile = '/internal/shared/php.ini';

export async function createPhp(place: Place): Promise<Instance> {
	let instance: WebAssembly.Instance | undefined;
	const runtime = await loadPHPRuntime(await getPHPLoaderModule(), {
		instantiateWasm(imports, receive) {
			void WebAssembly.instantiate(place.wasm, imports).then((ready) => {
				instance = ready;
				receive(ready, place.wasm);
			});
		},
	});
	const php = new PHP(runtime);
	await configure(php);
	const { wordpress, content, config } = place;
	if ('zip' in wordpress) {
		unpackWordPress(php, wordpress.zip, content);
		await mountFolder(php, content, `${wordpressFolder}/wp-content`);
	} else {
		await mountFolder(php, wordpress.folder, wordpressFolder);
	}
	php.writeFile(`${wordpressFolder}/wp-config.php`, config);
	installSqlite(php, place);
	return {
		php,
		memory: () => (instance?.exports['memory'] as WebAssembly.Memory | undefined)?.buffer.byteLength ?? 0,
	};
}

// PHP's opcode cache looks at the name of the server it runs in, and stays off under a name it does not know. With it a
// request takes 40 ms instead of 160.
async function configure(php: PHP): Promise<void> {
	await php.setSapiName('cli-server');
	// Code from startWordPress().php() always comes in a file of the same name.
	php.writeFile('/internal/uncached', '/internal/eval.php\n');
	php.writeFile(
		iniFile,
		[
			php.readFileAsText(iniFile),
			'display_errors=0',
			'display_startup_errors=0',
			'html_errors=0',
			'opcache.file_cache=',
			'opcache.file_cache_only=0',
			'opcache.file_update_protection=0',
			'opcache.revalidate_freq=0',
			'opcache.max_accelerated_files=4000',
			'opcache.optimization_level=0',
			'opcache.blacklist_filename=/internal/uncached',
			'upload_max_filesize=64M',
			'post_max_size=64M',
		].join('\n'),
	);
}

/** The first PHP of a site also fills its `wp-content`; a later one finds it as the site has left it. */
function unpackWordPress(php: PHP, zip: string, content: string): void {
	const filled = existsSync(join(content, 'database'));
	const files = unzip(zip, (name) => !(filled && name.startsWith('wp-content/')));
	for (const [name, bytes] of files) {
		if (name.startsWith('wp-content/')) {
			writeToDisk(join(content, '..', name), bytes);
		} else {
			writeToMemory(php, `${wordpressFolder}/${name}`, bytes);
		}
	}
}

function installSqlite(php: PHP, { sqliteZip, content }: Place): void {
	for (const [name, bytes] of unzip(sqliteZip, (name) => name.endsWith('.php'))) {
		// Without the folder which names the plugin and its branch.
		writeToMemory(php, sqliteFolder + name.slice(name.indexOf('/')), bytes);
	}
	writeToDisk(
		join(content, 'db.php'),
		`<?php
define( 'SQLITE_DB_DROPIN_VERSION', '1.8.0' );
define( 'DB_ENGINE', 'sqlite' );
require_once '${sqliteFolder}/wp-includes/sqlite/db.php';
`,
	);
}

async function mountFolder(php: PHP, folder: string, point: string): Promise<void> {
	php.mkdir(point);
	await php.mount(point, (_php, fs) => {
		const { NODEFS } = fs.filesystems;
		if (!NODEFS) {
			throw new Error('This PHP cannot see the disk.');
		}
		fs.mount(NODEFS, { root: folder }, point);
		return () => {
			fs.unmount(point);
		};
	});
}

function unzip(file: string, wanted: (name: string) => boolean): [string, Uint8Array][] {
	const files = unzipSync(readFileSync(file), { filter: ({ name }) => !name.endsWith('/') && wanted(name) });
	return Object.entries(files);
}

function writeToDisk(file: string, bytes: Uint8Array | string): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, bytes);
}

function writeToMemory(php: PHP, file: string, bytes: Uint8Array): void {
	php.mkdir(dirname(file));
	php.writeFile(file, bytes);
}
