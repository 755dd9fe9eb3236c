/**
 * The ES entry. Settings come from the page. A schema is the index of a namespace, and has routes. A route has a class, made when
 * somebody first asks for it. A class turns a call into a request, which goes through middleware to the transport. A relation is a
 * group of methods that a class gets because its route has the field.
 *
 *   schema/      from an index to routes, names, addresses: plain data
 *   request/     from a call to an answer: encode-model, encode-list -> exchange -> middleware/ -> transport
 *   classes/     from a route to a class: registry, define-class, model, collection, saved-state, fetch-all
 *   relations/   methods by the fields of a route: author, terms, links …, and what gathers their reads
 *   parts/       what a page may do without: batch, preload, upload
 *   site.ts      one root and one namespace: its schema, its classes, its requests
 *   api.ts       connect(): sites, models, collections, loadPromise
 *   errors.ts    WPApiError and its codes
 */

export { batch, type BatchMethods, type BatchOptions } from './parts/batch.ts';
export { connect, type Api, type InitArguments } from './api.ts';
export { WPApiBaseCollection, type BaseCollection } from './classes/collection.ts';
export type { Endpoint } from './site.ts';
export { isWPApiError, toWPApiError, WPApiError, type WPApiErrorCode } from './errors.ts';
export { WPApiBaseModel, type BaseModel } from './classes/model.ts';
export type { Part } from './parts/part.ts';
export type { Middleware } from './request/request.ts';
export { compactSchema, type CompactOptions } from './schema/compact-schema.ts';
export { preload } from './parts/preload.ts';
export type {
	CollectionClass,
	ModelClass,
	PageState,
	WPApiCollection,
	WPApiModel,
	WPApiXHR,
} from './seams.ts';
export type { SettingsInput } from './schema/settings.ts';
export type { Arg, EndpointDescription, RouteDescription, Schema } from './types.ts';
export { upload } from './parts/upload.ts';
export type * from './resources.ts';
