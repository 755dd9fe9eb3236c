/**
 * The sources come in; `dist/index.js` (ES module), `dist/wp-api.js` and `dist/wp-api.min.js` (script tag) go out, each with a
 * source map. Declarations are left to `tsc -p tsconfig.build.json`.
 */
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type BuildOptions, type InlineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const peers = ['backbone', 'underscore', 'jquery'];

export interface BuildLibraryOptions {
	/** Where the three files go. Default: `dist` in the project. */
	outDir?: string;
	/** Vite's own log level. Default: `'info'`, which prints the files and their sizes. */
	logLevel?: 'info' | 'warn' | 'silent';
}

/** Makes the three JavaScript files, and removes nothing: tests rebuild while the declarations lie in the same folder. */
export async function buildLibrary({
	outDir = `${root}dist`,
	logLevel = 'info',
}: BuildLibraryOptions = {}): Promise<void> {
	const shared = { outDir, logLevel };
	await build(moduleBuild(shared));
	await build(scriptBuild('wp-api.js', false, shared));
	await build(scriptBuild('wp-api.min.js', 'terser', shared));
}

/** For bundlers: the peers stay imports, names stay readable, the user's own minifier does the rest. */
function moduleBuild(options: Required<BuildLibraryOptions>): InlineConfig {
	return {
		...settings(options, {
			target: 'es2022',
			minify: false,
			lib: { entry: `${root}src/index.ts`, formats: ['es'], fileName: () => 'index.js' },
			rolldownOptions: { external: peers, output: { postBanner: licenseLine() } },
		}),
	};
}

/**
 * For the page. The peers are aliased to the page's globals instead of being declared external: an external default import
 * costs 1 kB of interop that copies the global's keys at load.
 */
function scriptBuild(
	fileName: string,
	minify: 'terser' | false,
	options: Required<BuildLibraryOptions>,
): InlineConfig {
	const alias = Object.fromEntries(peers.map((peer) => [peer, `${root}build/globals/${peer}.ts`]));
	return {
		resolve: { alias },
		...settings(options, {
			// As the library functions it uses: `Object.hasOwn`, `Array.prototype.at`.
			target: 'es2022',
			minify,
			// Some 140 bytes less than Vite's own minifier leaves, once they are compressed
			terserOptions: { ecma: 2020, toplevel: true, compress: { passes: 3 } },
			lib: {
				entry: `${root}src/script.ts`,
				formats: ['iife'],
				name: 'backboneWpApi',
				fileName: () => fileName,
			},
			// Strict as modules are, but inside the function: at the top it would reach what WordPress concatenates behind us.
			rolldownOptions: { output: { strict: false, intro: `'use strict';`, postBanner: licenseLine() } },
		}),
	};
}

function settings({ outDir, logLevel }: Required<BuildLibraryOptions>, build: BuildOptions): InlineConfig {
	return {
		configFile: false,
		root,
		logLevel,
		publicDir: false,
		build: { outDir, emptyOutDir: false, sourcemap: true, ...build },
	};
}

function licenseLine(): string {
	const { name, version, license } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
		name: string;
		version: string;
		license: string;
	};
	return `/*! ${name} ${version} | ${license} */`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	rmSync(`${root}dist`, { recursive: true, force: true });
	await buildLibrary();
}
