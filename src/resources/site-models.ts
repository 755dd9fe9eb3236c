/**
 * The models of what a site is made of: blocks, templates, menus, widgets, types and so on. Declarations only.
 */

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
import type { DateMethods, MetaMethods, TermMethods } from './helpers.ts';
import type { ResourceModel } from './methods.ts';
import type { AuthorMethods, AutosaveMethods, FoundTerm, RevisionMethods } from './models.ts';
import type { ApplicationPassword } from './people.ts';
import type { Context, Writable } from './shapes.ts';
import type { Status, Taxonomy, Type } from './site.ts';
import type { Term } from './terms.ts';

export interface BlockModel<C extends Context = 'view'>
	extends
		ResourceModel<Block<C>, Writable<BlockEdit>>,
		DateMethods,
		MetaMethods,
		TermMethods<{ wp_pattern_category: FoundTerm<Term> }>,
		RevisionMethods,
		AutosaveMethods {}

export interface NavigationModel<C extends Context = 'view'>
	extends
		ResourceModel<Navigation<C>, Writable<NavigationEdit>>,
		DateMethods,
		AutosaveMethods,
		RevisionMethods {}

export interface TemplateModel<C extends Context = 'view'>
	extends
		ResourceModel<Template<C>, Writable<Template<'edit'>>>,
		AuthorMethods,
		AutosaveMethods,
		RevisionMethods {}

export interface TemplatePartModel<C extends Context = 'view'>
	extends
		ResourceModel<TemplatePart<C>, Writable<TemplatePart<'edit'>>>,
		AuthorMethods,
		AutosaveMethods,
		RevisionMethods {}

export interface GlobalStylesModel<C extends Context = 'view'>
	extends ResourceModel<GlobalStyles<C>, Writable<GlobalStyles<'edit'>>>, RevisionMethods {}

export interface MenuModel<C extends Context = 'view'>
	extends ResourceModel<Menu<C>, Writable<Menu<'edit'>>>, MetaMethods {}

export interface MenuItemModel<C extends Context = 'view'>
	extends ResourceModel<MenuItem<C>, Writable<MenuItem<'edit'>>>, AutosaveMethods, MetaMethods {
	/** Rejects with a `WPApiError` where there is none. */
	getParent(): JQuery.Promise<MenuItemModel>;
}

export type ApplicationPasswordModel<C extends Context = 'view'> = ResourceModel<ApplicationPassword<C>>;
export type StatusModel<C extends Context = 'view'> = ResourceModel<Status<C>, Writable<Status<'edit'>>>;
export type TaxonomyModel<C extends Context = 'view'> = ResourceModel<
	Taxonomy<C>,
	Writable<Taxonomy<'edit'>>
>;
export type TypeModel<C extends Context = 'view'> = ResourceModel<Type<C>, Writable<Type<'edit'>>>;
export type WidgetModel<C extends Context = 'view'> = ResourceModel<Widget<C>, WidgetWrite>;
