/**
 * Keeps the related items that an API has read a moment ago, so that a page which types in a search box, or goes through pages,
 * does not ask for the same authors and categories over and over.
 */

import type { Attributes } from '../seams.ts';
import { touches } from '../request/middleware/on-write.ts';

type Read = JQuery.Promise<Attributes>;

export interface RecentReads {
	/** The read of a path that is under way, or was answered within `maxAge` milliseconds. */
	find(path: string): Read | undefined;
	/** Keeps a read that starts now. One that fails is not kept. */
	keep(path: string, read: Read): void;
	/** Forgets what a write may have changed. */
	forget: (written: string) => void;
	/** Gives back the memory of what is too old. */
	dropOld(): void;
}

interface Entry {
	read: Read;
	/** Milliseconds since 1970; none yet while the read is under way. */
	answeredAt?: number;
}

/** `maxAge` is in milliseconds; 0, and what is no number, keeps nothing. */
export function recentReads(maxAge: number): RecentReads {
	const entries = new Map<string, Entry>();
	// A clock may be set back.
	const isRecent = ({ answeredAt }: Entry): boolean =>
		answeredAt === undefined || Math.abs(Date.now() - answeredAt) < maxAge;
	return {
		find(path) {
			const entry = entries.get(path);
			return entry && isRecent(entry) ? entry.read : undefined;
		},
		keep(path, read) {
			if (!(maxAge > 0)) return;
			const entry: Entry = { read };
			entries.set(path, entry);
			read
				.done(() => (entry.answeredAt = Date.now()))
				// A newer read may have taken its place.
				.fail(() => entries.get(path) === entry && entries.delete(path));
		},
		forget(written) {
			for (const path of entries.keys()) if (touches(written, path)) entries.delete(path);
		},
		dropOld() {
			for (const [path, entry] of entries) if (!isRecent(entry)) entries.delete(path);
		},
	};
}
