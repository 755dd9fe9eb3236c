/**
 * Where a collection stands in its list: read from what was asked for and from what the server answered.
 */

import type { Concern, PageState, WPApiCollection } from '../seams.ts';
import type { Params } from '../types.ts';
import { readQuery } from './url.ts';

/** Numbers reads in the order in which they are made. */
let reads = 0;

/** https://developer.wordpress.org/rest-api/using-the-rest-api/pagination/ */
export const pagination: Concern = {
	prepare(request) {
		const { method, settings } = request;
		if (method !== 'read') return;
		const { data } = settings;
		const query = (request.listQuery = readQuery(data));
		// Text, and the fields of a form, go out as jQuery sends them.
		settings.data = typeof data === 'string' || Array.isArray(data) ? data : query;
		request.read = ++reads;
		// jQuery leaves an empty list out, and WordPress would answer with everything.
		if (String(query.include) === '') request.answer = { body: [] };
	},
	accept({ subject, options, read, listQuery }, data, xhr) {
		if (read === undefined) return data;
		const collection = subject as WPApiCollection;
		// Answers may overtake each other: the models of a later read stay.
		if (read < (collection.newestRead ?? 0)) {
			Object.assign(options, { add: false, merge: false, remove: false, reset: false });
			return data;
		}
		if (options.remove !== false) collection.newestRead = read;
		const { page = 1, ...rest } = listQuery!;
		const total = (header: string): number | null => {
			const value = xhr.getResponseHeader(header);
			return value ? +value : null;
		};
		// A plain Backbone collection that borrows `sync()` has no state yet.
		Object.assign((collection.state ??= {} as PageState), {
			data: rest,
			currentPage: Number(page),
			totalPages: total('x-wp-totalpages'),
			totalObjects: total('x-wp-total'),
		});
		return data;
	},
};

/** The query for the page after the one a state describes; `false` at the end, `null` where nobody knows. */
export function nextPage({ data, currentPage, totalPages, totalObjects }: PageState): Params | false | null {
	if (currentPage === null || totalPages === null || totalObjects === null) return null;
	if (!data.offset) return currentPage < totalPages && { ...data, page: currentPage + 1 };
	// WordPress lets `offset` win over `page`.
	const offset = Number(data.offset) + Number(data.per_page ?? 10);
	return offset < totalObjects && { ...data, offset };
}
