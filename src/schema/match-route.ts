/**
 * Finds the values of a route's parameters in a path. The expressions in a route come from plugins and are never run:
 * some take minutes. Here the work grows with the length of the path times that of the pattern, whatever the pattern.
 *
 *   /wp/v2/posts/(?P<id>[\d]+)   and   /wp/v2/posts/7   ->   { id: '7' }
 *
 * A path matches if the class of the route would ask for it. So of a nameless group with alternatives only the first counts,
 * as in the addresses that the class makes. The values of a parameter are compared character by character. Where they
 * have groups of their own, any value fits, except that it holds no slash where the expression allows none.
 */

import { readPattern, type Group } from './route-pattern.ts';
import type { Params } from '../types.ts';

/** A kind of character, and how often it may come. */
interface Step {
	takes(char: string): boolean;
	isOptional: boolean;
	repeats: boolean;
}

/** For each position of the path: 1 if what follows there can be matched up to the end. */
type Table = Uint8Array;

/** One way to match a part, with a table for each step and one for what comes behind the last step. */
interface Alternative {
	steps: Step[];
	tables: Table[];
}

/** The values by name; `undefined` where the path does not match, or the pattern cannot be read. */
export function matchPattern(pattern: string, path: string): Params | undefined {
	// Most routes of a site differ in the text that they begin with.
	const [beginning] = /^[\w/-]*/.exec(pattern)!;
	if (path.slice(0, beginning.length).toLowerCase() !== beginning.toLowerCase()) return undefined;
	const parts = readPattern(pattern) ?? [];
	const names = parts.flatMap((part) => (typeof part === 'string' ? [] : part.name));
	// PHP refuses a pattern that has a name twice.
	if (new Set(names).size < names.length) return undefined;
	let after: Table = new Uint8Array(path.length + 1);
	after[path.length] = 1;
	const plan: Alternative[][] = [];
	for (const part of [...parts].reverse()) {
		const alternatives = stepsOf(part).map((steps) => ({ steps, tables: tablesOf(steps, path, after) }));
		after = union(alternatives.map(({ tables }) => tables[0]!));
		plan.push(alternatives);
	}
	return parts.length && after[0] ? valuesOf(parts, plan.reverse(), path) : undefined;
}

/** Walks along the tables, which know what leads to the end. */
function valuesOf(parts: (string | Group)[], plan: Alternative[][], path: string): Params {
	const values: [string, string | undefined][] = [];
	let at = 0;
	parts.forEach((part, i) => {
		// As PHP does, the first alternative that fits, and as much of the path as possible
		const { steps, tables } = plan[i]!.find(({ tables }) => tables[0]![at])!;
		const start = at;
		steps.forEach((step, j) => (at = endOf(step, tables[j + 1]!, path, at)));
		if (typeof part === 'string') return;
		const value = path.slice(start, at);
		values.push([part.name, value ? value.slice(part.before?.length ?? 0) : undefined]);
	});
	return Object.fromEntries(values);
}

function endOf({ takes, isOptional, repeats }: Step, after: Table, path: string, start: number): number {
	let end = isOptional && after[start] ? start : -1;
	for (let at = start; at < path.length && takes(path[at]!) && (repeats || at === start); at++)
		if (after[at + 1]) end = at + 1;
	return end;
}

/** From the last step to the first. */
function tablesOf(steps: Step[], path: string, after: Table): Table[] {
	const tables = [after];
	for (const { takes, isOptional, repeats } of [...steps].reverse()) {
		const next = tables.at(-1)!;
		const table = new Uint8Array(next.length);
		if (isOptional) table.set(next);
		for (let at = path.length - 1; at >= 0; at--)
			if ((next[at + 1] || (repeats && table[at + 1])) && takes(path[at]!)) table[at] = 1;
		tables.push(table);
	}
	return tables.reverse();
}

function union(tables: Table[]): Table {
	const all = new Uint8Array(tables[0]!.length);
	for (const table of tables) table.forEach((can, at) => (all[at]! |= can));
	return all;
}

/** The alternatives of a part. Text has one. */
function stepsOf(part: string | Group): Step[][] {
	if (typeof part === 'string') return [part.split('').map(literal)];
	const before = (part.before ?? '').split('').map(literal);
	const alternatives = valueSteps(part).map((steps) => [...before, ...steps]);
	return part.optional ? [...alternatives, []] : alternatives;
}

function valueSteps({ tokens, slashes }: Group): Step[][] {
	// Core itself has `(?P<user_id>(?:[\d]+|me))`.
	const isWrapped = tokens[0]?.startsWith('(') && tokens.at(-1) === ')';
	const inner = isWrapped ? tokens.slice(1, -1) : tokens;
	if (inner.some((token) => /^[()]/.test(token)))
		return [[{ takes: (char) => slashes || char !== '/', isOptional: false, repeats: true }]];
	const alternatives: Step[][] = [[]];
	let previous = '';
	for (const token of inner) {
		const steps = alternatives.at(-1)!;
		const step = steps.at(-1);
		if (token === '|') alternatives.push([]);
		// Behind another one, `?` and `+` say how PHP is to search.
		else if (isQuantifier(token) && step) {
			if (!isQuantifier(previous)) setQuantifier(step, token);
		} else steps.push(...(/^[\w/-]/.test(token) ? token.split('').map(literal) : [oneOf(token)]));
		previous = token;
	}
	return alternatives;
}

const isQuantifier = (token: string): boolean => /^([?*+]|\{[\d,]+\})$/.test(token);

function setQuantifier(step: Step, quantifier: string): void {
	step.isOptional = /^([?*]|\{0)/.test(quantifier);
	step.repeats = quantifier !== '?';
}

/** As in WordPress, in capitals or not. */
function literal(text: string): Step {
	const wanted = text.toLowerCase();
	return { takes: (char) => char.toLowerCase() === wanted, isOptional: false, repeats: false };
}

/** A class, an escape, a dot. An expression of one character, for one character, cannot take long. */
function oneOf(token: string): Step {
	const escaped = token.length === 1 && token !== '.' ? `\\${token}` : token;
	// The bracket right behind the one that opens a class stands for itself.
	const expression = new RegExp(`^${escaped.replace(/^\[\^?(?=\])/, '$&\\')}$`, 'i');
	return { takes: (char) => expression.test(char), isOptional: false, repeats: false };
}
