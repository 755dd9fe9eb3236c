/**
 * When requests left. A clock, which counts instead of measuring, orders requests, answers and the edits of users, so that `saved-state.ts`
 * can tell which of them is newer.
 */

/** A request, as far as its answer needs it. */
export interface Departure {
	/** When the request left, by the clock. */
	left: number;
	isWrite: boolean;
	/** The fields that a write has sent. */
	sent?: object | undefined;
}

let clock = 0;

const departures = new WeakMap<object, Departure>();

/** A moment that is later than every other one so far. */
export const tick = (): number => ++clock;

/** Notes that a request leaves. Backbone hands its `xhr` on, with the options, to everything that the answer sets. */
export function noteDeparture(xhr: object, isWrite: boolean, sent?: object): void {
	departures.set(xhr, { left: tick(), isWrite, sent });
}

/** The request that brought what is being set; `undefined` for what the user sets. */
export function departureOf(options: { xhr?: unknown } | null | undefined): Departure | undefined {
	const xhr = options?.xhr;
	return typeof xhr === 'object' && xhr ? departures.get(xhr) : undefined;
}

/** A departure for server data that came without a request, such as the items of a page that was localized. */
export const atHand = (): Departure => ({ left: tick(), isWrite: false });
