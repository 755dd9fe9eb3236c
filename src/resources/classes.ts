/**
 * The classes of a site by name: `api.models` and `api.collections`. Declarations only.
 */

import type { BaseCollection } from '../classes/collection.ts';
import type { CollectionClass, ModelClass } from '../seams.ts';
import type { BlockPattern, BlockPatternCategory, BlockType } from './block-types.ts';
import type { CommentEdit } from './comments.ts';
import type {
	Block,
	BlockEdit,
	FontCollection,
	FontFace,
	FontFamily,
	GlobalStyles,
	Navigation,
	NavigationEdit,
	Template,
	TemplatePart,
} from './design.ts';
import type { Menu, MenuItem, MenuLocation, Sidebar, Widget, WidgetType, WidgetWrite } from './furniture.ts';
import type { MediaWrite } from './media.ts';
import type { ResourceCollection, ResourceModel } from './methods.ts';
import type * as M from './models.ts';
import type { ApplicationPassword, UserWrite } from './people.ts';
import type { AutosaveEdit, PageEdit, PostEdit, Revision } from './posts.ts';
import type { Context, Writable } from './shapes.ts';
import type * as S from './site-models.ts';
import type { Plugin, SearchResult, Settings, Status, Taxonomy, Theme, Type } from './site.ts';
import type { Category, Tag } from './terms.ts';

/** A class of models: `new Post<'edit'>( { id: 7 } )` makes one to be fetched with `context=edit`. */
export interface ResourceClass<Models extends Record<Context, object>, Input> {
	new <C extends Context = 'view'>(fields?: Input | null, options?: object): Models[C];
	prototype: Models['view'];
	extend<More = unknown>(
		properties?: More & ThisType<Models['view'] & More>,
		classProperties?: object,
	): ResourceClass<{ [C in Context]: Models[C] & More }, Input>;
}

/** A class of collections: `new Posts<'edit'>()`; below an item, `new PostRevisions( [], { parent: 7 } )`. */
export interface ResourceCollectionClass<Collections extends Record<Context, object>> {
	new <C extends Context = 'view'>(
		models?: readonly object[] | object | null,
		options?: object,
	): Collections[C];
	prototype: Collections['view'];
	extend<More = unknown>(
		properties?: More & ThisType<Collections['view'] & More>,
		classProperties?: object,
	): ResourceCollectionClass<{ [C in Context]: Collections[C] & More }>;
}

/** Classes of a resource that is the same in all contexts. */
type PlainClass<Fields extends object> = ResourceClass<
	Record<Context, ResourceModel<Fields>>,
	Writable<Fields>
>;
type PlainCollectionClass<Fields extends object> = ResourceCollectionClass<
	Record<Context, ResourceCollection<ResourceModel<Fields>, Fields>>
>;

/**
 * The models by name. Those that may be absent come with the site's index, once `api.loadPromise` has resolved, if the
 * site has them. Your own are added by declaration merging:
 *
 *     declare module 'backbone-wp-api' {
 *         interface WPApiModels { Book: ModelClass<BookModel> }
 *     }
 */
export interface WPApiModels {
	Schema: ModelClass;
	Post: ResourceClass<{ [C in Context]: M.PostModel<C> }, Writable<PostEdit>>;
	Page: ResourceClass<{ [C in Context]: M.PageModel<C> }, Writable<PageEdit>>;
	Media: ResourceClass<{ [C in Context]: M.MediaModel<C> }, MediaWrite>;
	Comment: ResourceClass<{ [C in Context]: M.CommentModel<C> }, Writable<CommentEdit>>;
	Category: ResourceClass<{ [C in Context]: M.CategoryModel<C> }, Writable<Category<'edit'>>>;
	Tag: ResourceClass<{ [C in Context]: M.TagModel<C> }, Writable<Tag<'edit'>>>;
	User: ResourceClass<{ [C in Context]: M.UserModel<C> }, UserWrite>;
	UsersMe: ResourceClass<{ [C in Context]: M.UserModel<C> }, UserWrite>;
	PostRevision: ResourceClass<{ [C in Context]: M.RevisionModel<C> }, Writable<Revision<'edit'>>>;
	PageRevision: ResourceClass<{ [C in Context]: M.RevisionModel<C> }, Writable<Revision<'edit'>>>;
	Block: ResourceClass<{ [C in Context]: S.BlockModel<C> }, Writable<BlockEdit>>;
	Type: ResourceClass<{ [C in Context]: S.TypeModel<C> }, Writable<Type<'edit'>>>;
	Status: ResourceClass<{ [C in Context]: S.StatusModel<C> }, Writable<Status<'edit'>>>;
	Taxonomy: ResourceClass<{ [C in Context]: S.TaxonomyModel<C> }, Writable<Taxonomy<'edit'>>>;
	Settings: PlainClass<Settings>;
	PostsAutosave?: ResourceClass<{ [C in Context]: M.AutosaveModel<C> }, Writable<AutosaveEdit>>;
	PagesAutosave?: ResourceClass<{ [C in Context]: M.AutosaveModel<C> }, Writable<AutosaveEdit>>;
	UsersApplicationPassword?: ResourceClass<
		{ [C in Context]: S.ApplicationPasswordModel<C> },
		Writable<ApplicationPassword<'edit'>>
	>;
	Navigation?: ResourceClass<{ [C in Context]: S.NavigationModel<C> }, Writable<NavigationEdit>>;
	Template?: ResourceClass<{ [C in Context]: S.TemplateModel<C> }, Writable<Template<'edit'>>>;
	TemplatePart?: ResourceClass<{ [C in Context]: S.TemplatePartModel<C> }, Writable<TemplatePart<'edit'>>>;
	GlobalStyles?: ResourceClass<{ [C in Context]: S.GlobalStylesModel<C> }, Writable<GlobalStyles<'edit'>>>;
	Menu?: ResourceClass<{ [C in Context]: S.MenuModel<C> }, Writable<Menu<'edit'>>>;
	MenuItem?: ResourceClass<{ [C in Context]: S.MenuItemModel<C> }, Writable<MenuItem<'edit'>>>;
	MenuLocation?: PlainClass<MenuLocation>;
	Sidebar?: PlainClass<Sidebar>;
	Widget?: ResourceClass<{ [C in Context]: S.WidgetModel<C> }, WidgetWrite>;
	WidgetType?: PlainClass<WidgetType>;
	Plugin?: PlainClass<Plugin>;
	Theme?: PlainClass<Theme>;
	BlockType?: PlainClass<BlockType>;
	FontFamily?: PlainClass<FontFamily>;
	FontFamiliesFontFace?: PlainClass<FontFace>;
	FontCollection?: PlainClass<FontCollection>;
}

