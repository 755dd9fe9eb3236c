/**
 * The HTTP method that goes out for a request, whatever Backbone calls it: `fetch( { type: 'POST' } )` writes.
 */

import type { AjaxOptions, Method } from '../seams.ts';

const VERBS: Record<Method, string> = {
	create: 'POST',
	read: 'GET',
	update: 'PUT',
	patch: 'PATCH',
	delete: 'DELETE',
};

/** jQuery takes the verb under two names, and looks at `method` first. */
export function verbOf(method: Method, { method: given, type }: AjaxOptions): string {
	return (given ?? type ?? VERBS[method]).toUpperCase();
}

/** Whether a request with this verb may change what is on the server: then it must not be repeated. */
export const isWrite = (verb: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(verb);
