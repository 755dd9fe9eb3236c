/** What `vitest` runs: four projects, by what they need around them. The builds have their own file, `build/build.ts`. */
import { defineConfig } from 'vitest/config';

const ci = Boolean(process.env['CI']);

/** Projects that share the one embedded WordPress: it answers one request at a time, so their files take turns. */
const onWordPress = { fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 } as const;

/** No test may send a secret elsewhere. */
const noLeaks = ['./test/setup/no-leaks.ts'];
const oneOrigin = ['./test/setup/one-origin.ts'];

export default defineConfig({
	test: {
		reporters: ['default', './test/setup/closing-line.ts'],
		coverage: { include: ['src/**'], reportsDirectory: 'coverage' },
		projects: [
			{
				test: {
					name: 'unit',
					include: ['test/**/*.test.ts'],
					exclude: ['test/{compat,fuzz,wordpress,browser}/**'],
					environment: 'jsdom',
					setupFiles: noLeaks,
					testTimeout: ci ? 30_000 : 10_000,
				},
			},
			{
				test: {
					...onWordPress,
					name: 'compat',
					include: ['test/{compat,fuzz}/**/*.test.ts'],
					environment: 'jsdom',
					setupFiles: oneOrigin,
					globalSetup: ['./test/setup/dist.ts', './test/setup/wordpress.ts'],
					sequence: { groupOrder: 1 },
				},
			},
			{
				test: {
					...onWordPress,
					name: 'wordpress',
					include: ['test/wordpress/**/*.test.ts'],
					environment: 'jsdom',
					setupFiles: noLeaks,
					globalSetup: ['./test/setup/dist.ts', './test/setup/wordpress.ts'],
					sequence: { groupOrder: 2 },
				},
			},
			{
				test: {
					...onWordPress,
					name: 'browser',
					include: ['test/browser/**/*.test.ts'],
					environment: 'node',
					setupFiles: oneOrigin,
					globalSetup: ['./test/setup/dist.ts', './test/setup/browser.ts', './test/setup/wordpress.ts'],
					sequence: { groupOrder: 3 },
				},
			},
		],
	},
});
