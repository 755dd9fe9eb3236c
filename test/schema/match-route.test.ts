/** Patterns of routes and paths come in, those of WordPress and hostile ones; the values of the parameters go out. */
import { describe, expect, it } from 'vitest';
import { matchPattern } from '../../src/schema/match-route.ts';
import { scan } from '../../src/schema/route-pattern.ts';

const TEMPLATE = '([^\\/:<>\\*\\?"\\|]+(?:\\/[^\\/:<>\\*\\?"\\|]+)?)[\\/\\w%-]+';

describe('a parameter takes the characters of its classes', () => {
	it.each<[pattern: string, path: string, values: object | undefined]>([
		['/a/(?P<id>[\\d]+)', '/a/17', { id: '17' }],
		['/a/(?P<id>\\d+)', '/a/x', undefined],
		['/a/(?P<id>\\d+)', '/a/', undefined],
		['/a/(?P<slug>[\\w-]+)', '/a/b-c_2', { slug: 'b-c_2' }],
		['/a/(?P<slug>[\\w-]+)', '/a/b/c', undefined],
		['/a/(?P<slug>[A-Z]+)', '/A/bc', { slug: 'bc' }],
		['/a/(?P<slug>[^.\\/]+)', '/a/b.c', undefined],
		['/a/(?P<x>[])(]+)', '/a/](', { x: '](' }],
		['/a/(?P<x>[^])(]+)', '/a/b]', undefined],
		['/a/(?P<x>.+)', '/a/b/c?d', { x: 'b/c?d' }],
		['/a/(?P<x>\\w[\\w\\s\\-]*)', '/a/b c-d', { x: 'b c-d' }],
		['/a/(?P<x>\\w[\\w\\s\\-]*)', '/a/ b', undefined],
		['/a/(?P<x>[a-z]+/[a-z]+)', '/a/b/c', { x: 'b/c' }],
		['/a/(?P<x>[a-z]+/[a-z]+)', '/a/b', undefined],
		['/a/(?P<x>v\\d\\.\\d)', '/a/v1.2', { x: 'v1.2' }],
		['/a/(?P<x>v\\d\\.\\d)', '/a/v1x2', undefined],
		['/a/(?P<x>colou?r)', '/a/color', { x: 'color' }],
		['/a/(?P<x>[\\w-]{32})', '/a/abc', { x: 'abc' }],
		['/a/(?P<x>\\d+?)(?P<y>\\d++)', '/a/12', { x: '1', y: '2' }],
	])('%s: %s', (pattern, path, values) => {
		expect(matchPattern(pattern, path)).toEqual(values);
	});
});

describe('a parameter with groups of its own takes any value, with slashes where it allows them', () => {
	it.each<[pattern: string, path: string, values: object | undefined]>([
		[`/t/(?P<id>${TEMPLATE})`, '/t/theme//home', { id: 'theme//home' }],
		[`/t/(?P<parent>${TEMPLATE})/revisions`, '/t/theme//home/revisions', { parent: 'theme//home' }],
		[
			`/t/(?P<parent>${TEMPLATE})/revisions/(?P<id>[\\d]+)`,
			'/t/theme//home/revisions/7',
			{ parent: 'theme//home', id: '7' },
		],
		[`/t/(?P<parent>${TEMPLATE})/revisions/(?P<id>[\\d]+)`, '/t/theme//home/revisions/x', undefined],
		['/a/(?P<x>([\\w-]+)*)', '/a/b-c', { x: 'b-c' }],
		['/a/(?P<x>([\\w-]+)*)', '/a/b/c', undefined],
	])('%s: %s', (pattern, path, values) => {
		expect(matchPattern(pattern, path)).toEqual(values);
	});
});

describe('of several ways to match, PHP’s is taken', () => {
	it.each<[pattern: string, path: string, values: object | undefined]>([
		['/a/(?P<x>.+)/(?P<y>.+)', '/a/b/c/d', { x: 'b/c', y: 'd' }],
		['/a/(?P<x>\\d+)(?P<y>\\w+)', '/a/12b', { x: '12', y: 'b' }],
		['/a/(?P<x>\\d+)(?P<y>\\w+)', '/a/12', { x: '1', y: '2' }],
		['/a/(?P<x>b|bc)(?P<y>.*)', '/a/bcd', { x: 'b', y: 'cd' }],
	])('%s: %s', (pattern, path, values) => {
		expect(matchPattern(pattern, path)).toEqual(values);
	});
});

