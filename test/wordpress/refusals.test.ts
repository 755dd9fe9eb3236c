/** Those who may not, and items that cannot, come in; WordPress's own reason goes out, and the model, like the item, is as it was. */
import { beforeAll, describe, expect, it } from 'vitest';
import { failureOf, onServer, openApi, requestsOf } from './client.ts';
import { useSite, visitAs, type Site } from './site.ts';

type Act = (api: any) => any;

/** What a contributor, who writes drafts, tries, and what becomes of it. */
const attempts: [what: string, act: Act, code: string, path?: string][] = [
	['read what only editors see', ({ models }) => item(models.Post, 2).fetch(edit), 'rest_forbidden_context'],
	['read the settings', ({ models }) => new models.Settings().fetch(), 'rest_forbidden'],
	[
		'read another’s application passwords',
		({ collections }) => new collections.UsersApplicationPasswords(null, { user_id: 1 }).fetch(),
		'rest_cannot_list_application_passwords',
	],
	['change a post', ({ models }) => save(models.Post, 2), 'rest_cannot_edit', 'posts/2'],
	['change a user', ({ models }) => save(models.User, 1), 'rest_cannot_edit', 'users/1'],
	['change a term', ({ models }) => save(models.Category, 2), 'rest_cannot_update', 'categories/2'],
	['change a comment', ({ models }) => save(models.Comment, 1), 'rest_cannot_edit', 'comments/1'],
	['publish', ({ models }) => create(models.Post, { title: 'x', status: 'publish' }), 'rest_cannot_publish'],
	['make a page', ({ models }) => create(models.Page, { title: 'x' }), 'rest_cannot_create'],
	['make a category', ({ models }) => create(models.Category, { name: 'x' }), 'rest_cannot_create'],
	['make a user', ({ models }) => create(models.User, visitor), 'rest_cannot_create_user'],
	['make a widget', ({ models }) => create(models.Widget, widget), 'rest_cannot_manage_widgets'],
	[
		'make a password for another',
		({ models }) => create(models.UsersApplicationPasswords, { user_id: 1, name: 'x' }),
		'rest_cannot_create_application_passwords',
	],
];

const deletions: [name: string, id: number, code: string, path: string, options?: object][] = [
	['Post', 2, 'rest_cannot_delete', 'posts/2'],
	['Post', 2, 'rest_cannot_delete', 'posts/2', { force: true }],
	['Category', 2, 'rest_cannot_delete', 'categories/2'],
	['Comment', 1, 'rest_cannot_delete', 'comments/1'],
	['User', 2, 'rest_user_cannot_delete', 'users/2', { reassign: 1 }],
];

const edit = { data: { context: 'edit' } };
const visitor = { username: 'x', email: 'x@lamp.example', password: 'x' };
const widget = { id_base: 'block', sidebar: 'sidebar-1', instance: { raw: { content: 'x' } } };
const item = (Model: any, id: number): any => new Model({ id });
const create = (Model: any, attributes: object): any => new Model(attributes).save();
const save = (Model: any, id: number): any =>
	item(Model, id).save({ title: 'x', name: 'x', content: 'x' }, { patch: true });

describe('a contributor', () => {
	let site: Site;
	let api: any;
	beforeAll(async () => {
		site = await useSite('newest');
		api = await openApi(await visitAs(site, 'jun'));
	});

	it.each(attempts)('may not %s', async (_what, act, code, path) => {
		const before = path && (await onServer(site, `wp/v2/${path}`));
		const failure = await failureOf(act(api));
		expect([failure.code, failure.status]).toEqual([code, 403]);
		if (path) expect(await onServer(site, `wp/v2/${path}`)).toEqual(before);
	});

	it.each(deletions)(
		'row 26: may not delete a %s (%i, %s), as often as they try',
		async (name, id, code, path, options) => {
			const model = new api.models[name]({ id });
			await model.fetch();
			const before = model.toJSON();
			const sent = await requestsOf(site, async () => {
				for (let attempt = 0; attempt < 2; attempt++) {
					const failure = await failureOf(model.destroy({ ...options, wait: true }));
					expect([failure.code, failure.status]).toEqual([code, 403]);
					expect([model.toJSON(), model.url()]).toEqual([before, `${site.root}wp/v2/${path}`]);
				}
			});
			expect(sent).toHaveLength(2);
			expect(sent[0]).toEqual(sent[1]);
			await model.fetch();
			expect(model.toJSON()).toEqual(before);
		},
	);

	it('row 26: what could not be deleted stays in its list', async () => {
		const posts = new api.collections.Posts();
		await posts.fetch({ data: { per_page: 3 } });
		const ids = posts.pluck('id');
		await failureOf(posts.at(1).destroy({ wait: true }));
		expect(posts.pluck('id')).toEqual(ids);
	});

	it('writes drafts, changes and trashes them, and cannot bring them before readers', async () => {
		const draft = new api.models.Post({ title: 'A draft of Jun’s' });
		await draft.save();
		expect(draft.get('status')).toBe('draft');
		await draft.saveChanges({ title: 'Another title' });
		const { code } = await failureOf(draft.saveChanges({ status: 'publish' }));
		expect(code).toBe('rest_cannot_publish');
		// The attempt is not forgotten: it differs from what the server last said.
		expect(draft.hasUnsavedChanges()).toBe(true);
		const path = `wp/v2/posts/${draft.id}${site.root.includes('?') ? '&' : '?'}context=edit`;
		expect(await onServer(site, path)).toMatchObject({ status: 'draft', title: { raw: 'Another title' } });
		await draft.destroy();
		expect((await onServer(site, path)).status).toBe('trash');
		await new api.models.Post({ id: draft.id }).destroy({ force: true });
	});
});
