/**
 * What code does with models and lists comes in; the events and callbacks that both clients answer with, in their order, go out.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { openPage, type Client, type Page } from './page.ts';
import { fails, listed, ok } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const clients: Client[] = ['core', 'ours'];

/** Without a nonce: with one, core's file forgets `complete` (row 39). */
const open = (client: Client): Page =>
	openPage({
		client,
		schema,
		settings: { nonce: '' },
		answers: {
			'GET posts/1': ok({ id: 1, title: 'Old' }),
			'PUT posts/1': ok({ id: 1, title: 'Saved' }),
			'PATCH posts/1': ok({ id: 1, title: 'Patched' }),
			'DELETE posts/1': ok({ id: 1, status: 'trash' }),
			'POST posts': ok({ id: 2, title: 'Made' }),
			'GET posts': listed([{ id: 1 }, { id: 2 }]),
			'PUT posts/9': fails(403, 'rest_cannot_edit'),
		},
	});

/** Callbacks that write down what they are called with, and events that do. */
function diary(...objects: any[]): { lines: string[]; options: object } {
	const lines: string[] = [];
	for (const object of objects) object.on('all', (event: string) => lines.push(event));
	const note = (name: string) => (): void => void lines.push(`${name}()`);
	const options = Object.fromEntries(
		['beforeSend', 'success', 'error', 'complete'].map((name) => [name, note(name)]),
	);
	return { lines, options };
}

describe.each(clients)('%s', (client) => {
	it('fetch', async () => {
		const page = open(client);
		const post = new page.api.models.Post({ id: 1 });
		const { lines, options } = diary(post);
		post.fetch(options).done(() => lines.push('done()'));
		expect(lines).toEqual(['beforeSend()', 'request']);
		await page.idle();
		const known = lines.filter((line) => line !== 'changeId');
		expect(known).toEqual([
			'beforeSend()',
			'request',
			'change:title',
			'change',
			'success()',
			'sync',
			'done()',
			'complete()',
		]);
	});

	it('save', async () => {
		const page = open(client);
		const post = new page.api.models.Post({ id: 1, title: 'Old' });
		const { lines, options } = diary(post);
		post.save({ title: 'New' }, options);
		expect(lines).toEqual(['change:title', 'change', 'beforeSend()', 'request']);
		expect(page.requests).toMatchObject([{ method: 'PUT', path: 'posts/1', body: { id: 1, title: 'New' } }]);
		lines.length = 0;
		await page.idle();
		expect(lines.filter((line) => line !== 'changeId')).toEqual([
			'change:title',
			'change',
			'success()',
			'sync',
			'complete()',
		]);
		expect(post.get('title')).toBe('Saved');
	});

	it('save with wait, with patch', async () => {
		const page = open(client);
		const post = new page.api.models.Post({ id: 1, title: 'Old' });
		const { lines } = diary(post);
		post.save({ title: 'New' }, { wait: true, patch: true });
		expect([lines, post.get('title')]).toEqual([['request'], 'Old']);
		expect(page.requests).toMatchObject([{ method: 'PATCH', body: { title: 'New' } }]);
		await page.idle();
		expect(post.get('title')).toBe('Patched');
	});

	it('a save that fails', async () => {
		const page = open(client);
		const post = new page.api.models.Post({ id: 9 });
		const { lines, options } = diary(post);
		const given: any[] = [];
		const xhr = post.save(null, { ...options, error: (...args: any[]) => given.push(...args) });
		post.on('error', (...args: any[]) => given.push(...args));
		xhr.fail((failed: any, status: string, text: string) => given.push(failed.status, status, text));
		await page.idle();
		expect(lines).toEqual(['beforeSend()', 'request', 'error', 'complete()']);
		const [[model, response, used], [again, same]] = [given.slice(0, 3), given.slice(3, 5)];
		expect([model, again]).toEqual([post, post]);
		expect([response, same]).toEqual([xhr, xhr]);
		expect(used).toBeTypeOf('object');
		expect(given.slice(6)).toEqual([403, 'error', 'Forbidden']);
		expect(response.responseJSON).toMatchObject({ code: 'rest_cannot_edit', data: { status: 403 } });
	});

	it('destroy', async () => {
		const page = open(client);
		const posts = new page.api.collections.Posts([{ id: 1 }, { id: 2 }]);
		const post = posts.get(1);
		const { lines, options } = diary(post);
		post.destroy(options);
		expect(lines).toEqual(['beforeSend()', 'request', 'remove', 'destroy']);
		expect([posts.length, page.requests[0]!.method, page.requests[0]!.path]).toEqual([
			1,
			'DELETE',
			'posts/1',
		]);
		await page.idle();
		expect(lines.slice(4)).toEqual(['success()', 'sync', 'complete()']);
	});

	it('destroy with wait', async () => {
		const page = open(client);
		const post = new page.api.models.Post({ id: 1 });
		const { lines, options } = diary(post);
		post.destroy({ ...options, wait: true });
		expect(lines).toEqual(['beforeSend()', 'request']);
		await page.idle();
		expect(lines).toEqual(['beforeSend()', 'request', 'destroy', 'success()', 'sync', 'complete()']);
	});

	it('what is new is destroyed without asking', async () => {
		const page = open(client);
		const post = new page.api.models.Post();
		const { lines, options } = diary(post);
		expect(post.destroy(options)).toBe(false);
		expect(lines).toEqual(['destroy']);
		await page.idle();
		expect([lines, page.requests]).toEqual([['destroy', 'success()'], []]);
	});

	it('what a route cannot, and what is not valid, is false', () => {
		const page = open(client);
		const strict = new (page.api.models.Post.extend({ validate: () => 'No.' }))({ id: 1 });
		const type = new page.api.models.Type({ id: 'post', slug: 'post' });
		expect([strict.save({ title: 'x' }), type.save(), type.destroy()]).toEqual([false, false, false]);
		expect(strict.validationError).toBe('No.');
		expect(page.requests).toEqual([]);
	});

	it('a list is fetched', async () => {
		const page = open(client);
		const posts = new page.api.collections.Posts();
		const { lines, options } = diary(posts);
		posts.fetch(options);
		expect(lines).toEqual(['beforeSend()', 'request']);
		await page.idle();
		expect(lines).toEqual([
			'beforeSend()',
			'request',
			'add',
			'add',
			'sort',
			'update',
			'success()',
			'sync',
			'complete()',
		]);
	});

	it.each([
		[{}, ['add', 'update', 'beforeSend()', 'request']],
		[{ wait: true }, ['beforeSend()']],
	])('an item is created in a list, %o', async (options, before) => {
		const page = open(client);
		const posts = new page.api.collections.Posts();
		const diaries = diary(posts);
		const post = posts.create({ title: 'x' }, { ...diaries.options, ...options });
		expect(post).toBeInstanceOf(page.api.models.Post);
		expect(diaries.lines).toEqual(before);
		expect(page.requests).toMatchObject([{ method: 'POST', path: 'posts', body: { title: 'x' } }]);
		await page.idle();
		const later = diaries.lines.slice(before.length).filter((line) => !line.startsWith('change'));
		expect(later).toEqual([
			...(before.includes('add') ? [] : ['add', 'update']),
			'success()',
			'sync',
			'complete()',
		]);
		expect(posts.get(2)).toBe(post);
	});
});
