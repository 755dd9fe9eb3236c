/** The demo with a WordPress of its own, open in a browser, for the tests of one file. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { embeddedSite, startDemo, type Demo } from '../../demo/server/index.ts';
import type { Site } from '../../demo/server/site.ts';
import { launchBrowser } from './launch.ts';

/** Presses of Tab that are enough for anything on a screen. */
const PATIENCE = 80;

export interface Sent {
	method: string;
	path: string;
	body: unknown;
}

export interface DemoPage {
	site: Site;
	demo: Demo;
	browser: Browser;
	/** The page that was opened last. It is closed after each test. */
	page: Page;
	open(place?: string, width?: number, at?: Demo): Promise<Page>;
	cards(): Locator;
	heading(name: string): Locator;
	button(name: string): Locator;
	link(name: string): Locator;
	notice(text: string): Locator;
	alert(): Locator;
	/** What has the focus, in words: its label or its text. */
	focused(): Promise<string | undefined>;
	/** Presses Tab until the focus is on what is called so. Returns how often. */
	tabTo(name: string): Promise<number>;
	/** Requests of a method that go to WordPress while `act` runs. */
	sent(methods: RegExp, act: () => Promise<unknown>): Promise<Sent[]>;
}

/** Reads again and again until it is as expected. A second, which is what Vitest waits, is short on a busy machine. */
export const eventually: typeof expect.poll = (read, options) =>
	expect.poll(read, { timeout: 20_000, ...options });

/** Call it in a `describe`. */
export function useDemo(): DemoPage {
	const on = {
		async open(place = '', width = 1200, at = on.demo) {
			const page = (on.page = await on.browser.newPage({ viewport: { width, height: 800 } }));
			page.setDefaultTimeout(20_000);
			await page.goto(at.address + place);
			await page.locator('h1', { hasNotText: 'Loading' }).waitFor();
			return page;
		},
		cards: () => on.page.locator('.card:not(.skeleton)'),
		heading: (name) => on.page.getByRole('heading', { level: 1, name, exact: true }),
		button: (name) => on.page.getByRole('button', { name, exact: true }),
		link: (name) => on.page.getByRole('link', { name, exact: true }),
		notice: (hasText) => on.page.locator('.notice', { hasText }),
		alert: () => on.page.getByRole('alert'),
		focused: () =>
			on.page.evaluate(() => {
				const { activeElement: element } = document;
				const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
				return (label ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
			}),
		async tabTo(name) {
			for (let presses = 0; presses < PATIENCE; presses += 1) {
				if ((await on.focused()) === name) return presses;
				await on.page.keyboard.press('Tab');
			}
			throw new Error(`"${name}" is not reached with Tab.`);
		},
		async sent(methods, act) {
			const seen: Sent[] = [];
			on.page.on('request', (request) => {
				const path = new URL(request.url()).pathname;
				const method = request.method();
				if (methods.test(method) && path.startsWith('/wp-json/')) {
					const isJson = request.headers()['content-type']?.includes('json');
					seen.push({ method, path, body: isJson ? (request.postDataJSON() as unknown) : undefined });
				}
			});
			await act();
			return seen;
		},
	} as DemoPage;

	beforeAll(async () => {
		on.site = await embeddedSite();
		on.demo = await startDemo({ site: on.site, logLevel: 'silent' });
		on.browser = await launchBrowser();
	});

	afterEach(async () => {
		await on.page.close();
	});

	afterAll(async () => {
		await on.browser.close();
		await on.demo.stop();
	});

	return on;
}
