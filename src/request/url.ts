/**
 * Addresses and their queries: put together, read, and checked for being the API's own.
 */

import $ from 'jquery';
import { splitRoot } from '../schema/settings.ts';

/** The address of a model or a collection. A subclass may have a plain one. */
export function addressOf(subject: { url: string | (() => string) }): string {
	return typeof subject.url === 'function' ? subject.url() : subject.url;
}

/** Adds arguments in PHP's notation (`include[]=1`); `undefined` ones are left out. */
export function withQuery(url: string, query: object): string {
	const search = $.param(
		Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)),
	);
	return !search ? url : url + (url.includes('?') ? '&' : '?') + search;
}

/** Arguments as an object: of text (`search=a&include[]=1`), of the fields of a form (`serializeArray()`), or a copy of an object. */
export function readQuery(data: unknown): Record<string, unknown> {
	if (Array.isArray(data)) return fromPairs(data.map(({ name, value }: Field) => [name, value]));
	if (typeof data === 'string' || data instanceof URLSearchParams)
		return fromPairs([...new URLSearchParams(data)]);
	return { ...(data as object | undefined) };
}

type Field = { name: string; value: unknown };

function fromPairs(pairs: [name: string, value: unknown][]): Record<string, unknown> {
	// A map, as a name may be `constructor`, and stand both with and without brackets.
	const query = new Map<string, unknown>();
	for (const [key, value] of pairs) {
		const name = key.replace('[]', '');
		query.set(name, name === key ? value : [...[query.get(name) ?? []].flat(), value]);
	}
	return Object.fromEntries(query);
}

/** What an address below a root asks for: path and query; `undefined` for one that lies elsewhere, or is none. */
export function pathBelow(url: string, root: string): [path: string, query: string] | undefined {
	try {
		if (!isBelow(url, root)) return undefined;
		const below = absolute(url).slice(absolute(splitRoot(root)[0]).length);
		const [, path = '', query = ''] = /^([^?&#]*)[?&]?([^#]*)/.exec(below)!;
		return ['/' + decodeURIComponent(path), query];
	} catch {
		return undefined;
	}
}

/**
 * The same for a link, which may have another form than the root: `/wp-json/wp/v2/posts` under `/index.php?rest_route=/`, or the
 * reverse. It names a route only. What is asked for is below the root.
 */
export function pathOfLink(url: string, root: string): [path: string, query: string] | undefined {
	try {
		const { origin, pathname, search } = new URL(absolute(splitRoot(root)[0]));
		const home = origin + pathname.replace(search ? /[^/]*$/ : /(index\.php\/)?[^/]+\/$/, '');
		const forms = ['index.php?rest_route=/', '?rest_route=/', 'wp-json/', 'index.php/wp-json/'];
		const roots = [root, ...forms.map((form) => home + form)];
		return roots.map((one) => pathBelow(url, one)).find(Boolean);
	} catch {
		return undefined;
	}
}

/** Whether an address lies below a root, so that it may be told the secrets of that root. */
export function isBelow(url: string, root: string): boolean {
	return absolute(url).startsWith(absolute(splitRoot(root)[0]));
}

/** Whether an address is one of the page's own origin. */
export function isSameOrigin(url: string): boolean {
	const page = globalThis.location;
	return new URL(url, page?.href).origin === page?.origin;
}

/** In a query, WordPress writes slashes this way or that. */
function absolute(url: string): string {
	return new URL(url, globalThis.location?.href).href.replace(/\?.*/, (query) => query.replace(/%2F/gi, '/'));
}
