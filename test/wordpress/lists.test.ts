/** The lists that are unlike posts come in, on a live site: with other ids, without items, keyed, read only. Their items go out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createIn, onServer, openApi, requestsOf } from './client.ts';
import { useSite, type Site } from './site.ts';

describe.each(['oldest', 'newest'] as const)('on the %s version', (which) => {
	let site: Site;
	let api: any;
	beforeAll(async () => {
		site = await useSite(which);
		api = await openApi(site);
	});

	async function list(name: string, data: object = {}, options: object = {}): Promise<any> {
		const found = new api.collections[name](null, options);
		await found.fetch({ data });
		return found;
	}

	it.each([
		['Search', { search: 'harbour' }, 'title'],
		['Themes', {}, 'stylesheet'],
		['Plugins', {}, 'plugin'],
		['Templates', {}, 'slug'],
		['TemplateParts', {}, 'slug'],
		['BlockPatternsPatterns', {}, 'name'],
		['BlockPatternsCategories', {}, 'name'],
		['BlockTypes', {}, 'name'],
		['Sidebars', {}, 'id'],
		['Widgets', { sidebar: 'sidebar-1' }, 'id'],
		['WidgetTypes', {}, 'id'],
		['MenuLocations', {}, 'name'],
	])('row 14: %s hold items', async (name, data, field) => {
		const items = await list(name, data);
		expect(items.length).toBeGreaterThan(0);
		expect(items.every((item: any) => item.get(field))).toBe(true);
	});

	it.each([
		['Themes', 'stylesheet', 'status'],
		['Plugins', 'plugin', 'name'],
		['Templates', 'id', 'type'],
		['TemplateParts', 'id', 'type'],
		['BlockTypes', 'name', 'category'],
		['Types', 'slug', 'rest_base'],
		['Statuses', 'slug', 'name'],
		['Taxonomies', 'slug', 'rest_base'],
		['Sidebars', 'id', 'name'],
		['WidgetTypes', 'id', 'name'],
		['MenuLocations', 'name', 'description'],
	])('row 16: the items of %s are known by %s, and fetch themselves', async (name, id, field) => {
		const items = await list(name);
		const item = items.at(0);
		expect([item.isNew(), item.id]).toEqual([false, item.get(id)]);
		expect(items.get(item.id)).toBe(item);
		const value = item.get(field);
		item.unset(field);
		await item.fetch();
		expect(item.get(field)).toEqual(value);
		// Row 17: they are found again, not doubled.
		const { length } = items;
		await items.fetch({ remove: false });
		expect(items.length).toBe(length);
	});

	it.each([
		['Type', { id: 'book' }, { rest_base: 'books' }],
		['Type', { slug: 'book' }, { rest_base: 'books' }],
		['Status', { slug: 'publish' }, { public: true }],
		['Taxonomy', { id: 'genre' }, { rest_base: 'genres' }],
		['BlockType', { name: 'core/paragraph' }, { title: 'Paragraph' }],
		['BlockType', { id: 'core/paragraph' }, { title: 'Paragraph' }],
		['BlockType', { namespace: 'core', name: 'paragraph' }, { title: 'Paragraph' }],
	])('row 15: %s of %o is fetched', async (name, attributes, expected) => {
		const item = new api.models[name](attributes);
		await item.fetch();
		expect(item.attributes).toMatchObject(expected);
	});

	it('row 15: the theme in use and its template, whose id has two slashes, are fetched', async () => {
		const [{ stylesheet }] = await onServer(site, 'wp/v2/themes?status=active');
		const theme = new api.models.Theme({ stylesheet });
		await theme.fetch();
		expect(theme.get('status')).toBe('active');
		const template = new api.models.Template({ id: `${stylesheet}//index` });
		await template.fetch();
		expect(template.get('slug')).toBe('index');
		const part = new api.models.TemplatePart({ id: `${stylesheet}//header` });
		await part.fetch();
		expect(part.get('slug')).toBe('header');
	});

	it.each(['Types', 'Statuses', 'Taxonomies'])('row 24: %s are as many models as there are', async (name) => {
		const items = await list(name);
		const path = items.url().replace(site.root, '');
		expect(items.pluck('slug').sort()).toEqual(Object.keys(await onServer(site, path)).sort());
		expect(items.length).toBeGreaterThan(1);
	});

	it('row 24: reads them into one model, as core does', async () => {
		const types = new api.models.Type();
		await types.fetch();
		expect(types.get('post')).toMatchObject({ rest_base: 'posts' });
	});

	it.each([1, 'me'])('row 16: application passwords of %s are made and deleted', async (user) => {
		const passwords = await list('UsersApplicationPasswords', {}, { parent: user });
		const before = passwords.length;
		const made = await createIn(passwords, { name: `Made by a test of ${user}` });
		expect(made.get('password')).toMatch(/\w{4}/);
		expect([made.id, passwords.get(made.get('uuid'))]).toEqual([made.get('uuid'), made]);
		const again = await list('UsersApplicationPasswords', {}, { user_id: user });
		expect(again.length).toBe(before + 1);
		await again.get(made.id).save({ name: 'Renamed' }, { patch: true });
		expect(await onServer(site, `wp/v2/users/1/application-passwords/${made.id}`)).toMatchObject({
			name: 'Renamed',
		});
		const sent = await requestsOf(site, () => again.get(made.id).destroy());
		expect(sent).toMatchObject([
			{ method: 'DELETE', path: expect.stringContaining(`users/${user}/application-passwords/${made.id}`) },
		]);
		await passwords.fetch();
		expect(passwords.length).toBe(before);
	});

	it('row 18: one’s own user is fetched and saved as often as one likes', async () => {
		const me = new api.models.UsersMe();
		await me.fetch({ data: { context: 'edit' } });
		const { description } = me.attributes;
		await me.fetch();
		expect(me.get('id')).toBe(1);
		await me.save({ description: 'Sweeps.' }, { patch: true });
		await me.save({ description });
		expect(me.url()).toBe(`${site.root}wp/v2/users/me`);
		expect((await onServer(site, 'wp/v2/users/1')).description).toBe(description);
	});

	it('row 68: settings are read, and one of them is saved', async () => {
		const settings = new api.models.Settings();
		await settings.fetch();
		const { description, ...others } = settings.attributes;
		await settings.save({ description: 'A smaller magazine' });
		expect(await onServer(site, 'wp/v2/settings')).toEqual({ ...others, description: 'A smaller magazine' });
		await settings.save({ description });
		expect((await onServer(site, 'wp/v2/settings')).description).toBe(description);
	});
});
