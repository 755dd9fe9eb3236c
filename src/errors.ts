/**
 * Anything that went wrong comes in, one `WPApiError` goes out: WordPress's own code and message where it sent
 * them, else a code of ours and a message that says what to do.
 */

/** What we say where WordPress says nothing. */
const ADVICE = {
	abort: 'The request was aborted.',
	empty_response: 'Empty answer: see the PHP error log.',
	http_error: 'Server error: see its error log.',
	invalid_json: 'The answer is not JSON: see what a plugin prints into it.',
	network_error: 'Server not reached: check connection and address.',
	timeout: 'No answer in time: try again.',
};

/** Codes of ours. WordPress's own (`rest_post_invalid_id`, …) come through as they are. */
export type WPApiErrorCode =
	| keyof typeof ADVICE
	| 'batch_failed'
	| 'invalid_schema'
	| 'method_not_allowed'
	| 'missing_param'
	| 'not_found'
	| 'not_related'
	| 'unknown_term';

/** The jqXHR of a failed request, or an exception, as far as it is read here. */
interface Failed {
	status?: number;
	statusText?: string;
	responseText?: string;
	responseJSON?: { code?: string; message?: string; data?: unknown };
	message?: string;
}

/**
 * `code`: WordPress's error code or a `WPApiErrorCode`; `status`: the HTTP status, 0 where there was none;
 * `data`: WordPress's `data`; `params`: the refused arguments by name; `cause`: what it was made from.
 * https://developer.wordpress.org/rest-api/extending-the-rest-api/adding-custom-endpoints/#return-value
 */
export class WPApiError extends Error {
	declare readonly code: string;
	declare readonly status: number;
	declare readonly data: unknown;
	declare readonly params: Record<string, string>;

	constructor(code: string, message: string, status = 0, data?: unknown, cause?: unknown) {
		super(message, { cause });
		const { params = {} } = Object(data) as { params?: object };
		Object.assign(this, { name: 'WPApiError', code, status, data, params });
	}
}

/** True for a `WPApiError`, also one of another copy of this library, and for the jqXHR of a failed request. */
export function isWPApiError(value: unknown): value is WPApiError {
	return (Object(value) as Error).name === 'WPApiError';
}

/** Makes a `WPApiError` of a jqXHR, an exception or anything else that a promise was rejected with. */
export function toWPApiError(failure: unknown, textStatus?: string): WPApiError {
	if (failure instanceof WPApiError) return failure;
	const failed = Object(failure) as Failed;
	const code = codeOf(failed, textStatus);
	const answer = {
		code,
		message: failed.message ?? ADVICE[code],
		data: undefined as unknown,
		...(isWPApiError(failure) && { code: failure.code, data: failure.data }),
		...failed.responseJSON,
	};
	return new WPApiError(answer.code, answer.message, failed.status, answer.data, failure);
}

function codeOf({ status, statusText, responseText }: Failed, textStatus = statusText): keyof typeof ADVICE {
	if (textStatus === 'canceled') return 'abort';
	if (textStatus === 'timeout' || textStatus === 'abort') return textStatus;
	if (!status) return 'network_error';
	if (status >= 400) return 'http_error';
	return responseText ? 'invalid_json' : 'empty_response';
}
