/**
 * The nonce: put on requests to the API's own root, taken over from answers, renewed when WordPress refuses it.
 */

import Backbone from 'backbone';
import { splitRoot, type Settings } from '../../schema/settings.ts';
import { afterwards, failed, recovered, type Answer } from '../answer.ts';
import { isWrite } from '../http-method.ts';
import type { Failure, Middleware } from '../request.ts';

const HEADER = 'X-WP-Nonce';

/** Where the nonce of a site is kept. */
export interface NonceHolder {
	settings: Settings;
	/** The nonce to send now; '' for none. */
	nonce(): string;
	setNonce(nonce: string): void;
}

/** https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/ */
export function nonce(site: NonceHolder): Middleware {
	const renewal = nonceRenewal(site);
	const takeOver = ({ status, header }: Pick<Failure, 'status' | 'header'>): void => {
		const fresh = status && header(HEADER);
		if (fresh) site.setNonce(fresh);
	};
	return (request, next) => {
		if (!request.isHome) return next(request);
		const attempt = (isAnonymous: boolean, isRenewed: boolean): Answer => {
			const sent = isAnonymous ? '' : site.nonce();
			// Who comes in another way needs none.
			const headers =
				sent && !request.omitsCookies ? { ...request.headers, [HEADER]: sent } : request.headers;
			const answer = next({ ...request, headers })
				.done(takeOver)
				.fail(takeOver);
			return recovered(answer, (failure) => {
				const isExpired = failure.code === 'rest_cookie_invalid_nonce';
				// Who was logged out may be back, in another tab.
				const mayBeBack = failure.status === 401 && !sent && !isRenewed && renewal.isLoggedOut();
				if (!(isExpired || mayBeBack) || isAnonymous) return undefined;
				return afterwards(
					isRenewed ? Promise.reject(Error(failure.code)) : renewal.renew(sent),
					() => attempt(false, true),
					// What anybody may read is not lost on the visitor of a page that was cached with somebody's nonce.
					() => (isWrite(request.verb) || !sent ? failed(failure) : attempt(true, true)),
				);
			});
		};
		return attempt(false, false);
	};
}

/** A class without a site may have a `nonce()` of its own, for its own address. */
export function ownNonce(read: () => string | undefined): Middleware {
	return (request, next) => {
		const value = read();
		return next(value ? { ...request, headers: { ...request.headers, [HEADER]: value } } : request);
	};
}

interface Renewal {
	/** When a nonce was last asked for, there was none to be had. */
	isLoggedOut(): boolean;
	/** Asks WordPress for a nonce that fits the cookies the browser has now, once for every request that waits for it. */
	renew(refused: string): Promise<void>;
}

function nonceRenewal(site: NonceHolder): Renewal {
	let underWay: Promise<void> | undefined;
	let isLoggedOut = false;
	const take = (answer: string | false): void => {
		// A visitor who is logged out is answered `0`: there is no nonce to be had, nor to be sent.
		isLoggedOut = answer === '0';
		if (isLoggedOut) site.setNonce('');
		// Alone in its line, behind what PHP may have to say
		const [, fresh] = /(?:^|\n)(\w{2,})\s*$/.exec(answer || '') ?? [];
		if (!fresh) throw Error('nonce');
		site.setNonce(fresh);
	};
	return {
		isLoggedOut: () => isLoggedOut,
		renew(refused) {
			// Another request has had it renewed meanwhile.
			const known = site.nonce();
			if (!underWay && known !== refused) return known ? Promise.resolve() : Promise.reject(Error('nonce'));
			return (underWay ??= askForNonce(site.settings)
				.then(take)
				.finally(() => (underWay = undefined)));
		},
	};
}

function askForNonce({ nonceEndpoint, root, timeout = 30_000 }: Settings): Promise<string | false> {
	const site = splitRoot(root)[0].replace(/(index\.php\/?)?(\?.*|[^/]+\/$)/, '');
	const url = nonceEndpoint ?? `${site}wp-admin/admin-ajax.php?action=rest-nonce`;
	// By way of the page's own `Backbone.ajax`; a jqXHR is a promise of the text.
	const asked = Backbone.ajax({ url, timeout, dataType: 'text' }) as PromiseLike<string>;
	return Promise.resolve(asked).catch(
		(xhr: unknown) => (Object(xhr) as { responseText?: string }).responseText === '0' && '0',
	);
}
