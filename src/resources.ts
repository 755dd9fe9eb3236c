/**
 * The core resources, by subject: what WordPress sends and takes, the models and collections of it, their classes by
 * name. Declarations only; all of it can be added to by declaration merging.
 */

export type * from './resources/block-types.ts';
export type * from './resources/classes.ts';
export type * from './resources/comments.ts';
export type * from './resources/design.ts';
export type * from './resources/entries.ts';
export type * from './resources/furniture.ts';
export type * from './resources/helpers.ts';
export type * from './resources/media.ts';
export type * from './resources/methods.ts';
export type * from './resources/models.ts';
export type * from './resources/people.ts';
export type * from './resources/posts.ts';
export type * from './resources/shapes.ts';
export type * from './resources/site-models.ts';
export type * from './resources/site.ts';
export type * from './resources/terms.ts';
