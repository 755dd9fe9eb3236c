/**
 * A regular expression as WordPress's routes are written in comes in; its text and its groups, in order, go out.
 * Groups nest and classes hold brackets, so this is a scanner: no split and no single expression reads them.
 */

/** A group of the path. `slashes`: its value may hold `/`. `optional`: it may be left out. */
export interface Param {
	name: string;
	slashes: boolean;
	optional: boolean;
	/** Text that is left out together with it. */
	before?: string;
}

/** Text as it stands, or a parameter. */
export type Part = string | Param;

/** Reads a pattern; `undefined` where its brackets do not match. */
export function scan(pattern: string): Part[] | undefined {
	// Text and groups by turns
	const pieces = [''];
	let depth = 0;
	let inClass = false;
	for (const [token, char] of pattern.matchAll(/\\?(.)/g)) {
		const piece = pieces.at(-1)!;
		// Of alternatives, the first
		if (token === '|' && !depth && !inClass) break;
		if (token === '(' && !inClass && !depth++) pieces.push('');
		pieces.push(pieces.pop()! + (depth ? token : char!));
		if (token === ')' && !inClass && !--depth) pieces.push('');
		// A bracket right behind the one that opens a class stands for itself.
		if (token === (inClass ? ']' : '[')) inClass = !inClass || /\[\^?$/.test(piece);
	}
	if (depth || inClass) return undefined;
	return pieces.flatMap((piece, i) => {
		if (i % 2) return readGroup(piece, /^[?*]/.test(pieces[i + 1]!));
		return piece.replace(i ? /^[?*]/ : '', '') || [];
	});
}

/** A group without a name is nothing to WordPress but what it holds, or one of several words. */
function readGroup(group: string, optional: boolean): Part[] {
	const [, name, body = ''] = /^\((?:\?P?<(\w+)>|\?:)?(.*)\)$/.exec(group)!;
	// A slash counts outside of classes that exclude it.
	if (name) return [{ name, optional, slashes: /\/|\.[*+]/.test(body.replace(/\[\^(\\.|[^\]])*/g, '')) }];
	const parts = scan(body) ?? [];
	if (!optional) return parts;
	const [before, param] = parts;
	return typeof before === 'string' && typeof param === 'object' && parts.length < 3
		? [{ ...param, optional, before }]
		: [];
}
