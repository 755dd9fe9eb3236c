/**
 * The index of each WordPress version comes in; whether every class that core's file makes of it is one of ours, under the same
 * name, for the same route and no poorer, goes out.
 *
 * @vitest-environment node
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { readIndex, versions, type RestIndex, type Version } from '../wordpress/site.ts';
import { compareClasses, compareItems, shortfalls, wellFormed } from './compare.ts';
import { openPage, type Client, type Page } from './page.ts';
import { ok } from './server.ts';

/** The part of a whole index that a namespace's own address answers with. */
function namespaceIndex(index: RestIndex, namespace: string): object {
	const routes = Object.entries(index.routes).filter(([, route]) => route.namespace === namespace);
	return { namespace, routes: Object.fromEntries(routes) };
}

interface Loaded {
	page: Page;
	endpoint: any;
}

async function load(client: Client, version: Version, namespace: string): Promise<Loaded> {
	const index = await readIndex(version);
	const page = openPage({
		client,
		libraries: version,
		schema: namespaceIndex(index, 'wp/v2'),
		answers: { [`GET ${namespace}/`]: ok(namespaceIndex(index, namespace)) },
	});
	if (namespace !== 'wp/v2') page.api.init({ versionString: `${namespace}/` });
	await page.idle();
	const endpoint = page.api.endpoints.findWhere({ versionString: `${namespace}/` });
	return { page, endpoint };
}

describe.each(versions)('WordPress %s', (version) => {
	describe.each(['wp/v2', 'library/v1', 'shop/v3'])('namespace %s', (namespace) => {
		let core: Loaded;
		let ours: Loaded;
		beforeAll(async () => {
			core = await load('core', version, namespace);
			ours = await load('ours', version, namespace);
		});

		it('makes classes at all in both', () => {
			const least = namespace === 'wp/v2' ? 30 : 5;
			for (const { endpoint } of [core, ours]) {
				expect(wellFormed(endpoint.get('models')).length).toBeGreaterThanOrEqual(least);
				expect(wellFormed(endpoint.get('collections')).length).toBeGreaterThanOrEqual(least);
			}
		});

		describe.each(['models', 'collections'] as const)('each of the %s has', (kind) => {
			it.each(Object.entries(shortfalls))("core's %s", (_aspect, check) => {
				const base = core.page.api[kind === 'models' ? 'WPApiBaseModel' : 'WPApiBaseCollection'].prototype;
				expect(compareClasses(core.endpoint.get(kind), ours.endpoint.get(kind), base, check)).toEqual([]);
			});
		});

		it('gives collections the items that core gives them', () => {
			expect(compareItems(core.endpoint.get('collections'), ours.endpoint.get('collections'))).toEqual([]);
		});

		it('publishes the classes in the flat registries', () => {
			const missing = (['models', 'collections'] as const).flatMap((kind) =>
				wellFormed(core.page.api[kind]).filter((name) => !ours.page.api[kind][name]),
			);
			expect(missing).toEqual([]);
		});
	});
});

it('knows the classes of the custom type and taxonomy, and their helpers', async () => {
	for (const client of ['core', 'ours'] as const) {
		const { endpoint } = await load(client, '6.7', 'wp/v2');
		const { Books, Genres } = endpoint.get('collections');
		const book = new Books([{ id: 1, meta: {} }]).at(0);
		expect(book.route.index).toBe('/wp/v2/books/(?P<id>[\\d]+)');
		for (const helper of ['getDate', 'setDate', 'getFeaturedMedia', 'getMeta', 'setMetas']) {
			expect(typeof book[helper]).toBe('function');
		}
		expect(new Genres([{ id: 1 }]).at(0).name).toBe('Genres');
	}
});
