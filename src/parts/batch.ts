/**
 * The part `batch`: a function comes in; what it saves and deletes goes out in few requests. `api.batch( () => … )`
 */

import $ from 'jquery';
import { sendAll, type Entry, type Host } from './batch-chunks.ts';
import type { Part } from './part.ts';
import { afterwards, answerWith } from '../request/answer.ts';
import { isWrite } from '../request/http-method.ts';
import type { KnownAnswer, Middleware, Request } from '../request/request.ts';
import { onAbort } from '../request/signal.ts';
import { pathBelow, withQuery } from '../request/url.ts';
import type { EndpointLike, WPApiXHR } from '../seams.ts';

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
	let lot: { asked: WPApiXHR[]; entries: Entry[] } | undefined;

	const join = (site: EndpointLike): Middleware => {
		return (request, next) => {
			const { caller, isHome, known } = request;
			if (!lot) return next(request);
			if (!lot.asked.includes(caller.xhr)) lot.asked.push(caller.xhr);
			const { entries } = lot;
			const asked = isHome && !known && entryOf(site, request);
			if (!asked) return next(request);
			const answer = new Promise<KnownAnswer | undefined>((resolve, reject) =>
				entries.push({ site, xhr: caller.xhr, asked, resolve, reject }),
			);
			return afterwards(answer, (found) => (found ? answerWith(found) : next(request)));
		};
	};

	return {
		middleware: (site) => [join(site)],
		methods: {
			batch(run, options = {}) {
				const outer = lot;
				const { asked, entries } = (lot = { asked: [] as WPApiXHR[], entries: [] as Entry[] });
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
				const all = [...asked];
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
function entryOf(site: EndpointLike, request: Request): Entry['asked'] | undefined {
	const { verb, body, data, isPlain } = request;
	const [path = '', query] = pathBelow(withQuery(request.url, request.query), site.settings.root) ?? [];
	const { Item, List = Item } = site.match(path) ?? {};
	const allows = List?.prototype.endpoints.some(
		({ methods, allow_batch }) => methods.includes(verb) && (allow_batch as { v1?: boolean } | undefined)?.v1,
	);
	// A body or headers of the caller's own are sent as they are. A `beforeSend` may stop its request, or change it.
	if (!allows || !isWrite(verb) || data !== undefined || !isPlain) return undefined;
	return { method: verb, path: query ? `${path}?${query}` : path, ...(verb !== 'DELETE' && { body: body! }) };
}

const rootOf = ({ site }: Entry): string => site.settings.root;
