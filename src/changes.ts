/**
 * What the server last said of a model is kept here, and compared with what the model says now.
 */

import $ from 'jquery';
import _ from 'underscore';
import type { AjaxOptions, Attributes, WPApiModel } from './seams.ts';

/** Keeps an answer to compare with. It is a deep copy: what is changed inside `meta` later must show. */
export function remember(model: WPApiModel, answer: unknown): void {
	const copy = $.extend(true, {}, answer, { _links: null, _embedded: null }) as object;
	// An answer may hold some of the fields only.
	model.answered = { ...model.answered, ...copy };
}

/** Those of the attributes that differ from the last answer; of `meta`, which WordPress merges, its keys that do. */
export function changesOf(
	{ answered = {}, idAttribute, route }: WPApiModel,
	attributes: Attributes,
): Attributes {
	const { _links, _embedded, ...fields } = attributes;
	const changed = differing(fields, answered);
	if (changed.meta && answered.meta) changed.meta = differing(changed.meta, answered.meta as Attributes);
	// What stands in the path says which item it is: the answer need not repeat it.
	for (const name of ['id', idAttribute, ...(route?.params ?? []).map((param) => param.name)])
		if (!Object.hasOwn(answered, name)) Reflect.deleteProperty(changed, name);
	return changed;
}

/** What the answer to a write must not undo: what was changed beside the fields that were sent, or while they were under way. */
export function unsavedBy(
	{ attributes, answered = {} }: WPApiModel,
	{ attrs, wait }: AjaxOptions,
): Attributes {
	const left = (now: unknown, before: unknown, sent: unknown): Attributes => {
		const [known, given] = [Object(before) as Attributes, Object(sent) as Attributes];
		// With `wait`, what is sent is not set yet.
		return filter(Object(now) as Attributes, (value, field) =>
			field in given
				? !wait && !_.isEqual(value, given[field])
				: field in known && differs(value, known[field]),
		);
	};
	const { _links, _embedded, meta, ...fields } = attributes as Attributes;
	const unsaved = left(fields, answered, attrs);
	const unsavedMeta = left(meta, answered.meta, (attrs as Attributes | undefined)?.meta);
	return _.isEmpty(unsavedMeta) ? unsaved : { ...unsaved, meta: unsavedMeta };
}

/** An answer, and what it must not undo. */
export function withUnsaved(answer: Attributes, unsaved: Attributes): Attributes {
	const { meta, ...fields } = unsaved;
	// Where the answer has none, the model's own stays whole.
	const merged = answer.meta && meta ? { meta: { ...answer.meta, ...meta } } : {};
	return { ...answer, ...fields, ...merged };
}

function differing(now: object, before: Attributes): Attributes {
	return filter(now, (value, field) => differs(value, before[field]));
}

/** A title is sent as text and answered as an object. */
function differs(value: unknown, known: unknown): boolean {
	return !_.isEqual(value, known) && value !== (Object(known) as Attributes).raw;
}

function filter(fields: object, keep: (value: unknown, field: string) => boolean): Attributes {
	return Object.fromEntries(Object.entries(fields).filter(([field, value]) => keep(value, field)));
}
