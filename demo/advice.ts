// Whatever something was rejected with, in; what went wrong and what to do about it, in words, out.
import { toWPApiError, type WPApiError } from '../src/index.ts';

export interface Failure {
	what: string;
	todo: string;
	/** For a report to whoever runs the site. */
	code: string;
}

/** `undefined` for what was called off on purpose. */
export function advice(reason: unknown): Failure | undefined {
	const error = toWPApiError(reason);
	if (error.code === 'abort') return undefined;
	return { what: sentence(error.message), todo: todo(error), code: error.code };
}

function todo({ status, code, params }: WPApiError): string {
	if (status === 0 || status >= 502) return 'See whether WordPress is running, then try again.';
	if (status === 401 || code === 'rest_cookie_invalid_nonce')
		return 'You are not logged in any more. Copy what you have written, then reload the page.';
	if (status === 403) return 'Ask somebody who may to do it, or log in as somebody else.';
	if (status === 404 || status === 410) return 'Somebody else may have removed it. Go back to the list.';
	if (status === 400)
		return Object.values(params).join(' ') || 'Change what you have entered, then save again.';
	return 'Try again. Should it stay, look into the error log of the site.';
}

function sentence(message: string): string {
	return /[.!?]$/.test(message) ? message : `${message}.`;
}
