/** Single items that are asked for in one turn come in; the requests that are made of them go out, and who gets which answer. */
import { describe, expect, it } from 'vitest';
import { ID, small } from '../support/fake-schema.ts';
import { fails, fakeSite, held, listed, ok, type Answer, type Asked } from '../support/fake-site.ts';
import { ending, load, open } from '../support/open.ts';

const site = fakeSite();
const upTo = (count: number, first = 1): number[] => Array.from({ length: count }, (_none, i) => i + first);
const included = ({ query }: Asked): number[] => String(query.get('include')).split(',').map(Number);
/** A list that has whatever it is asked for, less what is left out. */
const having =
	(leftOut: number[] = []) =>
	(asked: Asked): Answer =>
		listed(
			included(asked)
				.filter((id) => !leftOut.includes(id))
				.map((id) => ({ id, name: `Number ${id}` })),
		);
const postsBy = (api: any, authors: unknown[]): any[] =>
	authors.map((author, i) => new api.models.Post({ id: i + 1, author }));
const authorsOf = (posts: any[]): Promise<any[]> => Promise.all(posts.map((post) => post.getAuthorUser()));

describe('the reads of one turn', () => {
	it('100 posts with author, picture, categories and tags are 4 requests', async () => {
		for (const list of ['users', 'media', 'categories', 'tags']) site.answers[`GET ${list}`] = having();
		const { Post } = open().models;
		const posts = upTo(100).map(
			(id) =>
				new Post({
					id,
					author: 1 + (id % 7),
					featured_media: 1000 + id,
					categories: [1 + (id % 5), 50],
					tags: [1 + (id % 30), 60, 61],
				}),
		);
		const all = await Promise.all(
			posts.map((post) =>
				Promise.all([
					post.getAuthorUser(),
					post.getFeaturedMedia(),
					post.getCategories(),
					post.getTags(),
				] as any[]),
			),
		);
		expect(site.asked.map(({ path }) => path).sort()).toEqual(['categories', 'media', 'tags', 'users']);
		expect(site.asked.map(({ query }) => query.get('per_page'))).toEqual(['100', '100', '100', '100']);
		const ids = (terms: any[]): number[] => terms.map(({ id }) => id);
		for (const [i, [author, picture, categories, tags]] of all.entries()) {
			const post = posts[i];
			expect([author.id, picture.id]).toEqual([post.get('author'), post.get('featured_media')]);
			expect([ids(categories), ids(tags)]).toEqual([post.get('categories'), post.get('tags')]);
		}
	});

	it('are a hundred to a request, each id once', async () => {
		site.answers = { 'GET users': having() };
		const authors = [...upTo(250), ...upTo(250)];
		const users = await authorsOf(postsBy(open(), authors));
		expect(users.map(({ id }) => id)).toEqual(authors);
		expect(site.asked.map((asked) => included(asked).length)).toEqual([100, 100, 50]);
		expect(new Set(site.asked.flatMap(included)).size).toBe(250);
	});

	it.each([
		[100, [100]],
		[101, [100, 1]],
	])('%i make lots of %j', async (count, lots) => {
		site.answers = { 'GET users': having() };
		await authorsOf(postsBy(open(), upTo(count)));
		expect(site.asked.map((asked) => included(asked).length)).toEqual(lots);
	});

	it('one id alone is asked for by its own route, however many want it', async () => {
		site.answers = { 'GET users/3': ok({ id: 3, name: 'Ann' }) };
		const users = await authorsOf(postsBy(open(), [3, 3, '3']));
		expect(users.map((user) => user.get('name'))).toEqual(['Ann', 'Ann', 'Ann']);
		expect(site.lines()).toEqual(['GET users/3']);
	});

	it('ids as text and as numbers are the same', async () => {
		site.answers = { 'GET users': having() };
		const users = await authorsOf(postsBy(open(), ['3', 3, '4']));
		expect(users.map(({ id }) => id)).toEqual([3, 3, 4]);
		expect(site.asked.map(included)).toEqual([[3, 4]]);
	});

	it('of another turn are another request, where `relatedMaxAge` is 0', async () => {
		site.answers = { 'GET users/3': ok({ id: 3 }), 'GET users/4': ok({ id: 4 }) };
		const [one, other] = postsBy(open({ relatedMaxAge: 0 }), [3, 4]);
		await one.getAuthorUser();
		await other.getAuthorUser();
		await one.getAuthorUser();
		expect(site.lines()).toEqual(['GET users/3', 'GET users/4', 'GET users/3']);
	});

	it('go out before those of the turn before were answered', async () => {
		const slow = held();
		site.answers = { 'GET users/3': slow.answer, 'GET users/4': ok({ id: 4 }) };
		const [one, other] = postsBy(open(), [3, 4]);
		const first = one.getAuthorUser();
		await new Promise((resolve) => setTimeout(resolve));
		expect((await other.getAuthorUser()).id).toBe(4);
		slow.give(ok({ id: 3 }));
		expect((await first).id).toBe(3);
	});

	it('what follows on an answer is gathered, too', async () => {
		site.answers = { 'GET categories': having(), 'GET users': having() };
		const api = open();
		const posts = upTo(20).map((id) => new api.models.Post({ id, categories: [id], author: 100 + id }));
		await Promise.all(
			posts.map(async (post) => {
				await post.getCategories();
				await post.getAuthorUser();
			}),
		);
		expect(site.asked.map(({ path }) => path)).toEqual(['categories', 'users']);
	});

	it('what follows on jQuery’s `then()` is gathered, too', async () => {
		site.answers = { 'GET categories': having(), 'GET users': having() };
		const api = open();
		const posts = upTo(20).map((id) => new api.models.Post({ id, categories: [id], author: 100 + id }));
		await Promise.all(posts.map((post) => post.getCategories().then(() => post.getAuthorUser())));
		expect(site.asked.map(({ path }) => path)).toEqual(['categories', 'users']);
	});

	it('embedded ones need no request, the others do', async () => {
		site.answers = { 'GET users/4': ok({ id: 4, name: 'Loaded' }) };
		const { Post } = open().models;
		const _embedded = { author: [{ id: 3, name: 'Embedded' }] };
		const users = await authorsOf([new Post({ author: 3, _embedded }), new Post({ author: 4 })]);
		expect(users.map((user) => user.get('name'))).toEqual(['Embedded', 'Loaded']);
		expect(site.lines()).toEqual(['GET users/4']);
	});
});

