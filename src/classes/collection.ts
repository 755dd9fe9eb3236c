/**
 * The base collection: a Backbone collection that knows its route and where it stands in its list.
 */

import Backbone from 'backbone';
import _ from 'underscore';
import { departureOf } from '../request/departures.ts';
import { fetchAll, type Loading } from './fetch-all.ts';
import { lastWrite } from './saved-state.ts';
import { routeUrl } from '../schema/route-url.ts';
import { idFieldOf } from '../schema/routes.ts';
import type {
	AjaxOptions,
	CollectionClass,
	FetchAllOptions,
	Method,
	WPApiCollection,
	WPApiModel,
	WPApiXHR,
} from '../seams.ts';
import { encodeList, isLate, nextPage, readsOf } from '../request/encode-list.ts';
import { send } from '../request/exchange.ts';
import { readQuery } from '../request/url.ts';
import type { Params } from '../types.ts';

type Callback = (...args: unknown[]) => void;

/** What the base collection adds to Backbone's. */
export interface BaseCollection extends WPApiCollection {
	/** Fetches the next page, which replaces this one unless `remove: false` is given. `false` where there is none. */
	more(options?: AjaxOptions): WPApiXHR | false;
	/** `null` before anything was fetched, or where the server does not say. */
	hasMore(): boolean | null;
	/** Fetches every page into this collection, 100 items each unless `data` has a `per_page`. Core has no such thing. */
	fetchAll(options?: FetchAllOptions): Loading;
	/** Page after page, each as a collection of its own: `for await ( const page of posts.pages() )`. */
	pages(options?: AjaxOptions): AsyncGenerator<this, void>;
}

const backbone = Backbone.Collection.prototype;

