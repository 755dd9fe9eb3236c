/**
 * The models of the core resources and their collections: fields by context, and the methods that helpers add to their
 * classes. `PostModel<'edit'>` is one that was fetched with `context=edit`. Declarations only.
 */

import type { Comment, CommentEdit } from './comments.ts';
import type {
	Block,
	BlockEdit,
	GlobalStyles,
	Navigation,
	NavigationEdit,
	Template,
	TemplatePart,
} from './design.ts';
import type { Menu, MenuItem, Widget, WidgetWrite } from './furniture.ts';
import type { Media, MediaEdit } from './media.ts';
import type { DateMethods, MetaMethods, ResourceCollection, ResourceModel, TermMethods } from './methods.ts';
import type { ApplicationPassword, User, UserWrite } from './people.ts';
import type { Article, Autosave, AutosaveEdit, Page, PageEdit, Post, PostEdit, Revision } from './posts.ts';
import type { Context, Writable } from './shapes.ts';
import type { Status, Taxonomy, Type } from './site.ts';
import type { Category, Tag, Term } from './terms.ts';

export interface AuthorMethods {
	/** Rejects with a `WPApiError` where there is none. */
	getAuthorUser(): JQuery.Promise<UserModel>;
}

export interface FeaturedMediaMethods {
	/** Rejects with a `WPApiError` where there is none. */
	getFeaturedMedia(): JQuery.Promise<MediaModel>;
}

export interface RevisionMethods {
	getRevisions(): JQuery.Promise<RevisionsCollection>;
}

/** A term as it comes along with an item, or whole. */
export type FoundTerm<Whole extends Term> = Term<'embed'> & Partial<Whole>;

/**
 * An item of a post type that supports what a post does, your own ones included:
 * `interface BookModel extends ArticleModel<Book>, TermMethods<'Genres', Term> {}`.
 */
export interface ArticleModel<Fields extends object = Article, Input = Writable<Fields>>
	extends
		ResourceModel<Fields, Input>,
		AuthorMethods,
		DateMethods,
		FeaturedMediaMethods,
		MetaMethods,
		RevisionMethods {}

export interface PostModel<C extends Context = 'view'>
	extends
		ArticleModel<Post<C>, Writable<PostEdit>>,
		TermMethods<'Categories', FoundTerm<Category>>,
		TermMethods<'Tags', FoundTerm<Tag>> {}

export interface PageModel<C extends Context = 'view'> extends ArticleModel<Page<C>, Writable<PageEdit>> {}

export interface MediaModel<C extends Context = 'view'>
	extends
		ResourceModel<Media<C>, Writable<MediaEdit>>,
		AuthorMethods,
		DateMethods,
		FeaturedMediaMethods,
		MetaMethods {}

export interface RevisionModel<C extends Context = 'view'>
	extends ResourceModel<Revision<C>, Writable<Revision<'edit'>>>, AuthorMethods, DateMethods, MetaMethods {}

export interface AutosaveModel<C extends Context = 'view'>
	extends ResourceModel<Autosave<C>, Writable<AutosaveEdit>>, AuthorMethods, DateMethods, MetaMethods {}

export interface CommentModel<C extends Context = 'view'>
	extends ResourceModel<Comment<C>, Writable<CommentEdit>>, AuthorMethods, DateMethods, MetaMethods {}

export interface UserModel<C extends Context = 'view'>
	extends ResourceModel<User<C>, UserWrite>, MetaMethods {}

/** A term of any taxonomy. */
export interface TermModel<C extends Context = 'view'>
	extends ResourceModel<Term<C>, Writable<Term<'edit'>>>, MetaMethods {}

export interface CategoryModel<C extends Context = 'view'>
	extends ResourceModel<Category<C>, Writable<Category<'edit'>>>, MetaMethods {}

export interface TagModel<C extends Context = 'view'>
	extends ResourceModel<Tag<C>, Writable<Tag<'edit'>>>, MetaMethods {}

export interface BlockModel<C extends Context = 'view'>
	extends
		ResourceModel<Block<C>, Writable<BlockEdit>>,
		DateMethods,
		MetaMethods,
		RevisionMethods,
		TermMethods<'WpPatternCategory', FoundTerm<Term>> {}

export interface NavigationModel<C extends Context = 'view'>
	extends ResourceModel<Navigation<C>, Writable<NavigationEdit>>, DateMethods, RevisionMethods {}

export interface TemplateModel<C extends Context = 'view'>
	extends ResourceModel<Template<C>, Writable<Template<'edit'>>>, AuthorMethods, RevisionMethods {}

export interface TemplatePartModel<C extends Context = 'view'>
	extends ResourceModel<TemplatePart<C>, Writable<TemplatePart<'edit'>>>, AuthorMethods, RevisionMethods {}

export interface GlobalStylesModel<C extends Context = 'view'>
	extends ResourceModel<GlobalStyles<C>, Writable<GlobalStyles<'edit'>>>, RevisionMethods {}

export interface MenuModel<C extends Context = 'view'>
	extends ResourceModel<Menu<C>, Writable<Menu<'edit'>>>, MetaMethods {}

export interface MenuItemModel<C extends Context = 'view'>
	extends ResourceModel<MenuItem<C>, Writable<MenuItem<'edit'>>>, MetaMethods {}

export type ApplicationPasswordModel<C extends Context = 'view'> = ResourceModel<ApplicationPassword<C>>;
export type StatusModel<C extends Context = 'view'> = ResourceModel<Status<C>, Writable<Status<'edit'>>>;
export type TaxonomyModel<C extends Context = 'view'> = ResourceModel<
	Taxonomy<C>,
	Writable<Taxonomy<'edit'>>
>;
export type TypeModel<C extends Context = 'view'> = ResourceModel<Type<C>, Writable<Type<'edit'>>>;
export type WidgetModel<C extends Context = 'view'> = ResourceModel<Widget<C>, WidgetWrite>;

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
	Writable<MediaEdit>
>;
export type RevisionsCollection<C extends Context = 'view'> = ResourceCollection<
	RevisionModel<C>,
	Revision<C>,
	Writable<Revision<'edit'>>
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
