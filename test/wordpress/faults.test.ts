/**
 * Each fault of a network, a host or PHP comes between the client and WordPress, and each operation runs into it; how it ended, how often
 * it was tried, and what the server has of it go out.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
	found,
	isRead,
	operations,
	prepare,
	tidyUp,
	type Case,
	type Operation,
} from '../faults/operations.ts';
import { useFaults, type Faults } from '../faults/page.ts';
import { rowsOf, type Row } from '../faults/rows.ts';
import { doneIn, startStranger, toApi, type Stranger } from '../faults/server.ts';

/** A row's operations are done side by side, and so are so many rows. */
const AT_ONCE = 4;

interface Ended {
	/** `true`, or the code of the error. */
	end: unknown;
	tries: number;
	/** Writes that WordPress has done. */
	done: number;
}

let here: Faults;
let stranger: Stranger;

const rows = rowsOf(() => stranger.origin).map(([title, row], i) => ({ title, name: `fault${i}`, ...row }));
const all = Object.keys(operations) as Operation[];
const ended: Record<string, Record<string, Ended>> = {};
let rest: Record<string, Record<string, string[]>>;

beforeAll(async () => {
	// Of each notice it is told where who can mend it looks.
	vi.spyOn(console, 'warn').mockImplementation(() => undefined);
	here = await useFaults();
	stranger = await startStranger();
	const ids = await prepare(
		here.site,
		rows.map(({ name }) => name),
	);
	const waiting = [...rows];
	const work = async (): Promise<void> => {
		for (let row; (row = waiting.shift());) {
			const { name } = row;
			const own = await Promise.all(
				all.map(async (operation) => [operation, await run(row, operation, ids[name]!)] as const),
			);
			ended[name] = Object.fromEntries(own);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	rest = await found(here.site);
});

async function run(row: Row & { name: string }, operation: Operation, ids: Case['ids']): Promise<Ended> {
	const retry = { attempts: 2, within: 20_000 };
	const { api, spot } = here.open({ retry, ...row.settings }, row.fault());
	const end = await Promise.race([
		operations[operation]({ api, name: row.name, ids }).catch(
			(failure: unknown) => (failure as { code: string }).code,
		),
		new Promise((resolve) => setTimeout(resolve, 40_000, 'It has not settled.')),
	]);
	await here.server.idle();
	return { end, tries: toApi(spot).length, done: doneIn(spot).length };
}

afterAll(async () => {
	await tidyUp(here.site);
	await Promise.all([here.close(), stranger.close()]);
});

describe.each(rows)('$title', ({ name, reads, writes, acts = false }) => {
	it.each(all)('%s', (operation) => {
		const { ends, tries = 1, each } = isRead(operation) ? reads : writes;
		const end = typeof ends === 'object' ? ends[operation] : ends;
		const isDone = end === true || acts;
		const pages = operation === 'all' && end === true ? 2 : 1;
		expect(ended[name]![operation]).toEqual({
			end,
			tries:
				(typeof tries === 'object' ? (tries[operation] ?? 1) : tries) +
				(pages - 1) * (each ? (tries as number) : 1),
			done: isDone && !isRead(operation) ? 1 : 0,
		});
		const left: Partial<Record<Operation, [before: string[], after: string[]]>> = {
			create: [[], ['(draft)']],
			update: [['(draft)'], ['changed (draft)']],
			delete: [['(draft)'], ['(trash)']],
			upload: [[], ['(inherit)']],
			batch: [[], ['a (draft)', 'b (draft)']],
		};
		expect(rest[name]?.[operation] ?? []).toEqual(left[operation]?.[isDone ? 1 : 0] ?? []);
	});
});
