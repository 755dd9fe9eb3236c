// A session, in; the client for its site, and the sections that this page has for it, out.
import { connect, type Api, type BaseCollection, type BaseModel } from '../src/index.ts';
import type { CollectionClass, ModelClass, WPApiModel } from '../src/index.ts';
import type { Session } from './session.ts';

/** A post or a book, with the helpers that its class has because its type has authors, pictures, terms and so on. */
export interface Item extends BaseModel {
	getAuthorUser(): JQuery.Promise<WPApiModel>;
	getFeaturedMedia(): JQuery.Promise<WPApiModel>;
	getInstant(field?: string): Date | false;
	getRevisions(): JQuery.Promise<BaseCollection>;
}

export interface Term {
	id: number;
	name: string;
}

interface Post extends Item {
	getCategories(): JQuery.Promise<Term[]>;
	setCategories(terms: unknown): JQuery.Promise<unknown>;
	getTags(): JQuery.Promise<Term[]>;
}

interface Book extends Item {
	getGenres(): JQuery.Promise<Term[]>;
	setGenres(terms: unknown): JQuery.Promise<unknown>;
}

/** The taxonomy that an item's terms are chosen from. */
export interface Taxonomy {
	/** The field of the item with their ids: `categories`. */
	field: string;
	label: string;
	Terms: CollectionClass<BaseCollection>;
	get(item: Item): JQuery.Promise<Term[]>;
	set(item: Item, ids: number[]): JQuery.Promise<unknown>;
}

/** A tab of the page: one post type. */
export interface Section {
	/** Its part of the address: `#posts`. */
	path: string;
	one: string;
	many: string;
	Item: ModelClass<Item>;
	/** The list lives as long as the page, so that one comes back to where one was. */
	list: BaseCollection;
	/** The item that was looked at last. */
	lastSeen?: number;
	taxonomy: Taxonomy;
	getTags?: (item: Item) => JQuery.Promise<Term[]>;
}

export interface App {
	api: Api;
	session: Session;
	sections: Section[];
}

export async function openApp(session: Session): Promise<App> {
	const { root, nonce, address } = session;
	const api = connect({ root, nonce, nonceEndpoint: '/__demo/nonce', schemaVersion: address });
	await api.loadPromise;
	return { api, session, sections: [posts(api), ...books(api)] };
}

function posts({ models, collections }: Api): Section {
	return {
		path: 'posts',
		one: 'post',
		many: 'Posts',
		Item: models.Post as ModelClass<Item>,
		list: new (collections.Posts as CollectionClass<BaseCollection>)(),
		taxonomy: {
			field: 'categories',
			label: 'Categories',
			Terms: collections.Categories as CollectionClass<BaseCollection>,
			get: (post) => (post as Post).getCategories(),
			set: (post, ids) => (post as Post).setCategories(ids),
		},
		getTags: (post) => (post as Post).getTags(),
	};
}

/** A custom post type, where the site has it: its classes are made from the site's schema, and found by their routes. */
function books(api: Api): Section[] {
	const Item = api.getModelByRoute('/wp/v2/books/(?P<id>[\\d]+)') as ModelClass<Item> | undefined;
	const Books = api.getCollectionByRoute('/wp/v2/books') as CollectionClass<BaseCollection> | undefined;
	const Terms = api.getCollectionByRoute('/wp/v2/genres') as CollectionClass<BaseCollection> | undefined;
	if (!Item || !Books || !Terms) return [];
	return [
		{
			path: 'books',
			one: 'book',
			many: 'Books',
			Item,
			list: new Books(),
			taxonomy: {
				field: 'genres',
				label: 'Genres',
				Terms,
				get: (book) => (book as Book).getGenres(),
				set: (book, ids) => (book as Book).setGenres(ids),
			},
		},
	];
}
