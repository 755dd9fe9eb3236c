/**
 * The index of every WordPress and every namespace comes in; that each of its routes has a class, and that the server takes
 * the address of that class for that very route, goes out.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWordPress, type WordPress } from '../../demo/wordpress/index.ts';
import { connect, type Api, type Schema } from '../../src/index.ts';
import { samplesOf, type Values } from './samples.ts';
import { readIndex, versions, type RestIndex, type Version } from './site.ts';

/** An address that the client makes for a route, with the values it was made from. */
interface Asked {
	index: string;
	method: string;
	how: string;
	url: string;
	values: Values;
}

interface Which {
	route: string | null;
	params: Values;
}

const everywhere = ['wp/v2', 'library/v1', 'shop/v3'];
const newest = [...everywhere, 'oembed/1.0', 'wp-block-editor/v1', 'wp-site-health/v1'];

/**
 * WordPress 6.2 and 6.3 take these for templates of such a name themselves: `templates/7/revisions` is the template `7/revisions`.
 * What is looked at is the version, the route, and the id that the server has read.
 */
const hidden =
	/^6\.[23]\S* \/wp\/v2\/template(-part)?s\/.*(revisions|autosaves)\S* (\d+)\/(revisions|autosaves)(\/\3)?$/;

const namespacesOf = (version: Version): string[] => (version === '6.7' ? newest : everywhere);

describe.each(versions)('WordPress %s', (version) => {
	let site: WordPress;
	beforeAll(async () => {
		site = await startWordPress({ version });
	});
	afterAll(() => site.stop());

	it.each(namespacesOf(version))('every route of %s has a class that the server finds', async (namespace) => {
		await expectEveryRoute(site, await readIndex(version), namespace);
	});
});

describe.each([
	['plain permalinks', { permalinks: 'plain' }],
	['a subdirectory', { subdirectory: '/blog' }],
	['both', { permalinks: 'plain', subdirectory: '/blog' }],
] as const)('with %s', (_what, options) => {
	let site: WordPress;
	beforeAll(async () => {
		site = await startWordPress(options);
	});
	afterAll(() => site.stop());

	it.each(newest)('every route of %s has a class that the server finds', async (namespace) => {
		await expectEveryRoute(site, await readIndex('6.7'), namespace);
	});

	it('the odd values arrive as they are at the end of a real request', async () => {
		const odd = /[^\w-]/;
		for (const namespace of ['wp/v2', 'library/v1']) {
			const { asked } = askFor(site.root, await readIndex('6.7'), namespace);
			const some = asked.filter(
				({ how, values }) => how === 'by name' && odd.test(Object.values(values).at(-1)!),
			);
			expect(some.length).toBeGreaterThan(3);
			for (const { url, method, index, values } of some) {
				const answer = await fetch(url, { method, headers: { 'X-Which-Route': '1' } });
				expect(await answer.json(), url).toMatchObject({ route: index, params: values });
			}
		}
	});
});

async function expectEveryRoute(site: WordPress, index: RestIndex, namespace: string): Promise<void> {
	const { missing, asked } = askFor(site.root, index, namespace);
	const found = await whichRoutes(site, asked);
	const astray = asked.flatMap(({ index: route, how, url, values }, i) => {
		const { route: took, params } = found[i]!;
		const same = took === route && JSON.stringify(sorted(params)) === JSON.stringify(sorted(values));
		return same || hidden.test(`${site.version} ${route} ${String(params['id'])}`)
			? []
			: [`${route} ${how}: ${url} -> ${String(took)} ${JSON.stringify(params)}`];
	});
	expect({ missing, astray }).toEqual({ missing: [], astray: [] });
	expect(asked.length).toBeGreaterThan(0);
}

/** All routes of a namespace but its root: those without a class, and the addresses of the others. */
function askFor(root: string, index: RestIndex, namespace: string): { missing: string[]; asked: Asked[] } {
	const routes = Object.fromEntries(
		Object.entries(index.routes).filter(([, route]) => route.namespace === namespace),
	);
	const schema = { namespace, routes } as unknown as Schema;
	const api = connect({ root, versionString: namespace, schema, cacheSchema: false });
	const paths = Object.keys(routes).filter((path) => path !== `/${namespace}`);
	const asked = paths.flatMap((path) =>
		samplesOf(path).flatMap((values) => addresses(api, path, routes[path]!.methods[0]!, values)),
	);
	const hasClass = (path: string): boolean =>
		asked.some(({ index: one, how }) => one === path && (how !== 'by option' || !isItem(path)));
	return { missing: paths.filter((path) => !hasClass(path)), asked };
}

/** Parameters are given as users do: attributes to a model, options to a collection; the last one of a model also as `id`. */
function addresses(api: Api, index: string, method: string, values: Values): Asked[] {
	const Model = api.getModelByRoute(index);
	const List = api.getCollectionByRoute(index);
	const byId = Object.fromEntries(
		Object.entries(values).map(([name, value], i, all) => [i === all.length - 1 ? 'id' : name, value]),
	);
	const made: [how: string, url: () => unknown][] = [];
	if (Model) made.push(['by name', () => new Model(values).url()]);
	if (Model && isItem(index)) made.push(['by id', () => new Model(byId).url()]);
	if (List) made.push(['by option', () => (new List(null, values) as { url: () => unknown }).url()]);
	return made.map(([how, url]) => ({ index, method, how, url: String(url()), values }));
}

async function whichRoutes(site: WordPress, asked: Asked[]): Promise<Which[]> {
	const requests = asked.map(({ method, url }) => {
		expect(url.startsWith(site.root), url).toBe(true);
		return { method, path: url.slice(site.root.length) };
	});
	const answer = await fetch(`${site.root}library/v1/which`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ requests }),
	});
	return (await answer.json()) as Which[];
}

/** A path that ends in a parameter is that of one item. */
const isItem = (index: string): boolean => index.endsWith(')');

const sorted = (values: Values): [string, string][] => Object.entries(values).sort();
