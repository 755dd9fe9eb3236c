/**
 * `npm run wordpress:debian -- sid DIR` puts the WordPress of a Debian suite into a folder, for `npm run wordpress -- --wordpress DIR`. It
 * needs a Debian machine, changes nothing of its system, and takes the address of Debian's archive from there.
 */
import { execFileSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** WordPress, what its symbolic links lead to, and a theme. */
const packages = [
	'wordpress',
	'libphp-phpmailer',
	'php-getid3',
	'libjs-cropper',
	'libjs-jquery-ui',
	'libjs-lodash',
	'libjs-underscore',
	'libjs-jquery',
	'wordpress-theme-twentytwentyfive',
];

/** Returns the version of WordPress. Throws an error with what apt says where it is not to be had. */
export function fetchFromDebian(suite: string, folder: string): string {
	const scratch = mkdtempSync(join(tmpdir(), 'debian-wordpress-'));
	try {
		const system = download(suite, scratch);
		const wordpress = join(system, 'usr/share/wordpress');
		// Debian's own settings, and links out of the packages that lead nowhere here.
		for (const name of ['wp-config.php', '.htaccess', 'wp-includes/certificates/ca-bundle.crt']) {
			rmSync(join(wordpress, name), { force: true });
		}
		cpSync(wordpress, folder, { recursive: true, dereference: true });
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
	const text = readFileSync(join(folder, 'wp-includes/version.php'), 'utf8');
	return /\$wp_version\s*=\s*'([^']+)'/.exec(text)?.[1] ?? '';
}

/** Downloads the packages with an apt of our own, and unpacks them into one folder, as on a system that has them. */
function download(suite: string, scratch: string): string {
	const sources = join(scratch, 'sources.list');
	const packed = join(scratch, 'packed');
	const system = join(scratch, 'system');
	for (const path of ['state/lists/partial', 'cache/archives/partial', 'packed', 'system']) {
		mkdirSync(join(scratch, path), { recursive: true });
	}
	writeFileSync(sources, `deb ${archive()} ${suite} main\n`);
	const settings = {
		'Dir::Etc::sourcelist': sources,
		'Dir::Etc::sourceparts': '/dev/null',
		'Dir::State': join(scratch, 'state'),
		'Dir::State::status': '/var/lib/dpkg/status',
		'Dir::Cache': join(scratch, 'cache'),
		'APT::Sandbox::User': 'root',
	};
	const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
	run('apt-get', [...options, 'update'], scratch);
	run('apt-get', [...options, 'download', ...packages.map((name) => `${name}/${suite}`)], packed);
	for (const name of readdirSync(packed)) {
		run('dpkg-deb', ['-x', name, system], packed);
	}
	return system;
}

/** The address of Debian's archive that this machine uses. */
function archive(): string {
	const known = run('apt-cache', ['policy'], tmpdir());
	const [, address] = /\s(https?:\/\/\S+\/debian)\s/.exec(known) ?? [];
	if (!address) {
		throw new Error('apt-cache names no archive of Debian. Run `apt-get update`, on a Debian machine.');
	}
	return address;
}

function run(command: string, args: string[], cwd: string): string {
	try {
		return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
	} catch (error) {
		const { stderr = '', message } = error as Error & { stderr?: string };
		throw new Error(`${command} has failed, so this WordPress is not to be had.\n${stderr || message}`, {
			cause: error,
		});
	}
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const [suite, folder] = process.argv.slice(2);
	try {
		if (!suite || !folder || existsSync(folder)) {
			throw new Error('Give a suite of Debian, such as trixie or sid, and a folder that is not there yet.');
		}
		console.log(`WordPress ${fetchFromDebian(suite, resolve(folder))} is in ${folder}`);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
