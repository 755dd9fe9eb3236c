/**
 * What the server last said of a model is kept here, and compared with what the model says now.
 */

import $ from 'jquery';
import _ from 'underscore';
import type { Attributes, WPApiModel } from './seams.ts';

/** Keeps an answer to compare with. It is a deep copy: what is changed inside `meta` later must show. */
export function remember(model: WPApiModel, answer: unknown): void {
	const copy = $.extend(true, {}, answer, { _links: null, _embedded: null }) as object;
	// An answer may hold some of the fields only.
	model.answered = { ...model.answered, ...copy };
}

/** Those of the attributes that differ from the last answer; of `meta`, which WordPress merges, its keys that do. */
export function changesOf({ answered = {} }: WPApiModel, attributes: Attributes): Attributes {
	const { _links, _embedded, ...fields } = attributes;
	const changed = differing(fields, answered);
	if (changed.meta && answered.meta) changed.meta = differing(changed.meta, answered.meta);
	return changed;
}

function differing(now: object, before: object): Attributes {
	const differs = ([field, value]: [string, unknown]): boolean => {
		const known = (before as Attributes)[field];
		// A title is sent as text and answered as an object.
		return !_.isEqual(value, known) && value !== (Object(known) as Attributes).raw;
	};
	return Object.fromEntries(Object.entries(now).filter(differs));
}
