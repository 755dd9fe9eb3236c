// @vitest-environment node
/**
 * The files of `src` come in; whether they keep to the design goes out: imports that are there at run time point one way, and never in a
 * circle, while types may be looked up anywhere; a file opens with a sentence, is short, and leaves the page to `script.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** From the bottom up. At run time a file needs its own row and the rows above it; a new file gets its place here. */
const order: string[][] = [
	['types', 'errors', 'promises', 'lazy'],
	['schema/*'],
	['seams'],
	['request/*', 'request/middleware/*'],
	['classes/*'],
	['relations/*'],
	['parts/*'],
	['resources/*'],
	['resources'],
	['site'],
	['api'],
	['compat'],
	['index', 'script'],
];

/** The names of the page, and the only file that may say them. */
const pageNames = ['wp', 'wpApiSettings'];
const pageFile = 'script';

const longest = 200;

/** A file's name without `.ts`, relative to `src`, such as `request/url`, and its text. */
type Sources = Map<string, string>;

const sources = readSources(new URL('../src/', import.meta.url));

describe('src', () => {
	it('has files', () => {
		expect([...sources.keys()]).toContain('index');
	});

	it('has a place in the order for every file', () => {
		expect(filesWithoutPlace(sources)).toEqual([]);
	});

	it('imports downwards only', () => {
		expect(upwardImports(sources)).toEqual([]);
	});

	it('imports in no circle', () => {
		expect(circles(sources)).toEqual([]);
	});

	it('imports files that are there, by their full name, and the three peers', () => {
		expect(strangeImports(sources)).toEqual([]);
	});

	it('opens every file with a comment of prose', () => {
		expect(withoutOpening(sources)).toEqual([]);
	});

	it(`has no file longer than ${longest} lines`, () => {
		expect(tooLong(sources)).toEqual([]);
	});

	it(`names the page in ${pageFile}.ts only`, () => {
		expect(namingThePage(sources)).toEqual([]);
	});
});

describe('these checks notice', () => {
	const prose = '/** A route comes in; a URL goes out. */\n';

	it.each([
		['a file nobody placed', filesWithoutPlace, { stray: '' }],
		['an import upwards', upwardImports, { 'schema/routes': "import { a } from '../api.ts';" }],
		[
			'a class among types that are imported upwards',
			upwardImports,
			{ errors: "import { type A, b } from './site.ts';" },
		],
		['an import for its effects', upwardImports, { errors: "import './site.ts';" }],
		['a re-export upwards', upwardImports, { 'request/url': "export * from '../classes/model.ts';" }],
		['an import while running', upwardImports, { errors: "await import('./site.ts');" }],
		[
			'a circle inside one row',
			circles,
			{ routes: "import './names.ts';", names: "import './settings.ts';", settings: "import './routes.ts';" },
		],
		['a file that imports itself', circles, { routes: "import './routes.ts';" }],
		['a fourth package', strangeImports, { model: "import x from 'lodash';" }],
		['a file that is not there', strangeImports, { model: "import x from './gone.ts';" }],
		['an import without its ending', strangeImports, { model: "import x from './routes';", routes: '' }],
		['no opening', withoutOpening, { routes: "import './names.ts';\n" + prose }],
		['a label for an opening', withoutOpening, { routes: '// Routes.\n' }],
		[
			'a directive for an opening',
			withoutOpening,
			{ routes: '/* eslint-disable no-console, no-var, eqeqeq. */' },
		],
		['a long file', tooLong, { routes: prose.repeat(longest + 1) }],
		['window.wp', namingThePage, { api: 'window.wp.api = 1;' }],
		['wp by another way', namingThePage, { api: "( page as any )[ 'wp' ] = 1;" }],
		['the settings of the page', namingThePage, { settings: 'const a = wpApiSettings.root;' }],
	] as [string, (files: Sources) => string[], Record<string, string>][])('%s', (_what, check, files) => {
		expect(check(new Map(Object.entries(files)))).not.toEqual([]);
	});

	it('nothing in a small tree that keeps to the design', () => {
		const tree: Sources = new Map([
			[
				'types',
				prose +
					"import type { B } from './api.ts';\nexport interface A { wpa: 1; c: import('./site.ts').C }\n",
			],
			['errors', prose + "import { type B } from './api.ts';\nexport type { C } from './site.ts';\n"],
			['api', prose],
			['site', prose],
			['request/url', prose + "import type { A } from '../types.ts';\n// window.wp is spoken of here only\n"],
			[
				'classes/model',
				prose + "import Backbone from 'backbone';\nimport { url } from '../request/url.ts';\n",
			],
			['script', prose + "import { model } from './classes/model.ts';\nwindow.wp = model;\n"],
		]);
		const checks = [
			filesWithoutPlace,
			upwardImports,
			circles,
			strangeImports,
			withoutOpening,
			tooLong,
			namingThePage,
		];
		expect(checks.flatMap((check) => check(tree))).toEqual([]);
	});
});

function readSources(folder: URL): Sources {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => path.endsWith('.ts'))
		.sort();
	return new Map(
		files.map((path) => [path.slice(0, -'.ts'.length), readFileSync(new URL(path, folder), 'utf8')]),
	);
}

function filesWithoutPlace(files: Sources): string[] {
	return [...files.keys()]
		.filter((file) => place(file) === -1)
		.map((file) => `${file}.ts has no row in the table of test/structure.test.ts`);
}

function upwardImports(files: Sources): string[] {
	return edges(files)
		.filter(({ from, to }) => place(to) > place(from))
		.map(({ from, to }) => `${from}.ts imports ${to}.ts, which stands above it`);
}

