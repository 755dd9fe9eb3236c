// The address of any WordPress, with or without an application password, in; the same as a site of the demo, out.
import { randomUUID } from 'node:crypto';
import type { Site } from './site.ts';

export interface RemoteOptions {
	address: string;
	user?: string | undefined;
	/** An application password: https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/ */
	password?: string | undefined;
}

export async function remoteSite({ address, user, password }: RemoteOptions): Promise<Site> {
	const { site, restPath } = await discover(address);
	// Whoever knows this has read the page. Without it any page on the web could post with the password, through the demo.
	const token = randomUUID().replaceAll('-', '');
	const authorization =
		user && password ? `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` : undefined;
	return {
		address: site,
		restPath,
		logIn: () =>
			Promise.resolve({
				user: authorization && user ? user : '',
				nonce: authorization ? token : '',
				cookies: [],
			}),
		headersFor: (nonce) => ({
			// Cookies of other servers on this machine are none of its business.
			cookie: undefined,
			'x-wp-nonce': undefined,
			authorization: nonce === token ? authorization : undefined,
		}),
		stop: () => Promise.resolve(),
		start: () => Promise.resolve(),
	};
}

/** Every page of a WordPress says where its API is. https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/ */
async function discover(address: string): Promise<{ site: string; restPath: string }> {
	const response = await fetch(address).catch((error: unknown) => {
		throw new Error(`Nothing answers at ${address}.`, { cause: error });
	});
	const root =
		/<([^>]+)>;\s*rel="https:\/\/api\.w\.org\/"/.exec(response.headers.get('link') ?? '')?.[1] ??
		/<link[^>]+rel=["']https:\/\/api\.w\.org\/["'][^>]+href=["']([^"']+)/.exec(await response.text())?.[1];
	if (!root) {
		throw new Error(`${address} does not say that it is a WordPress: it has no link to a REST API.`);
	}
	const { origin, pathname, search } = new URL(root.replaceAll('&amp;', '&'), response.url);
	// '/blog/wp-json/' and '/blog/index.php?rest_route=/' are both one step below '/blog'.
	const folder = pathname.replace(search ? /\/(index\.php)?$/ : /\/[^/]+\/?$/, '');
	return { site: origin + folder, restPath: pathname.slice(folder.length) + search };
}
