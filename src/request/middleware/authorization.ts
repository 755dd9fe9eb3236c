/**
 * The headers of the settings (application passwords, bearer tokens) are put on requests to the API's own root.
 */

import type { AjaxOptions, Concern } from '../../seams.ts';
import type { Headers } from '../../schema/settings.ts';
import { addHeaders } from '../request-headers.ts';
import { withoutCookies } from '../without-cookies.ts';

/** https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/ */
export const headers: Concern = {
	attempt({ subject, isHome, answer }, own) {
		const given = isHome && !answer && subject.endpointModel.settings.headers;
		const known = typeof given === 'function' ? given() : given;
		// At once where they are at hand: what is sent is sent in this turn, as in core.
		if (known && 'then' in known) return (known as PromiseLike<Headers>).then((late) => put(own, late));
		put(own, known);
		return undefined;
	},
};

function put(own: AjaxOptions, known: Headers | false | undefined): void {
	if (!known) return;
	// WordPress looks at cookies and nonces first, and then no further.
	own.isAuthorized = Object.keys(known).some((name) => /^authorization$/i.test(name));
	if (own.isAuthorized) withoutCookies(own);
	addHeaders(own, () => known);
}