function circles(files: Sources): string[] {
	const importsOf = new Map<string, string[]>();
	for (const { from, to } of edges(files)) {
		importsOf.set(from, [...(importsOf.get(from) ?? []), to]);
	}
	const found = new Set<string>();
	const done = new Set<string>();
	const walk = (file: string, path: string[]): void => {
		if (path.includes(file)) {
			found.add([...path.slice(path.indexOf(file)), file].join(' -> '));
		} else if (!done.has(file)) {
			(importsOf.get(file) ?? []).forEach((next) => walk(next, [...path, file]));
			done.add(file);
		}
	};
	[...importsOf.keys()].forEach((file) => walk(file, []));
	return [...found];
}

function strangeImports(files: Sources): string[] {
	const peers = ['backbone', 'underscore', 'jquery'];
	return [...files].flatMap(([from, text]) =>
		specifiers(from, text)
			.map(({ specifier }) => specifier)
			.filter((specifier) =>
				specifier.startsWith('.') ? !files.has(target(from, specifier) ?? '') : !peers.includes(specifier),
			)
			.map((specifier) => `${from}.ts imports ${specifier}`),
	);
}

function withoutOpening(files: Sources): string[] {
	return [...files].filter(([, text]) => !isProse(openingComment(text))).map(([file]) => `${file}.ts`);
}

function tooLong(files: Sources): string[] {
	return [...files]
		.map(([file, text]) => ({ file, lines: text.trimEnd().split('\n').length }))
		.filter(({ lines }) => lines > longest)
		.map(({ file, lines }) => `${file}.ts has ${lines} lines`);
}

function namingThePage(files: Sources): string[] {
	return [...files]
		.filter(([file]) => file !== pageFile)
		.flatMap(([file, text]) =>
			nodes(parse(file, text))
				.filter((node) => ts.isIdentifier(node) || ts.isStringLiteralLike(node))
				.filter(({ text: name }) => pageNames.includes(name))
				.map(({ text: name }) => `${file}.ts names ${name}`),
		);
}

/** The row of a file, or -1. */
function place(file: string): number {
	const names = [file, posix.join(posix.dirname(file), '*')];
	return order.findIndex((row) => row.some((name) => names.includes(name)));
}

/** Imports that are there at run time. */
function edges(files: Sources): { from: string; to: string }[] {
	return [...files].flatMap(([from, text]) =>
		specifiers(from, text).flatMap(({ specifier, isType }) => {
			const to = isType ? undefined : target(from, specifier);
			return to === undefined ? [] : [{ from, to }];
		}),
	);
}

/** `../errors.ts` in `request/url` is `errors`; a package, or a name without `.ts`, is nothing of ours. */
function target(from: string, specifier: string): string | undefined {
	return specifier.startsWith('.') && specifier.endsWith('.ts')
		? posix.join(posix.dirname(from), specifier.slice(0, -'.ts'.length))
		: undefined;
}

/** Whatever a file imports, in each of the five ways there are: import, export from, import(), its type, import = require. */
function specifiers(file: string, text: string): { specifier: string; isType: boolean }[] {
	return nodes(parse(file, text)).flatMap((node) => {
		const specifier =
			ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
				? node.moduleSpecifier
				: ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
					? node.argument.literal
					: ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
						? node.arguments[0]
						: ts.isExternalModuleReference(node)
							? node.expression
							: undefined;
		return specifier && ts.isStringLiteralLike(specifier)
			? [{ specifier: specifier.text, isType: isTypeOnly(node) }]
			: [];
	});
}

/** Whether nothing of it is left when the types are taken out. */
function isTypeOnly(node: ts.Node): boolean {
	if (ts.isImportTypeNode(node)) return true;
	if (ts.isImportDeclaration(node)) {
		const { phaseModifier, name, namedBindings } = node.importClause ?? {};
		return phaseModifier === ts.SyntaxKind.TypeKeyword || (!name && isTypeList(namedBindings));
	}
	return ts.isExportDeclaration(node) && (node.isTypeOnly || isTypeList(node.exportClause));
}

/** `{ type A, type B }` */
function isTypeList(names?: ts.NamedImportBindings | ts.NamedExportBindings): boolean {
	return (
		!!names &&
		(ts.isNamedImports(names) || ts.isNamedExports(names)) &&
		names.elements.every((element) => element.isTypeOnly)
	);
}

function parse(file: string, text: string): ts.SourceFile {
	return ts.createSourceFile(`${file}.ts`, text, ts.ScriptTarget.Latest, true);
}

function nodes(root: ts.Node): ts.Node[] {
	const children: ts.Node[] = [];
	ts.forEachChild(root, (child) => void children.push(child));
	return [root, ...children.flatMap(nodes)];
}

/** The words of the comment a file begins with, without its stars and slashes; empty if it begins with anything else. */
function openingComment(text: string): string {
	const comment = /^(?:\/\*[\s\S]*?\*\/|(?:\/\/.*\n?)+)/.exec(text)?.[0] ?? '';
	return comment
		.replace(/^\/\*+|\*\/$/g, '')
		.replace(/^\s*(?:\*|\/\/)/gm, '')
		.trim();
}

/** A sentence: a few words with a full stop, and not an order to a tool. */
function isProse(words: string): boolean {
	return (
		words.split(/\s+/).length >= 5 && /[.:]/.test(words) && !/^(?:eslint|@|prettier|global\b)/.test(words)
	);
}
