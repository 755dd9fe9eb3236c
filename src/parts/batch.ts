/**
 * The part `batch`: a function comes in; what it saves and deletes goes out in few requests. `api.batch( () => … )`
 */

import $ from 'jquery';
import { sendAll, type Entry, type Host } from './batch-chunks.ts';
import type { Part } from './part.ts';
import type { AjaxOptions, Concern, EndpointLike, Method, Request, WPApiXHR } from '../seams.ts';
import { VERBS } from '../request/middleware/http-method-override.ts';
import { onAbort } from '../request/signal.ts';
import { pathBelow } from '../request/url.ts';

export interface BatchOptions {
	/** `require-all-validate`: nothing is done where one of a lot is not valid. */
	validation?: 'normal' | 'require-all-validate';
	/** Calls off every one of them. */
	signal?: AbortSignal;
}

export interface BatchMethods {
	/**
	 * What `run` saves and deletes, before it returns, goes out together. Each promise settles by itself; this one resolves, with all
	 * of them, when all have. Reads, and routes that do not allow it, go out singly.
	 */
	batch(run: () => unknown, options?: BatchOptions): JQuery.Promise<WPApiXHR[]>;
}

/** https://make.wordpress.org/core/2020/11/20/rest-api-batch-framework-in-wordpress-5-6/ */
export const batch: Part<BatchMethods> = () => {
	const hosts = new Map<string, Host>();
	let lot: { requests: Request[]; entries: Entry[] } | undefined;

	const join: Concern = {
		prepare(request) {
			lot?.requests.push(request);
		},
		attempt(request, own) {
			if (!lot) return;
			const { entries } = lot;
			const endpoint = request.subject.endpointModel;
			const asked = request.isHome && !request.answer && entryOf(endpoint, request.method, own);
			if (asked)
				request.answer = new Promise((resolve, reject) =>
					entries.push({ endpoint, request, asked, resolve, reject }),
				);
		},
	};

	return {
		concerns: [join],
		methods: {
			batch(run, options = {}) {
				const outer = lot;
				const { requests, entries } = (lot = { requests: [] as Request[], entries: [] as Entry[] });
				try {
					run();
				} finally {
					lot = outer;
					// Also what was saved before it threw
					for (const root of new Set(entries.map(rootOf))) {
						const host = hosts.get(root) ?? { most: 25 };
						hosts.set(root, host);
						const own = entries.filter((entry) => rootOf(entry) === root);
						void sendAll(own, host, options.validation);
					}
				}
				const all = requests.map((request) => request.options.xhr as WPApiXHR);
				const ended = $.when(Promise.allSettled(all).then(() => all));
				const { signal } = options;
				if (signal)
					ended.always(
						onAbort(signal, () => {
							for (const xhr of all) xhr.abort();
						}),
					);
				return ended;
			},
		},
	};
};

/** What is sent of a request, if its route may be batched. */
function entryOf(
	endpoint: EndpointLike,
	method: Method,
	{ url, attrs, data, headers, beforeSend }: AjaxOptions,
): Entry['asked'] | undefined {
	const [path = '', query] = pathBelow(url!, endpoint.settings.root) ?? [];
	const verb = method === 'create' ? 'POST' : (VERBS[method] ?? '');
	const { Item, List = Item } = endpoint.match(path) ?? {};
	const allows = List?.prototype.endpoints.some(
		({ methods, allow_batch }) => methods.includes(verb) && (allow_batch as { v1?: boolean } | undefined)?.v1,
	);
	// A body or headers of the caller's own are sent as they are. A `beforeSend` may stop its request, or change it.
	if (!allows || data !== undefined || headers || beforeSend) return undefined;
	return {
		method: verb,
		path: query ? `${path}?${query}` : path,
		...(method !== 'delete' && { body: attrs! }),
	};
}

const rootOf = ({ endpoint }: Entry): string => endpoint.settings.root;
