/** Routes come in, as an index describes them; parts, parameters, arguments and addresses go out. */
import { describe, expect, it } from 'vitest';
import { isWPApiError } from '../../src/errors.ts';
import { routeUrl } from '../../src/schema/route-url.ts';
import { scan } from '../../src/schema/route-pattern.ts';
import { findRoute, matchRoute, parseRoute, readArguments } from '../../src/schema/routes.ts';
import { ID, ITEM, PARENT, route } from '../support/fake-schema.ts';

const ROOT = 'https://a.test/wp-json/';

const url = (pattern: string, values: Record<string, unknown>, root = ROOT): string =>
	routeUrl(root, parseRoute(pattern, route('GET'))!.parts, ({ name }) => values[name]);

describe('a route that is read', () => {
	it('has its shape, its parameters and what the index says of it', () => {
		const description = route(ITEM, { writes: ['title'], reads: ['context'] });
		const index = `/wp/v2/posts/${PARENT}/revisions/${ID}`;
		const parsed = parseRoute(index, description)!;
		expect(parsed).toMatchObject({ index, shape: '/wp/v2/posts/{}/revisions/{}', args: { title: {} } });
		expect(parsed.options).toEqual({ context: {} });
		expect(parsed.route).toBe(description);
		expect(parsed.params.map(({ name }) => name)).toEqual(['parent', 'id']);
	});

	it('has the shape of every other one that differs in its groups alone', () => {
		const shapes = ['(?P<id>[\\d]+)', '(?P<slug>[\\w-]+)', '(?P<x>([^/]+(?:/[^/]+)?))'].map(
			(group) => parseRoute(`/a/v1/things/${group}`, route('GET'))?.shape,
		);
		expect(new Set(shapes)).toEqual(new Set(['/a/v1/things/{}']));
	});

	it.each([
		'/wp/v2/posts',
		`/wp/v2/posts/${PARENT}/revisions/${ID}`,
		'/wp/v2/users/me',
		'/wp/v2/types/(?P<type>[\\w-]+)',
		'/wp/v2/widgets/(?P<id>[\\w\\-]+)',
		'/wp/v2/block-types/(?P<namespace>[a-zA-Z0-9_-]+)/(?P<name>[a-zA-Z0-9_-]+)',
		'/wp/v2/templates/(?P<id>([^\\/:<>\\*\\?"\\|]+(?:\\/[^\\/:<>\\*\\?"\\|]+)?)[\\/\\w%-]+)',
		'/wp/v2/users/(?P<user_id>(?:[\\d]+|me))/application-passwords',
		'/a/(?P<id>[\\d]+)?',
		'/a/(?P<id>[\\d]+)*/b',
		'/a/(?P<id>[^/]+)',
		'/a/(?<id>[\\d]+)',
		'/a/([\\d]+)',
		'/a.b/(?P<id>[\\d]+)',
		'/a/(?P<id>[\\d]+)(?P<more>[\\w]+)',
	])('of the pattern %s has the parts that the scanner finds', (pattern) => {
		expect(parseRoute(pattern, route('GET'))!.parts).toEqual(scan(pattern));
	});

	it.each([
		['a pattern whose brackets do not match', '/a/(?P<id>', route('GET')],
		['no description', '/a', undefined],
		['null', '/a', null],
		['a number', '/a', 5],
		['no methods', '/a', { endpoints: [] }],
	])('is none with %s', (_what, index, description) => {
		expect(parseRoute(index, description as never)).toBeUndefined();
	});

	it.each([
		['no endpoints', { methods: ['GET'] }],
		['null for endpoints', { methods: ['GET'], endpoints: null }],
		['an endpoint without arguments', { methods: ['GET'], endpoints: [{ methods: ['GET'] }] }],
		['null for arguments', { methods: ['GET'], endpoints: [{ methods: ['GET'], args: null }] }],
		["PHP's empty list of arguments", { methods: ['GET'], endpoints: [{ methods: ['GET'], args: [] }] }],
	])('needs no arguments: %s', (_what, description) => {
		const parsed = parseRoute('/a', description as never)!;
		expect([parsed.args, parsed.options]).toEqual([undefined, undefined]);
	});
});

