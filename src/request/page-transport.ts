/**
 * What a page may have put in place of `Backbone.sync` and `Backbone.ajax`: `transport.ts` calls it as core does, and follows its answer.
 */

import type Backbone from 'backbone';
import type { AjaxOptions } from '../seams.ts';

/**
 * Backbone fires `request` for each attempt, with the jqXHR of that attempt. Ours is fired once, with the jqXHR that lasts. The page's
 * own `Backbone.sync` is handed the very model, so the event is caught on the model while `Backbone.sync` runs. Returns what it
 * returns, and whether it has fired the event.
 */
export function catchRequestEvent<T>(
	subject: Backbone.Events,
	own: AjaxOptions,
	run: () => T,
): [result: T, isFired: boolean] {
	const known = Object.getOwnPropertyDescriptor(subject, 'trigger');
	const { trigger } = subject;
	let isFired = false;
	subject.trigger = function (this: Backbone.Events, event: string, ...args: unknown[]) {
		if (event !== 'request' || args[2] !== own) return trigger.call(this, event, ...args);
		isFired = true;
		return this;
	};
	try {
		return [run(), isFired];
	} finally {
		if (known) Object.defineProperty(subject, 'trigger', known);
		else Reflect.deleteProperty(subject, 'trigger');
	}
}

/** Tells when a promise settles: jQuery's in the same turn, others, and values that are no promise, as far as they can. */
export function follow(answer: object, settled: (done: boolean, args: unknown[]) => void): void {
	const { done, fail, then } = answer as Partial<JQuery.Promise<unknown>> & Partial<PromiseLike<unknown>>;
	if (done && fail) {
		done.call(answer, (...args: unknown[]) => settled(true, args));
		fail.call(answer, (...args: unknown[]) => settled(false, args));
	} else if (then)
		void (then as PromiseLike<unknown>['then']).call(
			answer,
			(value: unknown) => settled(true, [value]),
			(reason: unknown) => settled(false, [reason]),
		);
}
