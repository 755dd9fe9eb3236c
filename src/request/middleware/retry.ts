/**
 * Reads that failed for a passing reason are repeated, with growing pauses, within the bounds of the settings. Writes never
 * are: nobody can tell whether the server acted on one.
 */

import type { SettingsInput } from '../../schema/settings.ts';
import { afterwards, recovered, type Answer } from '../answer.ts';
import { isWrite } from '../http-method.ts';
import type { Failure, Middleware } from '../request.ts';

/** Milliseconds before the first repetition, doubled each time. */
const PAUSE = 300;

export function retry(settings: Pick<SettingsInput, 'retry'>): Middleware {
	return (request, next) => {
		const { retry: given = 3 } = settings;
		const { attempts = 3, within = 30_000 } = typeof given === 'object' ? given : { attempts: +given };
		const attempt = (repeats: number): Answer =>
			recovered(next(request), (failure) => {
				if (isWrite(request.verb) || !isPassing(failure) || repeats >= attempts) return undefined;
				// Jittered: what one failure has set back must not come back all at once.
				const pause = askedPause(failure) ?? PAUSE * 2 ** repeats * (0.5 + Math.random());
				if (Date.now() + pause > request.since + within) return undefined;
				return afterwards(sleep(pause), () => attempt(repeats + 1));
			});
		return attempt(0);
	};
}

const sleep = (pause: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, pause));

/** Status 0 is a dropped connection, unless the caller or the clock has ended it. */
function isPassing({ status, reason }: Failure): boolean {
	return [429, 502, 503, 504].includes(status) || (!status && reason === 'error');
}

/** `Retry-After` in seconds or as a date -> milliseconds. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function askedPause({ status, header }: Failure): number | undefined {
	const asked = (status && header('Retry-After')) || '';
	const pause = +asked * 1000 || Date.parse(asked) - Date.now();
	return Number.isNaN(pause) ? undefined : Math.max(0, pause);
}
