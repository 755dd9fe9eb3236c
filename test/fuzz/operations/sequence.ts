/**
 * Random sequences of what pages do with the client, as lines of code.
 */
import { chance } from '../../../bench/soak/chance.ts';
import type { Sequence } from '../page.ts';
import { type Context, type Made, type Operation } from './context.ts';
import {
	addToList,
	create,
	fetchList,
	hasMore,
	more,
	pageThrough,
	poll,
	removeFromList,
	take,
} from './lists.ts';
import { listClass, makeModelOrList, modelClass, pagesOwn } from './make.ts';
import { clone, destroy, fetchModel, helper, save, set, setBack, setByHelper, unset } from './models.ts';

export function makeSequence(seed: number, length = 10): Sequence {
	const random = chance(seed);
	const { below, oneOf } = random;
	const lines: string[] = [];
	const made: Made[] = [];
	let newest = 0;
	const known = (kind: Made['kind']): Made[] => made.filter((one) => one.kind === kind);
	const context: Context = { ...random, lines, made, known, newName: (letter) => `${letter}${++newest}` };
	if (below(6) === 0) oneOf([pagesOwn, modelClass, listClass])(context);
	makeModelOrList(context);
	const faults = oneOf([0, 0, 0, 0.3]);
	const total = 3 + below(length);
	while (lines.length < total) oneOf(operations)(context);
	return { seed, faults, lines };
}

const abort: Operation = ({ known, lines, oneOf }) => {
	const requests = known('request');
	if (requests.length) lines.push(`v.${oneOf(requests).name}.abort && v.${oneOf(requests).name}.abort()`);
};

const answer: Operation = ({ lines }) => void lines.push('answer()');

/** An operation that stands here several times is done more often. */
const operations: Operation[] = [
	makeModelOrList,
	makeModelOrList,
	set,
	set,
	setBack,
	unset,
	fetchModel,
	fetchModel,
	fetchModel,
	save,
	save,
	save,
	destroy,
	fetchList,
	fetchList,
	more,
	pageThrough,
	poll,
	hasMore,
	take,
	take,
	addToList,
	removeFromList,
	create,
	clone,
	abort,
	helper,
	setByHelper,
	modelClass,
	listClass,
	answer,
	answer,
	answer,
	answer,
	answer,
	answer,
];
