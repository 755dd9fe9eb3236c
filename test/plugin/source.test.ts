// @vitest-environment node
/** The source of the plugin keeps to WordPress's rules as far as a program can tell, and PHP 7.2 understands it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Engine } from 'php-parser';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = readdirSync(join(root, 'plugin'), { recursive: true, encoding: 'utf8' }).map(
	(path) => `plugin/${path.replaceAll('\\', '/')}`,
);
const phpFiles = files.filter((path) => path.endsWith('.php'));
const scripts = files.filter((path) => path.endsWith('.js'));
const { version } = JSON.parse(read('package.json')) as { version: string };

describe.each(phpFiles)('%s', (path) => {
	const text = read(path);

	it('has no syntax that PHP 7.2 does not know', () => {
		expect(newerSyntax(text)).toEqual([]);
	});

	it('does nothing when a browser asks for it directly', () => {
		const [first] = /^[^/*\s?<][^\n]*$/gm.exec(text.replace(/^namespace .*$/m, '')) ?? [];
		expect(first).toBe("defined( 'ABSPATH' ) || exit;");
	});

	it('has its functions and constants in the namespace of the plugin', () => {
		expect(text).toMatch(/^namespace Backbone_WP_API;$/m);
	});

	it('indents with tabs, and is no longer than 200 lines', () => {
		expect(text.split('\n').filter((line) => /^ +[^ *]|\s+$/.test(line))).toEqual([]);
		expect(text.split('\n').length).toBeLessThan(200);
	});

	it('escapes what it prints', () => {
		const printed = [...text.matchAll(/\becho\b\s*(\w+)/g)].map(([, name]) => name);
		expect(printed.filter((name) => !/^esc_(html|attr|url)(__)?$/.test(name!))).toEqual([]);
	});
});

it.each([...phpFiles, ...scripts])('%s translates with the text domain of the plugin', (path) => {
	const calls = [...read(path).matchAll(/\b(?:esc_(?:html|attr)_)?_?_[ne]?\(\s*'[^;]*?\)/g)].map(
		([call]) => call,
	);
	expect(calls.filter((call) => !call.includes("'backbone-wp-api'"))).toEqual([]);
});

describe('newer syntax is noticed:', () => {
	it.each([
		['an arrow function', 'fn( $x ) => $x;'],
		['a null coalescing assignment', '$a ??= 1;'],
		['a typed property', 'class A { public int $a; }'],
		['a match', '$x = match ( 1 ) { 1 => 2 };'],
		['a named argument', 'f( a: 1 );'],
		['the nullsafe operator', '$a?->b;'],
		['a comma behind the last argument', 'f( 1, );'],
		['an unpacked array', '$a = [ ...$b ];'],
		['an enumeration', 'enum A { case B; }'],
		['a union type', 'function f( int|string $a ) {}'],
		['a promoted property', 'class A { function __construct( public $a ) {} }'],
		['a type of PHP 8', 'function f(): mixed {}'],
	])('%s', (_name, code) => {
		expect(newerSyntax(`<?php ${code}`)).not.toEqual([]);
	});

	it('what PHP 7.2 knows is not taken for newer', () => {
		const code = 'function f( ?int $a = null ): void { [ $b, $c ] = [ 1, 2 ]; $d = $a ?? 1; }';
		expect(newerSyntax(`<?php ${code}`)).toEqual([]);
	});
});

describe('the facts about the plugin', () => {
	const header = read('plugin/backbone-wp-api.php');
	const readme = read('plugin/readme.txt');

	it('are the same in its header and in its readme', () => {
		for (const fact of ['Requires at least', 'Requires PHP', 'License', 'License URI']) {
			expect(factOf(fact, readme), fact).toBe(factOf(fact, header));
		}
		expect(factOf('Requires PHP', header)).toBe('7.2');
		expect(factOf('Stable tag', readme)).toBe(factOf('Version', header));
	});

	it('have their version from the package, which the changelog tells of', () => {
		expect(factOf('Version', header)).toBe('%VERSION%');
		expect(readme).toContain(`\n= ${version} =\n`);
	});

	it('name each filter in the readme', () => {
		const names = phpFiles.flatMap((path) =>
			[...read(path).matchAll(/apply_filters\( '(backbone_wp_api_\w+)'/g)].map(([, name]) => name!),
		);
		expect(names.sort()).toEqual([
			'backbone_wp_api_namespaces',
			'backbone_wp_api_preload',
			'backbone_wp_api_print_schema',
			'backbone_wp_api_settings',
		]);
		expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
	});
});

function factOf(name: string, text: string): string | undefined {
	return new RegExp(`^[ *]*${name}:\\s*(.+)$`, 'm').exec(text)?.[1];
}

/** What the parser refuses, and what it takes although PHP 7.2 does not. */
function newerSyntax(code: string): string[] {
	const engine = new Engine({ parser: { version: '7.2', suppressErrors: false } });
	try {
		return newerNodes(engine.parseCode(code, 'code.php'));
	} catch (error) {
		return [String(error)];
	}
}

interface Node {
	kind?: string;
	name?: unknown;
	flags?: number;
}

function newerNodes(node: Node): string[] {
	const { kind, name, flags } = node;
	const isNewer =
		kind === 'uniontype' ||
		kind === 'intersectiontype' ||
		(kind === 'typereference' && ['mixed', 'static', 'never'].includes(String(name))) ||
		(kind === 'parameter' && Boolean(flags));
	const children = Object.values(node).filter(
		(value) => typeof value === 'object' && value !== null,
	) as Node[];
	return [...(isNewer ? [kind] : []), ...children.flatMap(newerNodes)];
}
