/**
 * Core's `more()`, changed so that it asks for the page that was meant.
 */
import { baseList, readQuery, wrap } from './overlay.ts';

type Query = Record<string, any>;

export function changeMore(window: any): void {
	let newest = 0;
	/** The newest read of each list, and the newest that `more()` sent. */
	const reads = new WeakMap<object, any>();
	const pages = new WeakMap<object, any>();
	const numbers = new WeakMap<object, number>();
	const isPending = (xhr: any): boolean => xhr?.state?.() === 'pending';

	wrap(
		baseList(window),
		'sync',
		(base) =>
			function (method: string, list: any, options: any) {
				if (method !== 'read') return base.call(this, method, list, options);
				const number = ++newest;
				const { success } = options;
				options.success = (...args: unknown[]) => {
					// A page that was asked for before what is here now is not waited for.
					if ((numbers.get(pages.get(this) ?? this) ?? 0) <= number && options.remove !== false)
						pages.delete(this);
					success?.apply(options.context, args);
				};
				const xhr = base.call(this, method, list, options);
				reads.set(this, xhr);
				if (xhr) numbers.set(xhr, number);
				return xhr;
			},
	);

	wrap(
		baseList(window),
		'hasMore',
		() =>
			function () {
				return nextPage(this.state, this.state.data) && true;
			},
	);

	wrap(
		baseList(window),
		'more',
		() =>
			function (options: any = {}) {
				const query = { ...this.state.data, ...readQuery(options.data) };
				const data = query['page'] ? query : nextPage(this.state, query);
				const page = pages.get(this);
				const isSearching = reads.get(this) !== page && isPending(reads.get(this));
				if (!data || (isSearching && !query['page'])) return false;
				if (!options.data && isPending(page)) {
					const { success, error, complete } = options;
					page.done((answer: unknown, text: unknown) => {
						success?.(this, answer, options);
						complete?.(page, text);
					});
					page.fail((xhr: unknown, text: unknown) => {
						error?.(this, xhr, options);
						complete?.(page, text);
					});
					return page;
				}
				const xhr = this.fetch({ ...options, data });
				pages.set(this, xhr);
				return xhr;
			},
	);
}

/** `false` at the end, `null` where nobody knows. */
function nextPage({ currentPage, totalPages, totalObjects }: Query, query: Query): Query | false | null {
	if ([currentPage, totalPages, totalObjects].includes(null)) return null;
	if (!query['offset']) return currentPage < totalPages && { ...query, page: currentPage + 1 };
	const offset = Number(query['offset']) + Number(query['per_page'] ?? 10);
	return offset < totalObjects && { ...query, offset };
}
