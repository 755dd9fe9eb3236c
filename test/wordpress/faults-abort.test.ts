/**
 * Every method that sends is called off, by its signal or by `abort()`, and by the clock; how it ended, and whether anything was sent, go
 * out.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silent } from '../faults/faults.ts';
import { useFaults, type Faults } from '../faults/page.ts';
import type { Spot } from '../faults/server.ts';
import { failureOf } from './client.ts';

let here: Faults;
beforeAll(async () => {
	here = await useFaults();
});
afterAll(() => here.close());

const known = {
	id: 1,
	title: { raw: 'A title' },
	author: 2,
	featured_media: 3,
	tags: [4],
	categories: [5, 6],
	parent: 7,
};
const post = (api: any): any => new api.models.Post({ ...known });
const listed = (api: any): any => {
	const posts = new api.collections.Posts();
	Object.assign(posts.state, { data: {}, currentPage: 1, totalPages: 2, totalObjects: 20 });
	return posts;
};
const file = new Blob(['salt'], { type: 'text/plain' });

type Send = (api: any, options: { signal?: AbortSignal; timeout?: number }) => PromiseLike<unknown>;

const requests: Record<string, Send> = {
	'fetch() of an item': (api, options) => post(api).fetch(options),
	'fetch() by slug': (api, options) => new api.models.Post({ slug: 'a' }).fetch(options),
	'fetch() of a list': (api, options) => listed(api).fetch(options),
	'fetch() of the schema': (api, options) => new api.models.Schema().fetch(options),
	'save() of a new item': (api, options) => new api.models.Post({ title: 'A' }).save(null, options),
	'save()': (api, options) => post(api).save({ title: 'B' }, options),
	'saveChanges()': (api, options) => post(api).saveChanges({ title: 'B' }, options),
	'saveChanges() by name': (api, options) => post(api).saveChanges('title', 'B', options),
	'destroy()': (api, options) => post(api).destroy(options),
	'more()': (api, options) => listed(api).more(options),
	'upload()': (api, options) => new api.models.Media().upload(file, options),
	'save() with a file': (api, options) => new api.models.Media({ file }).save(null, options),
};

const helpers: Record<string, Send> = {
	'fetchAll()': (api, options) => listed(api).fetchAll(options),
	'pages()': (api, options) => listed(api).pages(options).next(),
	'getAuthorUser()': (api, options) => post(api).getAuthorUser(options),
	'getFeaturedMedia()': (api, options) => post(api).getFeaturedMedia(options),
	'getTags()': (api, options) => post(api).getTags(options),
	'getCategories() of several': (api, options) => post(api).getCategories(options),
	'getTags() of a post that was not fetched': (api, options) =>
		new api.models.Post({ id: 1 }).getTags(options),
	'getTerms()': (api, options) => post(api).getTerms('tags', options),
	'getRevisions()': (api, options) => post(api).getRevisions(options),
	'getAutosaves()': (api, options) => post(api).getAutosaves(options),
	'getComments()': (api, options) => post(api).getComments(options),
	'getParent()': (api, options) => new api.models.Page({ id: 1, parent: 2 }).getParent(options),
	'getChildren()': (api, options) => new api.models.Page({ id: 1 }).getChildren(options),
	'getLinked() of an item': (api, options) => linked(api, 'users/2').getLinked('author', options),
	'getLinked() of a list': (api, options) => linked(api, 'posts/1/revisions').getLinked('author', options),
	'setTerms() by ids': (api, options) => post(api).setTerms('tags', [1], options),
	'setTags() by slugs': (api, options) => post(api).setTags(['a'], options),
	'a member of a batch': (api, options) => {
		let sent!: PromiseLike<unknown>;
		api.batch(() => {
			sent = post(api).save({ title: 'B' }, options);
			post(api).save({ title: 'C' }, options);
		});
		return sent;
	},
};

function linked(api: any, path: string): any {
	const { apiRoot } = api.endpoints.at(0).attributes as { apiRoot: string };
	return new api.models.Post({ id: 1, _links: { author: [{ href: `${apiRoot}wp/v2/${path}` }] } });
}

const arrival = async ({ asked }: Spot, many = 1): Promise<void> => {
	while (asked.length < many) await new Promise((resolve) => setTimeout(resolve, 5));
};
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

describe.each(Object.entries({ ...requests, ...helpers }))('%s', (_name, send) => {
	it('is called off by its signal', async () => {
		const { api, spot } = here.open({}, silent);
		const controller = new AbortController();
		const failure = failureOf(send(api, { signal: controller.signal }));
		await arrival(spot);
		controller.abort();
		expect(await failure).toMatchObject({ code: 'abort', message: 'The request was aborted.' });
		await aMoment();
		// Nothing follows, and nothing is tried again.
		expect(spot.asked).toHaveLength(1);
	});

	it('sends nothing when its signal has called off before', async () => {
		const { api, spot } = here.open({}, silent);
		const controller = new AbortController();
		controller.abort();
		expect((await failureOf(send(api, { signal: controller.signal }))).code).toBe('abort');
		await aMoment();
		expect(spot.asked).toEqual([]);
	});

	it('is given up when the time of its API is over', async () => {
		const { api, spot } = here.open({ timeout: 60 }, silent);
		expect((await failureOf(send(api, {}))).code).toBe('timeout');
		expect(spot.asked).toHaveLength(1);
	});
});

describe.each(Object.entries({ ...requests, 'fetchAll()': helpers['fetchAll()']! }))('%s', (_name, send) => {
	it('is called off by abort()', async () => {
		const { api, spot } = here.open({}, silent);
		const sent = send(api, {}) as unknown as JQuery.jqXHR;
		const failure = failureOf(sent);
		await arrival(spot);
		sent.abort();
		expect((await failure).code).toBe('abort');
	});
});

describe.each(Object.entries(requests))('%s', (_name, send) => {
	it('has a time of its own, before that of its API', async () => {
		const { api } = here.open({ timeout: 60_000 }, silent);
		expect((await failureOf(send(api, { timeout: 60 }))).code).toBe('timeout');
	});
});

it('one of two who wait for the same item can leave', async () => {
	const { api, spot } = here.open();
	const controller = new AbortController();
	const [one, other] = [new api.models.Post({ id: 1, author: 1 }), new api.models.Post({ id: 2, author: 1 })];
	const left = failureOf(one.getAuthorUser({ signal: controller.signal }));
	const stays = other.getAuthorUser();
	controller.abort();
	expect((await left).code).toBe('abort');
	expect((await stays).get('slug')).toBe('admin');
	expect(spot.asked).toHaveLength(1);
});

it('a repetition that is waited for is called off', async () => {
	let tries = 0;
	const { api } = here.open({}, () => {
		tries++;
		return Promise.resolve({ status: 503, headers: { 'retry-after': '1' }, body: '' });
	});
	const controller = new AbortController();
	const failure = failureOf(post(api).fetch({ signal: controller.signal }));
	while (!tries) await aMoment();
	await aMoment();
	controller.abort();
	expect((await failure).code).toBe('abort');
	await new Promise((resolve) => setTimeout(resolve, 1100));
	expect(tries).toBe(1);
});

it('a page that is called off between two pages gets no further one', async () => {
	const { api, spot } = here.open();
	const controller = new AbortController();
	const pages = new api.collections.Posts().pages({
		data: { per_page: 10, _fields: 'id' },
		signal: controller.signal,
	});
	expect((await pages.next()).value.length).toBe(10);
	controller.abort();
	expect((await failureOf(pages.next())).code).toBe('abort');
	expect(spot.asked).toHaveLength(1);
});
