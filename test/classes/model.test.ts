/** Attributes come in, and routes of every nesting; addresses, ids and what may be done go out. */
import { describe, expect, it } from 'vitest';
import { WPApiBaseModel } from '../../src/index.ts';
import { ID, ITEM, LIST, PARENT, route, schema } from '../support/fake-schema.ts';
import { fakeSite, ok, ROOT } from '../support/fake-site.ts';
import { open } from '../support/open.ts';

const site = fakeSite();
const nested = schema({
	'/types': route('GET'),
	'/types/(?P<type>[\\w-]+)': route('GET'),
	'/users/(?P<user_id>(?:[\\d]+|me))/application-passwords': route(LIST, { writes: ['name'] }),
	'/users/(?P<user_id>(?:[\\d]+|me))/application-passwords/(?P<uuid>[\\w\\-]+)': route(ITEM, {
		writes: ['name'],
	}),
	'/block-types/(?P<namespace>[a-zA-Z0-9_-]+)/(?P<name>[a-zA-Z0-9_-]+)': route('GET'),
	'/templates/(?P<id>([^\\/:]+(?:\\/[^\\/:]+)?)[\\/\\w%-]+)': route(ITEM, { writes: ['content'] }),
	'/products/categories': route(LIST, { writes: ['parent'] }),
	[`/products/categories/${ID}`]: route(ITEM, { writes: ['parent'] }),
	'/a/(?P<a>\\d+)/b/(?P<b>\\d+)/c': route(LIST, { writes: ['x'] }),
	'/a/(?P<a>\\d+)/b/(?P<b>\\d+)/c/(?P<c>\\d+)': route(ITEM, { writes: ['x'] }),
	[`/posts/${PARENT}/autosaves`]: route(LIST, { writes: ['title'] }),
	[`/posts/${PARENT}/autosaves/${ID}`]: route('GET'),
	'/users/me': route(ITEM, { writes: ['name'] }),
});
const api = (): any => open({ schema: nested });
const below = (model: any): string => model.url().replace(`${ROOT}wp/v2/`, '');
/** Class names of routes of three groups are for names.test.ts to say. */
const byRoute = (path: string): any => api().getModelByRoute(`/wp/v2${path}`);

describe('the address', () => {
	it.each<[string, object, string]>([
		['/types/(?P<type>[\\w-]+)', { slug: 'book' }, 'types/book'],
		['/types/(?P<type>[\\w-]+)', { id: 'book' }, 'types/book'],
		[
			'/users/(?P<user_id>(?:[\\d]+|me))/application-passwords/(?P<uuid>[\\w\\-]+)',
			{ uuid: 'u', user_id: 1 },
			'users/1/application-passwords/u',
		],
		[
			'/users/(?P<user_id>(?:[\\d]+|me))/application-passwords/(?P<uuid>[\\w\\-]+)',
			{ uuid: 'u', parent: 'me' },
			'users/me/application-passwords/u',
		],
		[
			'/block-types/(?P<namespace>[a-zA-Z0-9_-]+)/(?P<name>[a-zA-Z0-9_-]+)',
			{ name: 'core/paragraph' },
			'block-types/core/paragraph',
		],
		[
			'/block-types/(?P<namespace>[a-zA-Z0-9_-]+)/(?P<name>[a-zA-Z0-9_-]+)',
			{ namespace: 'core', name: 'paragraph' },
			'block-types/core/paragraph',
		],
		[
			'/templates/(?P<id>([^\\/:]+(?:\\/[^\\/:]+)?)[\\/\\w%-]+)',
			{ id: 'theme//single' },
			'templates/theme//single',
		],
		[`/products/categories/${ID}`, { id: 16, parent: 15 }, 'products/categories/16'],
		['/a/(?P<a>\\d+)/b/(?P<b>\\d+)/c/(?P<c>\\d+)', { a: 1, b: 2, c: 3 }, 'a/1/b/2/c/3'],
		['/a/(?P<a>\\d+)/b/(?P<b>\\d+)/c/(?P<c>\\d+)', { a: 1, parent: 2, id: 3 }, 'a/1/b/2/c/3'],
		['/a/(?P<a>\\d+)/b/(?P<b>\\d+)/c/(?P<c>\\d+)', { a: 1, b: 2 }, 'a/1/b/2/c'],
		[`/posts/${PARENT}/autosaves/${ID}`, { id: 2, parent_post: 1 }, 'posts/1/autosaves/2'],
	])('of %s with %o is %s', (path, attributes, address) => {
		expect(below(new (byRoute(path))(attributes))).toBe(address);
	});

	it('of a new item is that of its list', () => {
		expect(below(new (byRoute(`/products/categories/${ID}`))({ name: 'x' }))).toBe('products/categories');
	});

	it('row 18: of oneself stays, whatever one’s id', async () => {
		site.answers = { 'GET users/me': ok({ id: 1 }), 'PUT users/me': ok({ id: 1 }) };
		const me = new (api().models.UsersMe)();
		await me.fetch();
		await me.save({ name: 'x' });
		expect(site.lines()).toEqual(['GET users/me', 'PUT users/me']);
	});

	it('row 34: is that of `urlRoot`, of `url`, and of the caller, where they say so', async () => {
		const { UsersMe } = api().models;
		expect(new (UsersMe.extend({ urlRoot: '/mine' }))({ id: 1 }).url()).toBe('/mine/1');
		site.answers = { 'GET /mine': ok({ id: 1 }), 'GET /his': ok({ id: 1 }) };
		await new (UsersMe.extend({ url: '/mine' }))().fetch();
		await new UsersMe().fetch({ url: '/his' });
		expect(site.lines()).toEqual(['GET /mine', 'GET /his']);
	});
});

