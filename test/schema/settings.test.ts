/** What pages tell comes in, as little or as odd as it may be; complete settings go out. */
import { afterEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../src/schema/settings.ts';

afterEach(() => {
	document.head.innerHTML = '';
});

describe('the root', () => {
	it.each([
		['https://a.test/wp-json/', 'https://a.test/wp-json/'],
		['https://a.test/wp-json', 'https://a.test/wp-json/'],
		['https://a.test/wp-json///', 'https://a.test/wp-json/'],
		['https://a.test/sub/dir/wp-json', 'https://a.test/sub/dir/wp-json/'],
		['https://a.test/index.php/wp-json', 'https://a.test/index.php/wp-json/'],
		['/wp-json', '/wp-json/'],
		['https://a.test/?rest_route=/', 'https://a.test/?rest_route=/'],
		['https://a.test/?rest_route=', 'https://a.test/?rest_route=/'],
		['https://a.test/index.php?rest_route=/', 'https://a.test/index.php?rest_route=/'],
		['https://a.test/index.php?rest_route=%2F', 'https://a.test/index.php?rest_route=/'],
		['https://a.test/?lang=de&rest_route=/', 'https://a.test/?lang=de&rest_route=/'],
		['https://a.test/?rest_route=/&lang=de', 'https://a.test/?rest_route=/&lang=de'],
	])('%s is %s', (root, normal) => {
		expect(readSettings({ root }).root).toBe(normal);
	});

	it.each([{}, { root: '' }])('%o is where the page says it is', (input) => {
		document.head.innerHTML = '<link rel="https://api.w.org/" href="https://b.test/blog/wp-json/">';
		expect(readSettings(input).root).toBe('https://b.test/blog/wp-json/');
	});

	it('comes from the settings before it comes from the page', () => {
		document.head.innerHTML = '<link rel="https://api.w.org/" href="https://b.test/wp-json/">';
		expect(readSettings({ root: 'https://a.test/wp-json/' }).root).toBe('https://a.test/wp-json/');
	});

	it('is below the origin of the page where nothing says otherwise', () => {
		expect(readSettings({}).root).toBe(`${location.origin}/wp-json/`);
	});
});

describe('the namespace', () => {
	it.each([
		[undefined, 'wp/v2/'],
		['', 'wp/v2/'],
		['wp/v2', 'wp/v2/'],
		['wp/v2/', 'wp/v2/'],
		['/wp/v2//', 'wp/v2/'],
		['shop/v3', 'shop/v3/'],
	])('%j is %s', (versionString, normal) => {
		expect(readSettings(versionString === undefined ? {} : { versionString }).versionString).toBe(normal);
	});
});

describe('the rest', () => {
	it('stays what it is', () => {
		const input = {
			cacheSchema: false,
			schemaVersion: 3,
			mapping: { models: { A: 'B' } },
			modelEndpoints: ['x'],
			nonceEndpoint: '/nonce',
			headers: { Authorization: 'Basic x' },
			emulateHTTP: true,
			emulateJSON: true,
			timeout: 5,
			retry: { attempts: 1, within: 2 },
			preload: { '/wp/v2/types': { body: {}, headers: [] as never[] } },
		};
		expect(readSettings(input)).toMatchObject(input);
	});

	it('is not made up: what is not told is not there', () => {
		expect(Object.keys(readSettings({ root: '/api' })).sort()).toEqual(['root', 'source', 'versionString']);
	});

	it('leaves what came in alone, and keeps it: its nonce is read anew', () => {
		const input = Object.freeze({ root: '/api', nonce: 'N1' });
		expect(readSettings(input).source).toBe(input);
	});
});
