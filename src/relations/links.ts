/**
 * Whatever an answer links to, by the name of the relation.
 */

import $ from 'jquery';
import { WPApiError } from '../errors.ts';
import { fetched } from './fetched.ts';
import { loadItem } from './gather-reads.ts';
import { mapped, rejected } from '../promises.ts';
import { modelOf } from './related.ts';
import type { AjaxOptions, Attributes, CollectionClass, WPApiCollection, WPApiModel } from '../seams.ts';
import { pageSize } from '../request/page-size.ts';
import { pathOfLink, readQuery } from '../request/url.ts';
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
			{ signal, fresh }: AjaxOptions = {},
		): JQuery.Promise<Linked | Linked[]> {
			const { _links, _embedded } = this.attributes as Record<string, Record<string, unknown[]> | undefined>;
			const found = _links?.[relation];
			const hrefs = (Array.isArray(found) ? found : []) as { href: string }[];
			const all = hrefs.map(({ href }, i) =>
				follow(this, href, relation, fresh ? undefined : _embedded?.[relation]?.[i], { signal, fresh }),
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
	options: AjaxOptions,
): JQuery.Promise<Linked> {
	const [path, query] = pathOfLink(href, endpointModel.settings.root) ?? [];
	const { Item, List, params = {} } = (path && endpointModel.match(path)) || {};
	if (List) return listAt(List, params, query, embedded, options);
	if (!Item) return rejected(new WPApiError('not_related', `No class for the link "${relation}": ${href}`));
	const item = new Item(params);
	const { shape, params: names } = Item.prototype.route;
	const { id } = item as { id: unknown };
	if ((Object(embedded) as Attributes)[item.idAttribute])
		return modelOf(Item, { ...params, ...(embedded as object) });
	// Gathered reads go through the class in use, which may have an address of its own.
	if (names.length === 1 && Number(id) && endpointModel.find('models', shape) === Item)
		return modelOf(Item, loadItem(endpointModel, shape, Number(id), options));
	return mapped(
		fetched(() => item, { signal: options.signal }),
		() => item,
	);
}

function listAt(
	List: CollectionClass,
	params: object,
	query: string | undefined,
	embedded: unknown,
	{ signal }: AjaxOptions,
): JQuery.Promise<WPApiCollection> {
	const list = new List(null, { params });
	const data = onlyReading(query);
	// WordPress embeds a page at most.
	const isWhole =
		Array.isArray(embedded) && embedded.length && embedded.length < pageSize(List.prototype.route);
	if (isWhole) list.set(embedded, { parse: true });
	return mapped(
		(isWhole ? $.when(list) : list.fetchAll({ data, signal })) as JQuery.Promise<unknown>,
		() => list,
	);
}

/** Arguments of every route that change neither what is done nor how it is answered. */
const HARMLESS = ['_embed', '_fields', '_locale'];

/**
 * A link is only ever read. What would make WordPress take the request for another one is dropped: `_method`, which stands for the
 * verb, `_envelope`, `_jsonp`, `_wpnonce` and whatever else begins like them, and `rest_route`, which stands for the path.
 * https://developer.wordpress.org/rest-api/using-the-rest-api/global-parameters/
 */
function onlyReading(query: string | undefined): object {
	const args = Object.entries(readQuery(query ?? ''));
	return Object.fromEntries(
		args.filter(([argument]) => {
			const name = nameInPHP(argument);
			return HARMLESS.includes(name) || !(name.startsWith('_') || name === 'rest_route');
		}),
	);
}

/** PHP takes `.method` and ` _method` for `_method` as well, `rest[route` for `rest_route`, and `_method[]` for a list of that name. */
function nameInPHP(name: string): string {
	const [whole = ''] = name.trimStart().split('\0');
	const bracket = whole.indexOf('[');
	const isList = bracket >= 0 && whole.includes(']', bracket);
	return (isList ? whole.slice(0, bracket) : whole).replace(/[. [\]]/g, '_');
}
