// Starts a server on 127.0.0.1. It has its address before it has anything to serve.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Server {
	/** 'http://127.0.0.1:PORT' */
	origin: string;
	/** Requests which came before this wait for it. */
	serve(listener: RequestListener): void;
	/** Open connections do not keep it: they are cut. */
	close(): Promise<void>;
}

/** 0 takes any port that is free. Rejects, with what to do, where the port cannot be had. */
export async function listen(port: number): Promise<Server> {
	let serve: (listener: RequestListener) => void = () => undefined;
	const listener = new Promise<RequestListener>((resolve) => {
		serve = resolve;
	});
	const server = createServer((request, response) => {
		void listener.then((answer) => answer(request, response));
	});
	server.listen(port, '127.0.0.1');
	await once(server, 'listening').catch((error: unknown) => {
		throw new Error(whyNot(port, error), { cause: error });
	});
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		serve,
		async close() {
			if (server.listening) {
				server.close();
				server.closeAllConnections();
				await once(server, 'close');
			}
		},
	};
}

function whyNot(port: number, error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException;
	const reasons: Record<string, string> = {
		EADDRINUSE: 'is in use',
		EACCES: 'is not for every user of this machine',
	};
	const reason = reasons[code ?? ''] ?? `cannot be used (${message})`;
	return `Port ${port} ${reason}. Choose another one with --port; 0 takes any that is free.`;
}
