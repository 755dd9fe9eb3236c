/** Items with links come in, embedded or not, of this site or another; what they lead to goes out as models and lists. */
import { describe, expect, it } from 'vitest';
import { ID, ITEM, LIST, route, schema, small } from '../support/fake-schema.ts';
import { fails, fakeSite, listed, ok, ROOT } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

const site = fakeSite();
const at = (path: string): object => ({ href: `${ROOT}wp/v2/${path}`, embeddable: true });
const linking = (links: Record<string, unknown>, _embedded?: object, api: any = open()): any =>
	new api.models.Post({ id: 1, _links: links, ...(_embedded && { _embedded }) });

describe('getLinked()', () => {
	it('of one item is a model of its class', async () => {
		site.answers = { 'GET users/3': ok({ id: 3, name: 'Ann' }) };
		const api = open();
		const user = await linking({ author: [at('users/3')] }, undefined, api).getLinked('author');
		expect(user).toBeInstanceOf(api.models.User);
		expect([user.id, user.get('name')]).toEqual([3, 'Ann']);
		expect(site.lines()).toEqual(['GET users/3']);
	});

	it('of several is a list of models, by one request', async () => {
		site.answers = { 'GET media': listed([{ id: 5 }, { id: 6 }]) };
		const api = open();
		const found = await linking({ 'wp:attached': [at('media/6'), at('media/5')] }, undefined, api).getLinked(
			'wp:attached',
		);
		expect(found.map(({ id }: any) => id)).toEqual([6, 5]);
		expect(found[0]).toBeInstanceOf(api.models.Media);
		expect(site.lines()).toEqual(['GET media?include=6,5&per_page=100']);
	});

	it('shares a request with other reads of the turn', async () => {
		site.answers = { 'GET users': listed([{ id: 3 }, { id: 4 }]) };
		const api = open();
		await Promise.all([
			linking({ author: [at('users/3')] }, undefined, api).getLinked('author'),
			new api.models.Post({ id: 2, author: 4 }).getAuthorUser(),
		] as any[]);
		expect(site.lines()).toEqual(['GET users?include=3,4&per_page=100']);
	});

	it('of a list is all of it', async () => {
		site.answers = { 'GET comments': [listed([{ id: 2 }], 2, 2), listed([{ id: 3 }], 2, 2)] };
		const api = open();
		const comments = await linking({ replies: [at('comments?post=1')] }, undefined, api).getLinked('replies');
		expect(comments).toBeInstanceOf(api.collections.Comments);
		expect(comments.pluck('id')).toEqual([2, 3]);
		expect(site.lines()).toEqual([
			'GET comments?per_page=100&post=1',
			'GET comments?per_page=100&post=1&page=2',
		]);
	});

	it('of several lists is a list of collections', async () => {
		site.answers = { 'GET tags': listed([{ id: 5 }]), 'GET categories': listed([{ id: 7 }]) };
		const terms = await linking({
			'wp:term': [at('categories?post=1'), at('tags?post=1')],
		}).getLinked('wp:term');
		expect(terms.map((list: any) => list.pluck('id'))).toEqual([[7], [5]]);
	});

	it('of what has no id in the path is fetched', async () => {
		site.answers = { 'GET types/book': ok({ slug: 'book', name: 'Books' }), 'GET users/me': ok({ id: 9 }) };
		const post = linking({ about: [at('types/book')], me: [at('users/me')] });
		expect((await post.getLinked('about')).get('name')).toBe('Books');
		expect((await post.getLinked('me')).id).toBe(9);
		expect(site.lines()).toEqual(['GET types/book', 'GET users/me']);
	});

	it('below another item, too', async () => {
		site.answers = {
			'GET posts/1/revisions': listed([{ id: 8 }]),
			'GET posts/1/revisions/8': ok({ id: 8, parent: 1 }),
		};
		const post = linking({
			'version-history': [at('posts/1/revisions')],
			'predecessor-version': [at('posts/1/revisions/8')],
		});
		const revisions = await post.getLinked('version-history');
		expect(revisions.pluck('id')).toEqual([8]);
		expect(revisions.at(0).url()).toBe(`${ROOT}wp/v2/posts/1/revisions/8`);
		const version = await post.getLinked('predecessor-version');
		expect([version.id, version.url()]).toEqual([8, `${ROOT}wp/v2/posts/1/revisions/8`]);
	});

	it('to oneself is a model of its own', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1, title: 'T' }) };
		const post = linking({ self: [at('posts/1')] });
		const self = await post.getLinked('self');
		expect(self).not.toBe(post);
		expect(self.get('title')).toBe('T');
	});

	it('into another namespace of the site', async () => {
		site.answers = { 'GET /wp-json/shop/v3/orders/4': ok({ id: 4 }), 'GET shop/v3/orders/4': ok({ id: 4 }) };
		const api = open();
		const index = schema({ '/orders': route(LIST), [`/orders/${ID}`]: route(ITEM) }, 'shop/v3');
		await api.init({ versionString: 'shop/v3', schema: index });
		const order = await linking({ order: [{ href: `${ROOT}shop/v3/orders/4` }] }, undefined, api).getLinked(
			'order',
		);
		expect(order).toBeInstanceOf(api.getModelByRoute(`/shop/v3/orders/${ID}`));
		expect(order.id).toBe(4);
	});

	it('row 28: to a class that has its name in its own namespace only', async () => {
		for (const path of ['shop/v3/posts/4', '/wp-json/shop/v3/posts/4'])
			site.answers[`GET ${path}`] = ok({ id: 4, sku: 'S' });
		const index = schema({ '/posts': route(LIST), [`/posts/${ID}`]: route(ITEM) }, 'shop/v3');
		const endpoint = await open().init({ versionString: 'shop/v3', schema: index });
		const { Post } = endpoint.get('models');
		const _links = { up: [{ href: `${ROOT}shop/v3/posts/4` }] };
		expect((await new Post({ id: 1, _links }).getLinked('up')).get('sku')).toBe('S');
	});

	it.each([
		['a list before an item that has its words in its id', 'sheets/theme//home/revisions', 'SheetsRevisions'],
		['the second of two items, where the value does not fit the first', 'prints/a-b', 'second'],
	])('leads to %s, as on the server', async (_what, path, name) => {
		site.answers = { [`GET ${path}`]: path.endsWith('s') ? listed([{ id: 8 }]) : ok({ slug: 'a-b' }) };
		const ANY = '([^\\/:]+(?:\\/[^\\/:]+)?)[\\/\\w%-]+';
		const index = small();
		Object.assign(
			index.routes,
			schema({
				[`/sheets/(?P<parent>${ANY})/revisions`]: route(LIST),
				[`/sheets/(?P<id>${ANY})`]: route(ITEM),
				[`/prints/${ID}`]: route(ITEM),
				'/prints/(?P<slug>[\\w-]+)': route(ITEM),
			}).routes,
		);
		const api = open({ schema: index });
		const found = await linking({ to: [at(path)] }, undefined, api).getLinked('to');
		const second = api.getModelByRoute('/wp/v2/prints/(?P<slug>[\\w-]+)');
		expect(found).toBeInstanceOf(name === 'second' ? second : api.collections[name]);
		expect(site.lines()).toEqual([`GET ${path}${path.endsWith('s') ? '?per_page=100' : ''}`]);
	});

	it('is found among routes with hostile patterns', async () => {
		site.answers = { 'GET users/3': ok({ id: 3 }) };
		const index = small();
		const hostile = ['([\\w-]+)*', '(a+)+$', '(.*)*', '('.repeat(25_000) + ')'.repeat(25_000)];
		const routes = hostile.map((body, i) => [`/(?P<x${i}>${body})/b`, route(ITEM)]);
		index.routes = { ...schema(Object.fromEntries(routes)).routes, ...index.routes };
		const api = open({ schema: index });
		const post = linking({ to: [at('users/3')], no: [at(`${'a'.repeat(500)}!`)] }, undefined, api);
		expect(await post.getLinked('to')).toBeInstanceOf(api.models.User);
		expect((await ending(post.getLinked('no'))).args[0].code).toBe('not_related');
	});

	it('is the class that a page has put in the registry', async () => {
		site.answers = { 'GET users/3': ok({ id: 3 }) };
		const api = open();
		api.models.User = api.models.User.extend({ mine: true });
		expect((await linking({ author: [at('users/3')] }, undefined, api).getLinked('author')).mine).toBe(true);
	});
});

