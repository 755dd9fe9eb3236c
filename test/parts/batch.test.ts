/** What a function saves and deletes comes in; few requests go out, and each promise, event and callback is told of its own answer. */
import Backbone from 'backbone';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { batch, connect, type SettingsInput } from '../../src/index.ts';
import { small } from '../support/fake-schema.ts';
import { fails, fakeSite, held, listed, ok, ROOT, type Answer, type Asked } from '../support/fake-site.ts';
import { ending } from '../support/open.ts';
import { watch } from '../support/watch.ts';

const site = fakeSite();
const BATCH = 'POST batch/v1';
const MOST = 'OPTIONS batch/v1';

/** The small site, where posts, books, media's items and categories may be batched, as WordPress says it. */
function batching(): ReturnType<typeof small> {
	const schema = small();
	for (const [path, { endpoints }] of Object.entries(schema.routes))
		if (/posts|books|categories|comments/.test(path) && !path.includes('revisions'))
			for (const endpoint of endpoints)
				if (!endpoint.methods.includes('GET')) Object.assign(endpoint, { allow_batch: { v1: true } });
	return schema;
}

const open = (settings: SettingsInput = {}): any =>
	connect({ root: ROOT, nonce: 'N1', schema: batching(), cacheSchema: false, ...settings }, [batch]);

interface Part {
	method: string;
	path: string;
	body?: any;
}
const parts = ({ body }: Asked): Part[] => body.requests as Part[];

/** Does as WordPress: each request gets an item with its id and its fields. */
const answerAll = (asked: Asked): Answer => ({
	status: 207,
	body: {
		responses: parts(asked).map(({ method, path, body }, i) => ({
			status: method === 'POST' ? 201 : 200,
			headers: { Allow: 'GET, POST', 'X-Part': String(i) },
			body: { id: Number(/\d+$/.exec(path.split('?')[0]!)?.[0] ?? 100 + i), ...body, slug: `done-${i}` },
		})),
	},
});

const answered = (...responses: unknown[]): Answer => ({ status: 207, body: { responses } });
const good = (body: object, status = 200): object => ({ status, headers: [], body });
const bad = (status: number, code: string, data: object = {}): object => ({
	status,
	headers: {},
	body: { code, message: `It is ${code}.`, data: { status, ...data } },
});
const most = (maxItems: unknown): Answer =>
	ok({
		methods: ['POST'],
		endpoints: [{ methods: ['POST'], args: { requests: { type: 'array', maxItems } } }],
	});

const post = (api: any, id?: number): any => new api.models.Post(id ? { id } : {});
const posts = (api: any, many: number): any[] => Array.from({ length: many }, (_, i) => post(api, i + 1));
const states = async (all: any[]): Promise<string[]> =>
	(await Promise.all(all.map(ending))).map(({ state }) => state);
const codes = async (all: any[]): Promise<string[]> =>
	(await Promise.all(all.map(ending))).map(({ args }) => args[0].code);

beforeEach(() => {
	site.answers = { [BATCH]: answerAll };
	for (const id of [1, 2, 3])
		for (const verb of ['GET', 'PUT', 'PATCH', 'DELETE'])
			site.answers[`${verb} posts/${id}`] = ok({ id, slug: 'single' });
	site.answers['POST posts'] = ok({ id: 50, slug: 'single' });
});
afterEach(() => vi.restoreAllMocks());

