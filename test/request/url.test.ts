/** Addresses and queries come in; they are put together, read, and held against a root. */
import { describe, expect, it } from 'vitest';
import { isBelow, pathBelow, pathOfLink, readQuery, withQuery } from '../../src/request/url.ts';

describe('withQuery()', () => {
	it.each<[string, object, string]>([
		['/a', {}, '/a'],
		['/a', { x: undefined }, '/a'],
		['/a', { force: true }, '/a?force=true'],
		['/a?b=1', { force: true }, '/a?b=1&force=true'],
		['/?rest_route=/a', { force: true, reassign: 1 }, '/?rest_route=/a&force=true&reassign=1'],
		['/a', { include: [1, 2] }, '/a?include[]=1&include[]=2'],
		['/a', { filter: { post__in: [1] } }, '/a?filter[post__in][]=1'],
		['/a', { s: 'ä&b' }, '/a?s=ä&b'],
	])('%s with %o is %s', (url, query, whole) => {
		expect(decodeURIComponent(withQuery(url, query))).toBe(whole);
	});
});

describe('readQuery()', () => {
	it.each<[unknown, object]>([
		[undefined, {}],
		[null, {}],
		['', {}],
		['search=a+b&page=2', { search: 'a b', page: '2' }],
		['include[]=1&include[]=2', { include: ['1', '2'] }],
		['include%5B%5D=1', { include: ['1'] }],
		['constructor[]=1&constructor[]=2&toString=x', { constructor: ['1', '2'], toString: 'x' }],
		['x=1&x[]=2&y[]=1&y=2', { x: ['1', '2'], y: '2' }],
		[new URLSearchParams({ search: 'ä' }), { search: 'ä' }],
		[
			{ per_page: 2, include: [1] },
			{ per_page: 2, include: [1] },
		],
	])('%o is %o', (data, query) => {
		expect(readQuery(data)).toEqual(query);
	});

	it('takes `__proto__` for the plain name it is', () => {
		const query = readQuery('__proto__[]=1&__proto__[]=2');
		expect([Object.keys(query), Object.getPrototypeOf(query)]).toEqual([['__proto__'], Object.prototype]);
	});

	it('leaves an object alone', () => {
		const data = Object.freeze({ per_page: 2 });
		expect(readQuery(data)).not.toBe(data);
	});
});

describe('isBelow()', () => {
	it.each([
		['https://a.test/wp-json/wp/v2/posts', 'https://a.test/wp-json/', true],
		['https://A.test/wp-json/wp/v2/posts', 'https://a.test/wp-json/', true],
		['https://a.test:443/wp-json/x', 'https://a.test/wp-json/', true],
		['https://a.test/wp-jsonx/', 'https://a.test/wp-json/', false],
		['https://a.test/wp-json/../x', 'https://a.test/wp-json/', false],
		['https://a.test@evil.test/wp-json/', 'https://a.test/wp-json/', false],
		['//evil.test/wp-json/', 'https://a.test/wp-json/', false],
		['http://a.test/wp-json/x', 'https://a.test/wp-json/', false],
		['/wp-json/wp/v2/posts', '/wp-json/', true],
		['/wp-json/wp/v2/posts', `${location.origin}/wp-json/`, true],
		['https://a.test/?rest_route=/wp/v2/posts', 'https://a.test/?rest_route=/', true],
		['https://a.test/?x=1', 'https://a.test/?rest_route=/', false],
	])('%s of %s: %s', (url, root, below) => {
		expect(isBelow(url, root)).toBe(below);
	});
});

