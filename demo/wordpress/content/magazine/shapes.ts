// The shapes in which the magazine is written down: names instead of ids, paragraphs instead of blocks.

export interface Person {
	login: string;
	name: string;
	role: 'administrator' | 'editor' | 'author' | 'contributor' | 'subscriber';
	about: string;
}

export interface Article {
	title: string;
	/** A login. */
	by: string;
	/** Slugs of categories. */
	in: string[];
	/** Names of tags. */
	tags: string[];
	/** A name out of pictures/scenes.ts. */
	picture?: string;
	/** Paragraphs, with an empty line between them; '## ' begins a heading, '> ' a quotation, '- ' a list. */
	text: string;
	subtitle?: string;
	rating?: number;
	/** The first paragraphs of earlier drafts, oldest first. */
	drafts?: string[];
	status?: 'draft' | 'pending' | 'private';
	sticky?: boolean;
}

export interface Page {
	title: string;
	by: string;
	text: string;
	drafts?: string[];
	children?: Page[];
}

export interface Book {
	title: string;
	by: string;
	/** Slugs of genres. */
	genres: string[];
	picture: string;
	excerpt: string;
	text: string;
	rating: number;
	drafts?: string[];
}

export interface Comment {
	/** A login, or the name of a visitor. */
	by: string;
	text: string;
	replies?: Comment[];
}

export interface Category {
	name: string;
	slug: string;
	colour: string;
	about: string;
	children?: Category[];
}
