// @vitest-environment node
/** `npm run demo` and `npm run wordpress` with a real WordPress: they end when they are told to, at any time, and leave nothing. */
import { expect, it } from 'vitest';
import { remoteSite } from '../../demo/server/remote.ts';
import { startCommand } from '../demo/command.ts';
import { openSite } from './site.ts';

const commands = [
	['demo', 'demo/start.ts'],
	['wordpress', 'demo/wordpress/cli.ts'],
] as const;

it.each(commands)('npm run %s ends at Ctrl-C, with exit code 0', async (_, file) => {
	const command = startCommand(file, ['--port', '0']);
	await command.printed('Ctrl-C ends it');
	command.process.kill('SIGINT');
	expect(await command.ended).toMatchObject({ code: 0, err: '', left: [] });
});

it.each(commands)('npm run %s ends in the middle of its start, too', async (_, file) => {
	const command = startCommand(file, ['--port', '0']);
	await command.printed('Unpacking WordPress');
	command.process.kill('SIGTERM');
	expect(await command.ended).toMatchObject({ code: 143, err: '', left: [] });
});

it('a wrong password is refused before the demo starts, a right one is not', async () => {
	const { address, user } = await openSite('newest');
	const { name, applicationPassword } = user;
	await expect(remoteSite({ address, user: name, password: 'abcd efgh' })).rejects.toThrow(
		/^The login is refused: .+ --password takes an application password/,
	);
	const site = await remoteSite({ address, user: name, password: applicationPassword });
	expect(await site.logIn()).toMatchObject({ user: name });
	const visitor = await remoteSite({ address });
	expect(await visitor.logIn()).toMatchObject({ user: '', nonce: '' });
});
