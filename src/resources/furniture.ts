/**
 * What stands around the content: menus, sidebars, widgets. Declarations only.
 */

import type { EntryStatus } from './entries.ts';
import type { Context, In, Linked, Open, Text, WithMeta, Writable } from './shapes.ts';

/** https://developer.wordpress.org/rest-api/reference/nav_menus/ */
export type Menu<C extends Context = 'view'> = In<C, MenuEmbed, MenuView>;

export interface MenuEmbed extends Linked {
	id: number;
	name: string;
	slug: string;
}

export interface MenuView extends MenuEmbed, WithMeta {
	description: string;
	/** Names of the places where the theme shows it. */
	locations: string[];
	/** Whether new pages are added to it. */
	auto_add: boolean;
}

/** https://developer.wordpress.org/rest-api/reference/nav_menu_items/ */
export type MenuItem<C extends Context = 'view'> = In<C, MenuItemEmbed, MenuItemView, MenuItemView<'edit'>>;

export interface MenuItemEmbed<C extends Context = 'embed'> extends Linked {
	id: number;
	title: Text<C>;
	type: 'taxonomy' | 'post_type' | 'post_type_archive' | 'custom';
	type_label: string;
	status: EntryStatus;
	/** The id of the menu item above, or 0. */
	parent: number;
	menu_order: number;
	attr_title: string;
	classes: string[];
	description: string;
	/** The post type or taxonomy it leads to, and the id of the item there. */
	object: string;
	object_id: number;
	target: Open<'' | '_blank'>;
	url: string;
	xfn: string[];
	/** That it leads to something that is gone. */
	invalid: boolean;
}

export interface MenuItemView<C extends Context = 'view'> extends MenuItemEmbed<C>, WithMeta {
	/** The id of its menu. */
	menus: number;
}

/** A place for a menu. https://developer.wordpress.org/rest-api/reference/menu-locations/ */
export interface MenuLocation extends Linked {
	name: string;
	description: string;
	/** The id of a menu, or 0. */
	menu: number;
}

/** https://developer.wordpress.org/rest-api/reference/sidebars/ */
export interface Sidebar extends Linked {
	id: string;
	name: string;
	description: string;
	class: string;
	before_widget: string;
	after_widget: string;
	before_title: string;
	after_title: string;
	status: 'active' | 'inactive';
	/** Ids. */
	widgets: string[];
}

/** https://developer.wordpress.org/rest-api/reference/widgets/ */
export type Widget<C extends Context = 'view'> = In<C, WidgetView, WidgetView, WidgetEdit>;

export interface WidgetView extends Linked {
	id: string;
	/** The id of its type. */
	id_base: string;
	/** The id of its sidebar. */
	sidebar: string;
	rendered: string;
}

export interface WidgetEdit extends WidgetView {
	rendered_form: string;
	instance: WidgetInstance | null;
}

/** Its settings: `raw` where its type tells them. */
export interface WidgetInstance {
	encoded?: string;
	hash?: string;
	raw?: Record<string, unknown>;
}

/** The fields of its form can be sent, and are never sent back. */
export interface WidgetWrite extends Writable<WidgetEdit> {
	form_data?: string;
}

/** https://developer.wordpress.org/rest-api/reference/widget-types/ */
export interface WidgetType extends Linked {
	id: string;
	name: string;
	description: string;
	is_multi: boolean;
	classname: string;
}
