// @vitest-environment node
/** The zip of the plugin is the same bytes each time, and holds what WordPress needs to install it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildLibrary } from '../../build/build.ts';
import { packPlugin } from '../../build/plugin.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let dist: string;
let zip: Buffer;

beforeAll(async () => {
	dist = mkdtempSync(join(tmpdir(), 'plugin-zip-'));
	await buildLibrary({ outDir: dist, logLevel: 'warn' });
	zip = readFileSync(await packPlugin(dist));
}, 60_000);

afterAll(() => {
	rmSync(dist, { recursive: true, force: true });
});

it('is the same bytes in another time zone', () => {
	const code = `import { packPlugin } from './build/plugin.ts'; await packPlugin(${JSON.stringify(dist)});`;
	execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
		cwd: root,
		env: { ...process.env, TZ: 'Asia/Kathmandu' },
	});
	expect(readFileSync(join(dist, 'backbone-wp-api.zip')).equals(zip)).toBe(true);
}, 60_000);

it('has one folder, by the name of the plugin, and the version of the package in it', () => {
	const files = unzipSync(zip);
	const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
	const text = (path: string): string => strFromU8(files[`backbone-wp-api/${path}`]!);
	expect(Object.keys(files).filter((path) => !path.startsWith('backbone-wp-api/'))).toEqual([]);
	expect(text('backbone-wp-api.php')).toContain(`Version:           ${version}\n`);
	expect(text('backbone-wp-api.php')).toContain(`const VERSION     = '${version}';`);
	expect(text('readme.txt')).toContain(`Stable tag: ${version}\n`);
	expect(text('LICENSE')).toContain('GNU GENERAL PUBLIC LICENSE');
	for (const [path, bytes] of Object.entries(files)) {
		expect(strFromU8(bytes), path).not.toMatch(/%VERSION%|sourceMappingURL/);
	}
});

it('has the client as a script and as a module, minified and readable', () => {
	const files = unzipSync(zip);
	const size = (path: string): number => files[`backbone-wp-api/${path}`]!.length;
	for (const path of ['scripts/wp-api', 'modules/backbone-wp-api']) {
		expect(size(`${path}.min.js`)).toBeGreaterThan(20_000);
		expect(size(`${path}.min.js`)).toBeLessThan(0.6 * size(`${path}.js`));
	}
});
