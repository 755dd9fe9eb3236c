/**
 * The body of a write: those attributes of a model that the server takes, by a verb that the route has. The model stays as it is.
 */

import _ from 'underscore';
import { isUnchanged, savedValues } from '../classes/saved-state.ts';
import type { Attributes, Concern, Method, WPApiModel } from '../seams.ts';

/** Routes without an id, such as the settings. */
const SINGLE_OBJECT = /^\/wp\/v2\/[^{]+$/;

export const body: Concern = {
	prepare(request) {
		const { method, settings } = request;
		const model = request.subject as WPApiModel;
		if (method === 'read' || method === 'delete') return;
		request.method = allowedMethod(method, model.methods);
		const attributes = (settings.attrs ?? model.toJSON(settings)) as Attributes;
		const unsaid = leftOut(model, attributes, method, settings.given);
		const sent: Attributes = _.omit(attributes, ['_links', '_embedded', ...unsaid]);
		// Of the settings, and the like, WordPress refuses some of what it has sent itself.
		if (!settings.attrs && SINGLE_OBJECT.test(model.route?.shape))
			for (const field of Object.keys(sent)) {
				const isNeeded = settings.given?.includes(field) || model.args?.[field]?.required;
				if (!isNeeded && isUnchanged(model, field, sent[field])) Reflect.deleteProperty(sent, field);
			}
		// `saveChanges()` where nothing differs
		if (settings.onlyChanges && _.isEmpty(sent)) request.answer = { body: {} };
		// The write is about all of them: what is left out, the server makes up.
		request.attrs = attributes;
		settings.attrs = sent;
	},
};

/** WordPress takes POST for a change as well, and a plugin's route may know only PATCH. */
function allowedMethod(method: Method, methods: string[] | undefined): Method {
	const has = (verb: string): boolean => !methods || methods.includes(verb);
	if (method === 'create' || has(method === 'patch' ? 'PATCH' : 'PUT')) return method;
	if (has('POST')) return 'create';
	return has('PUT') ? 'update' : 'patch';
}

/** Fields that say nothing, or that contradict what was set. */
function leftOut(model: WPApiModel, attributes: Attributes, method: Method, given: string[] = []): string[] {
	const { slug, date_gmt: gmt, author } = attributes;
	const isAsSaved = (field: string): boolean => _.isEqual(savedValues(model)[field], attributes[field]);
	const isNotSaid = (field: string): boolean =>
		method === 'create' || (!given.includes(field) && isUnchanged(model, field, attributes[field]));
	const fields: string[] = [];
	// WordPress makes both up itself: empty they say nothing, unless they were emptied on purpose.
	if ((slug ?? '') === '' && isNotSaid('slug')) fields.push('slug');
	if (gmt === null && isNotSaid('date_gmt')) fields.push('date_gmt');
	// The author of what a visitor has written, which WordPress does not take back
	if (author === 0 && isAsSaved('author')) fields.push('author');
	// WordPress looks at `date` first: of the two, the one that was set counts.
	if (gmt && isAsSaved('date') && !isAsSaved('date_gmt')) fields.push('date');
	return fields;
}
