/** Answers that overlap on a real WordPress: whatever comes first, what is shown in the end is what is on the server. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createIn, onServer, openApi } from './client.ts';
import { useSite, type Site } from './site.ts';

const TIMES = 50;

/** Milliseconds: some hundred requests, which the one PHP answers by turns. */
const LONG = 300_000;

describe('on the newest version', () => {
	let site: Site;
	let api: any;
	beforeAll(async () => {
		site = await useSite('newest');
		api = await openApi(site);
	});

	const saved = async (id: number): Promise<object> => {
		const { status, title, sticky } = await onServer(site, `wp/v2/posts/${id}?context=edit`);
		return { status, title: title.raw, sticky };
	};
	const shown = (post: any): object => {
		const { status, title, sticky } = post.attributes;
		return { status, title: title.raw ?? title, sticky };
	};
	const newPost = (title: string): Promise<any> =>
		createIn(new api.collections.Posts(), { title, status: 'draft' });

	it(
		`${TIMES} times: a save that overtakes a read, or is overtaken by it, is not undone`,
		async () => {
			const { id } = await newPost('Overlapping');
			const post = new api.models.Post({ id });
			await post.fetch({ data: { context: 'edit' } });
			for (let i = 0; i < TIMES; i++) {
				const reading = post.fetch({ data: { context: 'edit' } });
				const sticky = i % 2 === 0;
				const saving = post.save({ sticky, title: `Title ${i}` }, i % 3 ? {} : { patch: true });
				await Promise.all([reading, saving]);
				expect(shown(post)).toEqual({ status: 'draft', title: `Title ${i}`, sticky });
			}
			expect(shown(post)).toEqual(await saved(id));
			await post.save({ status: 'publish' });
			expect(await saved(id)).toMatchObject({ status: 'publish', title: `Title ${TIMES - 1}` });
			await post.destroy({ force: true });
		},
		LONG,
	);

	it(
		`${TIMES} times: a list that is polled while its items are saved shows what is saved`,
		async () => {
			const made = [await newPost('Polled 1'), await newPost('Polled 2')];
			const include = made.map(({ id }) => id).sort();
			const list = new api.collections.Posts();
			const poll = (reset: boolean): Promise<unknown> =>
				list.fetch({ reset, data: { include, status: 'any', context: 'edit', orderby: 'include' } });
			await poll(false);
			for (let i = 0; i < TIMES; i++) {
				const [first, second] = list.models;
				const polling = poll(i % 5 === 0);
				const saving = first.save({ title: `First ${i}` });
				const changing = second.saveChanges({ sticky: i % 2 === 0 });
				await Promise.all([polling, saving, changing]);
			}
			await Promise.all(list.map(async (post: any) => expect(shown(post)).toEqual(await saved(post.id))));
			expect(list.at(0).get('title').raw).toBe(`First ${TIMES - 1}`);
			await Promise.all(made.map(({ id }) => new api.models.Post({ id }).destroy({ force: true })));
		},
		LONG,
	);
});
