// A WordPress inside this process as a site of the demo, which is logged in by cookie as its administrator.
import { startWordPress, type WordPress, type WordPressOptions } from '../wordpress/index.ts';
import type { Site } from './site.ts';

/** `options` are which WordPress, plugins and theme to start, each time. */
export async function embeddedSite(
	onProgress?: WordPressOptions['onProgress'],
	options: WordPressOptions = {},
): Promise<Site> {
	let wordpress: WordPress | undefined = await startWordPress({
		...options,
		...(onProgress && { onProgress }),
	});
	const { address } = wordpress;
	return {
		address,
		restPath: '/wp-json/',
		async logIn() {
			if (!wordpress) {
				throw new Error('WordPress is not running.');
			}
			return { user: wordpress.user.name, ...(await wordpress.login()) };
		},
		// The browser has the cookies, and the page has the nonce.
		headersFor: () => ({}),
		async stop() {
			const running = wordpress;
			wordpress = undefined;
			await running?.stop();
		},
		async start() {
			wordpress ??= await startWordPress({ ...options, port: Number(new URL(address).port) });
		},
	};
}
