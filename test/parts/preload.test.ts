/** What a page has printed, and reads, come in; which of them are answered without a request goes out. */
import { describe, expect, it } from 'vitest';
import { batch, connect, preload, type SettingsInput } from '../../src/index.ts';
import { small } from '../support/fake-schema.ts';
import { fakeSite, listed, ok, ROOT } from '../support/fake-site.ts';
import { ending } from '../support/open.ts';
import { watch } from '../support/watch.ts';

const site = fakeSite();
const open = (answers: unknown, settings: SettingsInput = {}): any =>
	connect(
		{ root: ROOT, nonce: 'N1', schema: small(), cacheSchema: false, preload: answers as never, ...settings },
		[preload],
	);
const printed = (body: unknown, headers: unknown = {}): object => ({ body, headers });
const ONE = { '/wp/v2/posts/1': printed({ id: 1, slug: 'printed' }) };
const fetched = async (api: any, options: object = {}): Promise<string> => {
	const post = new api.models.Post({ id: 1 });
	await post.fetch(options);
	return post.get('slug');
};

describe('a read', () => {
	it('is answered once by what was printed, and then by the server', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1, slug: 'sent' }) };
		const api = open(ONE);
		expect(await fetched(api)).toBe('printed');
		expect(site.asked).toEqual([]);
		expect(await fetched(api)).toBe('sent');
		expect(site.lines()).toEqual(['GET posts/1']);
	});

	it('that comes second at the same time asks', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1, slug: 'sent' }) };
		const api = open(ONE);
		expect(await Promise.all([fetched(api), fetched(api)])).toEqual(['printed', 'sent']);
	});

	it('is answered in a later turn, with events, callbacks and a jqXHR as ever', async () => {
		const api = open({ '/wp/v2/posts/1': printed({ id: 1, slug: 'printed' }, { 'X-Own': 'yes' }) });
		const post = new api.models.Post({ id: 1 });
		const { seen, options } = watch(post);
		const xhr = post.fetch(options);
		expect([xhr.state(), seen, post.get('slug')]).toEqual(['pending', ['request'], undefined]);
		const { args } = await ending(xhr);
		await site.idle();
		expect(seen).toEqual(['request', 'success/3', 'sync', 'complete/2']);
		expect(args).toEqual([{ id: 1, slug: 'printed' }, 'success', xhr]);
		expect(xhr.getAllResponseHeaders()).toBe('x-own: yes\r\n');
		expect([xhr.status, xhr.responseJSON.slug, xhr.getResponseHeader('x-own')]).toEqual([
			200,
			'printed',
			'yes',
		]);
	});

	it('that is aborted before is not answered', async () => {
		const post = new (open(ONE).models.Post)({ id: 1 });
		const { seen, options } = watch(post);
		post.fetch(options).abort();
		await site.idle();
		expect([seen, post.get('slug'), site.asked]).toEqual([
			['request', 'error/3', 'error', 'complete/2'],
			undefined,
			[],
		]);
	});

	it('of a list has its pages from the headers', async () => {
		site.answers = { 'GET posts': listed([{ id: 3 }], 3, 2) };
		const api = open({
			'/wp/v2/posts?per_page=2': printed([{ id: 1 }, { id: 2 }], { 'X-WP-Total': 3, 'X-WP-TotalPages': '2' }),
		});
		const posts = new api.collections.Posts();
		await posts.fetch({ data: { per_page: 2 } });
		expect(posts.pluck('id')).toEqual([1, 2]);
		expect(posts.state).toMatchObject({ currentPage: 1, totalPages: 2, totalObjects: 3 });
		expect(posts.hasMore()).toBe(true);
		await posts.more();
		expect(site.lines()).toEqual(['GET posts?per_page=2&page=2']);
	});

	it.each([[[]], [undefined], [null]])('of a list with the headers %j has unknown pages', async (headers) => {
		const posts = new (open({ '/wp/v2/posts': { body: [{ id: 1 }], headers } }).collections.Posts)();
		await posts.fetch();
		expect([posts.length, posts.hasMore()]).toEqual([1, null]);
	});

	it('of the schema is answered, too', async () => {
		const api: any = connect({ root: ROOT, cacheSchema: false, preload: { '/wp/v2': { body: small() } } }, [
			preload,
		]);
		await api.loadPromise;
		expect(api.models.Books).toBeDefined();
		expect(site.asked).toEqual([]);
	});

	it('of an item by its slug is answered by a list', async () => {
		const post = new (open({ '/wp/v2/posts?slug=a': printed([{ id: 7, slug: 'a' }]) }).models.Post)({
			slug: 'a',
		});
		await post.fetch();
		expect([post.id, site.asked]).toEqual([7, []]);
	});

	it('of settings, which have no id, is answered', async () => {
		const settings = new (open({ '/wp/v2/settings': printed({ title: 'T' }) }).models.Settings)();
		await settings.fetch();
		expect([settings.get('title'), site.asked]).toEqual(['T', []]);
	});

	it('is given what was printed as it is, markup included', async () => {
		const body = { id: 1, slug: 'a', content: '<b>&amp;amp; "x"</b>' };
		const post = new (open({ '/wp/v2/posts/1': printed(body) }).models.Post)({ id: 1 });
		await post.fetch();
		expect(post.get('content')).toBe('<b>&amp;amp; "x"</b>');
	});
});

