// @vitest-environment node
/** What a module imports comes in; a bundle goes out, as a theme or plugin would ship it, which holds that and no more. */
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';

const ENTRY = fileURLToPath(new URL('../src/index.ts', import.meta.url));

/** Words that only this part says. */
const WORDS = {
	batch: '/batch/v1',
	preload: 'URLSearchParams(query)',
	upload: 'post-process',
};

async function bundle(code: string): Promise<string> {
	const virtual = '/entry.js';
	const built = (await build({
		configFile: false,
		logLevel: 'silent',
		plugins: [
			{
				name: 'entry',
				enforce: 'pre',
				resolveId: (id) => (id.endsWith(virtual) ? virtual : undefined),
				load: (id) => (id === virtual ? code.replaceAll('backbone-wp-api', ENTRY) : undefined),
			},
		],
		build: {
			write: false,
			minify: false,
			target: 'es2022',
			lib: { entry: virtual, formats: ['es'], fileName: 'bundle' },
			rolldownOptions: { external: ['backbone', 'jquery', 'underscore'] },
		},
	})) as Rolldown.RolldownOutput[];
	return built[0]!.output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('');
}

const parts = Object.keys(WORDS) as (keyof typeof WORDS)[];
const partsOf = (code: string): string[] => parts.filter((part) => code.includes(WORDS[part]));

describe('a bundle', () => {
	it('without parts carries none', async () => {
		const code = await bundle(`import { connect } from 'backbone-wp-api'; window.api = connect( {} );`);
		expect(partsOf(code)).toEqual([]);
		expect(code).toContain('getAuthorUser');
	});

	it.each(parts)('with the part %s carries that one', async (part) => {
		const code = await bundle(
			`import { connect, ${part} } from 'backbone-wp-api'; window.api = connect( {}, [ ${part} ] );`,
		);
		expect(partsOf(code)).toEqual([part]);
	});

	it('of the errors alone carries no client', async () => {
		const code = await bundle(
			`import { isWPApiError } from 'backbone-wp-api'; window.isError = isWPApiError;`,
		);
		expect(code).not.toContain('getAuthorUser');
		expect(code).not.toMatch(/from ["'](backbone|jquery)/);
	});
});
