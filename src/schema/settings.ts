/**
 * What the page told us comes in; complete, normalised `Settings` go out, however little was told.
 */

import type { Schema } from '../types.ts';

/** Class names of core's making -> the names to use. Either half may be missing. */
export interface NameMapping {
	models?: Record<string, string>;
	collections?: Record<string, string>;
}

/** What `connect()`, `wp.api.init()` and `window.wpApiSettings` take. Everything is optional. */
export interface SettingsInput {
	/** Address of the REST API: `https://example.com/wp-json/`, `https://example.com/?rest_route=/`. */
	root?: string;
	/** Namespace: `wp/v2`. */
	versionString?: string;
	/** A nonce for the action `wp_rest`. It is read anew at each request. */
	nonce?: string;
	/** The index of the namespace, or the text that `compactSchema()` makes of it, to save the request for it. */
	schema?: Schema | string | null;
	/** False: keep no copy of the index in sessionStorage. */
	cacheSchema?: boolean;
	/** Anything that changes when the site's routes do; a copy of the index with another one is not used. */
	schemaVersion?: string | number;
	mapping?: NameMapping;
	/** Last words of routes that hold one object. Default: `[ 'me', 'settings' ]`. */
	modelEndpoints?: string[];
	/** Where a fresh nonce is to be had. Default: `admin-ajax.php?action=rest-nonce` of the site. */
	nonceEndpoint?: string | undefined;
	/** For each request to the root, or a function that gives them or a promise of them: application passwords, bearer tokens. */
	headers?: Headers | (() => Headers | PromiseLike<Headers>);
	/** Sends PUT, PATCH and DELETE as POST. A host that answers 405 or 501 to them is served this way in any case. */
	emulateHTTP?: boolean;
	/** Sends forms instead of JSON. */
	emulateJSON?: boolean;
	/** Milliseconds until an attempt is given up; for ever, if it is not said. */
	timeout?: number;
	/** How often a read that failed for a passing reason is repeated, and within how many milliseconds. `false`: never. */
	retry?: number | false | { attempts?: number; within?: number };
	/**
	 * Milliseconds that a related item which was read answers others who ask for it. Default: 5,000 for `connect()`; 0, off, for the
	 * script.
	 */
	relatedMaxAge?: number;
	/** Answers to reads, by path, that the part `preload` gives: as WordPress prints them for its own `api-fetch`. */
	preload?: Preload;
}

export type Headers = Record<string, string>;

/** `rest_preload_api_request()`: `{ '/wp/v2/types?context=edit': { body, headers } }`. */
export type Preload = Record<string, { body: unknown; headers?: Headers | never[] }>;

export interface Settings extends SettingsInput {
	root: string;
	versionString: string;
	/** What was passed in: the page may change its nonce at any time. */
	source: SettingsInput;
}

/** The root falls back to the page's `<link rel="https://api.w.org/">`, then to `/wp-json/`. */
export function readSettings(input: SettingsInput): Settings {
	return {
		...input,
		root: normalizeRoot(input.root || linkedRoot() || `${globalThis.location?.origin ?? ''}/wp-json/`),
		versionString: normalizeNamespace(input.versionString || 'wp/v2'),
		source: input,
	};
}

/**
 * A root in two: what paths are put behind, and what follows them. With plain permalinks the path belongs inside the
 * query; plugins put queries of their own behind any root.
 */
export function splitRoot(root: string): [head: string, tail: string] {
	const [, head = '', tail = ''] = /^([^?]*\?(?:.*&)?rest_route=[^&]*|[^?]*)(.*)/.exec(root)!;
	return [head, tail];
}

/** `…/wp-json` -> `…/wp-json/` */
function normalizeRoot(root: string): string {
	const [head, tail] = splitRoot(root);
	return head.replace(/(\/|%2F)*$/i, '/') + tail;
}

/** `/wp/v2` -> `wp/v2/`. */
function normalizeNamespace(namespace: string): string {
	return namespace.replace(/^\/+|\/*$/g, '') + '/';
}

/** WordPress prints its address into the head of every page. */
function linkedRoot(): string | undefined {
	return globalThis.document?.querySelector<HTMLLinkElement>('link[rel="https://api.w.org/"]')?.href;
}