describe('a subclass with an `idAttribute` of its own', () => {
	it('keeps the addresses of its route', async () => {
		const BySlug = open().models.Post.extend({ idAttribute: 'slug' });
		const post = new BySlug({ id: 5, slug: 'a' });
		expect([post.id, post.url()]).toEqual(['a', `${ROOT}wp/v2/posts/5`]);
		expect(new BySlug({ slug: 'a' }).url()).toBe(`${ROOT}wp/v2/posts`);
		site.answers = { 'PUT posts/5': ok({ id: 5, slug: 'b' }) };
		await post.save({ slug: 'b' });
		expect(post.attributes).toEqual({ id: 5, slug: 'b' });
	});

	it('has the id of an answer under the name that the answer has', async () => {
		site.answers = { 'GET posts/5': ok({ id: 5, title: 'T' }) };
		const post = new (open().models.Post.extend({ idAttribute: 'slug' }))({ id: 5 });
		await post.fetch();
		expect(post.attributes).toEqual({ id: 5, title: 'T' });
	});
});

it('`endpoint.get( "modelEndpoints" )` has the words of routes that hold one object, as in core', async () => {
	const endpoint = await open().loadPromise;
	expect(endpoint.get('modelEndpoints')).toEqual(['me', 'settings']);
	const other = await open({ modelEndpoints: ['mine'] }).loadPromise;
	expect(other.get('modelEndpoints')).toEqual(['mine']);
});

describe('isNew()', () => {
	it.each([{}, { uuid: null }, { uuid: '' }, { uuid: 0 }, { user_id: 1 }])('of %o', (attributes) => {
		const Password = byRoute('/users/(?P<user_id>(?:[\\d]+|me))/application-passwords/(?P<uuid>[\\w\\-]+)');
		expect(new Password(attributes).isNew()).toBe(true);
		expect(new Password({ ...attributes, uuid: 'u' }).isNew()).toBe(false);
	});
});

describe('row 21: items of a list', () => {
	it('row 21: know what the list was opened with', () => {
		const list = new (api().getCollectionByRoute('/wp/v2/a/(?P<a>\\d+)/b/(?P<b>\\d+)/c'))(
			[{ c: 3 }, { id: 4 }],
			{ a: 1, b: 2 },
		);
		expect(list.map(below)).toEqual(['a/1/b/2/c/3', 'a/1/b/2/c/4']);
		expect(list.add({ c: 5 }).url()).toBe(`${ROOT}wp/v2/a/1/b/2/c/5`);
	});

	it('row 23: are created by the list, though the item can only be read', async () => {
		site.answers = { 'POST posts/1/autosaves': ok({ id: 2, parent: 1 }) };
		const list = new (api().getCollectionByRoute(`/wp/v2/posts/${PARENT}/autosaves`))(null, { parent: 1 });
		const made = list.create({ title: 'T' });
		await site.idle();
		expect(site.lines()).toEqual(['POST posts/1/autosaves']);
		expect(made.id).toBe(2);
	});
});

describe('the base class', () => {
	it('serves for addresses of one’s own, without any endpoint', async () => {
		site.answers = { 'GET /mine/1': ok({ id: 1, a: 2 }) };
		const Mine = WPApiBaseModel.extend({ urlRoot: '/mine' });
		const mine: any = new Mine({ id: 1 });
		await mine.fetch();
		expect(mine.get('a')).toBe(2);
		expect(site.asked[0]!.headers.get('x-wp-nonce')).toBeNull();
	});

	it('sends a nonce of its own making', async () => {
		site.answers = { 'GET /mine/1': ok({ id: 1 }) };
		const Mine = WPApiBaseModel.extend({ urlRoot: '/mine', nonce: () => 'OWN' });
		await (new Mine({ id: 1 }) as any).fetch();
		expect(site.asked[0]!.headers.get('x-wp-nonce')).toBe('OWN');
	});
});