describe('each caller has a model of its own', () => {
	const twoOf = async (): Promise<any[]> => {
		site.answers = { 'GET users/3': ok({ id: 3, name: 'Ann', meta: { a: 1 } }) };
		return authorsOf(postsBy(open(), [3, 3]));
	};

	it('of its class, that can be saved by itself', async () => {
		const [one, other] = await twoOf();
		expect(one).not.toBe(other);
		one.set('name', 'Bob');
		expect([other.get('name'), one.hasUnsavedChanges(), other.hasUnsavedChanges()]).toEqual([
			'Ann',
			true,
			false,
		]);
	});

	it('and nothing inside of it is anybody else’s', async () => {
		const [one, other] = await twoOf();
		one.get('meta').a = 2;
		expect(other.get('meta')).toEqual({ a: 1 });
	});
});

describe('what the server does not give', () => {
	it('an id that the list came without is asked for by its own route, and rejects for that caller alone', async () => {
		site.answers = { 'GET users': having([4]), 'GET users/4': fails(404, 'rest_user_invalid_id') };
		const ends = await Promise.all(postsBy(open(), [3, 4, 5, 4]).map((post) => ending(post.getAuthorUser())));
		expect(ends.map(({ state }) => state)).toEqual(['resolved', 'rejected', 'resolved', 'rejected']);
		expect(ends[1]!.args[0]).toMatchObject({
			name: 'WPApiError',
			code: 'rest_user_invalid_id',
			status: 404,
		});
		expect(site.lines().slice(1)).toEqual(['GET users/4']);
	});

	it('a draft parent that the list leaves out is found by its own route', async () => {
		site.answers = {
			'GET pages': having([11, 12]),
			'GET pages/11': ok({ id: 11, status: 'draft' }),
			'GET pages/12': fails(403, 'rest_forbidden'),
		};
		const { Page } = open().models;
		const pages = [10, 11, 12].map((parent) => new Page({ id: parent + 10, parent }));
		const ends = await Promise.all(pages.map((page) => ending(page.getParent())));
		expect(ends[0]!.args[0].id).toBe(10);
		expect(ends[1]!.args[0].get('status')).toBe('draft');
		expect([ends[2]!.state, ends[2]!.args[0].code]).toEqual(['rejected', 'rest_forbidden']);
		expect(site.lines().slice(1)).toEqual(['GET pages/11', 'GET pages/12']);
	});

	it('one private picture among several is found by its own route', async () => {
		site.answers = { 'GET media': having([6]), 'GET media/6': ok({ id: 6, status: 'private' }) };
		const { Post } = open().models;
		const posts = [5, 6, 7].map((id) => new Post({ id, featured_media: id }));
		const pictures = await Promise.all(posts.map((post) => post.getFeaturedMedia()));
		expect(pictures.map(({ id }) => id)).toEqual([5, 6, 7]);
		expect(site.lines()).toEqual(['GET media?include=5,6,7&per_page=100', 'GET media/6']);
	});

	it('an author who has published nothing is found by their own route', async () => {
		site.answers = { 'GET users': having([4]), 'GET users/4': ok({ id: 4, name: 'Nobody yet' }) };
		const users = await authorsOf(postsBy(open(), [3, 4]));
		expect(users.map((user) => user.get('name'))).toEqual(['Number 3', 'Nobody yet']);
	});

	it('is found before the schema has arrived, too: an author, a picture, a draft parent', async () => {
		const index = held();
		const hidden = (path: string): Record<string, any> => ({
			[`GET ${path}`]: having([12]),
			[`GET ${path}/12`]: ok({ id: 12, slug: 'hidden' }),
		});
		site.answers = { 'GET wp/v2': index.answer, ...hidden('users'), ...hidden('media'), ...hidden('pages') };
		const api = load({ cacheSchema: false });
		const pages = [11, 12].map(
			(id) => new api.models.Page({ id: id + 10, author: id, featured_media: id, parent: id }),
		);
		const found = await Promise.all(
			pages.flatMap((page) => [page.getAuthorUser(), page.getFeaturedMedia(), page.getParent()]),
		);
		expect(found.map(({ id }) => id)).toEqual([11, 11, 11, 12, 12, 12]);
		index.give(ok(small()));
		await api.loadPromise;
	});

	it.each<[string, Answer, string]>([
		['is refused', fails(403, 'rest_forbidden'), 'rest_forbidden'],
		['breaks', { broken: true }, 'network_error'],
		['is not JSON', ok('<b>Notice</b>'), 'invalid_json'],
	])('a list that %s rejects everyone, with the reason', async (_what, answer, code) => {
		site.answers = { 'GET users': answer };
		const ends = await Promise.all(postsBy(open(), [3, 4]).map((post) => ending(post.getAuthorUser())));
		expect(ends.map(({ state, args }) => [state, args[0].code])).toEqual([
			['rejected', code],
			['rejected', code],
		]);
	});

	it('a lot that fails fails for its own ids only', async () => {
		site.answers = {
			'GET users': (asked) => (included(asked).includes(150) ? fails(500, 'oh') : having()(asked)),
		};
		const ends = await Promise.all(postsBy(open(), upTo(200)).map((post) => ending(post.getAuthorUser())));
		const rejectedOnes = upTo(200).filter((id) => ends[id - 1]!.state === 'rejected');
		expect(rejectedOnes).toEqual(upTo(100, 101));
	});

	it('may be asked for again', async () => {
		site.answers = { 'GET users': [fails(500, 'oh'), listed([{ id: 3 }, { id: 4 }])] };
		const posts = postsBy(open(), [3, 4]);
		await Promise.all(posts.map((post) => ending(post.getAuthorUser())));
		expect((await authorsOf(posts)).map(({ id }) => id)).toEqual([3, 4]);
	});

	it.each<[string, unknown]>([
		['null', null],
		['PHP’s odd object', { 0: { id: 3 }, 2: { id: 4 } }],
		['a list with holes', [null, { id: 3 }, false]],
		['one number', 5],
	])('an odd list, %s, leaves nobody waiting', async (_what, body) => {
		site.answers = { 'GET users': ok(body) };
		const ends: string[] = [];
		for (const post of postsBy(open(), [3, 4]))
			void ending(post.getAuthorUser()).then(({ state }) => ends.push(state));
		await site.idle();
		expect(ends).toHaveLength(2);
	});
});

