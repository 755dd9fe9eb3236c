import { describe, expect, it } from 'vitest';
import { growIndex } from '../../bench/grow-index.ts';
import type { Schema } from '../../src/index.ts';

/** The routes of a small site, with the types that are copied. */
function smallIndex(): Schema {
	const paths = [
		'/wp/v2',
		'/wp/v2/books',
		'/wp/v2/books/(?P<id>[\\d]+)',
		'/wp/v2/books/(?P<parent>[\\d]+)/revisions',
		'/wp/v2/genres',
		'/wp/v2/genres/(?P<id>[\\d]+)',
		'/wp/v2/pages',
		'/wp/v2/pages/(?P<id>[\\d]+)',
	];
	const args = { genres: { type: 'array', required: false }, title: { type: 'object', required: false } };
	const routeOf = (path: string): object => ({
		namespace: 'wp/v2',
		methods: ['GET', 'POST'],
		endpoints: [{ methods: ['GET', 'POST'], args }],
		_links: { self: [{ href: `https://example.com/wp-json${path}` }] },
	});
	return {
		namespace: 'wp/v2',
		routes: Object.fromEntries(paths.map((path) => [path, routeOf(path)])),
	} as unknown as Schema;
}

describe('growIndex()', () => {
	it.each([8, 9, 15, 500, 1000])('makes an index of exactly %d routes', (count) => {
		expect(Object.keys(growIndex(smallIndex(), count).routes)).toHaveLength(count);
	});

	it('keeps the routes of the site, in their order, before the added ones', () => {
		const index = smallIndex();
		const paths = Object.keys(growIndex(index, 40).routes);
		expect(paths.slice(0, 8)).toEqual(Object.keys(index.routes));
		expect(paths.slice(8, 10)).toEqual([
			'/wp/v2/annual-albums-books',
			'/wp/v2/annual-albums-books/(?P<id>[\\d]+)',
		]);
	});

	it('gives an added type a taxonomy of its own, and all else that the type it copies has', () => {
		const { routes } = growIndex(smallIndex(), 40);
		const added = routes['/wp/v2/annual-albums-books']!;
		expect(Object.keys(added.endpoints[0]!.args)).toEqual(['annual-albums-genres', 'title']);
		expect(added.methods).toEqual(['GET', 'POST']);
		expect(routes).toHaveProperty(['/wp/v2/annual-albums-genres']);
	});

	it('makes the same index each time, and leaves the given one alone', () => {
		const index = smallIndex();
		expect(growIndex(index, 300)).toEqual(growIndex(smallIndex(), 300));
		expect(index).toEqual(smallIndex());
	});

	it('says what is missing', () => {
		const { '/wp/v2/genres': _, '/wp/v2/genres/(?P<id>[\\d]+)': __, ...routes } = smallIndex().routes;
		expect(() => growIndex({ routes }, 100)).toThrow('The index has no route /wp/v2/genres to copy.');
		expect(() => growIndex(smallIndex(), 100_000)).toThrow('not enough names for an index of 100000 routes');
	});
});
