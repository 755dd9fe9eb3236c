/** Application passwords come in, on a page with the cookies of somebody else; who the server sees goes out. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useFaults, visit, type Faults } from '../faults/page.ts';
import { failureOf, onServer } from './client.ts';

let here: Faults;
/** Of an author, while the page has the cookies of the administrator. */
let password: string;
const login = 'nadia';

beforeAll(async () => {
	here = await useFaults();
	password = await here.site.php(`
		$id = wp_insert_user( array( 'user_login' => '${login}', 'user_pass' => 'p', 'role' => 'author' ) );
		echo WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'a' ) )[0];
	`);
});
afterAll(async () => {
	await here.site.php(`
		require_once ABSPATH . 'wp-admin/includes/user.php';
		wp_delete_user( get_user_by( 'login', '${login}' )->ID );
	`);
	await here.close();
});
afterEach(() => visit(here.server.origin));

const basic = (secret = password): { Authorization: string } => ({
	Authorization: `Basic ${btoa(`${login}:${secret}`)}`,
});

const nameOf = async (api: any): Promise<string> => {
	const me = new api.models.UsersMe();
	await me.fetch({ data: { context: 'edit' } });
	return me.get('username');
};

describe('an application password', () => {
	it.each([
		['an object', () => basic()],
		['a function', () => () => basic()],
		['a function that promises it', () => () => Promise.resolve(basic())],
		[
			'a function that waits for it',
			() => async () => (await new Promise((later) => setTimeout(later)), basic()),
		],
		['a header in lower case', () => ({ authorization: basic().Authorization })],
	])('by %s: the server sees who it is of, and not whose cookies the page has', async (_name, headers) => {
		const { api, spot } = here.open({ headers: headers() as never });
		expect(await nameOf(api)).toBe(login);
		const { headers: sent } = spot.asked[0]!;
		expect([sent.cookie, sent['x-wp-nonce']]).toEqual([undefined, undefined]);
		// Without it, the same page is the administrator's.
		expect(await nameOf(here.open().api)).toBe('admin');
	});

	it('works from another origin', async () => {
		visit('http://elsewhere.example');
		const { api, spot } = here.open({ headers: basic() });
		expect(await nameOf(api)).toBe(login);
		expect(spot.asked.every(({ headers }) => !headers.cookie && !headers['x-wp-nonce'])).toBe(true);
	});

	it('creates, changes and deletes as its user', async () => {
		const { api } = here.open({ headers: () => basic() });
		const post = new api.models.Post({ title: 'By Nadia', status: 'draft' });
		await post.save();
		expect((await post.getAuthorUser()).get('slug')).toBe(login);
		await post.save({ title: 'By Nadia, too' }, { patch: true });
		expect((await onServer(here.site, `wp/v2/posts/${post.id}?context=edit`)).title.raw).toBe(
			'By Nadia, too',
		);
		// An author may not touch what is not her own.
		const other = new api.models.Post({ id: 1 });
		expect((await failureOf(other.save({ title: 'Mine' }, { patch: true }))).code).toBe('rest_cannot_edit');
		await post.destroy({ force: true });
		expect((await onServer(here.site, `wp/v2/posts/${post.id}`)).code).toBe('rest_post_invalid_id');
	});

	it('is sent with the members of a batch', async () => {
		const { api, spot } = here.open({ headers: basic() });
		const posts = [1, 2].map((n) => new api.models.Post({ title: `Batched ${n}`, status: 'draft' }));
		await api.batch(() => posts.map((post) => post.save()));
		const { id } = await onServer(here.site, `wp/v2/users?slug=${login}`).then(([user]) => user);
		expect(posts.map((post) => post.get('author'))).toEqual([id, id]);
		expect(spot.asked.map(({ path }) => path)).toEqual(['/wp-json/batch/v1']);
		await api.batch(() => posts.map((post) => post.destroy({ force: true })));
	});

	it('that is wrong is told by the code of WordPress, without the password', async () => {
		const { api, spot } = here.open({ headers: basic('wrong') });
		const failure = await failureOf(new api.models.UsersMe().fetch());
		const said = await fetch(`${here.site.root}wp/v2/users/me`, { headers: basic('wrong') });
		expect(failure).toMatchObject({ code: ((await said.json()) as { code: string }).code, status: 401 });
		expect(JSON.stringify(failure)).not.toContain(basic('wrong').Authorization.slice(6));
		expect(spot.asked).toHaveLength(1);
	});

	it.each([
		[
			'throws',
			() => {
				throw new Error('The safe is locked.');
			},
		],
		['rejects', () => Promise.reject(new Error('The safe is locked.'))],
	])('whose function %s: nothing is sent, and it is told why', async (_name, headers) => {
		const { api, spot } = here.open({ headers });
		const post = new api.models.Post({ id: 1 });
		const errors: string[] = [];
		post.on('error', (_post: unknown, { message }: Error) => errors.push(message));
		for (const sent of [post.fetch(), post.save({ title: 'A' }), post.destroy()]) {
			expect((await failureOf(sent)).message).toBe('The safe is locked.');
		}
		expect([spot.asked, errors.length]).toEqual([[], 3]);
	});
});
