/**
 * Reads answers in which PHP has printed notices before the JSON, behind it, or both. The console tells of them.
 */

import type { Middleware } from '../request.ts';

export const repairJSON: Middleware = (request, next) => next({ ...request, mendText: withoutNotice });

/** A page of HTML may well have JSON in it, which is not an answer. */
const PAGE = /<(!doctype|html|head|body|script|style)\b/i;

function withoutNotice(text: string): string {
	// This removes a byte order mark, too.
	const answer = text.trim();
	if (looksLikeJSON(answer)) return answer;
	const found = chunks(answer).filter((chunk) => isJSON(answer, chunk));
	// With two of them, nobody can tell which one is the answer.
	if (found.length !== 1) return text;
	const [start, end] = found[0]!;
	const [before, behind] = [answer.slice(0, start), answer.slice(end)];
	if (isInside(before) || PAGE.test(before) || PAGE.test(behind)) return text;
	// eslint-disable-next-line no-console -- who can mend it, looks there
	console.warn('WordPress printed more than JSON, see its error log:', (before + behind).slice(0, 500));
	return answer.slice(start, end);
}

/** From its ends, so that a good answer is read but once. Only a beginning such as `[12-Mar-2024` needs a closer look. */
function looksLikeJSON(answer: string): boolean {
	const ends = `${answer[0] ?? ''}${answer.at(-1) ?? ''}`;
	if (ends !== '{}' && ends !== '[]') return false;
	return /^(\{\s*"|\[\s*[{["])/.test(answer) || read(answer) !== undefined;
}

type Chunk = [start: number, end: number];

/** What stands between brackets that match, in one pass. */
function chunks(text: string): Chunk[] {
	const found: Chunk[] = [];
	let open: number[] = [];
	for (let at = 0; ;) {
		// Between brackets, those in quotes do not count. A line break ends a quotation that PHP has not closed.
		const token = open.length ? /[[\]{}]|"[^"\\\n]*(?:\\.[^"\\\n]*)*/g : /[[{]/g;
		token.lastIndex = at;
		const [sign] = token.exec(text) ?? [];
		if (!sign) return found;
		at = token.lastIndex;
		if (sign.startsWith('"')) at += text[at] === '"' ? 1 : 0;
		else if (sign === '[' || sign === '{') open.push(at - 1);
		else {
			const start = open.pop()!;
			if (text[start] === (sign === ']' ? '[' : '{')) {
				while (found.length && found.at(-1)![0] > start) found.pop();
				found.push([start, at]);
			} else open = [];
		}
	}
}

/** JSON that begins or ends the text, or stands on lines of its own, or between tags. */
function isJSON(text: string, [start, end]: Chunk): boolean {
	const isAlone = '\n>'.includes(signFrom(text, start - 1, -1)) && '\n<'.includes(signFrom(text, end, 1));
	const isAtEnd = !start || end === text.length;
	return (isAtEnd || isAlone) && read(text.slice(start, end)) !== undefined;
}

/** The first sign that is no blank, in one direction; nothing beyond the ends of the text. */
function signFrom(text: string, at: number, step: 1 | -1): string {
	while (text[at] === ' ' || text[at] === '\t') at += step;
	return text[at] ?? '';
}

/** A piece of JSON that is cut off, or of a script. */
const isInside = (before: string): boolean => '[{,:=('.includes(before.trimEnd().at(-1) ?? ' ');

function read(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}
