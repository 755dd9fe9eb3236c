// What was revised, in; a row for each of its versions, an hour apart, out. As WordPress does it, the last is the post as it is now.
import { addPost, type Tables } from './tables.ts';

export interface Revised {
	id: number;
	title: string;
	author: number;
	/** Of the first version, in milliseconds. */
	date: number;
	/** The content, oldest first. */
	versions: string[];
}

export function addRevisions(tables: Tables, revised: Revised[]): void {
	for (const { id, title, author, date, versions } of revised) {
		versions.forEach((content, index) =>
			addPost(tables, {
				type: 'revision',
				title,
				author,
				content,
				date: date + index * 3_600_000,
				parent: id,
				status: 'inherit',
				slug: `${id}-revision-v1`,
			}),
		);
	}
}
