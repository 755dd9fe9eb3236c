/**
 * What a caller holds of a request: a jqXHR that lives through every attempt and is settled once, by the answer that stands, with the
 * callbacks and events of the old world. Models, collections and sites call `send()`.
 */

import $ from 'jquery';
import { toWPApiError } from '../errors.ts';
import { harmless } from '../promises.ts';
import type { AjaxOptions, EndpointLike, WPApiXHR } from '../seams.ts';
import { rejectedWith } from './answer.ts';
import { noteDeparture } from './departures.ts';
import { isWrite, verbOf } from './http-method.ts';
import { lastingXHR, UNSENT, xhrOf } from './lasting-xhr.ts';
import { withoutSite } from './middleware/usual.ts';
import { compose, type Encoded, type Failure, type Response, type Subject } from './request.ts';
import { makeRequest } from './make-request.ts';
import { onAbort } from './signal.ts';
import { transmit, type Attempt, type Told } from './transport.ts';

export function send(
	subject: Subject,
	options: AjaxOptions,
	encoded: Encoded,
	site: EndpointLike | undefined = subject.endpointModel,
): WPApiXHR {
	const exchange = new Exchange(subject, options, encoded, site);
	return exchange.start();
}

export class Exchange {
	/** As the caller gave them: Backbone's options object is the caller's own, and may serve for a further request. */
	readonly settings: AjaxOptions;
	readonly subject: Subject;
	readonly encoded: Encoded;
	/** How the transport has told an answer. */
	readonly told: WeakMap<object, Told> = new WeakMap();
	/** The jqXHR of the newest attempt. */
	current: JQuery.jqXHR = UNSENT;
	/** The attempt that is under way. jQuery calls its `complete` last, after `ajaxSuccess`. */
	underWay: Attempt | undefined;
	/** jQuery's settings for the last attempt, which the callbacks have for `this`. */
	ajaxSettings: object | undefined;
	/** The promise of a page's own transport has settled ours, and called no callback. */
	isQuiet = false;
	/** A page's own `Backbone.sync` fires no `request`. */
	isSilent = false;
	readonly complete: ReturnType<typeof harmless>;
	readonly xhr: WPApiXHR;
	private readonly success: ReturnType<typeof harmless>;
	private readonly error: ReturnType<typeof harmless>;
	private readonly options: AjaxOptions;
	private readonly site: EndpointLike | undefined;
	private readonly deferred = $.Deferred<unknown>();

	constructor(subject: Subject, options: AjaxOptions, encoded: Encoded, site: EndpointLike | undefined) {
		this.subject = subject;
		this.options = options;
		this.encoded = encoded;
		this.site = site;
		this.settings = { ...options };
		const success = (this.success = harmless(options.success));
		const error = (this.error = harmless(options.error));
		this.complete = harmless(options.complete);
		// First in line, as `$.ajax` has them
		this.deferred
			.done((...args: unknown[]) => !this.isQuiet && success.apply(options, args))
			.fail((...args: unknown[]) => !this.isQuiet && error.apply(options, args));
		const abort = (reason?: string): void => this.abort(reason);
		this.xhr = lastingXHR(this.deferred.promise({ abort }), () => this.current);
	}

	start(): WPApiXHR {
		const { options, subject, xhr } = this;
		const { signal } = options;
		noteDeparture(xhr, isWrite(verbOf(this.encoded.method, options)), this.encoded.sent);
		// Before the first attempt, which may settle at once: what an answer sets is told by this.
		options.xhr = xhr;
		if (signal) this.deferred.always(onAbort(signal, () => this.abort()));
		if (!signal?.aborted) this.run();
		if (!this.isSilent) subject.trigger('request', subject, xhr, options);
		return xhr;
	}

	isPending(): boolean {
		return this.deferred.state() === 'pending';
	}

	/** Settles by what a page's own transport has promised; no callback has been called. */
	settleQuietly(done: boolean, args: unknown[], own: AjaxOptions): void {
		this.isQuiet = true;
		if (done) this.settle(true, own, args, 'success');
		else if (typeof args[1] === 'string') this.fail(own, args[1], args[2]);
		else this.settle(false, own, args, 'error');
	}

	/** What a transport that has settled ours before says at last. */
	failQuietly(textStatus: string, thrown: unknown): void {
		this.error.call(this.options, this.xhr, textStatus, thrown);
	}

	/** Sends the request through the middleware, and settles by the answer that comes out. */
	private run(): void {
		try {
			const middleware = this.site?.middleware ?? withoutSite(this.subject);
			const { request: made, problem } = makeRequest(this, this.site);
			const first = compose([...(this.encoded.middleware ?? []), ...middleware], (request) =>
				problem ? rejectedWith(problem.cause) : transmit(request, this),
			);
			first(made)
				.done((response) => this.take(response))
				.fail((failure: unknown) => this.giveUp(failure as Failure)); // jQuery types what rejects like what resolves.
		} catch (error) {
			this.failLater(error);
		}
	}

	private take(response: Response): void {
		const { context, textStatus } = this.toldOf(response, 'success');
		let data: unknown;
		try {
			data = this.encoded.decode(response);
		} catch (error) {
			this.fail(context, 'error', error);
			return;
		}
		const args = [data, textStatus, this.xhr];
		if (this.isPending()) this.settle(true, context, args, textStatus);
		else if (this.isQuiet) this.success.apply(this.options, args);
	}

	private giveUp(failure: Failure): void {
		const { reason, cause } = failure;
		if (reason === 'exception') {
			this.failLater(cause);
			return;
		}
		const { context, textStatus, thrown } = this.toldOf(failure, reason);
		this.encoded.failed?.(failure);
		this.fail(context, textStatus, thrown);
	}

	/** An answer that did not come by the transport is told as if it had. */
	private toldOf(answer: Response, textStatus: string): Told {
		const told = this.told.get(answer);
		if (told) return told;
		this.underWay = undefined;
		this.current = answer.status ? xhrOf(answer) : UNSENT;
		if (!answer.status) return { context: this.options, textStatus, thrown: textStatus };
		return { context: (this.settings.context ?? this.settings) as object, textStatus, thrown: '' };
	}

	private settle(done: boolean, context: object, args: unknown[], textStatus: string): void {
		if (!this.isPending()) return;
		const isOver = !this.underWay;
		if (this.underWay) this.underWay.textStatus = textStatus;
		this.deferred[done ? 'resolveWith' : 'rejectWith'](context, args);
		if (isOver) this.complete.call(context, this.xhr, textStatus);
	}

	private fail(context: object, textStatus: string, thrown: unknown): void {
		// The jqXHR of a failed request can be read as an error as well.
		const failure = thrown instanceof Error && textStatus === 'error' ? thrown : this.current;
		const { name, code, message, data, params, status } = toWPApiError(failure, textStatus);
		Object.assign(this.xhr, { name, code, message, data, params }, status && { status });
		Object.assign(this.options, { textStatus, errorThrown: thrown });
		this.settle(false, context, [this.xhr, textStatus, thrown], textStatus);
	}

	/** In a later turn: nobody is told of a failure before the request itself is told of. */
	private failLater(error: unknown): void {
		void Promise.resolve().then(() => this.fail(this.options, 'error', error));
	}

	private abort(reason = 'abort'): void {
		this.current.abort?.(reason);
		if (!this.isPending()) return;
		this.current = UNSENT;
		this.underWay = undefined;
		this.fail(this.ajaxSettings ?? this.options, reason, reason);
	}
}
