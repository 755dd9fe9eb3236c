/**
 * What a page knows of a model: the fields as the server last said them, and those that the user has set since. Core keeps neither. Here both
 * are kept beside core's models, and an answer is changed before core takes it, so that it undoes nothing that is newer.
 */
import { baseList, baseModel, bodyOf, wrap } from './overlay.ts';

type Fields = Record<string, any>;

interface Departure {
	left: number;
	isWrite: boolean;
	sent: Fields;
}

interface Answer {
	left: number;
	isWrite: boolean;
	/** A read tells how things were when it left, a write how they were when it was answered. */
	since: number;
	fields: string[];
}

interface Knowledge {
	edits: Map<string, number>;
	answers: Answer[];
	saved: Fields;
	/** Whether the last answer was a list. */
	isList?: boolean;
}

const known = new WeakMap<object, Knowledge>();

function knowledgeOf(model: object): Knowledge {
	const knowledge = known.get(model) ?? { edits: new Map<string, number>(), answers: [], saved: {} };
	known.set(model, knowledge);
	return knowledge;
}

/** What the server last said of a field. */
export const saved = (model: object, field: string): unknown => knowledgeOf(model).saved[field];

export const isEdited = (model: object, field: string): boolean => knowledgeOf(model).edits.has(field);

/** Whether a read has put a list into the model, and it is still there. */
export const holdsList = (model: any): boolean => !!knowledgeOf(model).isList && model.has('0');

export function keepNewer(window: any): void {
	const { _ } = window;
	let clock = 0;
	const departures = new WeakMap<object, Departure>();

	for (const prototype of [baseModel(window), baseList(window)])
		wrap(
			prototype,
			'sync',
			(base) =>
				function (method: string, subject: any, options: any = {}) {
					const isWrite = method !== 'read';
					const sent = (options.attrs ?? (isWrite && subject.toJSON())) || {};
					const departure = { left: ++clock, isWrite, sent };
					const { error } = options;
					options.error = (...args: unknown[]) => {
						// Nobody knows what the server has after a write that failed.
						if (isWrite && method !== 'delete')
							for (const field of Object.keys(bodyOf(options) ?? sent)) delete knowledgeOf(this).saved[field];
						error?.apply(options.context, args);
					};
					// A page's own transport may answer before there is a jqXHR.
					options.xhr = (): undefined => undefined;
					departures.set(options.xhr, departure);
					const xhr = base.call(this, method, subject, options);
					if (xhr) departures.set(xhr, departure);
					options.xhr = xhr;
					return xhr;
				},
		);

	wrap(
		baseModel(window),
		'set',
		(base) =>
			function (key: any, value: any, options: any) {
				if (key === null || key === undefined) return base.call(this, key, value, options);
				const [attributes, given] = typeof key === 'object' ? [key, value] : [{ [key]: value }, options];
				// Backbone has `changed` from the end of the constructor on.
				const isMade = !!this.changed;
				const departure =
					(given?.xhr && departures.get(given.xhr)) ??
					(!isMade && given?.parse ? { left: ++clock, isWrite: false, sent: {} } : undefined);
				if (departure) return base.call(this, accepted(this, attributes, departure), given);
				clock++;
				if (isMade) for (const field of Object.keys(attributes)) knowledgeOf(this).edits.set(field, clock);
				return base.call(this, attributes, given);
			},
	);

	wrap(
		baseModel(window),
		'clone',
		(base) =>
			function () {
				const knowledge = knowledgeOf(this);
				const copy = base.call(this);
				const { edits, saved: before } = knowledge;
				known.set(copy, { ...knowledge, edits: new Map(edits), saved: { ...before }, answers: [] });
				return copy;
			},
	);

	// A list that is read with `reset` makes new models, but keeps those that were written since it was asked for.
	wrap(
		baseList(window),
		'parse',
		(base) =>
			function (answer: unknown, options: any) {
				const items = base.call(this, answer, options);
				const left = options?.reset && options.xhr && departures.get(options.xhr)?.left;
				if (!left || !Array.isArray(items)) return items;
				const isNewer = (model: any): boolean =>
					knowledgeOf(model).answers.some(({ isWrite, since }) => isWrite && since > left);
				const newer: any[] = options.previousModels.filter(isNewer);
				return items.map((item) => newer.find(({ id }) => id === item?.id) ?? item);
			},
	);

	/** What of an answer a model takes. */
	function accepted(model: any, answer: Fields, { left, isWrite, sent }: Departure): Fields {
		const knowledge = knowledgeOf(model);
		const { edits, answers, saved: before } = knowledge;
		knowledge.isList = Array.isArray(answer) && answer.length > 0;
		const isOutdated = (field: string): boolean =>
			answers.some(
				(other) =>
					other.fields.includes(field) && (isWrite ? other.isWrite && other.left > left : other.since > left),
			);
		const isNewer = (field: string): boolean => {
			const edited = edits.get(field);
			return (
				edited !== undefined && (edited > left || (isWrite && !(field in sent))) && !field.startsWith('_')
			);
		};
		const fresh: Fields = _.omit(answer, Object.keys(answer).filter(isOutdated));
		answers.push({ left, isWrite, since: isWrite ? ++clock : left, fields: Object.keys(fresh) });
		const kept = Object.keys(fresh).filter(isNewer);
		const taken: Fields = _.omit(fresh, kept);
		// WordPress merges `meta`: of it, the keys count that the user has changed.
		if (kept.includes('meta') && _.isObject(fresh['meta']) && _.isObject(model.get('meta'))) {
			const base = { ...before['meta'], ...sent['meta'] };
			taken['meta'] = {
				...fresh['meta'],
				..._.pick(model.get('meta'), (value: unknown, name: string) => !_.isEqual(value, base[name])),
			};
		}
		for (const field of Object.keys(taken)) if (!kept.includes(field)) edits.delete(field);
		Object.assign(before, JSON.parse(JSON.stringify(fresh)));
		return taken;
	}
}
