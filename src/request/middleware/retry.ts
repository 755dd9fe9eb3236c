/**
 * Reads that failed for a passing reason are repeated, with growing pauses, within the bounds of the settings. Writes never
 * are: nobody can tell whether the server acted on one.
 */

import type { Concern, Failure } from '../../seams.ts';
import { isWrite } from '../http-method.ts';

/** Milliseconds before the first repetition, doubled each time. */
const PAUSE = 300;

export const retry: Concern = {
	prepare(request) {
		request.since = Date.now();
	},
	recover(request, failure) {
		const { verb, subject, since = 0, repeats = 0 } = request;
		const { retry = 3 } = subject.endpointModel?.settings ?? {};
		const { attempts = 3, within = 30_000 } = typeof retry === 'object' ? retry : { attempts: +retry };
		if (isWrite(verb) || !isPassing(failure) || repeats >= attempts) return undefined;
		// Jittered: what one failure has set back must not come back all at once.
		const pause = askedPause(failure.xhr) ?? PAUSE * 2 ** repeats * (0.5 + Math.random());
		if (Date.now() + pause > since + within) return undefined;
		request.repeats = repeats + 1;
		return new Promise((resolve) => setTimeout(resolve, pause));
	},
};

/** Status 0 is a dropped connection, unless the caller or the clock has ended it. */
function isPassing({ xhr: { status }, textStatus }: Failure): boolean {
	return [429, 502, 503, 504].includes(status) || (!status && textStatus === 'error');
}

/** `Retry-After` in seconds or as a date -> milliseconds. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function askedPause(xhr: JQuery.jqXHR): number | undefined {
	const asked = (xhr.status && xhr.getResponseHeader('Retry-After')) || '';
	const pause = +asked * 1000 || Date.parse(asked) - Date.now();
	return Number.isNaN(pause) ? undefined : Math.max(0, pause);
}