/** The collections by name; see `WPApiModels`. */
export interface WPApiCollections {
	Posts: ResourceCollectionClass<{ [C in Context]: M.PostsCollection<C> }>;
	Pages: ResourceCollectionClass<{ [C in Context]: M.PagesCollection<C> }>;
	Media: ResourceCollectionClass<{ [C in Context]: M.MediaCollection<C> }>;
	Comments: ResourceCollectionClass<{ [C in Context]: M.CommentsCollection<C> }>;
	Categories: ResourceCollectionClass<{ [C in Context]: M.CategoriesCollection<C> }>;
	Tags: ResourceCollectionClass<{ [C in Context]: M.TagsCollection<C> }>;
	Users: ResourceCollectionClass<{ [C in Context]: M.UsersCollection<C> }>;
	PostRevisions: ResourceCollectionClass<{ [C in Context]: M.RevisionsCollection<C> }>;
	PageRevisions: ResourceCollectionClass<{ [C in Context]: M.RevisionsCollection<C> }>;
	Blocks: ResourceCollectionClass<{
		[C in Context]: ResourceCollection<S.BlockModel<C>, Block<C>, Writable<BlockEdit>>;
	}>;
	Types: ResourceCollectionClass<{ [C in Context]: ResourceCollection<S.TypeModel<C>, Type<C>> }>;
	Statuses: ResourceCollectionClass<{ [C in Context]: ResourceCollection<S.StatusModel<C>, Status<C>> }>;
	Taxonomies: ResourceCollectionClass<{
		[C in Context]: ResourceCollection<S.TaxonomyModel<C>, Taxonomy<C>>;
	}>;
	PostsAutosaves?: ResourceCollectionClass<{ [C in Context]: M.AutosavesCollection<C> }>;
	PagesAutosaves?: ResourceCollectionClass<{ [C in Context]: M.AutosavesCollection<C> }>;
	UsersApplicationPasswords?: ResourceCollectionClass<{
		[C in Context]: ResourceCollection<S.ApplicationPasswordModel<C>, ApplicationPassword<C>>;
	}>;
	Navigation?: ResourceCollectionClass<{
		[C in Context]: ResourceCollection<S.NavigationModel<C>, Navigation<C>, Writable<NavigationEdit>>;
	}>;
	Templates?: ResourceCollectionClass<{
		[C in Context]: ResourceCollection<S.TemplateModel<C>, Template<C>>;
	}>;
	TemplateParts?: ResourceCollectionClass<{
		[C in Context]: ResourceCollection<S.TemplatePartModel<C>, TemplatePart<C>>;
	}>;
	Menus?: ResourceCollectionClass<{ [C in Context]: ResourceCollection<S.MenuModel<C>, Menu<C>> }>;
	MenuItems?: ResourceCollectionClass<{
		[C in Context]: ResourceCollection<S.MenuItemModel<C>, MenuItem<C>, Writable<MenuItem<'edit'>>>;
	}>;
	MenuLocations?: PlainCollectionClass<MenuLocation>;
	Sidebars?: PlainCollectionClass<Sidebar>;
	Widgets?: ResourceCollectionClass<{
		[C in Context]: ResourceCollection<S.WidgetModel<C>, Widget<C>, WidgetWrite>;
	}>;
	WidgetTypes?: PlainCollectionClass<WidgetType>;
	Plugins?: PlainCollectionClass<Plugin>;
	Themes?: PlainCollectionClass<Theme>;
	Search?: PlainCollectionClass<SearchResult>;
	BlockTypes?: PlainCollectionClass<BlockType>;
	BlockPatternsPatterns?: PlainCollectionClass<BlockPattern>;
	BlockPatternsCategories?: PlainCollectionClass<BlockPatternCategory>;
	FontFamilies?: PlainCollectionClass<FontFamily>;
	FontFamiliesFontFaces?: PlainCollectionClass<FontFace>;
	FontCollections?: PlainCollectionClass<FontCollection>;
}

/** `api.models`: the classes that are known, and those of the site's own routes, which may be there or not. */
export type ModelRegistry = WPApiModels & { [name: string]: ModelClass | undefined };

/** `api.collections` */
export type CollectionRegistry = WPApiCollections & {
	[name: string]: CollectionClass<BaseCollection> | undefined;
};
