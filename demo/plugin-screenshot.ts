/** `npm run screenshot:plugin` takes the plugin's screen under Tools, after its self-test, into `docs/plugin.png`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../test/browser/launch.ts';
import { cookiesOf } from '../test/browser/page.ts';
import { startWordPress } from './wordpress/index.ts';
import { ownOptions } from './wordpress/own/arguments.ts';

const docs = join(import.meta.dirname, '../docs');

const site = await startWordPress(await ownOptions({}));
const browser = await launchBrowser();
try {
	const context = await browser.newContext({
		viewport: { width: 1200, height: 960 },
		reducedMotion: 'reduce',
	});
	await context.addCookies(cookiesOf({ ...(await site.login()), address: site.address }));
	const page = await context.newPage();
	await page.goto(`${site.address}/wp-admin/tools.php?page=backbone-wp-api`);
	await page.locator('#backbone-wp-api-routes tr:nth-child(20)').waitFor({ state: 'attached' });
	await page.locator('#backbone-wp-api-self-test').click();
	await page.locator('#backbone-wp-api-steps li:nth-child(5)').waitFor();
	await mkdir(docs, { recursive: true });
	await page.screenshot({ path: join(docs, 'plugin.png') });
} finally {
	await browser.close();
	await site.stop();
}
