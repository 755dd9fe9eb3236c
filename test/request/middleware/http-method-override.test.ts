/** Hosts that block verbs or JSON come in, by setting or by what they answer; what is sent to them goes out. */
import Backbone from 'backbone';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { small } from '../../support/fake-schema.ts';
import { fails, fakeSite, held, listed, ok } from '../../support/fake-site.ts';
import { ending, open } from '../../support/open.ts';

const site = fakeSite();

/** What was asked, with the verb that was meant: `POST posts/1?_method=PUT PUT`. */
const lines = (): string[] =>
	site
		.lines()
		.map((line, i) => [line, site.asked[i]!.headers.get('x-http-method-override')].join(' ').trim());

const WRITES: [verb: string, write: (item: any) => any][] = [
	['PUT', (item) => item.save({ title: 'x' })],
	['PATCH', (item) => item.save({ title: 'x' }, { patch: true })],
	['DELETE', (item) => item.destroy()],
];

const post = (settings = {}, id = 1): any => new (open(settings).models.Post)({ id });

beforeEach(() => {
	for (const id of [1, 2])
		for (const verb of ['GET', 'POST']) site.answers[`${verb} posts/${id}`] = ok({ id });
	site.answers['POST posts'] = ok({ id: 3 });
	site.answers['GET posts'] = listed([]);
});
afterEach(() => {
	Object.assign(Backbone, { emulateHTTP: false, emulateJSON: false });
	vi.restoreAllMocks();
});

describe('emulateHTTP', () => {
	it.each(WRITES)('of an API sends %s as POST, in header and address', async (verb, write) => {
		expect((await ending(write(post({ emulateHTTP: true })))).state).toBe('resolved');
		expect(lines()).toEqual([`POST posts/1?_method=${verb} ${verb}`]);
		expect(site.asked[0]!.headers.get('x-wp-nonce')).toBe('N1');
		if (verb !== 'DELETE') expect(site.asked[0]!.body).toMatchObject({ title: 'x' });
	});

	it.each(WRITES)('of a single request does so with %s', async (verb, write) => {
		const item = post();
		const { save, destroy } = item;
		item.save = (attributes: object, options: object) =>
			save.call(item, attributes, { ...options, emulateHTTP: true });
		item.destroy = () => destroy.call(item, { emulateHTTP: true });
		expect((await ending(write(item))).state).toBe('resolved');
		expect(lines()).toEqual([`POST posts/1?_method=${verb} ${verb}`]);
	});

	it.each(WRITES)('of Backbone is honoured for %s', async (verb, write) => {
		Object.assign(Backbone, { emulateHTTP: true });
		expect((await ending(write(post()))).state).toBe('resolved');
		expect(lines()).toEqual([expect.stringMatching(new RegExp(`^POST posts/1.* ${verb}$`))]);
	});

	it('leaves reading and creating alone', async () => {
		const api = open({ emulateHTTP: true });
		await new api.models.Post({ id: 1 }).fetch();
		await new api.models.Post().save({ title: 'x' });
		await new api.collections.Posts().fetch();
		expect(lines()).toEqual(['GET posts/1', 'POST posts', 'GET posts']);
	});

	it('keeps the arguments of a deletion', async () => {
		site.answers['POST users/1'] = ok({});
		await new (open({ emulateHTTP: true }).models.User)({ id: 1 }).destroy({ force: true, reassign: 2 });
		expect(lines()).toEqual(['POST users/1?force=true&reassign=2&_method=DELETE DELETE']);
	});

	it('joins the arguments with & where permalinks are plain', async () => {
		site.answers['POST /'] = ok({ id: 1 });
		await post({ emulateHTTP: true, root: `${location.origin}/?rest_route=/` }).save({ title: 'x' });
		expect(lines()).toEqual(['POST /?rest_route=/wp/v2/posts/1&_method=PUT PUT']);
	});

	it('of one API is none of another’s, nor of Backbone’s', async () => {
		site.answers['PUT posts/1'] = ok({ id: 1 });
		const first = post({ emulateHTTP: true });
		await first.save({ title: 'x' });
		await post().save({ title: 'x' });
		expect(lines()).toEqual(['POST posts/1?_method=PUT PUT', 'PUT posts/1']);
		expect([Backbone.emulateHTTP, Backbone.emulateJSON]).toEqual([false, false]);
	});

	it('asks once in the address, however often it tries', async () => {
		site.answers['POST posts/1'] = [fails(403, 'rest_cookie_invalid_nonce'), ok({ id: 1 })];
		site.answers['GET /wp-admin/admin-ajax.php'] = { body: 'abcdef0123' };
		await post({ emulateHTTP: true }).save({ title: 'x' });
		expect(lines().filter((line) => line.startsWith('POST'))).toEqual(
			Array(2).fill('POST posts/1?_method=PUT PUT'),
		);
	});
});

