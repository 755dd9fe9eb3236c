/**
 * What the bench has found, and the file that keeps it. The README's figures come from there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from './options.ts';
import type { Summary } from './statistics.ts';

/** Core's file, ours, and Backbone without any client. */
export type Library = 'core' | 'ours' | 'backbone';

/** One line of a table. */
export interface Row {
	scene: string;
	/** How many routes the index of the site has. */
	routes: number;
	/** 1 is the processor as it is, 4 is throttled four times. */
	cpu: number;
	/** Milliseconds until the server answers. */
	latency: number;
	unit: 'ms' | 'characters' | 'requests';
	/** `null` where the library cannot do it; left out where it was not asked to. */
	figures: Partial<Record<Library, Summary | null>>;
}

/** On what, and with what, a part was measured. */
export interface About {
	date: string;
	machine: string;
	processor: string;
	node: string;
	chromium: string;
	/** Name and version. */
	libraries: Record<string, string>;
	/** Bytes of the files that were loaded. */
	bytes: { core: number; ours: number };
}

/** Each part is measured by itself, perhaps on another day. */
export type Results = Partial<Record<Part, { about: About; rows: Row[] }>>;

const file = join(import.meta.dirname, 'results.json');

export function readResults(): Results {
	return JSON.parse(readFileSync(file, 'utf8')) as Results;
}

/** Replaces the parts that were measured, and keeps the others. */
export function writeResults(measured: Results): void {
	writeFileSync(file, `${JSON.stringify({ ...readResults(), ...measured }, null, '\t')}\n`);
}

/** How many times core's median ours is. */
export function ratioToCore({ figures: { core, ours } }: Row): number | undefined {
	return core && ours && core.median > 0 ? ours.median / core.median : undefined;
}
