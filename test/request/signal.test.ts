/** Signals come in, fired before, during and after what they call off; an `abort` goes out, once, and no listener stays. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isWPApiError } from '../../src/index.ts';
import { fails, fakeSite, held, listed, ok } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';
import { watch } from '../support/watch.ts';

const site = fakeSite();

/** A signal that counts who listens. */
function counted(): { controller: AbortController; signal: AbortSignal; listeners: () => number } {
	const controller = new AbortController();
	const { signal } = controller;
	const added = vi.spyOn(signal, 'addEventListener');
	const removed = vi.spyOn(signal, 'removeEventListener');
	return {
		controller,
		signal,
		listeners: () => {
			const gone = removed.mock.calls.map(([, listener]) => listener);
			return added.mock.calls.filter(([, listener]) => !gone.includes(listener)).length;
		},
	};
}

beforeEach(() => {
	site.answers = {
		'GET posts/1': ok({ id: 1, slug: 'late' }),
		'PUT posts/1': ok({ id: 1, slug: 'late' }),
		'PATCH posts/1': ok({ id: 1, slug: 'late' }),
		'DELETE posts/1': ok({ id: 1 }),
		'POST posts': ok({ id: 2, slug: 'late' }),
		'GET posts': listed([{ id: 1 }], 200, 2),
	};
});
afterEach(() => vi.restoreAllMocks());

const SENDERS: [string, (api: any, options: object) => any][] = [
	['fetch()', ({ models }, options) => new models.Post({ id: 1 }).fetch(options)],
	['save()', ({ models }, options) => new models.Post({ id: 1 }).save({ title: 'x' }, options)],
	['save() of a new item', ({ models }, options) => new models.Post().save({ title: 'x' }, options)],
	['saveChanges()', ({ models }, options) => new models.Post({ id: 1 }).saveChanges({ title: 'x' }, options)],
	['destroy()', ({ models }, options) => new models.Post({ id: 1 }).destroy(options)],
	['fetch() of a list', ({ collections }, options) => new collections.Posts().fetch(options)],
	['fetchAll()', ({ collections }, options) => new collections.Posts().fetchAll(options)],
];

describe.each(SENDERS)('%s', (_what, send) => {
	it('with a signal that was fired before sends nothing, and says so in a later turn', async () => {
		const { controller, signal, listeners } = counted();
		controller.abort();
		const promise = send(open(), { signal });
		expect(promise.state()).toBe('pending');
		const { state, args } = await ending(promise);
		expect([state, args[0].code, isWPApiError(args[0])]).toEqual(['rejected', 'abort', true]);
		await site.idle();
		expect(site.asked).toEqual([]);
		expect(listeners()).toBe(0);
	});

	it('is ended by one that is fired meanwhile', async () => {
		const { controller, signal, listeners } = counted();
		const never = held();
		for (const line of Object.keys(site.answers)) site.answers[line] = never.answer;
		const promise = send(open(), { signal });
		await vi.waitUntil(() => site.asked.length === 1);
		controller.abort();
		expect(promise.state()).toBe('rejected');
		const { args } = await ending(promise);
		expect([args[0].code, args[0].status]).toEqual(['abort', 0]);
		never.give(ok({}));
		await site.idle();
		expect(listeners()).toBe(0);
	});

	it('is left alone by one that is fired afterwards, to which nobody listens any more', async () => {
		const { controller, signal, listeners } = counted();
		const promise = send(open(), { signal });
		expect((await ending(promise)).state).toBe('resolved');
		expect(listeners()).toBe(0);
		controller.abort();
		await site.idle();
		expect(promise.state()).toBe('resolved');
	});
});

