/**
 * How many items of a list the site gives at once. WordPress gives 100; a plugin may allow fewer. The schema says so, or the
 * refusal of a request that asked for too many.
 */

import { toWPApiError } from '../errors.ts';
import type { Route } from '../schema/routes.ts';
import type { Concern } from '../seams.ts';

/** What WordPress allows, and the most that is ever asked for: `include=` must fit into an address. */
const USUAL = 100;

/** What a refusal has told, until the schema brings new routes. */
const learnt = new WeakMap<Route, number>();

/** The largest `per_page` of a list. */
export function pageSize(route: Route): number {
	const maximum = Math.floor(Number(route?.options?.per_page?.maximum));
	return Math.min(USUAL, learnt.get(route) ?? USUAL, maximum >= 1 ? maximum : USUAL);
}

/** Sends a request with `fullPages` again, with a smaller `per_page`, where the site refuses the one it had. */
export const fullPages: Concern = {
	recover(request, { xhr, code }) {
		const { settings, listQuery } = request;
		const { route } = request.subject;
		if (!settings.fullPages || !route || code !== 'rest_invalid_param') return undefined;
		const asked = Number(listQuery?.per_page);
		const { per_page: refusal } = toWPApiError(xhr).params;
		if (!refusal || !(asked > 1)) return undefined;
		const size = allowedBy(refusal, asked);
		learnt.set(route, size);
		settings.data = request.listQuery = { ...listQuery, per_page: size };
		return Promise.resolve();
	},
};

/** "per_page must be between 1 (inclusive) and 20 (inclusive)", in whatever language -> 20. */
function allowedBy(refusal: string, asked: number): number {
	const numbers = (refusal.match(/\d+/g) ?? []).map(Number);
	const smaller = numbers.filter((number) => number >= 1 && number < asked);
	return smaller.length ? Math.max(...smaller) : Math.floor(asked / 2);
}
