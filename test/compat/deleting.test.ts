/**
 * Rows 36 to 38 of docs/differences-from-core.md come in, deleting; what is sent for it goes out, ours beside core's. What is then gone for good, a
 * real server shows: `test/wordpress/deleting.test.ts`.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { mends } from './mends.ts';
import { openPage, type Client, type Page } from './page.ts';
import { schemaOf } from './schemas.ts';
import { fails, ok, type Answer, type PageRequest } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const clients: Client[] = ['core', 'ours'];

const deleted = ok({ deleted: true });
/** What WordPress says to a type without a trash. */
const onlyForced = ({ query }: PageRequest): Answer =>
	query.has('force') ? deleted : fails(501, 'rest_trash_not_supported');

const asked = ({ requests }: Page): string[] =>
	requests.map(({ method, path, query }) => `${method} ${path} ${String(query)}`.trim());

describe('row 36: what has a trash goes there', () => {
	for (const [name, id, path] of [
		['Books', 7, 'books/7'],
		['Blocks', 7, 'blocks/7'],
		['Navigation', 7, 'navigation/7'],
		['Widgets', 'text-2', 'widgets/text-2'],
	] as const) {
		mends(`row 36: an item of ${name}`, async (open) => {
			const page = open({ schema, answers: { [`DELETE ${path}`]: ok({ id, status: 'trash' }) } });
			const xhr = new page.api.models[name]({ id }).destroy();
			await page.idle();
			expect([asked(page), xhr.state()]).toEqual([[`DELETE ${path}`], 'resolved']);
		});
	}

	it.each(clients)(
		'%s: posts, pages and comments, and they stay where a trash is switched off',
		async (client) => {
			for (const [name, path] of [
				['Post', 'posts/7'],
				['Page', 'pages/7'],
				['Comment', 'comments/7'],
			] as const) {
				const page = openPage({ client, schema, answers: { [`DELETE ${path}`]: onlyForced } });
				const xhr = new page.api.models[name]({ id: 7 }).destroy();
				await page.idle();
				expect([asked(page), xhr.state()]).toEqual([[`DELETE ${path}`], 'rejected']);
			}
		},
	);
});

describe('row 37: what has no trash is deleted', () => {
	mends('row 37: a picture', async (open) => {
		const page = open({ schema, answers: { 'DELETE media/8': onlyForced } });
		const seen: string[] = [];
		const picture = new page.api.models.Media({ id: 8 });
		picture.on('all', (event: string) => seen.push(event));
		const xhr = picture.destroy({ wait: true, success: () => seen.push('success()') });
		await page.idle();
		expect(xhr.state()).toBe('resolved');
		expect(seen).toEqual(['request', 'destroy', 'success()', 'sync']);
		expect(asked(page).at(-1)).toBe('DELETE media/8 force=true');
	});

	it.each(clients)('%s: terms and users, by one request', async (client) => {
		for (const [name, path] of [
			['Category', 'categories/7'],
			['Tag', 'tags/7'],
			['Genres', 'genres/7'],
			['User', 'users/7'],
		] as const) {
			const page = openPage({ client, schema, answers: { [`DELETE ${path}`]: onlyForced } });
			const xhr = new page.api.models[name]({ id: 7 }).destroy();
			await page.idle();
			expect([asked(page), xhr.state()]).toEqual([[`DELETE ${path} force=true`], 'resolved']);
		}
	});

	it.each(clients)('%s: menu items, whose schema does not tell', async (client) => {
		const page = openPage({ client, schema, answers: { 'DELETE menu-items/7': onlyForced } });
		const xhr = new page.api.models.MenuItems({ id: 7 }).destroy();
		await page.idle();
		expect([xhr.state(), asked(page).at(-1)]).toEqual(['resolved', 'DELETE menu-items/7 force=true']);
	});

	it.each(clients)("%s: an item of a plugin's, which has a code of its own for it", async (client) => {
		const page = openPage({
			client,
			schema: schemaOf('wc/v3', { '/products/(?P<id>[\\d]+)': 'GET PUT DELETE' }, ['force']),
			settings: { versionString: 'wc/v3/' },
			answers: {
				'DELETE wc/v3/products/7': ({ query }) =>
					query.has('force') ? deleted : fails(501, 'woocommerce_rest_trash_not_supported'),
			},
		});
		const xhr = new page.api.models.Products({ id: 7 }).destroy();
		await page.idle();
		expect([xhr.state(), asked(page).at(-1)]).toEqual(['resolved', 'DELETE wc/v3/products/7 force=true']);
	});
});

describe('row 38: what is said about a deletion goes into the address', () => {
	const cases: [string, string, object, string][] = [
		['Post', 'posts/7', { force: true }, 'force=true'],
		['User', 'users/7', { reassign: 1 }, 'force=true&reassign=1'],
		['User', 'users/7', { data: { reassign: 1 } }, 'force=true&reassign=1'],
	];
	for (const [name, path, options, query] of cases) {
		mends(`row 38: ${name}.destroy( ${JSON.stringify(options)} )`, async (open) => {
			const page = open({ schema, answers: { [`DELETE ${path}`]: deleted } });
			new page.api.models[name]({ id: 7 }).destroy(options);
			await page.idle();
			const [request, ...more] = page.requests;
			expect([request!.path, more]).toEqual([path, []]);
			expect([...request!.query].map((pair) => pair.join('=')).sort()).toEqual(query.split('&'));
			expect(request!.body).toBeUndefined();
		});
	}
});
