/**
 * The models of the core resources and their collections: fields by context, and the methods that helpers add to their
 * classes. `PostModel<'edit'>` is one that was fetched with `context=edit`. Declarations only.
 */

import type { WPApiXHR } from '../seams.ts';
import type { Comment, CommentEdit } from './comments.ts';
import type { DateMethods, HierarchyMethods, MetaMethods, TermMethods } from './helpers.ts';
import type { Media, MediaWrite } from './media.ts';
import type {
	RelatedOptions,
	AnyLinked,
	ListOptions,
	ResourceCollection,
	ResourceModel,
	UploadOptions,
} from './methods.ts';
import type { User, UserWrite } from './people.ts';
import type { Article, Autosave, AutosaveEdit, Page, PageEdit, Post, PostEdit, Revision } from './posts.ts';
import type { Context, Writable } from './shapes.ts';
import type { Category, Tag, Term } from './terms.ts';

export interface AuthorMethods {
	/** Rejects with a `WPApiError` where there is none. */
	getAuthorUser(options?: RelatedOptions): JQuery.Promise<UserModel>;
}

export interface FeaturedMediaMethods {
	/** Rejects with a `WPApiError` where there is none. */
	getFeaturedMedia(options?: RelatedOptions): JQuery.Promise<MediaModel>;
}

export interface CommentMethods {
	/** All of them, unless `data` has a `per_page`: that is a page, and `more()` goes on. */
	getComments(options?: ListOptions): JQuery.Promise<CommentsCollection>;
}

/** https://developer.wordpress.org/rest-api/reference/post-revisions/ */
export interface RevisionMethods {
	getRevisions(options?: ListOptions): JQuery.Promise<RevisionsCollection>;
}

export interface AutosaveMethods {
	/** To autosave: `( await post.getAutosaves() ).create( { content } )`. */
	getAutosaves(options?: ListOptions): JQuery.Promise<AutosavesCollection>;
}

/** What the links of WordPress lead to, by relation. Those of a plugin are added by declaration merging. */
export interface LinkedItems {
	author: UserModel;
	'in-reply-to': CommentModel;
	'predecessor-version': RevisionModel;
	replies: CommentsCollection;
	'version-history': RevisionsCollection;
	'wp:attachment': MediaCollection;
	'wp:featuredmedia': MediaModel;
}

export interface GetLinked {
	<Relation extends keyof LinkedItems>(
		relation: Relation,
		options?: RelatedOptions,
	): JQuery.Promise<LinkedItems[Relation]>;
	(relation: string, options?: RelatedOptions): JQuery.Promise<AnyLinked | AnyLinked[]>;
}

/** A term as it comes along with an item, or whole. */
export type FoundTerm<Whole extends Term> = Term<'embed'> & Partial<Whole>;

/**
 * An item of a post type that supports what a post does, your own ones included:
 * `interface BookModel extends ArticleModel<Book>, TermMethods<{ genres: Term }> {}`.
 */
export interface ArticleModel<Fields extends object = Article, Input = Writable<Fields>>
	extends
		ResourceModel<Fields, Input>,
		AuthorMethods,
		AutosaveMethods,
		CommentMethods,
		DateMethods,
		FeaturedMediaMethods,
		MetaMethods,
		RevisionMethods {
	getLinked: GetLinked;
}

export interface PostModel<C extends Context = 'view'>
	extends
		ArticleModel<Post<C>, Writable<PostEdit>>,
		TermMethods<{ categories: FoundTerm<Category>; tags: FoundTerm<Tag> }> {}

export interface PageModel<C extends Context = 'view'>
	extends ArticleModel<Page<C>, Writable<PageEdit>>, HierarchyMethods<PageModel, PagesCollection> {}

export interface UploadMethods<Fields> {
	/**
	 * Sends a new item with its file: a `File`, or a `Blob`, which goes by the name `file.png`. It comes with the part `upload`, which
	 * the script build has. Rejects with a `WPApiError` for an item that has its file.
	 * https://developer.wordpress.org/rest-api/reference/media/#create-a-media-item
	 */
	upload(file: Blob, options?: UploadOptions): WPApiXHR<Fields>;
}

export interface MediaModel<C extends Context = 'view'>
	extends
		ResourceModel<Media<C>, MediaWrite>,
		AuthorMethods,
		CommentMethods,
		DateMethods,
		FeaturedMediaMethods,
		MetaMethods,
		UploadMethods<Media<C>> {
	getLinked: GetLinked;
}

/** Of a version of an item. */
interface VersionMethods extends AuthorMethods, DateMethods, MetaMethods {
	/** The item that this is a version of. */
	getParent(options?: RelatedOptions): JQuery.Promise<ArticleModel>;
}

export interface RevisionModel<C extends Context = 'view'>
	extends ResourceModel<Revision<C>, Writable<Revision<'edit'>>>, VersionMethods {}

export interface AutosaveModel<C extends Context = 'view'>
	extends ResourceModel<Autosave<C>, Writable<AutosaveEdit>>, VersionMethods {}

export interface CommentModel<C extends Context = 'view'>
	extends
		ResourceModel<Comment<C>, Writable<CommentEdit>>,
		AuthorMethods,
		DateMethods,
		HierarchyMethods<CommentModel, CommentsCollection>,
		MetaMethods {
	getLinked: GetLinked;
}

export interface UserModel<C extends Context = 'view'>
	extends ResourceModel<User<C>, UserWrite>, MetaMethods {}

/** A term of any taxonomy. */
export interface TermModel<C extends Context = 'view'>
	extends ResourceModel<Term<C>, Writable<Term<'edit'>>>, MetaMethods {}

export interface CategoryModel<C extends Context = 'view'>
	extends
		ResourceModel<Category<C>, Writable<Category<'edit'>>>,
		HierarchyMethods<CategoryModel, CategoriesCollection>,
		MetaMethods {}

export interface TagModel<C extends Context = 'view'>
	extends ResourceModel<Tag<C>, Writable<Tag<'edit'>>>, MetaMethods {}

export type PostsCollection<C extends Context = 'view'> = ResourceCollection<
	PostModel<C>,
	Post<C>,
	Writable<PostEdit>
>;
export type PagesCollection<C extends Context = 'view'> = ResourceCollection<
	PageModel<C>,
	Page<C>,
	Writable<PageEdit>
>;
export type MediaCollection<C extends Context = 'view'> = ResourceCollection<
	MediaModel<C>,
	Media<C>,
	MediaWrite
>;
export type RevisionsCollection<C extends Context = 'view'> = ResourceCollection<
	RevisionModel<C>,
	Revision<C>,
	Writable<Revision<'edit'>>
>;
export type AutosavesCollection<C extends Context = 'view'> = ResourceCollection<
	AutosaveModel<C>,
	Autosave<C>,
	Writable<AutosaveEdit>
>;
export type CommentsCollection<C extends Context = 'view'> = ResourceCollection<
	CommentModel<C>,
	Comment<C>,
	Writable<CommentEdit>
>;
export type UsersCollection<C extends Context = 'view'> = ResourceCollection<
	UserModel<C>,
	User<C>,
	UserWrite
>;
export type CategoriesCollection<C extends Context = 'view'> = ResourceCollection<
	CategoryModel<C>,
	Category<C>,
	Writable<Category<'edit'>>
>;
export type TagsCollection<C extends Context = 'view'> = ResourceCollection<
	TagModel<C>,
	Tag<C>,
	Writable<Tag<'edit'>>
>;