describe('a signal', () => {
	it('tells events and callbacks once, and the model stays as it is', async () => {
		const { controller, signal } = counted();
		const later = held();
		site.answers['GET posts/1'] = later.answer;
		const post = new (open().models.Post)({ id: 1 });
		const { seen, options } = watch(post);
		void ending(post.fetch({ ...options, signal }));
		await vi.waitUntil(() => site.asked.length === 1);
		controller.abort();
		controller.abort();
		later.give(ok({ id: 1, slug: 'late' }));
		await site.idle();
		expect(seen).toEqual(['request', 'error/3', 'error', 'complete/2']);
		expect(post.get('slug')).toBeUndefined();
	});

	it('that was fired before tells `request` before `error`', async () => {
		const post = new (open().models.Post)({ id: 1 });
		const { seen, options } = watch(post);
		await ending(post.fetch({ ...options, signal: AbortSignal.abort() }));
		expect(seen).toEqual(['request', 'error/3', 'error', 'complete/2']);
	});

	it('may have a reason of its own: the code is `abort`', async () => {
		const controller = new AbortController();
		const xhr = new (open().models.Post)({ id: 1 }).fetch({ signal: controller.signal });
		controller.abort(new Error('Enough.'));
		expect((await ending(xhr)).args.slice(1)).toEqual(['abort', 'abort']);
	});

	it('fired while a nonce is renewed: the request is not repeated', async () => {
		const { controller, signal, listeners } = counted();
		const renewal = held();
		site.answers['PUT posts/1'] = [fails(403, 'rest_cookie_invalid_nonce'), ok({ id: 1 })];
		site.answers['GET /wp-admin/admin-ajax.php'] = renewal.answer;
		const xhr = new (open().models.Post)({ id: 1 }).save({ title: 'x' }, { signal });
		await vi.waitUntil(() => site.asked.length === 2);
		controller.abort();
		expect([xhr.state(), xhr.code]).toEqual(['rejected', 'abort']);
		renewal.give({ body: 'abcdef0123' });
		await site.idle();
		expect(site.lines().filter((line) => line.startsWith('PUT'))).toHaveLength(1);
		expect(listeners()).toBe(0);
	});

	it('ends one request, and no other that has none', async () => {
		const { controller, signal } = counted();
		const { Post } = open().models;
		const one = new Post({ id: 1 }).fetch({ signal });
		const other = new Post({ id: 1 }).fetch();
		controller.abort();
		expect((await ending(one)).state).toBe('rejected');
		expect((await ending(other)).state).toBe('resolved');
	});

	it('may be shared by many', () => {
		const { controller, signal, listeners } = counted();
		const { Post } = open().models;
		const all = [1, 2, 3].map(() => new Post({ id: 1 }).fetch({ signal }));
		expect(listeners()).toBe(3);
		controller.abort();
		expect(all.map((xhr) => xhr.code)).toEqual(['abort', 'abort', 'abort']);
		expect(listeners()).toBe(0);
	});
});

describe('reads that are gathered', () => {
	beforeEach(() => {
		site.answers = {
			'GET users': listed([
				{ id: 7, name: 'Ann' },
				{ id: 8, name: 'Ben' },
			]),
			'GET users/7': ok({ id: 7, name: 'Ann' }),
		};
	});
	const post = (api: any, author: number): any => new api.models.Post({ id: author, author });

	it('one caller’s signal leaves the others alone', async () => {
		const { controller, signal, listeners } = counted();
		const api = open();
		const aborted = post(api, 7).getAuthorUser({ signal });
		const same = post(api, 7).getAuthorUser();
		const other = post(api, 8).getAuthorUser();
		controller.abort();
		const { state, args } = await ending(aborted);
		expect([state, args[0].code, isWPApiError(args[0])]).toEqual(['rejected', 'abort', true]);
		expect((await same).get('name')).toBe('Ann');
		expect((await other).get('name')).toBe('Ben');
		expect(site.asked).toHaveLength(1);
		expect(listeners()).toBe(0);
	});

	it('a signal that was fired before rejects, and a good one is forgotten', async () => {
		const { signal, listeners } = counted();
		const api = open();
		const early = post(api, 7).getAuthorUser({ signal: AbortSignal.abort() });
		const good = post(api, 7).getAuthorUser({ signal });
		expect((await ending(early)).args[0].code).toBe('abort');
		expect((await good).get('name')).toBe('Ann');
		expect(listeners()).toBe(0);
	});

	it('the related list of an item takes one as well', async () => {
		const { controller, signal } = counted();
		const never = held();
		site.answers['GET posts/1/revisions'] = never.answer;
		const promise = new (open().models.Post)({ id: 1 }).getRevisions({ signal });
		await vi.waitUntil(() => site.asked.length === 1);
		controller.abort();
		expect((await ending(promise)).args[0].code).toBe('abort');
		never.give(listed([]));
	});
});

describe('methods of helpers that send', () => {
	let never = held();
	beforeEach(() => {
		never = held();
	});
	afterEach(() => never.give(ok([])));

	it.each<[string, (item: any, options: object) => any]>([
		['getTags()', (item, options) => item.getTags(options)],
		['getCategories()', (item, options) => item.getCategories(options)],
		['setCategories()', (item, options) => item.setCategories(['news'], options)],
		['setCategories() with ids', (item, options) => item.setCategories([3], options)],
		['getFeaturedMedia()', (item, options) => item.getFeaturedMedia(options)],
		['getAuthorUser()', (item, options) => item.getAuthorUser(options)],
		['getRevisions()', (item, options) => item.getRevisions(options)],
	])('%s is ended by its signal', async (_what, call) => {
		site.answers = {};
		for (const line of ['tags', 'categories', 'media/5', 'users/7', 'posts/1/revisions'])
			site.answers[`GET ${line}`] = never.answer;
		site.answers['PUT posts/1'] = site.answers['PATCH posts/1'] = never.answer;
		const controller = new AbortController();
		const item = new (open().models.Post)({ id: 1, author: 7, featured_media: 5 });
		const promise = call(item, { signal: controller.signal });
		await vi.waitUntil(() => site.asked.length === 1);
		controller.abort();
		await vi.waitUntil(() => promise.state() !== 'pending');
		expect((await ending(promise)).args[0].code).toBe('abort');
	});
});
