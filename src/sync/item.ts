/**
 * A single item is asked for by its id or its slug; what comes back is that item, not a list.
 */

import { remember, unsavedBy } from '../changes.ts';
import { WPApiError } from '../errors.ts';
import type { Concern, Request, WPApiModel } from '../seams.ts';

export const item: Concern = {
	prepare(request) {
		const model = request.subject as WPApiModel;
		const slug = model.get('slug') as string | undefined;
		if (request.method !== 'read' || !slug || !model.isNew() || !model.listRoute?.options?.slug) return;
		request.query.slug = slug;
		request.bySlug = true;
	},
	attempt(request) {
		const { options, parts } = (request.subject as WPApiModel).listRoute ?? {};
		// The lists of types, statuses and taxonomies have no pages, and core's users do read them into one model.
		if (options?.page && request.url!.endsWith(String(parts?.at(-1)))) refuseList(request);
	},
	accept(request, data, xhr) {
		let found = data;
		const { method, subject, options } = request;
		const model = subject as WPApiModel;
		if (Array.isArray(data)) {
			// A redirection has made a GET of it: the first of that list, if any, is somebody else's.
			if (method === 'create' && model.isNew() && (data.length || xhr.getResponseHeader('x-wp-total')))
				throw new WPApiError('invalid_json', 'A list came instead of what was created.');
			if (data.length) {
				if (model.isNew()) refuseList(request);
				// A plugin's route may well have a list for an item.
				else if (method === 'read') return data as unknown;
			} else if (request.bySlug) throw new WPApiError('not_found', 'Nothing has this slug.', 404);
			// PHP's empty object is a list, too.
			found = (data as unknown[])[0] ?? {};
		}
		// Here as well as in `parse()`, which a subclass may have replaced
		const { status } = Object(found) as { status?: unknown };
		// What is in the trash has another status now.
		if (method === 'delete') remember(model, status && { status });
		else {
			if (method !== 'read') options.unsaved = unsavedBy(model, options);
			remember(model, found);
		}
		return found;
	},
};

function refuseList({ method, bySlug, subject }: Request): void {
	if (method !== 'read' || bySlug) return;
	throw new WPApiError('missing_param', `Give ${subject.name} an id or a slug before you fetch it.`);
}
