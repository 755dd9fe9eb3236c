/**
 * The ES entry. The flow, one file per question:
 *
 *   settings  ->  schema  ->  routes  ->  names  ->  classes  ->  requests  ->  helpers  ->  errors
 *
 *   settings.ts    what was told, completed            model.ts, collection.ts   the base classes
 *   schema.ts      the index: at hand or fetched       sync/                     one concern of a request per file
 *   pattern.ts,    a route's expression, read, its     related.ts, terms.ts      related items: embedded or loaded,
 *   match.ts,      values found in a path, and that    promises.ts               settled in the same turn
 *   routes.ts      path written                        helpers/                  methods by the arguments of a route
 *   names.ts       class names                         errors.ts                 WPApiError
 *   build.ts,      route -> class -> registry          client.ts                 connect()
 *   registry.ts
 *   endpoint.ts    the flow, in order
 */

export { batch, type BatchMethods, type BatchOptions } from './batch.ts';
export { connect, type Api, type InitArguments } from './client.ts';
export { WPApiBaseCollection, type BaseCollection } from './collection.ts';
export type { Endpoint } from './endpoint.ts';
export { isWPApiError, toWPApiError, WPApiError, type WPApiErrorCode } from './errors.ts';
export { WPApiBaseModel, type BaseModel } from './model.ts';
export type { Part } from './part.ts';
export { preload } from './preload.ts';
export type {
	CollectionClass,
	ModelClass,
	PageState,
	WPApiCollection,
	WPApiModel,
	WPApiXHR,
} from './seams.ts';
export type { SettingsInput } from './settings.ts';
export type { Arg, EndpointDescription, RouteDescription, Schema } from './types.ts';
export { upload } from './upload.ts';
export type * from './resources.ts';