describe('the address', () => {
	it.each<[printed: string, data: unknown]>([
		['/wp/v2/posts?per_page=5&context=edit', { context: 'edit', per_page: 5 }],
		['/wp/v2/posts?context=edit&per_page=5', 'per_page=5&context=edit'],
		['/wp/v2/posts?search=a%20b', { search: 'a b' }],
		['/wp/v2/posts?search=a+b', { search: 'a b' }],
		['/wp/v2/posts?search=%C3%A4', { search: 'ä' }],
		['/wp/v2/posts?search=ä', { search: 'ä' }],
		['/wp/v2/posts?include%5B%5D=1&include%5B%5D=2', { include: [1, 2] }],
		['/wp/v2/posts?include[]=1&include[]=2', { include: [1, 2] }],
		['/wp/v2/posts?include[]=1&include[]=2', 'include[]=1&include[]=2'],
		['/wp/v2/posts?_fields=id,slug', { _fields: 'id,slug' }],
		['/wp/v2/posts?_fields=id%2Cslug', { _fields: 'id,slug' }],
		['/wp/v2/posts?_embed', { _embed: '' }],
		['/wp/v2/posts?', {}],
		['/wp/v2/posts/', undefined],
		['wp/v2/posts', undefined],
	])('%s is that of a list with %j', async (path, data) => {
		for (const root of [
			ROOT,
			`${location.origin}/?rest_route=/`,
			`${location.origin}/blog/index.php?rest_route=/`,
		]) {
			const posts = new (open({ [path]: printed([{ id: 1 }]) }, { root }).collections.Posts)();
			await posts.fetch({ data });
			expect([posts.length, site.asked]).toEqual([1, []]);
		}
	});

	it.each<[printed: string, data: unknown]>([
		['/wp/v2/posts', { page: 2 }],
		['/wp/v2/posts?page=2', undefined],
		['/wp/v2/posts?page=2', { page: 3 }],
		['/wp/v2/posts?include[]=1&include[]=2', { include: [2, 1] }],
		['/wp/v2/post', undefined],
		['/wp/v2/posts/1', undefined],
		['/wp/v2', undefined],
		['', undefined],
		['OPTIONS', undefined],
	])('%s is not that of a list with %j', async (path, data) => {
		site.answers = { 'GET posts': listed([]) };
		await new (open({ [path]: printed([{ id: 1 }]) }).collections.Posts)().fetch({ data });
		expect(site.asked).toHaveLength(1);
	});

	it('may hold what a template’s id is made of', async () => {
		const post = new (open({ '/wp/v2/types/a-b': printed({ slug: 'a-b', name: 'N' }) }).models.Type)({
			slug: 'a-b',
		});
		await post.fetch();
		expect([post.get('name'), site.asked]).toEqual(['N', []]);
	});
});

