// @vitest-environment node
/** Every option of `npm run demo` and `npm run wordpress` with values that cannot be used: what is printed, the exit code, and that nothing is left. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remoteSite } from '../../demo/server/remote.ts';
import { versions } from '../../demo/wordpress/versions.ts';
import { runCommand } from './command.ts';

const files: Record<string, string> = { demo: 'demo/start.ts', wordpress: 'demo/wordpress/cli.ts' };

const servers: Server[] = [];
/** Servers that are no WordPress, or a broken one, each in its own way. */
const at = { busy: 0, failing: 0, plain: 0, silent: 0, refusing: 0 };

beforeAll(async () => {
	at.busy = await serve((_, response) => response.end());
	at.failing = await serve((_, response) =>
		response.writeHead(500).end('Error establishing a database connection'),
	);
	at.plain = await serve((_, response) => response.end('<title>My holidays</title>'));
	at.silent = await serve(() => undefined);
	at.refusing = await serve((request, response) => {
		const isApi = request.url?.startsWith('/wp-json/');
		response.writeHead(isApi ? 401 : 200, {
			link: `<http://${request.headers.host}/wp-json/>; rel="https://api.w.org/"`,
		});
		response.end('{"code":"incorrect_password","message":"The password you entered is incorrect."}');
	});
});

afterAll(() => {
	for (const server of servers) {
		server.closeAllConnections();
		server.close();
	}
});

async function serve(answer: RequestListener, port = 0): Promise<number> {
	const server = createServer(answer);
	await new Promise<void>((resolve, reject) => {
		server.on('error', reject).listen(port, '127.0.0.1', resolve);
	});
	servers.push(server);
	return (server.address() as AddressInfo).port;
}

const noPort = 'takes a number from 0 to 65535, not';
const noAddress = '--site takes an address that begins with http:// or https://, not';
const inUse = 'Port {busy} is in use. Choose another one with --port; 0 takes any that is free.';

/** The command line, the exit code, and what is printed. `{busy}` is the port of that server. */
const refused: [line: string, code: number, message: string][] = [
	['demo --bogus', 2, 'There is no option --bogus. --help lists the options.'],
	['demo bogus', 2, '"bogus" is not an option. --help lists the options.'],
	['demo --help=yes', 2, '--help takes no value. --help lists the options.'],
	['demo --port', 2, '--port needs a value. --help lists the options.'],
	['demo --port -1', 2, '--port needs a value. --help lists the options.'],
	['demo --port abc', 2, `--port ${noPort} "abc".`],
	['demo --port 99999', 2, `--port ${noPort} "99999".`],
	['demo --port {busy}', 1, inUse],
	['demo --site', 2, '--site needs a value. --help lists the options.'],
	['demo --site=', 2, `${noAddress} "".`],
	['demo --site example.org', 2, `${noAddress} "example.org". Do you mean https://example.org?`],
	['demo --site localhost:8881', 2, `${noAddress} "localhost:8881". Do you mean http://localhost:8881?`],
	['demo --site ftp://example.org', 2, `${noAddress} "ftp://example.org".`],
	[
		'demo --user ada --password abcd',
		2,
		'--user and --password are for a WordPress of yours: name it with --site.',
	],
	['demo --site http://x.test --user ada', 2, '--user needs --password as well.'],
	['demo --site http://x.test --password abcd', 2, '--password needs --user as well.'],
	['demo --port 0 --site http://127.0.0.1:1', 1, 'Nothing answers at http://127.0.0.1:1. Check the address.'],
	[
		'demo --port 0 --site http://127.0.0.1:{failing}',
		1,
		'http://127.0.0.1:{failing} answers with error 500. Open it in a browser to see whether it works.',
	],
	[
		'demo --port 0 --site http://127.0.0.1:{plain}',
		1,
		'http://127.0.0.1:{plain} is not the address of a WordPress: the page there names no REST API.',
	],
	[
		'demo --port 0 --site http://127.0.0.1:{refusing} --user ada --password abcd',
		1,
		'The login is refused: The password you entered is incorrect. --password takes an application password, from wp-admin > Users > Profile.',
	],
	['wordpress --bogus', 2, 'There is no option --bogus. --help lists the options.'],
	['wordpress --port abc', 2, `--port ${noPort} "abc".`],
	['wordpress --port 99999', 2, `--port ${noPort} "99999".`],
	['wordpress --port {busy}', 1, inUse],
	['wordpress --version', 2, '--version needs a value. --help lists the options.'],
	['wordpress --version 5.9', 2, `--version takes one of ${versions.join(', ')}, not "5.9".`],
	['wordpress --permalinks ugly', 2, '--permalinks takes one of pretty, plain, not "ugly".'],
	[
		'wordpress --subdirectory ../etc',
		2,
		'--subdirectory takes a path of letters, digits, "-" and "_", such as /blog, not "../etc".',
	],
];

const withPorts = (text: string): string =>
	text.replace(/\{(\w+)\}/g, (_, name: keyof typeof at) => String(at[name]));

describe('a command that cannot do what its options say prints why, and ends with nothing left', () => {
	it.concurrent.each(refused)(
		'npm run %s',
		async (line, code, message) => {
			const [command = '', ...args] = withPorts(line).split(' ');
			const ended = await runCommand(files[command]!, args);
			expect(ended).toEqual({ out: '', err: `${withPorts(message)}\n`, code, left: [] });
		},
		60_000,
	);

	it.concurrent.each(['demo', 'wordpress'])(
		'npm run %s -- --help lists the options',
		async (command) => {
			const { out, err, code } = await runCommand(files[command]!, ['--help']);
			expect({ err, code }).toEqual({ err: '', code: 0 });
			expect(out).toMatch(/ {2}--port /);
		},
		60_000,
	);
});

it('the demo takes the next port where its own is in use, and says so', async () => {
	// Whoever has it, it is in use.
	await serve(() => undefined, 8880).catch(() => undefined);
	const { out } = await runCommand(files['demo']!, ['--site', 'http://127.0.0.1:1']);
	expect(out).toMatch(/^Port 8880 is in use, so the demo takes 88\d\d\.\n$/);
}, 60_000);

it('a site that never answers is given up after a while', async () => {
	await expect(remoteSite({ address: `http://127.0.0.1:${at.silent}`, timeout: 50 })).rejects.toThrow(
		`http://127.0.0.1:${at.silent} has not answered within 0.05 seconds. Try again, or check the address.`,
	);
});

it('a Node that is too old gets a sentence', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'old-node-'));
	const pretend = join(folder, 'pretend.cjs');
	writeFileSync(pretend, `Object.defineProperty(process, 'versions', { value: { node: '16.20.2' } });`);
	const check = await runCommand('demo/check-node.cjs', [], ['--require', pretend]);
	rmSync(folder, { recursive: true });
	expect(check).toMatchObject({
		code: 1,
		out: '',
		err: 'This needs Node 20 or newer, and this is Node 16.20.2. Get one from https://nodejs.org/.\n',
	});
	expect(await runCommand('demo/check-node.cjs', [], [])).toMatchObject({ code: 0, out: '', err: '' });
});
