/**
 * Pages with a schema, a copy of one, or none come in; that both clients are ready when core's is goes out.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { copyKeys, GET_SCHEMA, openPage, root, schemaKey, type Client, type Page } from './page.ts';
import { schemaOf } from './schemas.ts';
import { ok } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const clients: Client[] = ['core', 'ours'];

/** What a page has kept is there for the next one. */
function copyStorage(from: Storage, window: any): void {
	for (const [key, copy] of Object.entries<string>(from)) window.sessionStorage.setItem(key, copy);
}

/** What code in the very next script finds. */
function expectReady({ api, requests }: Page): void {
	const seen: unknown[] = [];
	api.loadPromise.done((...args: unknown[]) => seen.push(...args));
	expect(api.loadPromise.state()).toBe('resolved');
	expect(seen).toEqual([api.endpoints.at(0)]);
	expect(new api.models.Books({ id: 1 }).url()).toBe(`${root}wp/v2/books/1`);
	expect(new api.collections.Books([{ id: 1 }]).at(0)).toBeInstanceOf(api.models.Books);
	expect(requests.filter(({ async }) => !async)).toEqual([]);
}

describe.each(clients)('%s', (client) => {
	it('is ready at once with a localized schema, and asks for nothing', async () => {
		const page = openPage({ client, schema });
		expectReady(page);
		await page.idle();
		expect(page.requests).toEqual([]);
	});

	it('is ready at once with the copy that core keeps', async () => {
		const before = (window: any): void =>
			window.sessionStorage.setItem(schemaKey, JSON.stringify({ _links: {}, ...schema }));
		const page = openPage({ client, before, answers: { [GET_SCHEMA]: ok(schema) } });
		expectReady(page);
		const { Books } = page.api.models;
		await page.idle();
		expectReady(page);
		expect(page.api.models.Books).toBe(Books);
	});

	it('is ready when the answer has come, and keeps a copy under its key', async () => {
		const page = openPage({ client, answers: { [GET_SCHEMA]: ok(schema) } });
		expect(page.api.loadPromise.state()).toBe('pending');
		await page.idle();
		expectReady(page);
		expect(page.requests).toMatchObject([{ method: 'GET', url: `${root}wp/v2/` }]);
		const { sessionStorage } = page.window;
		expect(Object.keys(sessionStorage)).toEqual([copyKeys[client]]);
		// The next page finds all of it there.
		const next = openPage({ client, before: (window) => copyStorage(sessionStorage, window) });
		const { schemaModel } = next.api.endpoints.at(0);
		expect(schemaModel.get('namespace')).toBe('wp/v2');
		expect(schemaModel.get('routes')).toEqual(schema.routes);
		await next.idle();
		expect(next.requests).toEqual([]);
	});

	it.each(client === 'ours' ? clients : [client])(
		'is ready at once with the copy that %s made',
		async (other) => {
			const first = openPage({ client: other, answers: { [GET_SCHEMA]: ok(schema) } });
			await first.idle();
			const before = (window: any): void => copyStorage(first.window.sessionStorage, window);
			expectReady(openPage({ client, before }));
		},
	);

	it('neither reads nor keeps a copy where the page says so', async () => {
		const page = openPage({
			client,
			settings: { cacheSchema: false },
			before: (window) => window.sessionStorage.setItem(copyKeys[client], '{"routes":{"/wp/v2/stale":{}}}'),
			answers: { [GET_SCHEMA]: ok(schema) },
		});
		await page.idle();
		expectReady(page);
		expect(page.window.sessionStorage.getItem(copyKeys[client])).toBe('{"routes":{"/wp/v2/stale":{}}}');
	});

	it("makes promises with all of jQuery's methods", () => {
		const { loadPromise, init } = openPage({ client, schema }).api;
		for (const promise of [loadPromise, init(), init({ versionString: 'my/v1/' })]) {
			for (const method of ['state', 'done', 'fail', 'always', 'then', 'pipe', 'progress', 'promise']) {
				expect(promise[method], method).toBeTypeOf('function');
			}
			expect(promise.resolve).toBeUndefined();
		}
	});

	it('calls back in the order of asking, once', async () => {
		const page = openPage({ client, answers: { [GET_SCHEMA]: ok(schema) } });
		const seen: string[] = [];
		page.api.loadPromise.always(() => seen.push('always')).done(() => seen.push('done'));
		page.api.loadPromise.then(() => seen.push('then'));
		page.api.init().done(() => seen.push('init'));
		await page.idle();
		expect([...seen].sort()).toEqual(['always', 'done', 'init', 'then']);
		expect(seen.slice(0, 2)).toEqual(['always', 'done']);
	});

	it('gives the same promise for the same site and namespace', () => {
		const { api } = openPage({ client, schema });
		expect(api.init()).toBe(api.loadPromise);
		expect(api.init({ apiRoot: root, versionString: 'wp/v2/' })).toBe(api.loadPromise);
		expect(api.init({ versionString: 'my/v1/' })).toBe(api.init({ versionString: 'my/v1/' }));
		expect(api.init({ versionString: 'my/v1/' })).not.toBe(api.loadPromise);
	});

	it('fetches the schema of another namespace, and adds its endpoint', async () => {
		const mine = schemaOf('my/v1', { '/cups': 'GET', '/cups/(?P<id>[\\d]+)': 'GET PUT DELETE' }, ['size']);
		const page = openPage({ client, schema, answers: { 'GET my/v1/': ok(mine) } });
		let endpoint: any;
		page.api.init({ versionString: 'my/v1/' }).done((loaded: any) => (endpoint = loaded));
		expect(page.requests).toMatchObject([{ method: 'GET', url: `${root}my/v1/`, async: true }]);
		await page.idle();
		expect(page.api.endpoints.pluck('versionString')).toEqual(['wp/v2/', 'my/v1/']);
		expect(page.api.endpoints.at(1)).toBe(endpoint);
		expect(endpoint.get('models').Cups).toBe(page.api.models.Cups);
		expect(endpoint.get('apiRoot')).toBe(root);
		expect(page.api.models.Cups.prototype.endpointModel).toBe(endpoint);
		expect(Object.keys(page.api.models.Cups.prototype.args)).toEqual(['size']);
	});

	it('gives the endpoint its schema as a model', () => {
		const { api } = openPage({ client, schema });
		const endpoint = api.endpoints.at(0);
		expect(Object.keys(endpoint.schemaModel.get('routes'))).toEqual(Object.keys(schema.routes));
		expect(endpoint.schemaModel).toBeInstanceOf(api.models.Schema);
		expect(endpoint.schemaModel.url()).toBe(`${root}wp/v2/`);
		expect(endpoint.schemaConstructed.state()).toBe('resolved');
		expect([endpoint.get('nonce'), endpoint.get('apiRoot')]).toEqual(['N1', root]);
	});

	it('takes the last words of routes that hold one object', () => {
		const page = openPage({ client, schema });
		const mine = schemaOf('my/v1', { '/cups': 'GET', '/status': 'GET PUT' });
		page.api.init({ versionString: 'my/v1/', schema: mine, modelEndpoints: ['me', 'settings', 'status'] });
		const { index } = page.api.getModelByRoute('/my/v1/status').prototype.route;
		expect(index).toBe('/my/v1/status');
	});
});
