/**
 * What the items of post types have in common, in layers: `Entry…` that of any post type, `Public…` that of those with
 * a page on the site; `Article…` goes on in `posts.ts`. Declarations only.
 */

import type { Context, Excerpt, Open, OpenOrClosed, Text, WithLinks } from './shapes.ts';

/** Dates: local to the site, `2026-11-20T05:00:00`; those in `…_gmt` are UTC. `null` gives a draft no date of its own. */
export interface EntryEmbed extends WithLinks {
	id: number;
	date: string | null;
	slug: string;
	/** The name of the post type, not its REST base: `post`. */
	type: string;
	link: string;
}

export type EntryStatus = Open<
	'publish' | 'future' | 'draft' | 'pending' | 'private' | 'trash' | 'auto-draft' | 'inherit'
>;

export interface EntryView<C extends Context = 'view'> extends EntryEmbed {
	date_gmt: string | null;
	guid: Text<C>;
	modified: string;
	modified_gmt: string;
	status: EntryStatus;
	/** The file of the theme that shows it, or ''. */
	template: string;
}

export interface PublicEmbed<C extends Context = 'embed'> extends EntryEmbed {
	title: Text<C>;
	/** The id of a user. */
	author: number;
}

export interface PublicView<C extends Context = 'view'> extends EntryView<C>, PublicEmbed<C> {
	/** Since WordPress 6.6. */
	class_list?: string[];
}

export interface PublicEdit extends PublicView<'edit'> {
	/** The link with a placeholder for the slug: `https://example.com/%postname%/`. */
	permalink_template: string;
	/** What the slug would be if it were made from the title. */
	generated_slug: string;
}

export interface Illustrated<C extends Context> {
	excerpt: Excerpt<C>;
	/** The id of a picture, 0 for none. */
	featured_media: number;
}

/** An item of whatever post type, as it comes along with one below it. */
export type EmbeddedEntry = PublicEmbed & Partial<Illustrated<'embed'>>;

export interface Discussed {
	comment_status: OpenOrClosed;
	ping_status: OpenOrClosed;
}