describe('a class of the page with an address of its own is not asked for what a link leads to', () => {
	it.each(['Posts', 'Feed'])('a list that the page calls %s', async (name) => {
		site.answers = { 'GET posts': listed([{ id: 2 }]) };
		const api = open();
		const { Posts } = api.collections;
		if (name !== 'Posts') delete api.collections.Posts;
		api.collections[name] = Posts.extend({ url: '/feed' });
		const posts = await linking({ related: [at('posts?author=3')] }, undefined, api).getLinked('related');
		expect(posts.constructor).toBe(Posts);
		expect(site.lines()).toEqual(['GET posts?per_page=100&author=3']);
	});

	it.each([{ urlRoot: '/people' }, { url: '/people/me' }])('an item with %j', async (address) => {
		site.answers = { 'GET users/3': ok({ id: 3 }) };
		const api = open();
		const { User } = api.models;
		api.models.User = User.extend(address);
		const user = await linking({ author: [at('users/3')] }, undefined, api).getLinked('author');
		expect(user.constructor).toBe(User);
		expect(site.lines()).toEqual(['GET users/3']);
	});

	it('an item in another namespace', async () => {
		site.answers = { 'GET /wp-json/shop/v3/orders/4': ok({ id: 4 }), 'GET shop/v3/orders/4': ok({ id: 4 }) };
		const api = open();
		const index = schema({ '/orders': route(LIST), [`/orders/${ID}`]: route(ITEM) }, 'shop/v3');
		await api.init({ versionString: 'shop/v3', schema: index });
		const { Order } = api.models;
		api.models.Order = Order.extend({ urlRoot: '/mine' });
		const _links = { order: [{ href: `${ROOT}shop/v3/orders/4` }] };
		expect((await linking(_links, undefined, api).getLinked('order')).constructor).toBe(Order);
	});

	it('but one that is the class’s own, changed in place, is', async () => {
		site.answers = { 'GET posts': listed([{ id: 2 }]) };
		const api = open();
		const { url } = api.collections.Posts.prototype;
		api.collections.Posts.prototype.url = function () {
			return `${url.call(this)}?lang=de`;
		};
		await linking({ related: [at('posts')] }, undefined, api).getLinked('related');
		expect(site.lines()).toEqual(['GET posts?lang=de&per_page=100']);
	});
});

