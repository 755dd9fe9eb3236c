/**
 * A single item: it is asked for by its id or its slug, and its answer is that item.
 */

import { WPApiError } from '../errors.ts';
import { forgetSaved, noteSaved } from '../classes/saved-state.ts';
import type { Attributes, Concern, Request, WPApiModel } from '../seams.ts';

export const item: Concern = {
	prepare(request) {
		const model = request.subject as WPApiModel;
		const slug = model.get('slug') as string | undefined;
		if (request.method !== 'read' || !slug || !model.isNew() || !model.listRoute?.options?.slug) return;
		request.query.slug = slug;
		request.bySlug = true;
	},
	accept(request, data, xhr) {
		const answer = Array.isArray(data) ? itemOf(request, data, xhr) : data;
		const { status } = Object(answer) as { status?: unknown };
		// Backbone does not set the answer to a deletion: what is in the trash has another status now.
		if (request.method === 'delete' && status) noteSaved(request.subject as WPApiModel, { status });
		return answer;
	},
	recover({ subject, attrs }, { xhr, code }) {
		// WordPress refuses before it acts, but for meta, which it saves last.
		const isRefused = xhr.status >= 400 && xhr.status < 500 && code && !Object.hasOwn(attrs ?? {}, 'meta');
		if (attrs && !isRefused) forgetSaved(subject as WPApiModel, attrs as Attributes);
		return undefined;
	},
};

/** What a list says of the item. Without an id, or where an item's own route answers with a list, a read brings the list itself. */
function itemOf({ method, subject, bySlug, attrs }: Request, list: unknown[], xhr: JQuery.jqXHR): unknown {
	const model = subject as WPApiModel;
	if (method === 'read' || method === 'delete') {
		if (!bySlug) return list;
		if (!list.length) throw new WPApiError('not_found', 'Nothing has this slug.', 404);
		return list[0];
	}
	const isRead = xhr.getResponseHeader('x-wp-total') !== null;
	// PHP's empty object is a list, too.
	if (!list.length && !isRead) return {};
	const id: unknown = model.isNew() ? undefined : model.id;
	const own = list.find((entry) => id !== undefined && idIn(entry, model.idAttribute) === id);
	// A redirection makes a read of a write: it brings a list that acknowledges nothing.
	if (own && !isRead) return own;
	forgetSaved(model, attrs as Attributes);
	throw new WPApiError('invalid_json', 'A list came instead of the item that was written.');
}

const idIn = (entry: unknown, idAttribute: string): unknown =>
	(Object(entry) as Record<string, unknown>)[idAttribute];
