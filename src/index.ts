/**
 * The ES entry. The flow, one file per question:
 *
 *   settings  ->  schema  ->  routes  ->  names  ->  classes  ->  requests  ->  helpers  ->  errors
 *
 *   schema/settings       what was told, completed          classes/     route -> class -> registry, the base classes
 *   schema/load-schema    the index: at hand or fetched     request/     from a call to an answer
 *   schema/route-pattern  a route's expression, read        relations/   methods by the fields of a route
 *   schema/routes         a route, and its path, written    parts/       what a page may do without
 *   schema/class-names    class names                       errors.ts    WPApiError
 *   site.ts               the flow, in order                api.ts       connect()
 */

export { batch, type BatchMethods, type BatchOptions } from './parts/batch.ts';
export { connect, type Api, type InitArguments } from './api.ts';
export { WPApiBaseCollection, type BaseCollection } from './classes/collection.ts';
export type { Endpoint } from './site.ts';
export { isWPApiError, toWPApiError, WPApiError, type WPApiErrorCode } from './errors.ts';
export { WPApiBaseModel, type BaseModel } from './classes/model.ts';
export type { Part } from './parts/part.ts';
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
