/**
 * The machine comes in; a running Chromium goes out: the one that `CHROMIUM_PATH` names, one that is installed, or the one
 * inside the npm package `@sparticuz/chromium` (Linux x64), which CI takes first. Nothing is downloaded.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContext, type LaunchOptions } from 'playwright-core';
import { watchSecrets } from '../setup/secrets.ts';

/** One way to start a browser: what to call it in a message, and what Playwright needs for it. */
interface Candidate {
	name: string;
	prepare: () => Promise<LaunchOptions>;
}

const installedPlaces = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/opt/google/chrome/chrome',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Starts a headless Chromium. Rejects, with what was tried and how to get one, where none starts. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
	return watched(await launchFirst((options) => chromium.launch(options)));
}

/**
 * Starts a headless Chromium with a profile in this folder, as a user has it. The contexts of `launchBrowser()` are private ones: they
 * keep no compiled scripts from visit to visit.
 */
export function launchProfile(folder: string): Promise<BrowserContext> {
	return launchFirst((options) => chromium.launchPersistentContext(folder, options));
}

/** What the first candidate that starts gives. */
async function launchFirst<T>(launch: (options: LaunchOptions) => Promise<T>): Promise<T> {
	const failures: string[] = [];
	for (const { name, prepare } of candidates()) {
		try {
			return await launch({ headless: true, args: switches(), ...(await prepare()) });
		} catch (error) {
			failures.push(`  ${name}: ${firstLines(error)}`);
		}
	}
	throw new Error(howToGetOne(failures));
}

/** Whatever it sends; where the browser follows a redirection by itself, that is another matter. */
function watched(browser: Browser): Browser {
	const open = browser.newContext.bind(browser);
	browser.newContext = async (options) => {
		const context = await open(options);
		const sent: { url: string; headers: Record<string, string> }[] = [];
		watchSecrets(sent);
		context.on('request', (request) => {
			if (!request.redirectedFrom()) sent.push({ url: request.url(), headers: request.headers() });
		});
		return context;
	};
	return browser;
}

function candidates(): Candidate[] {
	const named = process.env['CHROMIUM_PATH'];
	if (named) {
		// Whoever names a browser wants that one, not another without a word.
		return [installed(named)];
	}
	const found = installedPlaces.filter((path) => existsSync(path)).map(installed);
	const packaged: Candidate = { name: '@sparticuz/chromium', prepare: unpack };
	return process.env['CI'] ? [packaged, ...found] : [...found, packaged];
}

function installed(path: string): Candidate {
	return { name: path, prepare: () => Promise.resolve({ executablePath: path }) };
}

function switches(): string[] {
	const quiet = [
		'--disable-gpu',
		'--disable-dev-shm-usage',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-domain-reliability',
		'--no-pings',
	];
	return isRoot() ? ['--no-sandbox', ...quiet] : quiet;
}

/**
 * Unpacks the packaged browser into a folder of the system's temporary one, once per version; later runs find it there. The
 * package unpacks itself, in a child process, because it does so into `TMPDIR` and, only on Amazon's machines, with the
 * libraries (`libnss3`, `libnspr4`) that a bare Linux lacks too.
 */
async function unpack(): Promise<LaunchOptions> {
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Error(`it is for Linux on x64, this is ${process.platform} on ${process.arch}`);
	}
	const folder = join(tmpdir(), `backbone-wp-api-chromium-${packagedVersion()}-${userInfo().username}`);
	if (!(await isOurs(folder))) {
		await unpackInto(folder);
	}
	return {
		executablePath: join(folder, 'chromium'),
		env: {
			...process.env,
			LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') + inheritedLibraries(),
			...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') }),
		},
	};
}

function packagedVersion(): string {
	const require = createRequire(import.meta.url);
	// The package exports its code alone: its package.json is found from there.
	const folder = dirname(dirname(require.resolve('@sparticuz/chromium')));
	return (require(join(folder, 'package.json')) as { version: string }).version;
}

/** Whether the folder is there and nobody else made it: its name can be guessed, and we are about to run what is in it. */
async function isOurs(folder: string): Promise<boolean> {
	const stats = await lstat(folder).catch(() => undefined);
	if (!stats) {
		return false;
	}
	if (!stats.isDirectory() || stats.uid !== userInfo().uid || (stats.mode & 0o022) !== 0) {
		throw new Error(`${folder} belongs to someone else or can be written by others: remove it`);
	}
	return true;
}

async function unpackInto(folder: string): Promise<void> {
	const scratch = await mkdtemp(`${folder}-`);
	try {
		await promisify(execFile)(
			process.execPath,
			['--input-type=module', '--eval', `import c from '@sparticuz/chromium'; await c.executablePath();`],
			{
				cwd: fileURLToPath(new URL('.', import.meta.url)),
				env: { ...process.env, TMPDIR: scratch, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
			},
		);
		await writeFile(join(scratch, 'fonts.conf'), fontConfiguration(join(folder, 'fonts')));
		await chmod(scratch, 0o700);
		// One step from nothing to everything: a second process that unpacks at the same time loses, and uses ours.
		await rename(scratch, folder).catch(async (error: unknown) => {
			if (!(await isOurs(folder))) {
				throw error;
			}
		});
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}

/** For machines without any fonts: the package brings Open Sans, but looks for it only where Lambda puts it. */
function fontConfiguration(fonts: string): string {
	return [
		'<?xml version="1.0"?>',
		'<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
		`<fontconfig><dir>${fonts}</dir><cachedir>${fonts}-cache</cachedir></fontconfig>`,
	].join('\n');
}

function inheritedLibraries(): string {
	const inherited = process.env['LD_LIBRARY_PATH'];
	return inherited ? `:${inherited}` : '';
}

function isRoot(): boolean {
	return process.getuid?.() === 0;
}

function firstLines(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	return message.split('\n').slice(0, 12).join('\n    ');
}

function howToGetOne(failures: string[]): string {
	return [
		'No Chromium could be started. Tried:',
		...failures,
		'To get one: `npm ci` brings one on Linux x64; elsewhere install Chrome or Chromium (Debian: `apt-get install chromium`),',
		'or set CHROMIUM_PATH to the executable of any Chromium, Chrome or Edge.',
	].join('\n');
}
