/** Items of every kind come in, on a live site; that they go where their kind goes, and nothing is lost, goes out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { failureOf, onServer, openApi, requestsOf } from './client.ts';
import { useSite, type Site, type SiteWish } from './site.ts';

const sites: [name: string, wish: 'oldest' | 'newest' | SiteWish][] = [
	['the oldest version', 'oldest'],
	['the newest version', 'newest'],
	['plain permalinks in a subdirectory', { version: '6.7', permalinks: 'plain', subdirectory: '/blog' }],
];

describe.each(sites)('on %s', (_name, wish) => {
	let site: Site;
	let api: any;
	beforeAll(async () => {
		site = await useSite(wish);
		api = await openApi(site);
	});

	/** The item as it is now; of a deleted one the code of the error. */
	const now = (path: string): Promise<any> =>
		onServer(site, `wp/v2/${path}${site.root.includes('?') ? '&' : '?'}context=edit`);

	async function make(name: string, attributes: object): Promise<any> {
		const model = new api.models[name](attributes);
		await model.save();
		expect(model.isNew()).toBe(false);
		return model;
	}

	it.each([
		['Books', 'books', { title: 'For the trash', status: 'publish' }],
		['Book', 'books', { title: 'For the trash', status: 'draft' }],
		['Chapter', 'chapters', { title: 'For the trash', status: 'publish' }],
		['Page', 'pages', { title: 'For the trash', status: 'publish' }],
		['Block', 'blocks', { title: 'For the trash', content: '<!-- wp:spacer /-->', status: 'publish' }],
		['Navigation', 'navigation', { title: 'For the trash', status: 'publish' }],
		[
			'Comment',
			'comments',
			{ post: 1, content: 'For the trash', author_name: 'A', author_email: 'a@b.example' },
		],
	])('row 36: %s goes to the trash, and is deleted for good when told so', async (name, path, attributes) => {
		const item = await make(name, attributes);
		const { id } = item;
		await item.destroy();
		expect((await now(`${path}/${id}`)).status).toBe('trash');
		await new api.models[name]({ id }).destroy({ force: true });
		expect((await now(`${path}/${id}`)).data.status).toBe(404);
	});

	it.each([
		['Category', 'categories', { name: 'Short-lived' }],
		['Tag', 'tags', { name: 'Short-lived' }],
		['Genre', 'genres', { name: 'Short-lived' }],
		['MenuItem', 'menu-items', { title: 'Short-lived', url: 'https://example.com/', status: 'publish' }],
		['Menu', 'menus', { name: 'Short-lived' }],
	])('row 25: %s, which has no trash, is deleted at once', async (name, path, attributes) => {
		const item = await make(name, attributes);
		const { id } = item;
		const answer = await item.destroy();
		expect(answer.deleted).toBe(true);
		expect((await now(`${path}/${id}`)).data.status).toBe(404);
	});

	it('row 37: a picture, which has no trash, is deleted', async () => {
		const id = await upload();
		const sent = await requestsOf(site, () => new api.models.Media({ id }).destroy());
		expect(sent.map(({ method }) => method)).toEqual(['DELETE', 'DELETE']);
		expect((await now(`media/${id}`)).code).toBe('rest_post_invalid_id');
	});

	it("row 38: a user's posts go to somebody else, and the user goes only if told to whom", async () => {
		const user = await make('User', { username: 'passing', email: 'passing@lamp.example', password: 'x' });
		const post = await make('Post', { title: 'Left behind', status: 'publish', author: user.id });
		expect((await failureOf(user.destroy())).code).toBe('rest_missing_callback_param');
		// Row 26: after a failure the model still knows its address.
		await user.fetch();
		expect(user.get('name')).toBe('passing');
		await user.destroy({ reassign: 2 });
		expect((await now(`users/${user.id}`)).code).toBe('rest_user_invalid_id');
		expect((await now(`posts/${post.id}`)).author).toBe(2);
		await post.destroy({ force: true });
	});

	it('row 38: further arguments go into the address', async () => {
		const tag = await make('Tag', { name: 'With arguments' });
		const sent = await requestsOf(site, () => tag.destroy({ data: { _fields: 'deleted' } }));
		expect(sent[0]!.path).toMatch(
			/^wp\/v2\/tags\/\d+[?&]force=true&_fields=deleted$|_fields=deleted&force=true$/,
		);
		expect((await now(`tags/${tag.id}`)).code).toBe('rest_term_invalid');
	});

	it('row 26: a revision, which WordPress lets nobody delete, is asked for once, and stays', async () => {
		const [revision] = (await new api.models.Post({ id: 1 }).getRevisions()).models;
		const attempt = async (): Promise<void> =>
			expect((await failureOf(revision.destroy())).code).toBe('rest_cannot_delete');
		const asked = { method: 'DELETE', path: expect.stringMatching(/revisions\/\d+[?&]force=true$/) };
		expect(await requestsOf(site, attempt)).toMatchObject([asked]);
		expect(await requestsOf(site, attempt)).toMatchObject([asked]);
		await revision.fetch();
		expect(revision.get('parent')).toBe(1);
	});

	it('what cannot be deleted says so, and stays in its list', async () => {
		const types = new api.collections.Types();
		await types.fetch();
		const reasons: any[] = [];
		const first = types.at(0).on('invalid', (_model: unknown, reason: unknown) => reasons.push(reason));
		expect(first.destroy()).toBe(false);
		expect(reasons).toMatchObject([{ code: 'method_not_allowed' }]);
		expect(types.at(0)).toBe(first);
	});

	async function upload(): Promise<number> {
		const id = await site.php(
			`echo wp_insert_attachment( array( 'post_title' => 'Short-lived', 'post_mime_type' => 'image/png' ), 'short-lived.png' );`,
		);
		return Number(id);
	}
});
