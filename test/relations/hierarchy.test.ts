/** Items with others above and below them come in; promises of those go out. */
import { describe, expect, it } from 'vitest';
import { ID, ITEM, LIST, route, schema, small } from '../support/fake-schema.ts';
import { fails, fakeSite, listed, ok, ROOT } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

const site = fakeSite();

describe('getParent()', () => {
	it.each<[string, string, object, string]>([
		['a page', 'Page', { id: 1, parent: 5 }, 'pages/5'],
		['a category', 'Category', { id: 1, parent: 5 }, 'categories/5'],
		['a comment', 'Comment', { id: 1, parent: 5, post: 9 }, 'comments/5'],
		['a revision of a post', 'PostRevision', { id: 8, parent: 5 }, 'posts/5'],
		['a revision of a page', 'PageRevision', { id: 8, parent: 5 }, 'pages/5'],
		['an autosave', 'PostsAutosaves', { id: 8, parent: 5 }, 'posts/5'],
	])('of %s is of its own kind, or what it is a version of', async (_what, name, attributes, path) => {
		site.answers = { [`GET ${path}`]: ok({ id: 5 }) };
		const api = open();
		const parent = await new api.models[name](attributes).getParent();
		expect(parent.id).toBe(5);
		expect(parent.url()).toMatch(new RegExp(`/wp/v2/${path}$`));
		expect(site.lines()).toEqual([`GET ${path}`]);
	});

	it.each([
		['Page', 'up', {}],
		['Category', 'up', {}],
		['Comment', 'in-reply-to', { post: 5 }],
		['PostRevision', 'parent', {}],
	])('of a %s may be embedded as "%s"', async (name, relation, more) => {
		const _embedded = { [relation]: [{ id: 5, slug: 'embedded' }] };
		const item = new (open().models[name])({ id: 1, parent: 5, _embedded, ...more });
		expect((await item.getParent()).get('slug')).toBe('embedded');
		expect(site.asked).toEqual([]);
	});

	it('of a comment is not the post it stands under', async () => {
		site.answers = { 'GET comments/5': ok({ id: 5, content: 'C' }) };
		const _embedded = { up: [{ id: 5, title: 'A post that has the same id' }] };
		const parent = await new (open().models.Comment)({ id: 1, parent: 5, post: 5, _embedded }).getParent();
		expect(parent.get('content')).toBe('C');
	});

	it.each(['Page', 'Category', 'Comment'])('row 63: of a %s at the top is none', async (name) => {
		for (const parent of [0, '0', null, undefined]) {
			const { state, args } = await ending(new (open().models[name])({ id: 1, parent }).getParent());
			expect([state, args[0].code]).toEqual(['rejected', 'not_related']);
		}
		expect(site.asked).toEqual([]);
	});

	it('that is a draft is found', async () => {
		site.answers = { 'GET pages/5': ok({ id: 5, status: 'draft' }) };
		expect((await new (open().models.Page)({ id: 1, parent: 5 }).getParent()).get('status')).toBe('draft');
	});

	it('that may not be read rejects with the reason', async () => {
		site.answers = { 'GET pages/5': fails(401, 'rest_forbidden') };
		expect((await ending(new (open().models.Page)({ id: 1, parent: 5 }).getParent())).args[0].code).toBe(
			'rest_forbidden',
		);
	});

	describe('of a version of a template, whose parent is the number of a post, is the template', () => {
		const TEMPLATE = '([^\\/:]+(?:\\/[^\\/:]+)?)[\\/\\w%-]+';
		const index = small();
		Object.assign(
			index.routes,
			schema({
				[`/templates/(?P<parent>${TEMPLATE})/revisions`]: route('GET'),
				[`/templates/(?P<parent>${TEMPLATE})/revisions/${ID}`]: route('GET DELETE'),
				[`/templates/(?P<id>${TEMPLATE})/autosaves`]: route(LIST),
				[`/templates/(?P<parent>${TEMPLATE})/autosaves/${ID}`]: route('GET'),
				'/templates': route(LIST),
				[`/templates/(?P<id>${TEMPLATE})`]: route(ITEM),
			}).routes,
		);
		const version = {
			wp_id: 8,
			id: 8,
			parent: 5,
			_links: { parent: [{ href: `${ROOT}wp/v2/templates/theme//home` }] },
		};
		const template = 'GET templates/theme//home';

		it.each([
			['revisions', 'getRevisions'],
			['autosaves', 'getAutosaves'],
		])('from the list of its %s', async (name, helper) => {
			site.answers = {
				[`${template}/${name}`]: listed([version]),
				[template]: ok({ id: 'theme//home' }),
			};
			const api = open({ schema: index });
			const versions = await new api.models.Template({ id: 'theme//home' })[helper]();
			const parent = await versions.at(0).getParent();
			expect(parent).toBeInstanceOf(api.models.Template);
			expect([parent.id, site.lines().at(-1)]).toEqual(['theme//home', template]);
		});

		it('from the attributes it was made with', async () => {
			site.answers = { [template]: ok({ id: 'theme//home' }) };
			const { models } = open({ schema: index });
			const revision = new models.TemplatesRevisions({ id: 8, parent: 'theme//home' });
			expect((await revision.getParent()).id).toBe('theme//home');
		});

		it('from its link', async () => {
			site.answers = { [template]: ok({ id: 'theme//home' }) };
			const { models } = open({ schema: index });
			expect((await new models.TemplatesRevisions(version).getParent()).id).toBe('theme//home');
			const { _links, ...bare } = version;
			const { args } = await ending(new models.TemplatesRevisions(bare).getParent());
			expect(args[0].code).toBe('not_related');
		});

		it('or the reason why it cannot be read', async () => {
			site.answers = { [template]: fails(401, 'rest_forbidden') };
			const { models } = open({ schema: index });
			const revision = new models.TemplatesRevisions({ id: 8, parent: 'theme//home' });
			expect((await ending(revision.getParent())).args[0].code).toBe('rest_forbidden');
		});
	});

	it('what has nothing above has no such method', () => {
		const { Post, Tag, User } = open().models;
		expect([Post, Tag, User].map(({ prototype }) => prototype.getParent)).toEqual([
			undefined,
			undefined,
			undefined,
		]);
	});
});

