/**
 * The declarations of `src/resources` come in, and what a WordPress says of its resources and sends of them; whether the two agree
 * goes out: the names of the fields, context by context, the values, and the classes with their methods.
 */
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { connect, upload, type Api, type Schema as Index } from '../../src/index.ts';
import { coreIndex } from '../support/fake-schema.ts';
import { compile, createProgram } from '../types/compile.ts';
import { openSite, readIndex, type Site } from './site.ts';

const contexts = ['view', 'edit', 'embed'] as const;
type Context = (typeof contexts)[number];

/** The resources, where their schema is found, and where items of them are: there too, if nothing is said; '': nowhere. */
const resources: [type: string, route: string, items?: string][] = [
	['Post', 'posts'],
	['Page', 'pages'],
	['Media', 'media'],
	['Revision', 'posts/1/revisions'],
	['Autosave', 'posts/1/autosaves'],
	['Comment', 'comments'],
	['User', 'users'],
	['User', 'users/me'],
	['ApplicationPassword', 'users/me/application-passwords'],
	['Category', 'categories'],
	['Tag', 'tags'],
	['Block', 'blocks'],
	['Navigation', 'navigation'],
	['Template', 'templates'],
	['TemplatePart', 'template-parts'],
	// Who asks for the styles of a theme has to know their id.
	['GlobalStyles', 'global-styles/1', ''],
	['Menu', 'menus'],
	['MenuItem', 'menu-items'],
	['MenuLocation', 'menu-locations'],
	['Sidebar', 'sidebars'],
	['Widget', 'widgets', 'widgets?sidebar=sidebar-1'],
	['WidgetType', 'widget-types'],
	['Type', 'types'],
	['Status', 'statuses'],
	['Taxonomy', 'taxonomies'],
	['Settings', 'settings'],
	['Plugin', 'plugins'],
	['Theme', 'themes'],
	['SearchResult', 'search', 'search?search=lamp'],
	['BlockType', 'block-types'],
	['BlockPattern', 'block-patterns/patterns'],
	['BlockPatternCategory', 'block-patterns/categories'],
	['FontFamily', 'font-families'],
	['FontFace', 'font-families/1/font-faces', ''],
	// Their list is fetched from wordpress.org.
	['FontCollection', 'font-collections', ''],
];

/** Sent, although the schema does not say so. */
const unannounced: Record<string, string[]> = {
	Block: ['wp_pattern_sync_status'],
	// Plugins come whole in the context `embed`.
	Plugin: ['author', 'author_uri', 'description', 'plugin_uri', 'textdomain', 'version'],
};

/** The routes that WordPress 6.2 does not have yet. */
const newer = ['font-families', 'font-families/1/font-faces', 'font-collections'];

/** Without contexts of their own. */
const plain =
	/^(MenuLocation|Sidebar|WidgetType|Settings|Plugin|Theme|SearchResult|Block(Type|Pattern.*)|Font.*)$/;

/** What PHP calls an empty list although it is a map. */
const maps =
	/^(meta|image_meta|persisted_preferences|title|content|attributes|supports|selectors|provides_context|block_hooks)$/;

/** Properties by the name of a type: whether they may be absent. */
type Declared = Record<string, Record<string, boolean>>;

const root = join(import.meta.dirname, '../..');
const source = join(root, 'src/resources.ts');
/** A file that is nowhere but in memory. */
const virtual = join(root, 'test/wordpress/declarations.ts');

const declared = readDeclarations();

interface Schema {
	properties: Record<string, { context?: Context[] }>;
}

let site: Site;

