/**
 * What the server last said of a model, and what its user has set since. `model.ts` reports every edit and every answer here;
 * `saveChanges()`, `hasUnsavedChanges()`, the body of a request and the date helpers ask.
 *
 *   const post = new Post( { id: 1 } );
 *   await post.fetch();                       // saved: { id: 1, title: 'A', status: 'draft' }
 *   post.set( 'title', 'B' );                 // edited: title
 *   changesOf( post, post.attributes );       // { title: 'B' }
 *
 * Answers can overlap: a late answer undoes neither an edit that is newer than its request, nor a newer answer.
 */

import $ from 'jquery';
import type Backbone from 'backbone';
import _ from 'underscore';
import { tick, type Departure } from '../request/departures.ts';
import type { Known } from '../request/write-body.ts';
import type { Attributes, WPApiModel } from '../seams.ts';

/** An answer that an older one must not undo. */
interface Answer {
	/** When it counts from: a read shows the item as it was asked for, a write as it was answered. */
	since: number;
	/** When the newest write left that it stands for; 0 for none. */
	writeLeft: number;
	fields: object;
}

interface SavedState {
	/** The fields as the server last said them. */
	values: Attributes;
	/** When the user set a field, for the fields that no answer has covered since. */
	edits: Map<string, number>;
	answers: Answer[];
	/** When the newest write was answered. */
	lastWrite: number;
	/** The last answer was a list: `fetch()` without an id reads the list, as in core. */
	isList: boolean;
}

const states = new WeakMap<Backbone.Model, SavedState>();

/** The server takes none of these fields, so nobody compares them. */
const NOT_COMPARED = ['_links', '_embedded'];

/** Notes that the user sets fields, also to the values that they have already. */
export function noteEdits(model: Backbone.Model, fields: string[]): void {
	const { edits } = stateOf(model);
	const now = tick();
	for (const field of fields) edits.set(field, now);
}

/** Keeps an answer to compare with. Returns what of it the model is to take. */
export function acceptAnswer(model: Backbone.Model, answer: Attributes, departure: Departure): Attributes {
	const state = stateOf(model);
	state.isList = Array.isArray(answer) && answer.length > 0;
	const fresh = state.answers.length ? withoutStale(state, answer, departure) : answer;
	const since = departure.isWrite ? tick() : departure.left;
	// An answer that covers all fields of an older one replaces it.
	const [replaced, others] = _.partition(
		state.answers,
		(older) => older.since <= since && covers(fresh, older.fields),
	);
	const writeLeft = Math.max(
		departure.isWrite ? departure.left : 0,
		...replaced.map((older) => older.writeLeft),
	);
	state.answers = [...others, { since, writeLeft, fields: fresh }];
	if (departure.isWrite) state.lastWrite = since;
	const taken = yieldToEdits(fresh, model.attributes as Attributes, state, departure);
	remember(state, fresh);
	return taken;
}

/** What the server last said, by field. */
export const savedValues = (model: Backbone.Model): Attributes => states.get(model)?.values ?? {};

/** What the encoder of a request asks of a model's saved state, and tells it. */
export function knownOf(model: Backbone.Model): Known {
	return {
		values: savedValues(model),
		isUnchanged(field, value) {
			const state = states.get(model);
			return !state?.edits.has(field) && _.isEqual(state?.values[field], value);
		},
		note: (values) => remember(stateOf(model), values),
		forget(sent) {
			const { values } = stateOf(model);
			for (const [field, value] of Object.entries(sent))
				if (differs(value, values[field])) Reflect.deleteProperty(values, field);
		},
	};
}

/** Whether a read has put a list into the model, and the list is still there. */
export const holdsList = (model: Backbone.Model): boolean => !!states.get(model)?.isList && model.has('0');

/** When the newest write to a model was answered. */
export const lastWrite = (model: Backbone.Model): number => states.get(model)?.lastWrite ?? 0;

/** A clone knows what its model knows. */
export function copySavedState(from: Backbone.Model, to: Backbone.Model): void {
	const state = states.get(from);
	if (state)
		states.set(to, { ...state, values: { ...state.values }, edits: new Map(state.edits), answers: [] });
}

