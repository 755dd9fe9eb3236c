// Says in words what went wrong and what to do about it, for anything that a promise was rejected with.
import { isWPApiError, toWPApiError, type WPApiError } from '../src/index.ts';
import { plain } from './html.ts';

export interface Failure {
	what: string;
	todo: string;
	/** For a report to whoever runs the site. */
	code: string;
	/** Whether the same request may go well later. */
	canRetry: boolean;
}

/** What to do, by WordPress's code or the client's. The status decides where the code is not known. */
const BY_CODE: Record<string, string> = {
	comment_duplicate: 'Your comment is there already. Change its text to send another one.',
	comment_flood: 'Wait a few seconds, then send it again.',
	demo_no_picture: 'Choose a file that ends in .jpg, .png, .gif or .webp.',
	demo_page_error: 'Reload the page. Copy what you have written before you do.',
	http_error: 'Try again. If it stays, ask whoever runs the site.',
	invalid_json: 'A plugin of the site may print into its answers. Ask whoever runs the site.',
	rest_comment_content_invalid: 'Write something first.',
	rest_cookie_invalid_nonce:
		'You are not logged in any more. Copy what you have written, then reload the page.',
	rest_upload_sideload_error: 'Choose another file.',
	rest_upload_unknown_error: 'Choose another file.',
	term_exists: 'Choose it from the list instead.',
	timeout: 'The site is slow, or the connection is. Try again.',
};

/** `undefined` for what was called off on purpose. */
export function advice(reason: unknown): Failure | undefined {
	const error = isPageError(reason)
		? { code: 'demo_page_error', message: reason.message, status: 0, params: {} }
		: toWPApiError(reason);
	const { code } = error;
	if (code === 'abort') return undefined;
	return { what: sentence(plain(error.message)), todo: todo(error), code, canRetry: canRetry(error) };
}

/** An error of this page's own code, which has nothing to do with WordPress. */
function isPageError(reason: unknown): reason is Error {
	return reason instanceof Error && !isWPApiError(reason);
}

type Facts = Pick<WPApiError, 'status' | 'code' | 'params'>;

function todo({ status, code, params }: Facts): string {
	if (BY_CODE[code]) return BY_CODE[code];
	if (isGone({ status, code })) return 'See whether WordPress is running, then try again.';
	if (status === 400) return Object.values(params).map(plain).join(' ') || 'Change what you have entered.';
	if (status === 401) return BY_CODE['rest_cookie_invalid_nonce']!;
	if (status === 403) return 'Your user may not do this. Ask somebody who may.';
	if (status === 404 || status === 410) return 'Somebody may have deleted it. Go back to the list.';
	if (status === 413) return 'The file is too big for this site. Choose a smaller one.';
	if (status === 429) return 'Wait a minute, then try again.';
	return 'Try again. If it stays, look into the error log of the site.';
}

function isGone({ status, code }: Omit<Facts, 'params'>): boolean {
	return code === 'network_error' || status >= 502;
}

function canRetry({ status, code }: Facts): boolean {
	return code === 'network_error' || code === 'timeout' || status === 429 || status >= 500;
}

function sentence(message: string): string {
	return /[.!?]$/.test(message) ? message : `${message}.`;
}
