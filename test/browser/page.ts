/** A site comes in; a page of it in a real browser goes out, logged in, with the libraries of its WordPress and the script build. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Site } from '../wordpress/site.ts';

/** The globals of such a page, for the functions that run in it. */
declare global {
	var wp: any;
	var wpApiSettings: any;
}

export interface PageOptions {
	/** Laid over root, nonce and version string as WordPress prints them; `null` prints nothing. */
	settings?: object | null;
	/** Script that runs first of all. */
	before?: string;
	/** Addresses below WordPress, between Backbone and the client. */
	libraries?: string[];
	/** The script build as often as it is loaded. */
	times?: number;
	/** Script that runs right after the client. */
	after?: string;
}

type Cookie = Parameters<BrowserContext['addCookies']>[0][number];

/** Paths of the index, with pretty and with plain permalinks. */
export const INDEX = /(wp-json|rest_route=)\/wp\/v2\/?$/;

export async function logInto(browser: Browser, site: Site): Promise<BrowserContext> {
	const context = await browser.newContext();
	await context.addCookies(cookiesOf(site));
	const started = context.newPage.bind(context);
	// Nothing shall wait for ever, and no error go by unseen.
	context.newPage = async () => {
		const page = await started();
		page.setDefaultTimeout(20_000);
		page.on('pageerror', (error) => void errorsOf(page).push(error.message));
		return page;
	};
	return context;
}

/** The cookies of a session, as Playwright takes them. */
export function cookiesOf({ cookies, address }: Pick<Site, 'cookies' | 'address'>): Cookie[] {
	return cookies.map((line) => {
		const [, name = '', value = '', path = '/'] = /^([^=]+)=([^;]*);\s*Path=([^;]*)/i.exec(line) ?? [];
		return { name, value, path, domain: new URL(address).hostname, httpOnly: true };
	});
}

const errors = new WeakMap<Page, string[]>();

/** What was thrown on a page and nobody caught. */
export function errorsOf(page: Page): string[] {
	const own = errors.get(page) ?? [];
	errors.set(page, own);
	return own;
}

/** The address of such a page. */
export function writePage(site: Site, options: PageOptions = {}): Promise<string> {
	const { before = '', after = '', libraries = [], times = 1, settings = {} } = options;
	const { root, nonce } = site;
	const printed = settings && { root, nonce, versionString: 'wp/v2/', ...settings };
	const script = (path: string): string => `<script src="${path}"></script>`;
	const own = ['jquery/jquery.min.js', 'underscore.min.js', 'backbone.min.js', ...libraries];
	return site.page(`<!doctype html><html><head><title>A page</title>
		<script>${before}</script>
		${own.map((path) => script(`${site.address}/wp-includes/js/${path}`)).join('\n')}
		${printed ? `<script>var wpApiSettings = ${JSON.stringify(printed).replaceAll('<', '\\u003c')};</script>` : ''}
		${script('/__repo/dist/wp-api.min.js').repeat(times)}
		<script>${after}</script></head><body></body></html>`);
}

/** A page whose client has loaded. */
export async function openPage(context: BrowserContext, site: Site, options?: PageOptions): Promise<Page> {
	const page = await context.newPage();
	await page.goto(await writePage(site, options));
	await page.evaluate(() => wp.api.loadPromise.then(() => undefined));
	return page;
}