/**
 * Those of the attributes that the server does not have: they differ from the last answer, and the user has set them, or
 * changed them in place. Of `meta`, which WordPress merges, only the keys that differ.
 */
export function changesOf(model: WPApiModel, attributes: Attributes, given: object = {}): Attributes {
	const { values, edits } = stateOf(model);
	const changes = _.pick(_.omit(attributes, NOT_COMPARED), (value, field: string) => {
		const isEdited = edits.has(field) || field in given || !Object.hasOwn(values, field);
		return differs(value, values[field]) && (isEdited || _.isObject(value));
	}) as Attributes;
	if (changes.meta && values.meta) changes.meta = changedKeys(changes.meta, values.meta);
	// The path says which item it is: the answer need not repeat it.
	const inPath = ['id', model.idAttribute, ...(model.route?.params ?? []).map(({ name }) => name)];
	return _.omit(changes, (_value, field: string) => inPath.includes(field) && !Object.hasOwn(values, field));
}

function stateOf(model: Backbone.Model): SavedState {
	const known = states.get(model);
	if (known) return known;
	const state = { values: {}, edits: new Map<string, number>(), answers: [], lastWrite: 0, isList: false };
	states.set(model, state);
	return state;
}

function withoutStale({ answers }: SavedState, answer: Attributes, { left, isWrite }: Departure): Attributes {
	// Of two writes the later one counts; a read counts if no other answer is newer than its question.
	const newer = answers.filter((other) => (isWrite ? other.writeLeft : other.since) > left);
	return newer.length
		? _.omit(answer, (_value, field: string) => newer.some(({ fields }) => Object.hasOwn(fields, field)))
		: answer;
}

/** An answer without the fields that the user's edits keep. Of `meta`, which WordPress merges, only the changed keys are kept. */
function yieldToEdits(
	answer: Attributes,
	attributes: Attributes,
	{ edits, values }: SavedState,
	departure: Departure,
): Attributes {
	if (!edits.size && !departure.isWrite) return answer;
	const isKept = keepsEdits(attributes, edits, values, departure);
	const [kept, others] = _.partition(Object.keys(answer), isKept);
	for (const field of others) edits.delete(field);
	const taken = _.omit(answer, kept) as Attributes;
	if (kept.includes('meta') && _.isObject(answer.meta) && _.isObject(attributes.meta)) {
		const sent = departure.sent as { meta?: object } | undefined;
		const before = { ...(values.meta as object), ...sent?.meta };
		taken.meta = { ...answer.meta, ...changedKeys(attributes.meta as object, before) };
	}
	return taken;
}

/** A field is kept if the user set it since the request left. A write also keeps what it has not sent and the user has changed. */
function keepsEdits(
	attributes: Attributes,
	edits: Map<string, number>,
	values: Attributes,
	{ left, isWrite, sent = {} }: Departure,
): (field: string) => boolean {
	const isChangedInPlace = (field: string): boolean =>
		Object.hasOwn(values, field) &&
		_.isObject(attributes[field]) &&
		differs(attributes[field], values[field]);
	return (field) => {
		if (NOT_COMPARED.includes(field)) return false;
		const edited = edits.get(field);
		if (edited !== undefined && edited > left) return true;
		return isWrite && !Object.hasOwn(sent, field) && (edited !== undefined || isChangedInPlace(field));
	};
}

function covers(fields: object, others: object): boolean {
	return Object.keys(others).every((field) => Object.hasOwn(fields, field));
}

/** Copies: what is changed inside of `meta` later must show. */
function remember({ values }: SavedState, answer: Attributes): void {
	for (const [field, value] of Object.entries(answer))
		if (!NOT_COMPARED.includes(field))
			values[field] = _.isObject(value) ? ($.extend(true, {}, { value }) as Attributes).value : value;
}

/** A title is sent as text and answered as an object. */
function differs(value: unknown, known: unknown): boolean {
	return !_.isEqual(value, known) && value !== (Object(known) as Attributes).raw;
}

function changedKeys(now: object, before: object): object {
	return _.pick(now, (value, key: string) => differs(value, (before as Attributes)[key]));
}
