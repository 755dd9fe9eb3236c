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
		request.home = endpointModel && isBelow(own.url!, endpointModel.settings.root);
		if (!value || (endpointModel && !request.home)) return;
		own.beforeSend = function (this: unknown, ...args) {
			args[0].setRequestHeader(HEADER, value);
			return beforeSend?.apply(this as never, args);
		};
	},
	answered({ home, subject }, xhr) {
		const fresh = xhr.getResponseHeader(HEADER);
		if (fresh && home) subject.endpointModel.set('nonce', fresh);
	},
	recover(request, code) {
		const { method, subject, anonymous, renewed, home } = request;
		if (code !== 'rest_cookie_invalid_nonce' || anonymous || !home) return undefined;
		request.renewed = true;
		return (renewed ? Promise.reject(Error(code)) : renew(subject.endpointModel)).then(undefined, () => {
			// What anybody may read is not lost on the visitor of a page that was cached with somebody's nonce.
			if (method !== 'read') throw Error(code);
			request.anonymous = true;
		});
	},
};

/** Asks WordPress for a nonce that fits the cookies the browser has now, once for every request that waits for it. */
function renew(endpoint: EndpointLike): PromiseLike<void> {
	const { nonceEndpoint, root } = endpoint.settings;
	const url =
		nonceEndpoint ?? root.replace(/(index\.php)?\?.*|[^/]+\/$/, 'wp-admin/admin-ajax.php?action=rest-nonce');
	return (endpoint.renewal ??= Backbone.ajax({ url, dataType: 'text' })
		.always(() => (endpoint.renewal = undefined))
		.then((answer: string) => {
			// A logged-out visitor is answered `0`.
			if (answer === '0') throw Error(answer);
			endpoint.set('nonce', answer);
		}) as unknown as PromiseLike<void>);
}
