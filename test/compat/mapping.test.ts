/**
 * An index with the routes that WordPress had before 4.7 comes in; that the whole of core's default mapping is kept goes out.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { compareClasses, compareItems, shortfalls } from './compare.ts';
import { openPage, type Client } from './page.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2', legacy: true });
const clients: Client[] = ['core', 'ours'];

const models: [name: string, route: string][] = [
	['Category', 'categories/(?P<id>[\\d]+)'],
	['Comment', 'comments/(?P<id>[\\d]+)'],
	['Page', 'pages/(?P<id>[\\d]+)'],
	['PageMeta', 'pages/(?P<parent_id>[\\d]+)/meta/(?P<id>[\\d]+)'],
	['PageRevision', 'pages/(?P<parent>[\\d]+)/revisions/(?P<id>[\\d]+)'],
	['Post', 'posts/(?P<id>[\\d]+)'],
	['PostCategory', 'posts/(?P<post_id>[\\d]+)/categories/(?P<id>[\\d]+)'],
	['PostRevision', 'posts/(?P<parent>[\\d]+)/revisions/(?P<id>[\\d]+)'],
	['PostTag', 'posts/(?P<post_id>[\\d]+)/tags/(?P<id>[\\d]+)'],
	['PostsMeta', 'posts/(?P<parent_id>[\\d]+)/meta/(?P<id>[\\d]+)'],
	['Status', 'statuses/(?P<status>[\\w-]+)'],
	['Tag', 'tags/(?P<id>[\\d]+)'],
	['Taxonomy', 'taxonomies/(?P<taxonomy>[\\w-]+)'],
	['Type', 'types/(?P<type>[\\w-]+)'],
	['User', 'users/(?P<id>[\\d]+)'],
];

const collections: [name: string, route: string, item: string, list: string][] = [
	['PageMeta', 'pages/(?P<parent_id>[\\d]+)/meta', 'PageMeta', 'pages/7/meta'],
	['PageRevisions', 'pages/(?P<parent>[\\d]+)/revisions', 'PageRevision', 'pages/7/revisions'],
	['PostCategories', 'posts/(?P<post_id>[\\d]+)/categories', 'PostCategory', 'posts/7/categories'],
	['PostMeta', 'posts/(?P<parent_id>[\\d]+)/meta', 'PostsMeta', 'posts/7/meta'],
	['PostRevisions', 'posts/(?P<parent>[\\d]+)/revisions', 'PostRevision', 'posts/7/revisions'],
	['PostTags', 'posts/(?P<post_id>[\\d]+)/tags', 'PostTag', 'posts/7/tags'],
];

describe.each(clients)('%s', (client) => {
	const { api } = openPage({ client, schema });

	it.each(models)('%s is the model of %s', (name, route) => {
		expect(api.models[name].prototype).toMatchObject({ name, route: { index: `/wp/v2/${route}` } });
		expect(api.getModelByRoute(`/wp/v2/${route}`)).toBe(api.models[name]);
	});

	it.each(collections)('%s is the list of %s', (name, route, item, address) => {
		const list = new api.collections[name]([{ id: 1, parent: 7 }], { parent: 7 });
		expect(list).toMatchObject({ name, route: { index: `/wp/v2/${route}` } });
		expect(list.at(0).name).toBe(item);
		expect(list.url()).toBe(`http://wp.test/wp-json/wp/v2/${address}`);
		expect(list.at(0).url()).toBe(`http://wp.test/wp-json/wp/v2/${address}/1`);
	});

	it("takes the page's own mapping, where it is whole", () => {
		const mapping = {
			models: { Posts: 'Article', PostsRevisions: 'ArticleVersion' },
			collections: { PostsRevisions: 'ArticleVersions' },
		};
		const own = openPage({ client, schema, settings: { mapping } }).api;
		expect(own.models.Article.prototype.route.index).toBe('/wp/v2/posts/(?P<id>[\\d]+)');
		expect(new own.collections.Posts([{ id: 1 }]).at(0).name).toBe('Article');
		expect(new own.collections.ArticleVersions([{ id: 1 }], { parent: 1 }).at(0).name).toBe('ArticleVersion');
	});
});

describe('compared class by class', () => {
	const [core, ours] = clients.map((client) => openPage({ client, schema }).api);

	it.each(Object.entries(shortfalls))("each of the classes has core's %s", (_aspect, check) => {
		for (const [kind, base] of [
			['models', 'WPApiBaseModel'],
			['collections', 'WPApiBaseCollection'],
		] as const) {
			const { Schema: _schema, ...made } = core[kind];
			expect(compareClasses(made, ours[kind], core[base].prototype, check)).toEqual([]);
		}
	});

	it('collections have the items that core gives them', () => {
		expect(compareItems(core.collections, ours.collections)).toEqual([]);
	});
});
