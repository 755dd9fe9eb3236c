/**
 * Rows 19 to 23 of docs/differences-from-core.md come in, routes below routes; that ours does better goes out, row by row.
 *
 * @vitest-environment node
 */
import { describe, expect } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { mends } from './mends.ts';
import { root, type Page } from './page.ts';
import { ITEM, LIST, schemaOf } from './schemas.ts';
import { ok } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const base = `${root}wp/v2/`;

/** The address without the start that all have. */
const below = (url: string): string => url.replace(base, '');

/** A page of a plugin's namespace, its classes at hand. */
function plugin(open: (options: object) => Page, namespace: string, routes: Record<string, string>): any {
	const page = open({ schema });
	page.api.init({ versionString: `${namespace}/`, schema: schemaOf(namespace, routes) });
	return page.api;
}

describe('rows 19 and 20: nested routes', () => {
	const shop = {
		'/products/categories': LIST,
		'/products/categories/(?P<id>[\\d]+)': ITEM,
		'/products/attributes/(?P<attribute_id>[\\d]+)/terms': LIST,
		'/products/attributes/(?P<attribute_id>[\\d]+)/terms/(?P<id>[\\d]+)': ITEM,
	};
	mends('row 19: three words deep', (open) => {
		const api = plugin(open, 'wc/v3', shop);
		const List = api.getCollectionByRoute('/wc/v3/products/attributes/(?P<attribute_id>[\\d]+)/terms');
		const list = new List([{ id: 3 }], { attribute_id: 8 });
		expect(list.url()).toBe(`${root}wc/v3/products/attributes/8/terms`);
		expect(list.at(0).url()).toBe(`${root}wc/v3/products/attributes/8/terms/3`);
		expect(new List(null, { parent: 8 }).url()).toBe(list.url());
	});

	mends('row 19: a word between two groups, a word after two words', (open) => {
		const api = plugin(open, 'my/v1', {
			'/items/(?P<item>\\d+)/parts/(?P<part>\\d+)/notes/(?P<note>\\d+)': ITEM,
			'/reports/sales/daily': 'GET',
		});
		const Note = api.getModelByRoute('/my/v1/items/(?P<item>\\d+)/parts/(?P<part>\\d+)/notes/(?P<note>\\d+)');
		const Daily = api.getCollectionByRoute('/my/v1/reports/sales/daily');
		expect(new Note({ item: 1, part: 2, note: 3 }).url()).toBe(`${root}my/v1/items/1/parts/2/notes/3`);
		expect(new Daily().url()).toBe(`${root}my/v1/reports/sales/daily`);
	});

	mends("row 19: a theme's variations, one's own application password", (open) => {
		const { collections } = open({ schema }).api;
		const variations = new collections.GlobalStylesVariations(null, { stylesheet: 'tt4' });
		const introspect = new collections.UsersIntrospect(null, { parent: 1 });
		expect(below(variations.url())).toBe('global-styles/themes/tt4/variations');
		expect(below(introspect.url())).toBe('users/1/application-passwords/introspect');
	});

	mends("row 20: an item's own field `parent` is no part of its address", (open) => {
		const api = plugin(open, 'wc/v3', shop);
		const Category = api.getModelByRoute('/wc/v3/products/categories/(?P<id>[\\d]+)');
		expect(new Category({ id: 16, parent: 15 }).url()).toBe(`${root}wc/v3/products/categories/16`);
	});
});

describe('rows 21 to 23: below a parent', () => {
	for (const options of [{ parent: 9 }, { font_family_id: 9 }]) {
		mends(`row 21: ${JSON.stringify(options)} is known by the list and by its items`, (open) => {
			const { collections } = open({ schema }).api;
			const list = new collections.FontFamiliesFontFaces([{ id: 3 }], options);
			expect(below(list.url())).toBe('font-families/9/font-faces');
			expect(below(list.at(0).url())).toBe('font-families/9/font-faces/3');
		});
	}

	mends('row 21: items of few fields know their parent', async (open) => {
		const page = open({ schema, answers: { 'GET posts/9/revisions': ok([{ id: 8 }]) } });
		const revisions = new page.api.collections.PostRevisions(null, { parent: 9 });
		revisions.fetch({ data: { _fields: 'id' } });
		await page.idle();
		expect(below(revisions.at(0).url())).toBe('posts/9/revisions/8');
	});

	mends('row 22: a clone has the parent, and stands where the original stood', async (open) => {
		const page = open({
			schema,
			answers: { 'GET posts/9/revisions': ok([{ id: 8 }], { 'X-WP-Total': '1', 'X-WP-TotalPages': '1' }) },
		});
		const revisions = new page.api.collections.PostRevisions(null, { parent: 9 });
		revisions.fetch();
		await page.idle();
		const copy = revisions.clone();
		expect(below(copy.url())).toBe('posts/9/revisions');
		expect([copy.length, copy.hasMore()]).toEqual([1, false]);
	});

	mends('row 23: an autosave is created by its list', async (open) => {
		const page = open({ schema, answers: { 'POST posts/1/autosaves': ok({ id: 2, parent: 1 }) } });
		const autosaves = new page.api.collections.PostsAutosaves(null, { parent: 1 });
		autosaves.create({ title: 'x' });
		await page.idle();
		expect(page.requests[0]).toMatchObject({
			method: 'POST',
			path: 'posts/1/autosaves',
			body: { title: 'x' },
		});
	});
});
