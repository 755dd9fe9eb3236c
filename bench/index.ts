/**
 * `npm run bench -- start work cold`: compares our build with core's file in a real Chromium, prints the medians, writes them to
 * `results.json`, and fills the README from there.
 */
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { measureCold } from './cold.ts';
import { setUp, type Equipment } from './equipment.ts';
import { OptionError, readOptions, type BenchOptions, type Part } from './options.ts';
import { writePage } from './page.ts';
import { createProgress } from './progress.ts';
import { fillReadme } from './readme.ts';
import { reportPart } from './report.ts';
import { writeResults, type About, type Row } from './results.ts';
import { clients, ownVersion } from './scripts.ts';
import { measureStart } from './start.ts';
import { measureWork } from './work.ts';

/** The libraries know their versions. */
const readVersions = '( { jQuery: jQuery.fn.jquery, Underscore: _.VERSION, Backbone: Backbone.VERSION } )';

const measures: Record<Part, (equipment: Equipment) => Promise<Row[]>> = {
	start: measureStart,
	work: measureWork,
	cold: measureCold,
};

try {
	const options = readOptions(process.argv.slice(2));
	if (!options.readme) await measure(options);
	if (!options.only) fillReadme();
} catch (error) {
	console.error(error instanceof OptionError ? error.message : error);
	process.exitCode = 1;
}

async function measure({ parts, runs, only }: BenchOptions): Promise<void> {
	const progress = createProgress();
	const wants = (scene: string): boolean => scene.includes(only);
	const equipment = await setUp({ runs, wants, progress: progress.show });
	try {
		const measured: Row[] = [];
		for (const part of parts) {
			const rows = await measures[part](equipment);
			measured.push(...rows);
			progress.clear();
			console.log(reportPart(part, rows));
			if (!only) writeResults({ [part]: { about: await describe(equipment), rows } });
		}
		if (!measured.length) throw new OptionError(`No scene of ${parts.join(', ')} has “${only}” in its name.`);
	} finally {
		progress.clear();
		await equipment.close();
	}
}

async function describe({ server, tabs, scripts, sample }: Equipment): Promise<About> {
	const [processor] = cpus();
	const versions = await tabs.use(1, async (tab) => {
		await tab.goto(server.page(writePage({ settings: {}, compiled: true })));
		return tab.evaluate<Record<string, string>>(readVersions);
	});
	return {
		date: new Date().toISOString().slice(0, 10),
		machine: `${platform()} ${release()}, ${arch()}, ${Math.round(totalmem() / 2 ** 30)} GB`,
		processor: `${cpus().length} × ${processor?.model.trim()}`,
		node: process.version,
		chromium: tabs.context.browser()!.version(),
		libraries: { 'backbone-wp-api': ownVersion(), WordPress: sample.wordpress, ...versions },
		bytes: {
			core: Buffer.byteLength(scripts[clients.core]!),
			ours: Buffer.byteLength(scripts[clients.ours]!),
		},
	};
}
