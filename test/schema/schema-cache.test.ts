/** Copies of a schema in sessionStorage come in, sound, old and broken, in storages that fail; a schema goes out all the same. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { small } from '../fake-schema.ts';
import { fakeSite, ok, type Answer } from '../fake-site.ts';
import { ending, KEY, load } from '../open.ts';

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

describe('a copy that is', () => {
	it.each([
		['broken', '{bad'],
		['cut off', JSON.stringify(small()).slice(0, 400)],
		['an error object', '{"code":"rest_no_route"}'],
		['{}', '{}'],
		['null', 'null'],
		['a number', '5'],
		['empty', ''],
	])('%s is thrown away, and the server asked', async (_what, copy) => {
		sessionStorage.setItem(KEY, copy);
		index({ broken: true });
		const api = load({ retry: 0 });
		expect(api.loadPromise.state()).toBe('pending');
		expect(sessionStorage.getItem(KEY)).toBeNull();
		expect((await ending(api.loadPromise)).state).toBe('rejected');
		expect(asked()).toBe(1);
	});

	it('old serves at once, and is renewed behind the scenes', async () => {
		const old = small();
		delete old.routes['/wp/v2/books'];
		sessionStorage.setItem(KEY, JSON.stringify({ ...old, _cached: Date.now() - 24 * 3600_000 }));
		const api = load();
		expect(api.loadPromise.state()).toBe('resolved');
		expect(api.collections.Posts).toBeDefined();
		expect(api.collections.Books).toBeUndefined();
		await site.idle();
		expect(asked()).toBe(1);
		expect(api.collections.Books).toBeDefined();
		expect(sessionStorage.getItem(KEY)).toContain('/wp/v2/books');
	});

	it('old serves where it cannot be renewed', async () => {
		sessionStorage.setItem(KEY, JSON.stringify(small()));
		index({ broken: true });
		const api = load({ retry: 0 });
		await site.idle();
		expect(api.loadPromise.state()).toBe('resolved');
		expect(api.models.Books).toBeDefined();
		expect(JSON.parse(sessionStorage.getItem(KEY)!)).toEqual(small());
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
		sessionStorage.setItem(KEY, JSON.stringify(small()));
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
		expect(sessionStorage.getItem(KEY)).not.toBeNull();
		api.clearSchemaCache();
		expect(sessionStorage.getItem(KEY)).toBeNull();
	});
});
