/**
 * Answers that are not what they should be, cut anywhere, with notices of all kinds, or of another request, come in; that nothing is taken
 * for an answer that is none goes out.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { answers, NOTICE, only, redirected, spoilt } from '../faults/faults.ts';
import { useFaults, type Faults } from '../faults/page.ts';
import { failureOf, onServer } from './client.ts';

let here: Faults;
let item: string;
let list: string;
beforeAll(async () => {
	here = await useFaults();
	const read = async (path: string): Promise<string> => JSON.stringify(await onServer(here.site, path));
	item = await read('wp/v2/posts/1?context=edit');
	list = await read('wp/v2/posts?per_page=2');
});
afterAll(() => here.close());
afterEach(() => vi.restoreAllMocks());

const json = { 'content-type': 'application/json' };
const quiet = (): ReturnType<typeof vi.spyOn> =>
	vi.spyOn(console, 'warn').mockImplementation(() => undefined);

/** Behind every bracket and every comma is where half an answer looks most like a whole one. */
const cuts = (text: string): string[] =>
	[...text.matchAll(/[\]},]/g)].map(({ index }) => text.slice(0, index + 1)).filter((part) => part !== text);

describe.each([
	['', ''],
	['a notice and ', NOTICE],
	['a line of text and ', 'Notice: Undefined index: a in /srv/a.php on line 12\n'],
])('%san answer that is cut', (_name, before) => {
	it.each([
		['an item', () => item, (api: any) => new api.models.Post({ id: 1 })],
		['a list', () => list, (api: any) => new api.collections.Posts()],
	])('anywhere, is none: %s', async (_what, whole, make) => {
		quiet();
		let body = '';
		const { api } = here.open({ retry: false }, (asked, pass) => answers(200, json, body)(asked, pass));
		const taken: string[] = [];
		for (const part of cuts(whole())) {
			body = before + part;
			const subject = make(api);
			await Promise.resolve(subject.fetch()).then(
				() => taken.push(part.slice(-40)),
				(failure: unknown) => expect(failure).toMatchObject({ code: 'invalid_json' }),
			);
		}
		expect(taken).toEqual([]);
	});
});

describe('a notice of PHP', () => {
	it.each([
		['as HTML', NOTICE, ''],
		['as text', 'Warning: Undefined array key "x[0]" in /srv/a.php on line 1\n', ''],
		['with JSON of its own', '<b>Notice</b>: {"a":1} [2] in <b>/srv/a.php</b><br />\n', ''],
		['behind', '', NOTICE],
		['a byte order mark', '\uFEFF', ''],
		['white space', '\n\n', '\n'],
	])('%s: what WordPress said is taken, and somebody is told', async (name, before, behind) => {
		const told = quiet();
		const fault = spoilt(({ body }) => ({ body: before + String(body) + behind }));
		const { api } = here.open({}, fault);
		const post = new api.models.Post({ id: 1 });
		await post.fetch({ data: { context: 'edit' } });
		expect(post.get('title')).toEqual(JSON.parse(item).title);
		const posts = new api.collections.Posts();
		await posts.fetch({ data: { per_page: 2 } });
		expect(posts.pluck('id')).toEqual(JSON.parse(list).map(({ id }: { id: number }) => id));
		// Of a refusal as well
		const failure = await failureOf(new api.models.Post({ id: 999_999 }).fetch());
		expect(failure).toMatchObject({ code: 'rest_post_invalid_id', status: 404 });
		const refusal = await failureOf(new api.models.Post({ id: 1 }).save({ status: 'x' }, { patch: true }));
		expect(Object.keys(refusal.params)).toEqual(['status']);
		if (!/white|byte/.test(name)) expect(String(told.mock.calls[0])).toContain('error log');
	});
});

describe('a redirection within the site', () => {
	it.each([301, 302, 303])(
		'by %i of what is created leads to a list: no other post is taken for it',
		async (status) => {
			const fault = only(
				({ method, path }) => method === 'POST' && path.endsWith('/posts'),
				redirected(status, '?per_page=3'),
			);
			const { api } = here.open({}, fault);
			const post = new api.models.Post({ title: 'Redirected', status: 'draft' });
			const end = await Promise.resolve(post.save()).then(
				() => 'saved',
				() => 'refused',
			);
			expect([end, post.isNew(), post.get('title')]).toEqual(['refused', true, 'Redirected']);
		},
	);
});

it('what another route answers is not taken for a list that was created', async () => {
	const { api } = here.open({}, answers(200, json, '[]'));
	const post = new api.models.Post({ title: 'Nothing', status: 'draft' });
	await Promise.resolve(post.save()).catch(() => undefined);
	expect(post.isNew()).toBe(true);
});
