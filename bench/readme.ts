/**
 * The figures in the README: what stands between its two marks is made from `results.json`, here and nowhere else.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNumber, formatRatio } from './report.ts';
import { ratioToCore, readResults, type About, type Results, type Row } from './results.ts';
import { table } from './table.ts';

const file = join(import.meta.dirname, '../README.md');
const marks = { start: '<!-- bench -->', end: '<!-- /bench -->' };

export function fillReadme(): void {
	writeFileSync(file, withFigures(readFileSync(file, 'utf8'), readResults()));
}

/** The README with the figures of these results. Throws where it has no marks. */
export function withFigures(readme: string, results: Results): string {
	const start = readme.indexOf(marks.start);
	const end = readme.indexOf(marks.end);
	if (start < 0 || end < start) {
		throw new Error(`README.md has no place for the figures: put ${marks.start} and ${marks.end} there.`);
	}
	return `${readme.slice(0, start + marks.start.length)}\n\n${figures(results)}\n\n${readme.slice(end)}`;
}

function figures({ start, work, cold }: Results): string {
	return [
		...(start ? [`${introduction(start.about, start.rows)} The start:`, startTable(start.rows)] : []),
		...(work ? ['Lists and requests, milliseconds:', workTable(work.rows)] : []),
		...(cold
			? [
					'From nothing to the first post, by the time that the server takes for an answer:',
					coldTable(cold.rows),
				]
			: []),
	].join('\n\n');
}

function introduction({ date, processor, chromium, libraries }: About, rows: Row[]): string {
	const runs = Math.max(...rows.map(({ figures: { ours } }) => ours?.runs ?? 0));
	return [
		`Measured on ${date} in Chromium ${chromium}, ${processor}, with core’s file of WordPress ${libraries['WordPress']}:`,
		`core’s → ours (ratio), in milliseconds where nothing else is said, medians of ${runs} runs.`,
		'All figures, those of a processor throttled four times too, are in `bench/results.json`.',
	].join('\n');
}

function startTable(rows: Row[]): string {
	return crossTable(rows, ({ routes }) => `${formatNumber(routes)} routes`);
}

function coldTable(rows: Row[]): string {
	return crossTable(rows, ({ latency }) => `${latency} ms`);
}

/** A line for each scene, a column for each site or latency. */
function crossTable(rows: Row[], columnOf: (row: Row) => string): string {
	const unthrottled = rows.filter(({ cpu }) => cpu === 1);
	const columns = [...new Set(unthrottled.map(columnOf))];
	const scenes = [...new Set(unthrottled.map(sceneOf))];
	return table([
		['', ...columns],
		...scenes.map((scene) => [
			scene,
			...columns.map((column) =>
				comparison(unthrottled.find((row) => sceneOf(row) === scene && columnOf(row) === column)),
			),
		]),
	]);
}

function sceneOf({ scene, unit }: Row): string {
	return unit === 'ms' || scene.endsWith(unit) ? scene : `${scene}, ${unit}`;
}

/** `9.40 → 3.10 (0.33)` */
function comparison(row: Row | undefined): string {
	if (!row) return '';
	const { core, ours } = row.figures;
	const [before, after] = [core, ours].map((summary) => (summary ? formatNumber(summary.median) : '–'));
	const ratio = row.unit === 'requests' ? undefined : ratioToCore(row);
	return `${before} → ${after}${ratio === undefined ? '' : ` (${formatRatio(ratio)})`}`;
}

function workTable(rows: Row[]): string {
	return table([
		['', 'core’s', 'ours', 'ratio', 'plain Backbone'],
		...rows
			.filter(({ cpu }) => cpu === 1)
			.map((row) => {
				const { core, ours, backbone } = row.figures;
				const [first, second, third] = [core, ours, backbone].map((summary) => formatNumber(summary!.median));
				return [`\`${row.scene}\``, first!, second!, formatRatio(ratioToCore(row)), third!];
			}),
	]);
}
