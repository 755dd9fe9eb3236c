/** Every screen of the demo, for those who look at all of them: the accessibility test and the script that makes the screenshots. */
import type { Browser, Page } from 'playwright-core';

interface Screen {
	name: string;
	/** Its address on the page. */
	place: string;
	/** What has to be there before it is complete. */
	shown: string;
	/** What a visitor does to get to it from there. */
	act?: (page: Page) => Promise<unknown>;
}

export const screens: Screen[] = [
	{ name: 'list', place: '#posts', shown: '.card .tags span' },
	{ name: 'books', place: '#books', shown: '.card .terms span' },
	{
		name: 'search',
		place: '#posts',
		shown: '.card .tags span',
		async act(page) {
			await page.getByRole('searchbox').fill('qqqqq');
			await page.getByRole('button', { name: 'Show all posts' }).waitFor();
		},
	},
	{ name: 'list-loading', place: '#posts', shown: '.list .skeleton' },
	{
		name: 'requests',
		place: '#posts',
		shown: '.card .tags span',
		async act(page) {
			const panel = page.locator('.panel');
			if ((await panel.getAttribute('open')) === null) await panel.locator('summary').first().click();
			await panel.locator('li summary').nth(3).click();
		},
	},
	{ name: 'read', place: '#posts/2', shown: '.comments .state:not(:empty)' },
	{
		name: 'revisions',
		place: '#posts/1',
		shown: '.comments .state:not(:empty)',
		async act(page) {
			await page.getByRole('button', { name: 'Revisions' }).click();
			await page.locator('dialog li button').nth(1).click();
		},
	},
	{ name: 'edit', place: '#posts/4/edit', shown: '.picture-field img' },
	{ name: 'new', place: '#posts/new', shown: '.tags-field, .picture-field' },
	{
		name: 'leave',
		place: '#posts/4/edit',
		shown: '.picture-field img',
		async act(page) {
			await page.getByLabel('Title').fill('Ten stiles');
			await page.getByRole('link', { name: 'Back without saving' }).click();
			await page.locator('dialog').waitFor();
		},
	},
	{
		name: 'notice',
		place: '#posts/1',
		shown: '.comments form',
		async act(page) {
			await page.getByLabel('Your comment').fill(`Number ${Math.random()}`);
			await page.getByRole('button', { name: 'Send' }).click();
			await page.locator('.notice .close').waitFor();
		},
	},
	{
		name: 'problem',
		place: '#posts/1',
		shown: '.comments form',
		async act(page) {
			await page.route('**/comments', (route) => route.fulfill({ status: 502, body: '' }));
			await page.getByLabel('Your comment').fill('Hello?');
			await page.getByRole('button', { name: 'Send' }).click();
			await page.locator('.problem').waitFor();
		},
	},
	{ name: 'missing', place: '#posts/987654', shown: '.message' },
	{ name: 'list-failed', place: '#books', shown: '.message' },
	{ name: 'not-found', place: '#nowhere', shown: '.message' },
];

export type Scheme = 'light' | 'dark';

/** A page of its own with that screen. Close it when done. */
export async function openScreen(
	browser: Browser,
	address: string,
	{ name, place, shown, act }: Screen,
	{ scheme, width, height = 800 }: { scheme: Scheme; width: number; height?: number },
): Promise<Page> {
	const page = await browser.newPage({
		viewport: { width, height },
		colorScheme: scheme,
		reducedMotion: 'reduce',
	});
	page.setDefaultTimeout(20_000);
	if (name === 'list-failed') {
		await page.route(/\/wp\/v2\/books/, (route) =>
			route.fulfill({
				status: 500,
				body: '{"code":"internal_server_error","message":"There has been a critical error on this website."}',
			}),
		);
	}
	// The answer never comes.
	if (name === 'list-loading') await page.route(/\/wp\/v2\/posts/, () => undefined);
	await page.goto(address + place);
	await page.locator(shown).first().waitFor();
	if (name !== 'list-loading') await page.waitForLoadState('networkidle');
	await act?.(page);
	return page;
}
