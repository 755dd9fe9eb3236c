/** `npm run screenshot`: the demo comes in; `docs/demo.png`, which the README shows, goes out. With a folder, also each screen in each guise. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/browser/launch.ts';
import { embeddedSite, startDemo } from './server/index.ts';

const desktop = { width: 1200, height: 800 };
const phone = { width: 360, height: 740 };
const docs = join(import.meta.dirname, '../docs');
const [folder] = process.argv.slice(2);

const demo = await startDemo({ site: await embeddedSite() });
const browser = await launchBrowser();
try {
	await mkdir(docs, { recursive: true });
	const page = await open(browser, desktop, 'light', '#posts');
	await page.screenshot({ path: join(docs, 'demo.png') });
	if (folder) {
		await takeAll(folder);
	}
} finally {
	await browser.close();
	await demo.stop();
}

async function open(
	on: Browser,
	viewport: { width: number; height: number },
	colorScheme: 'light' | 'dark',
	place: string,
): Promise<Page> {
	const page = await on.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
	await page.goto(demo.address + place);
	await page.locator('h1:not(:text("Loading"))').waitFor();
	await page.locator('.cards li, .content, .editor, .comments li').first().waitFor();
	await page.waitForLoadState('networkidle');
	return page;
}

/** For the eyes of whoever changes the styles. */
async function takeAll(into: string): Promise<void> {
	await mkdir(into, { recursive: true });
	const places = { list: '#posts', books: '#books', read: '#posts/1', edit: '#posts/1/edit' };
	for (const [size, viewport] of Object.entries({ desktop, phone })) {
		for (const scheme of ['light', 'dark'] as const) {
			for (const [name, place] of Object.entries(places)) {
				const page = await open(browser, viewport, scheme, place);
				await page.screenshot({ path: join(into, `${name}-${size}-${scheme}.png`) });
				await page.close();
			}
		}
	}
}
