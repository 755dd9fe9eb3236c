import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Pair } from './fuzz.ts';
import { purposes } from './purposes.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const pair = new Pair();

describe.each(purposes)('a difference on purpose: $name', (purpose) => {
	const sequence = { seed: purpose.seed ?? 1, faults: purpose.seed ? 1 : 0, lines: purpose.example };

	it('is what its rule says, and nothing without the rule', async () => {
		const others = purposes.filter((other) => other !== purpose);
		expect(await pair.compare(sequence)).toBeUndefined();
		expect(await pair.compare(sequence, others)).toBeDefined();
	});

	it('stands in the README', () => {
		expect(readme).toMatch(`| ${purpose.name} `);
	});
});
