/**
 * Headers come in; they go onto a request before the caller's own `beforeSend`.
 */

import type { AjaxOptions } from '../seams.ts';
import type { Headers } from '../schema/settings.ts';

/** On the request itself and not among its options, which are told to everybody who listens to `ajaxSend`. */
export function addHeaders(own: AjaxOptions, headersNow: () => Headers): void {
	const { beforeSend } = own;
	own.beforeSend = function (this: unknown, ...args) {
		for (const [name, value] of Object.entries(headersNow())) args[0].setRequestHeader(name, value);
		return beforeSend?.apply(this as never, args);
	};
}
