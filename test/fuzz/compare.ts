/**
 * Two traces of the same sequence, core's and ours: where they part first.
 */
import type { Entry } from './record.ts';

export interface Difference {
	/** What kind of thing differs, so that many differences with one cause can be told together. */
	kind: string;
	core: string | undefined;
	ours: string | undefined;
}

const show = (entry: Entry | undefined): string | undefined =>
	entry && `${entry.step} ${entry.kind} ${entry.name} ${JSON.stringify(entry.data)}`;

export function firstDifference(core: Entry[], ours: Entry[]): Difference | undefined {
	for (let i = 0; i < Math.max(core.length, ours.length); i++) {
		const [one, other] = [show(core[i]), show(ours[i])];
		if (one !== other) return { kind: kindOf(core[i], ours[i]), core: one, ours: other };
	}
	return undefined;
}

/** Without names and numbers. */
function kindOf(core: Entry | undefined, ours: Entry | undefined): string {
	const [one, other] = [core, ours].map((entry) => entry && `${entry.kind} ${generalised(entry.name)}`);
	return one === other ? `${one}, but other data` : `${one ?? 'nothing'} / ${other ?? 'nothing'}`;
}

const generalised = (name: string): string =>
	name
		.replace(/^[a-z]+\d+\b/, 'x')
		.replace(/\d+/g, 'N')
		.replace(/change:\w+|changeId|change$/, 'change');
