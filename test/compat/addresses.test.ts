/**
 * Classes and what they are made with come in, where core's file asks at the right address; that both ask there goes out.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex, versions } from '../wordpress/site.ts';
import { openPage, type Client, type Libraries } from './page.ts';
import { ok } from './server.ts';

const models: [name: string, attributes: object, address: string][] = [
	['Post', {}, 'posts'],
	['Post', { id: 1 }, 'posts/1'],
	['Post', { id: '1', parent: 5 }, 'posts/1'],
	['Page', { id: 2, parent: 5 }, 'pages/2'],
	['Media', { id: 3, post: 1 }, 'media/3'],
	['Comment', { id: 4, parent: 3, post: 1 }, 'comments/4'],
	['Category', { id: 5, parent: 4 }, 'categories/5'],
	['Tag', { id: 6 }, 'tags/6'],
	['User', { id: 7 }, 'users/7'],
	['UsersMe', {}, 'users/me'],
	['Settings', {}, 'settings'],
	['Type', { id: 'post' }, 'types/post'],
	['Status', { id: 'draft' }, 'statuses/draft'],
	['Taxonomy', { id: 'category' }, 'taxonomies/category'],
	['PostRevision', { id: 8, parent: 1 }, 'posts/1/revisions/8'],
	['PostRevision', { id: 8, parent_post: 1 }, 'posts/1/revisions/8'],
	['PageRevision', { id: 8, parent: 2 }, 'pages/2/revisions/8'],
	['PostsAutosaves', { id: 8, parent: 1 }, 'posts/1/autosaves/8'],
	['BlocksRevisions', { id: 8, parent: 9 }, 'blocks/9/revisions/8'],
	['Blocks', { id: 9 }, 'blocks/9'],
	['Navigation', { id: 10 }, 'navigation/10'],
	['MenuItems', { id: 11, parent: 10 }, 'menu-items/11'],
	['Menus', { id: 12 }, 'menus/12'],
	['Sidebars', { id: 'sidebar-1' }, 'sidebars/sidebar-1'],
	['Widgets', { id: 'text-1' }, 'widgets/text-1'],
	['Books', { id: 13 }, 'books/13'],
	['Genres', { id: 14, parent: 2 }, 'genres/14'],
];

const collections: [name: string, options: object | undefined, address: string][] = [
	['Posts', undefined, 'posts'],
	['Pages', undefined, 'pages'],
	['Media', undefined, 'media'],
	['Comments', undefined, 'comments'],
	['Categories', undefined, 'categories'],
	['Tags', undefined, 'tags'],
	['Users', undefined, 'users'],
	['Types', undefined, 'types'],
	['Statuses', undefined, 'statuses'],
	['Taxonomies', undefined, 'taxonomies'],
	['Books', undefined, 'books'],
	['Genres', undefined, 'genres'],
	['Search', undefined, 'search'],
	['MenuItems', undefined, 'menu-items'],
	['BlockTypes', undefined, 'block-types'],
	['PostRevisions', { parent: 1 }, 'posts/1/revisions'],
	['PageRevisions', { parent: 2 }, 'pages/2/revisions'],
	['PostsAutosaves', { parent: 1 }, 'posts/1/autosaves'],
	['UsersApplicationPasswords', { parent: 1 }, 'users/1/application-passwords'],
	['UsersApplicationPasswords', { parent: 'me' }, 'users/me/application-passwords'],
];

const clients: Client[] = ['core', 'ours'];
const roots = [
	'http://wp.test/wp-json/',
	'https://wp.test/blog/wp-json/',
	'http://wp.test/index.php?rest_route=/',
];
const schema = await readIndex('6.7', { namespace: 'wp/v2' });

describe.each(clients)('%s', (client) => {
	describe.each(roots)('at %s', (root) => {
		const { api } = openPage({ client, schema, settings: { root } });
		/** Core ends the address of the settings in a slash, which WordPress does not mind. */
		const below = (url: string): string => url.replace(`${root}wp/v2/`, '').replace(/\/$/, '');

		it.each(models)('%s of %o is at %s', (name, attributes, address) => {
			expect(below(new api.models[name](attributes).url())).toBe(address);
		});

		it.each(collections)('a list of %s with %o is at %s', (name, options, address) => {
			expect(below(new api.collections[name](null, options).url())).toBe(address);
		});
	});

	it("an item's address is below its list's", () => {
		const { collections: lists } = openPage({ client, schema }).api;
		expect(new lists.Posts([{ id: 1 }]).at(0).url()).toBe('http://wp.test/wp-json/wp/v2/posts/1');
		expect(new lists.Books([{ id: 1 }]).at(0).url()).toBe('http://wp.test/wp-json/wp/v2/books/1');
	});

	const libraries: Libraries[] = [...versions, 'npm'];
	it.each(libraries)('with the libraries of %s: reads, writes, lists and deletes', async (which) => {
		const answers = {
			'GET posts/1': ok({ id: 1, title: 'Old' }),
			'PUT posts/1': ok({ id: 1, title: 'New' }),
			'GET posts': ok([{ id: 1 }, { id: 2 }]),
			'POST posts': ok({ id: 3 }),
			'DELETE posts/1': ok({ id: 1 }),
		};
		const page = openPage({ client, libraries: which, schema, answers });
		const post = new page.api.models.Post({ id: 1 });
		const posts = new page.api.collections.Posts();
		const steps: [() => void, unknown][] = [
			[() => post.fetch(), 'Old'],
			[() => post.save({ title: 'New' }), 'New'],
		];
		for (const [step, title] of steps) {
			step();
			await page.idle();
			expect(post.get('title')).toBe(title);
		}
		posts.fetch();
		await page.idle();
		posts.create({ title: 'x' });
		posts.get(1).destroy();
		await page.idle();
		expect(posts.pluck('id')).toEqual([2, 3]);
		expect(page.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(Object.keys(answers));
		expect(page.errors).toEqual([]);
	});
});
