// Any WordPress by its address, with or without an application password, as a site of the demo.
import { randomUUID } from 'node:crypto';
import { ask, decode, type Asked } from './ask.ts';
import type { Site } from './site.ts';

export interface RemoteOptions {
	address: string;
	user?: string | undefined;
	/** An application password: https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/ */
	password?: string | undefined;
	/** Milliseconds that the site has for each answer while it is looked at. */
	timeout?: number;
}

/** Rejects, with what to do, where there is no WordPress at the address, or where it refuses the login. */
export async function remoteSite(options: RemoteOptions): Promise<Site> {
	const { address, user, password, timeout = 10_000 } = options;
	const authorization =
		user && password ? `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` : undefined;
	const root = await findRoot(address, timeout);
	if (authorization) await checkLogin(root, authorization, timeout);
	else await checkReading(root, timeout);
	const { origin, pathname, search } = root;
	// '/blog/wp-json/' and '/blog/index.php?rest_route=/' are both one step below '/blog'.
	const folder = pathname.replace(search ? /\/(index\.php)?$/ : /\/[^/]+\/?$/, '');
	// Whoever knows this has read the page. Without it any page on the web could post with the password, through the demo.
	const token = randomUUID().replaceAll('-', '');
	return {
		address: origin + folder,
		restPath: pathname.slice(folder.length) + search,
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
async function findRoot(address: string, timeout: number): Promise<URL> {
	const { status, link, text, url } = await ask(address, { timeout });
	const found =
		/<([^>]+)>;\s*rel="https:\/\/api\.w\.org\/"/.exec(link)?.[1] ??
		/<link[^>]+rel=["']https:\/\/api\.w\.org\/["'][^>]+href=["']([^"']+)/.exec(text)?.[1];
	if (found) return new URL(found.replaceAll('&amp;', '&'), url);
	throw new Error(
		status >= 400
			? `${address} answers with error ${status}. Open it in a browser to see whether it works.`
			: `${address} is not the address of a WordPress: the page there names no REST API.`,
	);
}

async function checkLogin(root: URL, authorization: string, timeout: number): Promise<void> {
	const answer = await ask(within(root, 'wp/v2/users/me'), { timeout, authorization });
	if (answer.status === 200) return;
	throw new Error(
		answer.status === 401 || answer.status === 403
			? `The login is refused: ${reason(answer)} --password takes an application password, from wp-admin > Users > Profile.`
			: `The REST API at ${root.href} answers with error ${answer.status}: ${reason(answer)}`,
	);
}

async function checkReading(root: URL, timeout: number): Promise<void> {
	const answer = await ask(within(root, 'wp/v2/types'), { timeout });
	if (answer.status === 200) return;
	throw new Error(
		answer.status === 401 || answer.status === 403
			? `The REST API at ${root.href} is not for visitors: ${reason(answer)} Use --user and --password.`
			: `The REST API at ${root.href} answers with error ${answer.status}: ${reason(answer)}`,
	);
}

/** The root is '…/wp-json/' or '…/?rest_route=/'. */
function within(root: URL, path: string): string {
	return root.href + path;
}

/** A sentence of WordPress's own, where it has sent one. */
function reason({ text, status }: Asked): string {
	const { message } = decode(text);
	const sentence = typeof message === 'string' && message ? message : `status ${status}`;
	return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
