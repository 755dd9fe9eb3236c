/**
 * The copy of the schema that a client keeps in sessionStorage: taken from a first visit for the pages that start with one, and counted.
 */
import type { Page } from 'playwright-core';
import type { Equipment } from './equipment.ts';
import { visitPage, type PageOptions } from './page.ts';
import type { Row } from './results.ts';
import { summarize } from './statistics.ts';

/** All entries of a sessionStorage. */
export type Copy = Record<string, string>;

type Client = 'core' | 'ours';

/** Milliseconds after which a copy is taken anew: our client asks the server again after five minutes. */
const MAX_AGE = 120_000;

/** Gives a copy that is fresh enough, as often as it is called; `undefined` where the client keeps none. */
export async function copyFor(
	equipment: Equipment,
	client: Client,
	routes: number,
): Promise<(() => Promise<Copy>) | undefined> {
	let taken = Date.now();
	let copy = await takeCopy(equipment, client, routes);
	if (!charactersOf(copy)) return undefined;
	return async () => {
		if (Date.now() - taken > MAX_AGE) {
			taken = Date.now();
			copy = await takeCopy(equipment, client, routes);
		}
		return copy;
	};
}

/** Puts a copy into the sessionStorage of a tab. */
export async function seed(tab: Page, copy: Copy): Promise<void> {
	await tab.evaluate((entries) => {
		for (const [key, value] of Object.entries(entries)) sessionStorage.setItem(key, value);
	}, copy);
}

/**
 * The compact text that a page may localize as `wpApiSettings.schema`. Our client makes it: it keeps the text under a key of its own.
 * `undefined` where this build keeps no such text, or does not take it.
 */
export async function localizableText(equipment: Equipment, routes: number): Promise<string | undefined> {
	const { server, tabs } = equipment;
	const root = server.root(routes);
	const copy = await takeCopy(equipment, 'ours', routes);
	const text = Object.entries(copy).find(([key]) => key !== `wp-api-schema-model${root}wp/v2/`)?.[1];
	if (!text) return undefined;
	const { requests } = await tabs.use(1, (tab) =>
		visitPage(tab, server, firstVisit('ours', root, { schema: text })),
	);
	return requests === 0 ? text : undefined;
}

/** How much each client keeps, and how often it asks the server on the next page of the same tab. */
export async function measureStorage(equipment: Equipment, routes: number): Promise<Row[]> {
	const { server, tabs, progress } = equipment;
	progress(`start: second page view, ${routes} routes`);
	const look = (client: Client): Promise<{ characters: number; requests: number }> =>
		tabs.use(1, async (tab) => {
			const page = firstVisit(client, server.root(routes));
			await visitPage(tab, server, page);
			const characters = charactersOf(await readStorage(tab));
			const { requests } = await visitPage(tab, server, page);
			return { characters, requests };
		});
	const [core, ours] = [await look('core'), await look('ours')];
	const row = (scene: string, unit: 'characters' | 'requests'): Row => ({
		scene,
		routes,
		cpu: 1,
		latency: 0,
		unit,
		figures: { core: summarize([core[unit]]), ours: summarize([ours[unit]]) },
	});
	return [row('in sessionStorage', 'characters'), row('second page view, requests', 'requests')];
}

function takeCopy({ server, tabs }: Equipment, client: Client, routes: number): Promise<Copy> {
	return tabs.use(1, async (tab) => {
		await visitPage(tab, server, firstVisit(client, server.root(routes)));
		return readStorage(tab);
	});
}

function firstVisit(client: Client, root: string, settings: object = {}): PageOptions {
	return { client, compiled: false, settings: { root, nonce: 'N', versionString: 'wp/v2/', ...settings } };
}

/** Waits a moment first: a copy may be written after `loadPromise`. */
async function readStorage(tab: Page): Promise<Copy> {
	await tab.waitForTimeout(500);
	return tab.evaluate(() => Object.fromEntries(Object.entries(sessionStorage)));
}

function charactersOf(copy: Copy): number {
	return Object.entries(copy).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
}
