/**
 * A regular expression as WordPress's routes are written in comes in; its text and its groups, in order, go out.
 * Groups nest and classes hold brackets, so this is a scanner: no split and no single expression reads them.
 */

/** A group of the path. `slashes`: its value may hold `/`. `optional`: it may be left out. */
export interface Param {
	name: string;
	slashes: boolean;
	optional: boolean;
}

/** Text as it stands, or a parameter. */
export type Part = string | Param;

/** Reads a pattern; `undefined` where its brackets do not match. */
export function scan(pattern: string): Part[] | undefined {
	const parts: Part[] = [];
	let token = '';
	let depth = 0;
	let inClass = false;
	for (let i = 0; i < pattern.length; i++) {
		let char = pattern.charAt(i);
		if (char === '\\') char += pattern.charAt(++i);
		// A bracket that opens a class may be followed by one that stands for itself.
		else if (inClass) inClass = char !== ']' || /\[\^?$/.test(token);
		else if (char === '[') inClass = true;
		else if (char === '(' && !depth++) {
			parts.push(plain(token));
			token = char = '';
		} else if (char === ')' && !--depth) {
			const optional = /[?*]/.test(pattern.charAt(i + 1));
			parts.push(...readGroup(token, optional));
			if (optional) i++;
			token = char = '';
		}
		token += char;
	}
	return depth || inClass ? undefined : [...parts, plain(token)].filter(Boolean);
}

/** A group without a name is nothing to WordPress but what it holds, or one of several words. */
function readGroup(group: string, optional: boolean): Part[] {
	const [, name, body = ''] = /^(?:\?P?[<'](\w+)[>']|\?:)?(.*)/.exec(group)!;
	// A slash counts outside of classes that exclude it.
	if (name) return [{ name, optional, slashes: /\/|\.[*+]/.test(body.replace(/\[\^(\\.|[^\]])*/g, '')) }];
	return optional ? [] : (scan(body.replace(/\|.*/, '')) ?? []);
}

const plain = (text: string): string => text.replace(/\\(.)|[$^]/g, '$1');
