/**
 * The wire between a page and the site: the page's jQuery sends here. What is under way is answered one by one, in an order that the
 * seed decides; so are the answers that fail. Both hang on the request itself, not on when it is sent: two clients that send the same
 * requests get the same answers in the same order.
 */
import { fails, type Answer, type Asked, type Site } from './server.ts';

export interface Sent extends Asked {
	/** With the query. */
	url: string;
	headers: Record<string, string>;
	/** Names the request among all of a sequence: `GET posts/1#2`. */
	key: string;
	status?: number;
}

interface UnderWay {
	sent: Sent;
	turn: number;
	answer(): void;
}

export interface WireOptions {
	seed: number;
	/** From 0 to 1: how many of the answers are faults. */
	faults: number;
	site: Site;
	/** Called when a request goes out. */
	onSend(sent: Sent): void;
	/** Answers that the client under test is not to see, as it repeats the request: returns the milliseconds until then. */
	repeatAfter?(sent: Sent, answer: Answer, repeats: number): number | undefined;
	setTimeout(callback: () => void, delay: number): void;
}

type Complete = (status: number, text: string, responses?: object, headers?: string) => void;

export class Wire {
	private readonly times = new Map<string, number>();
	private underWay: UnderWay[] = [];

	constructor(private readonly options: WireOptions) {}

	/** Answers the request whose turn it is; false where nothing is under way. */
	answerNext(): boolean {
		const next = this.underWay.reduce<UnderWay | undefined>(
			(first, other) => (first && first.turn <= other.turn ? first : other),
			undefined,
		);
		if (!next) return false;
		this.drop(next);
		next.answer();
		return true;
	}

	get busy(): boolean {
		return this.underWay.length > 0;
	}

	/** jQuery's transport: https://api.jquery.com/jQuery.ajaxTransport/ */
	transport(settings: any): {
		send(headers: Record<string, string>, complete: Complete): void;
		abort(): void;
	} {
		let current: UnderWay | undefined;
		return {
			send: (headers, complete) => {
				current = this.send(settings, headers, complete, 0);
			},
			abort: () => current && this.drop(current),
		};
	}

	private send(
		settings: any,
		headers: Record<string, string>,
		complete: Complete,
		repeats: number,
	): UnderWay {
		const { seed, site, faults } = this.options;
		const sent = this.read(settings, headers);
		if (!repeats) this.options.onSend(sent);
		const chance = hash(`${seed} ${sent.key}`);
		const fault = faults > 0 && part(chance, 1) < faults ? faultOf(part(chance, 2), sent) : undefined;
		const act = (): Answer => {
			if (fault?.instead) return fault.instead;
			const answer = site.answer(sent);
			return fault?.change?.(answer) ?? answer;
		};
		// The server reads and writes when the request arrives, or only when it answers.
		const isEarly = part(chance, 3) < 0.7;
		const early = isEarly || !settings.async ? act() : undefined;
		const deliver = (): void => {
			const answer = early ?? act();
			sent.status = answer.status;
			const pause = this.options.repeatAfter?.(sent, answer, repeats);
			if (pause === undefined) {
				complete(answer.status, '', { text: textOf(answer.body) }, headerLines(answer.headers));
				return;
			}
			this.options.setTimeout(() => {
				Object.assign(current, this.send(settings, headers, complete, repeats + 1));
			}, pause);
		};
		const current: UnderWay = { sent, turn: part(chance, 4), answer: deliver };
		if (settings.async) this.underWay.push(current);
		else deliver();
		return current;
	}

	private read(settings: any, headers: Record<string, string>): Sent {
		const url = new URL(settings.url, 'http://wp.test/');
		const lower = Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
		);
		const path = decodeURIComponent(url.pathname).replace(/^\/wp-json\/(wp\/v2\/)?/, '');
		const shown = path + decodeURIComponent(url.search);
		const key = `${settings.type} ${shown}`;
		const times = (this.times.get(key) ?? 0) + 1;
		this.times.set(key, times);
		return {
			method: lower['x-http-method-override'] ?? settings.type,
			path,
			query: url.searchParams,
			url: `${settings.type} ${shown}`,
			headers: lower,
			body: jsonOrText(settings.data),
			key: `${key}#${times}`,
		};
	}

	private drop(which: UnderWay): void {
		this.underWay = this.underWay.filter((other) => other !== which);
	}
}

interface Fault {
	/** The site is not asked. */
	instead?: Answer;
	change?(answer: Answer): Answer;
}

const DROPPED: Answer = { status: 0, body: '' };

const faultList: Fault[] = [
	{ instead: fails(403, 'rest_forbidden') },
	{ instead: fails(404, 'rest_post_invalid_id') },
	{ instead: fails(500, 'internal_server_error') },
	{ instead: { status: 500, body: '<p>There has been a critical error on this website.</p>' } },
	{ instead: { status: 503, body: '<p>Briefly unavailable.</p>' } },
	{ instead: DROPPED },
	{ change: () => DROPPED },
	{ change: (answer) => ({ ...answer, headers: { ...answer.headers, 'X-WP-Nonce': 'N2' } }) },
	{ instead: { status: 200, body: '<p>A page, not JSON.</p>' } },
];

function faultOf(chance: number, _sent: Sent): Fault {
	return faultList[Math.floor(chance * faultList.length)]!;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
	return value >>> 0;
}

/** Several numbers from 0 to 1 from the same hash. */
function part(value: number, which: number): number {
	let mixed = Math.imul(value ^ (which * 0x9e3779b9), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

function jsonOrText(data: unknown): unknown {
	try {
		return typeof data === 'string' ? JSON.parse(data) : data;
	} catch {
		return data;
	}
}

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

const headerLines = (headers: Record<string, string> = {}): string =>
	Object.entries({ 'Content-Type': 'application/json', ...headers })
		.map(([name, value]) => `${name}: ${value}\r\n`)
		.join('');
