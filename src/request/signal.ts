/**
 * An `AbortSignal` comes in; what it calls off is aborted. https://developer.mozilla.org/docs/Web/API/AbortSignal
 */

import $ from 'jquery';
import { toWPApiError } from '../errors.ts';

/** Also a signal that was given before counts, in a later turn. What is returned ends the listening. */
export function onAbort(signal: AbortSignal, abort: () => void): () => void {
	const listener = (): void => abort();
	if (signal.aborted) void Promise.resolve().then(listener);
	signal.addEventListener('abort', listener);
	return () => signal.removeEventListener('abort', listener);
}

/** A promise of one caller's: the request may be others' as well. */
export function abortable<T>(promise: JQuery.Promise<T>, signal: AbortSignal | undefined): JQuery.Promise<T> {
	if (!signal) return promise;
	const own = $.Deferred<T>();
	promise.done(own.resolve).fail(own.reject);
	const abort = (): void => void own.reject(toWPApiError(undefined, 'abort'));
	return own.always(onAbort(signal, abort)).promise();
}
