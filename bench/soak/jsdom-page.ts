/** An address comes in; Node gets a page there, as far as jQuery and the client need one, logged in by the cookies that are given. */
import { CookieJar, JSDOM } from 'jsdom';

const GLOBALS = [
	'window',
	'document',
	'location',
	'sessionStorage',
	'XMLHttpRequest',
	// jsdom's XMLHttpRequest sends no other ones.
	'FormData',
	'Blob',
	'File',
];

export async function openPage(url: string, cookies: string[]): Promise<void> {
	const cookieJar = new CookieJar();
	for (const cookie of cookies) await cookieJar.setCookie(cookie, url, { http: true });
	const { window } = new JSDOM('', { url, cookieJar });
	for (const name of GLOBALS)
		Object.defineProperty(globalThis, name, { value: window[name] as unknown, configurable: true });
}
