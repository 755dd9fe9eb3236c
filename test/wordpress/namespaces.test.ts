/** The namespaces of a plugin come in, on a live site; that they stand beside `wp/v2`, and are read and written, goes out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createIn, onServer, openApi } from './client.ts';
import { useSite, type Site } from './site.ts';

const books = '/library/v1/shelves/(?P<shelf>[a-z]+)/books';
const notes = `${books}/(?P<book_id>\\d+)/notes`;
const terms = '/shop/v3/products/attributes/(?P<attribute_id>[\\d]+)/terms';

describe.each(['oldest', 'newest'] as const)('on the %s version', (which) => {
	let site: Site;
	let api: any;
	beforeAll(async () => {
		site = await useSite(which);
		api = await openApi(site);
		await api.init({ versionString: 'library/v1' });
		await api.init({ versionString: 'shop/v3/' });
	});

	it('row 28: what came first keeps its name, and each namespace has its own', async () => {
		const { Settings } = api.models;
		expect(Settings).toBe(api.getModelByRoute('/wp/v2/settings'));
		const [core, library, shop] = api.endpoints.models;
		expect([core, library, shop].map((one) => one.get('versionString'))).toEqual([
			'wp/v2/',
			'library/v1/',
			'shop/v3/',
		]);
		const own = library.get('models').Settings;
		expect(own).toBe(api.getModelByRoute('/library/v1/settings'));
		expect(own).not.toBe(Settings);
		expect(new own().url()).toBe(`${site.root}library/v1/settings`);
		const settings = new Settings();
		await settings.fetch();
		expect(settings.get('title')).toBe('The Harbour Lamp');
		expect(shop.get('models').Products).toBe(api.getModelByRoute('/shop/v3/products/(?P<id>[\\d]+)'));
	});

	it('row 31: singletons of a plugin are read and written', async () => {
		const Me = api.getModelByRoute('/library/v1/me');
		const me = new Me();
		await me.fetch();
		expect(me.attributes).toMatchObject({ name: 'admin', matched: '/library/v1/me' });
		const settings = new (api.getModelByRoute('/library/v1/settings'))();
		await settings.fetch();
		expect(settings.get('fine_per_day')).toBe(10);
		await settings.save({ fine_per_day: 12 }, { patch: true });
		expect(await onServer(site, 'library/v1/settings')).toMatchObject({ fine_per_day: 12 });
		await settings.save({ fine_per_day: 10 }, { patch: true });
		expect(settings.url()).toBe(`${site.root}library/v1/settings`);
	});

	it('row 31: a list at the path `settings` is a list', async () => {
		const list = new (api.getCollectionByRoute('/shop/v3/settings'))();
		await list.fetch();
		expect(list.pluck('label')).toEqual(['General']);
	});

	it.each([
		['/library/v1/status', { open: true }],
		['/library/v1/reports/sales/daily', { sold: 7 }],
		['/library/v1/bestseller', { id: 12, title: 'The Salt Almanac' }],
	])('one object at %s is one item', async (route, expected) => {
		const list = new (api.getCollectionByRoute(route))();
		await list.fetch();
		expect(list.length).toBe(1);
		expect(list.at(0).attributes).toMatchObject(expected);
	});

	it('row 19: three levels down, items are created, read, changed and deleted', async () => {
		const Books = api.getCollectionByRoute(books);
		const Notes = api.getCollectionByRoute(notes);
		const Note = api.getModelByRoute(`${notes}/(?P<note_id>\\d+)`);
		const shelf = new Books(null, { shelf: 'poetry' });
		await shelf.fetch();
		const { length } = shelf;
		const book = await createIn(shelf, { title: 'Salt', pages: 12 });
		expect(book.url()).toBe(`${site.root}library/v1/shelves/poetry/books/${book.id}`);

		const list = new Notes(null, { shelf: 'poetry', book_id: book.id });
		const note = await createIn(list, { text: 'Dry.' });
		const path = `library/v1/shelves/poetry/books/${book.id}/notes/${note.id}`;
		expect(await onServer(site, path)).toMatchObject({ text: 'Dry.' });
		await note.save({ text: 'Very dry.' });
		const same = new Note({ shelf: 'poetry', book_id: book.id, note_id: note.id });
		await same.fetch();
		expect(same.get('text')).toBe('Very dry.');
		await same.destroy();
		expect((await onServer(site, path)).code).toBe('rest_library_not_found');

		await book.destroy();
		await shelf.fetch();
		expect(shelf.length).toBe(length);
	});

	it('row 21: a list of what the plugin has, and its items, which know their parents', async () => {
		const list = new (api.getCollectionByRoute(terms))(null, { attribute_id: 1 });
		await list.fetch({ data: { per_page: 1 } });
		expect([list.pluck('name'), list.hasMore()]).toEqual([['Amber'], true]);
		await list.more({ remove: false });
		expect(list.pluck('name')).toEqual(['Amber', 'Green']);
		const item = list.at(1);
		expect(item.url()).toBe(`${site.root}shop/v3/products/attributes/1/terms/2`);
		await item.fetch();
		expect(item.get('params')).toEqual({ attribute_id: '1', id: '2' });
		const clone = list.clone();
		await clone.fetch();
		expect(clone.pluck('name')).toEqual(['Amber', 'Green']);
	});

	it('row 20: a category below another one is at its own address', async () => {
		const list = new (api.getCollectionByRoute('/shop/v3/products/categories'))();
		await list.fetch();
		const ropes = list.findWhere({ name: 'Ropes' });
		expect(ropes.get('parent')).toBe(1);
		await ropes.save({ name: 'Ropes' });
		expect(ropes.get('matched')).toBe('/shop/v3/products/categories/(?P<id>[\\d]+)');
	});

	it('row 16: ids that are words, and ids with slashes', async () => {
		const tokens = new (api.getCollectionByRoute('/library/v1/tokens'))();
		await tokens.fetch();
		const token = tokens.get('a1-b2_c3');
		await token.save({ label: 'The back door' });
		expect((await onServer(site, 'library/v1/tokens/a1-b2_c3')).label).toBe('The back door');
		await token.save({ label: 'The front door' });

		const File = api.getModelByRoute('/library/v1/files/(?P<path>.+)');
		const file = new File({ path: 'dossier/ä b&c?.txt' });
		await file.fetch();
		// With pretty permalinks WordPress hands the path to a route as it came, and leaves the decoding to it.
		expect(decodeURIComponent(file.get('params').path)).toBe('dossier/ä b&c?.txt');
		await file.save({ text: 'x' }, { patch: true });
		expect(file.get('method')).toBe('PUT');
	});

	it('row 44: a change is sent by the method that a route has', async () => {
		for (const [name, verb] of [
			['postcards', 'POST'],
			['patches', 'PATCH'],
		] as const) {
			const item = new (api.getModelByRoute(`/library/v1/${name}/(?P<id>\\d+)`))({ id: 3 });
			await item.save({ text: 'Hello' });
			expect([item.get('method'), item.get('matched')]).toEqual([verb, `/library/v1/${name}/(?P<id>\\d+)`]);
			expect(item.destroy()).toBe(false);
		}
		const papers = new (api.getModelByRoute('/library/v1/shredder/(?P<id>\\d+)'))({ id: 3 });
		expect(papers.save()).toBe(false);
		expect(await papers.destroy()).toMatchObject({ method: 'DELETE', params: { id: '3' } });
	});

	it.each([
		['objects', { filter: { post__in: [1, 2], meta: { key: 'rating', compare: ['=', '!='] } }, tags: ['a'] }],
		[
			'text',
			'filter[post__in][]=1&filter[post__in][]=2&filter[meta][key]=rating&filter[meta][compare][]=%3D&filter[meta][compare][]=!%3D&tags[]=a',
		],
	])("lists and maps in a query, given as %s, arrive in PHP's notation", async (_how, data) => {
		const echo = new (api.getModelByRoute('/library/v1/me'))();
		await echo.fetch({ data });
		expect(echo.get('query')).toEqual({
			filter: { post__in: ['1', '2'], meta: { key: 'rating', compare: ['=', '!='] } },
			tags: ['a'],
		});
	});

	it('… those of a collection, too, and go on with `more()`', async () => {
		const list = new (api.getCollectionByRoute(terms))(null, { attribute_id: 1 });
		const data = { per_page: 1, filter: { post__in: [1, 2] } };
		await list.fetch({ data });
		expect(list.state.data).toEqual(data);
		const posts = new api.collections.Posts();
		await posts.fetch({ data: 'include[]=3&include[]=4&per_page=1&orderby=include' });
		await posts.more();
		expect(posts.pluck('id')).toEqual([4]);
	});

	it('names that every object has are names like others', async () => {
		const list = new (api.getCollectionByRoute('/library/v1/__proto__'))();
		const made = await createIn(list, { title: 'Polluted?' });
		expect([made.id, ({} as any).title]).toEqual(['toString', undefined]);
		const item = new (api.getModelByRoute('/library/v1/__proto__/(?P<constructor>\\w+)'))({ id: 'toString' });
		await item.fetch();
		expect(item.get('title')).toBe('Polluted?');
		await item.destroy();
	});
});
