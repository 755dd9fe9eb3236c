// The arguments of `npm run wordpress` and `npm run demo` that say which WordPress, plugins and theme to run, and with which client.
import type { ParseArgsConfig } from 'node:util';
import type { WordPressOptions } from '../options.ts';
import { makeScratch } from '../scratch.ts';

export const ownArguments = {
	wordpress: { type: 'string' },
	plugin: { type: 'string', multiple: true },
	theme: { type: 'string' },
	core: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

export const ownHelp = `  --wordpress     a WordPress that you have downloaded, its folder or its zip (it is copied and installed)
  --plugin        a plugin to activate, its folder or its zip; may be given more than once
  --theme         a theme to switch to, its folder or its zip
  --core          leave WordPress's own file behind the script wp-api, to compare`;

export interface OwnValues {
	wordpress?: string | undefined;
	plugin?: string[] | undefined;
	theme?: string | undefined;
	core?: boolean | undefined;
}

/** Without `--core` our plugin comes first, built from the sources as they are now. */
export async function ownOptions({
	wordpress,
	plugin = [],
	theme,
	core,
}: OwnValues): Promise<Partial<WordPressOptions>> {
	return {
		...(wordpress === undefined ? {} : { wordpress }),
		...(theme === undefined ? {} : { theme }),
		plugins: core ? plugin : [await buildPlugin(), ...plugin],
	};
}

/** The zip of our plugin, in a folder that is gone when this process ends. */
async function buildPlugin(): Promise<string> {
	const { folder } = makeScratch();
	// They take a second to load: what is wrong with an argument is told before that.
	const { buildLibrary } = await import('../../../build/build.ts');
	const { packPlugin } = await import('../../../build/plugin.ts');
	await buildLibrary({ outDir: folder, logLevel: 'silent' });
	return packPlugin(folder);
}
