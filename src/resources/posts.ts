/**
 * Posts, pages, the items of your own post types, and their earlier versions. Declarations only.
 */

import type { Comment } from './comments.ts';
import type {
	Discussed,
	EmbeddedEntry,
	Illustrated,
	PublicEdit,
	PublicEmbed,
	PublicView,
} from './entries.ts';
import type { Media } from './media.ts';
import type { User } from './people.ts';
import type { Content, Context, Embedded, In, Linked, Meta, Open, Text, WithMeta } from './shapes.ts';
import type { Term } from './terms.ts';

/**
 * What an item of a post type of your own has, if it supports what a post does:
 * `type Book<C extends Context = 'view'> = Article<C> & { genres: number[] }`.
 */
export type Article<C extends Context = 'view'> = In<C, ArticleEmbed, ArticleView, ArticleEdit>;

export interface ArticleEmbedded extends Embedded {
	author?: User<'embed'>[];
	replies?: Comment<'embed'>[][];
	/** The item above. */
	up?: EmbeddedEntry[];
	'wp:featuredmedia'?: Media<'embed'>[];
	/** A list a taxonomy. */
	'wp:term'?: Term<'embed'>[][];
}

export interface ArticleEmbed<C extends Context = 'embed'> extends PublicEmbed<C>, Illustrated<C> {
	_embedded?: ArticleEmbedded;
}

export interface ArticleView<C extends Context = 'view'>
	extends PublicView<C>, ArticleEmbed<C>, Discussed, WithMeta {
	content: Content<C>;
}

export interface ArticleEdit extends ArticleView<'edit'>, PublicEdit {
	/** To be given by who wants to read it, or ''. */
	password: string;
}

/** https://developer.wordpress.org/rest-api/reference/posts/ */
export type Post<C extends Context = 'view'> = In<C, PostEmbed, PostView, PostEdit>;

export interface PostEmbed<C extends Context = 'embed'> extends ArticleEmbed<C> {}

export interface PostView<C extends Context = 'view'> extends ArticleView<C>, PostEmbed<C> {
	format: PostFormat;
	sticky: boolean;
	categories: number[];
	tags: number[];
}

export interface PostEdit extends PostView<'edit'>, ArticleEdit {}

/** https://developer.wordpress.org/advanced-administration/wordpress/post-formats/ */
export type PostFormat = Open<
	'standard' | 'aside' | 'chat' | 'gallery' | 'link' | 'image' | 'quote' | 'status' | 'video' | 'audio'
>;

/** https://developer.wordpress.org/rest-api/reference/pages/ */
export type Page<C extends Context = 'view'> = In<C, PageEmbed, PageView, PageEdit>;

export interface PageEmbed<C extends Context = 'embed'> extends ArticleEmbed<C> {}

export interface PageView<C extends Context = 'view'> extends ArticleView<C>, PageEmbed<C> {
	/** The id of the page above, or 0. */
	parent: number;
	menu_order: number;
}

export interface PageEdit extends PageView<'edit'>, ArticleEdit {}

/** https://developer.wordpress.org/rest-api/reference/post-revisions/ */
export type Revision<C extends Context = 'view'> = In<C, RevisionEmbed, RevisionView, RevisionView<'edit'>>;

export interface RevisionEmbed<C extends Context = 'embed'> extends Linked {
	id: number;
	/** The id of the item this is a version of. */
	parent: number;
	author: number;
	date: string;
	slug: string;
	title: Text<C>;
	excerpt: Text<C>;
}

export interface RevisionView<C extends Context = 'view'> extends RevisionEmbed<C> {
	date_gmt: string;
	guid: Text<C>;
	modified: string;
	modified_gmt: string;
	content: Text<C>;
	/** Since WordPress 6.4. */
	meta?: Meta;
}

/** A version that was saved meanwhile. https://developer.wordpress.org/rest-api/reference/autosaves/ */
export type Autosave<C extends Context = 'view'> = In<C, RevisionEmbed, RevisionView, AutosaveEdit>;

export interface AutosaveEdit extends RevisionView<'edit'> {
	preview_link: string;
}
