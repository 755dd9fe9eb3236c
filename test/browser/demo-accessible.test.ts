/** The demo for everybody: with the keyboard alone, on a phone, and what axe-core finds on every screen. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { eventually, useDemo } from './demo-page.ts';
import { openScreen, screens } from './demo-screens.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(inject('browserMissing'))('the demo, for everybody,', () => {
	const on = useDemo();
	const { cards, heading, notice, tabTo, focused } = on;
	let page: Page;
	const open = async (...where: Parameters<typeof on.open>): Promise<Page> =>
		(page = await on.open(...where));

	describe.each([320, 1280])('%i pixels wide', (width) => {
		it.each(screens.map((screen) => [screen.name, screen] as const))(
			'has nothing for axe-core to find on the screen "%s", light and dark, and fits',
			async (_, screen) => {
				page = on.page = await openScreen(on.browser, on.demo.address, screen, { scheme: 'light', width });
				await page.evaluate(axe);
				for (const colorScheme of ['light', 'dark'] as const) {
					await page.emulateMedia({ colorScheme });
					expect(await findings(), colorScheme).toEqual([]);
				}
				const { scrollWidth, clientWidth } = await page.evaluate(() => {
					const { scrollWidth, clientWidth } = document.documentElement;
					return { scrollWidth, clientWidth };
				});
				expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
			},
		);
	});

	/** Each with the elements that it is about, and why. */
	async function findings(): Promise<unknown[]> {
		const { violations } = await page.evaluate(() =>
			(globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
		);
		return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html, any }) => [html, any[0]?.message])]);
	}

	it('can be used with the keyboard alone, from a new post to the trash and back', async () => {
		await open();
		await cards().nth(11).waitFor();
		await tabTo('New post');
		await page.keyboard.press('Enter');
		await heading('New post').waitFor();
		await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('title');
		await page.keyboard.type('Typed by keys');
		await page.keyboard.press('Tab');
		await page.keyboard.type('Nothing but keys.');
		await tabTo('Kitchen');
		await page.keyboard.press('Space');
		await tabTo('New tag');
		await page.keyboard.type('keys');
		await page.keyboard.press('Enter');
		await page.locator('.chosen li', { hasText: 'keys' }).waitFor();
		await tabTo('Publish');
		await page.keyboard.press('Enter');
		await heading('Typed by keys').waitFor();
		await page.locator('.reader > .terms', { hasText: 'Kitchen' }).waitFor();
		await page.locator('.reader > .tags', { hasText: 'keys' }).waitFor();
		// The focus is on the heading of the new screen, and seen wherever it goes from there.
		await eventually(focused).toBe('Typed by keys');
		await tabTo('Trash');
		expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid');
		await page.keyboard.press('Enter');
		await heading('Posts').waitFor();
		expect(await cards().filter({ hasText: 'Typed by keys' }).count()).toBe(0);
		await notice('“Typed by keys” is in the trash.').waitFor();
		expect(await tabTo('Undo')).toBe(0);
		await page.keyboard.press('Enter');
		await notice('“Typed by keys” is back.').waitFor();
		await cards().filter({ hasText: 'Typed by keys' }).waitFor();
	});

	it('shows requests, comments and revisions to the keyboard, too', async () => {
		await open('#posts/1');
		await page.locator('.comments .state:not(:empty)').waitFor();
		await tabTo('Revisions');
		await page.keyboard.press('Enter');
		const dialog = page.getByRole('dialog');
		await dialog.waitFor();
		const last = await dialog.locator('li button').last().innerText();
		await tabTo((await dialog.locator('li button').last().textContent())!.trim());
		await page.keyboard.press('Enter');
		expect(await dialog.locator('[aria-current]').innerText()).toBe(last);
		await tabTo('Restore this revision');
		await page.keyboard.press('Escape');
		await eventually(focused).toBe('Revisions');
		const summary = page.locator('.requests li summary').first();
		await tabTo((await summary.textContent())!.trim());
		await page.keyboard.press('Enter');
		await page.locator('.requests dl').first().waitFor();
		expect(await page.getByRole('complementary', { name: 'Requests' }).count()).toBe(1);
	});

	it('opens the requests on a phone', async () => {
		await open('#posts', 360);
		await page.waitForLoadState('networkidle');
		await page.locator('.panel > summary').click();
		const line = page.locator('.requests li').first();
		expect(await line.isVisible()).toBe(true);
		// One line, however long its address is.
		expect((await line.boundingBox())!.height).toBeLessThan(50);
	});
});
