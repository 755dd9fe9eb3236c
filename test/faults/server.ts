/**
 * A running WordPress comes in; a server on a port of its own goes out that passes requests on to it, and spoils them as a test says.
 * A `spot` is the site once more, below a path of its own, with a fault of its own and a record of what happened there.
 */
import { once } from 'node:events';
import {
	createServer,
	request as ask,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type OutgoingHttpHeaders,
	type RequestListener,
	type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Asked {
	/** As it was sent; */
	method: string;
	/** as WordPress reads it. */
	verb: string;
	/** Below the address of the spot, decoded: `/wp-json/wp/v2/posts?per_page=2`. */
	path: string;
	headers: IncomingHttpHeaders;
	body: Buffer;
	/** What WordPress answered; `undefined` if it was not asked. */
	status?: number;
}

export interface Reply {
	status: number;
	headers: OutgoingHttpHeaders;
	body: string | Buffer;
	/** Half of the body is sent, and the connection closed. */
	isCut?: boolean;
}

export const HANG_UP = 'The connection is closed without an answer.';

/** Comes between a request and WordPress. `pass()` gives WordPress's answer. */
export type Fault = (asked: Asked, pass: () => Promise<Reply>) => Promise<Reply | typeof HANG_UP>;

/** What is needed of a site. */
export interface Behind {
	address: string;
	/** Of its REST API. */
	root: string;
}

export interface Spot extends Behind {
	fault: Fault;
	/** All that was asked, in order. */
	asked: Asked[];
}

export interface FaultServer {
	origin: string;
	/** `behind`: another site, on the same origin. */
	spot(fault?: Fault, behind?: Behind): Spot;
	/** Until WordPress has answered all that was passed on. */
	idle(): Promise<void>;
	close(): Promise<void>;
}

/** What was asked of the API: the nonce is had elsewhere. */
export const toApi = ({ asked }: Spot): Asked[] => asked.filter(({ path }) => !path.includes('admin-ajax'));

/** The writes that WordPress has done. */
export const doneIn = (spot: Spot): Asked[] =>
	spot.asked.filter(({ verb, status = 500 }) => !/GET|OPTIONS|HEAD/.test(verb) && status < 300);

export async function startFaultServer(site: Behind): Promise<FaultServer> {
	const spots: (Spot & { behind: Behind })[] = [];
	const underWay = new Set<Promise<unknown>>();
	const server = await listen((incoming, response) => {
		const [, number = '', url = ''] = /^\/(\d+)(\/.*)$/.exec(incoming.url ?? '') ?? [];
		const spot = spots[Number(number)];
		if (!number || !spot) return void response.writeHead(404).end();
		const play = async (): Promise<void> => {
			const { method = 'GET', headers } = incoming;
			const body = await buffer(incoming);
			const path = decodeURIComponent(url);
			const asked: Asked = { method, verb: verbOf(method, url, headers), path, headers, body };
			spot.asked.push(asked);
			const reply = await spot.fault(asked, async () => {
				const passed = passOn(spot.behind.address, spot.address, url, asked).then((answer) => {
					asked.status = statusOf(answer);
					underWay.delete(passed);
					return answer;
				});
				underWay.add(passed);
				return passed;
			});
			write(response, reply);
		};
		void play().catch((error: unknown) => void response.destroy(error as Error));
	});
	return {
		...server,
		spot(fault = (_asked, pass) => pass(), behind = site) {
			const address = `${server.origin}/${spots.length}`;
			const spot = { address, root: behind.root.replace(behind.address, address), fault, behind, asked: [] };
			spots.push(spot);
			return spot;
		},
		async idle() {
			while (underWay.size) await Promise.all(underWay);
		},
	};
}

export interface Stranger {
	origin: string;
	asked: Asked[];
	close(): Promise<void>;
}

/** A host that is not WordPress's, and what it is sent. `welcomes`: it takes requests of every origin, with every header. */
export async function startStranger({ welcomes = false } = {}): Promise<Stranger> {
	const asked: Asked[] = [];
	const server = await listen((incoming, response) => {
		const { method = 'GET', url: path = '', headers } = incoming;
		void buffer(incoming).then((body) => {
			asked.push({ method, verb: method, path, headers, body });
			const welcome = {
				'access-control-allow-origin': headers.origin ?? '*',
				'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
				'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
				'content-type': 'application/json',
			};
			response.writeHead(200, welcomes ? welcome : {}).end('{"id":7,"title":{"rendered":"From a stranger"}}');
		});
	});
	// By another name than the sites', so that their cookies are not its own.
	return { ...server, origin: server.origin.replace('127.0.0.1', 'localhost'), asked };
}

async function listen(listener: RequestListener): Promise<{ origin: string; close(): Promise<void> }> {
	const server = createServer(listener);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		async close() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}

/** Of a batch, the worst of its parts. */
function statusOf({ status, body }: Reply): number {
	if (status !== 207) return status;
	const { responses } = JSON.parse(String(body)) as { responses: ({ status: number } | null)[] };
	return Math.max(...responses.map((one) => one?.status ?? 424));
}

/** https://developer.wordpress.org/rest-api/using-the-rest-api/global-parameters/#_method-or-x-http-method-override-header */
function verbOf(method: string, url: string, headers: IncomingHttpHeaders): string {
	if (method !== 'POST') return method;
	return (
		new URLSearchParams(url.split('?')[1]).get('_method') ??
		String(headers['x-http-method-override'] ?? method)
	);
}

/** WordPress knows itself by its own address, and the client it by this one. */
async function passOn(
	there: string,
	here: string,
	url: string,
	{ method, headers, body }: Asked,
): Promise<Reply> {
	const { host, pathname } = new URL(there);
	const moved = Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name, String(value).replace(here, there)]),
	);
	const outgoing = ask(`http://${host}${pathname.replace(/\/$/, '')}${url}`, {
		method,
		agent: false,
		headers: { ...moved, host, connection: 'close' },
	});
	outgoing.end(body);
	const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
	const back = (text: string): string =>
		text.replaceAll(there, here).replaceAll(there.replaceAll('/', '\\/'), here.replaceAll('/', '\\/'));
	const { 'transfer-encoding': _t, 'content-length': _l, connection: _c, ...rest } = answer.headers;
	return {
		status: answer.statusCode ?? 0,
		headers: JSON.parse(back(JSON.stringify(rest))) as OutgoingHttpHeaders,
		body: back(String(await buffer(answer))),
	};
}

function write(response: ServerResponse, reply: Reply | typeof HANG_UP): void {
	if (reply === HANG_UP) return void response.destroy();
	const body = Buffer.from(reply.body);
	response.writeHead(reply.status, { ...reply.headers, 'content-length': body.length });
	if (!reply.isCut) return void response.end(body);
	response.write(body.subarray(0, body.length / 2), () => response.destroy());
}
