/**
 * The nonce: put on requests to the API's own root, taken over from answers, renewed when WordPress refuses it.
 */

import Backbone from 'backbone';
import type { Concern, EndpointLike } from '../../seams.ts';
import { splitRoot } from '../../schema/settings.ts';
import { addHeaders } from '../request-headers.ts';
import { isWrite } from '../http-method.ts';

const HEADER = 'X-WP-Nonce';

/** https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/ */
export const nonce: Concern = {
	attempt(request, own) {
		const { subject, anonymous, isHome } = request;
		const value = (request.nonce = anonymous ? '' : subject.nonce?.());
		// A subclass without an endpoint may have a `nonce()` of its own.
		if (!value || (subject.endpointModel && !isHome)) return;
		// Another way in may still be on its way.
		addHeaders(own, () => (own.isAuthorized ? {} : { [HEADER]: value }));
	},
	arrived({ isHome, subject }, xhr) {
		const fresh = xhr.getResponseHeader(HEADER);
		if (fresh && isHome) subject.endpointModel.set('nonce', fresh);
	},
	recover(request, { xhr, code }) {
		const { verb, subject, anonymous, renewed, isHome, nonce: sent } = request;
		const { endpointModel: endpoint } = subject;
		const isExpired = code === 'rest_cookie_invalid_nonce';
		// Who was logged out may be back, in another tab.
		const mayBeBack = xhr.status === 401 && !sent && !renewed && endpoint?.isLoggedOut;
		if (!(isExpired || mayBeBack) || anonymous || !isHome) return undefined;
		request.renewed = true;
		const renewal = renewed ? Promise.reject(Error(code)) : renew(endpoint, sent);
		return renewal.then(undefined, () => {
			// What anybody may read is not lost on the visitor of a page that was cached with somebody's nonce.
			if (isWrite(verb) || !sent) throw Error(code);
			request.anonymous = true;
		});
	},
};

/** Asks WordPress for a nonce that fits the cookies the browser has now, once for every request that waits for it. */
function renew(endpoint: EndpointLike, refused: string | undefined): Promise<void> {
	// Another request has had it renewed meanwhile.
	const known = endpoint.nonce();
	if (!endpoint.renewal && known !== refused)
		return known ? Promise.resolve() : Promise.reject(Error('nonce'));
	const { nonceEndpoint, root, timeout = 30_000 } = endpoint.settings;
	const site = splitRoot(root)[0].replace(/(index\.php\/?)?(\?.*|[^/]+\/$)/, '');
	const url = nonceEndpoint ?? `${site}wp-admin/admin-ajax.php?action=rest-nonce`;
	return (endpoint.renewal ??= Promise.resolve(
		Backbone.ajax({ url, timeout, dataType: 'text' }) as PromiseLike<string>,
	)
		.catch((xhr: unknown) => (xhr as JQuery.jqXHR).responseText === '0' && '0')
		.then((answer) => {
			// A visitor who is logged out is answered `0`: there is no nonce to be had, nor to be sent.
			endpoint.isLoggedOut = answer === '0';
			if (endpoint.isLoggedOut) endpoint.set('nonce', '');
			// Alone in its line, behind what PHP may have to say
			const [, fresh] = /(?:^|\n)(\w{2,})\s*$/.exec(answer || '') ?? [];
			if (!fresh) throw Error('nonce');
			endpoint.set('nonce', fresh);
		})
		.finally(() => (endpoint.renewal = undefined)));
}
