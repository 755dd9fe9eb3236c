/**
 * What the concerns of a request share: the `Request` on its way, and the interface that every concern has.
 */

import type { AjaxOptions, WPApiCollection, WPApiModel } from '../seams.ts';

export type Method = 'create' | 'read' | 'update' | 'patch' | 'delete';

export interface Request {
	/** Backbone's word for the verb. */
	method: Method;
	subject: WPApiModel | WPApiCollection;
	/** Backbone's own options object, edited in place as Backbone does: callers find `options.xhr` on it. */
	options: AjaxOptions;
	/** The address without its arguments, from the first attempt on. */
	url?: string;
	/** Arguments for the address. */
	query: Record<string, unknown>;
	/** The item was asked for by its slug, and comes in a list. */
	bySlug?: boolean;
	/** The number of a list's read. */
	read?: number;
	/** An answer that is known without asking. */
	answer?: unknown;
	/** The address is the API's own: it may be told secrets. */
	isHome?: boolean;
	/** The nonce was renewed for this request, which is done once; */
	renewed?: boolean;
	/** and after that it was sent without one. */
	anonymous?: boolean;
}

/** One concern of a request. */
export interface Concern {
	/** Before the first attempt. */
	prepare?(request: Request): void;
	/** Before every attempt, on its own copy of the options. What is thrown fails the request. */
	attempt?(request: Request, own: AjaxOptions): void;
	/** After every answer of a server. */
	arrived?(request: Request, xhr: JQuery.jqXHR): void;
	/** What a good answer comes to. What is thrown fails the request. */
	accept?(request: Request, data: unknown, xhr: JQuery.jqXHR): unknown;
	/** `code` is WordPress's error code. A promise says: try again once it resolves; give up if it rejects. */
	recover?(request: Request, code: string | undefined): PromiseLike<unknown> | undefined;
}
