/**
 * Gathers the single items that are asked for in one turn, and reads them together by `include=`. Authors, media, terms, parents
 * and linked items come this way: 100 posts that ask for their author make one request.
 */

import $ from 'jquery';
import { WPApiError } from '../errors.ts';
import { fetched } from './fetched.ts';
import { recentReads } from './recent-reads.ts';
import { listShape } from '../schema/routes.ts';
import type { AjaxOptions, Attributes, CollectionClass, EndpointLike, WPApiCollection } from '../seams.ts';
import type { Settings } from '../schema/settings.ts';
import { nextPage } from '../request/encode-list.ts';
import { pageSize, withFullPages } from '../request/page-size.ts';
import { abortable } from '../request/signal.ts';

type GatheredReads = EndpointLike['reads'];
type Answers = Map<number, JQuery.Deferred<Attributes>>;

/** Milliseconds that an answer serves others, where the settings do not say. */
const MAX_AGE = 5000;

/**
 * The attributes of an item, by the shape of its route (`/wp/v2/users/{}`) and its id. Rejects with the failed jqXHR of the
 * item's own route.
 */
export function loadItem(
	endpoint: EndpointLike,
	shape: string,
	id: number,
	options?: AjaxOptions,
): JQuery.Promise<Attributes> {
	// The class may be one of another namespace, which then gathers and forgets.
	const owner = endpoint.find('models', shape)?.prototype.endpointModel ?? endpoint;
	return owner.reads.load(shape, id, options);
}

/** What an endpoint reads its items with. */
export function gatherReads(endpoint: EndpointLike, { relatedMaxAge = MAX_AGE }: Settings): GatheredReads {
	const recent = recentReads(relatedMaxAge);
	/** What is asked for in this turn, by the shape of the route. */
	let waiting: Map<string, Answers> | undefined;

	const flush = (): void => {
		const asked = waiting!;
		waiting = undefined;
		recent.dropOld();
		for (const [shape, answers] of asked) loadAll(endpoint, shape, answers);
	};

	const load: GatheredReads['load'] = (shape, id, { signal, fresh } = {}) => {
		if (signal?.aborted) return abortable($.Deferred<Attributes>().promise(), signal);
		const path = shape.replace('{}', String(id));
		const known = fresh ? undefined : recent.find(path);
		if (known) return abortable(known, signal);
		// A timer, not a microtask: what a page does with the answers of one lot, jQuery starts by a timer for each.
		if (!waiting) setTimeout(flush);
		waiting ??= new Map<string, Answers>();
		const answers = waiting.get(shape) ?? (new Map() as Answers);
		waiting.set(shape, answers);
		let answer = answers.get(id);
		if (!answer) {
			answer = $.Deferred<Attributes>();
			answers.set(id, answer);
			recent.keep(path, answer.promise());
		}
		return abortable(answer.promise(), signal);
	};

	return { load, forget: recent.forget };
}

function loadAll(endpoint: EndpointLike, shape: string, answers: Answers): void {
	const List = endpoint.find('collections', listShape(shape));
	// An item by itself is asked for by its own route, which tells best why it is refused.
	if (answers.size < 2 || !List?.prototype.options?.include) loadSingly(endpoint, shape, answers);
	else loadLots(endpoint, shape, List, answers, pageSize(List.prototype.route));
}

function loadSingly(endpoint: EndpointLike, shape: string, answers: Answers): void {
	for (const [id, { resolve, reject }] of answers) {
		const Item = endpoint.find('models', shape);
		if (!Item) reject(new WPApiError('not_related', `The site has no ${shape}.`));
		else
			fetched<Attributes>(() => new Item({ id }))
				.done(resolve)
				.fail(reject);
	}
}

function loadLots(
	endpoint: EndpointLike,
	shape: string,
	List: CollectionClass,
	answers: Answers,
	size: number,
): void {
	const entries = [...answers];
	for (let i = 0; i < entries.length; i += size)
		loadLot(endpoint, shape, List, new Map(entries.slice(i, i + size)));
}

function loadLot(endpoint: EndpointLike, shape: string, List: CollectionClass, answers: Answers): void {
	let list: WPApiCollection | undefined;
	const data = { include: [...answers.keys()].join(), per_page: pageSize(List.prototype.route) };
	withFullPages(() => fetched<unknown>(() => (list = new List()), { data }))
		.done((items) => {
			const missing: Answers = new Map(answers);
			for (const item of Object.values(Object(items) as Attributes[])) {
				const id = Number(item?.id);
				answers.get(id)?.resolve(item);
				missing.delete(id);
			}
			const found = answers.size - missing.size;
			// The site gives fewer at once than it was asked for: the others come in lots of as many.
			if (found && list && nextPage(list.state)) loadLots(endpoint, shape, List, missing, found);
			// A list hides what the item's own route may show: a draft, a private picture, a user who has published nothing.
			else loadSingly(endpoint, shape, missing);
		})
		.fail((failure: unknown) => answers.forEach(({ reject }) => reject(failure)));
}
