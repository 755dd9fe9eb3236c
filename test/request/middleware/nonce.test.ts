/** Pages with nonces that are good, changed or meant for somebody else come in; what is sent with them goes out. */
import { describe, expect, it } from 'vitest';
import { fails, fakeSite, listed, ok, ROOT } from '../../support/fake-site.ts';
import { ending, open } from '../../support/open.ts';

const site = fakeSite();

/** The nonces that were sent to the API, in order. */
const nonces = (): (string | null)[] =>
	site.asked.filter(({ url }) => url.startsWith(ROOT)).map(({ headers }) => headers.get('x-wp-nonce'));
const post = (api: any, id = 1): any => new api.models.Post({ id });

describe('is sent', () => {
	it('with everything that goes to the API', async () => {
		site.answers = {
			'GET posts/1': ok({ id: 1 }),
			'PUT posts/1': ok({ id: 1 }),
			'DELETE posts/1': ok({ id: 1 }),
			'GET posts': listed([]),
		};
		const api = open();
		await post(api).fetch();
		await post(api).save({ title: 'x' });
		await post(api).destroy();
		await new api.collections.Posts().fetch();
		expect(nonces()).toEqual(['N1', 'N1', 'N1', 'N1']);
	});

	it.each([undefined, '', null])('not at all where it is %j', async (nonce) => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		await post(open({ nonce: nonce as string })).fetch();
		expect(nonces()).toEqual([null]);
	});

	it('as the page has it now', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const settings = { nonce: 'N1' };
		const source = Object.defineProperty({}, 'nonce', { enumerable: true, get: () => settings.nonce });
		const { connect } = await import('../../../src/index.ts');
		const { small } = await import('../../support/fake-schema.ts');
		const input = Object.defineProperties(
			{ root: ROOT, schema: small() },
			Object.getOwnPropertyDescriptors(source),
		);
		const api = connect(input);
		await post(api).fetch();
		settings.nonce = 'N2';
		await post(api).fetch();
		expect(nonces()).toEqual(['N1', 'N2']);
	});

	it('as the page has set it on the endpoint, or passed it to init()', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const api = open();
		api.endpoints.at(0).set('nonce', 'N2');
		await post(api).fetch();
		void api.init({ nonce: 'N3' });
		await post(api).fetch();
		expect(nonces()).toEqual(['N2', 'N3']);
	});
});

describe('is taken over', () => {
	it('from an answer, also of a failure, also of a list', async () => {
		site.answers = {
			'GET posts/1': ok({ id: 1 }, { 'X-WP-Nonce': 'N2' }),
			'GET posts/2': { ...fails(404, 'rest_post_invalid_id'), headers: { 'X-WP-Nonce': 'N3' } },
			'GET posts': ok([], { 'X-WP-Nonce': 'N4' }),
		};
		const api = open();
		await post(api).fetch();
		await ending(post(api, 2).fetch());
		await new api.collections.Posts().fetch();
		await post(api).fetch();
		expect(nonces()).toEqual(['N1', 'N2', 'N3', 'N4']);
	});

	it('from none that another site gives', async () => {
		site.answers = {
			'GET /elsewhere': ok({ id: 1 }, { 'X-WP-Nonce': 'EVIL' }),
			'GET posts/1': ok({ id: 1 }),
		};
		const api = open();
		await post(api).fetch({ url: `${location.origin}/elsewhere` });
		await post(api).fetch();
		expect(nonces()).toEqual(['N1']);
	});
});

describe('goes home only', () => {
	it.each([
		['another host', 'http://evil.test/wp-json/wp/v2/posts/1'],
		['another path', '/elsewhere'],
		['another path, by way of the root', `${ROOT}../elsewhere`],
		['a host that begins alike', `http://${location.hostname}.evil.test/wp-json/`],
		['another scheme', ROOT.replace('http:', 'https:')],
	])('not to %s', async (_what, url) => {
		await ending(post(open()).fetch({ url }));
		expect(site.asked.map(({ headers }) => headers.get('x-wp-nonce'))).toEqual([null]);
	});

	it('not to where a class of the page’s own lives', async () => {
		const Elsewhere = open().models.Post.extend({ urlRoot: 'http://evil.test/posts' });
		await ending(new Elsewhere({ id: 1 }).fetch());
		expect(site.asked[0]!.headers.get('x-wp-nonce')).toBeNull();
	});

	it('row 30: not to another root, but the one that was passed for that', async () => {
		const { small } = await import('../../support/fake-schema.ts');
		site.answers = { 'GET /other/wp-json/wp/v2/posts/1': ok({ id: 1 }) };
		const api = open();
		const root = `${location.origin}/other/wp-json/`;
		const endpoint = await api.init({ apiRoot: root, schema: small() });
		await new (endpoint.get('models').Post)({ id: 1 }).fetch();
		await api.init({ apiRoot: root, nonce: 'OTHER' });
		await new (endpoint.get('models').Post)({ id: 1 }).fetch();
		expect(site.asked.map(({ headers }) => headers.get('x-wp-nonce'))).toEqual([null, 'OTHER']);
	});

	it('with plain permalinks, too', async () => {
		site.answers = { 'GET /': ok({ id: 1 }) };
		const api = open({ root: `${location.origin}/?rest_route=/` });
		await post(api).fetch();
		await post(api).fetch({ url: `${location.origin}/?elsewhere=1` });
		expect(site.asked.map(({ headers }) => headers.get('x-wp-nonce'))).toEqual(['N1', null]);
	});
});
