/** Settings of one site or of several come in; an Api goes out whose promise settles, and which keeps its sites apart. */
import { describe, expect, it } from 'vitest';
import { connect } from '../src/index.ts';
import { ID, ITEM, LIST, route, schema, small } from './support/fake-schema.ts';
import { fails, fakeSite, ok, ROOT } from './support/fake-site.ts';
import { ending, KEY, load, open } from './support/open.ts';

const site = fakeSite();
const OTHER = `${location.origin}/other/wp-json/`;
const plugin = (): any =>
	schema(
		{
			'/posts': route(LIST, { writes: ['a'] }),
			[`/posts/${ID}`]: route(ITEM, { writes: ['a'] }),
			'/reports': route('GET'),
			'/settings': route('GET'),
		},
		'shop/v3',
	);

describe('connect()', () => {
	it('is ready at once with a schema', () => {
		const api = open();
		expect(api.loadPromise.state()).toBe('resolved');
		let endpoint: any;
		api.loadPromise.done((found: unknown) => (endpoint = found));
		expect(endpoint).toBe(api.endpoints.at(0));
		expect(endpoint.attributes).toMatchObject({ apiRoot: ROOT, versionString: 'wp/v2/' });
	});

	it('has the parts of wp.api', () => {
		const { Post } = open().models;
		const api = open();
		expect(Post.prototype).not.toBe(api.models.Post.prototype);
		expect(new api.models.Post()).toBeInstanceOf(api.WPApiBaseModel);
		expect(new api.collections.Posts()).toBeInstanceOf(api.WPApiBaseCollection);
		expect(api.versionString).toBe('wp/v2/');
	});

	it('finds the root in the head of the page, and adds what slashes are missing', async () => {
		site.answers = { 'GET /blog/wp-json/wp/v2': ok(small()) };
		document.head.innerHTML = `<link rel="https://api.w.org/" href="${location.origin}/blog/wp-json">`;
		const api: any = connect({ cacheSchema: false });
		await api.loadPromise;
		expect(new api.collections.Posts().url()).toBe(`${location.origin}/blog/wp-json/wp/v2/posts`);
		document.head.innerHTML = '';
	});
});

it("a page's mapping adds, and takes no name away", () => {
	const mapping = { models: { Posts: 'Article' }, collections: { Posts: 'Articles' } };
	const { models, collections } = open({ mapping });
	expect([models.Post, collections.Posts]).toEqual([models.Article, collections.Articles]);
	expect(models.Article.prototype).toMatchObject({ name: 'Article', route: { shape: '/wp/v2/posts/{}' } });
	const Mine = (models.Post = models.Post.extend());
	expect(new collections.Articles([{ id: 1 }]).at(0)).toBeInstanceOf(Mine);
});

describe('init()', () => {
	const failing = async (): Promise<any> => {
		site.answers = { 'GET wp/v2': fails(500, 'oh') };
		const api = open({ schema: null });
		expect((await ending(api.loadPromise)).args[0].code).toBe('oh');
		return api;
	};

	it('row 2: asks again after a failure', async () => {
		const api = await failing();
		site.answers = { 'GET wp/v2': ok(small()) };
		const again = api.init();
		expect((await ending(again)).state).toBe('resolved');
		expect(api.models.Books).toBeDefined();
		expect(site.asked).toHaveLength(2);
	});

	it('row 2: fails again where it does, and may be called once more', async () => {
		const api = await failing();
		expect((await ending(api.init())).state).toBe('rejected');
		expect((await ending(api.init())).state).toBe('rejected');
		expect(site.asked).toHaveLength(3);
	});

	it('row 2: takes a schema after a failure, at once', async () => {
		const api = await failing();
		expect(api.init({ schema: small() }).state()).toBe('resolved');
		expect(api.models.Books).toBeDefined();
	});

	it('gives the same promise while it loads, and after', async () => {
		site.answers = { 'GET wp/v2': ok(small()) };
		const api = open({ schema: null });
		const [one, two] = [api.init(), api.init()].map(ending);
		await Promise.all([one, two]);
		await ending(api.init());
		expect(site.asked).toHaveLength(1);
		expect(api.endpoints).toHaveLength(1);
	});

	it('of an endpoint that has failed adds it to the list once it has loaded', async () => {
		const api = await failing();
		expect(api.endpoints).toHaveLength(0);
		await api.init({ schema: small() });
		await api.init();
		expect(api.endpoints).toHaveLength(1);
	});

	it('settles for a namespace that is not there', async () => {
		const { state, args } = await ending(open().init({ versionString: 'nobody/v1' }));
		expect([state, args[0].code]).toEqual(['rejected', 'rest_no_route']);
	});
});

