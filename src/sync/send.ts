/**
 * A request and its concerns come in; one jqXHR goes out that lives through every attempt and is settled once, by
 * the answer that stands.
 */

import Backbone from 'backbone';
import $ from 'jquery';
import { toWPApiError } from '../errors.ts';
import { throwLater } from '../promises.ts';
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
import { onAbort } from './signal.ts';
import { isBelow, withQuery } from './url.ts';

type Callback = (this: unknown, ...args: unknown[]) => unknown;

/** What a jqXHR says before there is one. */
const UNSENT = { status: 0, readyState: 0, getResponseHeader: () => null } as unknown as JQuery.jqXHR;

/** Sends through `Backbone.sync`, so that a page's own `Backbone.sync` and `Backbone.ajax` keep working. */
export function send(
	method: Method,
	subject: WPApiModel | WPApiCollection,
	options: AjaxOptions,
	usual: Concern[],
): WPApiXHR {
	const { endpointModel: endpoint } = subject;
	const concerns = [...(endpoint?.concerns ?? []), ...usual];
	const request: Request = { method, subject, options, query: {} };
	// To jQuery a factory of the caller's; to Backbone's users, from here on, the request.
	const { xhr: factory } = options as { xhr?: JQuery.AjaxSettings['xhr'] };
	const { signal } = options;
	const failed = harmless(options.error);
	// First in line, as `$.ajax` has them. Of what a `beforeSend` has called off it tells the promise alone.
	const deferred = $.Deferred()
		.done(harmless(options.success))
		.fail((...args: unknown[]) => args[1] !== 'canceled' && failed.apply(options, args));
	const isPending = (): boolean => deferred.state() === 'pending';
	let current = UNSENT;

	const settle = (done: boolean, context: object, args: unknown[], textStatus: string): void => {
		if (!isPending()) return;
		deferred[done ? 'resolveWith' : 'rejectWith'](context, args);
		harmless(options.complete).call(context, xhr, textStatus);
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
		fail(options, reason, reason);
	};
	const xhr = new Proxy(deferred.promise({ abort }), {
		get: (own, name) => Reflect.get(name in own ? own : current, name) as unknown,
		has: (own, name) => name in own || name in current,
	}) as unknown as WPApiXHR;

	const arrive = (answer: JQuery.jqXHR): void => {
		// A page's own `Backbone.ajax` may fail with a text, or with nothing.
		current = Object(answer) as JQuery.jqXHR;
		if (current.status) for (const concern of concerns) concern.arrived?.(request, answer);
	};

	const attempt = (): void => {
		// Called off while another attempt was prepared
		if (!isPending()) return;
		const own: AjaxOptions = {
			timeout: endpoint?.settings.timeout,
			...options,
			xhr: factory,
			complete: null as never,
			success(this: object, data: unknown, textStatus: string, answer: JQuery.jqXHR = UNSENT) {
				if (!isPending()) return;
				try {
					arrive(answer);
					for (const { accept } of concerns) if (accept) data = accept(request, data, answer);
				} catch (error) {
					fail(this, 'error', error);
					return;
				}
				settle(true, this, [data, textStatus, xhr], textStatus);
			},
			error(this: object | undefined, answer: JQuery.jqXHR, textStatus: string, thrown: unknown) {
				if (!isPending()) return;
				// `Backbone.sync` passes the caller's `context` only; jQuery has its settings for one.
				const giveUp = (): void => fail(this ?? own, textStatus, thrown);
				try {
					arrive(answer);
					const { code } = Object(answer.responseJSON) as { code?: string };
					const failure = { xhr: answer, textStatus, code };
					for (const { recover } of concerns) {
						const recovery = recover?.(request, failure);
						if (recovery) return void recovery.then(attempt, giveUp);
					}
				} catch {
					// What went wrong first counts
				}
				giveUp();
			},
		};
		try {
			// Once: while it is under way, the model may be given another id.
			request.url ??= options.url ?? addressOf(subject);
			own.url = withQuery(request.url, request.query);
			request.isHome = !!endpoint && isBelow(own.url, endpoint.settings.root);
			const waits = concerns.flatMap((concern) => concern.attempt?.(request, own) ?? []);
			const { answer } = request;
			// Told once: another attempt asks.
			request.answer = undefined;
			if (answer)
				void Promise.resolve(answer).then((known) => (known ? deliver(known, own) : attempt()), failLater);
			else if (waits.length) {
				const timer = own.timeout && setTimeout(() => abort('timeout'), own.timeout);
				const stop = (): void => clearTimeout(timer);
				deferred.always(stop);
				void Promise.all(waits)
					.finally(stop)
					.then(() => dispatch(own), failLater);
			} else dispatch(own);
		} catch (error) {
			failLater(error);
		}
	};

	const dispatch = (own: AjaxOptions): void => {
		if (!isPending()) return;
		try {
			current = (Backbone.sync(request.method, quiet(subject), own) as JQuery.jqXHR | undefined) ?? current;
			current.fail?.(
				(_xhr, textStatus: string) => textStatus === 'canceled' && fail(own, textStatus, textStatus),
			);
		} catch (error) {
			failLater(error);
		}
	};

	for (const concern of concerns) concern.prepare?.(request);
	if (signal) deferred.always(onAbort(signal, abort));
	if (!signal?.aborted) attempt();
	options.xhr = xhr;
	subject.trigger('request', subject, xhr, options);
	return xhr;
}

/** What a callback throws is reported, and keeps nobody else from being told: jQuery's Deferred would stop there. */
function harmless(callback: unknown): Callback {
	return function (...args) {
		try {
			(callback as Callback | undefined)?.apply(this, args);
		} catch (error) {
			throwLater(error);
		}
	};
}

/** The `request` event is fired once, with the jqXHR that lasts, and not by `Backbone.sync` at each attempt. */
function quiet<T extends WPApiModel | WPApiCollection>(subject: T): T {
	const trigger = (event: string, ...args: unknown[]): unknown =>
		event !== 'request' && subject.trigger(event, ...args);
	// All else is the subject's own: what a page's `Backbone.sync` writes on it stays.
	return new Proxy(subject, {
		get: (own, name) => (name === 'trigger' ? trigger : (Reflect.get(own, name) as unknown)),
	});
}

/** A subclass may have a plain address. */
function addressOf(subject: WPApiModel | WPApiCollection): string {
	return typeof subject.url === 'function' ? subject.url() : subject.url;
}
