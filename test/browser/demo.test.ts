/** The demo comes in, in a browser; what its visitors do with it is seen to work, from the list to a post in the trash. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { embeddedSite, remoteSite, startDemo, type Demo } from '../../demo/server/index.ts';
import type { Site } from '../../demo/server/site.ts';
import { openSite } from '../wordpress/site.ts';
import { launchBrowser } from './launch.ts';

/** Presses of Tab that are enough for anything on a screen. */
const PATIENCE = 80;

describe.skipIf(inject('browserMissing'))('the demo', () => {
	let site: Site;
	let demo: Demo;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		site = await embeddedSite();
		demo = await startDemo({ site, logLevel: 'silent' });
		browser = await launchBrowser();
	});

	afterEach(async () => {
		await page.close();
	});

	afterAll(async () => {
		await browser.close();
		await demo.stop();
	});

	async function open(place = '', width = 1200, at = demo): Promise<Page> {
		page = await browser.newPage({ viewport: { width, height: 800 } });
		page.setDefaultTimeout(20_000);
		await page.goto(at.address + place);
		await page.locator('h1', { hasNotText: 'Loading' }).waitFor();
		return page;
	}

	const cards = (): Locator => page.locator('.card');
	const heading = (name: string): Locator => page.getByRole('heading', { level: 1, name, exact: true });
	const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
	const link = (name: string): Locator => page.getByRole('link', { name, exact: true });
	const status = (text: string): Locator => page.locator('.notice', { hasText: text });

	/** Requests of a method that go to WordPress while `act` runs: path and body. */
	async function sent(
		methods: RegExp,
		act: () => Promise<unknown>,
	): Promise<{ method: string; path: string; body: unknown }[]> {
		const seen: { method: string; path: string; body: unknown }[] = [];
		page.on('request', (request) => {
			const path = new URL(request.url()).pathname;
			const method = request.method();
			if (methods.test(method) && path.startsWith('/wp-json/')) {
				seen.push({ method, path, body: request.postDataJSON() as unknown });
			}
		});
		await act();
		return seen;
	}

	async function writePost(title: string, text: string): Promise<void> {
		await open('#posts/new');
		await page.getByLabel('Title').fill(title);
		await page.getByLabel('Text').fill(text);
		await button('Save draft').click();
		await heading(title).waitFor();
	}

	it('lists posts with author, categories, tags and picture, at five requests or fewer', async () => {
		await open();
		const card = cards().filter({ hasText: 'The orange that went to sea twice' });
		await card.waitFor();
		expect(await cards().count()).toBe(12);
		await card.locator('.byline', { hasText: 'Jun Watanabe' }).waitFor();
		await expect.poll(() => card.locator('.terms span').allInnerTexts()).toEqual(['Harbour', 'Oranges']);
		await expect.poll(() => card.locator('.tags span').allInnerTexts()).toContain('ferry');
		const picture = card.locator('img');
		await picture.scrollIntoViewIfNeeded();
		await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
		expect(await picture.getAttribute('alt')).not.toBe('');

		const rows = page.locator('.requests li');
		const count = async (of: string): Promise<number> =>
			Number(await page.locator(`[data-count=${of}]`).innerText());
		const paths = async (): Promise<string[]> =>
			(await rows.locator('.path').allInnerTexts()).map((path) => path.replace(/\?.*/, '')).sort();
		const reads = ['categories', 'media', 'posts', 'tags', 'users'].map((name) => `/wp/v2/${name}`);
		// The schema is asked for once in the life of a tab.
		await expect.poll(paths).toEqual(['/wp/v2/', ...reads]);
		expect([await count('screen'), await count('all')]).toEqual([5, 6]);
		expect(await rows.filter({ hasText: '/wp/v2/posts' }).innerText()).toMatch(
			/GET\s+\/wp\/v2\/posts\?per_page=12.*200\s+\d+ ms/s,
		);
		await page.reload();
		await card.locator('.tags span').first().waitFor();
		await expect.poll(paths).toEqual(reads);
		expect([await count('screen'), await count('all')]).toEqual([5, 5]);
		expect(await rows.filter({ hasText: '_embed' }).count()).toBe(0);
	});

	it('loads more below what is there, and moves the focus to it', async () => {
		await open();
		await cards().nth(11).waitFor();
		await button('Load more').click();
		await cards().nth(23).waitFor();
		const titles = await cards().locator('h2').allInnerTexts();
		expect(titles).toHaveLength(24);
		expect(new Set(titles).size).toBe(24);
		await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(titles[12]);
		await button('Load more').click();
		await button('Load more').waitFor({ state: 'hidden' });
		expect(await page.locator('.state').innerText()).toMatch(/^(\d+) of \1 posts$/);
	});

	it('finds what is searched for, and the newest search wins', async () => {
		await open();
		await cards().nth(11).waitFor();
		// The answer to the first search comes last.
		let release = (): void => undefined;
		const held = new Promise<void>((resolve) => (release = resolve));
		await page.route(/search=clock/, async (route) => {
			const response = await route.fetch();
			await held;
			// By then nobody waits for it any more.
			await route.fulfill({ response }).catch(() => undefined);
		});
		const search = page.getByRole('searchbox');
		const asked = page.waitForRequest(/search=clock/);
		await search.fill('clock');
		await asked;
		await search.fill('marmalade');
		await cards().filter({ hasText: 'Marmalade weather' }).waitFor();
		await page.locator('.requests li', { hasText: 'search=clock' }).getByText('called off').waitFor();
		release();
		await page.waitForLoadState('networkidle');
		expect(await page.locator('.state').innerText()).toMatch(/^(\d+) of \1 posts for “marmalade”$/);
		expect(await cards().first().innerText()).toMatch(/marmalade/i);

		await search.fill('qqqqq');
		await page.getByText('No posts for “qqqqq”. Try other words.').waitFor();
		await button('Show all posts').click();
		await cards().nth(11).waitFor();
	});

	it('sends one request for a word that is typed fast, and none for Enter after it', async () => {
		await open();
		await cards().nth(11).locator('.tags span').first().waitFor();
		const asked: URL[] = [];
		page.on('request', (request) => {
			const url = new URL(request.url());
			if (url.pathname.startsWith('/wp-json/')) asked.push(url);
		});
		const listed = (): string[] =>
			asked
				.filter(({ pathname }) => pathname.endsWith('/posts'))
				.map((url) => url.searchParams.get('search')!);
		const search = page.getByRole('searchbox');
		const found = page.locator('.state', { hasText: 'for “harbour”' });

		await search.pressSequentially('harbour and the boats', { delay: 20 });
		for (let i = 0; i < ' and the boats'.length; i += 1) await search.press('Backspace', { delay: 5 });
		await found.waitFor();
		expect(listed()).toEqual(['harbour']);
		await search.press('Enter');
		await page.waitForLoadState('networkidle');
		expect(listed()).toEqual(['harbour']);

		// Enter does not wait for the pause, and the pause sends nothing after it.
		await search.pressSequentially('s', { delay: 20 });
		await search.press('Enter');
		await page.locator('.state', { hasText: 'for “harbours”' }).waitFor();
		await page.waitForLoadState('networkidle');
		expect(listed()).toEqual(['harbour', 'harbours']);
	});

	it('asks for no related item twice while somebody searches', async () => {
		await open();
		await cards().nth(11).locator('.tags span').first().waitFor();
		await page.getByRole('searchbox').pressSequentially('harbour', { delay: 20 });
		await page.locator('.state', { hasText: 'for “harbour”' }).waitFor();
		await page.waitForLoadState('networkidle');
		const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
		const related = asked.flatMap((address) => {
			const { pathname, searchParams } = new URL(address);
			return (searchParams.get('include')?.split(',') ?? []).map((id) => `${pathname}/${id}`);
		});
		expect(related).not.toEqual([]);
		expect(related).toEqual([...new Set(related)]);
	});

	it('creates a post, changes it, chooses its categories, and moves it to the trash', async () => {
		await open();
		await link('New post').click();
		await page.getByLabel('Title').fill('A post of the test');
		await page.getByLabel('Text').fill('<p>With <b>some</b> text.</p>');
		await page.getByLabel('Apples').check();
		await button('Publish').click();
		await status('“A post of the test” is published.').waitFor();
		await heading('A post of the test').waitFor();
		expect(await page.locator('.content b').innerText()).toBe('some');
		expect(await page.locator('.reader > .terms').innerText()).toBe('Apples');

		await link('Edit').click();
		await page.getByLabel('Title').fill('A post that was changed');
		await page.getByLabel('Oranges').check();
		const writes = await sent(/POST|PUT|PATCH/, async () => {
			await button('Save changes').click();
			await heading('A post that was changed').waitFor();
		});
		// Only what was changed, at once
		expect(writes.map(({ method, body }) => ({ method, body }))).toEqual([
			{
				method: 'PATCH',
				body: { title: 'A post that was changed', categories: [expect.any(Number), expect.any(Number)] },
			},
		]);
		await expect
			.poll(() => page.locator('.reader > .terms span').allInnerTexts())
			.toEqual(['Apples', 'Oranges']);

		// What was changed back is no change: nothing is sent.
		await link('Edit').click();
		await page.getByLabel('Apples').uncheck();
		await page.getByLabel('Apples').check();
		const none = await sent(/POST|PUT|PATCH/, async () => {
			await button('Save changes').click();
			await heading('A post that was changed').waitFor();
		});
		expect(none).toEqual([]);

		await link('Posts').first().click();
		const card = cards().filter({ hasText: 'A post that was changed' });
		await card.getByRole('button', { name: /trash/ }).click();
		await status('“A post that was changed” is in the trash.').waitFor();
		await card.waitFor({ state: 'detached' });
		await page.reload();
		await cards().first().waitFor();
		expect(await card.count()).toBe(0);
	});

	it('takes a post out of the trash again, as it was', async () => {
		await open('#posts');
		const card = cards().filter({ hasText: 'Low water, long shadows' });
		await card.waitFor();
		const total = await page.locator('.state').innerText();
		await card.getByRole('button', { name: /trash/ }).click();
		await card.waitFor({ state: 'detached' });
		// The one that has moved up is there, and the count is right.
		await expect.poll(() => page.locator('.state').innerText()).not.toBe(total);
		await expect.poll(() => cards().count()).toBe(12);
		await button('Undo').click();
		await status('is back').waitFor();
		await card.waitFor();
		await expect.poll(() => page.locator('.state').innerText()).toMatch(total.replace(/^\d+/, ''));
		await page.reload();
		await card.waitFor();
		expect(await card.locator('.status').count()).toBe(0);
	});

	it('shows comments, older ones too, takes one, and shows revisions', async () => {
		await open('#posts');
		await page.getByRole('searchbox').fill('lamplighter');
		await link('The last lamplighter of Quay Street').click();
		const comments = page.locator('.comments li');
		await comments.nth(9).waitFor();
		await button('Older comments').click();
		await comments.nth(10).waitFor();
		const before = await comments.count();
		await page.getByLabel('Your comment').fill('I count <script>thirteen</script> & more.');
		await button('Send').click();
		await status('Your comment is there.').waitFor();
		expect(await comments.count()).toBe(before + 1);
		expect(await comments.first().innerText()).toContain('& more.');
		// The script that it brought along is none.
		await page.reload();
		await comments.filter({ hasText: '& more.' }).waitFor();
		expect(await comments.locator('script').count()).toBe(0);

		await open('#posts');
		await page.getByRole('searchbox').fill('get up late');
		await link('Bread for people who get up late').click();
		await button('Revisions').click();
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('button').last().click();
		expect(await dialog.locator('article').innerText()).toContain('Bread can be made in the evening.');
		await page.keyboard.press('Escape');
		await dialog.waitFor({ state: 'detached' });
		await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Revisions');
	});

	it('has a tab for books, a custom type, with their genres', async () => {
		await open();
		await link('Books').click();
		await heading('Books').waitFor();
		const card = cards().filter({ hasText: 'Small Boats' });
		await expect.poll(() => card.locator('.terms span').allInnerTexts()).toEqual(['Memoir', 'Travel']);
		await card.getByRole('link', { name: /Edit/ }).click();
		await page.getByLabel('Poetry').check();
		await page.getByLabel('Memoir').uncheck();
		await button('Save changes').click();
		await heading('Small Boats').waitFor();
		await expect
			.poll(async () => (await page.locator('.reader > .terms span').allInnerTexts()).sort())
			.toEqual(['Poetry', 'Travel']);
		// Those that are there are ticked, and one that is not there is made.
		await page.reload();
		await link('Edit').click();
		expect(await page.getByLabel('Poetry').isChecked()).toBe(true);
		expect(await page.getByLabel('Memoir').isChecked()).toBe(false);
		await page.getByLabel('New genre').fill('Salt & rye');
		const writes = await sent(/POST|PUT|PATCH/, async () => {
			await button('Save changes').click();
			await heading('Small Boats').waitFor();
		});
		expect(writes.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
			{ method: 'POST', path: '/wp-json/wp/v2/genres', body: { name: 'Salt & rye' } },
			{
				method: 'PATCH',
				path: expect.stringMatching(/\/books\/\d+$/) as string,
				body: { genres: [expect.any(Number), expect.any(Number), expect.any(Number)] },
			},
		]);
		await page.reload();
		await expect
			.poll(async () => (await page.locator('.reader > .terms span').allInnerTexts()).sort())
			.toEqual(['Poetry', 'Salt & rye', 'Travel']);
		// Back in the list it is up to date.
		await link('Books').first().click();
		await expect
			.poll(async () => (await card.locator('.terms span').allInnerTexts()).sort())
			.toEqual(['Poetry', 'Salt & rye', 'Travel']);
	});

	it('asks before changes are lost', async () => {
		await open('#posts/1/edit');
		await page.getByLabel('Title').fill('Hello, and mind the');
		await link('Books').click();
		await button('Keep editing').click();
		expect(await page.getByLabel('Title').inputValue()).toBe('Hello, and mind the');
		expect(new URL(page.url()).hash).toBe('#posts/1/edit');
		// Typed back, it is no change any more.
		await page.getByLabel('Title').fill('Hello, and mind the step');
		await link('Books').click();
		await heading('Books').waitFor();

		await open('#posts/1/edit');
		await page.getByLabel('Kitchen').check();
		await link('Back without saving').click();
		await button('Leave').click();
		await heading('Hello, and mind the step').waitFor();
		await open('#posts/new');
		// Nothing is written yet, and what was written and taken back is nothing.
		await page.getByLabel('Title').fill('A title');
		await page.getByLabel('Title').fill('');
		await link('Back without saving').click();
		await heading('Posts').waitFor();
		await open('#posts/1');
		expect(await page.locator('.reader > .terms').innerText()).toBe('Town');
	});

	it('runs nothing that a post brings along', async () => {
		await writePost(
			'Mischief',
			`<p>Kept</p><img src="x" onerror="document.title='hacked'"><script>document.title='hacked'</script>
			<a href="javascript:document.title='hacked'">a link</a><form><button>Log in</button></form>`,
		);
		const content = page.locator('.content');
		expect(await content.innerText()).toContain('Kept');
		expect(await content.locator('script, form, button, [onerror], [href^=javascript]').count()).toBe(0);
		expect(await page.title()).toContain('Mischief');
	});

	it('fits a phone on every screen', async () => {
		for (const place of ['#posts', '#books', '#posts/1', '#posts/1/edit', '#posts/new', '#nowhere']) {
			await open(place, 360);
			await page.waitForLoadState('networkidle');
			const { scroll, width } = await page.evaluate(() => ({
				scroll: document.documentElement.scrollWidth,
				width: document.documentElement.clientWidth,
			}));
			expect(scroll, place).toBeLessThanOrEqual(width);
			await page.locator('.panel > summary').click();
			expect(await page.locator('.requests ol').isVisible()).toBe(true);
			expect(await page.evaluate(() => document.documentElement.scrollWidth), place).toBeLessThanOrEqual(
				width,
			);
			await page.close();
		}
		await open('', 360);
	});

	it('can be used with the keyboard alone', async () => {
		await open();
		await cards().nth(11).waitFor();
		await tabTo('New post');
		await page.keyboard.press('Enter');
		await heading('New post').waitFor();
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('title');
		await page.keyboard.type('Typed by keys');
		await page.keyboard.press('Tab');
		await page.keyboard.type('Nothing but keys.');
		await tabTo('Kitchen');
		await page.keyboard.press('Space');
		await page.keyboard.press('Enter');
		await heading('Typed by keys').waitFor();
		await page.locator('.reader > .terms', { hasText: 'Kitchen' }).waitFor();
		// The focus is on the heading of the new screen, and seen wherever it goes from there.
		await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Typed by keys');
		await tabTo('Trash');
		expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid');
		await page.keyboard.press('Enter');
		await heading('Posts').waitFor();
		expect(await cards().filter({ hasText: 'Typed by keys' }).count()).toBe(0);
		await tabTo('Undo');
		await page.keyboard.press('Enter');
		await status('“Typed by keys” is back.').waitFor();
		await cards().filter({ hasText: 'Typed by keys' }).waitFor();
	});

	/** Presses Tab until the focus is on what is called so. */
	async function tabTo(name: string): Promise<void> {
		for (let presses = 0; presses < PATIENCE; presses += 1) {
			const focused = await page.evaluate(() => {
				const { activeElement: element } = document;
				return (element instanceof HTMLInputElement ? element.labels?.[0] : element)?.textContent.trim();
			});
			if (focused === name) {
				return;
			}
			await page.keyboard.press('Tab');
		}
		throw new Error(`"${name}" is not reached with Tab.`);
	}

	it('says so when WordPress is gone, and goes on when it is back', async () => {
		await open('#posts/1/edit');
		await page.getByLabel('Excerpt').fill('Mind it.');
		await site.stop();
		try {
			await button('Save changes').click();
			const alert = page.getByRole('alert');
			await alert.getByText('WordPress does not answer.').waitFor();
			expect(await alert.innerText()).toContain('See whether WordPress is running, then try again.');
			// Nothing is lost.
			expect(await page.getByLabel('Excerpt').inputValue()).toBe('Mind it.');
			await button('Try again').click();
			await alert.getByText('WordPress does not answer.').waitFor();

			const other = page;
			await browser.newPage().then(async (fresh) => {
				await fresh.goto(demo.address);
				await fresh.getByRole('alert').getByText('WordPress does not answer.').waitFor();
				await site.start();
				await fresh.getByRole('button', { name: 'Try again' }).click();
				await fresh.locator('.card').first().waitFor();
				await fresh.close();
			});
			await other.getByRole('button', { name: 'Try again' }).click();
			await heading('Hello, and mind the step').waitFor();
			// Its nonce was of the WordPress that is gone: the client has asked for another one.
			await page.locator('.requests li.failed', { hasText: '403' }).first().waitFor();
		} finally {
			await site.start();
		}
		await page.reload();
		await link('Edit').click();
		expect(await page.getByLabel('Excerpt').inputValue()).toBe('Mind it.');
	});

	it('shows that it tries to read several times, and again when it is asked to', async () => {
		await open('#posts');
		const first = cards().first();
		await first.locator('.tags span').first().waitFor();
		const title = await first.locator('h2').innerText();
		await site.stop();
		try {
			await first.getByRole('link').first().click();
			await heading('Loading…').waitFor();
			await heading('This post cannot be shown').waitFor();
			const alert = page.getByRole('alert');
			await alert.getByText('WordPress does not answer.').waitFor();
			const failed = page.locator('.requests li.failed', { hasText: /posts\/\d+.*502/s });
			expect(await failed.count()).toBe(4);
			await button('Try again').click();
			await heading('Loading…').waitFor();
			await heading('This post cannot be shown').waitFor();
			expect(await failed.count()).toBe(8);
			await alert.getByText('WordPress does not answer.').waitFor();
		} finally {
			await site.start();
		}
		await button('Try again').click();
		await heading(title).waitFor();
	});

	it('says what WordPress refuses, in its words', async () => {
		await open('#posts/987654');
		const alert = page.getByRole('alert');
		await alert.getByText('Invalid post ID.').waitFor();
		expect(await alert.innerText()).toContain('rest_post_invalid_id');
	});

	describe('with another site', () => {
		let other: Demo | undefined;
		afterEach(async () => {
			await other?.stop();
			other = undefined;
		});

		it('reads as a visitor', async () => {
			const { address } = await openSite('oldest');
			other = await startDemo({ site: await remoteSite({ address }), logLevel: 'silent' });
			await open('', 1200, other);
			await cards().nth(11).waitFor();
			expect(await page.getByRole('link', { name: /New post|Edit/ }).count()).toBe(0);
			await cards().first().getByRole('link').click();
			await page.locator('.content').waitFor();
			expect(await button('Trash').count()).toBe(0);
		});

		it('writes with an application password, which stays with the server and is for its own page alone', async () => {
			const { address, user } = await openSite({
				version: '6.7',
				subdirectory: '/blog',
				permalinks: 'plain',
			});
			const { name, applicationPassword: password } = user;
			other = await startDemo({
				site: await remoteSite({ address, user: name, password }),
				logLevel: 'silent',
			});
			await open('#posts/new', 1200, other);
			await page.getByLabel('Title').fill('From afar');
			await button('Save draft').click();
			await heading('From afar').waitFor();

			const session = await (await fetch(`${other.address}__demo/session`)).json();
			expect(JSON.stringify(session)).not.toContain(password);
			const posts = `${other.address}index.php?rest_route=/wp/v2/posts`;
			const stranger = await fetch(posts, {
				method: 'POST',
				body: new URLSearchParams({ title: 'Mischief' }),
			});
			expect(stranger.status).toBe(401);
		});
	});
});
