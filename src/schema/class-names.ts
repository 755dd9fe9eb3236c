/**
 * The routes of an index come in; the class names of each go out, core's own name first, clean ones behind it.
 *
 *   /wp/v2/posts                                    collection Posts
 *   /wp/v2/posts/(?P<id>[\d]+)                      model Post (by the mapping of `Posts`)
 *   /wp/v2/posts/(?P<parent>[\d]+)/revisions        collection PostRevisions (by the mapping)
 *   /wp/v2/books/(?P<id>[\d]+)                      model Books, and Book
 *   /wp/v2/wp_pattern_category                      collection Wp_pattern_category, and WpPatternCategory
 *   /wp/v2/templates/(?P<id>([^\/:<>\*\?"\|]+…)+)   model Templates, and Template (core: no usable name)
 *   /wp/v2/users/me                                 model UsersMe
 */

import type { Route } from './routes.ts';
import type { Settings } from './settings.ts';

export type Kind = 'models' | 'collections';

/** Core's own table, put short. */
const NESTED = 'PagesMeta PagesRevisions PostsCategories PostsRevisions PostsTags';

const MAPPING: Record<Kind, [string, string][]> = {
	// `Categories` -> `Category`, `PostsTags` -> `PostTag`
	models: `Categories Comments Pages Posts Statuses Tags Taxonomies Types Users ${NESTED}`
		.split(' ')
		.map((name) => [name, name.replace(/[A-Z][a-z]+/g, singular)]),
	// `PostsTags` -> `PostTags`
	collections: `${NESTED} PostsMeta`.split(' ').map((name) => [name, name.replace(/s(?=[A-Z])/, '')]),
};

/** Last words of routes that hold one object. */
export const SINGLE_WORDS: string[] = ['me', 'settings'];

/** A route with the names of its classes. A kind that it has no class of has no names. */
export interface NamedRoute {
	route: Route;
	models: string[];
	collections: string[];
}

/** Names the classes of all routes of an index. */
export function nameAll(routes: Route[], settings: Settings): NamedRoute[] {
	const models = new Map(nameRoutes('models', routes, settings));
	const collections = new Map(nameRoutes('collections', routes, settings));
	return routes.map((route) => ({
		route,
		models: models.get(route) ?? [],
		collections: collections.get(route) ?? [],
	}));
}

/**
 * The names of the routes that have a class of a kind, `prototype.name` first. A page's mapping adds names. Code that
 * uses the names without a mapping keeps working, unless the mapping gives such a name to another route.
 */
export function nameRoutes(kind: Kind, routes: Route[], settings: Settings): [Route, string[]][] {
	const own = Object.entries(settings.mapping?.[kind] ?? {}).filter(([, name]) => typeof name === 'string');
	const usual = nameBy(MAPPING[kind], kind, routes, settings);
	if (!own.length) return usual;
	const mapped = nameBy([...MAPPING[kind], ...own], kind, routes, settings);
	const taken = new Set(mapped.flatMap(([, names]) => names));
	const left = new Map(usual.map(([route, names]) => [route, names.filter((name) => !taken.has(name))]));
	return mapped.map(([route, names]) => [route, [...names, ...left.get(route)!]]);
}

function nameBy(
	table: [string, string][],
	kind: Kind,
	routes: Route[],
	settings: Settings,
): [Route, string[]][] {
	// Maps, as a route may well be called `constructor`.
	const mapping = new Map(table);
	const owners = new Map<string, Route>();
	const candidates = routes
		.filter((route) => hasClass(kind, route, settings))
		.map((route) => ({ route, ...wordsOf(route, settings) }));
	const usual = (words: string[]): string => {
		const name = [...new Set([words[0], words.at(-1)])].map(coreCase).join('');
		return mapping.get(name) ?? name;
	};
	// Where two routes have one name in core, the later one is what the name stands for.
	for (const { route, words, wellFormed } of candidates) if (wellFormed) owners.set(usual(words), route);
	// The deeper routes come last, and choose first.
	return candidates.reverse().map(({ route, words }) => {
		const isFree = (name: string): boolean => !!name && (owners.get(name) ?? route) === route;
		const full = pascalCase(words.join('-'));
		const by = pascalCase(route.params.map(({ name }) => name).join('-and-'));
		const first = [usual(words), singular(full), full, `${full}By${by}`].find(isFree) ?? route.index;
		const clean = pascalCase(first);
		const aliases = kind === 'models' && route.params.length ? [clean, singular(clean)] : [clean];
		const names = [...new Set([first, ...aliases])].filter(isFree);
		for (const name of names) owners.set(name, route);
		return [route, names];
	});
}

/** `post-types` -> `PostTypes`, `wp_pattern_category` -> `WpPatternCategory`. */
export function pascalCase(text: string): string {
	return text.replace(/(?:^|[^A-Za-z0-9]+)(\w?)/g, (_match, first: string) => first.toUpperCase());
}

/** `Categories` -> `Category`, `Books` -> `Book`; what is no plural stays. */
function singular(name: string): string {
	if (/(series|news|[ai]s|tus|ss)$/i.test(name)) return name;
	return name
		.replace(/([^aeiou])ies$/, '$1ys')
		.replace(/(ss|x|[cs]h|tus)es$/, '$1s')
		.replace(/s$/, '');
}

/** The REST base of a post type or taxonomy: `book` -> `books`, `post_tag` -> `tags`, `wp_font_family` -> `font-families`. */
export function baseOfType(type: string, bases: string[]): string | undefined {
	const word = type === 'attachment' ? 'media' : type.replace(/^(wp|nav|post)_/, '');
	const forms = (name: string): string[] => [name, `${name}s`, `${name}es`, name.replace(/y$/, 'ies')];
	return [[type], forms(type), forms(word)]
		.map((names) => bases.find((base) => names.includes(base) || names.includes(base.replaceAll('-', '_'))))
		.find(Boolean);
}

/** `block-types` -> `BlockTypes`: what core makes of a word. */
export function coreCase(word = ''): string {
	return camelCaseDashes(word.replace(/^./, (first) => first.toUpperCase()));
}

export const camelCaseDashes = (text: string): string =>
	text.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());

/**
 * Core takes a path that ends in a group, or in a word such as `me`, for an item and every other one for a list. What
 * a plugin calls by such a word, or lets us PUT without an id, may be either: it gets both classes.
 */
function hasClass(
	kind: Kind,
	{ index, route }: Route,
	{ versionString, modelEndpoints = SINGLE_WORDS }: Settings,
): boolean {
	const isItem = /[+)]$/.test(index);
	const isSingle = modelEndpoints.includes(index.replace(/.*\//, ''));
	if (kind === 'models') return isItem || isSingle || /PUT|PATCH/.test(String(route.methods));
	return !isItem && !(isSingle && versionString === 'wp/v2/');
}

/** The words of the path, and whether core makes a usable name of them: it splits inside of groups as well. */
function wordsOf({ index }: Route, { versionString }: Settings): { words: string[]; wellFormed: boolean } {
	const segments = index.replace('/' + versionString, '').split('/');
	const isWord = (segment = ''): boolean => /^[\w-]+$/.test(segment);
	return {
		words: segments.filter(isWord),
		wellFormed: isWord(segments[0]) && isWord(segments.at(/[+)]$/.test(index) ? -2 : -1)),
	};
}
