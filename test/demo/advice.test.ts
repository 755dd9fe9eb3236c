/** What the demo says of a failure, and what it advises. */
import { expect, it } from 'vitest';
import { advice } from '../../demo/advice.ts';
import { WPApiError } from '../../src/index.ts';

const running = 'See whether WordPress is running, then try again.';

it.each([
	['network_error', 0, running, true],
	['demo_no_wordpress', 502, running, true],
	['timeout', 0, 'The site is slow, or the connection is. Try again.', true],
	['internal_server_error', 500, 'Try again. If it stays, look into the error log of the site.', true],
	['comment_duplicate', 409, 'Your comment is there already. Change its text to send another one.', false],
	['rest_post_invalid_id', 404, 'Somebody may have deleted it. Go back to the list.', false],
	['rest_already_trashed', 410, 'Somebody may have deleted it. Go back to the list.', false],
	['rest_cannot_edit', 403, 'Your user may not do this. Ask somebody who may.', false],
	[
		'rest_cookie_invalid_nonce',
		403,
		'You are not logged in any more. Copy what you have written, then reload the page.',
		false,
	],
	['too_big', 413, 'The file is too big for this site. Choose a smaller one.', false],
])('%s with status %i has advice that fits', (code, status, todo, canRetry) => {
	expect(advice(new WPApiError(code, 'It failed', status))).toEqual({
		what: 'It failed.',
		todo,
		code,
		canRetry,
	});
});

it('names the refused fields, and decodes what WordPress has encoded', () => {
	const error = new WPApiError('rest_invalid_param', 'You&#8217;ve sent <b>nonsense</b>', 400, {
		params: { title: 'It isn&#8217;t a title.' },
	});
	expect(advice(error)).toMatchObject({ what: 'You’ve sent nonsense.', todo: 'It isn’t a title.' });
});

it('does not blame WordPress for an error of the page, and says nothing of what was called off', () => {
	expect(advice(new TypeError('x is not a function'))).toMatchObject({
		code: 'demo_page_error',
		todo: 'Reload the page. Copy what you have written before you do.',
		canRetry: false,
	});
	expect(advice({ statusText: 'abort', status: 0 })).toBeUndefined();
});
