/**
 * The tables that the bench prints: medians, half of all runs in brackets, and ratios.
 */
import type { Part } from './options.ts';
import { ratioToCore, type Row } from './results.ts';
import type { Summary } from './statistics.ts';
import { table } from './table.ts';

export function reportPart(part: Part, rows: Row[]): string {
	return [1, 4]
		.map((cpu) => ({ cpu, own: rows.filter((row) => row.cpu === cpu) }))
		.filter(({ own }) => own.length)
		.map(({ cpu, own }) => `\n${part}, ${processor(cpu)}\n\n${tableOf(own)}`)
		.join('\n');
}

function tableOf(rows: Row[]): string {
	const withBackbone = rows.some(({ figures }) => figures.backbone);
	const head = ['scene', 'routes', 'latency', 'core', 'ours', 'ours ÷ core'];
	return table([
		withBackbone ? [...head, 'Backbone', 'ours ÷ Backbone'] : head,
		...rows.map((row) => {
			const { figures, scene, routes, latency } = row;
			const cells = [
				scene,
				String(routes),
				String(latency),
				cell(figures.core),
				cell(figures.ours),
				formatRatio(ratioToCore(row)),
			];
			const toBackbone = ratioToCore({ ...row, figures: { ...figures, core: figures.backbone ?? null } });
			return withBackbone ? [...cells, cell(figures.backbone), formatRatio(toBackbone)] : cells;
		}),
	]);
}

export function processor(cpu: number): string {
	return cpu === 1 ? 'the processor as it is' : `the processor throttled ${cpu} times`;
}

export function formatRatio(ratio: number | undefined): string {
	return ratio === undefined ? '–' : ratio.toFixed(2);
}

/** `7.42 (6.90–8.13)`, or that there is nothing to measure. */
function cell(summary: Summary | null | undefined): string {
	if (!summary) return 'not available';
	const { median, quartile1, quartile3 } = summary;
	if (quartile1 === quartile3) return formatNumber(median);
	return `${formatNumber(median)} (${formatNumber(quartile1)}–${formatNumber(quartile3)})`;
}

/** Three digits where there are decimals at all: `0.31`, `7.42`, `29.2`, `154`, `64,123`. */
export function formatNumber(value: number): string {
	const decimals = Number.isInteger(value) || value >= 100 ? 0 : value >= 10 ? 1 : 2;
	return value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