describe('what is embedded', () => {
	it('needs no request: one item', () => {
		const post = linking({ author: [at('users/3')] }, { author: [{ id: 3, name: 'Ann' }] });
		let user: any;
		post.getLinked('author').done((found: unknown) => (user = found));
		expect([user.id, user.get('name'), user.hasUnsavedChanges()]).toEqual([3, 'Ann', false]);
		expect(site.asked).toEqual([]);
	});

	it('needs no request: a list', async () => {
		const post = linking({ replies: [at('comments?post=1')] }, { replies: [[{ id: 2 }, { id: 3 }]] });
		const comments = await post.getLinked('replies');
		expect(comments.pluck('id')).toEqual([2, 3]);
		expect(comments.at(0).url()).toBe(`${ROOT}wp/v2/comments/2`);
		expect(site.asked).toEqual([]);
	});

	it('is told apart from what is not, link by link', async () => {
		site.answers = { 'GET users/4': ok({ id: 4, name: 'Loaded' }) };
		const post = linking(
			{ author: [at('users/3'), at('users/4')] },
			{
				author: [
					{ id: 3, name: 'Embedded' },
					{ code: 'rest_user_invalid_id', message: 'No.' },
				],
			},
		);
		const users = await post.getLinked('author');
		expect(users.map((user: any) => user.get('name'))).toEqual(['Embedded', 'Loaded']);
		expect(site.lines()).toEqual(['GET users/4']);
	});

	it.each<[string, unknown]>([
		['an error', { code: 'rest_forbidden', message: 'No.' }],
		['empty: it may not be embeddable', []],
		[
			'as many as WordPress embeds: there may be more',
			Array.from({ length: 100 }, (_none, i) => ({ id: i + 1 })),
		],
	])('is loaded where it is %s', async (_what, embedded) => {
		site.answers = { 'GET comments': listed([{ id: 2 }]) };
		const post = linking({ replies: [at('comments?post=1')] }, { replies: [embedded] });
		expect((await post.getLinked('replies')).pluck('id')).toEqual([2]);
		expect(site.lines()).toEqual(['GET comments?per_page=100&post=1']);
	});
});

