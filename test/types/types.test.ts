// @vitest-environment node
/**
 * The files beside this one come in; whether they compile as they say goes out, with the compiler as strict as it is for ourselves
 * and as lax as our users may have it.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';

const folder = import.meta.dirname;
const files = readdirSync(folder)
	.filter((name) => !/(\.test|^compile)\.ts$/.test(name))
	.map((name) => join(folder, name));

describe('what must and what must not compile', () => {
	it.each<[string, ts.CompilerOptions]>([
		['as strictly as here', {}],
		['without exactOptionalPropertyTypes', { exactOptionalPropertyTypes: false }],
		[
			'with `strict` alone',
			{ exactOptionalPropertyTypes: false, noUncheckedIndexedAccess: false, noImplicitOverride: false },
		],
	])('%s', (_how, options) => {
		expect(files).not.toEqual([]);
		expect(compile(files, options)).toEqual([]);
	});
});

describe('a user', () => {
	const user = join(folder, 'user.ts');
	const check = (text: string, options: ts.CompilerOptions = {}): string[] =>
		compile([user], options, new Map([[user, text]]));
	const adding = `
		import { connect, type Article, type ArticleModel, type ModelClass, type TermMethods, type Term } from 'backbone-wp-api';
		type Book = Article & { genres: number[] };
		interface BookModel extends ArticleModel<Book>, TermMethods<{ genres: Term }> {}
		declare module 'backbone-wp-api' {
			interface WPApiModels { Book: ModelClass<BookModel> }
			interface PostEmbed<C> { subtitle: string }
		}
		const api = connect( { root: '/wp-json/' } );
		const genres: number[] | undefined = new api.models.Book( { title: 'Words' } ).get( 'genres' );
		const subtitle: string | undefined = new api.models.Post().get( 'subtitle' );
		export { genres, subtitle };`;

	it('adds to the package by its name', () => {
		expect(check(adding)).toEqual([]);
	});

	it('is told of a slip there, too', () => {
		expect(check(adding.replace("get( 'genres' )", "get( 'genre' )"))).toContainEqual(
			expect.stringContaining(`'"genre"' is not assignable`),
		);
	});

	it('needs no strictness at all', () => {
		const lax = { strict: false, exactOptionalPropertyTypes: false, noUncheckedIndexedAccess: false };
		expect(check(adding, lax)).toEqual([]);
		expect(
			check(
				`import type { Api } from 'backbone-wp-api';
				export function show( api: Api ) {
					const post = new api.models.Post( { title: 'Words' } );
					new api.models.MenuItem().get( 'url' );
					return post.save().then( () => post.get( 'title' ).rendered );
				}`,
				lax,
			),
		).toEqual([]);
	});
});