describe('what is saved and deleted', () => {
	it('goes out in one request, in order, as WordPress takes it', async () => {
		const api = open();
		await api.batch(() => {
			post(api).save({ title: 'new' });
			post(api, 1).save({ title: 'a' });
			post(api, 2).save({ title: 'b' }, { patch: true });
			post(api, 3).destroy();
			post(api, 1).destroy({ force: true });
			new api.models.Category({ id: 9 }).destroy();
		});
		expect(site.lines()).toEqual([BATCH]);
		expect(site.asked[0]!.body).toEqual({
			validation: 'normal',
			requests: [
				{ method: 'POST', path: '/wp/v2/posts', body: { title: 'new' } },
				{ method: 'PUT', path: '/wp/v2/posts/1', body: { id: 1, title: 'a' } },
				{ method: 'PATCH', path: '/wp/v2/posts/2', body: { title: 'b' } },
				{ method: 'DELETE', path: '/wp/v2/posts/3' },
				{ method: 'DELETE', path: '/wp/v2/posts/1?force=true' },
				{ method: 'DELETE', path: '/wp/v2/categories/9?force=true' },
			],
		});
		expect(site.asked[0]!.headers.get('x-wp-nonce')).toBe('N1');
	});

	it('goes out in the same turn', () => {
		const ajax = vi.spyOn(Backbone, 'ajax').mockReturnValue(new Promise(() => undefined) as never);
		const api = open();
		api.batch(() => posts(api, 2).forEach((item) => item.save()));
		expect(ajax).toHaveBeenCalledTimes(1);
	});

	it('is not asked for while the function runs', () => {
		const ajax = vi.spyOn(Backbone, 'ajax').mockReturnValue(new Promise(() => undefined) as never);
		const api = open();
		api.batch(() => {
			posts(api, 2).forEach((item) => item.save());
			expect(ajax).not.toHaveBeenCalled();
		});
	});

	it('by create() of a list is in it', async () => {
		const api = open();
		const list = new api.collections.Posts();
		await api.batch(() => {
			list.create({ title: 'a' });
			list.create({ title: 'b' });
		});
		expect(site.lines()).toEqual([BATCH]);
		expect(list.pluck('id')).toEqual([100, 101]);
	});

	it('has the path of a root with plain permalinks, and of a site in a folder', async () => {
		for (const [root, line] of [
			[`${location.origin}/?rest_route=/`, 'POST /?rest_route=/batch/v1'],
			[`${location.origin}/blog/index.php?rest_route=/`, 'POST /blog/index.php?rest_route=/batch/v1'],
			[`${location.origin}/blog/wp-json/`, 'POST /blog/wp-json/batch/v1'],
			[`${location.origin}/api/`, 'POST /api/batch/v1'],
		] as const) {
			site.asked.length = 0;
			site.answers = { [line.split('?')[0]!]: answerAll };
			const api = open({ root });
			await api.batch(() => {
				post(api, 1).save({ title: 'a' });
				post(api, 2).destroy({ force: true });
			});
			expect(site.lines()).toEqual([line]);
			expect(parts(site.asked[0]!).map(({ path }) => path)).toEqual([
				'/wp/v2/posts/1',
				'/wp/v2/posts/2?force=true',
			]);
		}
	});

	it('is validated as a whole, if that is asked for', async () => {
		const api = open();
		await api.batch(() => posts(api, 2).forEach((item) => item.save()), {
			validation: 'require-all-validate',
		});
		expect(site.asked[0]!.body.validation).toBe('require-all-validate');
	});

	it('goes out as a form where JSON is refused, with POST where verbs are', async () => {
		const api = open({ emulateJSON: true, emulateHTTP: true });
		site.answers[BATCH] = answered(good({ id: 1 }), good({ id: 2 }));
		await api.batch(() => posts(api, 2).forEach((item) => item.save({ title: 'x' })));
		expect(site.lines()).toEqual([BATCH]);
		expect(decodeURIComponent(site.asked[0]!.body)).toContain('requests[0][path]=/wp/v2/posts/1');
		expect(decodeURIComponent(site.asked[0]!.body)).toContain('requests[1][method]=PUT');
	});
});

