/** `npm run wordpress -- --version 6.5 --port 8881 --permalinks plain --subdirectory /blog`: an embedded WordPress until Ctrl-C. */
import { portOf, readOptions, runUntilSignal, showProgress, UsageError } from '../terminal.ts';
import type { WordPress, WordPressOptions } from './options.ts';
import { ownArguments, ownHelp, ownOptions } from './own/arguments.ts';
import { versions } from './versions.ts';

const help = `A WordPress with sample content, on this machine, until Ctrl-C.

  --version       ${versions.join(', ')} (default: the newest; 6.6 is a release candidate, 6.7 a nightly build)
  --port          a number (default: 8881; 0 takes any that is free)
  --permalinks    pretty or plain (default: pretty)
  --subdirectory  where it lives, /blog for instance (default: at the top)
${ownHelp}
${ownHelp}
  --help          this text
`;

await runUntilSignal(async (keep) => {
	const options = await readArguments();
	if (!options) {
		console.log(help);
		return;
	}
	// It takes a moment to load: a wrong option is told before that.
	const { startWordPress } = await import('./index.ts');
	const site = await startWordPress({ ...options, onProgress: showProgress });
	keep(site);
	console.log(describe(site));
});

async function readArguments(): Promise<WordPressOptions | undefined> {
	const values = readOptions({
		version: { type: 'string', default: versions.at(-1) ?? '' },
		port: { type: 'string', default: '8881' },
		permalinks: { type: 'string', default: 'pretty' },
		subdirectory: { type: 'string', default: '' },
		...ownArguments,
		help: { type: 'boolean', default: false },
	});
	if (values.help) {
		return undefined;
	}
	return {
		version: oneOf('version', versions, values.version),
		port: portOf(values.port),
		permalinks: oneOf('permalinks', ['pretty', 'plain'], values.permalinks),
		subdirectory: folderOf(values.subdirectory),
		...(await ownOptions(values)),
	};
}

function oneOf<T extends string>(name: string, known: readonly T[], value: string): T {
	const found = known.find((one) => one === value);
	if (found === undefined) {
		throw new UsageError(`--${name} takes one of ${known.join(', ')}, not "${value}".`);
	}
	return found;
}

function folderOf(value: string): string {
	if (!/^\/?([\w-]+(\/[\w-]+)*\/?)?$/.test(value)) {
		throw new UsageError(
			`--subdirectory takes a path of letters, digits, "-" and "_", such as /blog, not "${value}".`,
		);
	}
	return value;
}

function describe({ version, address, root, user }: WordPress): string {
	return `
WordPress ${version} at ${address}/

  wp-admin              ${address}/wp-admin/
  REST API              ${root}
  user                  ${user.name}
  password              ${user.password}
  application password  ${user.applicationPassword}

Ctrl-C ends it, and nothing of it stays.`;
}
