/**
 * The ES entry. The flow, one file per question:
 *
 *   settings  ->  schema  ->  routes  ->  names  ->  classes  ->  requests  ->  helpers  ->  errors
 *
 *   schema/settings       what was told, completed          model.ts, collection.ts   the base classes
 *   schema/load-schema    the index: at hand or fetched     sync/                     one concern of a request per file
 *   schema/route-pattern  a route's expression, read        related.ts, terms.ts      related items: embedded or loaded
 *   schema/routes         a route, and its path, written    promises.ts               settled in the same turn
 *   schema/class-names    class names                       helpers/                  methods by the arguments of a route
 *   classes/              route -> class -> registry        errors.ts                 WPApiError
 *   site.ts               the flow, in order                api.ts                    connect()
 */

export { batch, type BatchMethods, type BatchOptions } from './batch.ts';
export { connect, type Api, type InitArguments } from './api.ts';
export { WPApiBaseCollection, type BaseCollection } from './collection.ts';
export type { Endpoint } from './site.ts';
export { isWPApiError, toWPApiError, WPApiError, type WPApiErrorCode } from './errors.ts';
export { WPApiBaseModel, type BaseModel } from './model.ts';
export type { Part } from './part.ts';
export { compactSchema, type CompactOptions } from './schema/compact-schema.ts';
export { preload } from './preload.ts';
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
export { upload } from './upload.ts';
export type * from './resources.ts';
