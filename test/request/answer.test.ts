/** Answers that are known without a request come in; callbacks are told of them, as of one that has arrived. */
import { describe, expect, it, vi } from 'vitest';
import { deliver } from '../../src/request/answer.ts';

const delivered = (known: any, more: object = {}): { success: any; error: any; xhr: any; own: any } => {
	const success = vi.fn();
	const error = vi.fn();
	const own: any = { success, error, ...more };
	deliver(known, own);
	const [call] = [...success.mock.calls.map(([, , xhr]) => xhr), ...error.mock.calls.map(([xhr]) => xhr)];
	return { success, error, own, xhr: call };
};

describe('deliver()', () => {
	it.each([
		[{ body: { id: 1 } }],
		[{ status: 201, body: [] }],
		[{ status: 207, body: null }],
		[{ status: 304, body: '' }],
	])('%j is a success', (known) => {
		const { success, error, xhr } = delivered(known);
		expect(success.mock.calls).toEqual([[known.body, 'success', xhr]]);
		expect(error).not.toHaveBeenCalled();
		expect(xhr.status).toBe((known as { status?: number }).status ?? 200);
	});

	it.each([400, 404, 424, 500, 501])('%i is a failure', (status) => {
		const body = { code: 'rest_x', message: 'X' };
		const { success, error, xhr } = delivered({ status, body });
		expect(error.mock.calls[0]!.slice(0, 2)).toEqual([xhr, 'error']);
		expect(success).not.toHaveBeenCalled();
		expect(xhr).toMatchObject({
			status,
			responseJSON: body,
			responseText: JSON.stringify(body),
			readyState: 4,
		});
	});

	it.each<[unknown, string, string | null]>([
		[{ 'X-WP-Total': '5' }, 'x-wp-total', '5'],
		[{ 'x-wp-total': '5' }, 'X-WP-Total', '5'],
		[{ 'X-WP-Total': '5' }, 'Allow', null],
		[[], 'X-WP-Total', null],
		[undefined, 'X-WP-Total', null],
		[null, 'X-WP-Total', null],
		[{}, 'constructor', null],
	])('of the headers %j, %s is %j', (headers, name, value) => {
		expect(delivered({ headers, body: {} }).xhr.getResponseHeader(name)).toBe(value);
	});

	it.each<[unknown, string]>([
		[{ 'X-WP-Total': '5', Allow: 'GET' }, 'x-wp-total: 5\r\nallow: GET\r\n'],
		[[], ''],
		[undefined, ''],
	])('of %j, all headers are as an XMLHttpRequest writes them', (headers, all) => {
		expect(delivered({ headers, body: {} }).xhr.getAllResponseHeaders()).toBe(all);
	});

	it('calls with the context that was asked for, else with the options', () => {
		const { success, own } = delivered({ body: {} });
		expect(success.mock.contexts).toEqual([own]);
		const context = {};
		expect(delivered({ body: {} }, { context }).success.mock.contexts[0]).toBe(context);
		expect(delivered({ status: 400, body: {} }, { context }).error.mock.contexts[0]).toBe(context);
	});
});
