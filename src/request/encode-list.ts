/**
 * What a collection asks, what it makes of the answer, and where it stands in its list: read from what was asked for and from what
 * the server answered.
 */

import type { AjaxOptions, Method, PageState, WPApiCollection, WPApiXHR } from '../seams.ts';
import type { Params } from '../types.ts';
import { smallerPages, takeFullPages } from './page-size.ts';
import type { Encoded, Response } from './request.ts';
import { readQuery } from './url.ts';

/** The reads of one collection. */
export interface ListReads {
	/** The read that was sent last. */
	last?: WPApiXHR | undefined;
	/** The page that `more()` has asked for last. */
	more?: WPApiXHR | undefined;
	/** The number of the newest read that has replaced the models. */
	newest: number;
}

const readsByList = new WeakMap<object, ListReads>();

/** Reads whose answers came after that of a newer one. */
const lateReads = new WeakSet<object>();

/** Numbers reads in the order in which they are made. */
let reads = 0;

export function readsOf(collection: object): ListReads {
	const known = readsByList.get(collection) ?? { newest: 0 };
	readsByList.set(collection, known);
	return known;
}

/** Whether a newer read has taken the place of this one: its items are not set. */
export const isLate = (xhr: unknown): boolean => typeof xhr === 'object' && !!xhr && lateReads.has(xhr);

/** https://developer.wordpress.org/rest-api/using-the-rest-api/pagination/ */
export function encodeList(method: Method, collection: WPApiCollection, options: AjaxOptions): Encoded {
	if (method !== 'read') return { method, decode: ({ body }) => body };
	const { data } = options;
	let query = readQuery(data);
	const number = ++reads;
	const { route } = collection;
	const note = (smaller: object): void => void (query = { ...smaller });
	return {
		method,
		// Text, and the fields of a form, go out as jQuery sends them.
		data: typeof data === 'string' || Array.isArray(data) ? data : query,
		// jQuery leaves an empty list out, and WordPress would answer with everything.
		known: String(query.include) === '' ? { body: [] } : undefined,
		middleware: takeFullPages() && route ? [smallerPages(route, note)] : [],
		decode(response) {
			const known = readsOf(collection);
			// Answers may overtake each other: the models of a later read stay.
			if (number < known.newest) {
				if (options.xhr) lateReads.add(options.xhr as object);
			} else {
				if (options.remove !== false) known.newest = number;
				takeState(collection, query, response);
			}
			return response.body;
		},
	};
}

function takeState(collection: WPApiCollection, query: Params, { header }: Response): void {
	const { page = 1, ...data } = query;
	const total = (name: string): number | null => {
		const value = header(name);
		return value ? +value : null;
	};
	// A plain Backbone collection that borrows `sync()` has no state yet.
	Object.assign((collection.state ??= {} as PageState), {
		data,
		currentPage: Number(page),
		totalPages: total('x-wp-totalpages'),
		totalObjects: total('x-wp-total'),
	});
}

/** The query for the page after the one a state describes; `false` at the end, `null` where nobody knows. */
export function nextPage({ data, currentPage, totalPages, totalObjects }: PageState): Params | false | null {
	if (currentPage === null || totalPages === null || totalObjects === null) return null;
	if (!data.offset) return currentPage < totalPages && { ...data, page: currentPage + 1 };
	// WordPress lets `offset` win over `page`.
	const offset = Number(data.offset) + Number(data.per_page ?? 10);
	return offset < totalObjects && { ...data, offset };
}
