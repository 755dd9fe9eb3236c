/**
 * Fetches a model or a collection and promises the answer, also where its class has a `fetch()` of its own that returns nothing.
 * Used wherever the client itself fetches for a caller: gathered reads, related lists, links.
 */

import $ from 'jquery';
import Backbone from 'backbone';
import { toWPApiError } from '../errors.ts';
import type { AjaxOptions, WPApiCollection, WPApiModel, WPApiXHR } from '../seams.ts';

type Subject = WPApiModel | WPApiCollection;

/** `make` gives what is fetched. Rejects with the failed jqXHR, or with what the class of a page throws. */
export function fetched<T>(make: () => Subject, options?: AjaxOptions): JQuery.Promise<T> {
	const deferred = $.Deferred<T>();
	try {
		const subject = make();
		let isAsked = false;
		subject.once('request', () => (isAsked = true));
		subject.once('sync', (_subject: unknown, answer: T) => deferred.resolve(answer));
		subject.once('error', (_subject: unknown, failure: unknown) => deferred.reject(failure));
		const returned = subject.fetch(options as object) as unknown as Partial<WPApiXHR<T>> | undefined;
		if (returned?.done)
			(returned as WPApiXHR<T>).done((answer) => deferred.resolve(answer)).fail(deferred.reject);
		else if (returned?.then)
			returned.then(() => deferred.resolve(subject.toJSON() as T), deferred.reject as never);
		// The class does nothing at all. Without a request the caller would wait for ever.
		else if (!isAsked && deferred.state() === 'pending') fetchAsBackbone(subject, options);
	} catch (error) {
		deferred.reject(toWPApiError(error));
	}
	return deferred.promise();
}

function fetchAsBackbone(subject: Subject, options: AjaxOptions | undefined): void {
	const Base = subject instanceof Backbone.Model ? Backbone.Model : Backbone.Collection;
	Base.prototype.fetch.call(subject as never, options as object);
}
