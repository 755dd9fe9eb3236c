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

/** Core's own table: names as its rules make them, and those that it uses. */
const MAPPING: Record<Kind, Record<string, string>> = {
	models: {
		Categories: 'Category',
		Comments: 'Comment',
		Pages: 'Page',
		PagesMeta: 'PageMeta',
		PagesRevisions: 'PageRevision',
		Posts: 'Post',
		PostsCategories: 'PostCategory',
		PostsRevisions: 'PostRevision',
		PostsTags: 'PostTag',
		Statuses: 'Status',
		Tags: 'Tag',
		Taxonomies: 'Taxonomy',
		Types: 'Type',
		Users: 'User',
	},
	collections: {
		PagesMeta: 'PageMeta',
		PagesRevisions: 'PageRevisions',
		PostsCategories: 'PostCategories',
		PostsMeta: 'PostMeta',
		PostsRevisions: 'PostRevisions',
		PostsTags: 'PostTags',
	},
};

/** Last words of routes that hold one object. */
export const SINGLE_WORDS: string[] = ['me', 'settings'];

/** A route with the names of its classes, `prototype.name` first. A kind that it has no class of has no names. */
export interface NamedRoute {
	route: Route;
	models: string[];
	collections: string[];
}

/** A route with what its names are made of. */
interface Path {
	route: Route;
	words: string[];
	/** The name by core's rules, and whether core makes a usable one of this path. */
	name: string;
	isWellFormed: boolean;
	isItem: boolean;
}

/**
 * Names the classes of all routes of an index. A page's mapping adds names. Code that uses the names without a mapping keeps
 * working, unless the mapping gives such a name to another route.
 */
export function nameAll(routes: Route[], settings: Settings): NamedRoute[] {
	const paths = routes.map((route) => readPath(route, settings));
	const models = nameKind('models', paths, settings);
	const collections = nameKind('collections', paths, settings);
	return routes.map((route) => ({
		route,
		models: models.get(route) ?? [],
		collections: collections.get(route) ?? [],
	}));
}

type Names = Map<Route, string[]>;

function nameKind(kind: Kind, all: Path[], settings: Settings): Names {
	const paths = all.filter((path) => hasClass(kind, path, settings));
	const own = Object.entries(settings.mapping?.[kind] ?? {}).filter(([, name]) => typeof name === 'string');
	const core = Object.entries(MAPPING[kind]);
	const usual = nameBy(core, kind, paths);
	if (!own.length) return usual;
	const mapped = nameBy([...core, ...own], kind, paths);
	const taken = new Set([...mapped.values()].flat());
	for (const [route, names] of mapped) names.push(...usual.get(route)!.filter((name) => !taken.has(name)));
	return mapped;
}

function nameBy(table: [string, string][], kind: Kind, paths: Path[]): Names {
	// Maps, as a route may well be called `constructor`.
	const mapping = new Map(table);
	const owners = new Map<string, Route>();
	const usual = ({ name }: Path): string => mapping.get(name) ?? name;
	// Where two routes have one name in core, the later one is what the name stands for.
	for (const path of paths) if (path.isWellFormed) owners.set(usual(path), path.route);
	const names: Names = new Map();
	// The deeper routes come last, and choose first.
	for (const path of [...paths].reverse()) {
		const { route } = path;
		const isFree = (name: string): boolean => !!name && (owners.get(name) ?? route) === route;
		const first = isFree(usual(path)) ? usual(path) : (otherNames(path).find(isFree) ?? route.index);
		const clean = pascalCase(first);
		const aliases = kind === 'models' && route.params.length ? [clean, singular(clean)] : [clean];
		const all = [...new Set([first, ...aliases])].filter(isFree);
		for (const name of all) owners.set(name, route);
		names.set(route, all);
	}
	return names;
}

/** Where the usual name stands for another route. */
function otherNames({ words, route }: Path): string[] {
	const full = pascalCase(words.join('-'));
	const by = pascalCase(route.params.map(({ name }) => name).join('-and-'));
	return [singular(full), full, `${full}By${by}`];
}

/** `post-types` -> `PostTypes`, `wp_pattern_category` -> `WpPatternCategory`. */
export function pascalCase(text: string): string {
	// Most names are so already.
	if (/^[A-Z][A-Za-z0-9]*$/.test(text)) return text;
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
	return camelCaseDashes(word.charAt(0).toUpperCase() + word.slice(1));
}

export const camelCaseDashes = (text: string): string =>
	text.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());

/**
 * Core takes a path that ends in a group, or in a word such as `me`, for an item and every other one for a list. What
 * a plugin calls by such a word, or lets us PUT without an id, may be either: it gets both classes.
 */
function hasClass(
	kind: Kind,
	{ isItem, route }: Path,
	{ versionString, modelEndpoints = SINGLE_WORDS }: Settings,
): boolean {
	const isSingle = modelEndpoints.includes(route.index.slice(route.index.lastIndexOf('/') + 1));
	if (kind === 'models') return isItem || isSingle || /PUT|PATCH/.test(String(route.route.methods));
	return !isItem && !(isSingle && versionString === 'wp/v2/');
}

/** Core splits inside of groups as well, and joins the first and the last word. */
function readPath(route: Route, { versionString }: Settings): Path {
	const { index } = route;
	const segments = index.replace('/' + versionString, '').split('/');
	const words = segments.filter(isWord);
	const isItem = /[+)]$/.test(index);
	const last = words.at(-1);
	return {
		route,
		words,
		name: coreCase(words[0]) + (last === words[0] ? '' : coreCase(last)),
		isWellFormed: isWord(segments[0]) && isWord(segments.at(isItem ? -2 : -1)),
		isItem,
	};
}

const isWord = (segment = ''): boolean => /^[\w-]+$/.test(segment);
