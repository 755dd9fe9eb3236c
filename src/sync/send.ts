/**
 * A request and its concerns come in; one jqXHR goes out that lives through every attempt and is settled once, by
 * the answer that stands.
 */

import Backbone from 'backbone';
import $ from 'jquery';
import { isWPApiError, toWPApiError } from '../errors.ts';
import type { AjaxOptions, WPApiCollection, WPApiModel, WPApiXHR } from '../seams.ts';
import type { Concern, Method, Request } from './request.ts';
import { withQuery } from './url.ts';

/** What a jqXHR says before there is one. */
const UNSENT = { status: 0, readyState: 0, getResponseHeader: () => null } as unknown as JQuery.jqXHR;

/** Sends through `Backbone.sync`, so that a page's own `Backbone.sync` and `Backbone.ajax` keep working. */
export function send(
	method: Method,
	subject: WPApiModel | WPApiCollection,
	options: AjaxOptions,
	concerns: Concern[],
): WPApiXHR {
	const request: Request = { method, subject, options, query: {} };
	// To jQuery a factory of the caller's; to Backbone's users, from here on, the request.
	const { xhr: factory } = options as { xhr?: JQuery.AjaxSettings['xhr'] };
	// First in line, as `$.ajax` has them
	const deferred = $.Deferred()
		.done(options.success as never)
		.fail(options.error as never);
	let current = UNSENT;

	const settle = (
		settler: 'resolveWith' | 'rejectWith',
		context: object,
		args: unknown[],
		textStatus: string,
	): void => {
		if (deferred.state() !== 'pending') return;
		deferred[settler](context, args);
		(options.complete as ((...args: unknown[]) => void) | undefined)?.call(context, xhr, textStatus);
	};
	const fail = (context: object, textStatus: string, thrown: unknown): void => {
		// The jqXHR of a failed request can be read as an error as well.
		const { name, code, message, data, params } = toWPApiError(
			isWPApiError(thrown) ? thrown : current,
			textStatus,
		);
		Object.assign(xhr, { name, code, message, data, params });
		settle('rejectWith', context, [xhr, textStatus, thrown], textStatus);
	};
	const abort = (reason = 'abort'): void => {
		current.abort?.(reason);
		fail(options, reason, reason);
	};
	const xhr = new Proxy(deferred.promise({ abort }), {
		get: (own, name) => Reflect.get(name in own ? own : current, name) as unknown,
	}) as unknown as WPApiXHR;

	const answered = (answer: JQuery.jqXHR): void => {
		current = answer;
		if (answer.status) for (const concern of concerns) concern.answered?.(request, answer);
	};

	const attempt = (): void => {
		const own: AjaxOptions = {
			...options,
			xhr: factory,
			complete: null as never,
			success(this: object, data: unknown, textStatus: string, answer: JQuery.jqXHR = UNSENT) {
				answered(answer);
				try {
					const accepted = concerns.reduce(
						(taken, { accept }) => (accept ? accept(request, taken, answer) : taken),
						data,
					);
					settle('resolveWith', this, [accepted, textStatus, xhr], textStatus);
				} catch (error) {
					if (deferred.state() !== 'pending') throw error; // A callback of the caller's own
					fail(this, 'error', error);
				}
			},
			error(this: object, answer: JQuery.jqXHR, textStatus: string, thrown: unknown) {
				answered(answer);
				const { code } = Object(answer.responseJSON) as { code?: string };
				const recovery =
					deferred.state() === 'pending' &&
					concerns.map(({ recover }) => recover?.(request, code)).find(Boolean);
				const giveUp = (): void => fail(this, textStatus, thrown);
				if (recovery) recovery.then(attempt, giveUp);
				else giveUp();
			},
		};
		try {
			own.url = withQuery(options.url ?? addressOf(subject, method), request.query);
			for (const concern of concerns) concern.attempt?.(request, own);
			if (request.answer) return void Promise.resolve(request.answer).then(own.success as never);
			current = Backbone.sync(request.method, quiet(subject), own) as JQuery.jqXHR;
			// What a `beforeSend` has called off is told to the promise alone.
			current?.fail(
				(_xhr, textStatus, thrown) => (textStatus as string) === 'canceled' && fail(own, textStatus, thrown),
			);
		} catch (error) {
			fail(options, 'error', error);
		}
	};

	for (const concern of concerns) concern.prepare?.(request);
	attempt();
	options.xhr = xhr;
	subject.trigger('request', subject, xhr, options);
	return xhr;
}

/** The `request` event is fired once, with the jqXHR that lasts, and not by `Backbone.sync` at each attempt. */
function quiet<T extends object>(subject: T): T {
	return Object.assign(Object.create(subject) as T, { trigger() {} });
}

/** A subclass may have a plain address. */
function addressOf(subject: WPApiModel | WPApiCollection, method: Method): string {
	return typeof subject.url === 'function'
		? (subject.url as (method: Method) => string)(method)
		: subject.url;
}
