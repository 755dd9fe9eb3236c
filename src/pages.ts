/**
 * A collection and a query come in; all pages of its list go into the collection, in order.
 */

import $ from 'jquery';
import { WPApiError } from './errors.ts';
import { LOT } from './loader.ts';
import type { AjaxOptions, FetchAllOptions, PageState, WPApiCollection, WPApiXHR } from './seams.ts';
import { pageConcerns } from './sync/concerns.ts';
import { nextPage } from './sync/pagination.ts';
import { send } from './sync/send.ts';
import { readQuery } from './sync/url.ts';

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
	const deferred = $.Deferred<WPApiCollection>()
		.done(success as never)
		.fail(error as never);
	const underWay = new Set<WPApiXHR>();
	const abort = (): void => {
		for (const xhr of underWay) xhr.abort();
	};
	const fail = (...args: unknown[]): void => {
		deferred.reject(...(args as never[]));
		abort();
	};
	const ask = (xhr: WPApiXHR, take: (items: unknown) => void): void => {
		underWay.add(xhr);
		xhr
			.done((items) => {
				underWay.delete(xhr);
				try {
					if (deferred.state() === 'pending') take(items);
				} catch (thrown) {
					fail(thrown);
				}
			})
			.fail((...args: unknown[]) => {
				underWay.delete(xhr);
				fail(...args);
			});
	};

	const query = { per_page: LOT, ...readQuery(data) };
	const first = collection.fetch({ ...options, data: query }) as unknown as WPApiXHR;
	ask(first, () => {
		const { newestRead } = collection;
		const rest = statesAfter(collection.state);
		const pages: unknown[] = [];
		let asked = 0;
		let taken = 0;
		const tell = (): void => {
			deferred.notify(taken + 1, rest.length + 1);
			if (taken === rest.length) deferred.resolve(collection);
		};
		const put = (): void => {
			if (collection.newestRead !== newestRead) throw new WPApiError('abort', 'A later read took its place.');
			// In order, whatever comes first
			while (taken in pages) {
				const page = pages[taken];
				collection.set(page as never, { ...options, parse: true, remove: false });
				Object.assign(collection.state, rest[taken++]);
				collection.trigger('sync', collection, page, options);
				tell();
			}
		};
		const askNext = (): void => {
			while (asked < rest.length && underWay.size < Math.max(1, concurrency)) {
				const page = asked++;
				const own = { ...options, data: queryOf(rest[page]!) } as AjaxOptions;
				ask(send('read', collection, own, pageConcerns), (items) => {
					pages[page] = items;
					put();
					askNext();
				});
			}
		};
		tell();
		askNext();
	});
	return deferred.promise({ abort }) as Loading;
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
