/**
 * What a model asks, and what it makes of the answer. `model.sync()` hands the result to `transport.ts`.
 */

import _ from 'underscore';
import { WPApiError } from '../errors.ts';
import type { AjaxOptions, Attributes, Method, WPApiModel } from '../seams.ts';
import type { Encoded, Failure, Response } from './request.ts';
import { trash } from './middleware/trash.ts';
import { readQuery } from './url.ts';
import { allowedMethod, bodyOf, type Known } from './write-body.ts';

/** What `save()` knows of a write, beside the options that Backbone hands on. */
export interface Saving {
	/** The fields that were passed: they are sent also where the server seems to have them. */
	given: string[];
	/** Nothing is sent where nothing differs. */
	onlyChanges: boolean;
}

export function encodeModel(
	method: Method,
	model: WPApiModel,
	options: AjaxOptions,
	known: Known,
	saving?: Saving,
): Encoded {
	if (method === 'read') return encodeRead(model);
	if (method === 'delete') return encodeDeletion(model, options, known);
	const { attributes, sent } = bodyOf(method, model, options, known, saving?.given);
	return {
		method: allowedMethod(method, model.methods),
		body: sent,
		// The write is about all of them: what is left out, the server makes up.
		sent: attributes,
		known: saving?.onlyChanges && _.isEmpty(sent) ? { body: {} } : undefined,
		decode: (response) => decodeWrite(model, response, known, attributes),
		failed(failure) {
			if (!isRefused(failure, attributes)) known.forget(attributes);
		},
	};
}

/** A model without an id asks by its slug. */
function encodeRead(model: WPApiModel): Encoded {
	const slug = model.get('slug') as string | undefined;
	const isBySlug = slug && model.isNew() && model.listRoute?.options?.slug;
	return {
		method: 'read',
		query: isBySlug ? { slug } : {},
		decode({ body }) {
			// Without an id, or where an item's own route answers with a list, a read brings the list itself.
			if (!isBySlug || !Array.isArray(body)) return body;
			if (!body.length) throw new WPApiError('not_found', 'Nothing has this slug.', 404);
			return body[0] as unknown;
		},
	};
}

/** Items go to the trash or are deleted for good, with arguments that belong into the address: a DELETE has no body. */
function encodeDeletion(model: WPApiModel, options: AjaxOptions, known: Known): Encoded {
	const { force, reassign, data } = options;
	const query: Attributes = { force, reassign, ...readQuery(data) };
	// Core sets the property for each model; code may change it, in either direction.
	if (model.requireForceForDelete) query.force ??= true;
	return {
		method: 'delete',
		query,
		data: undefined,
		middleware: model.requireForceForDelete === false ? [] : [trash],
		decode({ body }) {
			const { status } = Object(body) as { status?: unknown };
			// Backbone does not set the answer to a deletion: what is in the trash has another status now.
			if (status && !Array.isArray(body)) known.note({ status });
			return body;
		},
	};
}

/** The item in the answer to a write, which may be a list. */
function decodeWrite(
	model: WPApiModel,
	{ body, header }: Response,
	known: Known,
	attributes: Attributes,
): unknown {
	if (!Array.isArray(body)) return body;
	const list: unknown[] = body;
	const isRead = header('x-wp-total') !== null;
	// PHP's empty object is a list, too.
	if (!list.length && !isRead) return {};
	const id: unknown = model.isNew() ? undefined : model.id;
	const own = list.find((entry) => id !== undefined && idIn(entry, model.idAttribute) === id);
	// A redirection makes a read of a write: it brings a list that acknowledges nothing.
	if (own && !isRead) return own;
	known.forget(attributes);
	throw new WPApiError('invalid_json', 'A list came instead of the item that was written.');
}

/** WordPress refuses before it acts, but for meta, which it saves last. */
function isRefused({ status, code }: Failure, attributes: Attributes): boolean {
	return status >= 400 && status < 500 && !!code && !Object.hasOwn(attributes, 'meta');
}

const idIn = (entry: unknown, idAttribute: string): unknown => (Object(entry) as Attributes)[idAttribute];
