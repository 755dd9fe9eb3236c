// What the plugin's own routes, library/v1 and shop/v3, find when they are asked first: lists by their path, records by their id.
import type { Value } from './tables.ts';

export function records(): Record<string, Value> {
	return {
		'library/v1/shelves': {
			poetry: { id: 'poetry', label: 'Poetry' },
			travel: { id: 'travel', label: 'Travel' },
		},
		'library/v1/shelves/poetry/books': list(
			{ title: 'Rye and Other Poems', pages: 64 },
			{ title: 'What the Marsh Said', pages: 80 },
		),
		'library/v1/shelves/poetry/books/1/notes': list(
			{ text: 'Smells of bread.' },
			{ text: 'Page 12 is missing.' },
		),
		'library/v1/tokens': { 'a1-b2_c3': { id: 'a1-b2_c3', label: 'The front door' } },
		'library/v1/My_odd-2names': list({ title: 'Odd' }),
		'library/v1/loans': list({ title: 'Small Boats' }, { title: 'Hedges' }),
		'shop/v3/products': list({ name: 'Lamp oil', price: '4.50' }, { name: 'Rope', price: '12.00' }),
		'shop/v3/products/attributes': list({ name: 'Colour' }),
		'shop/v3/products/attributes/1/terms': list({ name: 'Amber' }, { name: 'Green' }),
		'shop/v3/products/categories': list({ name: 'Chandlery', parent: 0 }, { name: 'Ropes', parent: 1 }),
		'shop/v3/products/2/variations': list(
			{ name: 'Ten yards', price: '12.00' },
			{ name: 'Twenty yards', price: '22.00' },
		),
		'shop/v3/orders': list({ status: 'pending' }, { status: 'completed' }),
	};
}

/** Ids from 1 on. */
function list(...all: Record<string, Value>[]): Value {
	return Object.fromEntries(all.map((record, index) => [index + 1, { ...record, id: index + 1 }]));
}
