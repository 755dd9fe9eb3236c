/**
 * A page with WordPress's libraries, on which sequences are run one after the other with one of the two clients. Each sequence finds the page
 * as new: the client's script is run again, what a page can change of the libraries is put back, and time begins anew. There are no real
 * timers and no sockets.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction, Script } from 'node:vm';
import { JSDOM, VirtualConsole } from 'jsdom';
import { wordPressFile, type Client } from '../compat/page.ts';
import { Clock } from './clock.ts';
import { endOf } from './end.ts';
import { Recorder, type Entry } from './record.ts';
import { fuzzSchema } from './schema.ts';
import { Site, type Answer } from './server.ts';
import { Wire, type Repetition, type Sent } from './wire.ts';

/** Lines of code with which a page uses the client, and what decides over the answers. */
export interface Sequence {
	seed: number;
	faults: number;
	lines: string[];
}

/** What is laid over a client before a sequence is run. */
export interface Overlay {
	/** Changes the client on the page. */
	change?(window: any): void;
	/** Whether ours repeats a request that was answered so. */
	repeat?(sent: Sent, answer: Answer, repeats: number): Repetition | undefined;
}

export interface Trace {
	entries: Entry[];
}

export interface FuzzPage {
	run(sequence: Sequence, overlays: Overlay[]): Promise<Trace>;
}

const repository = join(import.meta.dirname, '../..');
const LIBRARIES = ['jquery/jquery.js', 'underscore.js', 'backbone.js'];
/** Nothing repeats a request after more than this. */
const LONGEST = 60_000;

export function openFuzzPage(client: Client, source?: string): FuzzPage {
	const dom = new JSDOM('<!doctype html><title>A page</title>', {
		url: 'http://wp.test/',
		runScripts: 'outside-only',
		virtualConsole: new VirtualConsole(),
	});
	const window: any = dom.window;
	const context = dom.getInternalVMContext();
	const clock = new Clock(window);
	for (const file of LIBRARIES)
		new Script(readFileSync(wordPressFile('6.7', file), 'utf8')).runInContext(context);
	const file = client === 'ours' ? join(repository, 'dist/wp-api.js') : wordPressFile('6.7', 'wp-api.js');
	const script = new Script(source ?? readFileSync(file, 'utf8'), { filename: file });
	const putBack = keepLibraries(window);
	const settings = JSON.stringify({
		root: 'http://wp.test/wp-json/',
		nonce: 'N1',
		versionString: 'wp/v2/',
		schema: fuzzSchema,
	});
	let wire: Wire;
	window.jQuery.ajaxTransport('+*', (options: any) => wire.transport(options));

	const load = (overlays: Overlay[]): void => {
		putBack();
		clock.reset();
		delete window.wp;
		window.sessionStorage.clear();
		window.wpApiSettings = window.JSON.parse(settings);
		script.runInContext(context);
		if (client === 'core') for (const { change } of overlays) change?.(window);
	};

	return {
		async run({ seed, faults, lines }, overlays) {
			load(overlays);
			const recorder = new Recorder(window);
			const site = new Site();
			wire = new Wire({
				seed,
				faults,
				site,
				clock,
				onSend(request, isRepeated) {
					if (isRepeated) recorder.forgetStart();
					recorder.write('request', request.key, {
						body: request.body,
						headers: pick(request.headers, [
							'x-wp-nonce',
							'x-http-method-override',
							'content-type',
							'x-mine',
						]),
					});
				},
				repeat: (...args) => overlays.map((overlay) => overlay.repeat?.(...args)).find(Boolean),
				repeats: client === 'core',
				hidden: recorder.hidden,
				onLateAbort: recorder.hideRest,
				refresh: (headers) =>
					headers['X-WP-Nonce']
						? { ...headers, 'X-WP-Nonce': window.wp.api.endpoints.at(0).get('nonce') }
						: headers,
			});
			const variables: any = {};
			hearEverything(window, recorder);
			const guarded = (name: string, act: () => void): void => {
				try {
					act();
				} catch (error) {
					recorder.write('throw', name, (error as Error)?.name ?? String(error));
				}
			};
			clock.onError = (error) => recorder.write('throw', 'later', (error as Error)?.name ?? String(error));
			const tools = {
				v: variables,
				$: window.jQuery,
				track: recorder.track,
				told: recorder.told,
				hear: recorder.hear,
				note: recorder.note,
				answer: () => wire.answerNext(),
				wait: (milliseconds: number) => clock.pass(milliseconds),
			};
			for (const [step, line] of lines.entries()) {
				recorder.step = step;
				if (variablesOf(line).every((name) => variables[name] !== undefined))
					guarded('now', () =>
						compileFunction(line, Object.keys(tools), { parsingContext: context })(...Object.values(tools)),
					);
				else recorder.write('throw', 'now', 'skipped');
				await clock.settle();
			}
			recorder.step = lines.length;
			for (let turns = 0; turns < 500; turns++) {
				if (wire.busy) guarded('later', () => wire.answerNext());
				else if (!clock.passToNext(LONGEST)) break;
				await clock.settle();
			}
			recorder.step++;
			for (const [name, thing] of Object.entries<any>(variables))
				recorder.write('end', name, endOf(recorder, thing));
			recorder.write('end', 'server', { ...site.items, settings: site.settings });
			return { entries: recorder.entries };
		},
	};
}

/** The variables that a line reads: it makes no sense without them. */
function variablesOf(line: string): string[] {
	const made = /^v\.(\w+) = /.exec(line)?.[1];
	return [...line.matchAll(/\bv\.(\w+)/g)]
		.map(([, name]) => name!)
		.filter((name, i) => !(i === 0 && name === made));
}

/** jQuery tells the page of each request. */
function hearEverything(window: any, recorder: Recorder): void {
	window
		.jQuery(window.document)
		.on('ajaxSend ajaxSuccess ajaxError ajaxComplete', (event: any, xhr: any, { type, url }: any) => {
			recorder.write('ajax', event.type, [
				`${type} ${decodeURIComponent(url).replace('http://wp.test/wp-json/wp/v2/', '')}`,
				xhr.status,
			]);
		});
}

/** What a page may change of the libraries is put back by the function that is returned. */
function keepLibraries(window: any): () => void {
	const { jQuery: $, Backbone } = window;
	const settings = { ...$.ajaxSettings };
	const { sync, ajax } = Backbone;
	return () => {
		$(window.document).off();
		$.active = 0;
		for (const key of Object.keys($.ajaxSettings)) if (!(key in settings)) delete $.ajaxSettings[key];
		Object.assign($.ajaxSettings, settings);
		Object.assign(Backbone, { sync, ajax, emulateHTTP: false, emulateJSON: false });
	};
}

const pick = (from: Record<string, string>, names: string[]): Record<string, string> =>
	Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]!]));
