/**
 * Comments, and what comes along with them. Declarations only.
 */

import type { EmbeddedEntry } from './entries.ts';
import type { User } from './people.ts';
import type { AvatarUrls, Context, Embedded, In, Open, Text, WithLinks, WithMeta } from './shapes.ts';

/** https://developer.wordpress.org/rest-api/reference/comments/ */
export type Comment<C extends Context = 'view'> = In<C, CommentEmbed, CommentView, CommentEdit>;

export interface CommentEmbedded extends Embedded {
	author?: User<'embed'>[];
	/** The post it is about. */
	up?: EmbeddedEntry[];
	'in-reply-to'?: CommentEmbed[];
	children?: CommentEmbed[][];
}

export interface CommentEmbed<C extends Context = 'embed'> extends WithLinks {
	id: number;
	/** The id of the comment it answers, or 0. */
	parent: number;
	/** The id of a user, 0 for a visitor. */
	author: number;
	author_name: string;
	author_url: string;
	author_avatar_urls?: AvatarUrls;
	content: Text<C>;
	date: string;
	link: string;
	type: Open<'comment' | 'pingback' | 'trackback'>;
	_embedded?: CommentEmbedded;
}

export interface CommentView<C extends Context = 'view'> extends CommentEmbed<C>, WithMeta {
	date_gmt: string;
	/** The id of the post it is about. */
	post: number;
	status: Open<'approved' | 'hold' | 'spam' | 'trash'>;
}

export interface CommentEdit extends CommentView<'edit'> {
	author_email: string;
	author_ip: string;
	author_user_agent: string;
}
