/** The built-in table comes in; an index goes out as WordPress prints it, of which the usual classes are made. */
import { describe, expect, it } from 'vitest';
import { coreRoutes } from '../../src/schema/core-routes.ts';
import { nameAll } from '../../src/schema/class-names.ts';
import { connect } from '../../src/index.ts';
import { parseRoute } from '../../src/schema/routes.ts';
import { readSettings, type SettingsInput } from '../../src/schema/settings.ts';
import { coreIndex } from '../support/fake-schema.ts';
import { fakeSite, ROOT } from '../support/fake-site.ts';

const { routes } = coreIndex();
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
		expect(coreIndex().routes['/wp/v2/posts']).not.toBe(routes['/wp/v2/posts']);
		expect(coreIndex().routes).toEqual(routes);
	});
});

describe('the built-in names', () => {
	const named = (settings: SettingsInput): object =>
		Object.fromEntries(
			coreRoutes(readSettings(settings)).map(({ route, models, collections }) => [
				route.index,
				{ models, collections },
			]),
		);
	const computed = (settings: SettingsInput): object => {
		const routes = coreRoutes(readSettings({})).map(({ route }) => route);
		return Object.fromEntries(
			nameAll(routes, readSettings(settings)).map(({ route, models, collections }) => [
				route.index,
				{ models, collections },
			]),
		);
	};

	it('are those that the routes would be given', () => {
		expect(named({})).toEqual(computed({}));
	});

	it.each<SettingsInput>([{ mapping: { models: { Posts: 'Article' } } }, { modelEndpoints: ['me'] }])(
		'give way to the settings of the page: %j',
		(settings) => {
			expect(named(settings)).toEqual(computed(settings));
			expect(named(settings)).not.toEqual(named({}));
		},
	);
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