describe('the newest WordPress', () => {
	beforeAll(async () => {
		site = await openSite('newest');
	});

	it.each(resources)('has %s (%s) with the fields that are declared', async (type, route) => {
		const schema = await readSchema(route);
		for (const context of contextsOf(type)) {
			const announced = namesIn(schema, context);
			const names = Object.keys(fields(type, context)).filter(
				(name) => announced.includes(name) || !(name.startsWith('_') || unannounced[type]?.includes(name)),
			);
			expect(names.sort(), context).toEqual(announced);
		}
	});

	it.each(resources.filter(([, , items]) => items !== ''))('sends %s (%s) as declared', async (...row) => {
		const [type, route, items = route] = row;
		for (const context of contextsOf(type)) {
			expect(misfits(type, context, await readItems(items, context)), context).toEqual([]);
		}
	});

	it('sends the items of a post type of its own as articles', async () => {
		for (const context of contexts) {
			const books = literal(await readItems('books', context));
			const genres = context === 'embed' ? '' : ' & { genres: number[] }';
			const text = `import type { Article } from '${source}';
				export const books: (Article<'${context}'>${genres})[] = ${books};`;
			expect(compile([virtual], {}, new Map([[virtual, text]])), context).toEqual([]);
		}
	});

	it('would be seen to send something else', () => {
		const author = { id: 1, name: 'Ada', url: '', description: '', link: '', slug: 'ada' };
		expect(misfits('User', 'embed', [author])).toEqual([]);
		expect(misfits('User', 'embed', [{ ...author, id: '1' }])).not.toEqual([]);
		expect(misfits('User', 'embed', [{ ...author, email: '' }])).not.toEqual([]);
		expect(misfits('User', 'view', [author])).not.toEqual([]);
	});
});

describe('the oldest WordPress', () => {
	beforeAll(async () => {
		site = await openSite('oldest');
	});

	it.each(resources.filter(([, route]) => !newer.includes(route)))(
		'has all of %s (%s) that is not declared as optional',
		async (type, route) => {
			const schema = await readSchema(route);
			for (const context of contextsOf(type)) {
				const announced = [...namesIn(schema, context), ...(unannounced[type] ?? [])];
				const required = Object.entries(fields(type, context)).filter(([, optional]) => !optional);
				expect(announced, context).toEqual(expect.arrayContaining(required.map(([name]) => name)));
			}
		},
	);
});

describe('the classes', () => {
	const root = 'https://example.com/wp-json/';
	let api: Api;
	beforeAll(async () => {
		const schema = (await readIndex('6.7', { namespace: 'wp/v2' })) as unknown as Index;
		api = connect({ root, schema, cacheSchema: false }, [upload]);
	});

	it.each(['models', 'collections'] as const)('%s go by the names that are declared', (kind) => {
		expect(Object.keys(declared[kind]!)).not.toEqual([]);
		expect(Object.keys(api[kind])).toEqual(expect.arrayContaining(Object.keys(declared[kind]!)));
	});

	it.each(['models', 'collections'] as const)('%s that need no check are there at once', (kind) => {
		const early = connect({ root, schema: coreIndex(), cacheSchema: false });
		const needless = Object.entries(declared[kind]!).filter(([, optional]) => !optional);
		expect(Object.keys(early[kind])).toEqual(expect.arrayContaining(needless.map(([name]) => name)));
	});

	it.each(Object.keys(declared.models!))('%s has the methods that are declared', (name) => {
		const prototype = api.models[name]!.prototype as unknown as Record<string, unknown>;
		const methods = Object.keys(declared[`methods_${name}`]!);
		expect(methods.filter((method) => typeof prototype[method] !== 'function')).toEqual([]);
	});

	// The class of the index itself belongs to no route.
	it.each(Object.keys(declared.models!).filter((name) => name !== 'Schema'))(
		'%s has no helper that is not declared',
		(name) => {
			const { prototype } = api.models[name]!;
			const base: object = api.WPApiBaseModel.prototype;
			const helpers: string[] = [];
			// The helpers are on a prototype below the one that a page extends: `in` reads them all.
			for (const key in prototype)
				if (/^([gs]et[A-Z]|upload$)/.test(key) && !(key in base)) helpers.push(key);
			expect(helpers.sort()).toEqual(Object.keys(declared[`methods_${name}`]!).sort());
		},
	);

	it('a collection has the methods that are declared', () => {
		const posts = new api.collections.Posts();
		const required = Object.entries(declared.list!).filter(([, optional]) => !optional);
		expect(required.map(([name]) => name)).toEqual(expect.arrayContaining(['fetchAll', 'pages', 'more']));
		expect(required.filter(([name]) => !(name in posts))).toEqual([]);
	});
});

