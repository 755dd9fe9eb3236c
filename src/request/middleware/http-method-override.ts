/**
 * Hosts that block PUT, PATCH and DELETE, or JSON, are sent POST and forms instead.
 */

import type { Concern, Method } from '../../seams.ts';
import { formFields } from '../form-data.ts';
import { isSameOrigin, withQuery } from '../url.ts';

/** What some hosts block. */
export const VERBS: Partial<Record<Method, string>> = { update: 'PUT', patch: 'PATCH', delete: 'DELETE' };

/** https://developer.wordpress.org/rest-api/using-the-rest-api/global-parameters/#_method-or-x-http-method-override-header */
export const emulate: Concern = {
	attempt(request, own) {
		const { method, subject, answer, options } = request;
		const { endpointModel: endpoint } = subject;
		if (!endpoint || answer) return;
		const { settings, blocksVerbs } = endpoint;
		const verb = VERBS[method];
		if (verb && (options.emulateHTTP || settings.emulateHTTP || blocksVerbs)) {
			const isSame = isSameOrigin(own.url!);
			request.isEmulated = true;
			// To another origin WordPress allows neither header nor argument, but for a change it takes POST.
			if (!isSame && verb !== 'DELETE' && subject.methods?.includes('POST')) own.type = 'POST';
			else {
				// Backbone sets the header. Some hosts strip it, and would have us believe that something was deleted.
				own.emulateHTTP = true;
				// It would be taken for the verb of the browser's preflight as well.
				if (isSame) own.url = withQuery(own.url!, { _method: verb });
			}
		}
		if (!settings.emulateJSON || own.data !== undefined || !own.attrs) return;
		own.data = String(new URLSearchParams(formFields(own.attrs)));
		own.contentType = 'application/x-www-form-urlencoded';
	},
	recover(request, { xhr, code }) {
		const { method, subject, isHome, isEmulated } = request;
		// With a code, it is WordPress that refuses. Without one it was the host, and nothing was done.
		const isBlocked = (xhr.status === 405 || xhr.status === 501) && !code && VERBS[method];
		if (!isBlocked || !isHome || isEmulated) return undefined;
		request.isEmulated = subject.endpointModel.blocksVerbs = true;
		return Promise.resolve();
	},
};
