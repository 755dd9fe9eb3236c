/**
 * The start of a test run comes in; a desk goes out, `inject( 'wordpressDesk' )`, at which the tests ask for a WordPress. A site is
 * started when it is asked for the first time, is shared by all who ask for the same, and ends with the run. `site.ts` does the asking.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import type { TestProject } from 'vitest/node';
import { startWordPress, type Login, type WordPress } from '../../demo/wordpress/index.ts';
import type { Question, SiteFacts, SiteWish } from './desk.ts';

declare module 'vitest' {
	interface ProvidedContext {
		wordpressDesk: { url: string; token: string };
	}
}

interface Running {
	site: WordPress;
	login: Login;
}

/** Served at `/__repo/` of every site, so that a page there finds the builds on its own origin. */
const repository = join(import.meta.dirname, '../..');
const legacyPlugin = join(repository, 'demo/wordpress/plugin-legacy/legacy-routes.php');

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const sites = new Map<string, Promise<Running>>();
	const indexes = new Map<string, Promise<Record<string, unknown>>>();
	/** Served at `/__page/ID` of every site. */
	const pages = new Map<string, string>();
	const token = randomUUID();

	const find = (wish: SiteWish): Promise<Running> => keep(sites, wish, () => start(wish, pages));
	const server = await listen(token, async (question) => {
		switch (question.ask) {
			case 'site':
				return facts(await find(question.wish));
			case 'php':
				return (await find(question.wish)).site.php(question.code);
			case 'index':
				return keep(indexes, question.wish, () => readIndexes(question.wish));
			case 'page': {
				const id = randomUUID();
				pages.set(id, question.html);
				return `${new URL((await find(question.wish)).site.address).origin}/__page/${id}`;
			}
		}
	});
	project.provide('wordpressDesk', {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		token,
	});

	return async () => {
		server.close();
		server.closeAllConnections();
		const running = await Promise.allSettled(sites.values());
		await Promise.all(running.flatMap((one) => (one.status === 'fulfilled' ? [one.value.site.stop()] : [])));
	};
}

/** Started once for all who ask in the same words; after a failure the next one tries again. */
function keep<T>(kept: Map<string, Promise<T>>, wish: SiteWish, make: () => Promise<T>): Promise<T> {
	const key = JSON.stringify(Object.entries(wish).sort());
	const made = kept.get(key) ?? make();
	kept.set(key, made);
	made.catch(() => kept.delete(key));
	return made;
}

async function start({ legacy, ...wish }: SiteWish, pages: Map<string, string>): Promise<Running> {
	const site = await startWordPress({
		...wish,
		muPlugins: {
			...wish.muPlugins,
			...(legacy ? { 'legacy-routes.php': await readFile(legacyPlugin, 'utf8') } : {}),
		},
		documents: {
			'/__repo/': repository,
			'/__page/': (request, response) => {
				const html = pages.get(request.url?.slice(1).split('?')[0] ?? '');
				response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
				response.end(html);
			},
		},
	});
	return { site, login: await site.login() };
}

function facts({ site, login }: Running): SiteFacts {
	const { version, address, root, user } = site;
	return { version, address, root, user, ...login };
}

/** The whole index and that of `wp/v2`, as an administrator sees them. The site is only needed for that. */
async function readIndexes(wish: SiteWish): Promise<Record<string, unknown>> {
	const { site, login } = await start(wish, new Map());
	const read = async (namespace: string): Promise<unknown> => {
		const response = await fetch(site.root + namespace, {
			headers: {
				cookie: login.cookies.map((line) => line.split(';')[0]).join('; '),
				'x-wp-nonce': login.nonce,
			},
		});
		return response.json();
	};
	try {
		return { '': await read(''), 'wp/v2': await read('wp/v2') };
	} finally {
		await site.stop();
	}
}

async function listen(token: string, answer: (question: Question) => Promise<unknown>): Promise<Server> {
	const reply = async (request: IncomingMessage): Promise<{ status: number; body: unknown }> => {
		if (request.headers.authorization !== token) {
			return { status: 403, body: 'Only for the tests of this run.' };
		}
		try {
			return { status: 200, body: await answer((await json(request)) as Question) };
		} catch (error) {
			return { status: 500, body: error instanceof Error ? error.message : String(error) };
		}
	};
	const server = createServer((request, response) => {
		void reply(request).then(({ status, body }) => {
			response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return server;
}
