/**
 * A title and a check come in; a test goes out that ours passes the check and that core's file, given the same, does not: where a
 * later WordPress mends its file, the test says so.
 */
import { expect, it } from 'vitest';
import { openPage, type Page, type PageOptions } from './page.ts';

type Open = (options?: PageOptions) => Page;

export function mends(title: string, check: (open: Open) => unknown): void {
	it(title, async () => {
		await check((options) => openPage({ ...options, client: 'ours' }));
		await coreFails(() => check((options) => openPage({ ...options, client: 'core' })));
	});
}

async function coreFails(check: () => unknown): Promise<void> {
	let failed = false;
	try {
		await check();
	} catch {
		failed = true;
	}
	expect(failed, "core's file fails this").toBe(true);
}
