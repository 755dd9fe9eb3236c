/**
 * Takes from the embedded WordPress what the bench serves: its index and its posts. WordPress is stopped before anything is measured.
 */
import { startWordPress } from '../demo/wordpress/index.ts';
import type { Schema } from '../src/index.ts';

export type Item = Record<string, unknown> & { id: number };

export interface Sample {
	/** As WordPress names its version. */
	wordpress: string;
	/** The root of the REST API, as the links in `index` and `posts` have it. */
	root: string;
	/** The index of `wp/v2`. */
	index: Schema;
	posts: Item[];
}

export async function takeSample(): Promise<Sample> {
	const wordpress = await startWordPress();
	try {
		const read = async (path: string): Promise<unknown> => (await fetch(wordpress.root + path)).json();
		return {
			wordpress: wordpress.version,
			root: wordpress.root,
			index: (await read('wp/v2')) as Schema,
			posts: (await read('wp/v2/posts?per_page=50')) as Item[],
		};
	} finally {
		await wordpress.stop();
	}
}

/** `count` posts, made of copies of these. Their ids start after `after`. */
export function copyPosts(posts: Item[], count: number, after = 0): Item[] {
	return Array.from({ length: count }, (_, i) => ({ ...posts[i % posts.length]!, id: after + i + 1 }));
}
