/**
 * The REST API of the bench: the index of a site with so many routes, lists of posts, one post, and the answer to a post that is saved.
 * Each text is
 * made once.
 */
import { growIndex } from './grow-index.ts';
import { copyPosts, type Sample } from './sample.ts';
import type { Api } from './server.ts';

/** `sizes`: how many routes the sites have. */
export function createApi({ index, posts, root }: Sample, sizes: number[]): Api {
	const indexes = new Map(sizes.map((size) => [size, JSON.stringify(growIndex(index, size))]));
	const lists = new Map([100, 1000, 1100].map((size) => [size, JSON.stringify(copyPosts(posts, size))]));
	const post = JSON.stringify(copyPosts(posts, 1)[0]);

	const find = (path: string, query: URLSearchParams, routes: number): string | undefined => {
		if (path === 'wp/v2/' || path === 'wp/v2') return indexes.get(routes);
		if (path === 'wp/v2/posts' && query.has('per_page')) return lists.get(Number(query.get('per_page')));
		return path === 'wp/v2/posts' || path === 'wp/v2/posts/1' ? post : undefined;
	};
	const answers = new Map<string, string | undefined>();
	return ({ path, query, routes, root: own }) => {
		const key = `${own}${path}?${query}`;
		// Links lead to this server, not to the WordPress that the texts come from.
		if (!answers.has(key)) answers.set(key, find(path, query, routes)?.replaceAll(root, own));
		return answers.get(key);
	};
}
