/**
 * Every request of a test file comes in, by way of jQuery, which all of the client's go through; the test that was running fails if one
 * has carried a nonce, a password or a token elsewhere than below the root of the API it belongs to. A `setupFiles` entry.
 */
import Backbone from 'backbone';
import $ from 'jquery';
import { afterEach, expect } from 'vitest';

interface Known {
	root: string;
	nonces: Set<string>;
	/** As the settings of the API have them. */
	endpoint: { settings?: { headers?: Record<string, string> | (() => unknown) } };
}

const known: Known[] = [];

/** What was told to whom: `X-WP-Nonce to http://elsewhere.example/`. A test that leaks on purpose takes it away. */
export const leaks: string[] = [];

// Whoever has an `apiRoot` is an endpoint.
Backbone.Model.prototype.preinitialize = function (
	this: Backbone.Model,
	attributes?: Record<string, string>,
) {
	const { apiRoot: root, nonce } = Object(attributes) as Record<string, string | undefined>;
	if (root === undefined || nonce === undefined) return;
	const own: Known = { root, nonces: new Set([nonce]), endpoint: this as never };
	this.on('change:nonce', (_endpoint: unknown, fresh: string) => own.nonces.add(fresh));
	known.push(own);
};

// Without a page, jQuery sends nothing.
$.ajaxPrefilter?.((options, { headers: callers = {} }, xhr) => {
	const { setRequestHeader } = xhr;
	xhr.setRequestHeader = function (name, value) {
		// What the caller of a single request has put on it is the caller's business.
		if (!(name in callers) && isLeak(options.url!, name, value)) leaks.push(`${name} to ${options.url!}`);
		setRequestHeader.call(this, name, value);
		return this;
	};
	const text = options.url! + (typeof options.data === 'string' ? options.data : '');
	for (const { root, nonces } of known)
		for (const nonce of nonces)
			if (nonce?.length > 7 && text.includes(nonce) && !isBelow(options.url!, root))
				leaks.push(`A nonce in the address or the body, to ${options.url!}`);
});

function isLeak(url: string, name: string, value: string): boolean {
	const holders = known.filter(({ nonces, endpoint: { settings } }) => {
		if (/^x-wp-nonce$/i.test(name)) return nonces.has(value);
		const { headers } = settings ?? {};
		return typeof headers === 'function'
			? /^authorization$/i.test(name)
			: Object.values(headers ?? {}).includes(value);
	});
	return holders.length > 0 && !holders.some(({ root }) => isBelow(url, root));
}

/** With plain permalinks the path is inside the query; another query behind a root is none of it. */
function isBelow(url: string, root: string): boolean {
	const base = globalThis.location?.href;
	const start = root.replace(/[?&](?!.*rest_route).*/, '');
	return URL.canParse(start, base) && new URL(url, base).href.startsWith(new URL(start, base).href);
}

afterEach(() => {
	expect(leaks.splice(0), 'secrets that were sent elsewhere').toEqual([]);
});
