// Makes the one folder a site writes to and sees to it that it is gone afterwards, however the process ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Scratch {
	folder: string;
	remove(): void;
}

const folders = new Set<string>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function makeScratch(): Scratch {
	const folder = mkdtempSync(join(tmpdir(), 'embedded-wordpress-'));
	if (folders.size === 0) {
		watchForTheEnd();
	}
	folders.add(folder);
	return {
		folder,
		remove() {
			removeFolder(folder);
			folders.delete(folder);
			if (folders.size === 0) {
				stopWatching();
			}
		},
	};
}

function removeFolder(folder: string): void {
	rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function removeAll(): void {
	for (const folder of folders) {
		removeFolder(folder);
	}
	folders.clear();
}

// Whoever else listens to the signal ends the process in his own way, and 'exit' comes then. Otherwise our listening has
// taken the signal's usual effect away, so we give it back by sending it once more.
function endBySignal(signal: NodeJS.Signals): void {
	if (process.listenerCount(signal) > 1) {
		return;
	}
	removeAll();
	stopWatching();
	process.kill(process.pid, signal);
}

function watchForTheEnd(): void {
	process.on('exit', removeAll);
	for (const signal of signals) {
		process.on(signal, endBySignal);
	}
}

function stopWatching(): void {
	process.off('exit', removeAll);
	for (const signal of signals) {
		process.off(signal, endBySignal);
	}
}
