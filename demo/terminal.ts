/** What the commands `npm run demo` and `npm run wordpress` share: read options, show progress, and stop all that they have started. */
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** An option that cannot be used. Its message is all that is printed. */
export class UsageError extends Error {}

interface Stoppable {
	stop(): Promise<void>;
}

/** Milliseconds for everything to stop before the process ends all the same. */
const PATIENCE = 5000;

/** The values of the options. Throws a `UsageError` for what is no option. */
export function readOptions<const O extends NonNullable<ParseArgsConfig['options']>>(options: O) {
	try {
		return parseArgs({ options }).values;
	} catch (error) {
		throw new UsageError(`${whatIsWrong(error as NodeJS.ErrnoException)} --help lists the options.`, {
			cause: error,
		});
	}
}

/** Node says it in two or three sentences, with advice for cases that we do not have. */
function whatIsWrong({ code, message }: NodeJS.ErrnoException): string {
	const [, name = ''] = /'(--?[\w-]+|[^']*)/.exec(message) ?? [];
	if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${name}.`;
	if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `"${name}" is not an option.`;
	return message.includes('does not take') ? `${name} takes no value.` : `${name} needs a value.`;
}

/** The port that an option names; 0 is any that is free. */
export function portOf(value: string): number {
	const port = Number(value);
	if (!/^\d+$/.test(value) || port > 65_535) {
		throw new UsageError(`--port takes a number from 0 to 65535, not "${value}".`);
	}
	return port;
}

/** A line with a bar; `done` is from 0 to 1. */
export function showProgress(message: string, done: number): void {
	const width = 20;
	console.log(`[${'#'.repeat(Math.round(done * width)).padEnd(width, '.')}] ${message}`);
}

/**
 * Runs `start`, which hands each thing that it has started to `keep`. A failure of `start` and a signal, at any time, stop those things,
 * the newest first, and end the process. Exit codes: 0 after a signal; 1 for a failure and 2 for a wrong option; 128 and the number
 * of the signal where it comes before `start` is done.
 */
export async function runUntilSignal(
	start: (keep: (thing: Stoppable) => void) => Promise<void>,
): Promise<void> {
	const kept: Stoppable[] = [];
	let isReady = false;
	let ending: Promise<void> | undefined;

	// A second signal, as npm and tsx pass one on, does not cut the first end short.
	const end = (exitCode: number): Promise<void> =>
		(ending ??= stopAll(kept).then(() => process.exit(exitCode)));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => void end(isReady ? 0 : 128 + constants.signals[signal]));
	}
	try {
		await start((thing) => void kept.unshift(thing));
		isReady = true;
	} catch (error) {
		// What fails because it is being stopped is no news.
		if (!ending) console.error(error instanceof Error ? error.message : error);
		await end(error instanceof UsageError ? 2 : 1);
	}
}

async function stopAll(things: Stoppable[]): Promise<void> {
	const stopOneByOne = async (): Promise<void> => {
		for (const thing of things) {
			await thing.stop().catch((error: unknown) => console.error(error));
		}
	};
	await Promise.race([stopOneByOne(), delay(PATIENCE)]);
}
