/**
 * Ids, slugs, names, models or a collection of terms come in; a promise of their ids goes out.
 */

import { WPApiError } from '../errors.ts';
import type { Attributes, CollectionClass, ModelClass, WPApiXHR } from '../seams.ts';
import { pageSize } from '../request/page-size.ts';

/** The classes of a taxonomy. */
export interface Taxonomy {
	Term: ModelClass;
	Terms: CollectionClass;
}

export interface TermOptions {
	/** Makes the terms that do not exist. */
	create?: boolean | undefined;
	signal?: AbortSignal | undefined;
}

/** One key for each term: its id, else its slug or its name. */
export function termKeys(terms: unknown): unknown[] {
	const { models = terms } = Object(terms) as { models?: unknown };
	return [models].flat().map((term) => {
		const { attributes = term } = Object(term) as { attributes?: unknown };
		const { id, slug, name } = Object(attributes) as Attributes;
		return id ?? slug ?? name ?? term;
	});
}

/**
 * The ids of terms by their keys. Rejects with a `WPApiError` that names those nobody knows, or has them made. Of terms with
 * one name, the first counts.
 */
export async function termIds(
	keys: unknown[],
	taxonomy: Taxonomy,
	{ create, signal }: TermOptions = {},
): Promise<unknown[]> {
	const words = [...new Set(keys.filter((key) => typeof key !== 'number').map(String))];
	const ids = new Map<unknown, unknown>();
	const ask = async (data: object): Promise<void> => {
		const items = await list(taxonomy, data, signal);
		for (const word of words) {
			const term = among(items, word);
			if (term && !ids.has(word)) ids.set(word, term.id);
		}
	};
	const unknown = (): string[] => words.filter((word) => !ids.has(word));
	const size = pageSize(taxonomy.Terms.prototype.route);
	for (let i = 0; i < words.length; i += size) await ask({ slug: words.slice(i, i + size) });
	// What no slug fits is a name, or an id in a form field.
	await Promise.all(unknown().map((word) => ask(+word ? { include: word } : { search: escaped(word) })));
	const { Term } = taxonomy;
	if (create) await Promise.all(unknown().map(async (name) => ids.set(name, await made(Term, name, signal))));
	if (unknown().length)
		throw new WPApiError('unknown_term', `No ${Term.prototype.name} called "${unknown().join('", "')}".`);
	return keys.map((key) => (typeof key === 'number' ? key : ids.get(String(key))));
}

async function list({ Terms }: Taxonomy, data: object, signal?: AbortSignal): Promise<Attributes[]> {
	const terms = new Terms();
	await terms.fetchAll({ data, signal });
	return terms.toJSON() as Attributes[];
}

/** WordPress keeps slugs in lower case and percent-encoded. */
function among(items: Attributes[], word: string): Attributes | undefined {
	const lower = word.toLowerCase();
	const slugs: unknown[] = [lower, encodeURIComponent(lower).toLowerCase()];
	const names: unknown[] = [word, escaped(word)];
	return (
		items.find(({ slug }) => slugs.includes(slug)) ??
		items.find(({ name }) => names.includes(name)) ??
		items.find(({ id }) => String(id) === word)
	);
}

/** It keeps the ampersand of a name as an entity. */
const escaped = (word: string): string => word.replace(/&(?!\w+;)/g, '&amp;');

/** Somebody else may have made it meanwhile. */
async function made(Term: ModelClass, name: string, signal: AbortSignal | undefined): Promise<unknown> {
	try {
		const term = new Term();
		const saved = term.save({ name }, { signal } as object) as unknown as WPApiXHR<Attributes> | false;
		if (!saved) throw new WPApiError('method_not_allowed', String(term.validationError));
		return (await saved).id;
	} catch (failure) {
		const { code, data } = failure as WPApiXHR;
		if (code !== 'term_exists') throw failure;
		return (data as { term_id: unknown }).term_id;
	}
}
