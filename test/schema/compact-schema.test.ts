/** An index becomes a short text, and the text an index again, with all that WordPress has said. */
import { describe, expect, it } from 'vitest';
import { compactSchema, type Schema } from '../../src/index.ts';
import { readCompact } from '../../src/schema/read-compact.ts';
import { readIndex, type LoadedSchema } from '../../src/schema/read-index.ts';
import { readSettings, type SettingsInput } from '../../src/schema/settings.ts';
import { ID, ITEM, LIST, route, schema, small } from '../support/fake-schema.ts';
import { fakeSite, ROOT } from '../support/fake-site.ts';
import { open } from '../support/open.ts';

fakeSite();

const settings = (input: SettingsInput = {}): ReturnType<typeof readSettings> =>
	readSettings({ root: ROOT, ...input });
const read = (text: string, input?: SettingsInput): LoadedSchema => readCompact(text, settings(input))!;
const names = ({ routes }: LoadedSchema): object =>
	Object.fromEntries(
		routes.map(({ route: { index }, models, collections }) => [index, { models, collections }]),
	);

const INT = { description: 'Größe — "quoted",\n\ttab', type: 'integer', default: 10 };

/** What WordPress prints for a list. */
const printed = (): Schema => ({
	namespace: 'wp/v2',
	_links: { up: [{ href: 'https://example.com/wp-json/' }] },
	routes: {
		'/wp/v2': {
			namespace: 'wp/v2',
			methods: ['GET'],
			endpoints: [{ methods: ['GET'], args: { namespace: { default: 'wp/v2', required: false } } }],
			_links: { self: [{ href: 'https://example.com/wp-json/wp/v2' }] },
		},
		'/wp/v2/tags': {
			namespace: 'wp/v2',
			methods: ['GET', 'POST'],
			endpoints: [
				{ methods: ['GET'], allow_batch: { v1: true }, args: { per_page: INT, page: { default: 1 } } },
				{ methods: ['POST'], args: [] as never, allow_batch: [] },
			],
			_links: { self: [{ href: 'https://example.com/wp-json/wp/v2/tags' }] },
		},
		[`/wp/v2/tags/${ID}`]: {
			namespace: 'wp/v2',
			methods: ['GET', 'DELETE'],
			endpoints: [
				{ methods: ['GET'], args: { page: { default: 1 } } },
				{ methods: ['DELETE'], args: { per_page: INT } },
			],
		},
	},
});

describe('a text', () => {
	it.each<[string, () => Schema]>([
		['WordPress', printed],
		['a test', small],
	])('has the whole index as %s prints it', (_what, index) => {
		expect(read(compactSchema(index())).index()).toEqual(index());
	});

	it('has each argument once', () => {
		const text = compactSchema(printed());
		expect(text.match(/Größe/g)).toHaveLength(1);
		expect(text.match(/"page":/g)).toHaveLength(1);
	});

	it.each<[string, unknown]>([
		['no endpoints', { methods: ['GET'] }],
		['an empty list of endpoints', { methods: ['GET'], endpoints: [] }],
		['null for endpoints', { methods: ['GET'], endpoints: null }],
		['null', null],
		['a number', 5],
		['a list', []],
		['methods as an object', { methods: { GET: true }, endpoints: [{ methods: { GET: true }, args: [] }] }],
		['odd methods', { methods: ['get it'], endpoints: [{ methods: ['get it'], args: [] }] }],
		['no methods', { endpoints: [{ methods: ['GET'], args: [] }] }],
		['other methods', { methods: ['GET', 'PUT'], endpoints: [{ methods: ['GET'], args: [] }] }],
		['arguments as a list', { methods: ['GET'], endpoints: [{ methods: ['GET'], args: ['a', { b: 1 }] }] }],
		['arguments as an object without any', { methods: ['GET'], endpoints: [{ methods: ['GET'], args: {} }] }],
		['null for arguments', { methods: ['GET'], endpoints: [{ methods: ['GET'], args: null }] }],
		['null for an endpoint', { methods: ['GET'], endpoints: [null] }],
		['several endpoints without methods', { methods: [], endpoints: [{ methods: [], args: [] }] }],
	])('has a route with %s as it was described', (_what, description) => {
		const index = { namespace: 'wp/v2', routes: { '/wp/v2/odd': description } } as never as Schema;
		expect(read(compactSchema(index)).index()).toEqual(index);
	});

	it('has arguments of any name, `__proto__` included', () => {
		const args = JSON.parse('{"__proto__":{"type":"string"},"constructor":{},"a,b c":{},"\\"":1}') as never;
		const index = schema({ '/things': { methods: ['POST'], endpoints: [{ methods: ['POST'], args }] } });
		const found = read(compactSchema(index)).routes[0]!.route.args!;
		expect(Object.keys(found)).toEqual(['__proto__', 'constructor', 'a,b c', '"']);
		expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
	});

	it('leaves out routes that no path can be of', () => {
		const index = schema({ '/a\nb': route(LIST), '/a\tb': route(LIST), '/c': route(LIST) });
		expect(Object.keys(read(compactSchema(index)).index().routes)).toEqual(['/wp/v2', '/wp/v2/c']);
	});

	it('is made anew at each reading: nobody edits the arguments of another route', () => {
		const { routes } = read(compactSchema(printed()));
		routes[0]!.route.options!.page!.default = 9;
		expect(routes[1]!.route.options!.page!.default).toBe(1);
	});
});

