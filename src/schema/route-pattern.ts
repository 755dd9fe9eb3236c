/**
 * Reads the regular expressions that WordPress's routes are written in: the text and the groups of a path, in order.
 * Groups nest and classes hold brackets, so no split and no single expression reads them. Each token is visited once.
 *
 *   /wp/v2/posts/(?P<id>[\d]+)   [ '/wp/v2/posts/', { name: 'id', slashes: false, optional: false } ]
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

/** A parameter with the tokens between its brackets. */
export interface Group extends Param {
	tokens: string[];
}

/**
 * A class, the start of a group, its end with what says how often it may come, how often a character may come, an escape,
 * plain text, any other character.
 */
const TOKEN =
	/\[(?:\^(?:\\.|[^\\])|\\.|[^^\\])(?:\\.|[^\\\]])*\]|\(\?P?<\w+>|\(\?:|\)(?:[?*+]|\{[\d,]+\})?[?+]?|\{[\d,]+\}|\\[^]|[\w/-]+(?![?*+{])|[^]/g;

/** The parts of a pattern; `undefined` where its brackets do not match. */
export function scan(pattern: string): Part[] | undefined {
	return readPattern(pattern)?.map((part) => {
		if (typeof part === 'string') return part;
		const { tokens, ...param } = part;
		return param;
	});
}

/** The same, with the tokens of the parameters. */
export function readPattern(pattern: string): (string | Group)[] | undefined {
	const pieces: (string | Group)[] = [];
	// Groups without a name: where their pieces start, and whether their first alternative is over.
	const open = [{ start: 0, isOver: false }];
	let named: Group | undefined;
	let depth = 0;
	for (const [token] of pattern.matchAll(TOKEN)) {
		const group = open.at(-1)!;
		// A class without an end
		if (token === '[') return undefined;
		if (named) {
			if (token.startsWith('(')) depth++;
			if (!token.startsWith(')') || depth--) addToken(named, token);
			else {
				if (!group.isOver) pieces.push({ ...named, optional: isOptional(token) });
				[named, depth] = [undefined, 0];
			}
		} else if (token.startsWith('(')) {
			const name = /<(\w+)>/.exec(token)?.[1];
			if (name) named = { name, slashes: false, optional: false, tokens: [] };
			else open.push({ start: pieces.length, isOver: group.isOver });
		} else if (token.startsWith(')')) {
			open.pop();
			if (!open.length) return undefined;
			if (isOptional(token)) pieces.push(...optionalParam(pieces.splice(group.start)));
		} else if (token === '|') group.isOver = true;
		else if (!group.isOver) pieces.push(token.replace(/\\([^])/g, '$1'));
	}
	return named || open.length > 1 ? undefined : joinText(pieces);
}

const isOptional = (end: string): boolean => /^.([?*]|\{0)/.test(end);

function addToken(group: Group, token: string): void {
	const isAnything = /^[*+]/.test(token) && group.tokens.at(-1) === '.';
	group.slashes ||= isAnything || (token.includes('/') && !token.startsWith('[^'));
	group.tokens.push(token);
}

/** An optional group is left out, unless it is text and one parameter: `(?:/(?P<id>\d+))?`. */
function optionalParam(pieces: (string | Group)[]): Group[] {
	const param = pieces.pop();
	if (typeof param !== 'object' || pieces.some((piece) => typeof piece === 'object')) return [];
	return [{ ...param, optional: true, before: pieces.join('') + (param.before ?? '') }];
}

function joinText(pieces: (string | Group)[]): (string | Group)[] {
	const parts: (string | Group)[] = [];
	for (const piece of pieces) {
		const last = parts.at(-1);
		if (typeof piece === 'string' && typeof last === 'string') parts[parts.length - 1] = last + piece;
		else parts.push(piece);
	}
	return parts;
}
