/** A sequence that shows a difference, shortened for as long as it shows one. */
import type { Sequence } from './page.ts';

export async function shrink(
	sequence: Sequence,
	differs: (shorter: Sequence) => Promise<boolean>,
): Promise<Sequence> {
	let { lines } = sequence;
	for (let size = Math.ceil(lines.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
		for (let start = lines.length - size; start > -size;) {
			const shorter = lines.filter((_, i) => i < start || i >= start + size);
			if (shorter.length < lines.length && (await differs({ ...sequence, lines: shorter }))) lines = shorter;
			start -= size;
		}
	}
	const isCalm = sequence.faults > 0 && (await differs({ ...sequence, lines, faults: 0 }));
	return { ...sequence, lines, faults: isCalm ? 0 : sequence.faults };
}
