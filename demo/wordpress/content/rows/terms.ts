// Categories, tags and genres, in; their rows, and the id of each by taxonomy and slug, out. And who is given which.
import { categories, genres, tags } from '../magazine/sections.ts';
import type { Category } from '../magazine/shapes.ts';
import { idOf, type Ids } from './people.ts';
import { slugOf, type Tables } from './tables.ts';

/** Keys are 'category:apples'. */
export function addTerms(tables: Tables): Ids {
	const ids: Ids = new Map();
	// Id 1 is the default category in the site's settings.
	add(tables, ids, 'category', { name: 'Uncategorized', slug: 'uncategorized', colour: '', about: '' });
	categories.forEach((category) => add(tables, ids, 'category', category));
	genres.forEach((genre) => add(tables, ids, 'genre', genre));
	tags.forEach((name) => add(tables, ids, 'post_tag', { name, slug: slugOf(name), colour: '', about: '' }));
	return ids;
}

export function addTerm(tables: Tables, ids: Ids, taxonomy: string, name: string): number {
	return add(tables, ids, taxonomy, { name, slug: slugOf(name), colour: '', about: '' });
}

function add(tables: Tables, ids: Ids, taxonomy: string, category: Category, parent = 0): number {
	const { name, slug, about, colour, children = [] } = category;
	const term_id = tables.terms.length + 1;
	ids.set(`${taxonomy}:${slug}`, term_id);
	tables.terms.push({ term_id, name, slug });
	tables.term_taxonomy.push({
		term_taxonomy_id: term_id,
		term_id,
		taxonomy,
		description: about,
		parent,
		count: 0,
	});
	if (colour) {
		tables.termmeta.push({ term_id, meta_key: 'colour', meta_value: colour });
	}
	children.forEach((child) => add(tables, ids, taxonomy, child, term_id));
	return term_id;
}

/** `counts` is false for what readers do not see: WordPress does not count that. */
export function giveTerms(
	tables: Tables,
	ids: Ids,
	post: number,
	taxonomy: string,
	slugs: string[],
	counts = true,
): void {
	for (const slug of slugs) {
		const id = idOf(ids, `${taxonomy}:${slug}`);
		tables.term_relationships.push({ object_id: post, term_taxonomy_id: id });
		const row = tables.term_taxonomy[id - 1];
		if (row && counts) {
			row['count'] = Number(row['count']) + 1;
		}
	}
}
