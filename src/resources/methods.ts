/**
 * What Backbone's methods take and give where the fields of a resource are known, and the methods that helpers add.
 * Declarations only.
 */

import type Backbone from 'backbone';
import type { BaseCollection } from '../collection.ts';
import type { BaseModel } from '../model.ts';
import type { AjaxOptions, WPApiXHR } from '../seams.ts';
import type { Meta, Writable } from './shapes.ts';

/**
 * A model with fields: `get()` knows those that the server sends, `set()` and `save()` those it takes. A field that was
 * set is what it was set to until the server has answered: a title may be a string meanwhile.
 */
export type ResourceModel<Fields extends object, Input = Writable<Fields>> = FieldMethods<Fields, Input> &
	Omit<BaseModel, keyof Backbone.Model> &
	Backbone.Model<Fields>;

interface FieldMethods<Fields, Input> {
	set(fields: Input, options?: Backbone.ModelSetOptions): this;
	set<Name extends keyof Input & string>(
		name: Name,
		value: Input[Name],
		options?: Backbone.ModelSetOptions,
	): this;
	/** As in Backbone, what returns is `false` instead where the item cannot be saved; an `invalid` event says why. */
	save(fields?: Input | null, options?: SaveOptions): WPApiXHR<Fields>;
	save<Name extends keyof Input & string>(
		name: Name,
		value: Input[Name],
		options?: SaveOptions,
	): WPApiXHR<Fields>;
	fetch(options?: FetchOptions): WPApiXHR<Fields>;
	/** Goes to the trash where there is one. */
	destroy(options?: DestroyOptions): WPApiXHR | false;
	toJSON(): Partial<Fields>;
	clone(): this;
}

/** Arguments that go into the address. https://developer.wordpress.org/rest-api/using-the-rest-api/global-parameters/ */
export interface Query {
	context?: 'view' | 'edit' | 'embed' | undefined;
	/** All that can be embedded, or the relations to embed. */
	_embed?: boolean | string | string[] | undefined;
	/** The fields to send. */
	_fields?: string | string[] | undefined;
	[argument: string]: unknown;
}

/** https://developer.wordpress.org/rest-api/using-the-rest-api/pagination/ */
export interface ListQuery extends Query {
	page?: number | undefined;
	/** 1 to 100, 10 if it is not said. */
	per_page?: number | undefined;
	offset?: number | undefined;
	search?: string | undefined;
	include?: number | number[] | undefined;
	exclude?: number | number[] | undefined;
	slug?: string | string[] | undefined;
	order?: 'asc' | 'desc' | undefined;
	orderby?: string | undefined;
}

interface Abortable {
	signal?: AbortSignal | undefined;
}

export interface SaveOptions extends Backbone.ModelSaveOptions, Abortable {}

export interface FetchOptions extends Backbone.ModelFetchOptions, Abortable {
	data?: Query | string | undefined;
}

export interface DestroyOptions extends Backbone.ModelDestroyOptions, Abortable {
	/** Deletes for good what would go to the trash. */
	force?: boolean | undefined;
	/** The id of the user who gets the posts of the one that is deleted. */
	reassign?: number | undefined;
}

export interface ListOptions extends Backbone.CollectionFetchOptions, Abortable {
	data?: ListQuery | string | undefined;
}

/** A collection whose items have fields. */
export interface ResourceCollection<
	Model extends Backbone.Model,
	Fields extends object,
	Input = Writable<Fields>,
>
	extends Omit<BaseCollection, keyof Backbone.Collection | 'more'>, Backbone.Collection<Model> {
	/** Fetches a page, the first one if `page` is not among `data`. */
	fetch(options?: ListOptions): WPApiXHR<Fields[]>;
	/** Fetches the next page, which replaces this one unless `remove: false` is given. `false` where there is none. */
	more(options?: AjaxOptions): WPApiXHR<Fields[]> | false;
	create(fields: Input | Model, options?: SaveOptions): Model;
	pluck<Name extends keyof Fields & string>(name: Name): (Fields[Name] | undefined)[];
	where(fields: Partial<Fields>): Model[];
	findWhere(fields: Partial<Fields>): Model;
	toJSON(): Partial<Fields>[];
}

type DateField = `${'date' | 'modified' | 'date_modified'}${'' | '_gmt'}`;

export interface DateMethods {
	/** The field read as UTC, which `date` is not: see `getInstant()`. `false` where there is none. */
	getDate(field?: DateField): Date | false;
	/** Sets a field to a Date, or to what `new Date()` takes. `false` for a field that is no date. */
	setDate(date: Date | string | number, field?: DateField): false | undefined;
	/** The moment a field speaks of, whatever the time zone of the site; `false` where there is none. */
	getInstant(field?: DateField): Date | false;
}

export interface MetaMethods {
	getMeta<Key extends keyof Meta & string>(key: Key): Meta[Key];
	getMetas(): Meta;
	setMeta<Key extends keyof Meta & string>(key: Key, value: Meta[Key]): void;
	setMetas(values: Partial<Meta>): void;
}

/** Ids, slugs, models or plain terms, one or a list, or a collection. */
export type TermChoice = OneTerm | readonly OneTerm[] | { models: readonly OneTerm[] };
type OneTerm = number | string | { id: number | string } | { slug: string };

/**
 * The terms of a taxonomy: `TermMethods<'Genres', Term>` has `getGenres()`, which resolves with plain objects,
 * `setGenres()` and `setGenresWithCollection()`.
 */
export type TermMethods<Name extends string, Found> = Record<`get${Name}`, () => JQuery.Promise<Found[]>> &
	Record<`set${Name}`, (terms: TermChoice) => JQuery.Promise<unknown>> &
	Record<`set${Name}WithCollection`, (terms: Backbone.Collection) => WPApiXHR | false>;
