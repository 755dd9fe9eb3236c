/**
 * The nonce: put on requests to the API's own root, taken over from answers, renewed when WordPress refuses it.
 */

import Backbone from 'backbone';
import type { EndpointLike } from '../seams.ts';
import type { Concern } from './request.ts';
import { isBelow } from './url.ts';

const HEADER = 'X-WP-Nonce';

/** https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/ */
export const nonce: Concern = {
	attempt(request, own) {
		const { endpointModel } = request.subject;
		const value = request.anonymous ? '' : request.subject.nonce();
		const { beforeSend } = own;
		// A subclass without an endpoint may have a `nonce()` of its own.
		request.isHome = endpointModel && isBelow(own.url!, endpointModel.settings.root);
		if (!value || (endpointModel && !request.isHome)) return;
		own.beforeSend = function (this: unknown, ...args) {
			args[0].setRequestHeader(HEADER, value);
			return beforeSend?.apply(this as never, args);
		};
	},
	arrived({ isHome, subject }, xhr) {
		const fresh = xhr.getResponseHeader(HEADER);
		if (fresh && isHome) subject.endpointModel.set('nonce', fresh);
	},
	recover(request, code) {
		const { method, subject, anonymous, renewed, isHome } = request;
		if (code !== 'rest_cookie_invalid_nonce' || anonymous || !isHome) return undefined;
		request.renewed = true;
		return (renewed ? Promise.reject(Error(code)) : renew(subject.endpointModel)).then(undefined, () => {
			// What anybody may read is not lost on the visitor of a page that was cached with somebody's nonce.
			if (method !== 'read') throw Error(code);
			request.anonymous = true;
		});
	},
};

/** Asks WordPress for a nonce that fits the cookies the browser has now, once for every request that waits for it. */
function renew(endpoint: EndpointLike): Promise<void> {
	const { nonceEndpoint, root } = endpoint.settings;
	const site = root.replace(/(index\.php\/?)?(\?.*|[^/]+\/$)/, '');
	const url = nonceEndpoint ?? `${site}wp-admin/admin-ajax.php?action=rest-nonce`;
	return (endpoint.renewal ??= Promise.resolve(
		Backbone.ajax({ url, dataType: 'text' }) as PromiseLike<string>,
	)
		.then((answer) => {
			// A visitor who is logged out is answered `0`: there is no nonce to be had, nor to be sent.
			if (answer === '0') endpoint.set('nonce', '');
			if (!/^\w{2,}$/.test(answer)) throw Error('nonce');
			endpoint.set('nonce', answer);
		})
		.finally(() => (endpoint.renewal = undefined)));
}