describe('arguments', () => {
	const endpoint = (methods: string, ...args: string[]): never =>
		({
			methods: methods.split(' '),
			args: Object.fromEntries(args.map((arg) => [arg, { from: methods }])),
		}) as never;

	it.each([
		['POST writes', [endpoint('POST', 'a')], { args: { a: { from: 'POST' } } }],
		['PUT writes', [endpoint('PUT', 'a')], { args: { a: { from: 'PUT' } } }],
		['GET reads', [endpoint('GET', 'a')], { options: { a: { from: 'GET' } } }],
		['what does both, writes', [endpoint('GET POST', 'a')], { args: { a: { from: 'GET POST' } } }],
		['DELETE is neither', [endpoint('DELETE', 'force')], {}],
		['PATCH alone is neither, as in core', [endpoint('PATCH', 'a')], {}],
		[
			'the later one counts',
			[endpoint('GET', 'a'), endpoint('GET PATCH', 'a', 'b')],
			{ options: { a: { from: 'GET PATCH' }, b: { from: 'GET PATCH' } } },
		],
		['none', [], {}],
	])('%s', (_what, endpoints, found) => {
		expect(readArguments(endpoints)).toEqual(found);
	});

	it('row 67: are not those of the schema itself', () => {
		const one = endpoint('POST', 'a');
		const { args } = readArguments([one]);
		args!.b = {};
		expect((one as { args: object }).args).toEqual({ a: { from: 'POST' } });
	});

	it('may be called __proto__', () => {
		const args = JSON.parse('{"__proto__":{"type":"string"},"constructor":{}}') as never;
		const found = readArguments([{ methods: ['POST'], args }]).args!;
		expect(Object.keys(found)).toEqual(['__proto__', 'constructor']);
		expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
	});
});

describe('addresses', () => {
	it.each([
		['/wp/v2/posts', {}, 'wp/v2/posts'],
		[`/wp/v2/posts/${ID}`, { id: 7 }, 'wp/v2/posts/7'],
		[`/wp/v2/posts/${PARENT}/revisions/${ID}`, { parent: 7, id: '8' }, 'wp/v2/posts/7/revisions/8'],
		[`/a/v1/x/${ID}`, { id: 'a b/c?d#e&f' }, 'a/v1/x/a%20b%2Fc%3Fd%23e%26f'],
		['/a/v1/x/(?P<id>.+)', { id: 'one/two//three?' }, 'a/v1/x/one/two//three%3F'],
		['/a/v1/x/(?P<id>\\d+)?', {}, 'a/v1/x/'],
		['/a/v1/(x|y)/z', {}, 'a/v1/x/z'],
		[`/a/v1/x/${ID}`, { id: 'ß€' }, 'a/v1/x/%C3%9F%E2%82%AC'],
	])('%s with %o', (pattern, values, path) => {
		expect(url(pattern, values)).toBe(ROOT + path);
	});

	it.each([
		['https://a.test/?rest_route=/', 'https://a.test/?rest_route=/wp/v2/posts/7'],
		['https://a.test/index.php?rest_route=/', 'https://a.test/index.php?rest_route=/wp/v2/posts/7'],
		['https://a.test/?rest_route=/&lang=de', 'https://a.test/?rest_route=/wp/v2/posts/7&lang=de'],
		['https://a.test/?lang=de&rest_route=/', 'https://a.test/?lang=de&rest_route=/wp/v2/posts/7'],
		['/wp-json/', '/wp-json/wp/v2/posts/7'],
	])('below %s', (root, address) => {
		expect(url(`/wp/v2/posts/${ID}`, { id: 7 }, root)).toBe(address);
	});

	it('keep what a replacement would take for its own: $& and $1', () => {
		expect(url('/a/v1/x/(?P<id>.+)', { id: '$&/$1' }, 'https://a.test/?rest_route=/')).toBe(
			'https://a.test/?rest_route=/a/v1/x/%24%26/%241',
		);
	});

	it.each([undefined, null, '', 0])('need a value for a parameter: %j is none', (id) => {
		const thrown = caught(() => url(`/wp/v2/posts/${ID}`, { id }));
		expect(isWPApiError(thrown)).toBe(true);
		expect(thrown).toMatchObject({ code: 'missing_param' });
		expect((thrown as Error).message).toContain('"id"');
	});
});

function caught(run: () => unknown): unknown {
	try {
		return run();
	} catch (error) {
		return error;
	}
}

