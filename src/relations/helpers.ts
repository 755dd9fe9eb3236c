/**
 * The helpers of the client. A site gives them to its classes, each to those that it applies to.
 */

import { author } from './author.ts';
import { comments } from './comments.ts';
import { dates } from './dates.ts';
import { featuredMedia } from './featured-media.ts';
import type { Helper } from './helper.ts';
import { children, parent } from './hierarchy.ts';
import { links } from './links.ts';
import { meta } from './meta.ts';
import { terms } from './terms.ts';
import { autosaves, revisions } from './versions.ts';

export const HELPERS: Helper[] = [
	author,
	autosaves,
	children,
	comments,
	dates,
	featuredMedia,
	links,
	meta,
	parent,
	revisions,
	terms,
];
