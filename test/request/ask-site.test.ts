/** A site is asked for paths, for nobody's model. It sends what other requests send, and tells plainly what came back. */
import Backbone from 'backbone';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isWPApiError } from '../../src/index.ts';
import { fails, fakeSite, ok } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

const site = fakeSite();

afterEach(() => vi.restoreAllMocks());

describe('site.request()', () => {
	it('resolves with status, headers and body', async () => {
		site.answers = { 'GET posts': ok([{ id: 1 }], { 'X-WP-Total': '1' }) };
		const { status, body, header } = await open()
			.endpoints.at(0)
			.request({ path: '/wp/v2/posts?page=2', query: { search: 'a' } });
		expect([status, body, header('x-wp-total')]).toEqual([200, [{ id: 1 }], '1']);
		expect(site.lines()).toEqual(['GET posts?page=2&search=a']);
		expect(site.asked[0]!.headers.get('x-wp-nonce')).toBe('N1');
	});

	it.each(['POST', 'DELETE', 'OPTIONS'])('sends %s', async (verb) => {
		site.answers = { [`${verb} posts/1`]: ok({ id: 1 }) };
		const body = verb === 'POST' ? { title: 'A' } : undefined;
		await open()
			.endpoints.at(0)
			.request({ verb, path: '/wp/v2/posts/1', ...(body && { body }) });
		expect([site.asked[0]!.method, site.asked[0]!.body]).toEqual([verb, body ?? '']);
	});

	it('rejects with a WPApiError', async () => {
		site.answers = { 'GET posts/1': fails(404, 'rest_post_invalid_id') };
		const { args } = await ending(open().endpoints.at(0).request({ path: '/wp/v2/posts/1' }));
		expect([isWPApiError(args[0]), args[0].code, args[0].status]).toEqual([
			true,
			'rest_post_invalid_id',
			404,
		]);
	});

	it('is ended by a signal', async () => {
		const { args } = await ending(
			open().endpoints.at(0).request({ path: '/wp/v2/posts/1', signal: AbortSignal.abort() }),
		);
		expect([args[0].code, site.asked]).toEqual(['abort', []]);
	});

	it('settles in the same turn where a page’s own transport does', () => {
		vi.spyOn(Backbone, 'ajax').mockImplementation(((options: any) => {
			options.success({ id: 1 }, 'success', { status: 200, getResponseHeader: () => null });
		}) as never);
		const asked = open().endpoints.at(0).request({ path: '/wp/v2/posts/1' });
		expect(asked.state()).toBe('resolved');
	});
});