describe('pathBelow()', () => {
	const pretty = 'https://a.test/wp-json/';
	const plain = 'https://a.test/index.php?rest_route=/';

	it.each<[string, string, [string, string] | undefined]>([
		[`${pretty}wp/v2/posts/1`, pretty, ['/wp/v2/posts/1', '']],
		[`${pretty}wp/v2/comments?post=1&a=b`, pretty, ['/wp/v2/comments', 'post=1&a=b']],
		[`${pretty}wp/v2/posts/1#top`, pretty, ['/wp/v2/posts/1', '']],
		[`${pretty}wp/v2/tags/%C3%A4`, pretty, ['/wp/v2/tags/ä', '']],
		[`${plain}wp/v2/posts/1`, plain, ['/wp/v2/posts/1', '']],
		[`${plain}wp/v2/comments&post=1`, plain, ['/wp/v2/comments', 'post=1']],
		// What PHP's `add_query_arg()` makes of it
		[
			'https://a.test/index.php?rest_route=%2Fwp%2Fv2%2Fcomments&post=1',
			plain,
			['/wp/v2/comments', 'post=1'],
		],
		[`${pretty}wp/v2/posts/1?lang=de`, `${pretty}?lang=de`, ['/wp/v2/posts/1', 'lang=de']],
		['/wp-json/wp/v2/posts/1', '/wp-json/', ['/wp/v2/posts/1', '']],
		['https://b.test/wp-json/wp/v2/posts/1', pretty, undefined],
		[`${pretty}../posts/1`, pretty, undefined],
		['https://a.test/index.php?rest_route=%2Fwp', pretty, undefined],
		['http://[broken', pretty, undefined],
		[`${pretty}wp/v2/posts/%E0%A4%A`, pretty, undefined],
	])('%s below %s', (url, root, found) => {
		expect(pathBelow(url, root)).toEqual(found);
	});
});

describe('pathOfLink()', () => {
	const roots = [
		'https://a.test/blog/wp-json/',
		'https://a.test/blog/index.php/wp-json/',
		'https://a.test/blog/index.php?rest_route=/',
		'https://a.test/blog/?rest_route=/',
		'https://a.test/blog/?rest_route=/&lang=de',
	];
	const links: [link: string, found: [string, string] | undefined][] = [
		['https://a.test/blog/wp-json/wp/v2/posts/1', ['/wp/v2/posts/1', '']],
		['https://a.test/blog/wp-json/wp/v2/comments?post=1', ['/wp/v2/comments', 'post=1']],
		['https://a.test/blog/index.php/wp-json/wp/v2/posts/1', ['/wp/v2/posts/1', '']],
		['https://a.test/blog/index.php?rest_route=/wp/v2/comments&post=1', ['/wp/v2/comments', 'post=1']],
		['https://a.test/blog/?rest_route=%2Fwp%2Fv2%2Fcomments&post=1', ['/wp/v2/comments', 'post=1']],
		['https://a.test/wp-json/wp/v2/posts/1', undefined],
		['https://a.test/other/wp-json/wp/v2/posts/1', undefined],
		['https://a.test/blog/other/wp-json/wp/v2/posts/1', undefined],
		['https://a.test/?rest_route=/wp/v2/posts/1', undefined],
		['https://a.test/other/index.php?rest_route=/wp/v2/posts/1', undefined],
		['https://b.test/blog/wp-json/wp/v2/posts/1', undefined],
		['https://b.test/blog/?rest_route=/wp/v2/posts/1', undefined],
		['https://a.test@b.test/blog/wp-json/wp/v2/posts/1', undefined],
		['http://a.test/blog/wp-json/wp/v2/posts/1', undefined],
		['https://a.test/blog/wp-json/../posts/1', undefined],
		['https://a.test/blog/about?rest_route=/wp/v2/posts/1', undefined],
		['http://[broken', undefined],
	];

	describe.each(roots)('below %s', (root) => {
		it.each(links)('%s', (link, found) => {
			expect(pathOfLink(link, root)).toEqual(found);
		});
	});

	it.each<[string, string, [string, string] | undefined]>([
		['/wp-json/wp/v2/posts', '/?rest_route=/', ['/wp/v2/posts', '']],
		['https://api.test/wp/v2/posts', 'https://api.test/', ['/wp/v2/posts', '']],
		['https://wp-json/wp/v2/posts', 'https://api.test/', undefined],
		['https://a.test/api/wp/v2/posts', 'https://a.test/api/', ['/wp/v2/posts', '']],
		['https://a.test/?rest_route=/wp/v2/posts', 'https://a.test/api/', ['/wp/v2/posts', '']],
	])('%s below %s', (link, root, found) => {
		expect(pathOfLink(link, root)).toEqual(found);
	});
});
