/**
 * Media: pictures and other files, and what is known of them. Declarations only.
 */

import type { Comment } from './comments.ts';
import type { Discussed, PublicEdit, PublicEmbed, PublicView } from './entries.ts';
import type { User } from './people.ts';
import type { Context, Embedded, In, Text, WithMeta, Writable } from './shapes.ts';

/** https://developer.wordpress.org/rest-api/reference/media/ */
export type Media<C extends Context = 'view'> = In<C, MediaEmbed, MediaView, MediaEdit>;

export interface MediaEmbedded extends Embedded {
	author?: User<'embed'>[];
	replies?: Comment<'embed'>[][];
}

/** A picture in one of its sizes, in pixels and bytes. */
export interface MediaSize {
	file: string;
	width: number;
	height: number;
	filesize?: number;
	mime_type: string;
	source_url: string;
}

/** What is known of the file; sounds and films have more. */
export interface MediaDetails {
	width?: number;
	height?: number;
	file?: string;
	/** Bytes. */
	filesize?: number;
	/** By name: `thumbnail`, `medium`, `large`, `full`. */
	sizes?: Record<string, MediaSize>;
	image_meta?: Record<string, unknown>;
	[detail: string]: unknown;
}

export interface MediaEmbed<C extends Context = 'embed'> extends PublicEmbed<C> {
	alt_text: string;
	caption: Text<C>;
	media_type: 'image' | 'file';
	mime_type: string;
	media_details: MediaDetails;
	source_url: string;
	/** The picture of a film or a sound. Since WordPress 6.5. */
	featured_media?: number;
	_embedded?: MediaEmbedded;
}

export interface MediaView<C extends Context = 'view'>
	extends PublicView<C>, MediaEmbed<C>, Discussed, WithMeta {
	description: Text<C>;
	/** The id of the post it was uploaded to. */
	post: number | null;
}

export interface MediaEdit extends MediaView<'edit'>, PublicEdit {
	/** Names of the sizes that have not been made yet. */
	missing_image_sizes: string[];
}

export interface MediaWrite extends Writable<MediaEdit> {
	/** What a new item is made of, where the API has the part `upload`. */
	file?: Blob;
}