describe('row 28: a second namespace', () => {
	it('row 28: leaves the first its classes, and has its own', async () => {
		const api = open();
		const { Post, Settings } = api.models;
		const endpoint = await api.init({ versionString: 'shop/v3', schema: plugin() });
		expect([api.models.Post, api.models.Settings]).toEqual([Post, Settings]);
		expect(new api.collections.Posts().url()).toBe(`${ROOT}wp/v2/posts`);
		expect(new (endpoint.get('collections').Posts)().url()).toBe(`${ROOT}shop/v3/posts`);
		expect(new api.collections.Reports().url()).toBe(`${ROOT}shop/v3/reports`);
	});

	it('row 28: its lists have its own items', async () => {
		const api = open();
		const endpoint = await api.init({ versionString: 'shop/v3', schema: plugin() });
		const list = new (endpoint.get('collections').Posts)([{ id: 1 }]);
		expect(list.at(0).url()).toBe(`${ROOT}shop/v3/posts/1`);
	});

	it('routes of both are found', async () => {
		const api = open();
		await api.init({ versionString: 'shop/v3', schema: plugin() });
		expect(new (api.getModelByRoute(`/shop/v3/posts/${ID}`))({ id: 1 }).url()).toBe(`${ROOT}shop/v3/posts/1`);
		expect(api.getModelByRoute(`/wp/v2/posts/${ID}`)).toBe(api.models.Post);
		expect(api.getCollectionByRoute('/shop/v3/reports')).toBe(api.collections.Reports);
		expect(api.getModelByRoute('/nobody/v1/x')).toBeUndefined();
	});

	it('has the nonce of the site', async () => {
		const api = open();
		await api.init({ versionString: 'shop/v3', schema: plugin() });
		site.answers = { 'GET shop/v3/reports': ok([]) };
		await new api.collections.Reports().fetch();
		expect(site.asked[0]!.headers.get('x-wp-nonce')).toBe('N1');
	});

	it('settles where its index is that of nobody', async () => {
		site.answers = { 'GET shop/v3': ok('<p>Hello') };
		expect((await ending(open().init({ versionString: 'shop/v3' }))).state).toBe('rejected');
	});
});

describe('row 29: several sites side by side', () => {
	it('row 29: as two Apis share nothing', async () => {
		const [one, other] = [open(), open({ root: OTHER, nonce: 'OTHER' })];
		site.answers = { 'GET posts/1': ok({ id: 1 }), 'GET /other/wp-json/wp/v2/posts/1': ok({ id: 1 }) };
		one.models.Post = one.models.Post.extend({ mine: true });
		expect(new other.models.Post().mine).toBeUndefined();
		await new one.models.Post({ id: 1 }).fetch();
		await new other.models.Post({ id: 1 }).fetch();
		expect(site.asked.map(({ headers }) => headers.get('x-wp-nonce'))).toEqual(['N1', 'OTHER']);
	});

	it('row 29: by init() the first keeps its classes, and relations stay at home', async () => {
		const api = open();
		const endpoint = await api.init({ apiRoot: OTHER, schema: small() });
		site.answers = { 'GET users/3': ok({ id: 3 }), 'GET /other/wp-json/wp/v2/users/3': ok({ id: 3 }) };
		await new api.models.Post({ author: 3 }).getAuthorUser();
		await new (endpoint.get('models').Post)({ author: 3 }).getAuthorUser();
		expect(site.asked.map(({ path }) => path)).toEqual(['users/3', '/other/wp-json/wp/v2/users/3']);
	});

	it('row 29: by init() several namespaces of the other find each other', async () => {
		const api = open();
		await api.init({ apiRoot: OTHER, schema: small() });
		const index = schema(
			{
				'/things': route(LIST, { writes: ['author'] }),
				[`/things/${ID}`]: route(ITEM, { writes: ['author'] }),
			},
			'a/v1',
		);
		const endpoint = await api.init({ apiRoot: OTHER, versionString: 'a/v1', schema: index });
		site.answers = { 'GET /other/wp-json/wp/v2/users/3': ok({ id: 3 }) };
		await new (endpoint.get('models').Things)({ id: 1, author: 3 }).getAuthorUser();
		expect(site.asked).toHaveLength(1);
	});

	it('row 30: the request for its schema has no nonce of ours', async () => {
		site.answers = { 'GET /other/wp-json/wp/v2': ok(small()) };
		const api = open();
		await api.init({ apiRoot: OTHER });
		expect(site.asked[0]!.headers.get('x-wp-nonce')).toBeNull();
	});
});

it('row 80: the root of a namespace has no class', () => {
	expect(small().routes).toHaveProperty(['/wp/v2']);
	const { models, collections } = open();
	const classes: any[] = [...Object.values(models), ...Object.values(collections)];
	const paths = classes.map(({ prototype }) => prototype.route?.index);
	expect(paths).toContain('/wp/v2/posts');
	expect(paths).not.toContain('/wp/v2');
});

