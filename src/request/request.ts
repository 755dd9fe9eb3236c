/**
 * A request, its answer, and the chain of middleware between them. Models, collections and sites make requests; `transport.ts` sends
 * them.
 *
 *   const quiet: Middleware = ( request, next ) => next( { ...request, headers: { ...request.headers, 'X-Quiet': '1' } } );
 */

import type { Headers } from '../schema/settings.ts';
import type Backbone from 'backbone';
import type { AjaxOptions, EndpointLike, Method, WPApiXHR } from '../seams.ts';
import type { Params } from '../types.ts';
import { attempted, neverComing, type Answer } from './answer.ts';

export interface Request {
	/** The HTTP method. */
	verb: string;
	/** The address without `query`. */
	url: string;
	/** Arguments for the address. `undefined` ones are left out. */
	query: Params;
	headers: Headers;
	/** The fields of a write. They are sent as JSON. */
	body?: object | undefined;
	/** What jQuery sends instead of `body`: the query of a list, a form, what the caller gave. */
	data?: unknown;
	contentType?: string | false;
	/** The address is the API's own: it may be told secrets. */
	isHome: boolean;
	/** The caller adds no headers, and no function that may change or stop the request. */
	isPlain: boolean;
	/** An answer that is known without asking. */
	known?: KnownAnswer | undefined;
	/** When the request was made, in milliseconds since 1970. */
	since: number;
	/** Milliseconds until an attempt is given up. */
	timeout?: number | undefined;
	omitsCookies?: boolean;
	/** The caller asks for POST in the place of PUT, PATCH and DELETE. */
	emulatesHTTP: boolean;
	/** The route takes POST for a change. */
	takesPost: boolean;
	/** Goes out as a POST that names the verb in a header. */
	overrides?: boolean;
	/** Mends the text of an answer before it is read as JSON. */
	mendText?: (text: string) => string;
	onProgress?: ((event: ProgressEvent) => void) | undefined;
	caller: Caller;
}

/** Who asked, for parts that give the client further abilities. */
export interface Caller {
	subject: Subject;
	/** The options as they were given. */
	options: AjaxOptions;
	/** What the caller holds. */
	xhr: WPApiXHR;
}

/** `body` is read from JSON. */
export interface Response<T = unknown> {
	status: number;
	header(name: string): string | null;
	/** All of them, as an XMLHttpRequest writes them. */
	allHeaders(): string;
	body: T;
}

/** What came back instead of a good answer. `status` is 0 where nothing came. */
export interface Failure extends Response {
	/** WordPress's error code. */
	code: string | undefined;
	/** jQuery's word for it: `error`, `timeout`, `abort`, `parsererror`; `exception` where something was thrown. */
	reason: string;
	cause?: unknown;
}

/** An answer as a page prints it, or a batch brings it. */
export interface KnownAnswer {
	status?: number;
	headers?: Headers | never[];
	body: unknown;
}

export type Next = (request: Request) => Answer;

/** One concern of a request: it changes the request, answers it, or looks at the answer. */
export type Middleware = (request: Request, next: Next) => Answer;

/** What is sent for: a model, a collection, a site. A plain Backbone model may borrow `sync()`. */
export type Subject = (Backbone.Model | Backbone.Collection) & {
	methods?: string[];
	endpointModel?: EndpointLike;
	nonce?(): string | undefined;
};

/** What a model or a collection asks, and what it makes of the answer. */
export interface Encoded {
	method: Method;
	/** Arguments for the address. */
	query?: Params;
	/** The fields that are sent. */
	body?: object;
	/** The fields that a write is about. */
	sent?: object;
	/** In the place of the caller's `data`. */
	data?: unknown;
	known?: KnownAnswer | undefined;
	/** Goes before that of the site. */
	middleware?: Middleware[];
	/** What a good answer comes to. What it throws fails the request. */
	decode(response: Response): unknown;
	/** Told of a failure, before the caller is. */
	failed?(failure: Failure): void;
}

/** What `site.request()` takes. `path` is below the root, and may have a query: `/batch/v1`. */
export interface PlainRequest {
	verb?: string;
	path: string;
	query?: Params;
	body?: object;
	signal?: AbortSignal | undefined;
}

/** The first is the outermost. What one of them throws rejects. What the caller has called off meanwhile goes no further. */
export function compose(middleware: Middleware[], last: Next): Next {
	return middleware.reduceRight<Next>((next, own) => guarded((request) => own(request, next)), guarded(last));
}

function guarded(next: Next): Next {
	return (request) =>
		request.caller.xhr.state() === 'pending' ? attempted(() => next(request)) : neverComing();
}
