// Tasks of a site, as they come, in; answers out, one after another, by a PHP which is replaced when it breaks, hangs, has grown too big
// or has done its share.
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
/** Now and then PHP's heap breaks under WebAssembly ("zend_mm_heap corrupted"), the sooner the longer it has served. */
const maxTasks = 300;

export async function startPhp(place: Omit<Place, 'wasm'>): Promise<Php> {
	const complete = { ...place, wasm: await compile() };
	let thread: Thread | undefined = startThread(complete);
	let last: Promise<unknown> = Promise.resolve();
	let ended = false;
	let done = 0;

	async function work(task: Task, isRepeated = false): Promise<Answer> {
		if (ended) {
			throw new Error('This WordPress has been stopped.');
		}
		const current = (thread ??= startThread(complete));
		let isLate = false;
		const tooLong = setTimeout(() => {
			isLate = true;
			void current.end();
		}, patience);
		try {
			const answer = await current.work(task);
			if (current.memory() > maxMemory || ++done >= maxTasks) {
				await replace();
			}
			return answer;
		} catch (error) {
			if (error instanceof BrokenThread) {
				await replace();
				// What only reads may be asked again. Of what writes nobody knows how far it came.
				if (isRead(task) && !isRepeated && !isLate && !ended) {
					return await work(task, true);
				}
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
		done = 0;
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

const isRead = (task: Task): boolean => 'request' in task && task.request.method === 'GET';

let compiled: Promise<WebAssembly.Module> | undefined;

/** Once per process: it takes longer than all the rest of a start, and workers share the result. */
function compile(): Promise<WebAssembly.Module> {
	return (compiled ??= getPHPLoaderModule()
		.then((loader) => readFile(loader.dependencyFilename))
		.then((bytes) => WebAssembly.compile(bytes)));
}