describe('getChildren()', () => {
	it.each([
		['Page', 'Pages', 'pages'],
		['Category', 'Categories', 'categories'],
		['Comment', 'Comments', 'comments'],
	])('of a %s are all of its kind that are below it', async (name, list, path) => {
		site.answers = { [`GET ${path}`]: [listed([{ id: 2 }], 2, 2), listed([{ id: 3 }], 2, 2)] };
		const api = open();
		const children = await new api.models[name]({ id: 1 }).getChildren();
		expect(children).toBeInstanceOf(api.collections[list]);
		expect(children.pluck('id')).toEqual([2, 3]);
		expect(site.lines()).toEqual([
			`GET ${path}?per_page=100&parent=1`,
			`GET ${path}?per_page=100&parent=1&page=2`,
		]);
	});

	it.each([{ per_page: 2, orderby: 'title' }, 'per_page=2&orderby=title'])(
		'is one page where the caller asks for one: %j',
		async (data) => {
			site.answers = { 'GET pages': listed([{ id: 2 }, { id: 3 }], 9, 5) };
			const children = await new (open().models.Page)({ id: 1 }).getChildren({ data });
			expect(site.lines()).toEqual(['GET pages?parent=1&per_page=2&orderby=title']);
			expect([children.length, children.hasMore()]).toEqual([2, true]);
		},
	);

	it('are none of an item without children', async () => {
		site.answers = { 'GET pages': listed([], 0, 0) };
		expect((await new (open().models.Page)({ id: 1 }).getChildren()).length).toBe(0);
	});

	it('row 63: of an item that was not saved reject, and of a refused list with the reason', async () => {
		const { Page } = open().models;
		expect((await ending(new Page().getChildren())).args[0].code).toBe('not_related');
		site.answers = { 'GET pages': fails(403, 'rest_forbidden') };
		expect((await ending(new Page({ id: 1 }).getChildren())).args[0].code).toBe('rest_forbidden');
	});

	it.each(['Post', 'Tag', 'PostRevision', 'PageRevision', 'PostsAutosaves', 'Media'])(
		'a %s has none, nor the method',
		(name) => {
			expect(open().models[name].prototype.getChildren).toBeUndefined();
		},
	);
});