describe('row 8: classes before the schema', () => {
	it('row 8: are the same ones after it, completed', async () => {
		site.answers = { 'GET wp/v2': ok(small()) };
		const api = open({ schema: null });
		const { Post } = api.models;
		const post = new Post({ id: 1, genres: [1] });
		await api.loadPromise;
		expect(api.models.Post).toBe(Post);
		expect(Post.prototype.endpoints[1].args.slug).toBeDefined();
		expect(post).toBeInstanceOf(api.models.Post);
	});

	it('row 8: are not made where the schema is at hand, which may lack them', () => {
		const { models, collections } = open({ schema: schema({ [`/books/${ID}`]: route(ITEM) }) });
		expect(Object.keys(models).sort()).toEqual(['Book', 'Books', 'Schema']);
		expect(collections).toEqual({});
	});

	it('row 3: the request for the schema carries the nonce', async () => {
		site.answers = { 'GET wp/v2': ok(small()) };
		await open({ schema: null }).loadPromise;
		expect(site.asked[0]!.headers.get('x-wp-nonce')).toBe('N1');
	});
});

describe('hostile routes', () => {
	const hostile = {
		'/__proto__': route(LIST),
		[`/__proto__/${ID}`]: route(ITEM),
		'/constructor': route(LIST),
		[`/hasOwnProperty/${ID}`]: route(ITEM, { writes: ['__proto__', 'constructor'] }),
		'/broken/(?P<id>[': route(ITEM),
		'/x/(?P<__proto__>\\d+)': route(ITEM),
		'/toString': route('GET'),
		'/': route('GET'),
		'': route('GET'),
	};

	it('throw at nothing, and reach no prototype', () => {
		const api = open({ schema: { ...small(), routes: { ...small().routes, ...schema(hostile).routes } } });
		expect(api.loadPromise.state()).toBe('resolved');
		for (const object of [Object.prototype, Function.prototype, Array.prototype])
			expect(Object.keys(object)).toEqual([]);
		expect(Object.getPrototypeOf(api.models)).toBe(Object.prototype);
		expect(Object.getPrototypeOf(api.collections)).toBe(Object.prototype);
		expect(new (api.getCollectionByRoute('/wp/v2/__proto__'))().url()).toBe(`${ROOT}wp/v2/__proto__`);
		expect(new (api.getModelByRoute(`/wp/v2/__proto__/${ID}`))({ id: 3 }).url()).toBe(
			`${ROOT}wp/v2/__proto__/3`,
		);
		expect(new api.models.Post({ id: 1 }).url()).toBe(`${ROOT}wp/v2/posts/1`);
	});
});

describe('getModelByType() and getCollectionByType()', () => {
	const bases = 'posts pages media blocks menu-items categories tags font-families books side-dishes';
	const index = schema(
		Object.fromEntries(
			bases.split(' ').flatMap((base) => [
				[`/${base}`, route(LIST)],
				[`/${base}/${ID}`, route(ITEM)],
			]),
		),
	);

	it.each([
		['post', 'posts'],
		['page', 'pages'],
		['attachment', 'media'],
		['category', 'categories'],
		['post_tag', 'tags'],
		['wp_block', 'blocks'],
		['nav_menu_item', 'menu-items'],
		['wp_font_family', 'font-families'],
		['book', 'books'],
		['side_dish', 'side-dishes'],
	])('of %s are those of /wp/v2/%s', (type, base) => {
		const api = open({ schema: index });
		expect(api.getModelByType(type)).toBe(api.getModelByRoute(`/wp/v2/${base}/${ID}`));
		expect(api.getModelByType(type)).toBeDefined();
		expect(api.getCollectionByType(type)).toBe(api.getCollectionByRoute(`/wp/v2/${base}`));
		expect(api.getCollectionByType(type)).toBeDefined();
	});

	it.each(['nothing', 'constructor', '__proto__', 'toString', '', '{}'])('of "%s" there are none', (type) => {
		const api = open({ schema: index });
		expect([api.getModelByType(type), api.getCollectionByType(type)]).toEqual([undefined, undefined]);
	});

	it('of a type whose base is its own name', () => {
		const api = open({ schema: schema({ '/book': route(LIST), [`/book/${ID}`]: route(ITEM) }) });
		expect(new (api.getModelByType('book'))({ id: 1 }).url()).toBe(`${ROOT}wp/v2/book/1`);
	});

	it('of a type in another namespace of the site, and of none of another site', async () => {
		const api = open({ schema: index });
		const shop = schema({ '/products': route(LIST), [`/products/${ID}`]: route(ITEM) }, 'shop/v3');
		await api.init({ apiRoot: OTHER, versionString: 'shop/v3', schema: shop });
		expect(api.getModelByType('product')).toBeUndefined();
		await api.init({ versionString: 'shop/v3', schema: shop });
		expect(new (api.getModelByType('product'))({ id: 1 }).url()).toBe(`${ROOT}shop/v3/products/1`);
		expect(new (api.getCollectionByType('product'))().url()).toBe(`${ROOT}shop/v3/products`);
	});

	it('is the class that a page has put in the registry', () => {
		const api = open();
		const Mine = (api.models.Book = api.models.Book.extend({ mine: true }));
		expect(api.getModelByType('book')).toBe(Mine);
	});

	it('of the well-known types are there before any schema', () => {
		site.answers = { 'GET wp/v2': ok(small()) };
		const api = load({ cacheSchema: false });
		expect(api.getModelByType('post_tag')).toBe(api.models.Tag);
		expect(api.getModelByType('book')).toBeUndefined();
		return ending(api.loadPromise);
	});

	it('can be asked for while another namespace loads, and after it has failed', async () => {
		site.answers = { 'GET /wp-json/shop/v3': fails(500, 'oh'), 'GET shop/v3': fails(500, 'oh') };
		const api = open();
		const loading = ending(api.init({ versionString: 'shop/v3' }));
		expect(api.getModelByType('nothing')).toBeUndefined();
		expect((await loading).state).toBe('rejected');
		expect(api.getCollectionByType('nothing')).toBeUndefined();
	});
});

