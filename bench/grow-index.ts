/**
 * Makes the index of a big site out of that of a small one. Real sites grow by plugins that register post types and taxonomies, so
 * copies of such routes are added, with all their arguments, under names of their own.
 */
import type { Schema } from '../src/index.ts';

/** What is copied: a post type with a taxonomy of its own, and a type whose posts have parents. */
const models = ['books', 'genres', 'pages'];

const adjectives = [
	'annual',
	'blue',
	'daily',
	'golden',
	'inner',
	'lost',
	'minor',
	'quiet',
	'royal',
	'small',
	'wild',
];
const nouns = [
	'albums',
	'boats',
	'classes',
	'dishes',
	'events',
	'farms',
	'gardens',
	'houses',
	'jobs',
	'lessons',
	'parks',
	'songs',
	'tours',
];

/** The index with added types, cut at `count` routes. It is returned as it is if it has as many already. */
export function growIndex(index: Schema, count: number): Schema {
	const routes = { ...index.routes };
	for (const name of names()) {
		for (const [path, route] of copiesOf(index, name)) {
			if (Object.keys(routes).length >= count) return { ...index, routes };
			routes[path] = route;
		}
	}
	throw new RangeError(`There are not enough names for an index of ${count} routes.`);
}

function copiesOf(index: Schema, name: string): [path: string, route: Schema['routes'][string]][] {
	return models.flatMap((model) => {
		const originals = Object.entries(index.routes).filter(
			([path]) => path === `/wp/v2/${model}` || path.startsWith(`/wp/v2/${model}/`),
		);
		if (!originals.length) throw new Error(`The index has no route /wp/v2/${model} to copy.`);
		const rename = (text: string): string =>
			models.reduce(
				(result, word) => result.replace(new RegExp(`\\b${word}\\b`, 'g'), `${name}-${word}`),
				text,
			);
		return originals.map(([path, route]): [string, typeof route] => [
			rename(path),
			JSON.parse(rename(JSON.stringify(route))) as typeof route,
		]);
	});
}

function names(): string[] {
	return adjectives.flatMap((first) => nouns.map((second) => `${first}-${second}`));
}
