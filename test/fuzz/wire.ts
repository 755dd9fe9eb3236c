/**
 * The wire between a page and the site: the page's jQuery sends here. What is under way is answered one by one, in an order that the
 * seed decides; so are the answers that fail. Both hang on the request itself, not on when it is sent: two clients that send the same
 * requests get the same answers in the same order.
 */
import type { Clock } from './clock.ts';
import { faultOf, hash, part } from './faults.ts';
import type { Answer, Asked, Site } from './server.ts';

export interface Sent extends Asked {
	/** With the query. */
	url: string;
	headers: Record<string, string>;
	/** Names the request among all of a sequence: `GET posts/1#2`. */
	key: string;
}

export interface Repetition {
	/** In milliseconds. */
	after: number;
	/** If it is another one, as in `Sent`. */
	url?: string;
}

interface UnderWay {
	turn: number;
	answer(): void;
}

export interface WireOptions {
	seed: number;
	/** From 0 to 1: how many of the answers are faults. */
	faults: number;
	site: Site;
	clock: Clock;
	/** Called when a request goes out. `isRepeated`: the client sends it once more after an answer that did not suit it. */
	onSend(sent: Sent, isRepeated: boolean): void;
	/** Whether a request that was answered so is repeated. */
	repeat(sent: Sent, answer: Answer, repeats: number): Repetition | undefined;
	/** The wire repeats for a client that does not do so itself. */
	repeats: boolean;
	/** Runs what hands an answer over that the client will not show to the page. */
	hidden(handOver: () => void): void;
	/** Is told when a request is called off that waits to be repeated: jQuery tells the page of that, and a client that repeats by itself does not. */
	onLateAbort(): void;
	/** The headers of a request that is repeated: the nonce may be another one by now. */
	refresh(headers: Record<string, string>): Record<string, string>;
}

type Complete = (status: number, text: string, responses?: object, headers?: string) => void;

/** What jQuery sends with: https://api.jquery.com/jQuery.ajaxTransport/ */
export interface Transport {
	send(headers: Record<string, string>, complete: Complete): void;
	abort(): void;
}

export class Wire {
	private readonly times = new Map<string, number>();
	private underWay: UnderWay[] = [];
	/** Repetitions that the client itself is about to send. */
	private expected: { url: string; at: number; repeats: number }[] = [];

	private readonly options: WireOptions;

	constructor(options: WireOptions) {
		this.options = options;
	}

	/** Answers the request whose turn it is; false where nothing is under way. */
	answerNext(): boolean {
		const next = this.underWay.reduce<UnderWay | undefined>(
			(first, other) => (first && first.turn <= other.turn ? first : other),
			undefined,
		);
		if (!next) return false;
		this.underWay = this.underWay.filter((other) => other !== next);
		next.answer();
		return true;
	}

	get busy(): boolean {
		return this.underWay.length > 0;
	}

	transport(settings: any): Transport {
		let isAborted = false;
		let isWaiting = false;
		let current: UnderWay | undefined;
		const send = (headers: Record<string, string>, complete: Complete, repeats: number): void => {
			const sent = this.read(settings, headers);
			const known = this.takeExpected(sent.url);
			this.options.onSend(sent, !!known);
			const { answer, turn } = this.prepare(sent, settings.async !== false);
			const deliver = (): void => {
				const given = answer();
				this.handOver(sent, given, known?.repeats ?? repeats, complete, ({ after, url }) => {
					if (url) settings.url = settings.url.replace(/\?.*|$/, url.replace(/^[^?]*/, ''));
					isWaiting = true;
					this.options.clock.set(() => {
						isWaiting = false;
						if (!isAborted) send(this.options.refresh(headers), complete, repeats + 1);
					}, after);
				});
			};
			current = { turn, answer: deliver };
			if (settings.async === false) deliver();
			else this.underWay.push(current);
		};
		return {
			send: (headers, complete) => send(headers, complete, 0),
			abort: () => {
				isAborted = true;
				if (isWaiting) this.options.onLateAbort();
				this.underWay = this.underWay.filter((other) => other !== current);
			},
		};
	}

	private handOver(
		sent: Sent,
		given: Answer,
		repeats: number,
		complete: Complete,
		repeatIt: (repetition: Repetition) => void,
	): void {
		const { repeat, repeats: isRepeater, hidden, clock } = this.options;
		const repetition = repeat(sent, given, repeats);
		const tell = (): void =>
			complete(given.status, '', { text: textOf(given.body) }, headerLines(given.headers));
		if (!repetition) tell();
		else if (isRepeater) repeatIt(repetition);
		else {
			const { after, url = sent.url } = repetition;
			this.expected.push({ url, at: clock.now + after, repeats: repeats + 1 });
			hidden(tell);
		}
	}

	private takeExpected(url: string): { repeats: number } | undefined {
		const { now } = this.options.clock;
		const index = this.expected.findIndex((one) => one.url === url && one.at === now);
		return index < 0 ? undefined : this.expected.splice(index, 1)[0];
	}

	/** The answer, and when its turn is: both hang on the request's key alone. */
	private prepare(sent: Sent, isAsync: boolean): { answer: () => Answer; turn: number } {
		const { seed, site, faults } = this.options;
		const chance = hash(`${seed} ${sent.key}`);
		const fault = faults > 0 && part(chance, 1) < faults ? faultOf(part(chance, 2)) : undefined;
		const act = (): Answer => {
			if (fault?.instead) return fault.instead;
			const answer = site.answer(sent);
			return fault?.change?.(answer) ?? answer;
		};
		// The server reads and writes when the request arrives, or only when it answers.
		const early = !isAsync || part(chance, 3) < 0.7 ? act() : undefined;
		return { answer: () => early ?? act(), turn: part(chance, 4) };
	}

	private read(settings: any, headers: Record<string, string>): Sent {
		const url = new URL(settings.url, 'http://wp.test/');
		const lower = Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
		);
		const path = decodeURIComponent(url.pathname).replace(/^\/wp-json\/(wp\/v2\/)?/, '');
		const shown = `${settings.type} ${path}${decodeURIComponent(url.search)}`;
		const times = (this.times.get(shown) ?? 0) + 1;
		this.times.set(shown, times);
		return {
			method: lower['x-http-method-override'] ?? settings.type,
			path,
			query: url.searchParams,
			url: shown,
			headers: lower,
			body: jsonOrText(settings.data),
			key: `${shown}#${times}`,
		};
	}
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
