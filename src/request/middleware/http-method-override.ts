/**
 * Hosts that block PUT, PATCH and DELETE are sent POST instead, which says what it stands for.
 */

import type { SettingsInput } from '../../schema/settings.ts';
import { recovered, type Answer } from '../answer.ts';
import type { Middleware, Request } from '../request.ts';
import { isSameOrigin, withQuery } from '../url.ts';

/** What some hosts block. */
const BLOCKED = ['PUT', 'PATCH', 'DELETE'];

/** https://developer.wordpress.org/rest-api/using-the-rest-api/global-parameters/#_method-or-x-http-method-override-header */
export function httpMethodOverride(settings: Pick<SettingsInput, 'emulateHTTP'>): Middleware {
	/** The host was seen to refuse them. */
	let isBlocked = false;
	return (request, next): Answer => {
		if (request.known || !BLOCKED.includes(request.verb)) return next(request);
		if (request.emulatesHTTP || settings.emulateHTTP || isBlocked) return next(overridden(request));
		return recovered(next(request), ({ status, code }) => {
			// With a code, it is WordPress that refuses. Without one it was the host, and nothing was done.
			if ((status !== 405 && status !== 501) || code || !request.isHome) return undefined;
			isBlocked = true;
			return next(overridden(request));
		});
	};
}

function overridden(request: Request): Request {
	const { verb, url, query, takesPost } = request;
	const isSame = isSameOrigin(withQuery(url, query));
	// To another origin WordPress allows neither header nor argument, but for a change it takes POST.
	if (!isSame && verb !== 'DELETE' && takesPost) return { ...request, verb: 'POST' };
	return {
		...request,
		overrides: true,
		// Some hosts strip the header, and would have us believe that something was deleted. In the address of another origin it would
		// be taken for the verb of the browser's preflight as well.
		query: isSame ? { ...query, _method: verb } : query,
	};
}
