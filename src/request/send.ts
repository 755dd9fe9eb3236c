/**
 * A request and its concerns come in; one jqXHR goes out that lives through every attempt and is settled once, by
 * the answer that stands.
 */

import Backbone from 'backbone';
import $ from 'jquery';
import { noteDeparture } from '../classes/departures.ts';
import { toWPApiError } from '../errors.ts';
import { harmless } from '../promises.ts';
import type {
	AjaxOptions,
	Concern,
	Method,
	Request,
	WPApiCollection,
	WPApiModel,
	WPApiXHR,
} from '../seams.ts';
import { deliver } from './answer.ts';
import { lastingXHR, UNSENT } from './lasting-xhr.ts';
import { follow, catchRequestEvent } from './page-transport.ts';
import { onAbort } from './signal.ts';
import { addressOf, isBelow, withQuery } from './url.ts';
import { isWrite, verbOf } from './http-method.ts';

interface Attempt {
	/** The transport has called `success` or `error`. */
	isTold?: boolean;
	/** How it has settled the request, which `complete` is told. */
	textStatus?: string;
}

/** Sends through `Backbone.sync`, so that a page's own `Backbone.sync` and `Backbone.ajax` keep working. */
export function send(
	method: Method,
	subject: WPApiModel | WPApiCollection,
	options: AjaxOptions,
	usual: Concern[],
): WPApiXHR {
	const { endpointModel: endpoint } = subject;
	const concerns = [...(endpoint?.concerns ?? []), ...usual];
	const settings: AjaxOptions = { ...options };
	const verb = verbOf(method, options);
	const request: Request = { method, verb, subject, options, settings, query: {} };
	// The caller's own factory for jQuery. After a first request Backbone's options have the jqXHR under that name.
	const { xhr: given } = options as { xhr?: unknown };
	const factory = typeof given === 'function' ? (given as JQuery.AjaxSettings['xhr']) : undefined;
	const { signal } = options;
	/** The promise of a page's own transport has settled ours, and called no callback. */
	let isQuiet = false;
	/** A page's own `Backbone.sync` fires no `request`. */
	let isSilent = false;
	const succeeded = harmless(options.success);
	const failed = harmless(options.error);
	const completed = harmless(options.complete);
	// First in line, as `$.ajax` has them
	const deferred = $.Deferred()
		.done((...args: unknown[]) => !isQuiet && succeeded.apply(options, args))
		.fail((...args: unknown[]) => !isQuiet && failed.apply(options, args));
	const isPending = (): boolean => deferred.state() === 'pending';
	let current = UNSENT;
	/** The attempt that is under way. jQuery calls its `complete` last, after `ajaxSuccess`. */
	let underWay: Attempt | undefined;

	const settle = (done: boolean, context: object, args: unknown[], textStatus: string): void => {
		if (!isPending()) return;
		const isOver = !underWay;
		if (underWay) underWay.textStatus = textStatus;
		deferred[done ? 'resolveWith' : 'rejectWith'](context, args);
		if (isOver) completed.call(context, xhr, textStatus);
	};
	const fail = (context: object, textStatus: string, thrown: unknown): void => {
		// The jqXHR of a failed request can be read as an error as well.
		const failure = thrown instanceof Error && textStatus === 'error' ? thrown : current;
		const { name, code, message, data, params, status } = toWPApiError(failure, textStatus);
		Object.assign(xhr, { name, code, message, data, params }, status && { status });
		Object.assign(options, { textStatus, errorThrown: thrown });
		settle(false, context, [xhr, textStatus, thrown], textStatus);
	};
	/** In a later turn: nobody is told of a failure before the request itself is told of. */
	const failLater = (error: unknown): unknown => Promise.resolve().then(() => fail(options, 'error', error));
	const abort = (reason = 'abort'): void => {
		current.abort?.(reason);
		if (!isPending()) return;
		current = UNSENT;
		underWay = undefined;
		fail(options, reason, reason);
	};
	const xhr = lastingXHR(deferred.promise({ abort }), () => current);

	const arrive = (answer: JQuery.jqXHR): void => {
		// A page's own `Backbone.ajax` may fail with a text, or with nothing.
		current = Object(answer) as JQuery.jqXHR;
		if (current.status) for (const concern of concerns) concern.arrived?.(request, answer);
	};

	const attempt = (): void => {
		// Called off while another attempt was prepared
		if (!isPending()) return;
		const attempted: Attempt = {};
		underWay = undefined;
		const own: AjaxOptions = {
			timeout: endpoint?.settings.timeout,
			...settings,
			xhr: factory,
			complete(this: unknown) {
				if (attempted.textStatus !== undefined) completed.call(this, xhr, attempted.textStatus);
				if (underWay === attempted) underWay = undefined;
			},
			success(this: object, data: unknown, textStatus: string, answer: JQuery.jqXHR = UNSENT) {
				if (!isPending() && !isQuiet) return;
				attempted.isTold = true;
				try {
					arrive(answer);
					for (const { accept } of concerns) if (accept) data = accept(request, data, answer);
				} catch (error) {
					fail(this, 'error', error);
					return;
				}
				if (isPending()) settle(true, this, [data, textStatus, xhr], textStatus);
				else succeeded.call(options, data, textStatus, xhr);
			},
			error(this: object | undefined, answer: JQuery.jqXHR, textStatus: string, thrown: unknown) {
				if (!isPending() && !isQuiet) return;
				attempted.isTold = true;
				// `Backbone.sync` passes the caller's `context` only; jQuery has its settings for one.
				const context = this ?? own;
				const giveUp = (): void => fail(context, textStatus, thrown);
				try {
					arrive(answer);
					const { code } = Object(answer.responseJSON) as { code?: string };
					const failure = { xhr: answer, textStatus, code };
					for (const { recover } of concerns) {
						const recovery = isPending() && recover?.(request, failure);
						if (recovery) return void recovery.then(attempt, giveUp);
					}
				} catch {
					// What went wrong first counts
				}
				if (isPending()) giveUp();
				else failed.call(options, xhr, textStatus, thrown);
			},
		};
		try {
			// Once: while it is under way, the model may be given another id.
			request.url ??= settings.url ?? addressOf(subject);
			own.url = withQuery(request.url, request.query);
			request.isHome = !!endpoint && isBelow(own.url, endpoint.settings.root);
			const waits = concerns.flatMap((concern) => concern.attempt?.(request, own) ?? []);
			request.verb = verbOf(request.method, own);
			const { answer } = request;
			request.answer = undefined; // Told once: another attempt asks.
			if (answer)
				void Promise.resolve(answer).then((known) => (known ? deliver(known, own) : attempt()), failLater);
			else if (waits.length) {
				const timer = own.timeout && setTimeout(() => abort('timeout'), own.timeout);
				const stop = (): void => clearTimeout(timer);
				deferred.always(stop);
				void Promise.all(waits)
					.finally(stop)
					.then(() => dispatch(own, attempted), failLater);
			} else dispatch(own, attempted);
		} catch (error) {
			failLater(error);
		}
	};

	const dispatch = (own: AjaxOptions, attempted: Attempt): void => {
		if (!isPending()) return;
		underWay = attempted;
		try {
			const ask = (): unknown => Backbone.sync(request.method, subject, own);
			const [answer, isAnnounced] = catchRequestEvent(subject, own, ask);
			isSilent = !isAnnounced;
			if (attempted.isTold) return; // A page's own `Backbone.sync` may answer at once.
			current = (answer as JQuery.jqXHR | undefined) ?? current;
			follow(current, (done, args) => {
				// Its callbacks were called, or will be once another attempt has its answer.
				if (attempted.isTold || !isPending()) return;
				isQuiet = true;
				if (done) settle(true, own, args, 'success');
				else if (typeof args[1] === 'string') fail(own, args[1], args[2]);
				else settle(false, own, args, 'error');
			});
		} catch (error) {
			underWay = undefined;
			failLater(error);
		}
	};

	for (const concern of concerns) concern.prepare?.(request);
	noteDeparture(xhr, isWrite(verb), request.attrs);
	// Before the first attempt, which may settle at once: what an answer sets is told by this.
	options.xhr = xhr;
	if (signal) deferred.always(onAbort(signal, abort));
	if (!signal?.aborted) attempt();
	if (!isSilent) subject.trigger('request', subject, xhr, options);
	return xhr;
}
