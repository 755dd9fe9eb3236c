/**
 * The end of the chain: sends one attempt of a request through `Backbone.sync`, so that a page's own `Backbone.sync` and
 * `Backbone.ajax` keep working, and makes a plain answer of what comes back.
 */

import Backbone from 'backbone';
import $ from 'jquery';
import type { AjaxOptions, Method } from '../seams.ts';
import { answerWith, codeIn, rejectedWith, type Answer } from './answer.ts';
import type { Exchange } from './exchange.ts';
import { verbOf } from './http-method.ts';
import { UNSENT } from './lasting-xhr.ts';
import { catchRequestEvent, follow } from './page-transport.ts';
import type { Failure, Request, Response } from './request.ts';
import { withQuery } from './url.ts';
import { withoutCookies } from './without-cookies.ts';

export interface Attempt {
	/** The transport has called `success` or `error`. */
	isTold?: boolean;
	/** How it has settled the request, which `complete` is told. */
	textStatus?: string;
}

/** How the transport has told an answer. */
export interface Told {
	context: object;
	textStatus: string;
	thrown?: unknown;
}

export function transmit(request: Request, exchange: Exchange): Answer {
	const deferred = $.Deferred<Response>();
	if (request.known) return answerWith(request.known);
	const { subject, encoded, settings } = exchange;
	const attempt: Attempt = {};
	const own = ajaxOptions(request, encoded.method, settings);
	Object.assign(own, callbacks(request, exchange, attempt, own, deferred));
	exchange.underWay = attempt;
	try {
		const ask = (): unknown => Backbone.sync(encoded.method, subject as Backbone.Model, own);
		const [answer, isAnnounced] = catchRequestEvent(subject, own, ask);
		exchange.isSilent = !isAnnounced;
		// A page's own `Backbone.sync` may answer at once.
		if (attempt.isTold) return deferred.promise();
		exchange.current = (answer as JQuery.jqXHR | undefined) ?? exchange.current;
		follow(exchange.current, (done, args) => {
			// Its callbacks were called, or will be once another attempt has its answer.
			if (!attempt.isTold && exchange.isPending()) exchange.settleQuietly(done, args, own);
		});
		return deferred.promise();
	} catch (error) {
		exchange.underWay = undefined;
		return rejectedWith(error);
	}
}

/** The callbacks of one attempt. */
function callbacks(
	{ mendText }: Request,
	exchange: Exchange,
	attempt: Attempt,
	own: AjaxOptions,
	deferred: JQuery.Deferred<Response>,
): AjaxOptions {
	const arrive = (xhr: JQuery.jqXHR): boolean => {
		if (!exchange.isPending() && !exchange.isQuiet) return false;
		attempt.isTold = true;
		// A page's own `Backbone.ajax` may fail with a text, or with nothing.
		exchange.current = Object(xhr) as JQuery.jqXHR;
		return true;
	};
	return {
		complete(this: object) {
			exchange.ajaxSettings = this;
			const { textStatus } = attempt;
			if (textStatus !== undefined) exchange.complete.call(this, exchange.xhr, textStatus);
			if (exchange.underWay === attempt) exchange.underWay = undefined;
		},
		success(this: object, body: unknown, textStatus: string, xhr: JQuery.jqXHR = UNSENT) {
			if (!arrive(xhr)) return;
			const response = responseOf(exchange.current, body);
			exchange.told.set(response, { context: this, textStatus });
			deferred.resolve(response);
		},
		error(this: object | undefined, xhr: JQuery.jqXHR, textStatus: string, thrown: unknown) {
			if (!arrive(xhr)) return;
			const { current } = exchange;
			if (mendText) mendFailure(current, mendText);
			const failure = failureOf(current, textStatus);
			// `Backbone.sync` passes the caller's `context` only; jQuery has its settings for one.
			exchange.told.set(failure, { context: this ?? own, textStatus, thrown });
			if (exchange.isPending())
				deferred.reject(failure); // jQuery types it like what resolves.
			else exchange.failQuietly(textStatus, thrown);
		},
	};
}

/** What `Backbone.sync` is given for a request. */
function ajaxOptions(request: Request, method: Method, settings: AjaxOptions): AjaxOptions {
	const { headers, data, contentType, body, mendText, onProgress } = request;
	// The caller's own factory for jQuery. After a first request Backbone's options have the jqXHR under that name.
	const own: AjaxOptions = { timeout: request.timeout, ...settings };
	if (typeof (own.xhr as unknown) !== 'function') delete own.xhr;
	own.url = withQuery(request.url, request.query);
	if (data === undefined) delete own.data;
	else own.data = data as string;
	if (body) own.attrs = body;
	if (contentType !== undefined) own.contentType = contentType;
	if (request.overrides) Object.assign(own, { emulateHTTP: true, type: 'POST' });
	else if (request.verb !== verbOf(method, settings)) own.type = request.verb;
	if (mendText) mendSuccess(own, mendText);
	if (onProgress) tellProgress(own, onProgress);
	if (request.omitsCookies) withoutCookies(own);
	addHeaders(own, headers);
	return own;
}

/** On the request itself and not among its options, which are told to everybody who listens to `ajaxSend`. */
function addHeaders(own: AjaxOptions, headers: Record<string, string>): void {
	const { beforeSend } = own;
	own.beforeSend = function (this: unknown, ...args) {
		for (const [name, value] of Object.entries(headers)) args[0].setRequestHeader(name, value);
		return beforeSend?.apply(this as never, args); // jQuery's `this` is its own settings.
	};
}

function mendSuccess(own: AjaxOptions, mend: (text: string) => string): void {
	const { dataFilter = $.ajaxSetup({}).dataFilter } = own;
	own.dataFilter = (text: string, type: string) => {
		const filtered = (dataFilter?.(text, type) as string | undefined) ?? text;
		return type === 'json' ? mend(filtered) : filtered;
	};
}

/** jQuery filters the data of a success only. */
function mendFailure(xhr: JQuery.jqXHR, mend: (text: string) => string): void {
	if (xhr.status < 400 || !xhr.status || xhr.responseJSON) return;
	try {
		const body: unknown = JSON.parse(mend(xhr.responseText ?? ''));
		xhr.responseJSON = body;
	} catch {
		// Not every answer is JSON.
	}
}

function tellProgress(own: AjaxOptions, onProgress: (event: ProgressEvent) => void): void {
	const factory = (own.xhr ?? $.ajaxSetup({}).xhr) as () => XMLHttpRequest;
	own.xhr = () => {
		const xhr = factory();
		xhr.upload.addEventListener('progress', onProgress);
		return xhr;
	};
}

function responseOf(xhr: JQuery.jqXHR, body: unknown): Response {
	return {
		status: xhr.status,
		header: (name) => xhr.getResponseHeader(name),
		allHeaders: () => xhr.getAllResponseHeaders(),
		body,
	};
}

function failureOf(xhr: JQuery.jqXHR, reason: string): Failure {
	const body: unknown = xhr.responseJSON;
	return { ...responseOf(xhr, body), code: codeIn(body), reason };
}