describe('the classes', () => {
	it('a list without `include` is asked for one item by one', async () => {
		site.answers = {
			'GET comments/8': ok({ id: 8 }),
			'GET comments/9': fails(404, 'rest_comment_invalid_id'),
		};
		const { Comment } = open().models;
		const replies = [8, 9].map((parent) => new Comment({ id: parent + 10, parent }));
		const ends = await Promise.all(replies.map((reply) => ending(reply.getParent())));
		expect([ends[0]!.args[0].id, ends[1]!.args[0].code]).toEqual([8, 'rest_comment_invalid_id']);
		expect(site.lines()).toEqual(['GET comments/8', 'GET comments/9']);
	});

	it('that a page has put in the registry are the ones used', async () => {
		site.answers = { 'GET users': having() };
		const api = open();
		api.models.User = api.models.User.extend({ mine: true });
		const seen: string[] = [];
		api.collections.Users = api.collections.Users.extend({
			fetch(this: any, options: any) {
				seen.push('mine');
				return api.WPApiBaseCollection.prototype.fetch.call(this, options);
			},
		});
		const users = await authorsOf(postsBy(api, [3, 4]));
		expect(users.map((user) => user.mine)).toEqual([true, true]);
		expect(seen).toEqual(['mine']);
	});

	it.each<[string, string[], object]>([
		['no list', ['/wp/v2/users'], { state: 'resolved', id: 3 }],
		['no item', ['/wp/v2/users', `/wp/v2/users/${ID}`], { state: 'rejected', code: 'not_related' }],
	])('that a site has not are done without: %s', async (_what, gone, expected) => {
		for (const id of [3, 4]) site.answers[`GET users/${id}`] = ok({ id });
		const index = small();
		for (const path of gone) delete index.routes[path];
		const posts = postsBy(open({ schema: index }), [3, 4]);
		const [first] = await Promise.all(posts.map((post) => ending(post.getAuthorUser())));
		const [{ id, code }] = first!.args;
		expect({ state: first!.state, id, code }).toMatchObject(expected);
	});
});

