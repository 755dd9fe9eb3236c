/**
 * What the block editor and the site editor work on: blocks, patterns, templates, styles, fonts. Declarations only.
 */

import type { EntryEmbed, EntryStatus, EntryView } from './entries.ts';
import type {
	Content,
	Context,
	EditableText,
	Excerpt,
	In,
	Linked,
	Meta,
	Open,
	Protectable,
	Text,
} from './shapes.ts';

/** A pattern of the site's own. https://developer.wordpress.org/rest-api/reference/blocks/ */
export type Block<C extends Context = 'view'> = In<C, BlockEmbed, BlockView, BlockEdit>;

export interface BlockEmbed<C extends Context = 'embed'> extends EntryEmbed, Linked {
	/** Without `raw` in the context `embed`. */
	title: { raw?: string };
	/** Since WordPress 6.6. */
	excerpt?: Excerpt<C>;
	/** Since WordPress 6.3. */
	wp_pattern_sync_status?: '' | 'partial' | 'unsynced';
}

export interface BlockView<C extends Context = 'view'> extends EntryView<C>, BlockEmbed<C> {
	title: { raw: string };
	content: { raw: string; block_version?: number } & Protectable;
	/** Since WordPress 6.3. */
	meta?: Meta;
	/** Ids of terms. Since WordPress 6.4. */
	wp_pattern_category?: number[];
}

export interface BlockEdit extends BlockView<'edit'> {
	password: string;
}

/** A menu made of blocks. https://developer.wordpress.org/rest-api/reference/wp_navigations/ */
export type Navigation<C extends Context = 'view'> = In<C, NavigationEmbed, NavigationView, NavigationEdit>;

/** With its content and status since WordPress 6.3, and with `raw`, as nowhere else. */
export interface NavigationEmbed extends EntryEmbed, Linked {
	title: EditableText;
	status?: EntryStatus;
	content?: Content<'edit'>;
}

export interface NavigationView<C extends Context = 'view'> extends EntryView<C>, Linked {
	title: Text<C>;
	content: Content<C>;
}

export interface NavigationEdit extends NavigationView<'edit'> {
	password: string;
}

/** https://developer.wordpress.org/rest-api/reference/wp_templates/ */
export type Template<C extends Context = 'view'> = In<C, TemplateEmbed, TemplateView>;

export interface TemplateEmbed extends Linked {
	/** `theme//slug` */
	id: string;
	slug: string;
	theme: string;
	type: string;
	source: Open<'theme' | 'plugin' | 'custom'>;
	origin: string | null;
	/** Empty in the context `embed`. */
	content: { raw?: string; block_version?: number };
	title: EditableText;
	description: string;
	status: EntryStatus;
	/** The id of the post that holds the site's own version, or 0. */
	wp_id: number;
	has_theme_file: boolean;
	author: number;
	is_custom?: boolean;
	/** Since WordPress 6.5, as is the next one. */
	author_text?: string;
	original_source?: 'theme' | 'plugin' | 'site' | 'user';
}

export interface TemplateView extends TemplateEmbed {
	content: { raw: string; block_version?: number };
	/** Since WordPress 6.3; `false` where the theme's own file is used. */
	modified?: string | false;
}

/** https://developer.wordpress.org/rest-api/reference/wp_template_parts/ */
export type TemplatePart<C extends Context = 'view'> = In<
	C,
	Omit<TemplateEmbed, 'is_custom'> & TemplateArea,
	Omit<TemplateView, 'is_custom'> & TemplateArea
>;

export interface TemplateArea {
	area: Open<'header' | 'footer' | 'sidebar' | 'uncategorized'>;
}

/** https://developer.wordpress.org/rest-api/reference/wp_global_styles/ */
export type GlobalStyles<C extends Context = 'view'> = In<C, GlobalStylesEmbed, GlobalStylesView>;

export interface GlobalStylesEmbed extends Linked {
	id: number | string;
	title: EditableText;
}

/** `theme.json`: https://developer.wordpress.org/block-editor/reference-guides/theme-json-reference/ */
export interface GlobalStylesView extends GlobalStylesEmbed {
	styles: Record<string, unknown>;
	settings: Record<string, unknown>;
}

/** https://developer.wordpress.org/block-editor/how-to-guides/themes/fonts/ */
export interface FontFamily extends Linked {
	id: number;
	theme_json_version: number;
	/** Ids. */
	font_faces: number[];
	font_family_settings: { name: string; slug: string; fontFamily: string; preview?: string };
}

export interface FontFace extends Linked {
	id: number;
	theme_json_version: number;
	/** The id of the family. */
	parent: number;
	font_face_settings: { fontFamily: string; src: string | string[]; [property: string]: unknown };
}

export interface FontCollection extends Linked {
	slug: string;
	name: string;
	description: string;
	font_families: unknown[];
	categories: { name: string; slug: string }[];
}
