// @vitest-environment node
/** The server of the demo while its WordPress is gone. */
import { expect, it, vi } from 'vitest';
import { startDemo } from '../../demo/server/index.ts';

it('answers as WordPress does where WordPress is gone, and prints no stack trace', async () => {
	const printed = (['error', 'warn', 'log'] as const).map((name) => vi.spyOn(console, name));
	const demo = await startDemo({
		site: {
			address: 'http://127.0.0.1:1',
			restPath: '/wp-json/',
			logIn: () => Promise.reject(new Error('It is gone.')),
			headersFor: () => ({}),
			stop: () => Promise.resolve(),
			start: () => Promise.resolve(),
		},
	});
	try {
		for (const path of ['wp-json/wp/v2/posts', '__demo/session']) {
			const response = await fetch(demo.address + path);
			expect([response.status, await response.json()]).toEqual([
				502,
				{ code: 'demo_no_wordpress', message: 'WordPress does not answer.', data: { status: 502 } },
			]);
		}
		expect(printed.flatMap(({ mock }) => mock.calls)).toEqual([]);
	} finally {
		await demo.stop();
		vi.restoreAllMocks();
	}
}, 60_000);
