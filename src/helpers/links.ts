/**
 * Whatever an answer links to, by the name of the relation.
 */

import $ from 'jquery';
import { WPApiError } from '../errors.ts';
import { loadItem } from '../loader.ts';
import { mapped, rejected } from '../promises.ts';
import { modelOf } from '../related.ts';
import type {
	AjaxOptions,
	Attributes,
	CollectionClass,
	WPApiCollection,
	WPApiModel,
	WPApiXHR,
} from '../seams.ts';
import { LOT } from '../sync/pagination.ts';
import { pathOfLink } from '../sync/url.ts';
import type { Helper } from './helper.ts';

type Linked = WPApiModel | WPApiCollection;

/** https://developer.wordpress.org/rest-api/using-the-rest-api/linking-and-embedding/ */
export const links: Helper = {
	appliesTo: () => true,
	methods: {
		/** A model or a collection, whatever the link leads to; a list of them where the relation has several links. */
		getLinked(
			this: WPApiModel,
			relation: string,
			{ signal }: AjaxOptions = {},
		): JQuery.Promise<Linked | Linked[]> {
			const { _links, _embedded } = this.attributes as Record<string, Record<string, unknown[]> | undefined>;
			const found = _links?.[relation];
			const hrefs = (Array.isArray(found) ? found : []) as { href: string }[];
			const all = hrefs.map(({ href }, i) =>
				follow(this, href, relation, _embedded?.[relation]?.[i], signal),
			);
			if (!all.length) return rejected(new WPApiError('not_related', `This item has no link "${relation}".`));
			return all.length > 1 ? ($.when(...all).then((...linked) => linked) as never) : all[0]!;
		},
	},
};

function follow(
	{ endpointModel }: WPApiModel,
	href: string,
	relation: string,
	embedded: unknown,
	signal: AbortSignal | undefined,
): JQuery.Promise<Linked> {
	const [path, query] = pathOfLink(href, endpointModel.settings.root) ?? [];
	const { Item, List, params = {} } = (path && endpointModel.match(path)) || {};
	if (List) return listAt(List, params, query, embedded, signal);
	if (!Item) return rejected(new WPApiError('not_related', `No class for the link "${relation}": ${href}`));
	const item = new Item(params);
	const { shape, params: names } = Item.prototype.route;
	const { id } = item as { id: unknown };
	if ((Object(embedded) as Attributes)[item.idAttribute])
		return modelOf(Item, { ...params, ...(embedded as object) });
	// Gathered reads go through the class in use, which may have an address of its own.
	if (names.length === 1 && Number(id) && endpointModel.find('models', shape) === Item)
		return modelOf(Item, loadItem(endpointModel, shape, Number(id), signal));
	return mapped(item.fetch({ signal } as object) as unknown as WPApiXHR, () => item);
}

function listAt(
	List: CollectionClass,
	params: object,
	data: string | undefined,
	embedded: unknown,
	signal: AbortSignal | undefined,
): JQuery.Promise<WPApiCollection> {
	const list = new List(null, { params });
	// WordPress embeds as many.
	const isWhole = Array.isArray(embedded) && embedded.length && embedded.length < LOT;
	if (isWhole) list.set(embedded, { parse: true });
	return mapped(
		(isWhole ? $.when(list) : list.fetchAll({ data, signal })) as JQuery.Promise<unknown>,
		() => list,
	);
}
