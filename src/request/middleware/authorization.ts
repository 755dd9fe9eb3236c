/**
 * The headers of the settings (application passwords, bearer tokens) are put on requests to the API's own root.
 */

import type { Headers, SettingsInput } from '../../schema/settings.ts';
import { afterwards, failed, unanswered, type Answer } from '../answer.ts';
import type { Middleware, Request } from '../request.ts';

/** https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/ */
export function authorization(settings: Pick<SettingsInput, 'headers'>): Middleware {
	return (request, next) => {
		const given = request.isHome ? settings.headers : undefined;
		const known = typeof given === 'function' ? given() : given;
		const proceed = (headers: Headers = {}): Answer => {
			// WordPress looks at cookies and nonces first, and then no further.
			const isAuthorized = Object.keys(headers).some((name) => /^authorization$/i.test(name));
			const omitsCookies = isAuthorized || !!request.omitsCookies;
			return next({ ...request, headers: { ...request.headers, ...headers }, omitsCookies });
		};
		if (!known) return next(request);
		// At once where they are at hand: what is sent is sent in this turn, as in core.
		return isPromise(known) ? afterwards(inTime(known, request), proceed, late) : proceed(known);
	};
}

const isPromise = (known: Headers | PromiseLike<Headers>): known is PromiseLike<Headers> =>
	typeof known.then === 'function';

class Timeout extends Error {}

/** The clock runs until the headers are there, or the caller has ended the request. */
function inTime<T>(promise: PromiseLike<T>, { timeout, caller }: Request): PromiseLike<T> {
	if (!timeout) return promise;
	return new Promise<T>((resolve, reject) => {
		const timer = setTimeout(() => reject(new Timeout()), timeout);
		const stop = (): void => clearTimeout(timer);
		caller.xhr.always(stop);
		Promise.resolve(promise).finally(stop).then(resolve, reject);
	});
}

function late(error: unknown): Answer {
	return failed(unanswered(error instanceof Timeout ? 'timeout' : 'exception', error));
}
