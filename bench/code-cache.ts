/**
 * Makes sure that the browser has the compiled code of a client. Chromium notes a script at its first visit, keeps the compiled code at
 * the second one, and uses it from the third one on; it does so for files of more than 1 kB that are served with cache headers, and
 * not in private windows.
 */
import { clients } from './scripts.ts';
import type { Tabs } from './tabs.ts';

interface TraceEvent {
	name: string;
	args: { data?: { url?: string; cacheRejected?: boolean } };
}

/** Visits the page some times; throws where Chromium compiles the file in spite of that. */
export async function expectCompiledCode(
	{ context }: Tabs,
	client: keyof typeof clients,
	visit: () => Promise<unknown>,
): Promise<void> {
	for (let i = 0; i < 4; i++) await visit();
	const browser = context.browser()!;
	await browser.startTracing(undefined, { categories: ['v8', 'devtools.timeline'] });
	await visit();
	const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
	const compiled = trace.traceEvents.filter(
		({ name, args }) => name === 'v8.compile' && args.data?.url?.endsWith(clients[client]),
	);
	if (!compiled.some(({ args }) => args.data?.cacheRejected === false)) {
		throw new Error(
			`Chromium does not use the compiled code of ${clients[client]} that it should have kept.`,
		);
	}
}
