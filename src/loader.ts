/**
 * Reads of single items come in, one by one; they go out together, as `include=` lists, once the turn is over.
 */

import $ from 'jquery';
import { WPApiError } from './errors.ts';
import { mapped } from './promises.ts';
import { listShape } from './schema/routes.ts';
import type { Attributes, CollectionClass, EndpointLike, WPApiXHR } from './seams.ts';
import { LOT } from './sync/pagination.ts';
import { abortable } from './sync/signal.ts';

type Answers = Map<number, JQuery.Deferred<Attributes>>;

/**
 * The attributes of an item, by the shape of its route (`/wp/v2/users/{}`) and its id. Rejects with the failed jqXHR, or with a
 * `WPApiError` (404) where the list came without the item.
 */
export function loadItem(
	endpoint: EndpointLike,
	shape: string,
	id: number,
	signal?: AbortSignal,
): JQuery.Promise<Attributes> {
	if (signal?.aborted) return abortable($.Deferred<Attributes>().promise(), signal);
	// A timer, not a microtask: what a page does with the answers of one lot, jQuery starts by a timer for each.
	if (!endpoint.reads) setTimeout(() => flush(endpoint));
	const reads = (endpoint.reads ??= new Map<string, Answers>());
	const answers = reads.get(shape) ?? (new Map() as Answers);
	const answer = answers.get(id) ?? $.Deferred<Attributes>();
	reads.set(shape, answers.set(id, answer));
	return abortable(answer.promise(), signal);
}

function flush(endpoint: EndpointLike): void {
	const reads = [...endpoint.reads!];
	endpoint.reads = undefined;
	for (const [shape, answers] of reads) {
		const List = endpoint.find('collections', listShape(shape));
		const entries = [...answers];
		// An item by itself is asked for by its own route, which tells best why it is refused.
		if (entries.length < 2 || !List?.prototype.options?.include)
			for (const [id, answer] of entries) loadOne(endpoint, shape, id, answer);
		else
			for (let i = 0; i < entries.length; i += LOT)
				loadLot(endpoint, shape, List, new Map(entries.slice(i, i + LOT)));
	}
}

function loadOne(
	endpoint: EndpointLike,
	shape: string,
	id: number,
	{ resolve, reject }: JQuery.Deferred<Attributes>,
): void {
	const Item = endpoint.find('models', shape);
	if (!Item) return void reject(new WPApiError('not_related', `The site has no ${shape}.`));
	const xhr = new Item({ id }).fetch() as unknown as WPApiXHR<Attributes>;
	xhr.done((attributes) => resolve(attributes)).fail(reject);
}

function loadLot(endpoint: EndpointLike, shape: string, List: CollectionClass, answers: Answers): void {
	const data = { include: [...answers.keys()].join(), per_page: LOT };
	// A list leaves out what the item's own route may show: a draft, a user who has published nothing.
	const { status, roles } = List.prototype.options!;
	const mayHide = roles ?? (status && status.default !== 'inherit');
	const asked = new List().fetch({ data }) as unknown as JQuery.Promise<Attributes[]>;
	mapped(
		asked,
		(items) => new Map(Object.values(Object(items) as Attributes[]).map((item) => [Number(item?.id), item])),
	)
		.done((found) => {
			for (const [id, answer] of answers) {
				const item = found.get(id);
				if (item) answer.resolve(item);
				else if (mayHide) loadOne(endpoint, shape, id, answer);
				else answer.reject(new WPApiError('not_found', `There is no ${shape} ${id}.`, 404));
			}
		})
		.fail((xhr: unknown) => answers.forEach((answer) => answer.reject(xhr)));
}
