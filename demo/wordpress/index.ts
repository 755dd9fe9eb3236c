// A real WordPress inside Node: PHP compiled to WebAssembly, WordPress and SQLite out of npm packages, sample content, one address.
//
//   options  ->  server/listen (an address)  ->  scratch (a folder)  ->  config  ->  php/ (WordPress in a worker thread)
//            ->  content/ (posts, people, pictures)  ->  server/routes (documents, files, PHP)
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeConfig } from './config.ts';
import { addContent } from './content/index.ts';
import { logIn } from './login.ts';
import type { WordPress, WordPressOptions } from './options.ts';
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
	const subdirectory = normalize(options.subdirectory ?? '');
	const release = findRelease(version);

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
		onProgress(`Unpacking WordPress ${version}`, 0.1);
		addPlugins(join(content, 'mu-plugins'), muPlugins);
		const { zip, sqliteZip } = release;
		php = await startPhp({ zip, sqliteZip, content, address, config: writeConfig(address, constants) });

		onProgress('Writing the magazine', 0.4);
		const run = runCode.bind(undefined, php);
		const site = await addContent({
			permalinks,
			uploads: join(content, 'uploads'),
			run,
		});

		server.serve(
			routeRequests({
				php,
				subdirectory,
				documents,
				files: [
					{ path: '/wp-content/uploads/', folder: join(content, 'uploads') },
					{ path: '/', folder: release.assets },
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
