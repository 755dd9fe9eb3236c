/**
 * What the start of a page costs: from the client's script element until the script has returned, and until `loadPromise` has resolved.
 */
import { expectCompiledCode } from './code-cache.ts';
import type { Equipment } from './equipment.ts';
import { growIndex } from './grow-index.ts';
import { measureInTurn } from './in-turn.ts';
import { visitPage, type PageOptions, type Start } from './page.ts';
import type { Row } from './results.ts';
import { copyFor, localizableText, measureStorage, seed, type Copy } from './storage.ts';

type Client = 'core' | 'ours';

/** What a page knows of the schema before it starts. */
type Known = 'nothing' | 'object' | 'text' | 'copy';

interface Scene {
	name: string;
	known: Record<Client, Known>;
	/** Whether the browser has the compiled code of earlier visits. */
	compiled: boolean;
	/** What is measured, and what is added to the name of the scene. */
	until: ['returned' | 'loaded', string][];
}

const bothKnow = (known: Known): Scene['known'] => ({ core: known, ours: known });
const returned: Scene['until'] = [['returned', '']];

const scenes: Scene[] = [
	{
		name: 'nothing known',
		known: bothKnow('nothing'),
		compiled: false,
		until: [
			['returned', ', until the script returns'],
			['loaded', ', until loadPromise'],
		],
	},
	{ name: 'localized as an object', known: bothKnow('object'), compiled: false, until: returned },
	{
		// Core takes no text: what it makes of the object is what ours is held against.
		name: 'localized as compact text (core: as an object)',
		known: { core: 'object', ours: 'text' },
		compiled: false,
		until: returned,
	},
	{ name: 'cached, file not compiled before', known: bothKnow('copy'), compiled: false, until: returned },
	{ name: 'returning visitor', known: bothKnow('copy'), compiled: true, until: returned },
];

export async function measureStart(equipment: Equipment): Promise<Row[]> {
	const rows: Row[] = [];
	for (const routes of equipment.sizes) {
		for (const scene of scenes.filter(({ name }) => equipment.wants(name))) {
			for (const cpu of [1, 4]) rows.push(...(await measureScene(equipment, scene, routes, cpu)));
		}
		if (equipment.wants('second page view')) rows.push(...(await measureStorage(equipment, routes)));
	}
	return rows;
}

async function measureScene(equipment: Equipment, scene: Scene, routes: number, cpu: number): Promise<Row[]> {
	equipment.progress(`start: ${scene.name}, ${routes} routes, CPU ÷ ${cpu}`);
	const visits: Record<string, () => Promise<Start>> = {};
	for (const client of ['core', 'ours'] as const) {
		const visit = await prepareVisit(equipment, scene, client, routes, cpu);
		if (visit) visits[client] = visit;
	}
	const measured = await measureInTurn(visits, equipment.runs);
	return scene.until.map(([name, added]) => ({
		scene: scene.name + added,
		routes,
		cpu,
		latency: 0,
		unit: 'ms',
		figures: { core: measured['core']?.[name] ?? null, ours: measured['ours']?.[name] ?? null },
	}));
}

/** A visit that can be repeated; `undefined` where this client cannot know of the schema in that way. */
async function prepareVisit(
	equipment: Equipment,
	{ name, known, compiled }: Scene,
	client: Client,
	routes: number,
	cpu: number,
): Promise<(() => Promise<Start>) | undefined> {
	const { server, tabs, sample } = equipment;
	const root = server.root(routes);
	const how = known[client];
	let schema: unknown;
	let copy: (() => Promise<Copy>) | undefined;
	if (how === 'object') schema = growIndex(sample.index, routes);
	if (how === 'text') schema = await localizableText(equipment, routes);
	if (how === 'copy') copy = await copyFor(equipment, client, routes);
	if ((how === 'text' && !schema) || (how === 'copy' && !copy)) return undefined;

	const page: PageOptions = {
		client,
		compiled,
		settings: { root, nonce: 'N', versionString: 'wp/v2/', ...(schema ? { schema } : {}) },
	};
	const visit = async (): Promise<Start> => {
		const kept = await copy?.();
		const start = await tabs.use(cpu, async (tab) => {
			if (kept) await seed(tab, kept);
			return visitPage(tab, server, page);
		});
		const expected = how === 'nothing' ? 1 : 0;
		if (start.requests !== expected) {
			throw new Error(`${name}: ${client} has sent ${start.requests} requests instead of ${expected}.`);
		}
		return start;
	};
	if (compiled) await expectCompiledCode(tabs, client, visit);
	return visit;
}
