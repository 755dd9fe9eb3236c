/**
 * A wish comes in, 'newest', 'oldest' or what the site shall be like; a running WordPress goes out, logged in as its administrator.
 * It is shared with all tests of the run that wish for the same, so leave it as you found it, or wish for one of your own.
 */
import type { JSDOM } from 'jsdom';
import { inject } from 'vitest';
import { versions, type Version } from '../../demo/wordpress/versions.ts';
import type { Question, SiteFacts, SiteWish } from './desk.ts';

export { versions, type Version };
export type { SiteWish };

export interface Site extends SiteFacts {
	/** Runs PHP on the site, WordPress loaded; what it printed. */
	php(code: string): Promise<string>;
	/** Puts an HTML page on the site's own origin and returns its address. The repository is at `/__repo/` there. */
	page(html: string): Promise<string>;
}

export type SiteName = 'newest' | 'oldest';

const named: Record<SiteName, SiteWish> = { newest: { version: '6.7' }, oldest: { version: '6.2' } };

/** In any environment: it changes nothing in the page of the test. */
export async function openSite(which: SiteName | SiteWish): Promise<Site> {
	const wish = typeof which === 'string' ? named[which] : which;
	return {
		...((await ask({ ask: 'site', wish })) as SiteFacts),
		php: (code) => ask({ ask: 'php', wish, code }) as Promise<string>,
		page: (html) => ask({ ask: 'page', wish, html }) as Promise<string>,
	};
}

/** In jsdom: the test's page is then one of that site, with its cookies, so that requests are of the same origin and logged in. */
export async function useSite(which: SiteName | SiteWish): Promise<Site> {
	const site = await openSite(which);
	const { jsdom } = globalThis as unknown as { jsdom: JSDOM };
	jsdom.reconfigure({ url: `${site.address}/` });
	// jsdom forgets this one, and XMLHttpRequest takes every request for one of another origin: no cookies.
	Object.assign(jsdom.window, { _origin: jsdom.window.location.origin });
	await takeCookies(site);
	return site;
}

/** After `useSite`: whoever visits from here on is that user, and so is the client that opens the site that goes out. */
export async function visitAs(site: Site, login: string): Promise<Site> {
	const session = await site.php(`
		$id = get_user_by( 'login', '${login}' )->ID;
		$token = WP_Session_Tokens::get_instance( $id )->create( time() + HOUR_IN_SECONDS );
		$cookie = wp_generate_auth_cookie( $id, time() + HOUR_IN_SECONDS, 'logged_in', $token );
		$_COOKIE[ LOGGED_IN_COOKIE ] = $cookie;
		wp_set_current_user( $id );
		echo wp_json_encode( array(
			'nonce'   => wp_create_nonce( 'wp_rest' ),
			'cookies' => array( LOGGED_IN_COOKIE . '=' . rawurlencode( $cookie ) . '; Path=' . COOKIEPATH . '; HttpOnly' ),
		) );
	`);
	const visited = { ...site, ...(JSON.parse(session) as Pick<Site, 'nonce' | 'cookies'>) };
	await takeCookies(visited);
	return visited;
}

async function takeCookies({ cookies, address }: Site): Promise<void> {
	const { jsdom } = globalThis as unknown as { jsdom: JSDOM };
	await logOut();
	for (const cookie of cookies) {
		// With `http`, as the network would set it: these cookies are HttpOnly.
		await jsdom.cookieJar.setCookie(cookie, address, { http: true });
	}
}

/** In jsdom: whoever visits from here on is nobody in particular. */
export async function logOut(): Promise<void> {
	await (globalThis as unknown as { jsdom: JSDOM }).jsdom.cookieJar.removeAllCookies();
}

/** The index of a version's REST API as its administrator sees it, all of it or that of 'wp/v2'. `legacy`: see SiteWish. */
export async function readIndex(
	version: Version,
	{ namespace = '', legacy = false }: { namespace?: '' | 'wp/v2'; legacy?: boolean } = {},
): Promise<RestIndex> {
	const indexes = (await ask({ ask: 'index', wish: { version, legacy } })) as Record<string, RestIndex>;
	return indexes[namespace] as RestIndex;
}

export interface RestIndex {
	namespace?: string;
	namespaces?: string[];
	routes: Record<string, { namespace: string; methods: string[]; endpoints: unknown[]; _links?: unknown }>;
	[key: string]: unknown;
}

async function ask(question: Question): Promise<unknown> {
	const { url, token } = inject('wordpressDesk');
	const response = await fetch(url, {
		method: 'POST',
		headers: { authorization: token },
		body: JSON.stringify(question),
	});
	const answer: unknown = await response.json();
	if (!response.ok) {
		throw new Error(String(answer));
	}
	return answer;
}
