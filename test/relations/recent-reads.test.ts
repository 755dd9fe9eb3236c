/** Related items that were read a moment ago come in; who is answered without a request goes out, and what makes an API ask again. */
import $ from 'jquery';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { batch, connect, type SettingsInput } from '../../src/index.ts';
import { recentReads } from '../../src/relations/recent-reads.ts';
import { small } from '../support/fake-schema.ts';
import { fails, fakeSite, held, listed, ok, ROOT, type Answer, type Asked } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

const site = fakeSite();
const having = ({ query }: Asked): Answer =>
	listed(
		String(query.get('include'))
			.split(',')
			.map((id) => ({ id: Number(id), name: `Number ${id}`, meta: { a: 1 } })),
	);

beforeEach(() => {
	site.answers = {
		'GET users/3': ok({ id: 3, name: 'Ann', meta: { a: 1 } }),
		'GET users/4': ok({ id: 4, name: 'Bob' }),
		'GET users': having,
		'GET tags': having,
		'GET media/5': ok({ id: 5 }),
		'GET pages/6': ok({ id: 6 }),
	};
	for (const verb of ['PUT', 'PATCH', 'DELETE', 'POST']) {
		for (const path of ['users/3', 'users/4', 'users/me', 'posts/1'])
			site.answers[`${verb} ${path}`] = ok({ id: 3 });
		site.answers[`${verb} users`] = ok({ id: 9 });
	}
	vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => void vi.useRealTimers());

const byAnn = (api: any, id = 1): any => new api.models.Post({ id, author: 3 });
const later = (milliseconds: number): unknown => vi.setSystemTime(Date.now() + milliseconds);
const reads = (): string[] => site.lines().filter((line) => line.startsWith('GET'));

describe('what was read a moment ago', () => {
	it('answers at once, in the same turn, without a request', async () => {
		const api = open();
		await byAnn(api).getAuthorUser();
		const promise = byAnn(api, 2).getAuthorUser();
		expect(promise.state()).toBe('resolved');
		expect((await promise).get('name')).toBe('Ann');
		expect(site.lines()).toEqual(['GET users/3']);
	});

	it('is an author, a picture, a parent, terms, what is linked', async () => {
		const api = open();
		const _links = { author: [{ href: `${ROOT}wp/v2/users/3` }] };
		const ask = (): Promise<any> => {
			const post = new api.models.Post({ id: 1, author: 3, featured_media: 5, tags: [7, 8], _links });
			const page = new api.models.Page({ id: 2, parent: 6 });
			return Promise.all([
				post.getAuthorUser(),
				post.getFeaturedMedia(),
				post.getTags(),
				post.getTerms('tags'),
				post.getLinked('author'),
				page.getParent(),
			]);
		};
		await ask();
		expect(site.asked).toHaveLength(4);
		await ask();
		expect(site.asked).toHaveLength(4);
	});

	it('leaves only what is new to be asked for', async () => {
		const api = open();
		await new api.models.Post({ id: 1, tags: [1, 2] }).getTags();
		const tags = await new api.models.Post({ id: 2, tags: [2, 3, 4, 1] }).getTags();
		expect(tags.map(({ id }: any) => id)).toEqual([2, 3, 4, 1]);
		expect(site.asked.map(({ query }) => query.get('include'))).toEqual(['1,2', '3,4']);
	});

	it('may be still under way: a later turn waits for the same answer', async () => {
		const slow = held();
		site.answers['GET users/3'] = slow.answer;
		const api = open();
		const first = byAnn(api).getAuthorUser();
		await vi.waitUntil(() => site.asked.length);
		const second = byAnn(api, 2).getAuthorUser();
		slow.give(ok({ id: 3, name: 'Ann' }));
		const [one, other] = await Promise.all([first, second]);
		expect([one.get('name'), other.get('name'), one === other]).toEqual(['Ann', 'Ann', false]);
		expect(site.lines()).toEqual(['GET users/3']);
	});

	it('is a model of each caller’s own, inside and out', async () => {
		const api = open();
		const one = await byAnn(api).getAuthorUser();
		one.get('meta').a = 2;
		one.set('name', 'Changed');
		const other = await byAnn(api).getAuthorUser();
		expect([other === one, other.get('name'), other.get('meta')]).toEqual([false, 'Ann', { a: 1 }]);
		const post = new api.models.Post({ id: 1, tags: [1, 2] });
		(await post.getTags())[0].meta.a = 2;
		expect((await post.getTags())[0].meta).toEqual({ a: 1 });
	});

	it('one caller calls off, and the others get it', async () => {
		const api = open();
		const controller = new AbortController();
		const called = ending(byAnn(api).getAuthorUser({ signal: controller.signal }));
		controller.abort();
		expect((await called).args[0].code).toBe('abort');
		expect((await byAnn(api).getAuthorUser()).id).toBe(3);
		const { args } = await ending(byAnn(api).getAuthorUser({ signal: controller.signal }));
		expect([args[0].code, site.asked.length]).toEqual(['abort', 1]);
	});

	it('is not what failed', async () => {
		site.answers['GET users/3'] = [fails(404, 'rest_user_invalid_id'), ok({ id: 3 })];
		const api = open();
		expect((await ending(byAnn(api).getAuthorUser())).state).toBe('rejected');
		expect((await ending(byAnn(api).getAuthorUser())).state).toBe('resolved');
	});

	it('is not what another API has read', async () => {
		await byAnn(open()).getAuthorUser();
		await byAnn(open()).getAuthorUser();
		expect(site.asked).toHaveLength(2);
	});
});

describe('relatedMaxAge', () => {
	it.each<[string, SettingsInput, number, number]>([
		['5 seconds, where it is not said', {}, 4999, 5000],
		['as many milliseconds as it says', { relatedMaxAge: 60_000 }, 59_999, 60_000],
		['a number as text, as PHP prints it', { relatedMaxAge: '200' as never }, 199, 200],
	])('is %s', async (_what, settings, within, after) => {
		const api = open(settings);
		await byAnn(api).getAuthorUser();
		later(within);
		await byAnn(api).getAuthorUser();
		expect(site.asked).toHaveLength(1);
		later(after - within);
		await byAnn(api).getAuthorUser();
		expect(site.asked).toHaveLength(2);
	});

	it.each([0, -1, NaN, null, false, '', 'long'])(
		'of %j is off: nothing is kept, nothing under way is shared',
		async (relatedMaxAge) => {
			const slow = held();
			const api = open({ relatedMaxAge: relatedMaxAge as never });
			site.answers['GET users/3'] = slow.answer;
			const first = byAnn(api).getAuthorUser();
			await vi.waitUntil(() => site.asked.length);
			const second = byAnn(api).getAuthorUser();
			await vi.waitUntil(() => site.asked.length === 2);
			slow.give(ok({ id: 3 }));
			await Promise.all([first, second]);
			await byAnn(api).getAuthorUser();
			expect(site.asked).toHaveLength(3);
		},
	);

	it('counts for another root, too', async () => {
		site.answers['GET /other/wp-json/wp/v2/users/3'] = ok({ id: 3 });
		const api = open({ relatedMaxAge: 0 });
		const other = await api.init({ apiRoot: `${location.origin}/other/wp-json/`, schema: small() });
		const models = { models: other.get('models') };
		await byAnn(models).getAuthorUser();
		await byAnn(models).getAuthorUser();
		expect(site.asked).toHaveLength(2);
	});

	it('a clock that is set back makes nothing recent for hours', async () => {
		const api = open();
		await byAnn(api).getAuthorUser();
		later(-3_600_000);
		await byAnn(api).getAuthorUser();
		expect(site.asked).toHaveLength(2);
	});
});

describe('`fresh: true` asks again', () => {
	it('what was read a moment ago, and others have that answer from then on', async () => {
		site.answers['GET users/3'] = [ok({ id: 3, name: 'Old' }), ok({ id: 3, name: 'New' })];
		const api = open();
		await byAnn(api).getAuthorUser();
		expect((await byAnn(api).getAuthorUser({ fresh: true })).get('name')).toBe('New');
		expect((await byAnn(api).getAuthorUser()).get('name')).toBe('New');
		expect(site.asked).toHaveLength(2);
	});

	it('what is still under way', async () => {
		const slow = held();
		site.answers['GET users/3'] = [slow.answer as never, ok({ id: 3, name: 'New' })];
		const api = open();
		const first = byAnn(api).getAuthorUser();
		await vi.waitUntil(() => site.asked.length);
		expect((await byAnn(api).getAuthorUser({ fresh: true })).get('name')).toBe('New');
		slow.give(ok({ id: 3, name: 'Old' }));
		await first;
		expect((await byAnn(api).getAuthorUser()).get('name')).toBe('New');
	});

	it('what came embedded: an author, terms, what is linked', async () => {
		const api = open();
		const post = new api.models.Post({
			id: 1,
			author: 3,
			tags: [7, 8],
			_links: { author: [{ href: `${ROOT}wp/v2/users/3` }] },
			_embedded: { author: [{ id: 3, name: 'Embedded' }], 'wp:term': [[{ id: 7 }, { id: 8 }]] },
		});
		const options = { fresh: true };
		expect((await post.getAuthorUser(options)).get('name')).toBe('Ann');
		expect((await post.getTags(options))[0].name).toBe('Number 7');
		expect((await post.getLinked('author', options)).get('name')).toBe('Ann');
		expect(reads()).toEqual(['GET users/3', 'GET tags?include=7,8&per_page=100', 'GET users/3']);
	});

	it('once for all who ask so in one turn', async () => {
		const api = open();
		await byAnn(api).getAuthorUser();
		await Promise.all([1, 2].map((id) => byAnn(api, id).getAuthorUser({ fresh: true })));
		expect(site.asked).toHaveLength(2);
	});
});

describe('a write forgets what was read', () => {
	const user = ({ models }: any, id = 3): any => new models.User({ id, name: 'x' });

	it.each<[string, (api: any) => any]>([
		['a save of the item', (api) => user(api).save()],
		['a patch', (api) => user(api).save({ name: 'y' }, { patch: true })],
		['a deletion', (api) => user(api).destroy({ reassign: 1 })],
		['a create in its list', ({ models }) => new models.User({ name: 'x' }).save()],
		['create()', ({ collections }) => new collections.Users().create({ name: 'x' }).save()],
		['a POST by fetch()', (api) => user(api).fetch({ type: 'POST' })],
		[
			'one to `me`, who may be anybody',
			({ models }) => new models.UsersMe().save({ name: 'x' }, { patch: true }),
		],
		[
			'one below it',
			(api) => user(api).save(null, { url: `${ROOT}wp/v2/users/3/application-passwords`, patch: true }),
		],
		['one that fails', (api) => user(api).save(null, { url: `${ROOT}wp/v2/users/3/nowhere` })],
	])('%s', async (_what, write) => {
		const api = open();
		await byAnn(api).getAuthorUser();
		await ending(write(api));
		await site.idle();
		const before = reads().length;
		await byAnn(api).getAuthorUser();
		expect(reads().length).toBe(before + 1);
	});

	it.each<[string, (api: any) => any]>([
		['of another item', (api) => user(api, 4).save()],
		['of another route', ({ models }) => new models.Post({ id: 1, title: 'x' }).save()],
		['that is a read', (api) => user(api, 4).fetch()],
		['elsewhere', (api) => user(api).save(null, { url: '/elsewhere/wp/v2/users/3' })],
	])('but not one %s', async (_what, write) => {
		const api = open();
		await byAnn(api).getAuthorUser();
		await ending(write(api));
		expect(byAnn(api).getAuthorUser().state()).toBe('resolved');
	});

	it('in a batch, too', async () => {
		const schema = small();
		for (const { endpoints } of Object.values(schema.routes))
			for (const endpoint of endpoints) Object.assign(endpoint, { allow_batch: { v1: true } });
		const api: any = connect({ root: ROOT, schema, cacheSchema: false }, [batch]);
		site.answers['POST batch/v1'] = ok({ responses: [3, 4].map((id) => ({ status: 200, body: { id } })) });
		await byAnn(api).getAuthorUser();
		await api.batch(() => [3, 4].forEach((id) => user(api, id).save()));
		await byAnn(api).getAuthorUser();
		expect(site.lines()).toEqual(['GET users/3', 'POST batch/v1', 'GET users/3']);
	});

	it('a read that left before it is not used after it', async () => {
		const [read, write] = [held(), held()];
		site.answers['GET users/3'] = [read.answer as never, ok({ id: 3, name: 'New' })];
		site.answers['PUT users/3'] = write.answer;
		const api = open();
		const first = byAnn(api).getAuthorUser();
		await vi.waitUntil(() => site.asked.length);
		const saving = user(api).save();
		await vi.waitUntil(() => site.asked.length === 2);
		write.give(ok({ id: 3, name: 'New' }));
		await saving;
		read.give(ok({ id: 3, name: 'Old' }));
		await first;
		expect((await byAnn(api).getAuthorUser()).get('name')).toBe('New');
	});

	it('a read that was answered while it was under way is not used after it', async () => {
		const write = held();
		site.answers['GET users/3'] = [ok({ id: 3, name: 'Old' }), ok({ id: 3, name: 'New' })];
		site.answers['PUT users/3'] = write.answer;
		const api = open();
		const saving = user(api).save();
		expect((await byAnn(api).getAuthorUser()).get('name')).toBe('Old');
		write.give(ok({ id: 3, name: 'New' }));
		await saving;
		expect((await byAnn(api).getAuthorUser()).get('name')).toBe('New');
	});
});

it('what is too old is not kept in memory', () => {
	const kept = recentReads(100);
	const answer = $.Deferred().resolve({}).promise() as never;
	kept.keep('/wp/v2/users/3', answer);
	later(100);
	kept.dropOld();
	later(-100);
	expect(kept.find('/wp/v2/users/3')).toBeUndefined();
});
