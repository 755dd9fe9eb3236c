/**
 * Which fields of an item are taxonomies, and which classes a taxonomy has. A taxonomy may have a namespace of its own:
 * https://developer.wordpress.org/reference/functions/register_taxonomy/ (`rest_namespace`).
 */

import { listShape, type Route } from '../schema/routes.ts';
import type { EndpointLike, WPApiModel } from '../seams.ts';
import type { Taxonomy } from './term-ids.ts';

/** What the routes of a namespace say of an item. `shape` is its route: `/wp/v2/books/{}`. */
interface Item {
	shape: string;
	fields: string[];
	routes: Map<string, Route>;
}

/** The fields that hold lists of terms: `[ 'categories', 'genres' ]`. */
export function taxonomyFields({ shape, fields, routes }: Item): string[] {
	const list = routes.get(listShape(shape));
	const isTaxonomy = (field: string): boolean => {
		// A menu item is in one menu, a number.
		const { type = 'array' } = routes.get(shape)?.args?.[field] ?? {};
		if (![type].flat().includes('array')) return false;
		// The routes of another namespace are not known here; but only for taxonomies can a list leave items out by them.
		return (
			nearby(shape, field).some((path) => listsTerms(routes.get(path))) ||
			!!list?.options?.[`${field}_exclude`]
		);
	};
	return fields.filter((field) => /^(categories|tags)$/.test(field) || isTaxonomy(field));
}

/** The classes of the taxonomy in a field. `undefined` where there is none, or where its namespace is not loaded. */
export function taxonomyClasses(
	{ args, endpointModel, route }: WPApiModel,
	field: string,
): Taxonomy | undefined {
	if (!args?.[field]) return undefined;
	for (const path of nearby(route.shape, field)) {
		const classes = classesAt(endpointModel, path);
		if (classes) return classes;
	}
	for (const endpoint of loadedEndpoints(endpointModel)) {
		const list = [...endpoint.routes.values()].find(
			(one) => one.shape.endsWith(`/${field}`) && listsTerms(one),
		);
		const classes = list && classesAt(endpoint, list.shape);
		if (classes) return classes;
	}
	return undefined;
}

/** Where a taxonomy is looked for first: beside the item, then in WordPress's own namespace. */
function nearby(shape: string, field: string): string[] {
	return [listShape(shape).replace(/[^/]*$/, field), `/wp/v2/${field}`];
}

/** A list that can leave empty terms out is one of terms. */
function listsTerms(route: Route | undefined): boolean {
	return route?.options?.hide_empty !== undefined;
}

function classesAt(endpoint: EndpointLike, path: string): Taxonomy | undefined {
	const Term = endpoint.find('models', `${path}/{}`);
	const Terms = endpoint.find('collections', path);
	return Term && Terms && { Term, Terms };
}

/** The namespaces of the same root that have been loaded. */
function loadedEndpoints({ known, settings }: EndpointLike): EndpointLike[] {
	return known.filter((endpoint) => endpoint.settings.root === settings.root && endpoint.routes);
}
