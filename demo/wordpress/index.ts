// A real WordPress inside Node: PHP compiled to WebAssembly, WordPress and SQLite out of npm packages, sample content, one address.
//
//   options  ->  server/listen (an address)  ->  scratch (a folder)  ->  own/ (what the user brings)  ->  config
//            ->  php/ (WordPress in a worker thread)  ->  content/ (posts, people, pictures)  ->  server/routes (documents, files, PHP)
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeConfig, type Constants } from './config.ts';
import { addContent } from './content/index.ts';
import { logIn } from './login.ts';
import { makeNetwork, networkConstants } from './network.ts';
import type { WordPress, WordPressOptions } from './options.ts';
import { activate, addExtension } from './own/extensions.ts';
import { installWordPress } from './own/install.ts';
import { unpackWordPress } from './own/wordpress.ts';
import { startPhp, type Php } from './php/pool.ts';
import { runCode } from './run-code.ts';
import { makeScratch } from './scratch.ts';
import { listen } from './server/listen.ts';
import { routeRequests } from './server/routes.ts';
import { findRelease } from './versions.ts';

export type { Login, WordPress, WordPressOptions } from './options.ts';
export { versions, type Version } from './versions.ts';

const pluginFolder = join(import.meta.dirname, 'plugin');

export async function startWordPress(options: WordPressOptions = {}): Promise<WordPress> {
	const { version = '6.7', port = 0, permalinks = 'pretty', onProgress = () => undefined } = options;
	const { documents = {}, muPlugins = {}, constants = {} } = options;
	const { plugins = [], theme, multisite = false } = options;
	const subdirectory = normalize(options.subdirectory ?? '');
	const { zip, assets, sqliteZip } = findRelease(version);

	const server = await listen(port);
	const scratch = makeScratch();
	let php: Php | undefined;
	const stop = once(async () => {
		await server.close();
		await php?.end();
		scratch.remove();
	});

	try {
		const address = server.origin + subdirectory;
		const content = join(scratch.folder, 'wp-content');
		onProgress(`Unpacking WordPress ${options.wordpress ?? version}`, 0.1);
		if (options.wordpress !== undefined) {
			unpackWordPress(options.wordpress, scratch.folder);
		}
		addPlugins(join(content, 'mu-plugins'), muPlugins);
		const extensions = [
			...plugins.map((path) => addExtension('plugin', path, content)),
			...(theme === undefined ? [] : [addExtension('theme', theme, content)]),
		];
		const start = (more: Constants = {}): Promise<Php> =>
			startPhp({
				wordpress: options.wordpress === undefined ? { zip } : { folder: scratch.folder },
				sqliteZip,
				content,
				address,
				config: writeConfig(address, { ...more, ...constants }),
			});
		let running = (php = await start());
		if (options.wordpress !== undefined) {
			await installWordPress(running);
		}

		onProgress('Writing the magazine', 0.4);
		const run = (code: string, input?: string): Promise<string> => runCode(running, code, input);
		const site = await addContent({
			permalinks,
			uploads: join(content, 'uploads'),
			run,
		});
		if (multisite) {
			await run(makeNetwork(new URL(address)));
			await running.end();
			running = php = await start(networkConstants(new URL(address)));
		}
		await activate(extensions, run);

		server.serve(
			routeRequests({
				php: running,
				subdirectory,
				documents,
				files: [
					{ path: '/wp-content/uploads/', folder: join(content, 'uploads') },
					{ path: '/', folder: options.wordpress === undefined ? assets : scratch.folder },
					{ path: '/wp-content/', folder: content },
				],
			}),
		);
		onProgress('Ready', 1);
		return {
			...site,
			address,
			root: permalinks === 'pretty' ? `${address}/wp-json/` : `${address}/index.php?rest_route=/`,
			login: () => logIn(run),
			php: (code) => run(code),
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/** 'blog', '/blog' and '/blog/' are '/blog'; '/' is ''. */
function normalize(subdirectory: string): string {
	const path = subdirectory.replace(/^\/+|\/+$/g, '');
	return path && `/${path}`;
}

/** The same promise for everybody who calls. */
function once(action: () => Promise<void>): () => Promise<void> {
	let result: Promise<void> | undefined;
	return () => (result ??= action());
}

function addPlugins(folder: string, more: Record<string, string>): void {
	mkdirSync(folder, { recursive: true });
	cpSync(pluginFolder, folder, { recursive: true });
	for (const [name, source] of Object.entries(more)) {
		writeFileSync(join(folder, name), source);
	}
}
