/**
 * The HTML of the pages that are measured: jQuery, Underscore and Backbone, the settings, one client, and nothing else.
 */
import type { Page } from 'playwright-core';
import type { Measured } from './in-turn.ts';
import { clients, libraries } from './scripts.ts';
import type { BenchServer } from './server.ts';

export interface PageOptions {
	/** Left out, the page has Backbone alone. */
	client?: keyof typeof clients;
	/** `wpApiSettings`. */
	settings: object;
	/** Whether the browser may use the compiled scripts of earlier visits. */
	compiled: boolean;
	/** Script after the client. */
	after?: string;
}

/** What such a page has noted. Times are those of `performance.now()`. */
interface Noted {
	start: number;
	returned: number;
	/** When `loadPromise` resolved. */
	loaded: number;
}

/** Milliseconds from the client's script element on. */
export interface Start extends Measured {
	/** Until the script has returned. */
	returned: number;
	/** Until `loadPromise` has resolved. */
	loaded: number;
	/** How often the server's REST API was asked. */
	requests: number;
}

const noteStart = 'bench.start = performance.now();';
const noteEnd = `
	bench.returned = performance.now();
	bench.noted = new Promise( function ( resolve, reject ) {
		setTimeout( reject, 60000, new Error( 'loadPromise did not settle within a minute.' ) );
		wp.api.loadPromise.done( function () {
			bench.loaded = performance.now();
			resolve( bench );
		} ).fail( reject );
	} );`;

let made = 0;

export function writePage({ client, settings, compiled, after = '' }: PageOptions): string {
	// An address that the browser has never seen has nothing in a cache.
	const version = compiled ? '' : `?version=${++made}`;
	const load = (path: string): string => `<script src="${path}${version}"></script>`;
	const run = (code: string): string => `<script>${code.replaceAll('</', '<\\/')}</script>`;
	return [
		'<!doctype html><html><head><meta charset="utf-8"><title>A page</title>',
		...libraries.map(load),
		run(`var bench = {}, wpApiSettings = ${JSON.stringify(settings)};`),
		...(client ? [run(noteStart), load(clients[client]), run(noteEnd)] : []),
		run(after),
		'</head><body></body></html>',
	].join('\n');
}

/** Opens the page in this tab, and reads what it has noted. */
export async function visitPage(tab: Page, server: BenchServer, options: PageOptions): Promise<Start> {
	const before = server.apiRequests();
	await tab.goto(server.page(writePage(options)));
	const { start, returned, loaded } = await tab.evaluate<Noted>('bench.noted');
	return { returned: returned - start, loaded: loaded - start, requests: server.apiRequests() - before };
}
