/**
 * Reads the command line of the bench: `npm run bench -- start cold --runs 10`. `index.ts` uses it.
 */
import { parseArgs } from 'node:util';

export const parts = ['start', 'work', 'cold'] as const;

export type Part = (typeof parts)[number];

export interface BenchOptions {
	/** What to measure, in the order of `parts`. */
	parts: Part[];
	/** How often each page is measured. */
	runs: number;
	/** Only scenes whose name contains this text are measured; then nothing is written. */
	only: string;
	/** Measure nothing, and fill the README from the last results. */
	readme: boolean;
}

/** The command line cannot be understood; the message says why, and what can. */
export class OptionError extends Error {}

const usage = `Usage: npm run bench -- [start] [work] [cold] [--runs 30] [--only TEXT] [--readme]
Without a part, all three are measured.`;

export function readOptions(args: string[]): BenchOptions {
	const { values, positionals } = parse(args);
	const unknown = positionals.find((name) => !isPart(name));
	if (unknown !== undefined) throw refuse(`There is no part “${unknown}”.`);
	if (!/^[1-9]\d*$/.test(values.runs))
		throw refuse(`--runs takes a whole number from 1, not “${values.runs}”.`);
	return {
		parts: positionals.length ? parts.filter((part) => positionals.includes(part)) : [...parts],
		runs: Number(values.runs),
		only: values.only,
		readme: values.readme,
	};
}

function parse(args: string[]): {
	values: { runs: string; only: string; readme: boolean };
	positionals: string[];
} {
	try {
		return parseArgs({
			args,
			allowPositionals: true,
			options: {
				runs: { type: 'string', default: '30' },
				only: { type: 'string', default: '' },
				readme: { type: 'boolean', default: false },
			},
		});
	} catch (error) {
		throw refuse(error instanceof Error ? error.message : String(error));
	}
}

function refuse(reason: string): OptionError {
	return new OptionError(`${reason}\n${usage}`);
}

function isPart(name: string): name is Part {
	return (parts as readonly string[]).includes(name);
}
