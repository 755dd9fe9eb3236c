/**
 * What can become of a request between the client and WordPress, each as a `Fault`; and faults of faults: how often one is played, and
 * on what.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { HANG_UP, type Asked, type Fault, type Reply } from './server.ts';

const HTML = { 'content-type': 'text/html; charset=UTF-8' };
const PAGE = '<!doctype html><title>Error</title><h1>Something is <em>wrong</em> {here} [1].</h1>';

/** As PHP prints it, with brackets of its own. */
export const NOTICE =
	'<br />\n<b>Warning</b>: Undefined array key "a[0]" in <b>/srv/a.php</b> on line <b>12</b><br />\n';

/** WordPress is not asked. */
export const answers =
	(status: number, headers: Reply['headers'] = {}, body = PAGE): Fault =>
	() =>
		Promise.resolve({ status, headers: { ...HTML, ...headers }, body });

/** WordPress has done what it was asked, and something is done to its answer. */
export const spoilt =
	(spoil: (reply: Reply) => Partial<Reply>): Fault =>
	async (_asked, pass) => {
		const reply = await pass();
		return { ...reply, ...spoil(reply) };
	};

export const slow =
	(ms: number): Fault =>
	async (_asked, pass) => {
		await pause(ms);
		return pass();
	};

/** No answer ever: it is for the client to hang up. */
export const silent: Fault = () => new Promise(() => undefined);

export const silentAfter: Fault = async (asked, pass) => {
	await pass();
	return silent(asked, pass);
};

export const dropped: Fault = () => Promise.resolve(HANG_UP);

export const droppedAfter: Fault = async (_asked, pass) => {
	await pass();
	return HANG_UP;
};

export const cut = spoilt(() => ({ isCut: true }));

/** PHP has died in the middle, and the server calls that an answer. */
export const half = spoilt(({ body }) => ({ body: String(body).slice(0, body.length / 2) }));

export const empty = spoilt(() => ({ body: '' }));

export const noticed = spoilt(({ body }) => ({ body: NOTICE + String(body) }));

export const noticedBehind = spoilt(({ body }) => ({ body: String(body) + NOTICE }));

export const noticedAndHalf = spoilt(({ body }) => ({
	body: NOTICE + String(body).slice(0, body.length / 2),
}));

/** A host in front of WordPress that knows GET and POST. */
export const blocked = (status: number): Fault =>
	only(({ method }) => !/GET|POST/.test(method), answers(status));

/** The same one, which takes the header for another way in. */
export const blockedAndStripped =
	(status: number): Fault =>
	async (asked, pass) => {
		delete asked.headers['x-http-method-override'];
		return blocked(status)(asked, pass);
	};

export const redirected = (status: number, location: string): Fault => answers(status, { location });

export const toNonces = ({ path }: Asked): boolean => path.includes('admin-ajax');

/** Where a fresh nonce is to be had, there is this. */
export const noNonce = (fault: Fault): Fault => only(toNonces, fault);

/** Played the first time only. */
export function firstTime(fault: Fault): Fault {
	let played = false;
	return (asked, pass) => {
		if (played) return pass();
		played = true;
		return fault(asked, pass);
	};
}

export const only =
	(concerns: (asked: Asked) => boolean, fault: Fault): Fault =>
	(asked, pass) =>
		concerns(asked) ? fault(asked, pass) : pass();
