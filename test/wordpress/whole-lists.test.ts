/** Lists of a live site come in; all of their pages go out, in order, and where a list stands while its pages come. */
import Backbone from 'backbone';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIn, failureOf, onServer, openApi, requestsOf } from './client.ts';
import { useSite, type Site } from './site.ts';

/** The magazine's published posts. */
const all = Array.from({ length: 30 }, (_, i) => i + 1);
const byIds = { orderby: 'id', order: 'asc' };

describe('on the newest version', () => {
	let site: Site;
	let api: any;
	beforeAll(async () => {
		site = await useSite('newest');
		api = await openApi(site);
	});

	describe('fetchAll', () => {
		it('brings every page, in order, and tells how far it is', async () => {
			const posts = new api.collections.Posts();
			const progress: number[][] = [];
			const sent = await requestsOf(site, async () => {
				const loading = posts.fetchAll({ data: { ...byIds, per_page: 5 } });
				loading.progress((done: number, total: number) => progress.push([done, total, posts.length]));
				expect(await loading).toBe(posts);
			});
			expect(posts.pluck('id')).toEqual(all);
			expect(progress).toEqual([1, 2, 3, 4, 5, 6].map((page) => [page, 6, page * 5]));
			expect(sent.map(({ path }) => /[?&]page=(\d+)/.exec(path)?.[1])).toEqual([
				undefined,
				'2',
				'3',
				'4',
				'5',
				'6',
			]);
			expect(posts.state).toMatchObject({ currentPage: 6, totalPages: 6, totalObjects: 30 });
			expect([posts.hasMore(), posts.more()]).toEqual([false, false]);
		});

		it('goes on from an offset', async () => {
			const posts = new api.collections.Posts();
			await posts.fetchAll({ data: { ...byIds, per_page: 5, offset: 13 } });
			expect(posts.pluck('id')).toEqual(all.slice(13));
			expect(posts.hasMore()).toBe(false);
		});

		it('asks for a hundred at a time, and for more than a hundred ids', async () => {
			const tags = new api.collections.Tags();
			const sent = await requestsOf(site, () => tags.fetchAll());
			expect(sent).toHaveLength(2);
			expect(tags.length).toBe(tags.state.totalObjects);
			expect(tags.length).toBeGreaterThan(100);

			const ids = tags.pluck('id').reverse();
			const chosen = new api.collections.Tags();
			await chosen.fetchAll({ data: { include: ids, orderby: 'include' } });
			expect(chosen.pluck('id')).toEqual(ids);
		});

		it('takes its query as text', async () => {
			const posts = new api.collections.Posts();
			await posts.fetchAll({ data: 'per_page=8&orderby=id&order=asc&exclude[]=1&exclude[]=30' });
			expect(posts.pluck('id')).toEqual(all.slice(1, -1));
		});

		it('says what the server refuses, and leaves the list as it was', async () => {
			const posts = new api.collections.Posts([{ id: 1 }]);
			const { code, params } = await failureOf(posts.fetchAll({ data: { orderby: 'nothing' } }));
			expect([code, Object.keys(params)]).toEqual(['rest_invalid_param', ['orderby']]);
			expect(posts.pluck('id')).toEqual([1]);
		});

		it('is called off, and keeps what was there', async () => {
			const posts = new api.collections.Posts();
			const loading = posts.fetchAll({ data: { ...byIds, per_page: 5 }, concurrency: 1 });
			loading.progress((done: number) => done === 3 && loading.abort());
			expect((await failureOf(loading)).code).toBe('abort');
			expect(posts.pluck('id')).toEqual(all.slice(0, 15));
			expect([posts.state.currentPage, posts.hasMore()]).toEqual([3, true]);
			await posts.more({ remove: false });
			expect(posts.pluck('id')).toEqual(all.slice(0, 20));
		});
	});

	describe('pages', () => {
		it('come one after another, each as a list of its own, and only as far as they are wanted', async () => {
			const ids: number[][] = [];
			const sent = await requestsOf(site, async () => {
				for await (const page of new api.collections.Posts().pages({ data: { ...byIds, per_page: 5 } })) {
					expect(page).toBeInstanceOf(api.collections.Posts);
					ids.push(page.pluck('id'));
					if (ids.length === 3) break;
				}
			});
			expect(ids).toEqual([all.slice(0, 5), all.slice(5, 10), all.slice(10, 15)]);
			expect(sent).toHaveLength(3);
		});

		it('come from an offset to the end', async () => {
			const ids: number[] = [];
			const data = { ...byIds, per_page: 9, offset: 4 };
			for await (const page of new api.collections.Posts().pages({ data })) ids.push(...page.pluck('id'));
			expect(ids).toEqual(all.slice(4));
		});
	});

	it('row 70: a further page replaces this one, unless it is told not to', async () => {
		const posts = new api.collections.Posts();
		await posts.fetch({ data: { ...byIds, per_page: 4 } });
		await posts.more();
		expect(posts.pluck('id')).toEqual(all.slice(4, 8));
		await posts.more({ remove: false });
		expect(posts.pluck('id')).toEqual(all.slice(4, 12));
	});

	it('row 72: the caller’s own data counts, and is left alone', async () => {
		const posts = new api.collections.Posts();
		await posts.fetch({ data: { ...byIds, per_page: 4 } });
		const options = { data: { per_page: 10 } };
		await posts.more(options);
		expect(posts.pluck('id')).toEqual(all.slice(10, 20));
		await posts.more(options);
		expect(posts.pluck('id')).toEqual(all.slice(20));
		expect(options).toEqual({ data: { per_page: 10 } });
	});

	it('row 73: after an error the next page is still the next', async () => {
		const posts = new api.collections.Posts();
		await posts.fetch({ data: { ...byIds, per_page: 10 } });
		const { code } = await failureOf(posts.more({ data: { order: 'sideways' } }));
		expect(code).toBe('rest_invalid_param');
		await posts.more();
		expect(posts.pluck('id')).toEqual(all.slice(10, 20));
	});

	it('row 74: of two searches the later one counts, whichever is answered first', async () => {
		const posts = new api.collections.Posts();
		const { ajax } = Backbone;
		let answered: () => void = () => undefined;
		const later = new Promise<void>((resolve) => (answered = resolve));
		// The answer to the first is delivered after that to the second.
		Backbone.ajax = (options: any) => {
			const { success } = options;
			const isFirst = options.data.include === '1';
			return ajax.call(Backbone, {
				...options,
				success: async (...args: unknown[]) => {
					if (isFirst) await later;
					success(...args);
					answered();
				},
			});
		};
		try {
			await Promise.all([posts.fetch({ data: { include: '1' } }), posts.fetch({ data: { include: '2,3' } })]);
		} finally {
			Backbone.ajax = ajax;
		}
		expect(posts.pluck('id').sort()).toEqual([2, 3]);
		expect(posts.state).toMatchObject({ data: { include: '2,3' }, totalObjects: 2 });
	});

	it('row 76: further pages take text as well', async () => {
		const posts = new api.collections.Posts();
		await posts.fetch({ data: 'orderby=id&order=asc&per_page=4' });
		await posts.more({ data: 'per_page=6' });
		expect(posts.pluck('id')).toEqual(all.slice(6, 12));
	});

	it('row 77: where the server does not count, nobody knows whether there is more', async () => {
		const types = new api.collections.Types();
		await types.fetchAll();
		expect(types.pluck('slug').sort()).toEqual(Object.keys(await onServer(site, 'wp/v2/types')).sort());
		expect(types.state).toMatchObject({ currentPage: 1, totalPages: null, totalObjects: null });
		expect([types.hasMore(), types.more()]).toEqual([null, false]);
	});

	it('row 78: the totals are the server’s, as it last told them', async () => {
		const tags = new api.collections.Tags();
		await tags.fetch({ data: { per_page: 1 } });
		const { totalObjects } = tags.state;
		const tag = await createIn(tags, { name: 'Counted' });
		expect([tags.length, tags.state.totalObjects]).toEqual([2, totalObjects]);
		await tags.fetch({ data: { per_page: 1 } });
		expect(tags.state.totalObjects).toBe(totalObjects + 1);
		await tag.destroy();
	});

	it('row 79: of no ids is empty, and all pages of it are', async () => {
		const posts = new api.collections.Posts([{ id: 1 }]);
		const sent = await requestsOf(site, () => posts.fetchAll({ data: { include: [] } }));
		expect([posts.length, sent]).toEqual([0, []]);
	});
});
