/** Patterns come in, those of WordPress, of plugins, and generated ones; their text and groups go out, and nothing is thrown. */
import { describe, expect, it } from 'vitest';
import { scan, type Part } from '../../src/schema/route-pattern.ts';

/** A group, in one word: `id` `path/` (may hold slashes) `id?` (may be left out). */
const inWords = (parts: Part[] | undefined): string[] | undefined =>
	parts?.map((part) =>
		typeof part === 'string' ? part : `<${part.name}${part.slashes ? '/' : ''}${part.optional ? '?' : ''}>`,
	);

const read: [what: string, pattern: string, parts: string[]][] = [
	['plain text', '/wp/v2/posts', ['/wp/v2/posts']],
	['nothing', '', []],
	['a group at the end', '/wp/v2/posts/(?P<id>[\\d]+)', ['/wp/v2/posts/', '<id>']],
	['a group in the middle', '/a/(?P<parent>[\\d]+)/revisions', ['/a/', '<parent>', '/revisions']],
	['two groups', '/a/(?P<x>\\d+)/b/(?P<y>\\w+)', ['/a/', '<x>', '/b/', '<y>']],
	['two groups side by side', '/a/(?P<x>\\d+)(?P<y>\\w+)', ['/a/', '<x>', '<y>']],
	['a group without P', '/a/(?<id>\\d+)', ['/a/', '<id>']],
	['nested groups', '/a/(?P<id>([^\\/:]+(?:\\/[^\\/:]+)?)[\\/\\w%-]+)', ['/a/', '<id/>']],
	['groups nested three deep', '/a/(?P<id>((a|(b))+))/c', ['/a/', '<id>', '/c']],
	['a class that holds brackets', '/a/(?P<id>[()]+)/b', ['/a/', '<id>', '/b']],
	['a class that begins with a bracket', '/a/(?P<id>[])(]+)/b', ['/a/', '<id>', '/b']],
	['a class that excludes a bracket', '/a/(?P<id>[^])(]+)/b', ['/a/', '<id>', '/b']],
	['a class that opens one within', '/a/(?P<id>[[(]+)/b', ['/a/', '<id>', '/b']],
	['escaped brackets', '/a/(?P<id>\\(\\d+\\))/b', ['/a/', '<id>', '/b']],
	['an escaped bracket in a class', '/a/(?P<id>[\\])]+)/b', ['/a/', '<id>', '/b']],
	['an escaped backslash', '/a/(?P<id>\\\\)/b', ['/a/', '<id>', '/b']],
	['escapes in the text', '/a\\.b\\-c/d', ['/a.b-c/d']],
	['a nameless group of one word', '/a/(?:b)/c', ['/a/', 'b', '/c']],
	['a nameless group of several', '/a/(b|c|d)/e', ['/a/', 'b', '/e']],
	['a nameless group around a parameter', '/a(?:/(?P<id>\\d+))/b', ['/a', '/', '<id>', '/b']],
	['an optional nameless group', '/a(?:/b)?/c', ['/a', '/c']],
	['an optional parameter', '/a/(?P<id>\\d+)?', ['/a/', '<id?>']],
	['any number of a parameter', '/a/(?P<id>\\d)*/b', ['/a/', '<id?>', '/b']],
];

describe('reads', () => {
	it.each(read)('%s: %s', (_what, pattern, parts) => {
		expect(inWords(scan(pattern))?.join('')).toBe(parts.join(''));
	});
});

describe('a slash may be in the value', () => {
	it.each([
		['(?P<x>.*)', true],
		['(?P<x>.+)', true],
		['(?P<x>[\\w/]+)', true],
		['(?P<x>[\\/\\w%-]+)', true],
		['(?P<x>[a-z]+/[a-z]+)', true],
		['(?P<x>[^/]+)', false],
		['(?P<x>[^\\/:<>\\*\\?"\\|]+)', false],
		['(?P<x>[\\d]+)', false],
		['(?P<x>[\\w.-]+)', false],
	])('%s: %s', (pattern, slashes) => {
		expect(scan(pattern)).toEqual([{ name: 'x', slashes, optional: false }]);
	});
});

it('takes the first of several alternatives, groups within them included', () => {
	expect(inWords(scan('/a/(?:b/(?P<id>\\d+|new)|c)'))?.join('')).toBe('/a/b/<id>');
});

describe('gives up where brackets do not match', () => {
	it.each([
		'/a/(',
		'/a/(?P<id>\\d+',
		'/a/[',
		'/a/[^',
		'/a/(?P<id>[\\d+)',
		'/a/((b)',
		'(?P<',
		'(?P<a>[',
		'((((',
	])('%s', (pattern) => {
		expect(scan(pattern)).toBeUndefined();
	});

	it.each([')', '/a)', '(a))', '/a)(', '(?P<x>a))/b'])('%s, without throwing', (pattern) => {
		expect(() => scan(pattern)).not.toThrow();
	});
});

it('throws at nothing that can be written with the signs of a pattern', () => {
	const pieces = [
		'(',
		')',
		'[',
		']',
		'\\',
		'?',
		'P',
		'<',
		'>',
		'^',
		'|',
		'*',
		'+',
		'/',
		'a',
		'(?P<x>',
		'(?:',
		'-',
	];
	const random = generator(20);
	for (let count = 0; count < 20_000; count++) {
		const length = Math.floor(random() * 12);
		const pattern = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]!).join('');
		const parts = scan(pattern);
		// Whatever is read can be written: text that is not empty, parameters with a name
		for (const part of parts ?? []) expect(typeof part === 'string' ? part : part.name, pattern).toMatch(/./);
	}
});

it('reads what it has written: patterns put together from parts', () => {
	const random = generator(7);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
	const bodies = ['[\\d]+', '[^()]+', '[]()]', '(?:a|(b))', '\\(x\\)', '[^\\]]+', '\\\\'];
	for (let count = 0; count < 2_000; count++) {
		const names = Array.from({ length: 1 + Math.floor(random() * 3) }, (_none, i) => `p${i}`);
		const pattern = names.map((name) => `/${pick(['a', 'b-c'])}/(?P<${name}>${pick(bodies)})`).join('');
		expect(
			scan(pattern)?.flatMap((part) => (typeof part === 'string' ? [] : part.name)),
			pattern,
		).toEqual(names);
	}
});

/** The same numbers in every run. */
function generator(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}
