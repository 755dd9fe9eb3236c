/**
 * PHP prints notices before, or behind, the JSON of an answer: the JSON is taken where it is whole, and somebody is told.
 */

import $ from 'jquery';
import type { Concern } from '../seams.ts';

export const notice: Concern = {
	attempt(_request, own) {
		const { dataFilter = $.ajaxSetup({}).dataFilter } = own;
		own.dataFilter = (text: string, type: string) =>
			cleaned(type, (dataFilter?.(text, type) as string | undefined) ?? text);
	},
	// What is not a success jQuery does not filter.
	arrived(_request, xhr) {
		if (xhr.status < 400 || xhr.responseJSON) return;
		xhr.responseJSON = read(withoutNotice(xhr.responseText ?? ''));
	},
};

const cleaned = (type: string, text: string): string => (type === 'json' ? withoutNotice(text) : text);

function withoutNotice(text: string): string {
	const answer = text.trim();
	const [starts, ends] = [/^[[{]/.test(answer), /[\]}]$/.test(answer)];
	// Both, as nearly always: it is read but once. Neither: a page of HTML, which may well have JSON somewhere inside.
	if (starts === ends) return text;
	// A notice has brackets of its own, but not many. What stands inside of JSON that is cut off is not the answer.
	const isInside = (start: number): boolean => /[[{,:]\s*$/.test(answer.slice(0, start));
	const brackets = [...answer.matchAll(starts ? /[\]}]/g : /[[{]/g)].map(({ index }) => index);
	const candidates = starts
		? brackets.slice(-50).map((end) => answer.slice(0, end + 1))
		: brackets.slice(0, 50).flatMap((start) => (isInside(start) ? [] : answer.slice(start)));
	const json = (starts ? candidates.reverse() : candidates).find((part) => read(part) !== undefined);
	if (json === undefined) return text;
	// eslint-disable-next-line no-console -- who can mend it, looks there
	console.warn(
		'WordPress printed more than JSON, see its error log:',
		answer.replace(json, '').slice(0, 500),
	);
	return json;
}

function read(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}
