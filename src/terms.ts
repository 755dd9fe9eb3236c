/**
 * Ids, slugs, models or a collection of terms come in; a promise of their ids goes out.
 */

import $ from 'jquery';
import { WPApiError } from './errors.ts';
import { mapped } from './promises.ts';
import type { Attributes } from './related.ts';
import type { CollectionClass } from './seams.ts';

/** Rejects with a `WPApiError` that names the slugs nobody has. The server takes 100 slugs at most. */
export function termIds(terms: unknown, Terms: CollectionClass): JQuery.Promise<unknown[]> {
	const { models = terms } = Object(terms) as { models?: unknown };
	const given = [models].flat().map((term) => {
		const { id, slug = term, attributes } = Object(term) as Attributes & { attributes?: Attributes };
		return id ?? attributes?.slug ?? slug;
	});
	const slugs = given.filter((key) => typeof key === 'string');
	const data = { slug: slugs, per_page: 100 };
	// Ids need no question: what is saved is saved at once, as in core.
	const found = slugs.length
		? (new Terms().fetch({ data }) as unknown as JQuery.Promise<Attributes[]>)
		: $.when<Attributes[]>([]);
	return mapped(found, (items) => {
		const ids = new Map(items.map(({ slug, id }) => [slug, id]));
		const unknown = slugs.filter((slug) => !ids.has(slug));
		if (unknown.length)
			throw new WPApiError('unknown_term', `No ${Terms.prototype.name} called "${unknown.join('", "')}".`);
		return given.map((key) => ids.get(key) ?? key);
	});
}
