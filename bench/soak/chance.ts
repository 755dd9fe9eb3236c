/** A seed comes in; the same chances go out, run after run. */
export interface Chance {
	/** From 0 up to 1. */
	number(): number;
	below(limit: number): number;
	oneOf<T>(list: readonly T[]): T;
}

/** Mulberry32, which is small and good enough to choose by. */
export function chance(seed: number): Chance {
	let state = seed >>> 0;
	const number = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number): number => Math.floor(number() * limit);
	return { number, below, oneOf: (list) => list[below(list.length)]! };
}
