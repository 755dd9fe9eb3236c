/**
 * A promise of one thing, or several, comes in, a promise of another goes out, settled in the same turn.
 */

import $ from 'jquery';
import type { WPApiError } from './errors.ts';

/** jQuery's own `then` waits for another turn; in core everything settled in the same one. What `map` throws rejects. */
export function mapped<From, To>(
	promise: JQuery.Promise<From>,
	map: (...values: NoInfer<From>[]) => To,
	mapFailure: (failure: unknown) => unknown = (failure) => failure,
): JQuery.Promise<To> {
	const deferred = $.Deferred<To>();
	const fail = (failure: unknown): unknown => deferred.reject(mapFailure(failure));
	promise
		.done((...values: From[]) => {
			let result;
			try {
				result = map(...values);
			} catch (error) {
				return fail(error);
			}
			return deferred.resolve(result);
		})
		.fail(fail);
	return deferred.promise();
}

/** What a callback of the page's throws is its own business: it is reported, and stops nobody else. */
export function throwLater(error: unknown): void {
	setTimeout(() => {
		throw error;
	});
}

/** A callback of the page. What it throws is reported, and keeps nobody else from being told: jQuery's Deferred would stop there. */
export function harmless(callback: unknown): (this: unknown, ...args: unknown[]) => void {
	return function (...args) {
		try {
			(callback as ((...args: unknown[]) => unknown) | undefined)?.apply(this, args);
		} catch (error) {
			throwLater(error);
		}
	};
}

export function rejected<T>(error: WPApiError): JQuery.Promise<T> {
	return $.Deferred<T>()
		.reject(error as never)
		.promise();
}
