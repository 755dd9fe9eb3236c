/** The built-in table comes in; an index goes out as WordPress prints it, of which the usual classes are made. */
import { describe, expect, it } from 'vitest';
import { coreSchema } from '../../src/schema/core-routes.ts';
import { connect } from '../../src/index.ts';
import { parseRoute } from '../../src/schema/routes.ts';
import { fakeSite, ROOT } from '../fake-site.ts';

const { routes } = coreSchema();
fakeSite();

describe('each built-in route', () => {
	it.each(Object.keys(routes))('%s is described as in an index', (index) => {
		const { methods, endpoints } = routes[index]!;
		expect(parseRoute(index, routes[index]!)).toBeDefined();
		expect(methods).toContain('GET');
		expect(methods).toEqual(endpoints.flatMap((endpoint) => endpoint.methods));
		for (const { args } of endpoints) expect(Object.keys(args)).not.toContain('');
	});

	it('is made anew: nobody edits the table for all', () => {
		expect(coreSchema()).not.toBe(coreSchema());
		expect(coreSchema().routes).toEqual(routes);
	});
});

describe('before any schema has arrived', () => {
	const open = (): any => connect({ root: ROOT, cacheSchema: false });

	it.each<[string, object, string]>([
		['Post', { id: 1 }, 'posts/1'],
		['Page', { id: 1 }, 'pages/1'],
		['Media', { id: 1 }, 'media/1'],
		['Comment', { id: 1 }, 'comments/1'],
		['Category', { id: 1 }, 'categories/1'],
		['Tag', { id: 1 }, 'tags/1'],
		['User', { id: 1 }, 'users/1'],
		['UsersMe', {}, 'users/me'],
		['Settings', {}, 'settings'],
		['Type', { slug: 'book' }, 'types/book'],
		['Status', { slug: 'publish' }, 'statuses/publish'],
		['Taxonomy', { slug: 'genre' }, 'taxonomies/genre'],
		['PostRevision', { parent: 1, id: 2 }, 'posts/1/revisions/2'],
		['PageRevision', { parent: 1, id: 2 }, 'pages/1/revisions/2'],
	])('%s with %o is at %s', (name, attributes, path) => {
		expect(new (open().models[name])(attributes).url()).toBe(`${ROOT}wp/v2/${path}`);
	});

	it.each([
		'Posts',
		'Pages',
		'Media',
		'Comments',
		'Categories',
		'Tags',
		'Users',
		'Types',
		'Statuses',
		'Taxonomies',
	])('a list of %s is there', (name) => {
		const { collections } = open();
		expect(new collections[name]().url()).toBe(`${ROOT}wp/v2/${name.toLowerCase()}`);
	});

	it('items have the helpers of their kind', () => {
		const { Post, Page, Category, UsersMe } = open().models;
		expect(
			Post.prototype.getTags && Post.prototype.getFeaturedMedia && Post.prototype.getRevisions,
		).toBeTypeOf('function');
		expect(Page.prototype.getTags).toBeUndefined();
		expect(Category.prototype.getMeta).toBeTypeOf('function');
		expect(UsersMe.prototype.getDate).toBeUndefined();
	});
});
