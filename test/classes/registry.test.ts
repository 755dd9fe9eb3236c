/** Names and classes come in, in the order in which routes and users bring them; the class in use goes out. */
import { describe, expect, it } from 'vitest';
import { classAt, classOf as classOfRoute, register as registerLazily } from '../../src/classes/registry.ts';
import type { AnyClass, Registry } from '../../src/seams.ts';

/** A class of a route. */
const classOf = (shape: string): AnyClass => {
	const Class = function () {};
	Class.prototype = { route: { shape } };
	return Class as never;
};

const register = (registry: Registry<AnyClass>, names: string[], Class: AnyClass): void =>
	registerLazily(registry, names, Class.prototype.route, () => Class);

const [A, B] = [classOf('/a/{}'), classOf('/b/{}')];

describe('register()', () => {
	it('puts a class under all its names', () => {
		const registry: Registry<AnyClass> = {};
		register(registry, ['Books', 'Book'], A);
		expect(registry).toEqual({ Books: A, Book: A });
	});

	it('leaves what is there: first come', () => {
		const registry: Registry<AnyClass> = { Posts: A };
		register(registry, ['Posts', 'Post'], B);
		expect(registry.Posts).toBe(A);
		register(registry, ['Article', 'Post'], B);
		expect(registry).toMatchObject({ Posts: A, Article: B });
	});

	it.each([
		['Books', 'Book'],
		['Book', 'Books'],
	])('what is put for %s is there for %s', (written, read) => {
		const registry: Registry<AnyClass> = {};
		register(registry, ['Books', 'Book'], A);
		registry[written] = B;
		expect(registry[read]).toBe(B);
	});

	it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
		'takes the name %s',
		(name) => {
			const registry: Registry<AnyClass> = {};
			register(registry, [name, `${name}Too`], A);
			expect(Object.hasOwn(registry, name)).toBe(true);
			expect(registry[name]).toBe(A);
			expect(registry[`${name}Too`]).toBe(A);
			expect(Object.getPrototypeOf(registry)).toBe(Object.prototype);
			expect(Object.keys(Object.prototype)).toEqual([]);
			registry.Free = B;
			register(registry, ['Free', name], B);
			expect(registry[name]).toBe(A);
		},
	);

	it('takes __proto__ as a second name', () => {
		const registry: Registry<AnyClass> = {};
		register(registry, ['Books', '__proto__'], A);
		expect(Object.keys(registry)).toEqual(['Books', '__proto__']);
		expect(registry['__proto__']).toBe(A);
	});
});

describe('classAt()', () => {
	it('finds the class of a shape, and none where there is none', () => {
		expect(classAt({ Books: A, Other: B }, '/b/{}')).toBe(B);
		expect(classAt({ Books: A }, '/c/{}')).toBeUndefined();
	});

	it('finds what a user has put in its place', () => {
		const registry: Registry<AnyClass> = {};
		register(registry, ['Books', 'Book'], A);
		const Mine = classOf('/a/{}');
		registry.Book = Mine;
		expect(classAt(registry, '/a/{}')).toBe(Mine);
	});

	it.each<[string, unknown]>([
		['null', null],
		['undefined', undefined],
		['a number', 5],
		['an arrow, which has no prototype', () => {}],
		['a class of the page, without a route', function () {}],
	])('passes over %s that a page has put there', (_what, odd) => {
		expect(classAt({ Odd: odd, Books: A } as never, '/a/{}')).toBe(A);
		expect(classAt({ Odd: odd } as never, '/a/{}')).toBeUndefined();
	});

	it('passes over the other names of a class that a page has deleted', () => {
		const registry: Registry<AnyClass> = {};
		register(registry, ['Books', 'Book'], A);
		delete registry.Books;
		expect(classAt(registry, '/b/{}')).toBeUndefined();
	});
});

describe('classOf()', () => {
	const standing = (index: string): AnyClass => {
		const Class = function () {};
		Class.prototype = { route: { index, shape: index } };
		return Class as never;
	};
	const [Post, Revision] = [
		standing('/wp/v2/posts/(?P<id>[\\d]+)'),
		standing('/wp/v2/posts/(?P<parent>[\\d]+)/revisions/(?P<id>[\\d]+)'),
	];

	it('finds the class of a route', () => {
		const registry: Registry<AnyClass> = { Post, PostRevision: Revision };
		expect(classOfRoute(registry, '/wp/v2/posts/(?P<id>[\\d]+)')).toBe(Post);
		expect(classOfRoute(registry, '/wp/v2/posts/(?P<parent>[\\d]+)/revisions/(?P<id>[\\d]+)')).toBe(Revision);
		expect(classOfRoute(registry, '/wp/v2/posts')).toBeUndefined();
	});

	it.each<[string, unknown]>([
		['null', null],
		['a number', 5],
		['a function without a route', () => {}],
		['an object', {}],
	])('passes over what a page has put there: %s', (_what, odd) => {
		expect(classOfRoute({ Odd: odd as never, Post }, '/wp/v2/posts/(?P<id>[\\d]+)')).toBe(Post);
	});
});
