/** `npm run demo -- --site https://example.com --user ada --password "abcd efgh" --port 8880`: the demo until Ctrl-C, at one address. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { embeddedSite, remoteSite, startDemo } from './server/index.ts';
import type { Site } from './server/site.ts';
import { ownArguments, ownHelp, ownOptions } from './wordpress/own/arguments.ts';
import { endOnSignal, portOf, showProgress } from './terminal.ts';

const help = `The demo of backbone-wp-api, on this machine, until Ctrl-C.

  --port          a number (default: 8880, or the next that is free; 0 takes any)
  --site          the address of a WordPress (default: one of its own, with sample content, which is gone afterwards)
  --user          with --site: a user of it, to read and write as that user
  --password      with --user: an application password of that user, from wp-admin > Users > Profile
${ownHelp}
  --help          this text
`;

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '8880' },
		site: { type: 'string' },
		user: { type: 'string' },
		password: { type: 'string' },
		...ownArguments,
		help: { type: 'boolean', default: false },
	},
});

if (values.help) {
	console.log(help);
} else {
	await run().catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
}

async function run(): Promise<void> {
	const { site: address, user, password } = values;
	if (Boolean(user) !== Boolean(password) || (user && !address)) {
		throw new Error('--user and --password go together, and with --site.');
	}
	if (address && (values.wordpress ?? values.plugin ?? values.theme ?? values.core)) {
		throw new Error(
			'--wordpress, --plugin, --theme and --core are for a WordPress on this machine, not for --site.',
		);
	}
	const site = address
		? await remoteSite({ address, user, password })
		: await embeddedSite((message, done) => showProgress(message, done * 0.9), await ownOptions(values));
	const demo = await startDemo({ site, port: portOf(values.port), watch: true }).catch(
		async (error: unknown) => {
			await site.stop();
			throw error;
		},
	);
	showProgress('The page', 1);
	console.log(`\nThe demo is at ${demo.address}\nCtrl-C ends it.`);
	if (!address && process.stdin.isTTY) {
		stopAndStartOnEnter(site);
	}
	endOnSignal(demo);
}

/** To see what the page does when its site is gone. */
function stopAndStartOnEnter(site: Site): void {
	console.log('Enter stops WordPress, and starts it again.');
	let running = true;
	createInterface({ input: process.stdin }).on('line', () => {
		running = !running;
		const change = running ? site.start() : site.stop();
		void change.then(() => console.log(running ? 'WordPress runs again.' : 'WordPress is stopped.'));
	});
}
