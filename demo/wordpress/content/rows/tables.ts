// WordPress's tables as plain data, and the few facts that all who fill them need.
import { randomUUID } from 'node:crypto';

export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** Lists and objects are serialized by PHP when the row is written. */
export type Row = Record<string, Value>;

export interface Tables {
	users: Row[];
	usermeta: Row[];
	terms: Row[];
	termmeta: Row[];
	term_taxonomy: Row[];
	term_relationships: Row[];
	posts: Row[];
	postmeta: Row[];
	comments: Row[];
}

export interface PostFields {
	type: string;
	title: string;
	author: number;
	content: string;
	/** In milliseconds. */
	date: number;
	status?: string;
	excerpt?: string;
	parent?: number;
	order?: number;
	slug?: string;
	mime?: string;
	comments?: 'open' | 'closed';
	modified?: number;
}

const hour = 3_600_000;

/** The site is two hours ahead of UTC, so that what mixes up site time and UTC can be seen to do it. */
export const timezone = 'Africa/Johannesburg';

export function makeTables(): Tables {
	return {
		users: [],
		usermeta: [],
		terms: [],
		termmeta: [],
		term_taxonomy: [],
		term_relationships: [],
		posts: [],
		postmeta: [],
		comments: [],
	};
}

export function addPost({ posts }: Tables, fields: PostFields): number {
	const { date, status = 'publish', modified = date } = fields;
	const ID = posts.length + 1;
	posts.push({
		ID,
		post_author: fields.author,
		...times('post_date', date),
		...times('post_modified', modified),
		post_content: fields.content,
		post_title: fields.title,
		post_excerpt: fields.excerpt ?? '',
		post_status: status,
		comment_status: fields.comments ?? 'closed',
		ping_status: 'closed',
		post_name: fields.slug ?? (['draft', 'pending'].includes(status) ? '' : slugOf(fields.title)),
		post_parent: fields.parent ?? 0,
		menu_order: fields.order ?? 0,
		guid: `urn:uuid:${randomUUID()}`,
		post_type: fields.type,
		post_mime_type: fields.mime ?? '',
		comment_count: 0,
	});
	return ID;
}

export function addMeta(
	{ postmeta }: Tables,
	post_id: number,
	values: Record<string, Value | undefined>,
): void {
	for (const [meta_key, meta_value] of Object.entries(values)) {
		if (meta_value !== undefined) {
			postmeta.push({ post_id, meta_key, meta_value });
		}
	}
}

/** A column in the site's time and its twin in UTC. */
export function times(column: string, moment: number): Row {
	return { [column]: write(moment + 2 * hour), [`${column}_gmt`]: write(moment) };
}

function write(moment: number): string {
	return new Date(moment).toISOString().slice(0, 19).replace('T', ' ');
}

export function slugOf(title: string): string {
	return title
		.toLowerCase()
		.replace(/[’']/g, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}
