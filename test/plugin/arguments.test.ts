// @vitest-environment node
/** The arguments of the two commands choose the client, the plugins and the theme of their WordPress. */
import { parseArgs } from 'node:util';
import { expect, it } from 'vitest';
import type { WordPressOptions } from '../../demo/wordpress/options.ts';
import { ownArguments, ownHelp, ownOptions } from '../../demo/wordpress/own/arguments.ts';

const optionsOf = (...args: string[]): Promise<Partial<WordPressOptions>> =>
	ownOptions(parseArgs({ args, options: ownArguments }).values);

it('--core leaves our plugin out, and the plugins of the user in', async () => {
	expect(await optionsOf('--core', '--plugin', 'a.zip', '--plugin', 'b', '--theme', 'c')).toEqual({
		plugins: ['a.zip', 'b'],
		theme: 'c',
	});
	expect(await optionsOf('--core', '--wordpress', 'latest.zip')).toEqual({
		plugins: [],
		wordpress: 'latest.zip',
	});
});

it('without --core our plugin comes first', async () => {
	const { plugins } = await optionsOf('--plugin', 'a.zip');
	expect(plugins).toEqual([expect.stringMatching(/backbone-wp-api\.zip$/), 'a.zip']);
}, 60_000);

it('each argument is in the help', () => {
	const names = Object.keys(ownArguments);
	expect(names.filter((name) => !ownHelp.includes(`  --${name} `))).toEqual([]);
});
