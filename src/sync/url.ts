/**
 * Addresses and their queries: put together, read, and checked for being the API's own.
 */

import $ from 'jquery';
import { splitRoot } from '../settings.ts';

/** Adds arguments in PHP's notation (`include[]=1`); `undefined` ones are left out. */
export function withQuery(url: string, query: object): string {
	const search = $.param(
		Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)),
	);
	return !search ? url : url + (url.includes('?') ? '&' : '?') + search;
}

/** String data (`search=a&include[]=1`) as an object; an object as a copy of itself. */
export function readQuery(data: unknown): Record<string, unknown> {
	if (typeof data !== 'string' && !(data instanceof URLSearchParams))
		return { ...(data as object | undefined) };
	const query: Record<string, unknown> = {};
	for (const [key, value] of new URLSearchParams(data)) {
		const name = key.replace('[]', '');
		query[name] = name === key ? value : [...((query[name] as unknown[] | undefined) ?? []), value];
	}
	return query;
}

/** What an address below a root asks for: path and query; `undefined` for one that lies elsewhere. */
export function pathBelow(url: string, root: string): [path: string, query: string] | undefined {
	if (!isBelow(url, root)) return undefined;
	const { href } = new URL(splitRoot(root)[0], base());
	const [, path = '', query = ''] = /^([^?&#]*)[?&]?([^#]*)/.exec(
		new URL(url, base()).href.slice(href.length),
	)!;
	return ['/' + decodeURIComponent(path), query];
}

/** Whether an address lies below a root, so that it may be told the secrets of that root. */
export function isBelow(url: string, root: string): boolean {
	return new URL(url, base()).href.startsWith(new URL(splitRoot(root)[0], base()).href);
}

const base = (): string | undefined => globalThis.location?.href;
