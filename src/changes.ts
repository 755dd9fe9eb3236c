/**
 * What the server last said of a model is kept here, to tell what has changed since.
 */

import $ from 'jquery';
import type { WPApiModel } from './seams.ts';

/** Keeps an answer to compare with. It is a deep copy: what is changed inside `meta` later must show. */
export function remember(model: WPApiModel, answer: unknown): void {
	const copy = $.extend(true, {}, answer, { _links: null, _embedded: null }) as object;
	// An answer may hold some of the fields only.
	model.answered = { ...model.answered, ...copy };
}
