import { describe, expect, it } from 'vitest';
import { formatNumber, reportPart } from '../../bench/report.ts';
import type { Row } from '../../bench/results.ts';
import { summarize } from '../../bench/statistics.ts';

const row: Row = {
	scene: 'returning visitor',
	routes: 118,
	cpu: 4,
	latency: 0,
	unit: 'ms',
	figures: { core: summarize([8, 10, 12]), ours: summarize([2, 2.5, 4]) },
};

describe('the report of the bench', () => {
	it.each([
		[0.314, '0.31'],
		[7.416, '7.42'],
		[29.23, '29.2'],
		[154.4, '154'],
		[2, '2'],
		[64123, '64,123'],
	])('writes %d as %s', (value, text) => {
		expect(formatNumber(value)).toBe(text);
	});

	it('shows medians, half of the runs, and how ours compares', () => {
		expect(reportPart('start', [row]).split('\n').slice(1)).toEqual([
			'start, the processor throttled 4 times',
			'',
			'| scene             | routes | latency |      core |             ours | ours ÷ core |',
			'| ----------------- | -----: | ------: | --------: | ---------------: | ----------: |',
			'| returning visitor |    118 |       0 | 10 (9–11) | 2.50 (2.25–3.25) |        0.25 |',
		]);
	});

	it('says where a library cannot do something', () => {
		const report = reportPart('start', [{ ...row, figures: { ...row.figures, ours: null } }]);
		expect(report).toContain('| 10 (9–11) | not available |           – |');
	});
});
