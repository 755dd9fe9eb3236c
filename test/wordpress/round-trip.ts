/**
 * A site, its client and a kind of item come in. The item is created, fetched, changed, saved, trashed, restored and deleted for
 * good through the client; after every step the server is asked what it holds.
 */
import { expect } from 'vitest';
import { failureOf, onServer, requestsOf } from './client.ts';
import type { Site } from './site.ts';

export interface Kind {
	/** The class. */
	name: string;
	/** The list, below `wp/v2/`. */
	path: string;
	/** What it is created with; an id, where it is made in another way. */
	create: object | (() => Promise<unknown>);
	/** For the parameters of the route, which are no fields. */
	params?: object;
	/** What `save()` is to write. */
	change: object;
	/** Why WordPress does not take back, unchanged, what it has sent itself; then `change` goes alone. */
	whole?: string;
	/** What `saveChanges()` is to write. */
	patch: object;
	/** Where the item is once it is trashed, and again once it is restored; none where WordPress has no trash for it. */
	trash?: { trashed: object; restored: object; again?: string };
	/** What WordPress says to `force=false` where there is no trash. */
	refusal?: string;
	/** What deleting for good needs to be told. */
	deletion?: object;
	/** What WordPress says of an item that is gone. */
	gone: string;
}

export async function roundTrip(site: Site, api: any, kind: Kind): Promise<void> {
	const { name, path, create, params, change, whole, patch, trash, refusal, deletion, gone } = kind;
	const Model = api.models[name];
	const id = typeof create === 'function' ? await create() : await made(new Model({ ...params, ...create }));
	const separator = site.root.includes('?') ? '&' : '?';
	const now = (): Promise<any> => onServer(site, `wp/v2/${path}/${String(id)}${separator}context=edit`);
	const expectNow = async (attributes: object): Promise<void> =>
		expect(writable(await now())).toMatchObject(writable(attributes));
	if (typeof create !== 'function') await expectNow(create);

	const item = new Model({ ...params, id });
	await item.fetch({ data: { context: 'edit' } });
	expect([item.id, item.isNew(), item.hasUnsavedChanges()]).toEqual([id, false, false]);
	item.set(change);
	expect(item.hasUnsavedChanges()).toBe(true);
	if (whole) {
		expect((await failureOf(item.save())).code).toBe(whole);
		await item.save(change, { patch: true });
	} else {
		await item.save();
	}
	await expectNow(change);
	expect(item.hasUnsavedChanges()).toBe(false);

	const sent = await requestsOf(site, async () => {
		await item.saveChanges(patch);
		await item.saveChanges();
	});
	expect(sent).toMatchObject([{ body: patch }]);
	expect(Object.keys(sent[0]!.body as object)).toEqual(Object.keys(patch));
	await expectNow({ ...change, ...patch });

	if (trash) {
		await item.destroy();
		await expectNow(trash.trashed);
		const again = new Model({ ...params, id });
		if (trash.again) expect((await failureOf(again.destroy())).code).toBe(trash.again);
		await again.save(trash.restored, { patch: true });
		await expectNow({ ...change, ...patch, ...trash.restored });
		await again.destroy({ force: true });
	} else {
		const before = item.toJSON();
		for (const attempt of refusal ? [1, 2] : []) {
			const failure = await failureOf(item.destroy({ ...deletion, force: false }));
			expect([failure.code, failure.status, attempt]).toEqual([refusal, 501, attempt]);
			expect([item.toJSON(), item.isNew()]).toEqual([before, false]);
		}
		await expectNow({ ...change, ...patch });
		await item.destroy(deletion);
	}
	expect((await now()).code).toBe(gone);
}

async function made(item: any): Promise<unknown> {
	expect(item.isNew()).toBe(true);
	await item.save();
	expect([item.isNew(), item.id]).toEqual([false, expect.anything()]);
	return item.id;
}

/** As it is written, where it is read as `{ raw, rendered }`. Nobody gets to read a password. */
function writable({ password, ...attributes }: Record<string, any>): object {
	return Object.fromEntries(
		Object.entries(attributes).map(([field, value]) => [field, value?.raw === undefined ? value : value.raw]),
	);
}
