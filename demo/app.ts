// Opens the client for the site of a session, and makes the sections of this page.
import { connect, upload, type Api, type BaseCollection, type BaseModel } from '../src/index.ts';
import type {
	AnyTermMethods,
	AuthorMethods,
	CollectionClass,
	CommentMethods,
	DateMethods,
	FeaturedMediaMethods,
	FetchOptions,
	ModelClass,
	RevisionMethods,
	Term,
} from '../src/index.ts';
import type { Session } from './session.ts';

/** A post or a book, with the helpers that its class has because its type has authors, pictures, terms and so on. */
export interface Item
	extends
		BaseModel,
		AuthorMethods,
		CommentMethods,
		DateMethods,
		FeaturedMediaMethods,
		RevisionMethods,
		AnyTermMethods<Record<string, Term>> {
	fetch(options?: FetchOptions): JQueryXHR;
}

/** The taxonomy that an item's terms are chosen from. */
export interface Taxonomy {
	/** The field of the item with their ids: `categories`. */
	field: string;
	one: string;
	many: string;
	Terms: CollectionClass<BaseCollection>;
}

/** A tab of the page: one post type. */
export interface Section {
	/** Its part of the address: `#posts`. */
	path: string;
	one: string;
	many: string;
	Item: ModelClass<Item>;
	/** The list lives as long as the page, so that a visitor comes back to the same place. */
	list: BaseCollection;
	/** The item that was looked at last. */
	lastSeen?: number;
	taxonomy: Taxonomy;
	/** `undefined` for a type without tags. */
	tags: Taxonomy | undefined;
}

export interface App {
	api: Api;
	session: Session;
	sections: Section[];
}

export async function openApp(session: Session): Promise<App> {
	const { root, nonce, address } = session;
	const settings = { root, nonce, nonceEndpoint: '/__demo/nonce', schemaVersion: address };
	const api = connect(settings, [upload]);
	await api.loadPromise;
	const sections = [
		section(api, 'post', 'Posts', ['category', 'categories', 'Categories']),
		section(api, 'book', 'Books', ['genre', 'genres', 'Genres']),
	];
	return { api, session, sections: sections.flatMap((found) => found ?? []) };
}

/** A post type and its taxonomy by their names; nothing where the site has no such type. */
function section(
	api: Api,
	type: string,
	many: string,
	[taxonomy, field, title]: [type: string, field: string, title: string],
): Section | undefined {
	const Item = api.getModelByType(type) as ModelClass<Item> | undefined;
	const List = api.getCollectionByType(type) as CollectionClass<BaseCollection> | undefined;
	const Terms = api.getCollectionByType(taxonomy) as CollectionClass<BaseCollection> | undefined;
	const Tags = api.getCollectionByType('post_tag') as CollectionClass<BaseCollection> | undefined;
	if (!Item || !List || !Terms) return undefined;
	return {
		path: many.toLowerCase(),
		one: type,
		many,
		Item,
		list: new List(),
		taxonomy: { field, one: taxonomy, many: title, Terms },
		tags:
			Tags && 'getTags' in Item.prototype
				? { field: 'tags', one: 'tag', many: 'Tags', Terms: Tags }
				: undefined,
	};
}
