/** `npm run demo -- --site https://example.com --user ada --password "abcd efgh" --port 8880`: the demo until Ctrl-C, at one address. */
import { createInterface } from 'node:readline';
import { findPort } from './server/ports.ts';
import { remoteSite } from './server/remote.ts';
import type { Site } from './server/site.ts';
import { ownArguments, ownHelp, ownOptions, type OwnValues } from './wordpress/own/arguments.ts';
import { portOf, readOptions, runUntilSignal, showProgress, UsageError } from './terminal.ts';

const DEFAULT_PORT = 8880;

const help = `The demo of backbone-wp-api, on this machine, until Ctrl-C.

  --port          a number (default: ${DEFAULT_PORT}, or the next that is free; 0 takes any that is free)
  --site          the address of a WordPress (default: one of its own, with sample content, which is gone afterwards)
  --user          with --site: a user of it, to read and write as that user
  --password      with --user: an application password of that user, from wp-admin > Users > Profile
${ownHelp}
  --help          this text
`;

interface Options {
	/** `undefined`: the default port, or the next that is free. */
	port: number | undefined;
	/** `undefined`: the embedded WordPress. */
	remote: { address: string; user?: string; password?: string } | undefined;
	/** Which WordPress, plugins and theme the embedded one has. */
	own: OwnValues;
}

await runUntilSignal(async (keep) => {
	const options = readArguments();
	if (!options) {
		console.log(help);
		return;
	}
	const { remote } = options;
	const port = await findPort(options.port ?? DEFAULT_PORT, { orNext: options.port === undefined });
	if (options.port === undefined && port !== DEFAULT_PORT) {
		console.log(`Port ${DEFAULT_PORT} is in use, so the demo takes ${port}.`);
	}
	const found = remote && (await remoteSite(remote));
	// The page of the demo has its own client. Ours goes into a WordPress that somebody tries their plugin on.
	const own = isEmpty(options.own) ? {} : await ownOptions(options.own);
	// This takes a second to load. What can go wrong without it is told before that.
	const { embeddedSite, startDemo } = await import('./server/index.ts');
	const site = found ?? (await embeddedSite((message, done) => showProgress(message, done * 0.9), own));
	keep(site);
	const demo = await startDemo({ site, port, watch: true });
	keep(demo);
	showProgress('The page', 1);
	console.log(`\nThe demo is at ${demo.address}\nCtrl-C ends it.`);
	if (!remote && process.stdin.isTTY) {
		stopAndStartOnEnter(site);
	}
});

function readArguments(): Options | undefined {
	const { site, user, password, port, help, ...own } = readOptions({
		port: { type: 'string' },
		site: { type: 'string' },
		user: { type: 'string' },
		password: { type: 'string' },
		...ownArguments,
		help: { type: 'boolean', default: false },
	});
	if (help) {
		return undefined;
	}
	if (site === undefined && (user !== undefined || password !== undefined)) {
		throw new UsageError('--user and --password are for a WordPress of yours: name it with --site.');
	}
	if (site !== undefined && (own.wordpress ?? own.plugin ?? own.theme ?? own.core) !== undefined) {
		throw new UsageError(
			'--wordpress, --plugin, --theme and --core are for a WordPress on this machine, not for --site.',
		);
	}
	if (Boolean(user) !== Boolean(password)) {
		throw new UsageError(user ? '--user needs --password as well.' : '--password needs --user as well.');
	}
	return {
		port: port === undefined ? undefined : portOf(port),
		own,
		remote:
			site === undefined
				? undefined
				: { address: addressOf(site), ...(user && password ? { user, password } : {}) },
	};
}

function isEmpty(values: object): boolean {
	return Object.values(values).every((value) => value === undefined);
}

function addressOf(site: string): string {
	if (/^https?:\/\/./i.test(site) && URL.canParse(site)) {
		return site;
	}
	const scheme = /^(localhost|127\.|\[::1\])/.test(site) ? 'http' : 'https';
	const hint = /^[^/:]+\.[^/:]+|^localhost/.test(site) ? ` Do you mean ${scheme}://${site}?` : '';
	throw new UsageError(`--site takes an address that begins with http:// or https://, not "${site}".${hint}`);
}

/** To see what the page does while its site is gone. */
function stopAndStartOnEnter(site: Site): void {
	console.log('Enter stops WordPress, and starts it again.');
	let running = true;
	createInterface({ input: process.stdin }).on('line', () => {
		running = !running;
		const change = running ? site.start() : site.stop();
		change.then(
			() => console.log(running ? 'WordPress runs again.' : 'WordPress is stopped.'),
			(error: unknown) => console.error(error instanceof Error ? error.message : error),
		);
	});
}
