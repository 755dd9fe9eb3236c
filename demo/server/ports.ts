// Finds the port of the demo before anything is started for it.
import { listen } from '../wordpress/server/listen.ts';

/** How many ports in a row are tried. */
const TRIES = 20;

/** The port, if it is free; else, with `orNext`, the next one that is. Rejects, with what to do, where none is. */
export async function findPort(port: number, { orNext = false } = {}): Promise<number> {
	for (let tries = orNext ? TRIES : 1; ; tries -= 1, port += 1) {
		try {
			const server = await listen(port);
			await server.close();
			return port;
		} catch (error) {
			if (tries <= 1) throw error;
		}
	}
}
