/**
 * Medians with their spread. Medians, because one run in ten meets a garbage collection or another process.
 */

export interface Summary {
	median: number;
	/** The first and the third quartile: half of all runs lie between them. */
	quartile1: number;
	quartile3: number;
	/** How many values there were. */
	runs: number;
}

export function summarize(values: number[]): Summary {
	if (!values.length) throw new RangeError('There is nothing to summarize: no value was measured.');
	const sorted = [...values].sort((a, b) => a - b);
	return {
		median: round(quantile(sorted, 0.5)),
		quartile1: round(quantile(sorted, 0.25)),
		quartile3: round(quantile(sorted, 0.75)),
		runs: sorted.length,
	};
}

/** Between two values, in proportion, as R and NumPy do by default. `share` is from 0 to 1. */
export function quantile(sorted: number[], share: number): number {
	const place = (sorted.length - 1) * share;
	const below = sorted[Math.floor(place)]!;
	const above = sorted[Math.ceil(place)]!;
	return below + (above - below) * (place - Math.floor(place));
}

/** To a microsecond; the clock of an isolated page ticks every five. */
function round(value: number): number {
	return Math.round(value * 1000) / 1000;
}
