import { describe, expect, it } from 'vitest';
import { quantile, summarize } from '../../bench/statistics.ts';

describe('the statistics of the bench', () => {
	it.each([
		[[3], 0.5, 3],
		[[1, 2], 0.5, 1.5],
		[[1, 2, 3, 4, 5], 0.25, 2],
		[[1, 2, 3, 4], 0.25, 1.75],
		[[1, 2, 3, 4], 0, 1],
		[[1, 2, 3, 4], 1, 4],
	])('finds in %j the quantile %d: %d', (sorted, share, expected) => {
		expect(quantile(sorted, share)).toBe(expected);
	});

	it('gives the median and the quartiles, whatever the order of the values', () => {
		expect(summarize([9, 1, 5, 3, 7])).toEqual({ median: 5, quartile1: 3, quartile3: 7, runs: 5 });
	});

	it('sorts by value, not by text, and leaves the values as they were', () => {
		const values = [100, 20, 3];
		expect(summarize(values).median).toBe(20);
		expect(values).toEqual([100, 20, 3]);
	});

	it('is not moved by one run that met something else', () => {
		expect(summarize([2, 2, 2, 2, 900])).toEqual({ median: 2, quartile1: 2, quartile3: 2, runs: 5 });
	});

	it('rounds to thousandths', () => {
		expect(summarize([1.00049, 1.00051]).median).toBe(1.001);
	});

	it('refuses to summarize nothing', () => {
		expect(() => summarize([])).toThrow('no value was measured');
	});
});
