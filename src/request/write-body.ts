/**
 * The body of a write: those attributes of a model that the server takes, by a verb that the route has. The model stays as it is.
 */

import _ from 'underscore';
import type { AjaxOptions, Attributes, Method, WPApiModel } from '../seams.ts';

/** What a model knows of the server's answers; see `saved-state.ts`. */
export interface Known {
	/** The fields as the server last said them. */
	values: Attributes;
	/** Whether a field is as the server last said it, and the user has not set it since. */
	isUnchanged(field: string, value: unknown): boolean;
	/** Keeps single fields that the server is known to have now. */
	note(values: Attributes): void;
	/** Of these fields nobody knows what the server has. */
	forget(sent: Attributes): void;
}

/** Routes without an id, such as the settings. */
const SINGLE_OBJECT = /^\/wp\/v2\/[^{]+$/;

/** What a write is about, and what of it is sent. */
export function bodyOf(
	method: Method,
	model: WPApiModel,
	options: AjaxOptions,
	known: Known,
	given: string[] = [],
): { attributes: Attributes; sent: Attributes } {
	const attributes = (options.attrs ?? model.toJSON(options)) as Attributes;
	const unsaid = leftOut(attributes, method, known, given);
	const sent: Attributes = _.omit(attributes, ['_links', '_embedded', ...unsaid]);
	// Of the settings, and the like, WordPress refuses some of what it has sent itself.
	if (!options.attrs && SINGLE_OBJECT.test(model.route?.shape))
		for (const field of Object.keys(sent)) {
			const isNeeded = given.includes(field) || model.args?.[field]?.required;
			if (!isNeeded && known.isUnchanged(field, sent[field])) Reflect.deleteProperty(sent, field);
		}
	return { attributes, sent };
}

/** WordPress takes POST for a change as well, and a plugin's route may know only PATCH. */
export function allowedMethod(method: Method, methods: string[] | undefined): Method {
	const has = (verb: string): boolean => !methods || methods.includes(verb);
	if (method === 'create' || has(method === 'patch' ? 'PATCH' : 'PUT')) return method;
	if (has('POST')) return 'create';
	return has('PUT') ? 'update' : 'patch';
}

/** Fields that say nothing, or that contradict what was set. */
function leftOut(attributes: Attributes, method: Method, known: Known, given: string[]): string[] {
	const { slug, date_gmt: gmt, author } = attributes;
	const isAsSaved = (field: string): boolean => _.isEqual(known.values[field], attributes[field]);
	const isNotSaid = (field: string): boolean =>
		method === 'create' || (!given.includes(field) && known.isUnchanged(field, attributes[field]));
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