describe('a host that blocks verbs', () => {
	const BLOCKED: [string, object][] = [
		['405, a page', { status: 405, body: '<h1>Not Allowed' }],
		['501, a page', { status: 501, body: '<h1>Not Implemented' }],
		['405, nothing', { status: 405, body: '' }],
		['405, JSON of a proxy', { status: 405, body: { error: 'no' } }],
	];

	it.each(BLOCKED)('by %s: is asked once more, and remembered', async (_what, refusal) => {
		for (const [verb] of WRITES) site.answers[`${verb} posts/1`] = refusal;
		for (const [verb, write] of WRITES) {
			site.asked.length = 0;
			const api = open();
			expect((await ending(write(new api.models.Post({ id: 1 })))).state).toBe('resolved');
			expect((await ending(write(new api.models.Post({ id: 1 })))).state).toBe('resolved');
			const emulated = `POST posts/1?_method=${verb} ${verb}`;
			expect(lines()).toEqual([`${verb} posts/1`, emulated, emulated]);
		}
	});

	it('is remembered for the other verbs as well, and by one API alone', async () => {
		site.answers['PUT posts/1'] = { status: 405, body: 'No' };
		site.answers['DELETE posts/1'] = ok({});
		const api = open();
		const item = new api.models.Post({ id: 1 });
		await item.save({ title: 'x' });
		await item.destroy();
		await post().destroy();
		expect(lines().slice(2)).toEqual(['POST posts/1?_method=DELETE DELETE', 'DELETE posts/1']);
	});

	it('is told the same body, with a nonce; the callbacks are called once', async () => {
		site.answers['PUT posts/1'] = { status: 405, body: 'No' };
		const success = vi.fn();
		const error = vi.fn();
		await post().save({ title: 'x' }, { success, error });
		expect(site.asked[1]!.body).toEqual(site.asked[0]!.body);
		expect(site.asked[1]!.headers.get('x-wp-nonce')).toBe('N1');
		expect([success, error].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
	});

	it('that meets two writes at once: each is repeated once', async () => {
		const refusal = held();
		site.answers['PUT posts/1'] = refusal.answer;
		site.answers['PUT posts/2'] = refusal.answer;
		const { Post } = open().models;
		const both = [1, 2].map((id) => new Post({ id }).save({ title: 'x' }));
		await vi.waitUntil(() => site.asked.length === 2);
		refusal.give({ status: 405, body: 'No' });
		expect((await Promise.all(both.map(ending))).map(({ state }) => state)).toEqual(['resolved', 'resolved']);
		expect(lines().sort()).toEqual([
			'POST posts/1?_method=PUT PUT',
			'POST posts/2?_method=PUT PUT',
			'PUT posts/1',
			'PUT posts/2',
		]);
	});

	it('and POST as well: that is the end of it', async () => {
		site.answers['PUT posts/1'] = site.answers['POST posts/1'] = { status: 405, body: 'No' };
		const item = post();
		const { state, args } = await ending(item.save({ title: 'x' }));
		expect([state, args[0].status, args[0].code]).toEqual(['rejected', 405, 'http_error']);
		expect(lines()).toEqual(['PUT posts/1', 'POST posts/1?_method=PUT PUT']);
		await ending(item.save({ title: 'y' }));
		expect(site.asked).toHaveLength(3);
	});

	it.each([true, false, undefined])(
		'where emulateHTTP is %s: no request is made twice alike',
		async (emulateHTTP) => {
			site.answers['PUT posts/1'] = site.answers['POST posts/1'] = { status: 405, body: 'No' };
			await ending(post({ emulateHTTP }).save({ title: 'x' }));
			expect(new Set(lines()).size).toBe(lines().length);
		},
	);

	it('is served so in any case, also where emulateHTTP is false', async () => {
		site.answers['PUT posts/1'] = { status: 405, body: 'No' };
		expect((await ending(post({ emulateHTTP: false }).save({ title: 'x' }))).state).toBe('resolved');
	});

	it('where Backbone.emulateHTTP is on: it ends', async () => {
		Object.assign(Backbone, { emulateHTTP: true });
		site.answers['POST posts/1'] = { status: 405, body: 'No' };
		expect((await ending(post().save({ title: 'x' }))).state).toBe('rejected');
		expect(site.asked.length).toBeLessThanOrEqual(2);
	});

	it.each([
		[501, 'rest_trash_not_supported'],
		[405, 'rest_method_not_allowed'],
		[501, 'rest_cannot_do'],
	])('is not what answers %i %s: that was WordPress', async (status, code) => {
		site.answers['PUT posts/1'] = fails(status, code);
		const item = post();
		const { args } = await ending(item.save({ title: 'x' }));
		expect(args[0].code).toBe(code);
		expect(site.asked).toHaveLength(1);
	});

	it('is not what answers so to POST or GET', async () => {
		site.answers['POST posts'] = site.answers['GET posts'] = { status: 405, body: 'No' };
		const api = open();
		await ending(new api.models.Post().save({ title: 'x' }));
		await ending(new api.collections.Posts().fetch());
		site.answers['PUT posts/1'] = ok({ id: 1 });
		await new api.models.Post({ id: 1 }).save({ title: 'x' });
		expect(lines()).toEqual(['POST posts', 'GET posts', 'PUT posts/1']);
	});

	it.each([403, 404, 400, 500])('is not what answers %i', async (status) => {
		site.answers['PUT posts/1'] = { status, body: 'No' };
		await ending(post().save({ title: 'x' }));
		expect(site.asked).toHaveLength(1);
	});

	it('elsewhere is not this one', async () => {
		site.answers['PUT /elsewhere'] = { status: 405, body: 'No' };
		site.answers['PUT posts/1'] = ok({ id: 1 });
		const item = post();
		await ending(item.save({ title: 'x' }, { url: '/elsewhere' }));
		await item.save({ title: 'x' });
		expect(lines()).toEqual(['PUT /elsewhere', 'PUT posts/1']);
	});
});

describe('emulateJSON', () => {
	const FORM = 'application/x-www-form-urlencoded';
	const fields = (): string[] =>
		[...new URLSearchParams(site.asked.at(-1)!.body)].map((field) => field.join('='));

	it('sends forms, in PHP’s notation', async () => {
		await new (open({ emulateJSON: true }).models.Post)().save({
			title: 'Grüße & mehr',
			tags: [1, 2],
			meta: { isbn: '1' },
			sticky: false,
		});
		expect(site.asked[0]!.headers.get('content-type')).toContain(FORM);
		expect(fields()).toEqual([
			'title=Grüße & mehr',
			'tags[0]=1',
			'tags[1]=2',
			'meta[isbn]=1',
			'sticky=false',
		]);
	});

	it('leaves reading and deleting alone', async () => {
		site.answers['DELETE posts/1'] = ok({});
		const api = open({ emulateJSON: true });
		await new api.collections.Posts().fetch({ data: { search: 'a' } });
		await new api.models.Post({ id: 1 }).destroy();
		expect(lines()).toEqual(['GET posts?search=a', 'DELETE posts/1']);
		expect(site.asked.map(({ body }) => body)).toEqual(['', '']);
	});

	it('leaves what the caller has put together alone', async () => {
		await new (open({ emulateJSON: true }).models.Post)().save(null, {
			data: '{"title":"x"}',
			contentType: 'application/json',
		});
		expect(site.asked[0]!.body).toEqual({ title: 'x' });
		expect(site.asked[0]!.headers.get('content-type')).toBe('application/json');
	});

	it('of one API is none of another’s, nor of Backbone’s', async () => {
		await new (open({ emulateJSON: true }).models.Post)().save({ title: 'x' });
		await new (open().models.Post)().save({ title: 'x' });
		expect(site.asked.map(({ headers }) => headers.get('content-type')!.split(';')[0])).toEqual([
			FORM,
			'application/json',
		]);
		expect([Backbone.emulateHTTP, Backbone.emulateJSON]).toEqual([false, false]);
	});

	it('and emulateHTTP together', async () => {
		await post({ emulateHTTP: true, emulateJSON: true }).save({ title: 'x' }, { patch: true });
		expect(lines()).toEqual(['POST posts/1?_method=PATCH PATCH']);
		expect(fields()).toEqual(['title=x']);
	});

	it('has the same body at each attempt', async () => {
		site.answers['PUT posts/1'] = { status: 405, body: 'No' };
		await post({ emulateJSON: true }).save({ title: 'x' });
		expect(site.asked[1]!.body).toBe(site.asked[0]!.body);
		expect(site.asked[1]!.body).toContain('title=x');
	});
});

it('another site is sent what it takes', async () => {
	const api = open({ emulateHTTP: true, emulateJSON: true });
	const other = await api.init({ apiRoot: 'https://other.test/wp-json/', schema: small() });
	site.answers['PUT posts/1'] = ok({ id: 1 });
	await new (other.get('models').Post)({ id: 1 }).save({ title: 'x' });
	expect([site.asked[0]!.method, site.asked[0]!.url]).toEqual([
		'PUT',
		'https://other.test/wp-json/wp/v2/posts/1',
	]);
});