describe('each of them', () => {
	it('is told its own answer: attributes, promise, events, callbacks, jqXHR', async () => {
		const api = open();
		const items = posts(api, 3);
		const watched = items.map((item) => watch(item));
		const xhrs: any[] = [];
		await api.batch(() =>
			items.forEach((item, i) => xhrs.push(item.save({ title: `T${i}` }, watched[i]!.options))),
		);
		await site.idle();
		expect(items.map((item) => item.get('slug'))).toEqual(['done-0', 'done-1', 'done-2']);
		for (const [i, { seen, options }] of watched.entries()) {
			expect(seen).toEqual(['request', 'success/3', 'sync', 'complete/2']);
			expect(options.xhr ?? xhrs[i]).toBe(xhrs[i]);
		}
		expect(xhrs[1].getAllResponseHeaders()).toBe('allow: GET, POST\r\nx-part: 1\r\n');
		expect(xhrs.map((xhr) => [xhr.status, xhr.getResponseHeader('x-part'), xhr.responseJSON.slug])).toEqual([
			[200, '0', 'done-0'],
			[200, '1', 'done-1'],
			[200, '2', 'done-2'],
		]);
	});

	it('is told the same things, by the same arguments, as without', async () => {
		const calls: unknown[][] = [];
		const api = open();
		const save = (item: any): any =>
			item.save({ title: 'x' }, { success: (...args: unknown[]) => calls.push(args), own: 'option' });
		const one = post(api, 1);
		const two = post(api, 2);
		await save(one);
		await api.batch(() => {
			save(two);
			post(api, 3).save();
		});
		expect(
			calls.map(([subject, answer, options]) => [
				subject,
				Object.keys(answer as object).sort(),
				(options as any).own,
			]),
		).toEqual([
			[one, ['id', 'slug'], 'option'],
			[two, ['id', 'slug', 'title'], 'option'],
		]);
	});

	it('has the context that was asked for', async () => {
		const api = open();
		const context = {};
		const success = vi.fn();
		const complete = vi.fn();
		await api.batch(() => {
			post(api, 1).save(null, { context, success, complete });
			post(api, 2).save();
		});
		expect(success.mock.contexts).toEqual([context]);
		expect(complete.mock.contexts).toEqual([context]);
	});

	it('that failed rejects alone, with WordPress’s code', async () => {
		site.answers[BATCH] = answered(
			good({ id: 1, slug: 'a' }),
			bad(400, 'rest_invalid_param', { params: { date: 'No date.' } }),
			bad(404, 'rest_post_invalid_id'),
			good({ id: 4, slug: 'd' }),
		);
		const api = open();
		const items = posts(api, 4);
		const { seen, options } = watch(items[1]);
		let xhrs: any[] = [];
		const all = await api.batch(
			() => (xhrs = items.map((item, i) => item.save({ title: 'x' }, i === 1 ? options : {}))),
		);
		expect(await states(xhrs)).toEqual(['resolved', 'rejected', 'rejected', 'resolved']);
		expect(xhrs[1]).toMatchObject({
			name: 'WPApiError',
			code: 'rest_invalid_param',
			message: 'It is rest_invalid_param.',
			params: { date: 'No date.' },
		});
		expect(xhrs[1].status).toBe(400);
		expect(xhrs[2].code).toBe('rest_post_invalid_id');
		expect(all).toEqual(xhrs);
		await site.idle();
		expect(seen).toEqual(['request', 'error/3', 'error', 'complete/2']);
	});

	it('that was not done, as another was not valid, rejects with `batch_failed`', async () => {
		site.answers[BATCH] = answered(null, bad(400, 'rest_invalid_param'), null);
		const api = open();
		let xhrs: any[] = [];
		await api.batch(() => (xhrs = posts(api, 3).map((item) => item.save())), {
			validation: 'require-all-validate',
		});
		expect(await codes(xhrs)).toEqual(['batch_failed', 'rest_invalid_param', 'batch_failed']);
		expect(xhrs[0].message).toMatch(/not valid/);
	});

	it('that has no answer, in a list that is too short, rejects', async () => {
		site.answers[BATCH] = answered(good({ id: 1 }));
		const api = open();
		let xhrs: any[] = [];
		await api.batch(() => (xhrs = posts(api, 2).map((item) => item.save())));
		expect(await states(xhrs)).toEqual(['resolved', 'rejected']);
	});

	it('that has no trash is deleted for good, after it was asked, by itself', async () => {
		site.answers[BATCH] = answered(bad(501, 'rest_trash_not_supported'), good({ id: 2 }));
		site.answers['DELETE books/1'] = ok({ deleted: true });
		const api = open();
		const book = new api.models.Books({ id: 1 });
		const { seen, options } = watch(book);
		let xhrs: any[] = [];
		await api.batch(() => (xhrs = [book.destroy(options), post(api, 2).destroy()]));
		expect(await states(xhrs)).toEqual(['resolved', 'resolved']);
		expect(site.lines()).toEqual([BATCH, 'DELETE books/1?force=true']);
		await site.idle();
		expect(seen).toEqual(['request', 'success/3', 'sync', 'complete/2']);
	});

	it('that a trash was switched off for is kept', async () => {
		site.answers[BATCH] = answered(bad(501, 'rest_trash_not_supported'), good({ id: 2 }));
		const api = open();
		let xhrs: any[] = [];
		await api.batch(() => (xhrs = [post(api, 1).destroy(), post(api, 2).destroy()]));
		expect(await states(xhrs)).toEqual(['rejected', 'resolved']);
		expect(site.lines()).toEqual([BATCH]);
	});

	it('keeps to `wait`, and a list loses only what was deleted', async () => {
		site.answers[BATCH] = answered(
			good({ deleted: true }),
			bad(403, 'rest_cannot_delete'),
			good({ id: 3, title: 'Server’s' }),
		);
		const api = open();
		const list = new api.collections.Posts(posts(api, 3));
		const [first, second, third] = list.models;
		const done = api.batch(() => {
			first.destroy({ wait: true });
			second.destroy({ wait: true });
			third.save({ title: 'Mine' }, { wait: true });
		});
		expect([list.length, third.get('title')]).toEqual([3, undefined]);
		await done;
		expect(list.pluck('id')).toEqual([2, 3]);
		expect(third.get('title')).toBe('Server’s');
	});

	it('that differs in nothing, by saveChanges(), is not asked for', async () => {
		const api = open();
		const item = post(api, 1);
		await item.fetch();
		site.asked.length = 0;
		let xhrs: any[] = [];
		await api.batch(() => (xhrs = [item.saveChanges(), post(api, 2).save(), post(api, 3).save()]));
		expect(await states(xhrs)).toEqual(['resolved', 'resolved', 'resolved']);
		expect(site.asked.map((asked) => parts(asked).length)).toEqual([2]);
	});

	it('may be saved twice', async () => {
		const api = open();
		const item = post(api, 1);
		await api.batch(() => {
			item.save({ title: 'a' });
			item.save({ title: 'b' });
		});
		expect(parts(site.asked[0]!).map(({ body }) => body.title)).toEqual(['a', 'b']);
	});
});

