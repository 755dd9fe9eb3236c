// Tasks of a site, as they come, in; answers out, one after another, by a PHP which is replaced when it breaks, hangs or has grown too big.
import { readFile } from 'node:fs/promises';
import { getPHPLoaderModule } from '@php-wasm/node-8-3';
import type { Answer, Place, Task } from './messages.ts';
import { BrokenThread, startThread, type Thread } from './thread.ts';

export interface Php {
	work(task: Task): Promise<Answer>;
	end(): Promise<void>;
}

const patience = 60_000;
const maxMemory = 700_000_000;

export async function startPhp(place: Omit<Place, 'wasm'>): Promise<Php> {
	const complete = { ...place, wasm: await compile() };
	let thread: Thread | undefined = startThread(complete);
	let last: Promise<unknown> = Promise.resolve();
	let ended = false;

	async function work(task: Task): Promise<Answer> {
		if (ended) {
			throw new Error('This WordPress has been stopped.');
		}
		const current = (thread ??= startThread(complete));
		const tooLong = setTimeout(() => void current.end(), patience);
		try {
			const answer = await current.work(task);
			if (current.memory() > maxMemory) {
				await replace();
			}
			return answer;
		} catch (error) {
			if (error instanceof BrokenThread) {
				await replace();
			}
			throw error;
		} finally {
			clearTimeout(tooLong);
		}
	}

	/** The next task starts another thread. */
	async function replace(): Promise<void> {
		const old = thread;
		thread = undefined;
		await old?.end();
	}

	return {
		work(task) {
			const answer = last.then(() => work(task));
			last = answer.catch(() => undefined);
			return answer;
		},
		async end() {
			ended = true;
			await replace();
		},
	};
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** Once per process: it takes longer than all the rest of a start, and workers share the result. */
function compile(): Promise<WebAssembly.Module> {
	return (compiled ??= getPHPLoaderModule()
		.then((loader) => readFile(loader.dependencyFilename))
		.then((bytes) => WebAssembly.compile(bytes)));
}
