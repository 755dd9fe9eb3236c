/**
 * Requests of a batch come in; they go out in lots of as many as the server takes at once, and each is told its own answer.
 */

import { toWPApiError } from '../errors.ts';
import type { KnownAnswer } from '../request/request.ts';
import type { EndpointLike, WPApiXHR } from '../seams.ts';

export interface Entry {
	site: EndpointLike;
	/** What the caller holds. */
	xhr: WPApiXHR;
	/** As WordPress takes it. */
	asked: { method: string; path: string; body?: object };
	resolve: (answer?: KnownAnswer) => void;
	reject: (error: Error) => void;
}

/** What is known of a root. */
export interface Host {
	/** Requests that it takes at once; WordPress's own number until it says another. */
	most: number;
	hasSaid?: boolean;
	hasNoBatch?: boolean;
}

const PATH = '/batch/v1';

/** What WordPress says of it to OPTIONS. */
interface BatchRoute {
	endpoints: [{ args: { requests: { maxItems?: unknown } } }];
}

/** One lot after the other, as the server would do them in this order. */
export async function sendAll(entries: Entry[], host: Host, validation = 'normal'): Promise<void> {
	// Called off since
	const isWaiting = ({ xhr }: Entry): boolean => xhr.state() === 'pending';
	let waiting = entries;
	while ((waiting = waiting.filter(isWaiting)).length) {
		if (waiting.length > host.most && !host.hasSaid) {
			await readMost(waiting[0]!.site, host);
			continue;
		}
		if (host.hasNoBatch || waiting.length < 2) {
			waiting.forEach(({ resolve }) => resolve());
			return;
		}
		const own = waiting.slice(0, host.most);
		if (await sendLot(own, host, validation)) waiting = waiting.slice(own.length);
	}
}

/** Sends a lot, and tells its answers; false where it must be sent another way. */
async function sendLot(entries: Entry[], host: Host, validation: string): Promise<boolean> {
	const { site } = entries[0]!;
	const requests = entries.map(({ asked }) => asked);
	try {
		const { body } = await site.request<{ responses: (KnownAnswer | null)[] }>({
			verb: 'POST',
			path: PATH,
			body: { validation, requests },
		});
		const { responses } = body;
		entries.forEach(({ resolve }, i) => resolve(responses[i] ?? NOT_DONE));
		return true;
	} catch (failure) {
		const { code, message, status, data, params } = toWPApiError(failure);
		// Nothing was done, in both cases.
		if (code === 'rest_no_route') host.hasNoBatch = true;
		else if (params.requests && !host.hasSaid) await readMost(site, host);
		else {
			for (const { resolve, reject } of entries)
				if (status >= 400) resolve({ status, body: { code, message, data } });
				else reject(toWPApiError(failure));
			return true;
		}
		return false;
	}
}

/** WordPress answers so to what was valid, where another request of the lot was not. */
const NOT_DONE: KnownAnswer = {
	status: 424,
	body: { code: 'batch_failed', message: 'Not done: another request of the batch is not valid.' },
};

async function readMost(site: EndpointLike, host: Host): Promise<void> {
	if (host.hasSaid) return;
	host.hasSaid = true;
	try {
		const { body } = await site.request<BatchRoute>({ verb: 'OPTIONS', path: PATH });
		const most = Math.floor(Number(body.endpoints[0].args.requests.maxItems));
		// A plugin may print anything.
		if (most >= 1) host.most = most;
	} catch {
		// The usual number may do.
	}
}
