/**
 * The nonce: put on requests to the API's own root, taken over from answers, renewed when WordPress refuses it.
 */

import Backbone from 'backbone';
import type { EndpointLike } from '../seams.ts';
import type { Concern } from './request.ts';
import { isBelow } from './url.ts';

const HEADER = 'X-WP-Nonce';

/** Renewals under way: one serves every request that waits for it. */
const renewals = new WeakMap<EndpointLike, PromiseLike<void>>();

/** https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/ */
export const nonce: Concern = {
	attempt(request, own) {
		const { subject, tried } = request;
		const { beforeSend, url } = own;
		const { endpointModel } = subject;
		const value = subject.nonce();
		if (!value || tried.has('anonymous') || (endpointModel && !isBelow(url!, endpointModel.settings.root)))
			return;
		own.beforeSend = function (this: unknown, ...args) {
			args[0].setRequestHeader(HEADER, value);
			return beforeSend?.apply(this as never, args);
		};
		tried.add('sent');
	},
	answered({ subject, tried }, xhr) {
		const fresh = xhr.getResponseHeader(HEADER);
		if (fresh && tried.has('sent')) subject.endpointModel?.set('nonce', fresh);
	},
	recover({ method, subject, tried }, code) {
		if (code !== 'rest_cookie_invalid_nonce' || tried.has('anonymous')) return undefined;
		// What anybody may read is not lost on the visitor of a page that was cached with somebody's nonce.
		const anonymously = (): void => {
			if (method !== 'read') throw Error(code);
			tried.add('anonymous');
		};
		const renewal = tried.has('nonce') ? Promise.reject(Error(code)) : renew(subject.endpointModel);
		tried.add('nonce');
		return renewal.then(undefined, anonymously);
	},
};

/** Asks WordPress for a nonce that fits the cookies the browser has now. */
function renew(endpoint: EndpointLike): PromiseLike<void> {
	const {
		root,
		nonceEndpoint = root.replace(/(index\.php)?\?.*|[^/]+\/$/, 'wp-admin/admin-ajax.php?action=rest-nonce'),
	} = endpoint.settings;
	const asked =
		renewals.get(endpoint) ??
		(Backbone.ajax({ url: nonceEndpoint, dataType: 'text' }) as PromiseLike<string>).then((answer) => {
			renewals.delete(endpoint);
			// A logged-out visitor is answered `0`.
			if (answer < 'A') throw Error(answer);
			endpoint.set('nonce', answer);
		});
	renewals.set(endpoint, asked);
	return asked;
}
