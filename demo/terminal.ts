/** What both commands of the demo do in a terminal: read a port, show progress, end on Ctrl-C. */

/** The port that an argument names; 0 is any that is free. */
export function portOf(value: string): number {
	const port = Number(value);
	if (!/^\d+$/.test(value) || port > 65_535) {
		throw new Error(`--port takes a number up to 65535, not "${value}".`);
	}
	return port;
}

/** A line with a bar; `done` is from 0 to 1. */
export function showProgress(message: string, done: number): void {
	const width = 20;
	console.log(`[${'#'.repeat(Math.round(done * width)).padEnd(width, '.')}] ${message}`);
}

/** Stops what runs before the process ends; a second signal, as `tsx` and npm pass one on, does not cut that short. */
export function endOnSignal(running: { stop(): Promise<void> }): void {
	let ending: Promise<void> | undefined;
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.on(signal, () => void (ending ??= running.stop().then(() => process.exit(0))));
	}
}
