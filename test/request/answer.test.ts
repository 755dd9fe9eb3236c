/** Answers that are known without a request come in; callbacks are told of them, as of one that has arrived. */
import { describe, expect, it, vi } from 'vitest';
import { connect } from '../../src/index.ts';
import { answerWith } from '../../src/request/answer.ts';
import { small } from '../support/fake-schema.ts';
import { ROOT } from '../support/fake-site.ts';
import { ending } from '../support/open.ts';

/** Asks a site whose middleware knows the answer. */
async function delivered(known: any, more: object = {}): Promise<any> {
	const part = () => ({ middleware: () => [() => answerWith(known)] });
	const api: any = connect({ root: ROOT, schema: small(), cacheSchema: false, retry: false }, [part]);
	const [success, error] = [vi.fn(), vi.fn()];
	const post = new api.models.Post({ id: 1 });
	const contexts: unknown[] = [];
	const xhr = post.sync('read', post, { success, error, own: 'option', ...more });
	xhr.always(function (this: unknown) {
		contexts.push(this);
	});
	expect(xhr.state()).toBe('pending');
	await ending(xhr);
	return { success, error, xhr, contexts };
}

describe('an answer that is known', () => {
	it.each([
		[{ body: { id: 1 } }],
		[{ status: 201, body: [] }],
		[{ status: 207, body: null }],
		[{ status: 304, body: '' }],
	])('%j is a success', async (known) => {
		const { success, error, xhr } = await delivered(known);
		expect(success.mock.calls).toEqual([[known.body, 'success', xhr]]);
		expect(error).not.toHaveBeenCalled();
		expect(xhr.status).toBe((known as { status?: number }).status ?? 200);
	});

	it.each([400, 404, 424, 500, 501])('%i is a failure', async (status) => {
		const body = { code: 'rest_x', message: 'X' };
		const { success, error, xhr } = await delivered({ status, body });
		expect([error.mock.calls[0][0] === xhr, error.mock.calls[0][1]]).toEqual([true, 'error']);
		expect(success).not.toHaveBeenCalled();
		const { responseJSON, responseText, readyState } = xhr;
		expect([xhr.status, responseJSON, responseText, readyState]).toEqual([
			status,
			body,
			JSON.stringify(body),
			4,
		]);
	});

	it.each<[unknown, string, string | null]>([
		[{ 'X-WP-Total': '5' }, 'x-wp-total', '5'],
		[{ 'x-wp-total': '5' }, 'X-WP-Total', '5'],
		[{ 'X-WP-Total': '5' }, 'Allow', null],
		[[], 'X-WP-Total', null],
		[undefined, 'X-WP-Total', null],
		[null, 'X-WP-Total', null],
		[{}, 'constructor', null],
	])('of the headers %j, %s is %j', async (headers, name, value) => {
		expect((await delivered({ headers, body: {} })).xhr.getResponseHeader(name)).toBe(value);
	});

	it.each<[unknown, string]>([
		[{ 'X-WP-Total': '5', Allow: 'GET' }, 'x-wp-total: 5\r\nallow: GET\r\n'],
		[[], ''],
		[undefined, ''],
	])('of %j, all headers are as an XMLHttpRequest writes them', async (headers, all) => {
		expect((await delivered({ headers, body: {} })).xhr.getAllResponseHeaders()).toBe(all);
	});

	it('has the context that was asked for, else the options', async () => {
		expect((await delivered({ body: {} })).contexts).toEqual([expect.objectContaining({ own: 'option' })]);
		const context = {};
		expect((await delivered({ body: {} }, { context })).contexts[0]).toBe(context);
		expect((await delivered({ status: 400, body: {} }, { context })).contexts[0]).toBe(context);
	});
});