describe('is not answered:', () => {
	it.each<[string, (api: any) => any, string]>([
		['a change', ({ models }) => new models.Post({ id: 2 }).save({ title: 'x' }), 'PUT posts/2'],
		['a deletion', ({ models }) => new models.Post({ id: 2 }).destroy(), 'DELETE posts/2'],
		['a read of another item', ({ models }) => new models.Post({ id: 2 }).fetch(), 'GET posts/2'],
		['a read of another type', ({ models }) => new models.Page({ id: 1 }).fetch(), 'GET pages/1'],
		[
			'a read elsewhere',
			({ models }) => new models.Post({ id: 1 }).fetch({ url: 'http://evil.test/wp-json/wp/v2/posts/1' }),
			'GET posts/1',
		],
		[
			'what only looks by HEAD',
			({ models }) => new models.Post({ id: 1 }).fetch({ type: 'HEAD' }),
			'HEAD posts/1',
		],
	])('%s', async (_what, ask, line) => {
		site.answers = { [line]: ok({ id: 1 }) };
		const api = open(ONE);
		await ending(ask(api));
		expect(site.lines()).toEqual([line]);
		expect(await fetched(api)).toBe('printed');
	});

	it('a new item, by the list of its like', async () => {
		site.answers = { 'POST posts': ok({ id: 9 }) };
		await new (open({ '/wp/v2/posts': printed([{ id: 1 }]) }).models.Post)().save({ title: 'x' });
		expect(site.lines()).toEqual(['POST posts']);
	});

	it('another root, without answers of its own', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1, slug: 'other' }) };
		const api = open(ONE);
		const endpoint = await api.init({ apiRoot: 'https://other.test/wp-json/', schema: small() });
		expect(await fetched({ models: endpoint.get('models') })).toBe('other');
		expect(await fetched(api)).toBe('printed');
	});

	it.each([undefined, null, {}, { '/wp/v2/posts/1': null }, { '/wp/v2/posts/1': undefined }])(
		'where %j is printed',
		async (answers) => {
			site.answers = { 'GET posts/1': ok({ id: 1, slug: 'sent' }) };
			expect(await fetched(open(answers))).toBe('sent');
		},
	);

	it('without the part', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1, slug: 'sent' }) };
		const api = connect({ root: ROOT, schema: small(), preload: ONE as never });
		expect(await fetched(api)).toBe('sent');
	});
});

