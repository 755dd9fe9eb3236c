/**
 * Makes the plain request that goes through the middleware, of what a model or collection asks and of the options of its caller.
 */

import type { AjaxOptions, EndpointLike, WPApiXHR } from '../seams.ts';
import { verbOf } from './http-method.ts';
import type { Encoded, Request, Subject } from './request.ts';
import { addressOf, isBelow, withQuery } from './url.ts';

/** What is known of a request before it is sent. */
interface Call {
	subject: Subject;
	/** The caller's options. */
	settings: AjaxOptions;
	encoded: Encoded;
	xhr: WPApiXHR;
}

type Address = Pick<Request, 'url' | 'isHome'>;

/** Without an address there is a `problem`, and the request goes through the middleware all the same: a batch counts it. */
export function makeRequest(
	call: Call,
	site: EndpointLike | undefined,
): { request: Request; problem?: { cause: unknown } } {
	try {
		return { request: requestTo(addressFor(call, site), call, site) };
	} catch (cause) {
		return { request: requestTo({ url: '', isHome: false }, call, site), problem: { cause } };
	}
}

function addressFor({ settings, subject, encoded }: Call, site: EndpointLike | undefined): Address {
	const url = settings.url ?? addressOf(subject);
	return { url, isHome: !!site && isBelow(withQuery(url, encoded.query ?? {}), site.settings.root) };
}

function requestTo(
	address: Address,
	{ subject, settings, encoded, xhr }: Call,
	site: EndpointLike | undefined,
): Request {
	const { method, query = {}, body, known } = encoded;
	const { data, headers, beforeSend, emulateHTTP, timeout } = settings;
	return {
		...address,
		verb: verbOf(method, settings),
		query,
		headers: {},
		body,
		data: 'data' in encoded ? encoded.data : data,
		isPlain: !headers && !beforeSend,
		known,
		since: Date.now(),
		timeout: timeout ?? site?.settings.timeout,
		emulatesHTTP: !!emulateHTTP,
		takesPost: !!subject.methods?.includes('POST'),
		caller: { subject, options: settings, xhr },
	};
}