function request(path: string, method = 'GET'): Promise<Response> {
	const { name, applicationPassword } = site.user;
	const authorization = `Basic ${btoa(`${name}:${applicationPassword}`)}`;
	return fetch(`${site.root}wp/v2/${path}`, { method, headers: { authorization } });
}

async function readSchema(route: string): Promise<Schema> {
	return ((await (await request(route, 'OPTIONS')).json()) as { schema: Schema }).schema;
}

/** A few items of a list; types, statuses and taxonomies come as an object. Settings are an item themselves. */
async function readItems(path: string, context: Context): Promise<unknown[]> {
	const response = await request(
		`${path}${path.includes('?') ? '&' : '?'}context=${context}&per_page=5&_embed=1`,
	);
	const answer = (await response.json()) as object;
	expect(response.status, JSON.stringify(answer)).toBe(200);
	if (Array.isArray(answer)) return answer.slice(0, 5);
	return ['settings', 'users/me'].includes(path) ? [answer] : Object.values(answer);
}

/** Nobody edits what a search has found. */
function contextsOf(type: string): Context[] {
	return contexts.filter((context) => type !== 'SearchResult' || context !== 'edit');
}

/** Names of the fields of a context; those without one are in all of them. */
function namesIn({ properties }: Schema, context: Context): string[] {
	return Object.entries(properties)
		.filter(([, { context: where }]) => where?.includes(context) ?? true)
		.map(([name]) => name)
		.sort();
}

/** What is declared of a resource in a context: whether a field may be absent, by name. */
function fields(type: string, context: Context): Record<string, boolean> {
	return declared[`${type}_${context}`]!;
}

function literal(items: unknown[]): string {
	return JSON.stringify(items, (key, value: unknown) =>
		maps.test(key) && Array.isArray(value) && !value.length ? {} : value,
	);
}

/** A complaint for every value that is no such resource. */
function misfits(type: string, context: Context, items: unknown[]): string[] {
	const text = `import type { ${type} } from '${source}';\nexport const items: ${typeIn(type, context)}[] = ${literal(items)};`;
	return compile([virtual], {}, new Map([[virtual, text]]));
}

function typeIn(type: string, context: Context): string {
	return plain.test(type) ? type : `${type}<'${context}'>`;
}

/** All resources in all contexts, `Post_view`; the registries; and what each model has beyond the base model, `methods_Post`. */
function readDeclarations(): Declared {
	const names = [...new Set(resources.map(([type]) => type))];
	const text = [
		`import type * as All from '${source}';`,
		`import type { ${names.join(', ')} } from '${source}';`,
		`import type { BaseModel } from '${join(root, 'src/classes/model.ts')}';`,
		...names.flatMap((name) =>
			contexts.map((context) => `export type ${name}_${context} = ${typeIn(name, context)};`),
		),
		'export type models = All.WPApiModels;',
		'export type collections = All.WPApiCollections;',
		`export type list = Omit<All.PostsCollection, keyof import('backbone').Collection>;`,
		`export type methods = {
			[Name in keyof models]-?: Omit<InstanceType<NonNullable<models[Name]>>, keyof BaseModel>
		};`,
	].join('\n');
	const program = createProgram([virtual], {}, new Map([[virtual, text]]));
	const checker = program.getTypeChecker();
	const module = checker.getSymbolAtLocation(program.getSourceFile(virtual)!)!;
	const found: Declared = {};
	const read = (name: string, type: ts.Type): ts.Symbol[] => {
		const properties = checker.getPropertiesOfType(type);
		found[name] = Object.fromEntries(
			properties.map((one) => [one.name, (one.flags & ts.SymbolFlags.Optional) !== 0]),
		);
		return properties;
	};
	for (const alias of checker.getExportsOfModule(module)) {
		const properties = read(alias.name, checker.getDeclaredTypeOfSymbol(alias));
		if (alias.name !== 'methods') continue;
		for (const one of properties) read(`methods_${one.name}`, checker.getTypeOfSymbol(one));
	}
	return found;
}
