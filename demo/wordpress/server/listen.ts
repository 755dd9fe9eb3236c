// A port, in; a server on 127.0.0.1 which has its address before it has anything to serve, out.
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

export async function listen(port: number): Promise<Server> {
	let serve: (listener: RequestListener) => void = () => undefined;
	const listener = new Promise<RequestListener>((resolve) => {
		serve = resolve;
	});
	const server = createServer((request, response) => {
		void listener.then((answer) => answer(request, response));
	});
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
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