describe('a link is only ever read', () => {
	it.each([
		'_method=POST&title=Written',
		'_method[]=DELETE',
		'_method[0]=DELETE',
		'.method=POST',
		'%20_method=POST',
		'+_method=POST',
		'%5Fmethod=DELETE',
		'_method%00x=POST',
		'_envelope=1',
		'_jsonp=alert',
		'_wpnonce=wrong',
		'rest_route=/wp/v2/users/1',
		'rest.route=/wp/v2/users/1',
		'rest[route=/wp/v2/users/1',
		'rest%20route=/wp/v2/users/1',
	])('“%s” is not sent along', async (query) => {
		site.answers = { 'GET posts': listed([{ id: 2 }]) };
		const posts = await linking({ to: [at(`posts?author=3&${query}&_embed=1&_fields=id`)] }).getLinked('to');
		expect(posts.pluck('id')).toEqual([2]);
		const [asked] = site.asked;
		expect([...asked!.query.keys()].filter((name) => name !== 'title').sort()).toEqual(
			['_embed', '_fields', 'author', 'per_page'].sort(),
		);
	});

	it('with plain permalinks, too', async () => {
		site.answers = { 'GET /index.php': listed([{ id: 2 }]) };
		const root = `${location.origin}/index.php?rest_route=/`;
		const api = open({ root });
		const href = `${location.origin}/index.php?rest_route=/wp/v2/posts&_method=POST&rest_route=/wp/v2/users`;
		await linking({ to: [{ href }] }, undefined, api).getLinked('to');
		expect(site.lines()).toEqual(['GET /index.php?rest_route=/wp/v2/posts&per_page=100']);
	});

	it.each([
		'constructor[]=1',
		'constructor=1',
		'__proto__[]=1',
		'toString[]=1&toString[]=2',
		'hasOwnProperty[]=1',
	])('“%s” settles like any other argument', async (query) => {
		site.answers = { 'GET posts': listed([{ id: 2 }]) };
		const { state, args } = await ending(linking({ to: [at(`posts?${query}`)] }).getLinked('to'));
		expect([state, site.asked.length]).toEqual(['resolved', 1]);
		expect(args[0].pluck('id')).toEqual([2]);
	});
});

describe('what cannot be followed rejects', () => {
	it.each(['nothing', 'constructor', 'map', ''])('an unknown relation: "%s"', async (relation) => {
		for (const links of [{ author: [at('users/3')] }, {}, [], undefined, null]) {
			const { state, args } = await ending(linking(links as never).getLinked(relation));
			expect([state, args[0].code]).toEqual(['rejected', 'not_related']);
		}
		expect(site.asked).toEqual([]);
	});

	it.each([
		'https://evil.test/wp-json/wp/v2/users/3',
		'//evil.test/wp-json/wp/v2/users/3',
		`${location.origin}/other/wp-json/wp/v2/users/3`,
		`${ROOT}../evil`,
		`${ROOT}wp/v2/nobody/3`,
		`${ROOT}wp/v2/users/ann`,
		`${ROOT}wp/v2/users/3/more`,
		'https://api.w.org/{rel}',
		'http://[broken',
		`${ROOT}wp/v2/users/%E0%A4%A`,
		'',
		undefined,
	])('a link to "%s", without a request', async (href) => {
		const { state, args } = await ending(linking({ author: [{ href }] }).getLinked('author'));
		expect([state, args[0].code]).toEqual(['rejected', 'not_related']);
		expect(site.asked).toEqual([]);
	});

	it.each<[string, string]>([
		['an item', 'users/3'],
		['a list', 'comments?post=1'],
		['what is fetched', 'types/book'],
	])('%s that is refused, with the reason', async (_what, path) => {
		for (const asked of ['users/3', 'comments', 'types/book'])
			site.answers[`GET ${asked}`] = fails(403, 'rest_forbidden');
		const { state, args } = await ending(linking({ to: [at(path)] }).getLinked('to'));
		expect([state, args[0].code]).toEqual(['rejected', 'rest_forbidden']);
	});

	it('several, where one of them is refused', async () => {
		site.answers = { 'GET users/3': ok({ id: 3 }), 'GET types/book': fails(403, 'rest_forbidden') };
		const post = linking({ to: [at('users/3'), at('types/book')] });
		expect((await ending(post.getLinked('to'))).args[0].code).toBe('rest_forbidden');
	});
});

