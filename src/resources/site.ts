/**
 * What the site is made of: settings, types, statuses, taxonomies, plugins, themes, and what a search finds. Declarations only.
 */

import type { Context, EditableText, In, Linked, Open, OpenOrClosed } from './shapes.ts';

/**
 * A setting that a plugin has registered is added by declaration merging.
 * https://developer.wordpress.org/rest-api/reference/settings/
 */
export interface Settings {
	title: string;
	description: string;
	url: string;
	email: string;
	timezone: string;
	date_format: string;
	time_format: string;
	/** 0 is Sunday. */
	start_of_week: number;
	language: string;
	use_smilies: boolean;
	default_category: number;
	default_post_format: string;
	posts_per_page: number;
	show_on_front: 'posts' | 'page';
	page_on_front: number;
	page_for_posts: number;
	default_ping_status: OpenOrClosed | '';
	default_comment_status: OpenOrClosed | '';
	/** Ids of pictures. */
	site_logo: number | null;
	site_icon: number;
}

/** A post type. https://developer.wordpress.org/rest-api/reference/post-types/ */
export type Type<C extends Context = 'view'> = In<C, TypeEmbed, TypeView, TypeEdit>;

export interface TypeEmbed extends Linked {
	name: string;
	slug: string;
	rest_base: string;
	rest_namespace: string;
	icon: string | null;
	/** The blocks a new item begins with. Since WordPress 6.6, as is the next one. */
	template?: unknown[];
	template_lock?: 'all' | 'insert' | 'contentOnly' | false;
}

export interface TypeView extends TypeEmbed {
	description: string;
	hierarchical: boolean;
	/** `true`, or the slug of the archive. */
	has_archive: boolean | string;
	/** Names of taxonomies. */
	taxonomies: string[];
}

export interface TypeEdit extends TypeView {
	capabilities: Record<string, string>;
	viewable: boolean;
	labels: Record<string, string | null>;
	supports: Record<string, unknown>;
	visibility: { show_ui: boolean; show_in_nav_menus: boolean };
}

/** https://developer.wordpress.org/rest-api/reference/post-statuses/ */
export type Status<C extends Context = 'view'> = In<C, StatusEmbed, StatusView, StatusEdit>;

export interface StatusEmbed extends Linked {
	name: string;
	slug: string;
}

export interface StatusView extends StatusEmbed {
	public: boolean;
	queryable: boolean;
	/** That items have the date of their publication, whenever that is. */
	date_floating: boolean;
}

export interface StatusEdit extends StatusView {
	private: boolean;
	protected: boolean;
	show_in_list: boolean;
}

/** https://developer.wordpress.org/rest-api/reference/taxonomies/ */
export type Taxonomy<C extends Context = 'view'> = In<C, TaxonomyEmbed, TaxonomyView, TaxonomyEdit>;

export interface TaxonomyEmbed extends Linked {
	name: string;
	slug: string;
	rest_base: string;
	rest_namespace: string;
}

export interface TaxonomyView extends TaxonomyEmbed {
	description: string;
	hierarchical: boolean;
	/** Names of post types. */
	types: string[];
}

export interface TaxonomyEdit extends TaxonomyView {
	capabilities: Record<string, string>;
	labels: Record<string, string | null>;
	show_cloud: boolean;
	visibility: Record<
		| 'public'
		| 'publicly_queryable'
		| 'show_ui'
		| 'show_admin_column'
		| 'show_in_nav_menus'
		| 'show_in_quick_edit',
		boolean
	>;
}

/** The same in every context. https://developer.wordpress.org/rest-api/reference/plugins/ */
export interface Plugin extends Linked {
	/** Its file, without `.php`: `akismet/akismet`. */
	plugin: string;
	status: Open<'inactive' | 'active' | 'network-active'>;
	name: string;
	plugin_uri: string;
	author: string;
	author_uri: string;
	description: EditableText;
	version: string;
	network_only: boolean;
	requires_wp: string;
	requires_php: string;
	textdomain: string;
}

/** The same in every context. https://developer.wordpress.org/rest-api/reference/themes/ */
export interface Theme extends Linked {
	stylesheet: string;
	template: string;
	name: EditableText;
	description: EditableText;
	author: EditableText;
	author_uri: EditableText;
	theme_uri: EditableText;
	tags: { raw: string[]; rendered: string };
	version: string;
	status: 'active' | 'inactive';
	screenshot: string;
	textdomain: string;
	requires_php: string;
	requires_wp: string;
	/** Of the active theme alone. */
	theme_supports?: Record<string, unknown>;
	/** Since WordPress 6.3. */
	is_block_theme?: boolean;
	/** Since WordPress 6.6, as is the next one. */
	stylesheet_uri?: string;
	template_uri?: string;
}

/** https://developer.wordpress.org/rest-api/reference/search-results/ */
export interface SearchResult extends Linked {
	/** A post format has a word for an id. */
	id: number | string;
	title: string;
	url: string;
	type: Open<'post' | 'term' | 'post-format'>;
	/** The post type, the taxonomy. */
	subtype: string;
}
