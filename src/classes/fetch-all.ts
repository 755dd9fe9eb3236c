/**
 * A collection and a query come in; all pages of its list go into the collection, in order.
 */

import $ from 'jquery';
import { toWPApiError, WPApiError } from '../errors.ts';
import { throwLater } from '../promises.ts';
import type { AjaxOptions, FetchAllOptions, PageState, WPApiCollection, WPApiXHR } from '../seams.ts';
import { isLate, nextPage, readsOf } from '../request/encode-list.ts';
import { send } from '../request/exchange.ts';
import { pageSize, withFullPages } from '../request/page-size.ts';
import { readQuery } from '../request/url.ts';

/** A promise of the whole list. Each page is told as progress: `( pages here, pages in all )`. */
export interface Loading extends JQuery.Promise<WPApiCollection> {
	/** Calls off what is under way. The pages that are here stay. */
	abort(): void;
}

/**
 * The first page by `fetch()`, the others side by side. At the first failure it stops and rejects with the failed jqXHR; the
 * collection has, and its state names, the pages up to there.
 */
export function fetchAll(collection: WPApiCollection, given: FetchAllOptions = {}): Loading {
	const { concurrency = 4, success, error, data, ...options } = given;
	const most = concurrency >= 1 ? concurrency : 1;
	const deferred = $.Deferred<WPApiCollection>()
		.done(success as never)
		.fail(error as never);
	const underWay = new Set<WPApiXHR>();
	const isPending = (): boolean => deferred.state() === 'pending';
	const end = (...args: unknown[]): void => {
		deferred.reject(...(args as never[]));
		for (const xhr of underWay) xhr.abort();
	};
	const ask = (xhr: WPApiXHR, take: (items: unknown) => void): void => {
		underWay.add(xhr);
		xhr
			.always(() => underWay.delete(xhr))
			.done((items) => {
				try {
					if (isPending()) take(items);
				} catch (thrown) {
					if (isPending()) end(thrown);
					else throwLater(thrown);
				}
			})
			.fail(end);
	};

	const query = { per_page: pageSize(collection.route), ...readQuery(data) };
	const first = withFullPages(() => collection.fetch({ ...options, data: query }) as unknown as WPApiXHR);
	ask(first, () => {
		const { newest } = readsOf(collection);
		const rest = statesAfter(collection.state);
		const pages: { items: unknown; xhr: WPApiXHR }[] = [];
		let asked = 0;
		let taken = 0;
		const tell = (): void => {
			deferred.notify(taken + 1, rest.length + 1);
			if (taken === rest.length) deferred.resolve(collection);
		};
		const expectNewest = (): void => {
			if (isLate(first) || readsOf(collection).newest !== newest)
				throw new WPApiError('abort', 'A later read took its place.');
		};
		const put = (): void => {
			expectNewest();
			// In order, whatever comes first
			while (isPending() && taken in pages) {
				const { items, xhr } = pages[taken]!;
				collection.set(items as never, { ...options, xhr, parse: true, remove: false } as object);
				Object.assign(collection.state, rest[taken++]);
				collection.trigger('sync', collection, items, options);
				tell();
			}
		};
		const askNext = (): void => {
			while (isPending() && asked < rest.length && underWay.size < most) {
				const page = asked++;
				const own = { ...options, data: queryOf(rest[page]!) } as AjaxOptions;
				const xhr = send(collection, own, { method: 'read', decode: ({ body }) => body });
				xhr.fail(() => isPending() && collection.trigger('error', collection, xhr, own));
				ask(xhr, (items) => {
					pages[page] = { items, xhr };
					put();
					askNext();
				});
			}
		};
		expectNewest();
		tell();
		askNext();
	});
	return deferred.promise({ abort: () => end(toWPApiError(undefined, 'abort')) }) as Loading;
}

const queryOf = ({ data, currentPage }: PageState): object =>
	data.offset ? data : { ...data, page: currentPage };

/** Where a collection will stand after each further page. */
function statesAfter(state: PageState): PageState[] {
	const states: PageState[] = [];
	for (let query; (query = nextPage(states.at(-1) ?? state));) {
		const { page = state.currentPage, ...data } = query;
		states.push({ ...state, data, currentPage: page as number });
	}
	return states;
}
