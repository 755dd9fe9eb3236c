/**
 * Terms: categories, tags, those of any other taxonomy. Declarations only.
 */

import type { Context, In, Linked, Open, WithMeta } from './shapes.ts';

/** A term of any taxonomy. */
export type Term<C extends Context = 'view'> = In<C, TermEmbed, TermView & { parent?: number }>;

export interface TermEmbed extends Linked {
	id: number;
	link: string;
	name: string;
	slug: string;
	/** The name of the taxonomy, not its REST base: `post_tag`. */
	taxonomy: Open<'category' | 'post_tag'>;
}

export interface TermView extends TermEmbed, WithMeta {
	/** How many published posts have it. */
	count: number;
	description: string;
}

/** https://developer.wordpress.org/rest-api/reference/categories/ */
export type Category<C extends Context = 'view'> = In<C, TermEmbed, CategoryView>;

export interface CategoryView extends TermView {
	/** The id of the category above, 0 for none. */
	parent: number;
}

/** https://developer.wordpress.org/rest-api/reference/tags/ */
export type Tag<C extends Context = 'view'> = In<C, TermEmbed, TermView>;
