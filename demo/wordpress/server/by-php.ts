// An HTTP request, in; WordPress's answer to it, written out with nothing added and nothing decoded.
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from '../php/messages.ts';
import type { Php } from '../php/pool.ts';

/** Headers that belong to a connection; Node sets its own. */
const ofTheConnection = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'x-powered-by'];

// PHP answers one request at a time, so it cannot be slow itself without holding up everybody. It asks this server for it.
const delayHeader = 'x-answer-after';
const dropHeader = 'x-answer-dropped';

export async function answerByPhp(
	php: Php,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	try {
		const answer = await php.work({
			request: {
				method: request.method ?? 'GET',
				url: (request as { originalUrl?: string }).originalUrl ?? request.url ?? '/',
				headers: flatten(request.headers),
				body: await buffer(request),
			},
		});
		if (answer.log && answer.status >= 500) {
			console.error(answer.log);
		}
		await delay(Number(answer.headers[delayHeader]?.[0] ?? 0));
		if (answer.headers[dropHeader]) {
			drop(response, answer);
		} else {
			write(response, answer);
		}
	} catch (error) {
		fail(response, error);
	}
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
	response.writeHead(status, withoutConnection(headers));
	response.end(body);
}

/** Promises the whole body, sends half of it and hangs up. */
function drop(response: ServerResponse, { status, headers, body }: Answer): void {
	response.writeHead(status, { ...withoutConnection(headers), 'content-length': body.length });
	response.write(body.subarray(0, body.length / 2), () => response.destroy());
}

function fail(response: ServerResponse, error: unknown): void {
	if (response.headersSent || response.destroyed) {
		response.destroy();
		return;
	}
	response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
	response.end(`PHP has broken down: ${error instanceof Error ? error.message : String(error)}\n`);
}

function flatten(headers: IncomingMessage['headers']): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
	);
}

function withoutConnection(headers: Answer['headers']): OutgoingHttpHeaders {
	return Object.fromEntries(
		Object.entries(headers).filter(([name]) => ![...ofTheConnection, delayHeader, dropHeader].includes(name)),
	);
}