describe('row 6: refresh()', () => {
	const later = (): any => {
		const index = small();
		index.routes['/wp/v2/songs'] = route(LIST, { writes: ['title'] });
		index.routes[`/wp/v2/songs/${ID}`] = route(ITEM, { writes: ['title', 'author'] });
		index.routes[`/wp/v2/books/${ID}`] = route(ITEM, { writes: ['title', 'author', 'parent'] });
		return index;
	};

	it('row 6: brings new classes, and completes those that are there', async () => {
		site.answers = { 'GET wp/v2': ok(later()) };
		const api = open();
		const { Book } = api.models;
		const book = new Book({ id: 1, parent: 2 });
		expect([api.models.Song, book.getParent]).toEqual([undefined, undefined]);
		const endpoint = await api.refresh();
		expect(endpoint).toBe(api.endpoints.at(0));
		expect(new api.models.Song({ id: 1 }).url()).toBe(`${ROOT}wp/v2/songs/1`);
		expect(api.getModelByType('song')).toBe(api.models.Song);
		expect(api.models.Book).toBe(Book);
		expect(book.getParent).toBeTypeOf('function');
		expect(site.lines()).toEqual(['GET wp/v2']);
	});

	it('row 6: leaves what a page has put in the registry', async () => {
		site.answers = { 'GET wp/v2': ok(later()) };
		const api = open();
		const Mine = (api.models.Book = api.models.Book.extend({ mine: true }));
		await api.refresh();
		expect([api.models.Book, api.getModelByType('book')]).toEqual([Mine, Mine]);
	});

	it('row 6: asks for the index of each namespace', async () => {
		site.answers = {
			'GET wp/v2': ok(small()),
			'GET shop/v3': ok(plugin()),
			'GET /wp-json/shop/v3': ok(plugin()),
		};
		const api = open();
		await api.init({ versionString: 'shop/v3', schema: plugin() });
		const endpoint = await api.refresh();
		expect(endpoint.get('versionString')).toBe('wp/v2/');
		expect(site.asked.map(({ path }) => path).sort()).toEqual(['shop/v3', 'wp/v2']);
	});

	it.each<[string, object, string]>([
		['is refused', fails(500, 'oh'), 'oh'],
		['is no index', ok({}), 'invalid_schema'],
		['breaks', { broken: true }, 'network_error'],
	])(
		'row 6: that %s rejects with a WPApiError, and leaves the classes as they are',
		async (_what, answer, code) => {
			site.answers = { 'GET wp/v2': answer };
			const api = open();
			const { Post } = api.models;
			const { state, args } = await ending(api.refresh());
			expect([state, args[0].name, args[0].code]).toEqual(['rejected', 'WPApiError', code]);
			expect(api.models.Post).toBe(Post);
			expect(api.loadPromise.state()).toBe('resolved');
		},
	);

	it('row 6: keeps the new index for the next page', async () => {
		sessionStorage.clear();
		site.answers = { 'GET wp/v2': ok(later()) };
		const api = open({ cacheSchema: true });
		await api.refresh();
		await site.idle();
		expect(sessionStorage.getItem(KEY)).toContain('\n/wp/v2/songs\t');
		expect(load().models.Song).toBeTypeOf('function');
		sessionStorage.clear();
	});
});