describe('what cannot be batched goes out singly', () => {
	it('routes that do not allow it, with the rest in a batch', async () => {
		site.answers['PUT pages/1'] = ok({ id: 1, slug: 'single' });
		site.answers['POST media'] = ok({ id: 5 });
		const api = open();
		const page = new api.models.Page({ id: 1 });
		const all = await api.batch(() => {
			post(api, 1).save();
			page.save({ title: 'x' });
			new api.models.Media().save({ title: 'x' });
			post(api, 2).save();
		});
		expect(site.lines().sort()).toEqual([BATCH, 'POST media', 'PUT pages/1'].sort());
		expect(page.get('slug')).toBe('single');
		expect(all).toHaveLength(4);
	});

	it('a verb that the route’s own endpoint does not allow', async () => {
		const schema = batching();
		for (const endpoint of schema.routes['/wp/v2/posts/(?P<id>[\\d]+)']!.endpoints)
			if (endpoint.methods.includes('DELETE')) Object.assign(endpoint, { allow_batch: { v1: false } });
		const api = open({ schema });
		await api.batch(() => {
			post(api, 1).destroy();
			post(api, 2).save();
			post(api, 3).save();
		});
		expect(site.lines().sort()).toEqual(['DELETE posts/1', BATCH].sort());
	});

	it('reads, of items and lists', async () => {
		site.answers['GET posts'] = listed([{ id: 1 }]);
		const api = open();
		const list = new api.collections.Posts();
		const item = post(api, 3);
		const all = await api.batch(() => {
			void list.fetch();
			item.fetch();
			post(api, 1).save();
			post(api, 2).save();
		});
		expect(site.lines().sort()).toEqual(['GET posts', 'GET posts/3', BATCH].sort());
		expect([list.length, item.get('slug'), all.length]).toEqual([1, 'single', 4]);
	});

	it('one alone', async () => {
		const api = open();
		const item = post(api, 1);
		const [xhr] = await api.batch(() => item.save({ title: 'x' }));
		expect(site.lines()).toEqual(['PUT posts/1']);
		expect([item.get('slug'), xhr.status]).toEqual(['single', 200]);
	});

	it('an address elsewhere', async () => {
		site.answers['PUT /elsewhere'] = ok({ id: 1 });
		const api = open();
		await api.batch(() => {
			post(api, 1).save(null, { url: '/elsewhere' });
			post(api, 2).save();
			post(api, 3).save();
		});
		expect(site.lines()).toContain('PUT /elsewhere');
		expect(parts(site.asked.find(({ path }) => path === 'batch/v1')!)).toHaveLength(2);
	});

	it('an address of the root that no route knows', async () => {
		site.answers['PUT odd'] = ok({ id: 1 });
		const api = open();
		await api.batch(() => {
			post(api, 1).save(null, { url: `${ROOT}wp/v2/odd` });
			post(api, 2).save();
			post(api, 3).save();
		});
		expect(site.lines()).toContain('PUT odd');
	});

	it('a body that the caller has put together', async () => {
		const api = open();
		await api.batch(() => {
			post(api, 1).save(null, { data: '{"title":"mine"}', contentType: 'application/json' });
			post(api, 2).save();
			post(api, 3).save();
		});
		expect(site.asked.find(({ path }) => path === 'posts/1')?.body).toEqual({ title: 'mine' });
	});

	it('what has headers of its own', async () => {
		const api = open();
		await api.batch(() => {
			post(api, 1).save({ title: 'x' }, { headers: { 'X-Mine': '1' } });
			post(api, 2).save();
			post(api, 3).save();
		});
		expect(site.asked.find(({ path }) => path === 'posts/1')?.headers.get('x-mine')).toBe('1');
	});

	it('what has a `beforeSend`, which is called with the settings and may stop or change its request', async () => {
		const api = open();
		const seen: any[] = [];
		const stopped = vi.fn();
		let xhrs: any[] = [];
		await api.batch(() => {
			xhrs = [
				post(api, 1).save(
					{ title: 'a' },
					{
						error: stopped,
						beforeSend(xhr: any, settings: any) {
							seen.push(this === settings, settings.type, settings.url, typeof xhr.setRequestHeader);
							return false;
						},
					},
				),
				post(api, 2).save(),
				post(api, 3).save(),
				post(api, 2).save(null, { beforeSend: (xhr: any) => xhr.setRequestHeader('X-Mine', '1') }),
			];
		});
		expect(seen).toEqual([true, 'PUT', `${ROOT}wp/v2/posts/1`, 'function']);
		expect(await states(xhrs)).toEqual(['rejected', 'resolved', 'resolved', 'resolved']);
		expect([xhrs[0].statusText, stopped.mock.calls.length]).toEqual(['canceled', 0]);
		expect(site.lines().sort()).toEqual([BATCH, 'PUT posts/2'].sort());
		expect(site.asked.find(({ path }) => path === 'posts/2')!.headers.get('x-mine')).toBe('1');
	});

	it('everything, for good, where there is no /batch/v1: before WordPress 5.6', async () => {
		site.answers[BATCH] = fails(404, 'rest_no_route');
		const api = open();
		const items = posts(api, 3);
		let xhrs: any[] = [];
		await api.batch(() => (xhrs = items.map((item) => item.save({ title: 'x' }))));
		expect(await states(xhrs)).toEqual(['resolved', 'resolved', 'resolved']);
		expect(items.map((item) => item.get('slug'))).toEqual(['single', 'single', 'single']);
		await api.batch(() => items.forEach((item) => item.save({ title: 'y' })));
		expect(site.lines().sort()).toEqual([BATCH, ...[1, 1, 2, 2, 3, 3].map((id) => `PUT posts/${id}`)].sort());
	});

	it('what is saved after the function has returned', async () => {
		const api = open();
		await api.batch(() => posts(api, 2).forEach((item) => item.save()));
		await post(api, 3).save();
		expect(site.lines()).toEqual([BATCH, 'PUT posts/3']);
	});
});

