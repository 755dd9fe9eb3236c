// @vitest-environment node
/**
 * Compares `docs/differences-from-core.md` with the tests: each defect stands there once, and each test that it names exists.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const DEFECTS = 86;

/** These rows need no test of their own number: core's file has dead code there. */
const WITHOUT_NUMBER = [86];

const root = new URL('../', import.meta.url);
const page = readFileSync(new URL('docs/differences-from-core.md', root), 'utf8');
const lines = page.split('\n');

/** `| 36 | what core does | what the client does | tests |` */
const rows = lines.flatMap((line) => {
	const [, number, core, client, tests] = /^\| (\d+) \| (.*) \| (.*) \| (.*) \|$/.exec(line) ?? [];
	return number ? [{ number: Number(number), core, client, tests: testsIn(tests!) }] : [];
});

/** The rows of the table at the end, which have no number. */
const kept = lines.slice(lines.indexOf('## Behaviours that are kept')).filter((line) => line.includes('“'));

describe('docs/differences-from-core.md', () => {
	it('has each defect once, in order', () => {
		expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: DEFECTS }, (_, i) => i + 1));
	});

	it('says of each defect what both files do', () => {
		expect(rows.filter(({ core, client }) => !core || !client)).toEqual([]);
	});

	it.each(rows)('row $number names tests of that row', ({ number, tests }) => {
		expect(tests).not.toEqual([]);
		expect(tests.filter((test) => !exists(test))).toEqual([]);
		if (!WITHOUT_NUMBER.includes(number))
			expect(tests.filter(({ title }) => !numbersIn(title).includes(number))).toEqual([]);
	});

	it.each(kept)('names tests of what is kept: %s', (line) => {
		const tests = testsIn(line);
		expect(tests).not.toEqual([]);
		expect(tests.filter((test) => !exists(test))).toEqual([]);
	});

	it('has each row that a title cites', () => {
		const files = readdirSync(new URL('test/', root), { recursive: true, encoding: 'utf8' });
		const cited = files
			.filter((file) => file.endsWith('.test.ts'))
			.flatMap((file) => titleStarts(`test/${file}`).flatMap(numbersIn));
		expect(cited.length).toBeGreaterThan(DEFECTS);
		expect(cited.filter((number) => number < 1 || number > DEFECTS)).toEqual([]);
	});
});

interface NamedTest {
	file: string;
	title: string;
}

/** `` [`test/a.test.ts`](../test/a.test.ts) “the start of a title” ``, any number of times. */
function testsIn(cell: string): NamedTest[] {
	return [...cell.matchAll(/\[`([^`]+)`\]\(\.\.\/([^)]+)\) “([^”]+)”/g)].map(([, name, link, title]) => ({
		file: name === link ? link! : `${name} is linked to ${link}`,
		title: title!,
	}));
}

function exists({ file, title }: NamedTest): boolean {
	return existsSync(new URL(file, root)) && titleStarts(file).some((text) => text.startsWith(title));
}

/** All texts of a file: a title is one of them, or it is a template that begins with one. */
function titleStarts(file: string): string[] {
	const texts: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) texts.push(node.text);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, readFileSync(new URL(file, root), 'utf8'), ts.ScriptTarget.Latest));
	return texts;
}

/** `row 4: …`, `rows 82 and 84: …`, `rows 5 to 7: …` */
function numbersIn(title: string): number[] {
	const [, first, word, last] = /^rows? (\d+)(?: (and|to) (\d+))?: /.exec(title) ?? [];
	if (!first) return [];
	if (word !== 'to') return [first, last].filter(Boolean).map(Number);
	return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => Number(first) + i);
}
