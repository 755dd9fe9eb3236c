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
import type { WPApiErrorCode } from '../../src/index.ts';
import type { Preload, SettingsInput } from '../../src/schema/settings.ts';
import { logOut, useSite, type Site, type SiteWish } from './site.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

/** In order: the heading it stands below, its language, the code. */
const examples: { section: string; code: string }[] = [];
let section = '';
for (const [, heading, language, code = ''] of readme.matchAll(/^##+ ([^\n]*)$|^```(\w+)\n(.*?)^```/gms))
	if (heading) section = heading;
	else if (language !== 'sh') examples.push({ section, code });
const { length: many } = examples;

/** The next one below a heading. */
function take(heading: string): string {
	const place = examples.findIndex((example) => example.section === heading);
	const [found] = examples.splice(place, 1);
	return found!.code;
}

const enqueue = take('As a script tag');
const script = take('As a script tag');
const module = take('As a module');
const related = take('Related items');
const saving = take('Saving');
const lists = take('Whole lists');
const uploading = take('Uploads');
const batching = take('Batches');
const customType = take('Custom post types');
const plugin = take('Custom post types');
const inline = take('Without a request for the schema');
const preloading = take('Without a request for the schema');
const preloaded = take('Without a request for the schema');
const otherWays = take('Other ways in');
const rough = take('When the web is rough');
const parts = take('Parts');

/** As a plugin for tokens has it. */
const tokens = `<?php add_filter( 'determine_current_user', function ( $user ) {
	return 'Bearer salt-and-rye' === ( $_SERVER['HTTP_AUTHORIZATION'] ?? '' ) ? 1 : $user;
} );`;

const wish: SiteWish = {
	version: '6.7',
	muPlugins: {
		'enqueue.php': `<?php ${enqueue}`,
		'inline.php': `<?php ${inline}`,
		'preload.php': `<?php ${preloading}`,
		'tokens.php': tokens,
	},
};
let site: Site;

beforeAll(async () => {
	site = await useSite(wish);
	window.wpApiSettings = { root: site.root, nonce: site.nonce, versionString: 'wp/v2/' };
	await import('../../src/script.ts');
});

describe('the examples of the README', () => {
	it('are those that this file runs, and no others', () => {
		expect([many, examples]).toEqual([16, []]);
	});

	it('put the script where core’s is', async () => {
		expect(await site.php("echo wp_scripts()->query( 'wp-api' )->src;")).toMatch(/\/wp-api\.min\.js$/);
	});

	it('print a schema into the page, less than half of what the server sends, that every class is built from', async () => {
		const page = (await $.get(`${site.address}/wp-admin/`)) as string;
		const [, text = ''] = /wpApiSettings\.schema = (.*)/.exec(page) ?? [];
		const sent = await (await fetch(`${site.root}wp/v2`)).text();
		expect(text.length).toBeLessThan(sent.length / 2);
		const { connect, upload } = await import('../../src/index.ts');
		const schema = JSON.parse(text) as Schema;
		const { endpoints, loadPromise } = connect({ root: 'http://printed.test/wp-json/', schema }, [upload]);
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

	it('upload a file that somebody has chosen', async () => {
		const files = [new File(['Salt and rye'], 'rye.txt', { type: 'text/plain' })];
		const document = { querySelector: () => ({ files }) };
		const said = await run(uploading, { api: window.wp!.api, document });
		expect(said.at(-3)).toMatch(/^(\d+) of \1 bytes$/);
		expect(said.slice(-2)).toEqual([expect.any(Number), expect.stringMatching(/rye(-\d+)?\.txt$/)]);
		await site.php(`wp_delete_attachment( ${String(said.at(-2))}, true );`);
	});

	it('save and delete by one request each', async () => {
		const { result, paths } = await watched(() => run(batching, { api: window.wp!.api }));
		expect(result).toEqual([['resolved', 'resolved', 'rejected'], 'term_exists']);
		expect(paths).toEqual(Array(2).fill(`${site.root}batch/v1`));
		expect(await site.php("echo (int) (bool) get_term_by( 'name', 'Rope', 'post_tag' );")).toBe('0');
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

	it('print answers into the page, which are the first ones', async () => {
		const page = (await $.get(`${site.address}/wp-admin/`)) as string;
		const [, text = ''] = /wpApiSettings\.preload = (.*)/.exec(page) ?? [];
		const { connect, preload } = await import('../../src/index.ts');
		const { root, nonce } = site;
		const api = connect({ root, nonce, preload: JSON.parse(text) as Preload }, [preload]);
		await api.loadPromise;
		const once = await watched(() => run(preloaded, { wp: { api } }));
		expect(once).toMatchObject({ result: [5, true], paths: [] });
		const twice = await watched(() => run(preloaded, { wp: { api } }));
		expect(twice).toMatchObject({ result: [5, true], paths: [`${root}wp/v2/posts`] });
	});

	it('come in by application password and by token, as a visitor of the page', async () => {
		const { connect } = await import('../../src/index.ts');
		const { name: user, applicationPassword } = site.user;
		const freshToken = vi.fn(() => Promise.resolve('salt-and-rye'));
		const given = { connect, root: site.root, user, applicationPassword, freshToken };
		await logOut();
		const said = await run(otherWays, given);
		expect(said).toEqual([expect.any(String)]);
		// For the draft, and that it is deleted; the schema may be at hand.
		expect(freshToken.mock.calls.length).toBeGreaterThan(1);
		await useSite(wish);
	});

	it('set bounds, and call off', async () => {
		const { connect } = await import('../../src/index.ts');
		const { root, nonce } = site;
		const code = rough.replace('await post.fetch', 'if ( isAborted ) controller.abort();\nawait post.fetch');
		expect(await run(code, { connect, root, nonce, isAborted: false })).toEqual([]);
		const said = await run(code, { connect, root, nonce, isAborted: true });
		expect(said).toEqual(['abort', 'The request was aborted.']);
	});

	it('name the parts of a module', async () => {
		const { batch, connect, preload, upload } = await import('../../src/index.ts');
		const code = parts
			.replace(/^import .*$/m, '')
			.replace('https://example.com/wp-json/', site.root)
			.replace('console.log', 'await api.loadPromise;\nconsole.log');
		const given = { batch, connect, preload, upload, nonce: site.nonce };
		expect(await run(code, given)).toEqual(['function', true]);
	});
});

it('the README has every code of ours, and the settings that there are', () => {
	const codes: Record<WPApiErrorCode, true> = {
		abort: true,
		batch_failed: true,
		empty_response: true,
		http_error: true,
		invalid_json: true,
		invalid_schema: true,
		method_not_allowed: true,
		missing_param: true,
		network_error: true,
		not_found: true,
		not_related: true,
		timeout: true,
		unknown_term: true,
	};
	const settings: Record<keyof SettingsInput, true> = {
		cacheSchema: true,
		emulateHTTP: true,
		emulateJSON: true,
		headers: true,
		mapping: true,
		modelEndpoints: true,
		nonce: true,
		nonceEndpoint: true,
		preload: true,
		relatedMaxAge: true,
		retry: true,
		root: true,
		schema: true,
		schemaVersion: true,
		timeout: true,
		versionString: true,
	};
	const firstCells = (heading: string): string[] => {
		const [, part = ''] = readme.split(new RegExp(`^##+ ${heading}$`, 'm'));
		return [...part.split(/^##/m)[0]!.matchAll(/^\| `(\w+)` /gm)].map(([, name = '']) => name).sort();
	};
	expect(firstCells('Errors')).toEqual(Object.keys(codes).sort());
	expect(firstCells('Settings')).toEqual(Object.keys(settings).sort());
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
