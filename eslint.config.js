/** Every file comes in; what neither the compiler nor the formatter can see goes out. The rules for `src` hold design.md's lines. */
import { builtinModules } from 'node:module';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const node = builtinModules.filter((name) => !name.startsWith('_'));

/** What only script.ts may name, as a bare global and as a property of any of the names of the global object. */
const pageGlobals = ['wp', 'wpApiSettings'];
const globalObjects = ['window', 'globalThis', 'self'];

export default defineConfig(
	globalIgnores(['dist', 'coverage', '**/.vite']),
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.strictTypeChecked],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-var': 'error',
			'prefer-const': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			// `${ number }` reads well; objects and undefined are still caught.
			'@typescript-eslint/restrict-template-expressions': [
				'error',
				{ allowNumber: true, allowBoolean: true },
			],
			'@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			// Backbone's methods are typed with `this: void`-less callbacks, and are passed about by design.
			'@typescript-eslint/unbound-method': 'off',
			// What a server or a page sends is checked although its type says it cannot be otherwise.
			'@typescript-eslint/no-unnecessary-condition': 'off',
			'@typescript-eslint/no-unnecessary-type-parameters': 'off',
			'@typescript-eslint/no-invalid-void-type': 'off',
			// Written out, a default says which class is meant.
			'@typescript-eslint/no-unnecessary-type-arguments': 'off',
			// An assertion says what the scanner before it made sure of, without bytes for the visitor.
			'@typescript-eslint/no-non-null-assertion': 'off',
			// jQuery's promises are chained by handing over `deferred.resolve`.
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
			// Ids come from servers as strings or numbers, whatever their type says.
			'@typescript-eslint/no-base-to-string': 'off',
			// Overloads and merged interfaces are how Backbone's classes are typed.
			'@typescript-eslint/unified-signatures': 'off',
			'@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
			// Registries of names that a site chose are cleared key by key.
			'@typescript-eslint/no-dynamic-delete': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', ignoreRestSiblings: true, caughtErrors: 'none' },
			],
		},
	},
	{
		files: ['src/**/*.ts'],
		rules: {
			'no-console': 'error',
			'max-lines': ['warn', 200],
			'no-restricted-globals': [
				'error',
				...pageGlobals.map((name) => ({ name, message: 'Only src/script.ts knows the page.' })),
				...['jQuery', '$', '_', 'Backbone'].map((name) => ({
					name,
					message: 'Import it: the ES build has no globals.',
				})),
				...['fetch', 'XMLHttpRequest'].map((name) => ({
					name,
					message: 'The network is reached through Backbone.ajax alone, so that a page can override it.',
				})),
			],
			'no-restricted-properties': [
				'error',
				...globalObjects.flatMap((object) =>
					pageGlobals.map((property) => ({
						object,
						property,
						message: 'Only src/script.ts knows the page.',
					})),
				),
			],
			'no-restricted-imports': [
				'error',
				{
					paths: node.map((name) => ({ name, message: 'src runs in a browser.' })),
					patterns: [
						{ regex: '^node:', message: 'src runs in a browser.' },
						{ regex: '^\\.{1,2}/(?!.*\\.ts$)', message: "Name the file there is: './routes.ts'." },
						{ regex: '^(?:\\.\\./)+(?:test|demo|bench|build|scripts)/', message: 'src stands alone.' },
					],
				},
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: ':matches(ClassDeclaration, ClassExpression)[superClass.object.name="Backbone"]',
					message: 'Users extend our classes, and Backbone cannot extend a native class: use .extend().',
				},
				{
					selector:
						'Property[key.name=/^(?:constructor|model)$/]:matches([method=true], [value.type="ArrowFunctionExpression"])',
					message:
						'Backbone reads `.prototype` of it, which a method or an arrow does not have: write `function`.',
				},
			],
		},
	},
	{
		files: ['src/script.ts'],
		rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
	},
	{
		files: ['test/**/*.ts', 'bench/**/*.ts'],
		rules: {
			// Tests look at what should not be there, and feed in what should not come.
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			'@typescript-eslint/no-explicit-any': 'off',
		},
	},
	{
		// Misuse on purpose, one line each, that must not compile.
		files: ['test/types/**/*.ts'],
		rules: { '@typescript-eslint/no-unused-expressions': 'off' },
	},
);
