/**
 * What the work of a page costs after its start: lists of posts that are made and changed, and requests until they are handed to the
 * browser. Core's classes, ours, and plain Backbone's do the same.
 */
import type { Equipment } from './equipment.ts';
import { growIndex } from './grow-index.ts';
import { measureInTurn, type Measured } from './in-turn.ts';
import { writePage } from './page.ts';
import type { Library, Row } from './results.ts';
import { operations, prepare, type Operation } from './work-page.ts';

export async function measureWork(equipment: Equipment): Promise<Row[]> {
	const rows: Row[] = [];
	for (const [scene, operation] of Object.entries(operations)) {
		if (!equipment.wants(scene)) continue;
		for (const cpu of [1, 4]) rows.push(await measureOperation(equipment, scene, operation, cpu));
	}
	return rows;
}

async function measureOperation(
	equipment: Equipment,
	scene: string,
	operation: Operation,
	cpu: number,
): Promise<Row> {
	equipment.progress(`work: ${scene}, CPU ÷ ${cpu}`);
	const run = (library: Library) => (): Promise<Measured> => runOperation(equipment, library, operation, cpu);
	const { core, ours, backbone } = await measureInTurn(
		{ core: run('core'), ours: run('ours'), backbone: run('backbone') },
		equipment.runs,
	);
	return {
		scene,
		routes: equipment.sizes[0]!,
		cpu,
		latency: 0,
		unit: 'ms',
		figures: { core: core.time!, ours: ours.time!, backbone: backbone.time! },
	};
}

/** Once, on a fresh tab: the first time is what most pages pay, which make a list only once. */
function runOperation(
	{ server, tabs, sample, sizes }: Equipment,
	library: Library,
	operation: Operation,
	cpu: number,
): Promise<Measured> {
	const [routes] = sizes as [number];
	const root = server.root(routes);
	const html = writePage({
		...(library === 'backbone' ? {} : { client: library }),
		settings: { root, nonce: 'N', versionString: 'wp/v2/', schema: growIndex(sample.index, routes) },
		compiled: true,
	});
	return tabs.use(cpu, async (tab) => {
		await tab.goto(server.page(html));
		const desk = await tab.evaluateHandle(prepare, root);
		const session = await tab.context().newCDPSession(tab);
		// The garbage of the preparation is not the operation's.
		await session.send('HeapProfiler.collectGarbage');
		return { time: await tab.evaluate(operation, desk) };
	});
}