describe('matchRoute()', () => {
	const match = (pattern: string, path: string): unknown =>
		matchRoute(parseRoute(pattern, route('GET'))!, path);

	it.each<[string, string, object | undefined]>([
		['/wp/v2/posts', '/wp/v2/posts', {}],
		['/wp/v2/posts', '/wp/v2/posts/1', undefined],
		['/wp/v2/posts', '/wp/v2/postsx', undefined],
		['/wp/v2/posts', '/a/wp/v2/posts', undefined],
		[`/wp/v2/posts/${ID}`, '/wp/v2/posts/17', { id: '17' }],
		[`/wp/v2/posts/${ID}`, '/wp/v2/posts/x', undefined],
		[`/wp/v2/posts/${ID}`, '/WP/v2/Posts/17', { id: '17' }],
		[`/wp/v2/posts/${PARENT}/revisions/${ID}`, '/wp/v2/posts/1/revisions/8', { parent: '1', id: '8' }],
		['/wp/v2/types/(?P<type>[\\w-]+)', '/wp/v2/types/wp_block', { type: 'wp_block' }],
		[
			'/wp/v2/templates/(?P<id>([^\\/:<>\\*\\?"\\|]+(?:\\/[^\\/:<>\\*\\?"\\|]+)?)[\\/\\w%-]+)',
			'/wp/v2/templates/theme//single',
			{ id: 'theme//single' },
		],
		['/x/v1/a(?:/(?P<b>\\d+))?', '/x/v1/a', { b: undefined }],
		['/x/v1/(?P<a>\\d+)/(?P<a>\\d+)', '/x/v1/1/2', undefined],
		['/x/v1/(?P<a>[[:alpha:]]++)', '/x/v1/a', undefined],
	])('of %s, the path %s', (pattern, path, values) => {
		expect(match(pattern, path)).toEqual(values);
	});

	it('is the way back of the address', () => {
		const pattern = `/wp/v2/posts/${PARENT}/revisions/${ID}`;
		const values = { parent: '1', id: '8' };
		expect(match(pattern, url(pattern, values).replace(ROOT, '/'))).toEqual(values);
	});
});

describe('findRoute()', () => {
	const WORD = '(?P<slug>[\\w-]+)';
	const TEMPLATE = '([^\\/:<>\\*\\?"\\|]+(?:\\/[^\\/:<>\\*\\?"\\|]+)?)[\\/\\w%-]+';
	/** Patterns, with their methods where they are not those of an item. */
	const find = (patterns: (string | [pattern: string, methods: string])[], path: string): unknown => {
		const routes = patterns.map((one) => {
			const [pattern, methods] = typeof one === 'string' ? [one, ITEM] : one;
			return parseRoute(pattern, route(methods))!;
		});
		return findRoute(routes, path)?.route.index;
	};

	it.each<[what: string, patterns: (string | [string, string])[], path: string, index: string | undefined]>([
		['the first of two', [`/x/${ID}`, `/x/${WORD}`], '/x/7', `/x/${ID}`],
		['the first of two, the other way round', [`/x/${WORD}`, `/x/${ID}`], '/x/7', `/x/${WORD}`],
		['the only one that takes the value', [`/x/${ID}`, `/x/${WORD}`], '/x/a', `/x/${WORD}`],
		['a word before a group', ['/x/me', `/x/${WORD}`], '/x/me', '/x/me'],
		['one of a few words', ['/x/(?P<kind>a|b)', `/x/${WORD}`], '/x/c', `/x/${WORD}`],
		['one that can be read', [[`/x/${ID}`, 'POST'], `/x/${WORD}`], '/x/7', `/x/${WORD}`],
		['none', [`/x/${ID}`, [`/x/${WORD}`, 'DELETE']], '/x/a', undefined],
		[
			'the revisions of a template before the template',
			[`/t/(?P<parent>${TEMPLATE})/revisions`, `/t/(?P<id>${TEMPLATE})`],
			'/t/theme//home/revisions',
			`/t/(?P<parent>${TEMPLATE})/revisions`,
		],
		[
			'a template that hides its revisions, as WordPress 6.3 has it',
			[`/t/(?P<id>${TEMPLATE})`, `/t/${PARENT}/revisions`],
			'/t/7/revisions',
			`/t/(?P<id>${TEMPLATE})`,
		],
	])('takes %s, as WordPress does', (_what, patterns, path, index) => {
		expect(find(patterns, path)).toBe(index);
	});
});
