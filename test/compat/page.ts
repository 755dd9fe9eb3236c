/**
 * Libraries, settings and answers come in; a page of its own goes out, on which WordPress's client or ours has been run, with a
 * log of what it asked the server for. Both are treated as scripts: nothing of `src` is imported.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { JSDOM, VirtualConsole } from 'jsdom';
import { findRelease, type Version } from '../../demo/wordpress/versions.ts';
import { watchSecrets } from '../setup/secrets.ts';
import { answerRequests, type Answers, type PageRequest } from './server.ts';

/** `core` is WordPress's own `wp-api.js`; `ours` is `dist/wp-api.js`. */
export type Client = 'core' | 'ours';

/** The libraries of a WordPress version, npm's newest, or those of 6.7 with lodash where Underscore is looked for. */
export type Libraries = Version | 'npm' | 'lodash';

export interface PageOptions {
	client?: Client;
	libraries?: Libraries;
	url?: string;
	/** Added to `root`, `nonce` and `versionString`, which WordPress prints; `null` for a page without `wpApiSettings`. */
	settings?: object | null;
	/** As `wpApiSettings.schema`: the client is ready at once. */
	schema?: object;
	answers?: Answers;
	/** Runs after the libraries, before the client. */
	before?: (window: any) => void;
}

export interface Page {
	window: any;
	api: any;
	$: any;
	Backbone: any;
	/** What was asked, in order. */
	requests: PageRequest[];
	/** What will be answered; tests may change it. */
	answers: Answers;
	/** What was thrown while an answer was handed over, instead of at a caller. */
	errors: unknown[];
	/** Runs the client, once more if need be. */
	load(): void;
	/** Waits until nothing happens of itself any more: no answer on its way, no timer about to ring. */
	idle(): Promise<void>;
}

export const root = 'http://wp.test/wp-json/';
/** Where core keeps its copy of the schema, and where each client keeps one. */
export const schemaKey = `wp-api-schema-model${root}wp/v2/`;
export const copyKeys: Record<Client, string> = {
	core: schemaKey,
	ours: `wp-api-schema-model-compact:${root}wp/v2/`,
};
/** How the answers name the request for the schema. */
export const GET_SCHEMA = 'GET ';

const repository = join(import.meta.dirname, '../..');
const compiled = new Map<string, Script>();

export function openPage(options: PageOptions = {}): Page {
	const { client = 'ours', libraries = '6.7', url = 'http://wp.test/', answers = {} } = options;
	const dom = new JSDOM('<!doctype html><title>A page</title>', {
		url,
		runScripts: 'outside-only',
		virtualConsole: new VirtualConsole(),
	});
	const window: any = dom.window;
	const timers = countShortTimers(window);
	const run = (file: string): void => {
		compile(file).runInContext(dom.getInternalVMContext());
	};
	for (const file of libraryFiles(libraries)) run(file);
	const server = answerRequests(window, answers);
	// Core's file does send them elsewhere: row 30.
	if (client === 'ours') watchSecrets(server.requests);
	if (options.settings !== null) window.wpApiSettings = pageSettings(window, options);
	options.before?.(window);
	const page: Page = {
		window,
		get api() {
			return window.wp.api;
		},
		$: window.jQuery,
		Backbone: window.Backbone,
		requests: server.requests,
		answers: server.answers,
		errors: server.errors,
		load: () => run(clientFile(client)),
		idle: async () => {
			for (let quiet = 0; quiet < 3; quiet = timers.size || server.busy() ? 0 : quiet + 1) {
				await new Promise((resolve) => setTimeout(resolve, 0));
			}
		},
	};
	page.load();
	return page;
}

/** The page's own objects, as its scripts would have made them. */
function pageSettings(window: any, { settings, schema }: PageOptions): object {
	const plain = { root, nonce: 'N1', versionString: 'wp/v2/', ...settings, ...(schema && { schema }) };
	const own = window.JSON.parse(JSON.stringify(plain)) as object;
	const functions = Object.entries(plain).filter(([, value]) => typeof value === 'function');
	return Object.assign(own, Object.fromEntries(functions));
}

function libraryFiles(libraries: Libraries): string[] {
	if (libraries === 'npm') {
		return ['jquery/dist/jquery.js', 'underscore/underscore-umd.js', 'backbone/backbone.js'].map((file) =>
			join(repository, 'node_modules', file),
		);
	}
	const lodash = libraries === 'lodash';
	const files = [
		'jquery/jquery.js',
		'underscore.js',
		'backbone.js',
		...(lodash ? ['dist/vendor/lodash.js'] : []),
	];
	return files.map((file) => wordPressFile(lodash ? '6.7' : libraries, file));
}

function clientFile(client: Client): string {
	return client === 'ours' ? join(repository, 'dist/wp-api.js') : wordPressFile('6.7', 'wp-api.js');
}

export function wordPressFile(version: Version, file: string): string {
	return join(findRelease(version).assets, 'wp-includes/js', file);
}

function compile(file: string): Script {
	const known = compiled.get(file) ?? new Script(readFileSync(file, 'utf8'), { filename: file });
	compiled.set(file, known);
	return known;
}

/** The timers that ring soon: jQuery's promises and turns of the loop, not a nonce's next renewal. */
function countShortTimers(window: any): Set<number> {
	const soon = new Set<number>();
	const { setTimeout: start, clearTimeout: stop } = window;
	window.setTimeout = (callback: (...args: unknown[]) => void, delay = 0, ...args: unknown[]): number => {
		const ring = (): void => {
			soon.delete(id);
			callback(...args);
		};
		const id: number = start.call(window, ring, delay);
		if (delay < 100) soon.add(id);
		return id;
	};
	window.clearTimeout = (id: number): void => {
		soon.delete(id);
		stop.call(window, id);
	};
	return soon;
}
