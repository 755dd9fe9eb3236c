/**
 * The machine comes in; whether a Chromium starts on it goes out, as `inject( 'browserMissing' )`: `false`, or why not.
 * In CI a missing browser ends the run instead.
 */
import { launchBrowser } from '../browser/launch.ts';
import { oncePerRun } from './once.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** `describe.skipIf( inject( 'browserMissing' ) )`: false where a browser starts, else the reason. */
		browserMissing: string | false;
	}
}

export default oncePerRun('browser', async (project) => {
	try {
		const browser = await launchBrowser();
		await browser.close();
		project.provide('browserMissing', false);
	} catch (error) {
		if (process.env['CI']) {
			throw error;
		}
		const reason = error instanceof Error ? error.message : String(error);
		const line = '!'.repeat(100);
		console.error(`\n${line}\nTHE BROWSER TESTS DO NOT RUN.\n${reason}\n${line}\n`);
		project.provide('browserMissing', reason);
	}
});
