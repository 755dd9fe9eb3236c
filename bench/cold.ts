/**
 * A page that knows nothing, until its first post is in a model: how long it takes where each answer of the server takes so long, and how
 * many requests it needs.
 */
import type { Equipment } from './equipment.ts';
import { measureInTurn, type Measured } from './in-turn.ts';
import { writePage } from './page.ts';
import type { Row } from './results.ts';

const latencies = [0, 40, 150];

/** When the page asks for its first post. */
type Moment = 'loadPromise' | 'at once';

/** Core has no classes before `loadPromise`; ours has those of WordPress itself at once. */
const scenes: { name: string; ours: Moment }[] = [
	{ name: 'first post, asked for after loadPromise', ours: 'loadPromise' },
	{ name: 'first post, asked for at once (core: after loadPromise)', ours: 'at once' },
];

export async function measureCold(equipment: Equipment): Promise<Row[]> {
	const rows: Row[] = [];
	for (const scene of scenes.filter(({ name }) => equipment.wants(name))) {
		for (const latency of latencies) {
			for (const cpu of [1, 4]) rows.push(...(await measureScene(equipment, scene, latency, cpu)));
		}
	}
	return rows;
}

async function measureScene(
	equipment: Equipment,
	{ name, ours }: (typeof scenes)[number],
	latency: number,
	cpu: number,
): Promise<Row[]> {
	const [routes] = equipment.sizes as [number];
	equipment.progress(`cold: ${name}, ${latency} ms, CPU ÷ ${cpu}`);
	const visit = (client: 'core' | 'ours', moment: Moment) => (): Promise<Measured> =>
		visitColdPage(equipment, client, moment, equipment.server.root(routes, latency), cpu);
	const measured = await measureInTurn(
		{ core: visit('core', 'loadPromise'), ours: visit('ours', ours) },
		equipment.runs,
	);
	const row = (unit: 'ms' | 'requests'): Row => ({
		scene: name,
		routes,
		cpu,
		latency,
		unit,
		figures: { core: measured.core[unit]!, ours: measured.ours[unit]! },
	});
	return [row('ms'), row('requests')];
}

function visitColdPage(
	{ server, tabs }: Equipment,
	client: 'core' | 'ours',
	moment: Moment,
	root: string,
	cpu: number,
): Promise<Measured> {
	const read = `
		function read() {
			var post = new wp.api.models.Post( { id: 1 } );
			post.fetch( { success: function () { bench.done( performance.now() - bench.start ); } } );
		}
		bench.first = new Promise( function ( resolve, reject ) {
			bench.done = resolve;
			setTimeout( reject, 60000, new Error( 'The first post did not come within a minute.' ) );
		} );
		${moment === 'at once' ? 'read();' : 'wp.api.loadPromise.done( read );'}`;
	const settings = { root, nonce: 'N', versionString: 'wp/v2/' };
	const html = writePage({ client, settings, compiled: false, after: read });
	return tabs.use(cpu, async (tab) => {
		const before = server.apiRequests();
		await tab.goto(server.page(html));
		const ms = await tab.evaluate<number>('bench.first');
		return { ms, requests: server.apiRequests() - before };
	});
}
