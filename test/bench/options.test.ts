import { describe, expect, it } from 'vitest';
import { OptionError, readOptions } from '../../bench/options.ts';

describe('the command line of the bench', () => {
	it('measures all parts thirty times where nothing is said', () => {
		expect(readOptions([])).toEqual({ parts: ['start', 'work', 'cold'], runs: 30, only: '', readme: false });
	});

	it('measures the parts that are named, in their usual order, as often as is said', () => {
		const options = readOptions(['cold', 'start', '--runs', '5']);
		expect(options).toMatchObject({ parts: ['start', 'cold'], runs: 5 });
	});

	it.each([
		[['warm'], 'There is no part “warm”.'],
		[['--runs', '0'], '--runs takes a whole number from 1, not “0”.'],
		[['--runs', 'many'], '--runs takes a whole number from 1, not “many”.'],
		[['--runs'], "Option '--runs <value>' argument missing"],
		[['--fast'], "Unknown option '--fast'"],
	])('refuses %j with a reason, and says what it takes', (args, reason) => {
		expect(() => readOptions(args)).toThrow(OptionError);
		expect(() => readOptions(args)).toThrow(reason);
		expect(() => readOptions(args)).toThrow('Usage: npm run bench');
	});
});
