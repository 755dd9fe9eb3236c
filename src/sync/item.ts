/**
 * A single item is asked for by its id or its slug; what comes back is that item, not a list.
 */

import { remember, unsavedBy } from '../changes.ts';
import { WPApiError } from '../errors.ts';
import type { WPApiModel } from '../seams.ts';
import type { Concern, Request } from '../seams.ts';

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
	accept(request, data) {
		let found = data;
		if (Array.isArray(data)) {
			if (data.length) {
				// A redirection has made a GET of it: the first of that list is somebody else's.
				if (request.method === 'create' && (request.subject as WPApiModel).isNew())
					throw new WPApiError('invalid_json', 'A list came instead of what was created.');
				if ((request.subject as WPApiModel).isNew()) refuseList(request);
				// A plugin's route may well have a list for an item.
				else if (request.method === 'read') return data as unknown;
			} else if (request.bySlug) throw new WPApiError('not_found', 'Nothing has this slug.', 404);
			// PHP's empty object is a list, too.
			found = (data as unknown[])[0] ?? {};
		}
		// Here as well as in `parse()`, which a subclass may have replaced
		const { method, subject, options } = request;
		const model = subject as WPApiModel;
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
