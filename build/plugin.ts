/**
 * `npm run plugin` makes `dist/backbone-wp-api.zip`, which WordPress's plugin screen installs: the files of `plugin/` and the builds of
 * the client. The same sources give the same bytes, on each machine and at each time.
 */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { minify } from 'terser';
import { buildLibrary } from './build.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The folder of the plugin inside the zip, and below `wp-content/plugins`. */
const pluginFolder = 'backbone-wp-api';

/** A zip has local times without a zone, so this is the same in each time zone. */
const modified = new Date(2000, 0, 1);

/** Writes the zip beside the builds of the client, and returns its path. */
export async function packPlugin(dist: string = join(root, 'dist')): Promise<string> {
	const zip = join(dist, `${pluginFolder}.zip`);
	const files = { ...pluginFiles(), ...(await clientFiles(dist)) };
	const entries = Object.entries(files)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([path, text]) => [`${pluginFolder}/${path}`, strToU8(text)] as const);
	writeFileSync(zip, zipSync(Object.fromEntries(entries), { level: 9, mtime: modified }));
	return zip;
}

/** Path inside the plugin's folder to text. */
type Files = Record<string, string>;

function pluginFiles(): Files {
	const { version } = JSON.parse(read('package.json')) as { version: string };
	const paths = readdirSync(join(root, 'plugin'), { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => statSync(join(root, 'plugin', path)).isFile());
	const files = paths.map((path) => [path, read(`plugin/${path}`).replaceAll('%VERSION%', version)]);
	return { ...(Object.fromEntries(files) as Files), LICENSE: read('LICENSE') };
}

async function clientFiles(dist: string): Promise<Files> {
	const readBuild = (name: string): string => withoutSourceMap(readFileSync(join(dist, name), 'utf8'));
	const module = readBuild('index.js');
	const { code = '' } = await minify(module, { module: true, ecma: 2020, compress: { passes: 3 } });
	return {
		'scripts/wp-api.js': readBuild('wp-api.js'),
		'scripts/wp-api.min.js': readBuild('wp-api.min.js'),
		'modules/backbone-wp-api.js': module,
		'modules/backbone-wp-api.min.js': code,
	};
}

/** The zip has no source maps, because it has the readable files themselves. */
function withoutSourceMap(script: string): string {
	return script.replace(/\/\/# sourceMappingURL=.*\s*$/, '');
}

function read(path: string): string {
	return readFileSync(join(root, path), 'utf8');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	await buildLibrary();
	console.log(await packPlugin());
}
