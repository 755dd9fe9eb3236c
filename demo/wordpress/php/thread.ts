// One worker thread with one PHP in it: a task in, its answer out, or an error when this PHP is no longer of use.
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answer, Place, Report, Task } from './messages.ts';

export interface Thread {
	/** One at a time: the caller waits for an answer before he gives the next task. */
	work(task: Task): Promise<Answer>;
	/** How much memory PHP had after its last task, in bytes. */
	memory(): number;
	end(): Promise<void>;
}

/** Rejections of `work` which mean that the thread cannot be used again. */
export class BrokenThread extends Error {}

export function startThread(place: Place): Thread {
	const worker = new Worker(join(import.meta.dirname, 'worker.mjs'), { workerData: place, stdin: false });
	const ended = once(worker, 'exit').catch(() => undefined);
	let memory = 0;
	let trouble = '';
	worker.on('error', (error) => {
		trouble = error.stack ?? error.message;
	});
	worker.on('exit', () => {
		trouble ||= 'The thread has ended.';
	});
	return {
		async work(task) {
			const report = trouble ? { broken: trouble } : await ask(worker, task);
			if ('broken' in report) {
				throw new BrokenThread(report.broken);
			}
			memory = report.memory;
			return report.answer;
		},
		memory: () => memory,
		async end() {
			void worker.terminate();
			await ended;
		},
	};
}

function ask(worker: Worker, task: Task): Promise<Report> {
	return new Promise((resolve) => {
		const settle = (report: Report): void => {
			worker.off('message', settle).off('error', onError).off('exit', onExit);
			resolve(report);
		};
		const onError = (error: Error): void => settle({ broken: error.stack ?? error.message });
		const onExit = (): void => settle({ broken: 'The thread has ended.' });
		worker.on('message', settle).on('error', onError).on('exit', onExit);
		worker.postMessage(task);
	});
}
