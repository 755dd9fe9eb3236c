// A WordPress that the user has downloaded, as a folder or as a zip: found, checked, and brought to where the site lives.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unpack } from './unpack.ts';

/** The version of the embedded PHP: see `php/instance.ts`, which loads it. */
const phpVersion = '8.3';

/** Unpacks a WordPress into an empty folder, so that `wp-settings.php` lies at its top. */
export function unpackWordPress(path: string, folder: string): void {
	const unpacking = join(folder, 'unpacking');
	const { top } = unpack(path, unpacking);
	const found = [top, 'wordpress', ''].map((name) => join(unpacking, name)).find(isWordPress);
	if (!found) {
		throw new Error(
			`${path} is no WordPress: it has no wp-includes/version.php. Give the folder that wp-settings.php lies in, or a zip of it.`,
		);
	}
	checkPhp(path, found);
	for (const name of ['wp-config.php', 'wp-content/db.php', 'wp-content/database']) {
		// Another site's: ours has its own.
		rmSync(join(found, name), { recursive: true, force: true });
	}
	moveUp(found, folder);
	rmSync(unpacking, { recursive: true, force: true });
}

const isWordPress = (folder: string): boolean =>
	existsSync(join(folder, 'wp-includes/version.php')) && existsSync(join(folder, 'wp-settings.php'));

function checkPhp(path: string, folder: string): void {
	const text = readFileSync(join(folder, 'wp-includes/version.php'), 'utf8');
	const valueOf = (name: string): string => new RegExp(`\\$${name}\\s*=\\s*'([^']+)'`).exec(text)?.[1] ?? '';
	const needed = valueOf('required_php_version');
	if (needed.localeCompare(phpVersion, 'en', { numeric: true }) > 0 && !needed.startsWith(`${phpVersion}.`)) {
		throw new Error(
			`${path} is WordPress ${valueOf('wp_version')}, which needs PHP ${needed}. The embedded PHP is ${phpVersion}: take an older WordPress.`,
		);
	}
}

function moveUp(from: string, folder: string): void {
	for (const name of readdirSync(from)) {
		renameSync(join(from, name), join(folder, name));
	}
}
