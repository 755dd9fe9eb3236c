/**
 * Rows 14 to 18 and 24 to 27 of docs/differences-from-core.md come in, routes and addresses; that ours does better goes out, row by row.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { mends } from './mends.ts';
import { openPage, root } from './page.ts';
import { withRoutes } from './schemas.ts';
import { fails, ok } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const base = `${root}wp/v2/`;

/** The address without the start that all have. */
const below = (url: string): string => url.replace(base, '');

describe('row 14: every collection takes what the server sends', () => {
	const names = Object.keys(openPage({ schema }).api.collections);
	it('row 14: in each class of the index', () => {
		const { api } = openPage({ schema });
		expect(names.length).toBeGreaterThan(55);
		for (const name of names) {
			const list = new api.collections[name]([{ id: 1, name: 'a', slug: 'a' }], { parent: 1 });
			expect(list.at(0), name).toBeInstanceOf(api.WPApiBaseModel);
		}
	});

	for (const name of [
		'Search',
		'Themes',
		'Plugins',
		'Templates',
		'BlockPatternsPatterns',
		'BlockDirectorySearch',
	]) {
		mends(`row 14: ${name} calls success back`, async (open) => {
			const page = open({ schema });
			const list = new page.api.collections[name]();
			page.answers[`GET ${below(list.url())}`] = ok([{ id: 'x', name: 'x', title: 'Hello' }]);
			let called = 0;
			list.fetch({ data: { search: 'hello' }, success: () => called++ });
			await page.idle();
			expect([called, list.length, page.errors]).toEqual([1, 1, []]);
		});
	}
});

describe('row 15: routes with a slash in their expression have classes', () => {
	const addresses: [string, object, string][] = [
		['Template', { id: 'tt4//home' }, 'templates/tt4//home'],
		['TemplatePart', { id: 'tt4//header' }, 'template-parts/tt4//header'],
		['Theme', { stylesheet: 'twentytwentyfour' }, 'themes/twentytwentyfour'],
		['Plugin', { plugin: 'akismet/akismet' }, 'plugins/akismet/akismet'],
		['GlobalStyles', { id: 5 }, 'global-styles/5'],
		['BlockRenderer', { name: 'core/archives' }, 'block-renderer/core/archives'],
		['FontCollection', { slug: 'google-fonts' }, 'font-collections/google-fonts'],
	];
	for (const [name, attributes, address] of addresses) {
		mends(`row 15: ${name}`, (open) => {
			expect(below(new (open({ schema }).api.models[name])(attributes).url())).toBe(address);
		});
	}

	mends('row 15: BlockType, by namespace and name', (open) => {
		const block = new (open({ schema }).api.models.BlockType)({ namespace: 'core', name: 'archives' });
		expect(below(block.url())).toBe('block-types/core/archives');
	});
});

describe('rows 16 and 17: ids that are called otherwise', () => {
	const items: [string, object, object, string][] = [
		['UsersApplicationPasswords', { parent: 1 }, { uuid: 'a-1' }, 'users/1/application-passwords/a-1'],
		['Types', {}, { slug: 'post' }, 'types/post'],
		['Statuses', {}, { slug: 'draft' }, 'statuses/draft'],
		['Taxonomies', {}, { slug: 'category' }, 'taxonomies/category'],
		['Plugins', {}, { plugin: 'akismet/akismet' }, 'plugins/akismet/akismet'],
		['Themes', {}, { stylesheet: 'tt4' }, 'themes/tt4'],
	];
	for (const [name, options, attributes, address] of items) {
		mends(`row 16: an item of ${name} is not new, and is met again`, async (open) => {
			const page = open({ schema });
			const list = new page.api.collections[name](null, options);
			page.answers[`GET ${below(list.url())}`] = ok([attributes]);
			list.fetch();
			await page.idle();
			list.fetch({ remove: false });
			await page.idle();
			expect([list.length, list.at(0).isNew(), below(list.at(0).url())]).toEqual([1, false, address]);
			expect(list.get(Object.values(attributes)[0])).toBe(list.at(0));
		});
	}

	mends('row 16: what is deleted by such an id is asked for', (open) => {
		const page = open({ schema });
		const list = new page.api.collections.UsersApplicationPasswords([{ uuid: 'a-1' }], { parent: 1 });
		expect(list.at(0).destroy()).toMatchObject({ done: expect.any(Function) });
		expect(page.requests[0]).toMatchObject({ method: 'DELETE', path: 'users/1/application-passwords/a-1' });
	});

	it.each(['core', 'ours'] as const)('%s: `id` is taken for it, too', (client) => {
		const { models } = openPage({ client, schema }).api;
		expect(below(new models.Type({ id: 'post' }).url())).toBe('types/post');
	});

	mends("row 17: a subclass's own idAttribute is the one its items are known by", (open) => {
		const { collections, models } = open({ schema }).api;
		const BySlug = collections.Posts.extend({ model: models.Post.extend({ idAttribute: 'slug' }) });
		expect(new BySlug([{ slug: 'a', id: 7 }]).get('a')).toBeTruthy();
		expect(new collections.Types([{ slug: 'a' }]).modelId({ slug: 'a', id: 'x' })).toBe('a');
	});
});

mends('row 18: the second request for oneself goes where the first one went', async (open) => {
	const page = open({ schema, answers: { 'GET users/me': ok({ id: 1, name: 'me' }) } });
	const me = new page.api.models.UsersMe();
	me.fetch();
	await page.idle();
	me.fetch();
	me.save({ name: 'I' });
	expect(page.requests.map(({ path }) => path)).toEqual(['users/me', 'users/me', 'users/me']);
});

mends('row 24: an answer that is keyed by name is a list', async (open) => {
	const page = open({
		schema,
		answers: { 'GET types': ok({ post: { slug: 'post' }, page: { slug: 'page' } }) },
	});
	const types = new page.api.collections.Types();
	types.fetch();
	await page.idle();
	expect(types.pluck('slug')).toEqual(['post', 'page']);
});

describe('rows 25 to 27: deleting for good', () => {
	mends('row 25: with plain permalinks `force` is joined to the query there is', (open) => {
		const plain = 'http://wp.test/index.php?rest_route=/';
		const page = open({ schema, settings: { root: plain } });
		new page.api.models.Category({ id: 7 }).destroy();
		expect(page.requests[0]!.url).toBe(`${plain}wp/v2/categories/7&force=true`);
	});

	mends('row 26: after a failure everything can be asked for again', async (open) => {
		const page = open({
			schema,
			answers: { 'DELETE users/7': fails(500, 'x'), 'GET users/7': ok({ id: 7 }) },
		});
		const user = new page.api.models.User({ id: 7 });
		user.destroy();
		await page.idle();
		expect(user.url()).toBe(`${base}users/7`);
		user.fetch();
		user.destroy();
		expect(page.requests.map(({ method, url }) => `${method} ${below(url)}`)).toEqual([
			'DELETE users/7?force=true',
			'GET users/7',
			'DELETE users/7?force=true',
		]);
	});

	mends("row 27: the caller's own url is forced, too", (open) => {
		const page = open({ schema });
		new page.api.models.User({ id: 3 }).destroy({ url: `${base}users/3?reassign=1` });
		expect(Object.fromEntries(page.requests[0]!.query)).toEqual({ reassign: '1', force: 'true' });
	});
});

it('makes no class of a route that is added to the index which hides another', () => {
	const { models } = openPage({ schema: withRoutes(schema, { '/posts/latest': 'GET' }) }).api;
	expect(below(new models.Post({ id: 1 }).url())).toBe('posts/1');
});
