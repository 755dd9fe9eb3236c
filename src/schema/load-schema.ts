/**
 * Finds the schema of a namespace. It is at hand where the page has printed it or sessionStorage has a copy; otherwise the
 * site asks the server for it.
 */

import { WPApiError } from '../errors.ts';
import { readCompact } from './read-compact.ts';
import { isIndex, readIndex, type LoadedSchema } from './read-index.ts';
import { readCopy } from './schema-cache.ts';
import type { Settings } from './settings.ts';

/** A copy is used at once. If it is older than this, in milliseconds, it is renewed behind the scenes. */
const FRESH = 300_000;

/** What the page has passed in, an index or its compact text; else the copy of an earlier page. */
export function schemaAtHand(settings: Settings): LoadedSchema | undefined {
	const { schema } = settings;
	if (isIndex(schema)) return readIndex(schema, settings);
	const passed = typeof schema === 'string' && readCompact(schema, settings);
	return passed ? { ...passed, time: Infinity } : readCopy(settings);
}

export function isStale({ time }: LoadedSchema): boolean {
	return !(Date.now() - time < FRESH);
}

/** What the server has sent. Throws a `WPApiError` where it is no index. */
export function readAnswer(answer: unknown, settings: Settings): LoadedSchema {
	if (isIndex(answer)) return readIndex(answer, settings);
	throw new WPApiError('invalid_schema', 'No REST API here: the answer lists no routes.');
}