describe('where the site gives fewer than 100 at once', () => {
	/** As a site whose `per_page` may be 20 at most. */
	const upTo20 = (asked: Asked): Answer => {
		const size = Number(asked.query.get('per_page') ?? 10);
		if (size > 20)
			return fails(400, 'rest_invalid_param', {
				params: { per_page: 'per_page must be between 1 (inclusive) and 20 (inclusive)' },
			});
		const { length } = included(asked);
		const items = included(asked)
			.slice(0, size)
			.map((id) => ({ id }));
		return listed(items, length, Math.ceil(length / size));
	};
	const sizes = (): number[] => site.asked.map((asked) => included(asked).length);

	it('lots are of the size that the schema names', async () => {
		site.answers = { 'GET users': upTo20 };
		const schema = small();
		Object.assign(schema.routes['/wp/v2/users']!.endpoints[0]!.args, { per_page: { maximum: 20 } });
		const users = await authorsOf(postsBy(open({ schema }), upTo(50)));
		expect(users.map(({ id }) => id)).toEqual(upTo(50));
		expect(sizes()).toEqual([20, 20, 10]);
	});

	it('the size is learnt from a refusal, once', async () => {
		site.answers = { 'GET users': upTo20 };
		const api = open();
		const users = await authorsOf(postsBy(api, upTo(50)));
		expect(users.map(({ id }) => id)).toEqual(upTo(50));
		expect(site.asked.map(({ query }) => query.get('per_page'))).toEqual(['100', '20', '20', '20']);
		site.asked.length = 0;
		await authorsOf(postsBy(api, upTo(50, 101)));
		expect(sizes()).toEqual([20, 20, 10]);
	});

	it('a site that gives fewer without a word is asked for the others, and not one by one', async () => {
		site.answers = {
			'GET users': (asked) => {
				const items = included(asked).map((id) => ({ id }));
				return listed(items.slice(0, 20), items.length, Math.ceil(items.length / 20));
			},
		};
		const users = await authorsOf(postsBy(open(), upTo(50)));
		expect(users.map(({ id }) => id)).toEqual(upTo(50));
		expect(sizes()).toEqual([50, 20, 10]);
	});
});