describe('lots', () => {
	const saveAll = async (api: any, many: number): Promise<{ items: any[]; xhrs: any[] }> => {
		const items = posts(api, many);
		let xhrs: any[] = [];
		await api.batch(() => (xhrs = items.map((item) => item.save({ title: 'x' }))));
		return { items, xhrs };
	};
	const sizes = (): number[] =>
		site.asked.filter(({ method }) => method === 'POST').map((asked) => parts(asked).length);

	it.each([2, 25])('of %i: nothing is asked before', async (many) => {
		await saveAll(open(), many);
		expect(site.lines()).toEqual([BATCH]);
		expect(sizes()).toEqual([many]);
	});

	it('are of the server’s own size, asked for once, and go out one after the other', async () => {
		site.answers[MOST] = most(10);
		const api = open();
		const { items, xhrs } = await saveAll(api, 32);
		expect(site.lines()).toEqual([MOST, BATCH, BATCH, BATCH, BATCH]);
		expect(sizes()).toEqual([10, 10, 10, 2]);
		expect(site.asked.slice(1).flatMap((asked) => parts(asked).map(({ path }) => path))).toEqual(
			items.map(({ id }) => `/wp/v2/posts/${id}`),
		);
		expect(await states(xhrs)).toEqual(Array(32).fill('resolved'));
		site.asked.length = 0;
		await saveAll(api, 12);
		expect(site.lines()).toEqual([BATCH, BATCH]);
	});

	it('may be larger than usual', async () => {
		site.answers[MOST] = most(100);
		await saveAll(open(), 60);
		expect(sizes()).toEqual([60]);
	});

	it.each<[string, Answer]>([
		['refuses to say', fails(403, 'rest_forbidden')],
		['says nothing of it', ok({ endpoints: [] })],
		['says nothing of a number', most(undefined)],
		['breaks off', { broken: true }],
	])('are of 25 where the server %s', async (_what, answer) => {
		site.answers[MOST] = answer;
		const { xhrs } = await saveAll(open({ retry: 0 }), 27);
		// The last two go together, too.
		expect(sizes()).toEqual([25, 2]);
		expect(await states(xhrs)).toEqual(Array(27).fill('resolved'));
	});

	it('the last of which is one alone: it goes singly', async () => {
		site.answers[MOST] = most(25);
		site.answers['PUT posts/26'] = ok({ id: 26, slug: 'single' });
		const { items } = await saveAll(open(), 26);
		expect(sizes()).toEqual([25]);
		expect(items[25].get('slug')).toBe('single');
	});

	it('that are refused as too large: the size is asked for, and nothing is lost', async () => {
		const refused = fails(400, 'rest_invalid_param', {
			params: { requests: 'requests must contain at most 3 items.' },
		});
		site.answers[BATCH] = (asked) => (parts(asked).length > 3 ? refused : answerAll(asked));
		site.answers[MOST] = most(3);
		const { xhrs } = await saveAll(open(), 8);
		expect(site.lines()).toEqual([BATCH, MOST, BATCH, BATCH, BATCH]);
		expect(sizes()).toEqual([8, 3, 3, 2]);
		expect(await states(xhrs)).toEqual(Array(8).fill('resolved'));
	});

	it('that are refused for another reason, again and again: that ends', async () => {
		site.answers[BATCH] = fails(400, 'rest_invalid_param', { params: { requests: 'No.' } });
		site.answers[MOST] = most(25);
		const { xhrs } = await saveAll(open(), 2);
		expect(await codes(xhrs)).toEqual(['rest_invalid_param', 'rest_invalid_param']);
		expect(site.lines()).toEqual([BATCH, MOST, BATCH]);
	});

	it.each([0, -1, 1])('of %i, as a site may say: every promise settles', async (size) => {
		const refused = fails(400, 'rest_invalid_param', { params: { requests: 'Too many.' } });
		site.answers[BATCH] = (asked) => (parts(asked).length > size ? refused : answerAll(asked));
		site.answers[MOST] = most(size);
		const api = open();
		const xhrs: any[] = [];
		api.batch(() => posts(api, 3).forEach((item) => xhrs.push(item.save({ title: 'x' }))));
		await site.idle();
		expect(xhrs.map((xhr) => xhr.state())).not.toContain('pending');
		expect(site.asked.length).toBeLessThan(10);
	});

	it.each<[string, string]>([
		['0', '0'],
		['negative', '-5'],
		['a fraction', '0.5'],
		['no number', '"NaN"'],
		['text', '"many"'],
		['a number as text', '"10"'],
		['null', 'null'],
		['huge', '1e999'],
		['an object', '{}'],
		['a list', '[]'],
	])('of an odd size, %s, hang nobody: each is saved', async (_what, maxItems) => {
		site.answers[MOST] = ok(`{"endpoints":[{"args":{"requests":{"maxItems":${maxItems}}}}]}`);
		const { xhrs } = await saveAll(open(), 27);
		expect(await states(xhrs)).toEqual(Array(27).fill('resolved'));
		expect(site.asked.length).toBeLessThan(30);
	});

	it('one of which fails: the others go on', async () => {
		site.answers[MOST] = most(2);
		site.answers[BATCH] = [
			answered(good({ id: 1 }), good({ id: 2 })),
			{ status: 500, body: 'Oh' },
			answered(good({ id: 5 }), good({ id: 6 })),
		];
		const api = open();
		await saveAll(api, 26).catch(() => undefined);
		site.asked.length = 0;
		site.answers[BATCH] = [
			answered(good({ id: 1 }), good({ id: 2 })),
			{ status: 500, body: 'Oh' },
			answered(good({ id: 5 }), good({ id: 6 })),
		];
		const { xhrs } = await saveAll(api, 6);
		expect(await states(xhrs)).toEqual([
			'resolved',
			'resolved',
			'rejected',
			'rejected',
			'resolved',
			'resolved',
		]);
	});
});

