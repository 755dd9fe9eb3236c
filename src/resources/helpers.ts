/**
 * The methods that helpers add to classes, as far as they speak of no other resource: those are in `models.ts`. Declarations only.
 */

import type Backbone from 'backbone';
import type { WPApiXHR } from '../seams.ts';
import type { Abortable, ListOptions, RelatedOptions, ResourceCollection, ResourceModel } from './methods.ts';
import type { Meta } from './shapes.ts';

type DateField = `${'date' | 'modified' | 'date_modified'}${'' | '_gmt'}`;

export interface DateMethods {
	/** The field read as UTC, which `date` is not: see `getInstant()`. `false` where there is none. */
	getDate(field?: DateField): Date | false;
	/** Sets a field to a Date, or to what `new Date()` takes. `false` for a field that is no date. */
	setDate(date: Date | string | number, field?: DateField): false | undefined;
	/**
	 * The moment of a date, whatever the time zone of the site; `false` where there is none, or nobody can tell: of a local date
	 * that is not saved yet, where the clocks may have changed since the saved one and the schema has no `timezone_string`.
	 */
	getInstant(field?: DateField): Date | false;
	/** Moves the item to a moment; the server works out its local date when it is saved. */
	setInstant(date: Date | string | number, field?: DateField): void;
}

export interface MetaMethods {
	getMeta<Key extends keyof Meta & string>(key: Key): Meta[Key];
	getMetas(): Meta;
	setMeta<Key extends keyof Meta & string>(key: Key, value: Meta[Key]): void;
	setMetas(values: Partial<Meta>): void;
}

/** The items above and below, of the same kind. */
export interface HierarchyMethods<Model, Collection> {
	/** Rejects with a `WPApiError` where there is none. */
	getParent(options?: RelatedOptions): JQuery.Promise<Model>;
	/** All of them, unless `data` has a `per_page`: that is a page, and `more()` goes on. */
	getChildren(options?: ListOptions): JQuery.Promise<Collection>;
}

/** Ids, slugs, names of terms, models or plain terms, one or a list, or a collection. */
export type TermChoice = OneTerm | readonly OneTerm[] | { models: readonly OneTerm[] };
type OneTerm = number | string | { id: number | string } | { slug: string } | { name: string };

export interface TermOptions extends Abortable {
	/** Makes the terms that nobody knows yet, where a rejection would tell of them. */
	create?: boolean | undefined;
}

/**
 * The terms of an item, by the fields that hold their ids: `TermMethods<{ genres: Term }>` has `getTerms( 'genres' )` and
 * `setTerms()`, and for each taxonomy `getGenres()`, which resolves with plain objects, `setGenres()` and
 * `setGenresWithCollection()`.
 */
export type TermMethods<Found extends Record<keyof Found, object>> = AnyTermMethods<Found> & {
	[Field in keyof Found & string as `get${PascalCase<Field>}`]: (
		options?: RelatedOptions,
	) => JQuery.Promise<Found[Field][]>;
} & {
	[Field in keyof Found & string as `set${PascalCase<Field>}`]: SetTerms;
} & {
	[Field in keyof Found & string as `set${PascalCase<Field>}WithCollection`]: (
		terms: Backbone.Collection,
	) => WPApiXHR | false;
};

/** Saves them at once. Rejects with a `WPApiError` that names a term which nobody knows, and saves nothing then. */
type SetTerms = (terms: TermChoice, options?: TermOptions) => JQuery.Promise<unknown>;

/** Of an item of whatever type. */
export interface AnyTermMethods<Found extends Record<keyof Found, object>> {
	getTerms<Field extends keyof Found & string>(
		taxonomy: Field,
		options?: RelatedOptions,
	): JQuery.Promise<ResourceCollection<ResourceModel<Found[Field]> & MetaMethods, Found[Field]>>;
	/** Saves them at once. Rejects with a `WPApiError` that names a term which nobody knows, and saves nothing then. */
	setTerms(taxonomy: keyof Found & string, terms: TermChoice, options?: TermOptions): JQuery.Promise<unknown>;
}

/** `wp_pattern_category` -> `WpPatternCategory` */
type PascalCase<Name extends string> = Name extends `${infer First}${'_' | '-'}${infer Rest}`
	? `${Capitalize<First>}${PascalCase<Rest>}`
	: Capitalize<Name>;
