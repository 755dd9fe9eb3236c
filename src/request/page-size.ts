/**
 * How many items of a list the site gives at once. WordPress gives 100; a plugin may allow fewer. The schema says so, or the
 * refusal of a request that asked for too many.
 */

import { toWPApiError } from '../errors.ts';
import type { Route } from '../schema/routes.ts';
import { recovered } from './answer.ts';
import type { Middleware } from './request.ts';
import { readQuery } from './url.ts';

/** What WordPress allows, and the most that is ever asked for: `include=` must fit into an address. */
const USUAL = 100;

/** What a refusal has told, until the schema brings new routes. */
const learnt = new WeakMap<Route, number>();

/** Whether the list that is fetched now is one whose page size the client has chosen. */
let isChosen = false;

/** The largest `per_page` of a list. */
export function pageSize(route: Route): number {
	const maximum = Math.floor(Number(route?.options?.per_page?.maximum));
	return Math.min(USUAL, learnt.get(route) ?? USUAL, maximum >= 1 ? maximum : USUAL);
}

/** Calls a `fetch()` whose pages may be smaller than it asks for. A class of the page may have a `fetch()` of its own. */
export function withFullPages<T>(fetch: () => T): T {
	isChosen = true;
	try {
		return fetch();
	} finally {
		isChosen = false;
	}
}

/** Whether the list that is encoded now was fetched so. The answer counts for one list. */
export function takeFullPages(): boolean {
	const was = isChosen;
	isChosen = false;
	return was;
}

/** Sends a request again, with a smaller `per_page`, where the site refuses the one it had. `note` is told the new query. */
export function smallerPages(route: Route, note: (query: object) => void): Middleware {
	return (request, next) =>
		recovered(next(request), (failure) => {
			if (failure.code !== 'rest_invalid_param') return undefined;
			const query = readQuery(request.data);
			const asked = Number(query.per_page);
			const { per_page: refusal } = toWPApiError({ ...failure, responseJSON: failure.body }).params;
			if (!refusal || !(asked > 1)) return undefined;
			const size = allowedBy(refusal, asked);
			learnt.set(route, size);
			const data = { ...query, per_page: size };
			note(data);
			return smallerPages(route, note)({ ...request, data }, next);
		});
}

/** "per_page must be between 1 (inclusive) and 20 (inclusive)", in whatever language -> 20. */
function allowedBy(refusal: string, asked: number): number {
	const numbers = (refusal.match(/\d+/g) ?? []).map(Number);
	const smaller = numbers.filter((number) => number >= 1 && number < asked);
	return smaller.length ? Math.max(...smaller) : Math.floor(asked / 2);
}
