/** Copies of a schema in sessionStorage come in, sound, old and broken, in storages that fail; a schema goes out all the same. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compactSchema, type CompactOptions, type Schema } from '../../src/index.ts';
import { small } from '../support/fake-schema.ts';
import { fakeSite, ok, type Answer } from '../support/fake-site.ts';
import { CORE_KEY, ending, KEY, load } from '../support/open.ts';

const site = fakeSite();

/** Answers for the index, wherever exactly it is asked for. */
const index = (answer: Answer): void => {
	site.answers = { 'GET wp/v2': answer };
};
const asked = (): number => site.asked.length;

beforeEach(() => {
	sessionStorage.clear();
	index(ok(small()));
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

/** A copy as an earlier page has made it. */
const copyOf = (index: Schema, options: CompactOptions = {}): string =>
	compactSchema(index, 'wp/v2', { time: Date.now(), ...options });

const sound = copyOf(small());
const lines = sound.split('\n');

describe('a copy that is', () => {
	it('sound serves at once, and nothing is asked', async () => {
		sessionStorage.setItem(KEY, sound);
		const api = load();
		expect(api.loadPromise.state()).toBe('resolved');
		expect(new api.models.Book({ id: 1 }).url()).toMatch(/books\/1$/);
		await site.idle();
		expect(asked()).toBe(0);
		expect(sessionStorage.getItem(KEY)).toBe(sound);
	});

	it.each([
		['broken', '{bad'],
		['cut off', sound.slice(0, 400)],
		['cut off in its first line', lines[0]!.slice(0, 20)],
		['cut off behind its routes', lines.slice(0, 30).join('\n')],
		['cut off before its last line', lines.slice(0, -1).join('\n')],
		['an index, as core keeps it', JSON.stringify(small())],
		['an error object', '{"code":"rest_no_route"}'],
		['{}', '{}'],
		['null', 'null'],
		['a number', '5'],
		['empty', ''],
		['of another format', sound.replace('"format":1', '"format":2')],
		['of another namespace', copyOf({ ...small(), namespace: 'shop/v3' })],
	])('%s is thrown away, and the server asked', async (_what, copy) => {
		sessionStorage.setItem(KEY, copy);
		index({ broken: true });
		const api = load({ retry: 0 });
		expect(api.loadPromise.state()).toBe('pending');
		expect(sessionStorage.getItem(KEY)).toBeNull();
		expect((await ending(api.loadPromise)).state).toBe('rejected');
		expect(asked()).toBe(1);
	});

	it('damaged inside throws nowhere, and the schema is fetched anew', async () => {
		sessionStorage.setItem(KEY, sound.replace('"title":{', '"title":{{'));
		const api = load();
		expect(api.loadPromise.state()).toBe('resolved');
		const { Post } = api.models;
		expect(asked()).toBe(0);
		expect(Post.prototype.args).toBeUndefined();
		await site.idle();
		expect(asked()).toBe(1);
		expect(api.models.Post).toBe(Post);
		expect(Post.prototype.args).toHaveProperty('title');
		expect(sessionStorage.getItem(KEY)).not.toContain('{{');
	});

	it('damaged is fetched anew once', async () => {
		sessionStorage.setItem(KEY, sound.replaceAll(':{', ':{{').replace(':{{', ':{'));
		const { models, collections } = load();
		for (const Class of [...Object.values<any>(models), ...Object.values<any>(collections)])
			expect(() => [Class.prototype.args, Class.prototype.options]).not.toThrow();
		await site.idle();
		expect(asked()).toBe(1);
	});

	it('of another schemaVersion is not used', async () => {
		sessionStorage.setItem(`${KEY}1`, copyOf(small(), { schemaVersion: 1 }));
		sessionStorage.setItem(`${KEY}2`, copyOf(small(), { schemaVersion: 1 }));
		expect(load({ schemaVersion: 1 }).loadPromise.state()).toBe('resolved');
		expect(load({ schemaVersion: 2 }).loadPromise.state()).toBe('pending');
		expect(load({ schemaVersion: 3 }).loadPromise.state()).toBe('pending');
		await site.idle();
		expect(sessionStorage.getItem(`${KEY}2`)).toMatch(/^.*"version":"2"/);
	});

	it('old serves at once, and is renewed behind the scenes', async () => {
		const old = small();
		delete old.routes['/wp/v2/books'];
		sessionStorage.setItem(KEY, copyOf(old, { time: Date.now() - 24 * 3600_000 }));
		const api = load();
		expect(api.loadPromise.state()).toBe('resolved');
		expect(api.collections.Posts).toBeDefined();
		expect(api.collections.Books).toBeUndefined();
		await site.idle();
		expect(asked()).toBe(1);
		expect(api.collections.Books).toBeDefined();
		expect(sessionStorage.getItem(KEY)).toContain('/wp/v2/books\t');
	});

	it('old serves where it cannot be renewed', async () => {
		const copy = copyOf(small(), { time: 0 });
		sessionStorage.setItem(KEY, copy);
		index({ broken: true });
		const api = load({ retry: 0 });
		await site.idle();
		expect(api.loadPromise.state()).toBe('resolved');
		expect(api.models.Books).toBeDefined();
		expect(sessionStorage.getItem(KEY)).toBe(copy);
	});
});

describe("core's own copy", () => {
	const copy = JSON.stringify(small());

	it('serves at once where there is no other one, is renewed under our own key, and is left alone', async () => {
		sessionStorage.setItem(CORE_KEY, copy);
		const api = load();
		expect(api.loadPromise.state()).toBe('resolved');
		expect(api.models.Books).toBeDefined();
		await site.idle();
		expect(asked()).toBe(1);
		expect(sessionStorage.getItem(CORE_KEY)).toBe(copy);
		expect(sessionStorage.getItem(KEY)).toContain('/wp/v2/books');
	});

	it('is not looked at where there is a copy of our own', async () => {
		sessionStorage.setItem(CORE_KEY, '{bad');
		sessionStorage.setItem(KEY, sound);
		expect(load().models.Books).toBeDefined();
		await site.idle();
		expect(asked()).toBe(0);
	});

	it('is not used where the page says what version of the schema it needs', async () => {
		sessionStorage.setItem(CORE_KEY, copy);
		const api = load({ schemaVersion: 3 });
		expect(api.loadPromise.state()).toBe('pending');
		await site.idle();
	});

	it.each([
		['broken', '{bad'],
		['cut off', copy.slice(0, 400)],
		['an error object', '{"code":"rest_no_route"}'],
		['{}', '{}'],
		['null', 'null'],
		['a number', '5'],
		['empty', ''],
	])('that is %s is not used, and left alone', async (_what, odd) => {
		sessionStorage.setItem(CORE_KEY, odd);
		const api = load();
		expect(api.loadPromise.state()).toBe('pending');
		expect((await ending(api.loadPromise)).state).toBe('resolved');
		await site.idle();
		expect(asked()).toBe(1);
		expect(sessionStorage.getItem(CORE_KEY)).toBe(odd);
	});
});

describe('sessionStorage', () => {
	const broken = (use: string): Error => new DOMException(`No ${use}.`, 'SecurityError');

	it.each<[string, () => void]>([
		[
			'throws where it is named',
			() =>
				vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(() => {
					throw broken('storage');
				}),
		],
		[
			'throws where it is read',
			() =>
				vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
					throw broken('reading');
				}),
		],
		[
			'is full',
			() =>
				vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
					throw new DOMException('Full.', 'QuotaExceededError');
				}),
		],
		[
			'throws at everything',
			() =>
				vi.stubGlobal(
					'sessionStorage',
					new Proxy(
						{},
						{
							get() {
								throw broken('use');
							},
						},
					),
				),
		],
		['is null', () => vi.stubGlobal('sessionStorage', null)],
		['is undefined', () => vi.stubGlobal('sessionStorage', undefined)],
	])('that %s is done without', async (_what, damage) => {
		damage();
		const api = load();
		expect((await ending(api.loadPromise)).state).toBe('resolved');
		expect(api.models.Books).toBeDefined();
		expect(() => api.clearSchemaCache()).not.toThrow();
		expect(asked()).toBe(1);
	});

	it('that is full keeps the old copy', async () => {
		sessionStorage.setItem(KEY, copyOf(small(), { time: 0 }));
		vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
			throw new DOMException('Full.', 'QuotaExceededError');
		});
		const api = load();
		await site.idle();
		expect(api.loadPromise.state()).toBe('resolved');
		expect(sessionStorage.getItem(KEY)).not.toBeNull();
	});

	it('forgets by clearSchemaCache()', async () => {
		const api = load();
		await ending(api.loadPromise);
		await site.idle();
		expect(sessionStorage.getItem(KEY)).not.toBeNull();
		sessionStorage.setItem(CORE_KEY, JSON.stringify(small()));
		api.clearSchemaCache();
		expect(sessionStorage).toHaveLength(0);
	});

	it('gets no copy that was forgotten before it was written', async () => {
		const api = load();
		await ending(api.loadPromise);
		api.clearSchemaCache();
		await site.idle();
		expect(sessionStorage).toHaveLength(0);
	});

	it('gets its copy when the page has nothing else to do', async () => {
		let write!: () => void;
		vi.stubGlobal('requestIdleCallback', (callback: () => void) => (write = callback));
		await ending(load().loadPromise);
		await site.idle();
		expect(sessionStorage).toHaveLength(0);
		write();
		expect(Object.keys(sessionStorage)).toEqual([KEY]);
	});
});
