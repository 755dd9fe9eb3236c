/** Parts come in with `connect()`, all, some and none; what an API has and does goes out. */
import { describe, expect, it, vi } from 'vitest';
import { batch, connect, preload, upload, type Part } from '../../src/index.ts';
import { small } from '../support/fake-schema.ts';
import { fakeSite, ok, ROOT } from '../support/fake-site.ts';

const site = fakeSite();
const settings = { root: ROOT, schema: small(), cacheSchema: false };
const open = (parts?: Part[]): any => connect(settings, parts);

describe('an API', () => {
	it.each([[undefined], [[]]])('without parts (%j) has none of them', (parts) => {
		const api = open(parts);
		expect(api.batch).toBeUndefined();
		expect('batch' in api).toBe(false);
		expect(new api.models.Media().upload).toBeUndefined();
		const { length } = api.endpoints.at(0).middleware;
		expect(open([batch as Part, preload, upload]).endpoints.at(0).middleware.length).toBe(length + 3);
	});

	it('with a part has that one', () => {
		expect(open([batch as Part]).batch).toBeTypeOf('function');
		expect(new (open([batch as Part]).models.Media)().upload).toBeUndefined();
		expect(new (open([upload]).models.Media)().upload).toBeTypeOf('function');
		expect(open([upload, preload]).batch).toBeUndefined();
	});

	it('with parts gives upload() to media alone', () => {
		const { models } = open([upload]);
		const names = Object.keys(models).filter((name) => models[name].prototype.upload);
		expect(names).toEqual(['Media']);
	});

	it('keeps a part’s methods for classes that the schema completes later', async () => {
		site.answers = { 'GET wp/v2': ok(small()) };
		const api: any = connect({ root: ROOT, cacheSchema: false }, [upload]);
		const { Media } = api.models;
		expect(new Media().upload).toBeTypeOf('function');
		await api.loadPromise;
		expect(api.models.Media).toBe(Media);
		expect(new Media().upload).toBeTypeOf('function');
	});

	it('gives them to its other roots and namespaces as well', async () => {
		const api = open([upload]);
		const other = await api.init({ apiRoot: 'https://other.test/wp-json/', schema: small() });
		expect(new (other.get('models').Media)().upload).toBeTypeOf('function');
	});
});

describe('a part', () => {
	it('is called once for each API', async () => {
		const part = vi.fn(() => ({}));
		const api = open([part]);
		await api.init({ apiRoot: 'https://other.test/wp-json/', schema: small() });
		await api.refresh().catch(() => undefined);
		expect(part).toHaveBeenCalledTimes(1);
		open([part]);
		expect(part).toHaveBeenCalledTimes(2);
	});

	it('of a page’s own may add middleware, a helper and a method', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const seen: string[] = [];
		const own: Part<{ shout(): string }> = () => ({
			middleware: () => [
				(request, next) => {
					seen.push(request.verb);
					return next(request);
				},
			],
			helpers: [
				{ appliesTo: ({ shape }) => shape === '/wp/v2/posts/{}', methods: { whisper: () => 'psst' } },
			],
			methods: { shout: () => 'HEY' },
		});
		const api = connect(settings, [own]);
		const post: any = new api.models.Post({ id: 1 });
		await post.fetch();
		expect([api.shout(), post.whisper(), seen]).toEqual(['HEY', 'psst', ['GET']]);
		expect((new api.models.Page() as any).whisper).toBeUndefined();
	});

	it('has its say before the usual middleware, in the order of the parts', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const seen: string[] = [];
		const named =
			(name: string): Part =>
			() => ({
				middleware: () => [
					(request, next) => {
						seen.push(`${name} ${String(request.headers['X-WP-Nonce'])}`);
						return next(request);
					},
				],
			});
		const api: any = connect({ ...settings, nonce: 'N1' }, [named('one'), named('two')]);
		await new api.models.Post({ id: 1 }).fetch();
		expect(seen).toEqual(['one undefined', 'two undefined']);
	});
});
