/**
 * `npm run screenshot` makes `docs/demo.png`, which the README shows. `npm run screenshot -- FOLDER` makes pictures of every screen into
 * that folder, on a desktop and on a phone, light and dark, for the eyes of whoever changes the styles.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openScreen, screens, type Scheme } from '../test/browser/demo-screens.ts';
import { launchBrowser } from '../test/browser/launch.ts';
import { embeddedSite, startDemo } from './server/index.ts';

const sizes = { desktop: { width: 1280, height: 860 }, phone: { width: 360, height: 740 } };
const docs = join(import.meta.dirname, '../docs');
const [folder] = process.argv.slice(2);

const demo = await startDemo({ site: await embeddedSite(), logLevel: 'silent' });
const browser = await launchBrowser();
try {
	if (folder) await takeAll(folder);
	else await take(screens[0]!, 'light', 'desktop', join(docs, 'demo.png'));
} finally {
	await browser.close();
	await demo.stop();
}

async function takeAll(into: string): Promise<void> {
	await mkdir(into, { recursive: true });
	for (const screen of screens) {
		for (const size of ['desktop', 'phone'] as const) {
			for (const scheme of ['light', 'dark'] as const) {
				await take(screen, scheme, size, join(into, `${screen.name}-${size}-${scheme}.png`));
			}
		}
	}
}

async function take(
	screen: (typeof screens)[number],
	scheme: Scheme,
	size: keyof typeof sizes,
	path: string,
): Promise<void> {
	const page = await openScreen(browser, demo.address, screen, { scheme, ...sizes[size] });
	await page.screenshot({ path });
	await page.close();
}