describe('when the batch itself fails', () => {
	const failAll = async (settings: SettingsInput = {}): Promise<any[]> => {
		const api = open(settings);
		let xhrs: any[] = [];
		await api.batch(() => (xhrs = posts(api, 3).map((item) => item.save({ title: 'x' }))));
		return xhrs;
	};

	it.each<[string, Answer, string, number]>([
		['the network', { broken: true }, 'network_error', 0],
		['the server', { status: 500, body: '<h1>Oh' }, 'http_error', 500],
		['a proxy', { status: 503, headers: { 'Retry-After': '0' }, body: '' }, 'http_error', 503],
		['a proxy that knows POST not', { status: 405, body: 'No' }, 'http_error', 405],
		['WordPress', fails(401, 'rest_not_logged_in'), 'rest_not_logged_in', 401],
		['a page instead', ok('<html>Log in</html>'), 'invalid_json', 200],
		['nothing', ok(''), 'empty_response', 200],
	])('%s: each is told, and nothing is sent twice', async (_what, answer, code, status) => {
		site.answers[BATCH] = answer;
		const xhrs = await failAll();
		expect(await codes(xhrs)).toEqual([code, code, code]);
		for (const xhr of xhrs) expect(xhr.status === status || xhr.status === 0).toBe(true);
		expect(site.lines()).toEqual([BATCH]);
	});

	it.each<[string, unknown]>([
		['an object without answers', {}],
		['null', null],
		['a list', []],
		['answers that are none', { responses: null }],
	])('by an odd answer, %s: each promise settles, as a failure', async (_what, body) => {
		site.answers[BATCH] = ok(body);
		expect(await states(await failAll())).toEqual(['rejected', 'rejected', 'rejected']);
	});

	it('a timeout is one', async () => {
		const { answer, give } = held();
		site.answers[BATCH] = answer;
		expect(await codes(await failAll({ timeout: 30 }))).toEqual(['timeout', 'timeout', 'timeout']);
		give(ok({}));
	});

	it('a refused nonce is renewed once for all', async () => {
		site.answers[BATCH] = (asked) =>
			asked.headers.get('x-wp-nonce') === 'N1' ? fails(403, 'rest_cookie_invalid_nonce') : answerAll(asked);
		site.answers['GET /wp-admin/admin-ajax.php'] = { body: 'abcdef0123' };
		expect(await states(await failAll())).toEqual(['resolved', 'resolved', 'resolved']);
		expect(site.lines()).toEqual([BATCH, 'GET /wp-admin/admin-ajax.php?action=rest-nonce', BATCH]);
	});

	it('a refused nonce that cannot be renewed is told to each, and nothing is sent singly', async () => {
		site.answers[BATCH] = fails(403, 'rest_cookie_invalid_nonce');
		site.answers['GET /wp-admin/admin-ajax.php'] = { body: '0' };
		expect(await codes(await failAll())).toEqual(Array(3).fill('rest_cookie_invalid_nonce'));
		expect(site.lines().filter((line) => line.startsWith('PUT'))).toEqual([]);
	});

	it('the callbacks and events of each are told', async () => {
		site.answers[BATCH] = { broken: true };
		const api = open();
		const items = posts(api, 2);
		const watched = items.map((item) => watch(item));
		await api.batch(() => items.forEach((item, i) => item.save(null, watched[i]!.options)));
		await site.idle();
		for (const { seen } of watched) expect(seen).toEqual(['request', 'error/3', 'error', 'complete/2']);
	});
});

