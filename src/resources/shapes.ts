/**
 * The pieces that the resources are built of: contexts, texts, links, meta. Declarations only.
 */

/**
 * How much of an item the server sends: `view` for reading, `edit` for those who may edit it, `embed` for what comes
 * along with another item. https://developer.wordpress.org/rest-api/reference/posts/#list-posts, argument `context`
 */
export type Context = 'view' | 'edit' | 'embed';

/** The shape an item has in a context. What is sent in `embed` is sent in `view`, too, and that in `edit`. */
export type In<C extends Context, Embed, View, Edit = View> = { embed: Embed; view: View; edit: Edit }[C];

/** A text as HTML. */
export interface RenderedText {
	rendered: string;
}

/** A text as HTML, and as it is stored. */
export interface EditableText extends RenderedText {
	raw: string;
}

export type Text<C extends Context> = C extends 'edit' ? EditableText : RenderedText;

/** `protected`: by a password, which has to be given to see it. */
export interface Protectable {
	protected: boolean;
}

/** `block_version`: 1 where it is made of blocks, else 0. */
export interface EditableContent extends EditableText, Protectable {
	block_version: number;
}

export type Content<C extends Context> = C extends 'edit' ? EditableContent : RenderedText & Protectable;

/** Of an excerpt made from the content, `raw` is empty. */
export type Excerpt<C extends Context> = Text<C> & Protectable;

/** https://developer.wordpress.org/rest-api/using-the-rest-api/linking-and-embedding/ */
export interface Link {
	href: string;
	embeddable?: boolean;
	templated?: boolean;
	name?: string;
	taxonomy?: string;
	post_type?: string;
	count?: number;
	id?: number;
	[attribute: string]: unknown;
}

/** Links by relation: `author`, `wp:term`. */
export interface Links {
	[relation: string]: Link[] | undefined;
}

/** Items that came along, by relation. */
export interface Embedded {
	[relation: string]: unknown[] | undefined;
}

export interface WithLinks {
	_links?: Links;
}

export interface Linked extends WithLinks {
	_embedded?: Embedded;
}

/**
 * Registered meta by key; where nothing is registered PHP sends `[]`. To give keys a type, merge them into this.
 * https://developer.wordpress.org/rest-api/extending-the-rest-api/modifying-responses/#working-with-registered-meta-in-the-rest-api
 */
export interface Meta {
	[key: string]: unknown;
}

export interface WithMeta {
	meta: Meta;
}

/** Addresses of a picture by its width in pixels: `{ 24: 'https://…', 48: …, 96: … }`. Sites may have others. */
export type AvatarUrls = Record<string, string>;

/** One of these words, which the editor offers, or one that a plugin has added. */
export type Open<Known extends string> = Known | (string & Record<never, never>);

export type OpenOrClosed = 'open' | 'closed';

/** What of a resource may be given: any part of it, texts as they are or as `{ raw }`. What is read-only, WordPress ignores. */
export type Writable<Resource> = {
	[Field in keyof Resource]?: Resource[Field] extends RenderedText | { raw: string }
		? string | Partial<Resource[Field]>
		: Resource[Field];
};
