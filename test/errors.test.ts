/** Failures of every kind come in; one `WPApiError` goes out, with WordPress's own code where it sent one. */
import { describe, expect, it } from 'vitest';
import { isWPApiError, toWPApiError, WPApiError } from '../src/errors.ts';

const json = (status: number, responseJSON: unknown, more: object = {}): object => ({
	status,
	statusText: 'error',
	responseText: JSON.stringify(responseJSON),
	responseJSON,
	...more,
});

describe('the code', () => {
	it.each<[what: string, failure: unknown, textStatus: string | undefined, code: string, status: number]>([
		[
			'of WordPress',
			json(404, { code: 'rest_post_invalid_id', message: 'Invalid post ID.' }),
			'error',
			'rest_post_invalid_id',
			404,
		],
		[
			'of WordPress, sent with a good status',
			json(200, { code: 'rest_no_route', message: 'No.' }),
			'parsererror',
			'rest_no_route',
			200,
		],
		['of an aborted request', { status: 0, statusText: 'abort' }, undefined, 'abort', 0],
		['of an aborted request, by text', { status: 0, statusText: '' }, 'abort', 'abort', 0],
		['of a request that took too long', { status: 0, statusText: 'timeout' }, undefined, 'timeout', 0],
		[
			'of a broken connection',
			{ status: 0, statusText: 'error', responseText: '' },
			'error',
			'network_error',
			0,
		],
		[
			'of a server that failed with a page',
			{ status: 500, statusText: 'error', responseText: '<h1>Oh' },
			'error',
			'http_error',
			500,
		],
		['of a proxy that answers with JSON', json(502, { error: 'bad gateway' }), 'error', 'http_error', 502],
		['of JSON null', json(500, null), 'error', 'http_error', 500],
		[
			'of an answer that is no JSON',
			{ status: 200, statusText: 'parsererror', responseText: '<b>Notice' },
			'parsererror',
			'invalid_json',
			200,
		],
		[
			'of an empty answer',
			{ status: 200, statusText: 'parsererror', responseText: '' },
			'parsererror',
			'empty_response',
			200,
		],
		[
			'of a request that a beforeSend called off',
			{ status: 0, statusText: 'canceled' },
			undefined,
			'abort',
			0,
		],
		['of a timeout, by text', { status: 0, statusText: '' }, 'timeout', 'timeout', 0],
		[
			'of a proxy that gave up',
			{ status: 504, statusText: 'error', responseText: '' },
			'error',
			'http_error',
			504,
		],
		['of JSON without a code, of WordPress or not', json(503, {}), 'error', 'http_error', 503],
		['of a JSON list', json(500, [1]), 'error', 'http_error', 500],
		['of JSON text', json(500, 'oh'), 'error', 'http_error', 500],
		['of nothing', undefined, undefined, 'network_error', 0],
		['of null', null, undefined, 'network_error', 0],
		['of a word', 'oh', undefined, 'network_error', 0],
	])('%s', (_what, failure, textStatus, code, status) => {
		const error = toWPApiError(failure, textStatus);
		expect(error).toBeInstanceOf(WPApiError);
		expect(error).toMatchObject({ name: 'WPApiError', code, status, params: {} });
		expect(error.message).toMatch(/\w/);
		expect(error.cause).toBe(failure);
	});
});

describe('what WordPress says', () => {
	const data = { status: 400, params: { per_page: 'per_page must be between 1 and 100.' } };
	const error = toWPApiError(json(400, { code: 'rest_invalid_param', message: 'Invalid: per_page', data }));

	it('comes through: message, data, the refused arguments', () => {
		expect(error.message).toBe('Invalid: per_page');
		expect(error.data).toEqual(data);
		expect(error.params).toEqual(data.params);
	});

	it.each([undefined, null, '', 5, [], { status: 500 }])(
		'may be %j for data: there are no params then',
		(odd) => {
			expect(toWPApiError(json(500, { code: 'x', message: 'X', data: odd })).params).toEqual({});
		},
	);
});

describe('the message of ours', () => {
	it.each<[object, string | undefined, RegExp]>([
		[{ status: 0 }, 'error', /connection/],
		[{ status: 0 }, 'timeout', /again/],
		[{ status: 0 }, 'abort', /aborted/],
		[{ status: 200, responseText: '<' }, 'parsererror', /not JSON/],
		[{ status: 200, responseText: '' }, 'parsererror', /error log/],
		[{ status: 502, responseText: '<' }, 'error', /error log/],
	])('%j says what to do', (failure, textStatus, message) => {
		expect(toWPApiError(failure, textStatus).message).toMatch(message);
	});
});

describe('an exception', () => {
	it('keeps its message, and is the cause', () => {
		const thrown = new RangeError('Invalid time value');
		const error = toWPApiError(thrown);
		expect(error).toMatchObject({ message: 'Invalid time value', cause: thrown });
	});
});

describe('a WPApiError', () => {
	it('is an Error, with a stack', () => {
		const error = new WPApiError('not_found', 'Nothing.', 404);
		expect(error).toBeInstanceOf(Error);
		expect(String(error)).toBe('WPApiError: Nothing.');
		expect(error.stack).toContain('errors.test');
	});

	it('is not made twice', () => {
		const error = new WPApiError('not_found', 'Nothing.', 404);
		expect(toWPApiError(error)).toBe(error);
	});

	it('of another copy of this library keeps its code, status and data', () => {
		const data = { params: { a: 'wrong' } };
		const foreign = Object.assign(new Error('Elsewhere.'), {
			name: 'WPApiError',
			code: 'rest_x',
			status: 418,
			data,
		});
		expect(isWPApiError(foreign)).toBe(true);
		expect(toWPApiError(foreign)).toMatchObject({ code: 'rest_x', status: 418, data, message: 'Elsewhere.' });
		expect(toWPApiError(foreign).params).toEqual(data.params);
	});
});

describe('isWPApiError()', () => {
	it.each([undefined, null, 0, '', 'WPApiError', {}, [], new Error('x'), { code: 'rest_x' }])(
		'%s: no',
		(value) => {
			expect(isWPApiError(value)).toBe(false);
		},
	);

	it('of our own: yes', () => {
		expect(isWPApiError(new WPApiError('x', 'X'))).toBe(true);
	});
});
