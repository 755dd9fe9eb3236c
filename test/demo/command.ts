/** Runs a command of the project as a process of its own, and tells what it printed, how it ended, and what it left behind. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const repository = join(import.meta.dirname, '../..');

export interface Ended {
	out: string;
	err: string;
	code: number | null;
	/** Processes of its group that still run, and folders that it has not removed. Empty, if all is well. */
	left: string[];
}

export interface Command {
	process: ChildProcess;
	ended: Promise<Ended>;
	/** Resolves once it has printed that. */
	printed(text: string): Promise<void>;
}

/** `file` is run by this Node, with TypeScript, as `npm run` does. */
export function startCommand(file: string, args: string[], node: string[] = ['--import', 'tsx']): Command {
	const scratch = mkdtempSync(join(tmpdir(), 'command-'));
	// A group of its own, so that whatever it starts can be found.
	const process_ = spawn(process.execPath, [...node, join(repository, file), ...args], {
		cwd: repository,
		detached: true,
		env: { ...process.env, TMPDIR: scratch, NO_COLOR: '1' },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const printed = { out: '', err: '' };
	process_.stdout.on('data', (data) => (printed.out += String(data)));
	process_.stderr.on('data', (data) => (printed.err += String(data)));
	const ended = new Promise<Ended>((resolve) => {
		process_.on('close', async (code) => {
			// The compiler that tsx starts goes a moment after it.
			for (let looks = 0; looks < 50 && groupRuns(process_.pid!); looks += 1) await delay(100);
			const folders = readdirSync(scratch).filter((name) => name.startsWith('embedded-'));
			const left = [...folders, ...(groupRuns(process_.pid!) ? ['a process'] : [])];
			rmSync(scratch, { recursive: true, force: true });
			resolve({ ...printed, code, left });
		});
	});
	return {
		process: process_,
		ended,
		printed: (text) =>
			new Promise((resolve, reject) => {
				const look = (): void => {
					if (printed.out.includes(text)) resolve();
				};
				process_.stdout.on('data', look);
				process_.on('close', () => {
					reject(new Error(`It ended without "${text}":\n${printed.out}${printed.err}`));
				});
				look();
			}),
	};
}

export function runCommand(file: string, args: string[], node?: string[]): Promise<Ended> {
	return startCommand(file, args, node).ended;
}

function groupRuns(id: number): boolean {
	try {
		process.kill(-id, 0);
		return true;
	} catch {
		return false;
	}
}
