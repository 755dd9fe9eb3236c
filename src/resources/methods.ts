/**
 * What Backbone's methods, and those of the base classes, take and give where the fields of a resource are known. Declarations only.
 */

import type Backbone from 'backbone';
import type { BaseCollection } from '../classes/collection.ts';
import type { BaseModel } from '../classes/model.ts';
import type { AjaxOptions, WPApiXHR } from '../seams.ts';
import type { Writable } from './shapes.ts';

/**
 * A model with fields: `get()` knows those that the server sends, `set()` and `save()` those it takes. A field that was
 * set is what it was set to until the server has answered: a title may be a string meanwhile.
 */
export type ResourceModel<Fields extends object, Input = Writable<Fields>> = FieldMethods<Fields, Input> &
	LinkMethods &
	Omit<BaseModel, keyof Backbone.Model | 'saveChanges'> &
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
	/** Sends what differs from the server's last answer, by PATCH, and nothing where nothing does. A new item is saved whole. */
	saveChanges(fields?: Input | null, options?: SaveChangesOptions): WPApiXHR<Fields>;
	saveChanges<Name extends keyof Input & string>(
		name: Name,
		value: Input[Name],
		options?: SaveChangesOptions,
	): WPApiXHR<Fields>;
	fetch(options?: FetchOptions): WPApiXHR<Fields>;
	/** Goes to the trash where there is one. */
	destroy(options?: DestroyOptions): WPApiXHR | false;
	toJSON(): Partial<Fields>;
	clone(): this;
}

export interface LinkMethods {
	/**
	 * What a link of `_links` leads to; a list where the relation has several links. Rejects with a `WPApiError` where it has
	 * none. https://developer.wordpress.org/rest-api/using-the-rest-api/linking-and-embedding/
	 */
	getLinked(relation: string, options?: RelatedOptions): JQuery.Promise<AnyLinked | AnyLinked[]>;
}

export type AnyLinked = BaseModel | BaseCollection;

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

/** Of every method that sends. What was asked for together with others' is called off for one caller, and goes on for them. */
export interface Abortable {
	/** https://developer.mozilla.org/docs/Web/API/AbortSignal */
	signal?: AbortSignal | undefined;
}

/** Of the helpers for related items. */
export interface RelatedOptions extends Abortable {
	/** Asks again, whatever was embedded or has just been read. */
	fresh?: boolean | undefined;
}

export interface SaveOptions extends Backbone.ModelSaveOptions, Abortable {
	/** What a new media item is made of, where the API has the part `upload`. */
	file?: Blob | undefined;
}

export interface UploadOptions extends SaveOptions {
	/** Told the bytes that have gone out: `( { loaded, total } )`. Not where a password makes the client leave cookies out. */
	onProgress?: ((event: ProgressEvent) => void) | undefined;
}

export interface SaveChangesOptions extends SaveOptions {
	[option: string]: unknown;
}

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

/** Options that are passed on, for each page. */
export interface PagesOptions extends ListOptions {
	remove?: boolean;
	[option: string]: unknown;
}

export interface WholeListOptions extends PagesOptions {
	/** How many pages are asked for at a time, 4 if it is not said. */
	concurrency?: number;
}

/** A promise of all pages of a list. Each page is told as progress: `( pages here, pages in all )`. */
export interface WholeList<List> extends JQuery.Promise<List, unknown, number> {
	/** Calls off what is under way. The pages that are here stay. */
	abort(): void;
}

/** A collection whose items have fields. */
export interface ResourceCollection<
	Model extends Backbone.Model,
	Fields extends object,
	Input = Writable<Fields>,
>
	extends
		Omit<BaseCollection, keyof Backbone.Collection | 'more' | 'fetchAll' | 'pages'>,
		Backbone.Collection<Model> {
	/** Fetches a page, the first one if `page` is not among `data`. */
	fetch(options?: ListOptions): WPApiXHR<Fields[]>;
	/** Fetches the next page, which replaces this one unless `remove: false` is given. `false` where there is none. */
	more(options?: AjaxOptions): WPApiXHR<Fields[]> | false;
	/** Fetches every page into this collection, 100 items each unless `data` has a `per_page`. Stops at the first failure. */
	fetchAll(options?: WholeListOptions): WholeList<this>;
	/** Page after page, each as a collection of its own: `for await ( const page of posts.pages() )`. */
	pages(options?: PagesOptions): AsyncGenerator<this, void>;
	create(fields: Input | Model, options?: SaveOptions): Model;
	pluck<Name extends keyof Fields & string>(name: Name): (Fields[Name] | undefined)[];
	where(fields: Partial<Fields>): Model[];
	findWhere(fields: Partial<Fields>): Model;
	toJSON(): Partial<Fields>[];
}