describe('row 25: with plain permalinks', () => {
	const root = `${location.origin}/index.php?rest_route=/`;
	const plain = (href: string): any =>
		linking(
			{ to: [{ href: `${location.origin}/index.php?rest_route=${href}` }] },
			undefined,
			open({ root, schema: small() }),
		);

	it.each<[string, string, string]>([
		['an item', '/wp/v2/users/3', '/wp/v2/users/3'],
		['an item, as PHP encodes it', '%2Fwp%2Fv2%2Fusers%2F3', '/wp/v2/users/3'],
	])('row 25: %s', async (_what, href, path) => {
		site.answers = { 'GET /index.php': ok({ id: 3 }) };
		expect((await plain(href).getLinked('to')).id).toBe(3);
		expect(site.asked.map(({ query }) => query.get('rest_route'))).toEqual([path]);
	});

	it.each<[string, string]>([
		['a list', '/wp/v2/comments&post=1'],
		['a list, as `add_query_arg()` writes it', '%2Fwp%2Fv2%2Fcomments&post=1'],
	])('row 25: %s', async (_what, href) => {
		site.answers = { 'GET /index.php': listed([{ id: 2 }]) };
		expect((await plain(href).getLinked('to')).pluck('id')).toEqual([2]);
		const { query } = site.asked[0]!;
		expect([query.get('rest_route'), query.get('post')]).toEqual(['/wp/v2/comments', '1']);
	});
});

describe('a link that has another form of permalinks than the root is followed below the root', () => {
	const api = { headers: { Authorization: 'Basic c2VjcmV0' }, schema: small() };
	const plain = `${location.origin}/index.php?rest_route=/`;

	it('pretty links below a plain root', async () => {
		site.answers = { 'GET /index.php': [ok({ id: 3 }), listed([{ id: 2 }])] };
		const post = linking(
			{ author: [at('users/3')], replies: [at('comments?post=1')] },
			undefined,
			open({ ...api, root: plain }),
		);
		expect((await post.getLinked('author')).id).toBe(3);
		expect((await post.getLinked('replies')).pluck('id')).toEqual([2]);
		const asked = site.asked.map(({ query }) => [query.get('rest_route'), query.get('post')]);
		expect(asked).toEqual([
			['/wp/v2/users/3', null],
			['/wp/v2/comments', '1'],
		]);
	});

	it('plain links below a pretty root', async () => {
		site.answers = { 'GET users/3': ok({ id: 3 }), 'GET comments': listed([{ id: 2 }]) };
		const post = linking(
			{
				author: [{ href: `${plain}wp/v2/users/3` }],
				replies: [{ href: `${plain.slice(0, -1)}%2Fwp%2Fv2%2Fcomments&post=1` }],
			},
			undefined,
			open(api),
		);
		expect((await post.getLinked('author')).id).toBe(3);
		expect((await post.getLinked('replies')).pluck('id')).toEqual([2]);
		expect(site.lines()).toEqual(['GET users/3', 'GET comments?per_page=100&post=1']);
	});

	it.each([
		`${location.origin}/other/wp-json/wp/v2/users/3`,
		'https://evil.test/wp-json/wp/v2/users/3',
		'https://evil.test/index.php?rest_route=/wp/v2/users/3',
	])('but not one to another site: %s', async (href) => {
		const post = linking({ author: [{ href }] }, undefined, open({ ...api, root: plain }));
		expect((await ending(post.getLinked('author'))).args[0].code).toBe('not_related');
		expect(site.asked).toEqual([]);
	});

	it('and no request in the other form is told the secrets of the root', async () => {
		site.answers = { 'GET /index.php': ok({ id: 1 }) };
		const { Post } = open(api).models;
		await new Post({ id: 1 }).fetch({ url: `${plain}wp/v2/posts/1` });
		const [{ headers }] = site.asked as [(typeof site.asked)[0]];
		expect([headers.get('authorization'), headers.get('x-wp-nonce')]).toEqual([null, null]);
	});
});
