import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withFigures } from '../../bench/readme.ts';
import { readResults } from '../../bench/results.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

describe('the figures in the README', () => {
	it('are those of bench/results.json', () => {
		expect(withFigures(readme, readResults())).toBe(readme);
	});

	it('replace what stood between the marks, and nothing else', () => {
		const text = 'Before.\n\n<!-- bench -->\n\nOld figures.\n\n<!-- /bench -->\n\nAfter.\n';
		const filled = withFigures(text, readResults());
		expect(filled).toMatch(/^Before\.\n\n<!-- bench -->\n\nMeasured on /);
		expect(filled).toMatch(/\|\n\n<!-- \/bench -->\n\nAfter\.\n$/);
		expect(filled).not.toContain('Old figures');
	});

	it('need their place', () => {
		expect(() => withFigures('No marks.', {})).toThrow('README.md has no place for the figures');
	});
});
