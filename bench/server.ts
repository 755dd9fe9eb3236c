/**
 * A small web server for the pages of the bench: the libraries, both clients, and a REST API that answers from memory after a chosen
 * latency. PHP would be slower than what is measured, and differ from run to run.
 *
 *   /library/NAME.js     /client/core.js  /client/ours.js     /page/ID
 *   /site/ROUTES/LATENCY/wp-json/wp/v2/…
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { listen } from '../demo/wordpress/server/listen.ts';
import type { Scripts } from './scripts.ts';

export interface BenchServer {
	origin: string;
	/** How many requests the REST API has had. */
	apiRequests(): number;
	/** The root of a site whose index has so many routes, and which answers after so many milliseconds. */
	root(routes: number, latency?: number): string;
	/** Serves an HTML page, until the next one is given. */
	page(html: string): string;
	close(): Promise<void>;
}

/** The JSON that a REST API answers with; `undefined` where it has no such path. */
export type Api = (request: {
	/** How many routes the site has. */
	routes: number;
	root: string;
	/** Below the root. */
	path: string;
	query: URLSearchParams;
}) => string | undefined;

/** A cross-origin isolated page has a clock of 5 microseconds, others one of 100. */
const isolated = {
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-embedder-policy': 'require-corp',
};

/** As a site serves its scripts. Only so does the browser keep the compiled code. */
const cacheable = {
	'cache-control': 'public, max-age=31536000',
	'last-modified': 'Mon, 01 Jan 2024 00:00:00 GMT',
};

const totals = { 'x-wp-total': '1000', 'x-wp-totalpages': '10' };

export async function startServer(scripts: Scripts, api: Api): Promise<BenchServer> {
	const server = await listen(0);
	const { origin } = server;
	let html = '';
	let pages = 0;
	let asked = 0;

	const answerApi = async ({ pathname, searchParams: query }: URL): Promise<[number, string]> => {
		asked++;
		const [, , routes = '', latency = ''] = pathname.split('/');
		const base = `/site/${routes}/${latency}/wp-json/`;
		const body = api({
			routes: Number(routes),
			root: origin + base,
			path: pathname.slice(base.length),
			query,
		});
		await delay(Number(latency));
		return body === undefined ? [404, '{}'] : [200, body];
	};

	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const url = new URL(request.url!, origin);
		const { pathname } = url;
		const script = scripts[pathname];
		if (script !== undefined) {
			response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', ...cacheable }).end(script);
		} else if (pathname.startsWith('/page/')) {
			response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...isolated }).end(html);
		} else if (pathname.startsWith('/site/')) {
			const [status, body] = await answerApi(url);
			response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...totals }).end(body);
		} else {
			response.writeHead(404).end();
		}
	};

	server.serve((request, response) => void answer(request, response));
	return {
		origin,
		apiRequests: () => asked,
		root: (routes, latency = 0) => `${origin}/site/${routes}/${latency}/wp-json/`,
		page: (text) => {
			html = text;
			return `${origin}/page/${++pages}`;
		},
		close: () => server.close(),
	};
}