describe('alternatives', () => {
	it.each<[pattern: string, path: string, values: object | undefined]>([
		['/a/(?P<kind>posts|pages)', '/a/pages', { kind: 'pages' }],
		['/a/(?P<kind>posts|pages)', '/a/tags', undefined],
		['/a/(?P<id>(?:[\\d]+|me))/b', '/a/me/b', { id: 'me' }],
		['/a/(?P<id>(?:[\\d]+|me))/b', '/a/you/b', undefined],
		// A class writes the first of these, so it cannot ask for the others.
		['/a/(?:b|c)/(?P<id>\\d+)', '/a/b/7', { id: '7' }],
		['/a/(?:b|c)/(?P<id>\\d+)', '/a/c/7', undefined],
	])('%s: %s', (pattern, path, values) => {
		expect(matchPattern(pattern, path)).toEqual(values);
	});
});

describe('what is optional may be left out', () => {
	it.each<[pattern: string, path: string, values: object | undefined]>([
		['/a(?:/(?P<id>\\d+))?', '/a', { id: undefined }],
		['/a(?:/(?P<id>\\d+))?', '/a/7', { id: '7' }],
		['/a(?:/(?P<id>\\d+))?', '/a/', undefined],
		['/a/(?P<id>\\d+)?', '/a/', { id: undefined }],
		['/a/(?P<id>\\d+)?/b', '/a/7/b', { id: '7' }],
		// A class never writes this group.
		['/a(?:/b)?', '/a', {}],
		['/a(?:/b)?', '/a/b', undefined],
	])('%s: %s', (pattern, path, values) => {
		expect(matchPattern(pattern, path)).toEqual(values);
	});
});

it.each([
	['brackets that do not match', '/a/(?P<id>', '/a/7'],
	['a name that comes twice', '/a/(?P<a>\\d+)/(?P<a>\\d+)', '/a/1/2'],
	['nothing', '', '/a'],
])('a pattern with %s matches nothing', (_what, pattern, path) => {
	expect(matchPattern(pattern, path)).toBeUndefined();
});

it('values may be called __proto__', () => {
	const values = matchPattern('/a/(?P<__proto__>\\d+)', '/a/7')!;
	expect(Object.entries(values)).toEqual([['__proto__', '7']]);
	expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
});

/** Most of these take minutes where the expression is run, or where each bracket starts the reading anew. */
describe('hostile patterns are read and matched in no time', () => {
	const nested = (count: number, body = 'a'): string => '('.repeat(count) + body + ')'.repeat(count);
	const word = `${'a'.repeat(20_000)}!`;

	it.each<[what: string, pattern: string, path: string, values: object | undefined]>([
		['([\\w-]+)*', '/a/(?P<x>([\\w-]+)*)/b', `/a/${word}`, undefined],
		['(a+)+$', '/a/(?P<x>(a+)+$)/b', `/a/${word}`, undefined],
		['(.*)*', '/a/(?P<x>(.*)*)/b', `/a/${word}`, undefined],
		['(.*)(.*)(.*) …', `/a/${named(100, '.*')}b`, `/a/${word}`, undefined],
		[
			'(a?)(a?)(a?) … a a a …',
			`/a/${named(200, 'a?')}${'a'.repeat(200)}`,
			`/a/${'a'.repeat(199)}`,
			undefined,
		],
		['50 kB of nested brackets', `/a/${nested(25_000)}`, '/a/a', {}],
		['50 kB of nested brackets in a parameter', `/a/(?P<x>${nested(25_000)})`, '/a/a', { x: 'a' }],
		['50 kB of brackets that do not match', `/a/${'('.repeat(50_000)}`, '/a/a', undefined],
		['50 kB of classes that do not end', `/a/${'['.repeat(50_000)}`, '/a/a', undefined],
		['50 kB of one class', `/a/(?P<x>[${'(['.repeat(25_000)}]+)`, '/a/([', { x: '([' }],
		['50 kB of backslashes', `/a/${'\\'.repeat(50_000)}`, '/a/a', undefined],
		['parameters in optional groups, nested', nestedOptions(4_000), '/a', {}],
		['10,000 alternatives', `/a/(?P<x>${words(10_000)})`, '/a/w9999', { x: 'w9999' }],
		['10,000 alternatives of a nameless group', `/a/(?:${words(10_000)})`, '/a/w0', {}],
		['5,000 parameters', `/a/${named(5_000, '.')}`, '/a/b', undefined],
	])('%s', (_what, pattern, path, values) => {
		expect(matchPattern(pattern, path)).toEqual(values);
		expect(() => scan(pattern)).not.toThrow();
	});

	function named(count: number, body: string): string {
		return Array.from({ length: count }, (_none, i) => `(?P<p${i}>${body})`).join('');
	}

	function words(count: number): string {
		return Array.from({ length: count }, (_none, i) => `w${i}`).join('|');
	}

	function nestedOptions(count: number): string {
		const open = Array.from({ length: count }, (_none, i) => `(?:/(?P<p${i}>b)`).join('');
		return `/a${open}${')?'.repeat(count)}`;
	}
});
