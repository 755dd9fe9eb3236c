/** Pages and answers come in, with schemas that are sound or broken; a schema goes out, or a reason why not. Copies: schema-copies.test.ts. */
import { beforeEach, describe, expect, it } from 'vitest';
import { compactSchema } from '../../src/index.ts';
import { small } from '../support/fake-schema.ts';
import { fails, fakeSite, ok, ROOT, type Answer } from '../support/fake-site.ts';
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

describe('a schema that is passed in', () => {
	it('is there at once: nothing is asked, nothing is kept', async () => {
		const api = load({ schema: small() });
		expect(api.loadPromise.state()).toBe('resolved');
		expect(api.models.Books).toBeDefined();
		await site.idle();
		expect(asked()).toBe(0);
		expect(sessionStorage).toHaveLength(0);
	});

	it.each<[string, any]>([
		['null', null],
		['an empty object', {}],
		['an error object', { code: 'rest_no_route', message: 'No.', data: { status: 404 } }],
		['routes that are none', { routes: [] }],
		['a text', 'schema'],
	])('is not believed where it is %s: the server is asked', async (_what, schema) => {
		const api = load({ schema });
		expect(api.loadPromise.state()).toBe('pending');
		expect((await ending(api.loadPromise)).state).toBe('resolved');
		expect(asked()).toBe(1);
	});
});

describe('a schema that the server has', () => {
	it('is asked for once, and kept for the next page', async () => {
		await ending(load().loadPromise);
		await site.idle();
		expect(asked()).toBe(1);
		const next = load();
		expect(next.loadPromise.state()).toBe('resolved');
		expect(next.models.Books).toBeDefined();
		await site.idle();
		expect(asked()).toBe(1);
	});

	it('is kept under a key of its own, when those who wait for it have been told', async () => {
		const { loadPromise } = load();
		let kept: unknown;
		loadPromise.done(() => (kept = sessionStorage.getItem(KEY)));
		await ending(loadPromise);
		expect(kept).toBeNull();
		await site.idle();
		expect(Object.keys(sessionStorage)).toEqual([KEY]);
		expect(sessionStorage.getItem(KEY)).toContain('/wp/v2/posts');
	});

	it('is neither kept nor looked for where cacheSchema is false', async () => {
		const copies = { [KEY]: compactSchema(small()), [CORE_KEY]: JSON.stringify(small()) };
		for (const [key, copy] of Object.entries(copies)) sessionStorage.setItem(key, copy);
		expect((await ending(load({ cacheSchema: false }).loadPromise)).state).toBe('resolved');
		await site.idle();
		expect(asked()).toBe(1);
		expect(Object.fromEntries(Object.entries(sessionStorage))).toEqual(copies);
	});

	it('is kept by schemaVersion: another one is another copy', async () => {
		await ending(load({ schemaVersion: 1 }).loadPromise);
		await site.idle();
		expect(load({ schemaVersion: 1 }).loadPromise.state()).toBe('resolved');
		expect(load({ schemaVersion: 2 }).loadPromise.state()).toBe('pending');
		await site.idle();
		expect(asked()).toBe(2);
	});

	it('is kept without the nonce', async () => {
		await ending(load({ nonce: 'SECRET' }).loadPromise);
		await site.idle();
		expect(sessionStorage).toHaveLength(1);
		expect(Object.values(sessionStorage).join()).not.toContain('SECRET');
	});
});

describe('a schema that cannot be had rejects, with a code', () => {
	it.each<[string, Answer, string]>([
		['a broken connection', { broken: true }, 'network_error'],
		['a refusal', fails(401, 'rest_not_logged_in'), 'rest_not_logged_in'],
		['a server error without JSON', { status: 500, body: '<h1>Oh' }, 'http_error'],
		['HTML', ok('<!doctype html><p>Hello'), 'invalid_json'],
		['an empty answer', ok(''), 'empty_response'],
		['JSON that is cut off', ok(JSON.stringify(small()).slice(0, 400)), 'invalid_json'],
		['{}', ok({}), 'invalid_schema'],
		['null', ok(null), 'invalid_schema'],
		['a number', ok(5), 'invalid_schema'],
		['a text', ok('"routes"'), 'invalid_schema'],
		['routes that are none', ok({ namespace: 'wp/v2', routes: {} }), 'invalid_schema'],
		['an error object with a good status', ok({ code: 'rest_no_route', message: 'No.' }), 'invalid_schema'],
	])('%s', async (_what, answer, code) => {
		index(answer);
		const {
			state,
			args: [reason],
		} = await ending(load().loadPromise);
		expect(state).toBe('rejected');
		expect(reason).toMatchObject({ name: 'WPApiError', code });
		expect(reason).toBeInstanceOf(Error);
		await site.idle();
		expect(sessionStorage).toHaveLength(0);
	});

	it('an empty list, as PHP writes an empty object', async () => {
		index(ok([]));
		expect((await ending(load().loadPromise)).state).toBe('rejected');
	});

	it('a schema whose routes are nonsense settles all the same', async () => {
		const routes = {
			'/wp/v2/a': null,
			'/wp/v2/b': 5,
			'/wp/v2/(': { methods: ['GET'] },
			'/wp/v2/c': { methods: ['GET'] },
		};
		index(ok({ routes }));
		const api = load();
		expect((await ending(api.loadPromise)).state).toBe('resolved');
		expect(api.collections.C).toBeDefined();
	});

	it('a schema with an endpoint that lacks its arguments settles all the same', async () => {
		index(ok({ routes: { '/wp/v2/c': { methods: ['GET'], endpoints: [{ methods: ['GET'] }] } } }));
		const api = load();
		await site.idle();
		expect(api.loadPromise.state()).not.toBe('pending');
	});
});

describe('the schema as a model', () => {
	it('is known to the endpoint', () => {
		const api = load({ schema: small() });
		const endpoint = api.endpoints.at(0);
		expect(endpoint.schemaModel.get('routes')).toEqual(small().routes);
		expect(endpoint.get('schema')).toEqual(small());
	});

	it('is read by itself, of a root that is given', async () => {
		const { Schema } = load({ schema: small() }).models;
		const model = new Schema({}, { apiRoot: ROOT, versionString: 'wp/v2/' });
		await model.fetch();
		expect(Object.keys(model.get('routes'))).toContain('/wp/v2/books');
		expect(site.asked[0]!.headers.get('x-wp-nonce')).toBeNull();
	});
});
