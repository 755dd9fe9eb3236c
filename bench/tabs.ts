/**
 * A Chromium with a profile of its own, in which every run gets a fresh tab.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { makeScratch } from '../demo/wordpress/scratch.ts';
import { launchProfile } from '../test/browser/launch.ts';

export interface Tabs {
	context: BrowserContext;
	/** Opens a tab with an empty sessionStorage, on a processor that is throttled `cpu` times, and closes it after use. */
	use<T>(cpu: number, visit: (tab: Page) => Promise<T>): Promise<T>;
	close(): Promise<void>;
}

/** `blank` makes the address of an empty page of the site. */
export async function openTabs(blank: () => string): Promise<Tabs> {
	const profile = makeScratch();
	const context = await launchProfile(profile.folder).catch((error: unknown) => {
		profile.remove();
		throw error;
	});
	// tsx puts a call of this helper into functions, also into those that are sent to the page.
	await context.addInitScript('globalThis.__name = (value) => value;');
	return {
		context,
		use: async (cpu, visit) => {
			const tab = await context.newPage();
			try {
				// From here on the tab keeps its process, and so its throttling.
				await tab.goto(blank());
				const session = await context.newCDPSession(tab);
				await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
				return await visit(tab);
			} finally {
				await tab.close();
			}
		},
		close: async () => {
			await context.close();
			profile.remove();
		},
	};
}
