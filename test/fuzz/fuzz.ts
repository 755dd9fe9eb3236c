/** Many sequences on both clients; the differences, shrunk. */
import { firstDifference, type Difference } from './compare.ts';
import { makeSequence } from './operations/sequence.ts';
import { openFuzzPage, type FuzzPage, type Overlay, type Sequence } from './page.ts';
import { purposes } from './purposes.ts';
import { shrink } from './shrink.ts';

/** Answers can be long. */
const LONGEST = 600;

export interface Found {
	sequence: Sequence;
	difference: Difference;
	/** How many sequences showed a difference of this kind. */
	times: number;
}

export interface FuzzOptions {
	seed: number;
	sequences: number;
	/** Of our client; without it, `dist/wp-api.js`. */
	source?: string | undefined;
	onProgress?: (done: number, differing: number) => void;
	/** Stop shrinking after so many kinds. */
	kinds?: number;
	/** Sequences with this are left out. */
	without?: string | undefined;
}

/** A page with core's file and one with ours. */
export class Pair {
	private readonly core = openFuzzPage('core');
	private readonly ours: FuzzPage;

	/** `source` is that of our client. */
	constructor(source?: string) {
		this.ours = openFuzzPage('ours', source);
	}

	async compare(sequence: Sequence, overlays: Overlay[] = purposes): Promise<Difference | undefined> {
		const [core, ours] = [await this.core.run(sequence, overlays), await this.ours.run(sequence, overlays)];
		return firstDifference(core.entries, ours.entries);
	}
}

export async function fuzz({
	seed,
	sequences,
	source,
	onProgress,
	kinds = 40,
	without,
}: FuzzOptions): Promise<Found[]> {
	const pair = new Pair(source);
	const found = new Map<string, Found>();
	let differing = 0;
	for (let i = 0; i < sequences; i++) {
		const sequence = makeSequence(seed * 1_000_000 + i);
		if (without && new RegExp(without).test(sequence.lines.join('\n'))) continue;
		const difference = await pair.compare(sequence);
		if (i % 500 === 499) onProgress?.(i + 1, differing);
		if (!difference) continue;
		differing++;
		const known = found.get(difference.kind);
		if (known) known.times++;
		else if (found.size < kinds)
			found.set(difference.kind, { ...(await shrunk(pair, sequence, difference)), times: 1 });
	}
	return [...found.values()];
}

async function shrunk(
	pair: Pair,
	sequence: Sequence,
	{ kind }: Difference,
): Promise<{ sequence: Sequence; difference: Difference }> {
	const short = await shrink(sequence, async (shorter) => (await pair.compare(shorter))?.kind === kind);
	return { sequence: short, difference: (await pair.compare(short))! };
}

/** A difference as a few lines of code. */
export function tell({ sequence, difference, times }: Found): string {
	const { seed, faults, lines } = sequence;
	return `${times} × ${difference.kind} (seed ${seed}${faults ? `, faults ${faults}` : ''})
${lines.map((line, i) => `  ${i} ${line}`).join('\n')}
  core: ${difference.core?.slice(0, LONGEST)}
  ours: ${difference.ours?.slice(0, LONGEST)}`;
}