describe('abort()', () => {
	it('before it goes out: the others go', async () => {
		const api = open();
		let xhrs: any[] = [];
		await api.batch(() => {
			xhrs = posts(api, 3).map((item) => item.save());
			xhrs[1].abort();
		});
		expect(await states(xhrs)).toEqual(['resolved', 'rejected', 'resolved']);
		expect(xhrs[1].code).toBe('abort');
		expect(parts(site.asked[0]!).map(({ path }) => path)).toEqual(['/wp/v2/posts/1', '/wp/v2/posts/3']);
	});

	it('of all but one: that goes singly', async () => {
		const api = open();
		await api.batch(() => {
			const xhrs = posts(api, 3).map((item) => item.save());
			xhrs[0].abort();
			xhrs[2].abort();
		});
		expect(site.lines()).toEqual(['PUT posts/2']);
	});

	it('of all: nothing goes', async () => {
		const api = open();
		const all = await api.batch(() => posts(api, 3).forEach((item) => item.save().abort()));
		await site.idle();
		expect(site.asked).toEqual([]);
		expect(all).toHaveLength(3);
	});

	it('of one that waits for an earlier lot: it does not go', async () => {
		site.answers[MOST] = most(25);
		const first = held();
		site.answers[BATCH] = (asked) => (parts(asked).length === 25 ? first.answer : answerAll(asked));
		const api = open();
		let xhrs: any[] = [];
		const done = api.batch(() => (xhrs = posts(api, 29).map((item) => item.save())));
		await vi.waitUntil(() => site.asked.length === 2);
		xhrs[26].abort();
		first.give(answerAll(site.asked[1]!));
		await done;
		expect(parts(site.asked[2]!).map(({ path }) => path)).toEqual(
			[26, 28, 29].map((id) => `/wp/v2/posts/${id}`),
		);
	});

	it('while the size is asked for: it does not go', async () => {
		const size = held();
		site.answers[MOST] = size.answer;
		const api = open();
		let xhrs: any[] = [];
		const done = api.batch(() => (xhrs = posts(api, 26).map((item) => item.save())));
		await vi.waitUntil(() => site.asked.length === 1);
		xhrs[0].abort();
		size.give(most(100));
		await done;
		expect(site.asked.slice(1).flatMap((asked) => parts(asked).map(({ path }) => path))).not.toContain(
			'/wp/v2/posts/1',
		);
	});

	it('and a signal while it is under way: its own promise ends, the others have their answers', async () => {
		const answer = held();
		site.answers[BATCH] = answer.answer;
		const api = open();
		const controller = new AbortController();
		const items = posts(api, 3);
		const { seen, options } = watch(items[1]);
		let xhrs: any[] = [];
		const done = api.batch(
			() =>
				(xhrs = items.map((item, i) =>
					item.save({ title: 'x' }, i === 1 ? { ...options, signal: controller.signal } : {}),
				)),
		);
		await vi.waitUntil(() => site.asked.length === 1);
		controller.abort();
		expect([xhrs[1].state(), xhrs[1].code]).toEqual(['rejected', 'abort']);
		answer.give(answerAll(site.asked[0]!));
		await done;
		await site.idle();
		expect(items.map((item) => item.get('slug'))).toEqual(['done-0', undefined, 'done-2']);
		expect(seen).toEqual(['request', 'error/3', 'error', 'complete/2']);
	});

	it('by a signal that was fired before', async () => {
		const api = open();
		let xhr: any;
		await api.batch(() => {
			xhr = post(api, 1).save(null, { signal: AbortSignal.abort() });
			post(api, 2).save();
			post(api, 3).save();
		});
		expect((await ending(xhr)).args[0].code).toBe('abort');
		expect(parts(site.asked[0]!)).toHaveLength(2);
	});
});

describe('the promise of a batch', () => {
	it('resolves with all, also reads and failures, when all have settled', async () => {
		site.answers[BATCH] = answered(good({ id: 1 }), bad(404, 'rest_post_invalid_id'));
		const read = held();
		site.answers['GET posts/3'] = read.answer;
		const api = open();
		let xhrs: any[] = [];
		const done = api.batch(() => (xhrs = [post(api, 1).save(), post(api, 3).fetch(), post(api, 2).save()]));
		await ending(xhrs[0]);
		await Promise.resolve();
		expect(done.state()).toBe('pending');
		read.give(ok({ id: 3 }));
		expect(await done).toEqual(xhrs);
	});

	it('resolves with nothing where nothing was asked', async () => {
		expect(await open().batch(() => 5)).toEqual([]);
		expect(site.asked).toEqual([]);
	});

	it('has one that found no address, too', async () => {
		const api = open();
		let odd: any;
		const all = await api.batch(() => {
			odd = new api.models.PostRevision({ id: 3 }).destroy();
			post(api, 1).save();
			post(api, 2).save();
		});
		expect((await ending(odd)).args[0].code).toBe('missing_param');
		expect(all).toHaveLength(3);
	});

	it('is jQuery’s', () => {
		const promise = open().batch(() => undefined);
		for (const name of ['done', 'fail', 'always', 'then', 'state'])
			expect(promise[name]).toBeTypeOf('function');
	});
});

