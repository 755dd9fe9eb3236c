/**
 * The README comes in; each of its examples is run as it stands, on a WordPress of its own, and none may fail.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Backbone from 'backbone';
import $ from 'jquery';
import ts from 'typescript';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Schema } from '../../src/types.ts';
import { useSite, type Site } from './site.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

const examples = [...readme.matchAll(/^```(php|js|ts)\n(.*?)^```/gms)].map(
	([, language = '', code = '']) => ({
		language,
		code,
	}),
);

const [enqueue, script, module, related, saving, lists, customType, plugin, inline] = examples.map(
	({ code }) => code,
) as [string, string, string, string, string, string, string, string, string];

let site: Site;

beforeAll(async () => {
	site = await useSite({
		version: '6.7',
		muPlugins: { 'enqueue.php': `<?php ${enqueue}`, 'inline.php': `<?php ${inline}` },
	});
	window.wpApiSettings = { root: site.root, nonce: site.nonce, versionString: 'wp/v2/' };
	await import('../../src/global.ts');
});

describe('the examples of the README', () => {
	it('are the nine that this file runs', () => {
		expect(examples.map(({ language }) => language)).toEqual([
			'php',
			'js',
			'ts',
			'js',
			'js',
			'js',
			'js',
			'js',
			'php',
		]);
	});

	it('put the script where core’s is', async () => {
		expect(await site.php("echo wp_scripts()->query( 'wp-api' )->src;")).toMatch(/\/wp-api\.min\.js$/);
	});

	it('print a schema into the page, less than half of what the server sends, that every class is built from', async () => {
		const page = (await $.get(`${site.address}/wp-admin/`)) as string;
		const [, text = ''] = /wpApiSettings\.schema = (.*)/.exec(page) ?? [];
		const sent = await (await fetch(`${site.root}wp/v2`)).text();
		expect(text.length).toBeLessThan(sent.length / 2);
		const { connect } = await import('../../src/index.ts');
		const { endpoints, loadPromise } = connect({
			root: 'http://printed.test/wp-json/',
			schema: JSON.parse(text) as Schema,
		});
		expect(loadPromise.state()).toBe('resolved');
		const [ours, theirs] = [
			endpoints.at(0).get('models'),
			window.wp!.api!.endpoints.at(0).get('models'),
		] as object[];
		const namesOf = (prototype: object): string[] => {
			const names = [];
			for (const name in prototype) names.push(name);
			return names.sort();
		};
		// By name: the well-known classes come first where the schema came later.
		const helpersOf = (models: object): object =>
			Object.fromEntries(
				Object.entries(models).map(([name, Model]: [string, { prototype: object }]) => [
					name,
					namesOf(Model.prototype),
				]),
			);
		expect(helpersOf(ours!)).toEqual(helpersOf(theirs!));
	});

	it('read, write and trash as a script', async () => {
		const said = await run(script.replace('wp.api.loadPromise.done(', 'return wp.api.loadPromise.then('), {
			wp: window.wp,
		});
		expect(said).toEqual([expect.any(String), expect.any(String), true]);
	});

	it('read, write and delete as a module', async () => {
		const { connect, isWPApiError } = await import('../../src/index.ts');
		const code = module.replace(/^import .*$/m, '').replace('https://example.com/wp-json/', site.root);
		const said = await run(code, { connect, isWPApiError, nonce: site.nonce });
		expect(said).toEqual([
			expect.any(Number),
			'Hello',
			'rest_post_invalid_id',
			expect.stringContaining('Invalid'),
		]);
	});

	it('find related items, the authors of a hundred posts by one request', async () => {
		const { result, paths } = await watched(() => run(related, { api: window.wp!.api }));
		expect(result).toEqual([
			expect.any(Number),
			expect.any(String),
			expect.any(Boolean),
			expect.any(Array),
			expect.any(Array),
			'who-we-are',
			1,
		]);
		expect(result[0]).toBeGreaterThan(20);
		expect(result[4]).not.toEqual([]);
		expect(paths.filter((path) => path.includes('/users'))).toHaveLength(1);
	});

	it('save what differs, at a moment, with terms that are made', async () => {
		const { result, bodies } = await watched(() => run(saving, { api: window.wp!.api }));
		expect(result).toEqual([
			true,
			'2026-11-20T05:00:00.000Z',
			false,
			expect.stringContaining('"Low water"'),
			2,
		]);
		expect(bodies).toEqual([
			{ title: 'Mind the step', date_gmt: '2026-11-20T05:00:00' },
			{ name: 'Low water' },
			{ tags: [expect.any(Number), expect.any(Number)] },
		]);
	});

	it('read whole lists, with progress and page by page', async () => {
		const { result, paths } = await watched(() => run(lists, { api: window.wp!.api }));
		expect(result).toEqual(['1 of 3 pages', '2 of 3 pages', '3 of 3 pages', 1, 10, 2, 10]);
		expect(paths).toHaveLength(3 + 2);
	});

	it('write a custom type and its terms', async () => {
		const said = await run(customType, { api: window.wp!.api });
		expect(said[0]).toBe('travel');
		expect(await site.php("echo wp_count_posts( 'book' )->trash;")).toBe('1');
	});

	it('read the lists of a plugin', async () => {
		const said = await run(plugin, { api: window.wp!.api });
		expect(said).toEqual([
			expect.stringContaining('library/v1/shelves/poetry/books/1/notes'),
			expect.any(Number),
		]);
		expect(said[1]).toBeGreaterThan(0);
	});
});

/** What was asked for and sent meanwhile. */
async function watched<T>(act: () => Promise<T>): Promise<{ result: T; paths: string[]; bodies: unknown[] }> {
	const ajax = vi.spyOn(Backbone, 'ajax');
	try {
		const result = await act();
		const sent = ajax.mock.calls.map(([settings]) => settings as JQuery.AjaxSettings);
		return {
			result,
			paths: sent.map(({ url }) => String(url)),
			bodies: sent
				.filter(({ type }) => type !== 'GET')
				.map(({ data }) => JSON.parse(String(data)) as unknown),
		};
	} finally {
		ajax.mockRestore();
	}
}

/** Runs an example with what the reader is told to have; what it printed. */
async function run(code: string, given: Record<string, unknown>): Promise<unknown[]> {
	const log = vi.spyOn(console, 'log').mockReturnValue();
	const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ESNext } });
	const AsyncFunction = (async () => {}).constructor as new (
		...source: string[]
	) => (...values: unknown[]) => Promise<void>;
	const example = new AsyncFunction(...Object.keys(given), outputText);
	try {
		await example(...Object.values(given));
		return log.mock.calls.flat();
	} finally {
		log.mockRestore();
	}
}
