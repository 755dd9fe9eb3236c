/**
 * The middleware of every request, from the outermost to the innermost.
 */

import type { Middleware, Subject } from '../request.ts';
import { authorization } from './authorization.ts';
import { formEncoding } from './form-encoding.ts';
import { httpMethodOverride } from './http-method-override.ts';
import { nonce, ownNonce, type NonceHolder } from './nonce.ts';
import { repairJSON } from './repair-json.ts';
import { retry } from './retry.ts';

/** Of one site, which keeps here what it learns of its host. */
export function usualMiddleware(site: NonceHolder): Middleware[] {
	const { settings } = site;
	return [
		repairJSON,
		httpMethodOverride(settings),
		formEncoding(settings),
		retry(settings),
		authorization(settings),
		nonce(site),
	];
}

/** Of a model that belongs to no site and borrows `sync()`. */
export function withoutSite(subject: Subject): Middleware[] {
	return [repairJSON, retry({}), ownNonce(() => subject.nonce?.())];
}