describe('the names in a text', () => {
	it.each<[string, SettingsInput]>([
		['without settings', {}],
		['with a mapping', { mapping: { models: { Books: 'Buch' } } }],
		['with other single things', { modelEndpoints: ['me'] }],
	])('are those that the index gives %s', (_what, input) => {
		const expected = names(readIndex(small(), settings(input)));
		expect(names(read(compactSchema(small(), 'wp/v2', input), input))).toEqual(expected);
		// Made with other settings, or by somebody who leaves them out
		expect(names(read(compactSchema(small()), input))).toEqual(expected);
		expect(names(read(withoutNames(compactSchema(small())), input))).toEqual(expected);
	});

	it('are made by the client where they cannot be written', () => {
		const input = { mapping: { models: { Books: 'My Book' } } };
		const loaded = read(compactSchema(small(), 'wp/v2', input), input);
		expect(names(loaded)).toEqual(names(readIndex(small(), settings(input))));
		const { models } = loaded.routes.find(({ route: { index } }) => index === `/wp/v2/books/${ID}`)!;
		expect(models).toEqual(expect.arrayContaining(['My Book', 'MyBook']));
	});

	it('give routes that cannot be read none', () => {
		const index = schema({ '/broken/(?P<id>[': route(ITEM), [`/fine/${ID}`]: route(ITEM) });
		const api = open({ schema: compactSchema(index) });
		expect(Object.keys(api.models)).toEqual(['Schema', 'Fine']);
	});
});

describe('a text that is passed in as the schema', () => {
	it('serves at once, and all is there when it is asked for', () => {
		const api = open({ schema: compactSchema(printed()) });
		expect(api.loadPromise.state()).toBe('resolved');
		const { Tag } = api.models;
		expect(new Tag({ id: 3 }).url()).toBe(`${ROOT}wp/v2/tags/3`);
		expect(Tag.prototype.options).toEqual({ page: { default: 1 } });
		expect(api.collections.Tags.prototype.options.per_page).toEqual(INT);
		expect(Tag.prototype.route.route).toEqual(printed().routes[`/wp/v2/tags/${ID}`]);
		expect(Tag.prototype.methods).toEqual(['GET', 'DELETE']);
		const endpoint = api.endpoints.at(0);
		expect(endpoint.get('schema')).toEqual(printed());
		expect(endpoint.schemaModel.get('routes')).toEqual(printed().routes);
		expect(endpoint.schemaModel.get('_links')).toEqual(printed()._links);
	});

	it('may be passed to init(), of another namespace', async () => {
		const api = open();
		const shop = schema({ '/cups': route(LIST), [`/cups/${ID}`]: route(ITEM) }, 'shop/v3');
		await api.init({ versionString: 'shop/v3', schema: compactSchema(shop, 'shop/v3') });
		expect(new api.models.Cup({ id: 1 }).url()).toBe(`${ROOT}shop/v3/cups/1`);
	});
});

/** As PHP may print it: it need not know how classes are named. */
function withoutNames(text: string): string {
	const [routes = '', members = ''] = text.split('\n\n');
	const [header = '', ...lines] = routes.split('\n');
	const { names: _names, ...rest } = JSON.parse(header) as { names: string };
	const bare = lines.map((line) => {
		const [path, , , ...fields] = line.split('\t');
		return [path, '', '', ...fields].join('\t');
	});
	return [JSON.stringify(rest), ...bare, '', members].join('\n');
}
