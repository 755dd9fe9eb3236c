/**
 * Keeps a copy of the schema in sessionStorage, so that the next page of the tab need not ask for it. The copy is compact text (see
 * `compact-schema.ts`) under a key of its own.
 *
 * Core's client keeps the whole index under another key. Where that copy is the only one, it is used; it is never written or removed.
 */

import { compactSchema } from './compact-schema.ts';
import { readCompact } from './read-compact.ts';
import { isIndex, readIndex, type LoadedSchema } from './read-index.ts';
import type { Settings } from './settings.ts';
import type { Schema } from '../types.ts';

/** Tools that forget schemas look for keys that begin with this. */
const CORE_KEY = 'wp-api-schema-model';

/** The copy of an earlier page, if it can be used. One that is cut off or damaged is removed. */
export function readCopy(settings: Settings): LoadedSchema | undefined {
	return (
		fromStorage(settings, (storage) => {
			const key = keyOf(settings);
			const text = storage.getItem(key);
			const copy = text === null ? undefined : readCompact(text, settings);
			if (text !== null && !copy) storage.removeItem(key);
			return copy?.version === versionOf(settings) ? copy : undefined;
		}) ?? readCoreCopy(settings)
	);
}

/** Keeps a copy when the page has time: what it shows comes first. The returned function stops that. */
export function keepCopy(settings: Settings, index: Schema): () => void {
	let isWanted = true;
	const { versionString } = settings;
	const time = Date.now();
	const write = (): void => {
		if (!isWanted) return;
		fromStorage(settings, (storage) =>
			storage.setItem(keyOf(settings), compactSchema(index, versionString, { ...settings, time })),
		);
	};
	if (typeof requestIdleCallback === 'function') requestIdleCallback(write);
	else setTimeout(write);
	return () => {
		isWanted = false;
	};
}

/** Forgets the copy. Core's is forgotten as well, or it would be used instead. */
export function removeCopies(settings: Settings): void {
	fromStorage(settings, (storage) => {
		storage.removeItem(keyOf(settings));
		storage.removeItem(coreKeyOf(settings));
	});
}

/** It does not say what version of the schema it is, nor when it was made: it is used, and renewed. */
function readCoreCopy(settings: Settings): LoadedSchema | undefined {
	if (versionOf(settings)) return undefined;
	const index = fromStorage(
		settings,
		(storage) => JSON.parse(storage.getItem(coreKeyOf(settings)) ?? 'null') as unknown,
	);
	return isIndex(index) ? readIndex(index, settings, 0) : undefined;
}

const versionOf = ({ schemaVersion = '' }: Settings): string => String(schemaVersion);

const coreKeyOf = ({ root, versionString }: Settings): string => CORE_KEY + root + versionString;

const keyOf = (settings: Settings): string => {
	const { root, versionString } = settings;
	return `${CORE_KEY}-compact:${root}${versionString}${versionOf(settings)}`;
};

/** Merely naming sessionStorage throws where cookies are blocked, and writing throws where it is full. */
function fromStorage<T>({ cacheSchema }: Settings, use: (storage: Storage) => T): T | undefined {
	try {
		return cacheSchema === false ? undefined : use(sessionStorage);
	} catch {
		return undefined;
	}
}