const methods: ThisType<BaseCollection> & Params = {
	constructor: function (this: BaseCollection | undefined, models?: unknown, options: Params = {}) {
		if (!(this instanceof Backbone.Collection)) throw new TypeError('Call the classes of wp.api with `new`.');
		// Here, as a subclass may have an `initialize` of its own
		this.state = { data: {}, currentPage: null, totalPages: null, totalObjects: null };
		this.parent = options.parent ?? '';
		this.params = { ...options, ...(options.params as Params | undefined) };
		Backbone.Collection.call(this, models as never, options as never);
		// The handbook has `( {}, { parent: 1 } )`: no models, not one without attributes. `initialize` is handed what was given.
		if (models && !Array.isArray(models) && _.isEmpty(models)) this.reset([], { silent: true });
	},

	url(this: BaseCollection): string {
		const { params, parts } = this.route;
		return routeUrl(
			this.endpointModel.settings.root,
			parts,
			(param) => this.paramValues()[params.indexOf(param)],
		);
	},

	/** Each by its own name; the last one is what core calls `parent`. */
	paramValues(this: BaseCollection): unknown[] {
		const { parent, params, route } = this;
		const names = route?.params.map(({ name }) => name) ?? [];
		return names.map(
			(name) =>
				(name === 'parent' && parent) ||
				params[name] ||
				(name === names.at(-1) && (parent || params.parent_post || params.id)),
		);
	},

	nonce(this: BaseCollection): string | undefined {
		return this.endpointModel?.nonce();
	},

	modelId(this: BaseCollection, attributes: Params, idAttribute?: string): unknown {
		const { prototype } = this.model as unknown as { prototype: WPApiModel };
		return attributes[idAttribute ?? prototype.idAttribute] ?? attributes.id;
	},

	clone(this: BaseCollection): BaseCollection {
		const { model, comparator, params, parent, state } = this;
		const clone = new (this.constructor as CollectionClass<BaseCollection>)(this.models, {
			model,
			comparator,
			params,
			parent,
		});
		clone.state = { ...state };
		return clone;
	},

	parse(this: BaseCollection, answer: object | null, options?: AjaxOptions): unknown {
		const items: unknown = isKeyed(this, answer) ? Object.values(answer) : answer;
		const departure = departureOf(options);
		if (!options?.reset || !departure || !Array.isArray(items)) return items;
		// `reset` makes new models. Those that were written since this list was asked for are newer: they stay.
		const written = (options.previousModels as WPApiModel[]).filter(
			(model) => lastWrite(model) > departure.left,
		);
		const byId = new Map(written.map((model) => [this.modelId(model.attributes as Params), model]));
		return items.map((item: Params | null) => (item && byId.get(this.modelId(item))) ?? item);
	},

	/** The items of a read that a newer one has overtaken are not set. */
	set(this: BaseCollection, models: unknown, options?: AjaxOptions): unknown {
		return isLate(options?.xhr) ? [] : backbone.set.call(this, models as never, options as never);
	},

	reset(this: BaseCollection, models?: unknown, options?: AjaxOptions): unknown {
		return isLate(options?.xhr) ? [] : backbone.reset.call(this, models as never, options as never);
	},

	sync(
		this: BaseCollection,
		method: Method,
		collection: BaseCollection,
		options: AjaxOptions = {},
	): WPApiXHR {
		const xhr = send(collection, options, encodeList(method, collection, options));
		if (method === 'read') readsOf(collection).last = xhr;
		return xhr;
	},

	more(this: BaseCollection, options?: AjaxOptions): WPApiXHR | false {
		const query = { ...this.state.data, ...readQuery(options?.data) };
		const data = query.page ? query : nextPage({ ...this.state, data: query });
		if (!data) return false;
		const reads = readsOf(this);
		const [more, last] = [reads.more?.state(), reads.last?.state()];
		// While another search is under way, nobody knows which page comes next.
		if (!query.page && last === 'pending' && reads.last !== reads.more) return false;
		// The page that is on its way is not asked for again, unless the caller wants another one.
		const isStillWanted = reads.last === reads.more || last === 'rejected';
		if (!options?.data && more === 'pending' && isStillWanted) return joined(this, reads.more!, options);
		return (reads.more = this.fetch({ ...options, data } as object) as unknown as WPApiXHR);
	},

	hasMore(this: BaseCollection): boolean | null {
		return nextPage(this.state) && true;
	},

	fetchAll(this: BaseCollection, options?: FetchAllOptions): Loading {
		return fetchAll(this, options);
	},

	async *pages(this: BaseCollection, options?: AjaxOptions): AsyncGenerator<BaseCollection, void> {
		let xhr = this.fetch(options as object) as unknown as WPApiXHR | false;
		while (xhr) {
			await xhr;
			yield this.clone();
			xhr = this.more({ ...options, data: undefined as never });
		}
	},
};

/** A request that was sent for another caller, with the callbacks of this one. */
function joined(list: BaseCollection, xhr: WPApiXHR, options: AjaxOptions = {}): WPApiXHR {
	const { context, success, error, complete } = options as Record<string, Callback | undefined>;
	return xhr
		.done((answer: unknown) => success?.call(context, list, answer, options))
		.fail((failed: unknown) => error?.call(context, list, failed, options))
		.done((_answer: unknown, textStatus: string) => complete?.call(context, xhr, textStatus))
		.fail((_failed: unknown, textStatus: string) => complete?.call(context, xhr, textStatus));
}

/** Types, statuses and taxonomies come as an object by name: each item has its key for an id, or for the word in its path. */
function isKeyed(list: BaseCollection, answer: object | null): answer is object {
	if (!answer || Array.isArray(answer) || !list.route) return false;
	const { route } = (list.model as unknown as { prototype: WPApiModel }).prototype;
	const field = route?.params.length ? idFieldOf(route) : undefined;
	return !!field && Object.entries(answer).every(([key, item]) => (Object(item) as Params)[field] === key);
}

/** `wp.api.WPApiBaseCollection` */
export const WPApiBaseCollection: CollectionClass<BaseCollection> =
	/* @__PURE__ */ Backbone.Collection.extend(methods) as CollectionClass<BaseCollection>;