describe('a function that', () => {
	it('throws: what was saved goes out, the error is thrown, and the next save goes singly', async () => {
		const api = open();
		const xhrs: any[] = [];
		expect(() =>
			api.batch(() => {
				posts(api, 2).forEach((item) => xhrs.push(item.save()));
				throw new RangeError('Mine.');
			}),
		).toThrow(new RangeError('Mine.'));
		expect(await states(xhrs)).toEqual(['resolved', 'resolved']);
		await post(api, 3).save();
		expect(site.lines()).toEqual([BATCH, 'PUT posts/3']);
	});

	it('is async: what it saves before it waits is in the batch', async () => {
		const api = open();
		let late: any;
		await api.batch(async () => {
			posts(api, 2).forEach((item) => item.save());
			await Promise.resolve();
			late = post(api, 3).save();
		});
		await late;
		expect(site.lines().sort()).toEqual([BATCH, 'PUT posts/3'].sort());
	});

	it('has a batch inside: what comes after that is still in the outer one', async () => {
		const api = open();
		let inner: any;
		const all = await api.batch(() => {
			post(api, 1).save();
			inner = api.batch(() => {
				post(api, 4).save();
				post(api, 5).save();
			});
			post(api, 2).save();
			post(api, 3).save();
		});
		await inner;
		expect(
			site.asked.map((asked) =>
				parts(asked)
					.map(({ path }) => path.slice(-1))
					.join(),
			),
		).toEqual(['4,5', '1,2,3']);
		expect(all.length).toBeGreaterThanOrEqual(3);
	});

	it('has a batch inside that throws: the outer one goes on', async () => {
		const api = open();
		await api.batch(() => {
			post(api, 1).save();
			try {
				api.batch(() => {
					throw new Error('Inner.');
				});
			} catch {
				// As a page may do
			}
			post(api, 2).save();
		});
		expect(site.lines()).toEqual([BATCH]);
	});
});

describe('several', () => {
	it('sites: each gets its own, and no nonce of the other', async () => {
		const api = open();
		const other = await api.init({
			apiRoot: 'https://other.test/wp-json/',
			schema: batching(),
			nonce: 'OTHER',
		});
		await api.batch(() => {
			for (const id of [1, 2]) {
				post(api, id).save();
				new (other.get('models').Post)({ id: id + 5 }).save();
			}
		});
		const told = site.asked.map((asked) => [
			asked.url,
			asked.headers.get('x-wp-nonce'),
			parts(asked)
				.map(({ path }) => path.slice(-1))
				.join(),
		]);
		expect(told).toEqual([
			[`${ROOT}batch/v1`, 'N1', '1,2'],
			['https://other.test/wp-json/batch/v1', 'OTHER', '6,7'],
		]);
	});

	it('APIs: a batch of one is none of the other’s', async () => {
		const api = open();
		const other = open();
		await api.batch(() => {
			post(other, 3).save();
			post(api, 1).save();
			post(api, 2).save();
		});
		expect(site.lines().sort()).toEqual([BATCH, 'PUT posts/3'].sort());
	});

	it('namespaces of a root go together', async () => {
		const api = open();
		const { routes } = batching();
		const named = (suffix: string): object => routes[`/wp/v2/posts${suffix}`]!;
		const shop = { '/shop/v1/offers': named(''), '/shop/v1/offers/(?P<id>[\\d]+)': named('/(?P<id>[\\d]+)') };
		const endpoint = await api.init({
			versionString: 'shop/v1',
			schema: { namespace: 'shop/v1', routes: shop as never },
		});
		await api.batch(() => {
			post(api, 1).save();
			new (endpoint.get('models').Offer)({ id: 2 }).save();
		});
		expect(site.lines()).toEqual([BATCH]);
		expect(parts(site.asked[0]!).map(({ path }) => path)).toEqual(['/wp/v2/posts/1', '/shop/v1/offers/2']);
	});

	it('batches one after the other', async () => {
		const api = open();
		await Promise.all([
			api.batch(() => posts(api, 2).forEach((item) => item.save())),
			api.batch(() => posts(api, 3).forEach((item) => item.save())),
		]);
		expect(site.asked.map((asked) => parts(asked).length).sort()).toEqual([2, 3]);
	});
});

describe('beside a password', () => {
	it('the batch has it, and no nonce', async () => {
		const api = open({ headers: () => Promise.resolve({ Authorization: 'Basic x' }) });
		await api.batch(() => posts(api, 2).forEach((item) => item.save()));
		expect(site.lines()).toEqual([BATCH]);
		expect([site.asked[0]!.headers.get('authorization'), site.asked[0]!.headers.get('x-wp-nonce')]).toEqual([
			'Basic x',
			null,
		]);
	});
});