describe('a class of the page whose `fetch()`', () => {
	const two = async (fetch: (this: any, options: any) => unknown, kind = 'models'): Promise<any[]> => {
		const api = open();
		const name = kind === 'models' ? 'User' : 'Users';
		api[kind][name] = api[kind][name].extend({ fetch });
		return Promise.all(
			postsBy(api, kind === 'models' ? [3] : [3, 4]).map((post) => ending(post.getAuthorUser())),
		);
	};
	const base = (subject: any, options?: any): any =>
		Object.getPrototypeOf(subject.constructor.prototype).fetch.call(subject, options);

	it.each<[string, (this: any, options: any) => unknown]>([
		[
			'returns nothing',
			function (options) {
				base(this, options);
			},
		],
		[
			'returns nothing and drops the options',
			function () {
				base(this);
			},
		],
		[
			'returns a promise of nothing',
			async function (options) {
				await base(this, options);
			},
		],
		[
			'asks in a later turn',
			function (options) {
				setTimeout(() => base(this, options));
			},
		],
		['does nothing', () => undefined],
	])('%s does not hang getAuthorUser()', async (_what, fetch) => {
		site.answers = { 'GET users/3': ok({ id: 3, name: 'Ann' }) };
		const [end] = await two(fetch);
		expect([end.state, end.args[0].get('name')]).toEqual(['resolved', 'Ann']);
	});

	it.each<[string, (this: any) => unknown, string]>([
		[
			'returns nothing',
			function () {
				base(this);
			},
			'rest_user_invalid_id',
		],
		[
			'throws',
			() => {
				throw new TypeError('Mine');
			},
			'network_error',
		],
		['rejects', () => Promise.reject(new Error('Mine')), ''],
	])('%s rejects where it fails', async (_what, fetch, code) => {
		site.answers = { 'GET users/3': fails(404, 'rest_user_invalid_id') };
		const [end] = await two(fetch);
		expect(end.state).toBe('rejected');
		if (code) expect(end.args[0].code).toBe(code);
	});

	it('returns nothing, of a list, leaves nobody waiting', async () => {
		site.answers = { 'GET users': having() };
		const ends = await two(function (options) {
			base(this, options);
		}, 'collections');
		expect(ends.map(({ args }) => args[0].id)).toEqual([3, 4]);
	});
});

it('two Apis are not mixed', async () => {
	site.answers = {
		'GET users': having(),
		'GET /other/wp-json/wp/v2/users': (asked) =>
			listed(included(asked).map((id) => ({ id, name: 'Of the other' }))),
	};
	const other = open({ root: `${location.origin}/other/wp-json/`, nonce: 'N2' });
	const [here, there] = await Promise.all([
		authorsOf(postsBy(open(), [3, 4])),
		authorsOf(postsBy(other, [3, 4])),
	]);
	expect(here.map((user) => user.get('name'))).toEqual(['Number 3', 'Number 4']);
	expect(there.map((user) => user.get('name'))).toEqual(['Of the other', 'Of the other']);
	expect(site.asked.map(({ headers }) => headers.get('x-wp-nonce')).sort()).toEqual(['N1', 'N2']);
});
