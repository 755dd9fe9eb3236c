/**
 * Measures the libraries in turn, run by run, so that whatever else the machine does meets all of them.
 */
import { summarize, type Summary } from './statistics.ts';

/** What one run has measured, by name. */
export type Measured = Record<string, number>;

/** One uncounted run of each first: it warms up the browser. */
export async function measureInTurn<Name extends string>(
	variants: Record<Name, () => Promise<Measured>>,
	runs: number,
): Promise<Record<Name, Record<string, Summary>>> {
	const names = Object.keys(variants) as Name[];
	const all = new Map<Name, Measured[]>(names.map((name) => [name, []]));
	for (let run = 0; run <= runs; run++) {
		for (const name of names) {
			const measured = await variants[name]();
			if (run > 0) all.get(name)!.push(measured);
		}
	}
	return Object.fromEntries(names.map((name) => [name, summarizeEach(all.get(name)!)])) as Record<
		Name,
		Record<string, Summary>
	>;
}

function summarizeEach(runs: Measured[]): Record<string, Summary> {
	return Object.fromEntries(
		Object.keys(runs[0]!).map((name) => [name, summarize(runs.map((measured) => measured[name]!))]),
	);
}
