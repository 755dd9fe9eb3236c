/**
 * Items, and settings, that are saved come in; what both clients send for them, and what is left on the page, goes out. Row 68 of
 * docs/differences-from-core.md, and what correct code is used to.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { mends } from './mends.ts';
import { openPage, type Client, type Page, type PageOptions } from './page.ts';
import { ITEM, schemaOf } from './schemas.ts';
import { ok, type Answers } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const clients: Client[] = ['core', 'ours'];

async function fetched(page: Page, name: string, id?: number): Promise<any> {
	const item = new page.api.models[name](id && { id });
	item.fetch();
	await page.idle();
	return item;
}

describe('row 68: of the settings, those that were changed are saved', () => {
	const settings = { title: 'A site', timezone: '', site_logo: null, posts_per_page: 10 };
	const site = (stored: object): PageOptions => ({
		schema,
		// Core's file has a slash behind it.
		answers: { 'GET settings': ok(stored), 'GET settings/': ok(stored) },
	});

	for (const [what, stored] of [
		['numbers and text', settings],
		['objects and lists', { ...settings, mine: { a: [1] }, list: [1, 2] }],
	] as const) {
		mends(`row 68: among ${what}`, async (open) => {
			const page = open(site(stored));
			const model = await fetched(page, 'Settings');
			model.save({ title: 'Another' });
			expect(page.requests[1]!.body).toEqual({ title: 'Another' });
		});
	}
});

describe.each(clients)('%s', (client) => {
	const plugin = (routes: Record<string, string>, answers: Answers): Page =>
		openPage({
			client,
			schema: schemaOf('my/v1', routes),
			settings: { versionString: 'my/v1/' },
			answers,
		});

	it("a plugin's settings are saved whole, as its route may replace them all", async () => {
		const stored = { colour: 'red', size: 3, list: [1] };
		const page = plugin(
			{ '/settings': 'GET PUT' },
			// Core's file has a slash behind it.
			{ 'GET my/v1/settings': ok(stored), 'GET my/v1/settings/': ok(stored) },
		);
		const settings = await fetched(page, 'Settings');
		settings.save({ colour: 'blue' });
		expect(page.requests[1]!.body).toEqual({ ...stored, colour: 'blue' });
	});

	it('a new item whose slug and GMT date are null is made without them', () => {
		const page = openPage({ client, schema });
		new page.api.models.Post({ title: 'x', slug: null, date_gmt: null }).save();
		expect(page.requests[0]!.body).toEqual({ title: 'x' });
	});

	it('a route that answers null leaves the item as it is', async () => {
		const page = plugin({ '/items/(?P<id>\\d+)': ITEM }, { 'PUT my/v1/items/5': ok(null) });
		const item = new page.api.models.Items({ id: 5 });
		item.save({ text: 'x' });
		await page.idle();
		expect(item.attributes).toEqual({ id: 5, text: 'x' });
		item.save();
		expect(page.requests[1]).toMatchObject({ method: 'PUT', path: 'my/v1/items/5' });
	});

	it('an item whose answer is a list is read', async () => {
		const rows = [{ line: 1 }, { line: 2 }];
		const page = plugin({ '/logs/(?P<id>\\d+)': 'GET' }, { 'GET my/v1/logs/5': ok(rows) });
		let answer: unknown;
		new page.api.models.Logs({ id: 5 }).fetch().done((data: unknown) => (answer = data));
		await page.idle();
		expect(answer).toEqual(rows);
	});
});