describe('what is printed is forgotten after a write', () => {
	const PRINTED = {
		'/wp/v2/posts/1': printed({ id: 1, slug: 'printed' }),
		'/wp/v2/posts?per_page=5': printed([{ id: 1, slug: 'printed' }]),
		'/wp/v2/posts/1/revisions': printed([{ id: 8, slug: 'printed' }]),
		'/wp/v2/posts/10': printed({ id: 10, slug: 'printed' }),
		'/wp/v2/pages/1': printed({ id: 1, slug: 'printed' }),
		'/wp/v2/users/me': printed({ id: 3, slug: 'printed' }),
	};
	/** Which paths are answered by what was printed. */
	const left = async (api: any): Promise<string[]> => {
		const { models, collections } = api;
		const posts = new collections.Posts();
		const revisions = new collections.PostRevisions(null, { parent: 1 });
		const subjects: Record<string, [any, object?]> = {
			item: [new models.Post({ id: 1 })],
			list: [posts, { data: { per_page: 5 } }],
			below: [revisions],
			other: [new models.Post({ id: 10 })],
			page: [new models.Page({ id: 1 })],
			me: [new models.UsersMe()],
		};
		const found: string[] = [];
		for (const [name, [subject, options]] of Object.entries(subjects)) {
			await ending(subject.fetch(options));
			if (JSON.stringify(subject).includes('printed')) found.push(name);
		}
		return found;
	};
	const item = ({ models }: any): any => new models.Post({ id: 1, title: 'x' });

	it.each<[string, (api: any) => any, string[]]>([
		['nothing', () => undefined, ['item', 'list', 'below', 'other', 'page', 'me']],
		[
			'a read',
			({ models }) => new models.Post({ id: 5 }).fetch(),
			['item', 'list', 'below', 'other', 'page', 'me'],
		],
		['a save', (api) => item(api).save(), ['other', 'page', 'me']],
		['a patch', (api) => item(api).save({ title: 'y' }, { patch: true }), ['other', 'page', 'me']],
		['a deletion', (api) => item(api).destroy(), ['other', 'page', 'me']],
		['a create in its list', ({ models }) => new models.Post({ title: 'x' }).save(), ['page', 'me']],
		['a POST by fetch()', (api) => item(api).fetch({ type: 'POST' }), ['other', 'page', 'me']],
		['a POST by `method`', (api) => item(api).fetch({ method: 'post' }), ['other', 'page', 'me']],
		[
			'a write below',
			({ models }) => new models.PostRevision({ id: 8, parent: 1 }).destroy(),
			['other', 'page', 'me'],
		],
		[
			'a write to the one who reads',
			({ models }) => new models.User({ id: 3 }).save({ name: 'x' }),
			['item', 'list', 'below', 'other', 'page'],
		],
	])('of %s: what is left', async (_what, write, expected) => {
		for (const verb of ['PUT', 'PATCH', 'DELETE', 'POST'])
			for (const path of ['posts/1', 'users/3', 'posts', 'posts/1/revisions/8'])
				site.answers[`${verb} ${path}`] = ok({ id: 1, slug: 'saved' });
		const api = open(PRINTED);
		await ending(write(api) ?? api.loadPromise);
		expect(await left(api)).toEqual(expected);
	});

	it('also of one that fails, as nobody knows what it did', async () => {
		site.answers = { 'PUT posts/1': { broken: true }, 'GET posts/1': ok({ id: 1, slug: 'sent' }) };
		const api = open(ONE);
		await ending(new api.models.Post({ id: 1 }).save({ title: 'x' }));
		expect(await fetched(api)).toBe('sent');
	});

	it('as soon as the write is sent', async () => {
		site.answers = { 'PUT posts/1': ok({ id: 1 }), 'GET posts/1': ok({ id: 1, slug: 'sent' }) };
		const api = open(ONE);
		const saving = new api.models.Post({ id: 1 }).save({ title: 'x' });
		expect(await fetched(api)).toBe('sent');
		await saving;
	});

	it('also of one in a batch', async () => {
		const schema = small();
		for (const { endpoints } of Object.values(schema.routes))
			for (const endpoint of endpoints) Object.assign(endpoint, { allow_batch: { v1: true } });
		const api: any = connect({ root: ROOT, schema, cacheSchema: false, preload: ONE as never }, [
			batch,
			preload,
		]);
		site.answers = {
			'POST batch/v1': ok({ responses: [1, 2].map((id) => ({ status: 200, body: { id } })) }),
			'GET posts/1': ok({ id: 1, slug: 'sent' }),
		};
		await api.batch(() => [1, 2].forEach((id) => new api.models.Post({ id }).save({ title: 'x' })));
		expect(await fetched(api)).toBe('sent');
	});
});

describe('several', () => {
	it('APIs have answers each', async () => {
		expect([await fetched(open(ONE)), await fetched(open(ONE))]).toEqual(['printed', 'printed']);
	});

	it('roots of an API have answers each, by the same paths', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1, slug: 'sent' }) };
		const api = open(ONE);
		const other = await api.init({
			apiRoot: 'https://other.test/wp-json/',
			schema: small(),
			preload: { '/wp/v2/posts/1': { body: { id: 1, slug: 'other' } } },
		});
		expect(await fetched(api)).toBe('printed');
		expect(await fetched({ models: other.get('models') })).toBe('other');
	});

	it('answers to one address, written otherwise, are given one after the other', async () => {
		const api = open({
			'/wp/v2/posts?a=1&b=2': printed([{ id: 1 }]),
			'/wp/v2/posts?b=2&a=1': printed([{ id: 2 }]),
		});
		const ids: number[] = [];
		for (let i = 0; i < 2; i++) {
			const posts = new api.collections.Posts();
			await posts.fetch({ data: { a: 1, b: 2 } });
			ids.push(posts.at(0).id);
		}
		expect([ids, site.asked]).toEqual([[1, 2], []]);
	});
});

it('a later change of what was answered does not change what was printed', async () => {
	const answers = { '/wp/v2/posts/1': { body: { id: 1, slug: 'printed', meta: { a: 1 } }, headers: {} } };
	const post = new (open(answers).models.Post)({ id: 1 });
	await post.fetch();
	post.set('slug', 'mine');
	expect(answers['/wp/v2/posts/1'].body.slug).toBe('printed');
});
