/**
 * An answer to come: a promise that settles in the same turn as what it waits for. Middleware uses these functions instead of `then`, which
 * waits for another turn.
 */

import $ from 'jquery';
import type { Failure, KnownAnswer, Response } from './request.ts';

/** Rejects with a `Failure`. */
export type Answer<T = Response> = JQuery.Promise<T>;

/** Handles a failure: the answer that `recover` gives counts instead, if it gives one. What it throws changes nothing. */
export function recovered(answer: Answer, recover: (failure: Failure) => Answer | undefined): Answer {
	const deferred = $.Deferred<Response>();
	answer.done(deferred.resolve).fail((failure: Failure) => {
		let other: Answer | undefined;
		try {
			other = recover(failure);
		} catch {
			// What went wrong first counts.
		}
		if (other) other.done(deferred.resolve).fail(deferred.reject);
		else deferred.reject(failure);
	});
	return deferred.promise();
}

/** Waits for any promise, then for the answer that it leads to. */
export function afterwards<T>(
	promise: PromiseLike<T>,
	proceed: (value: T) => Answer,
	refuse: (error: unknown) => Answer = rejectedWith,
): Answer {
	const deferred = $.Deferred<Response>();
	const go = (answer: Answer): void => void answer.done(deferred.resolve).fail(deferred.reject);
	promise.then(
		(value) => go(attempted(() => proceed(value))),
		(error: unknown) => go(attempted(() => refuse(error))),
	);
	return deferred.promise();
}

/** Runs what gives an answer. What it throws rejects. */
export function attempted(run: () => Answer): Answer {
	try {
		return run();
	} catch (error) {
		return rejectedWith(error);
	}
}

/** An answer that something thrown stands in the way of. */
export function rejectedWith(error: unknown): Answer {
	return failed(unanswered('exception', error));
}

/** Nobody waits for it any more. */
export const neverComing = (): Answer => $.Deferred<Response>().promise();

/** A failure without an answer of the server. */
export function unanswered(reason: string, cause?: unknown): Failure {
	return {
		status: 0,
		header: () => null,
		allHeaders: () => '',
		body: undefined,
		code: undefined,
		reason,
		cause,
	};
}

export function failed(failure: Failure): Answer {
	return $.Deferred<Response>()
		.reject(failure as never) // jQuery types what rejects like what resolves.
		.promise();
}

export function succeeded(response: Response): Answer {
	return $.Deferred<Response>().resolve(response).promise();
}

/** An answer that is at hand. Like one of the server, it is told in a later turn. */
export function answerWith(known: KnownAnswer): Answer {
	return afterwards(Promise.resolve(), () => {
		const response = responseOf(known);
		if (response.status < 400) return succeeded(response);
		return failed({ ...response, code: codeIn(known.body), reason: 'error' });
	});
}

function responseOf({ status = 200, headers, body }: KnownAnswer): Response {
	const named = Object.entries(Object(headers) as Record<string, string>);
	const byName = new Map(named.map(([name, value]) => [name.toLowerCase(), value]));
	return {
		status,
		header: (name) => byName.get(name.toLowerCase()) ?? null,
		allHeaders: () => [...byName].map(([name, value]) => `${name}: ${value}\r\n`).join(''),
		body,
	};
}

/** WordPress's error code in the body of a failure. */
export function codeIn(body: unknown): string | undefined {
	return (Object(body) as { code?: string }).code;
}
