/** What visitors of the demo do: read, search, write, comment, and move posts to the trash and back. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { remoteSite, startDemo, type Demo } from '../../demo/server/index.ts';
import { openSite } from '../wordpress/site.ts';
import { eventually, useDemo } from './demo-page.ts';

describe.skipIf(inject('browserMissing'))('the demo', () => {
	const on = useDemo();
	const { cards, heading, button, link, notice, sent } = on;
	let page: Page;
	const open = async (...where: Parameters<typeof on.open>): Promise<Page> =>
		(page = await on.open(...where));

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
		await eventually(() => card.locator('.terms span').allInnerTexts()).toEqual(['Harbour', 'Oranges']);
		await eventually(() => card.locator('.tags span').allInnerTexts()).toContain('ferry');
		const picture = card.locator('img');
		await picture.scrollIntoViewIfNeeded();
		await eventually(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
		expect(await picture.getAttribute('alt')).not.toBe('');

		const rows = page.locator('.requests li');
		const count = async (of: string): Promise<number> =>
			Number(await page.locator(`[data-count=${of}]`).innerText());
		const paths = async (): Promise<string[]> =>
			(await rows.locator('.path').allInnerTexts()).map((path) => path.replace(/\?.*/, '')).sort();
		const reads = ['categories', 'media', 'posts', 'tags', 'users'].map((name) => `/wp/v2/${name}`);
		// The schema is asked for once in the life of a tab.
		await eventually(paths).toEqual(['/wp/v2/', ...reads]);
		expect([await count('screen'), await count('all')]).toEqual([5, 6]);
		expect(await rows.filter({ hasText: '/wp/v2/posts' }).innerText()).toMatch(
			/GET\s+\/wp\/v2\/posts\?per_page=12.*200\s+\d+ ms/s,
		);
		await page.reload();
		await card.locator('.tags span').first().waitFor();
		await eventually(paths).toEqual(reads);
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
		await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe(titles[12]);
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
		await notice('“A post of the test” is published.').waitFor();
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
		await eventually(() => page.locator('.reader > .terms span').allInnerTexts()).toEqual([
			'Apples',
			'Oranges',
		]);

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
		await notice('“A post that was changed” is in the trash.').waitFor();
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
		await eventually(() => page.locator('.state').innerText()).not.toBe(total);
		await eventually(() => cards().count()).toBe(12);
		await button('Undo').click();
		await notice('is back').waitFor();
		await card.waitFor();
		await eventually(() => page.locator('.state').innerText()).toMatch(total.replace(/^\d+/, ''));
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
		await notice('Your comment is there.').waitFor();
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
		await eventually(() => on.focused()).toBe('Revisions');
	});

	it('has a tab for books, a custom type, with their genres', async () => {
		await open();
		await link('Books').click();
		await heading('Books').waitFor();
		const card = cards().filter({ hasText: 'Small Boats' });
		await eventually(() => card.locator('.terms span').allInnerTexts()).toEqual(['Memoir', 'Travel']);
		await card.getByRole('link', { name: /Edit/ }).click();
		await page.getByLabel('Poetry').check();
		await page.getByLabel('Memoir').uncheck();
		await button('Save changes').click();
		await heading('Small Boats').waitFor();
		await eventually(async () =>
			(await page.locator('.reader > .terms span').allInnerTexts()).sort(),
		).toEqual(['Poetry', 'Travel']);
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
		await eventually(async () =>
			(await page.locator('.reader > .terms span').allInnerTexts()).sort(),
		).toEqual(['Poetry', 'Salt & rye', 'Travel']);
		// Back in the list it is up to date.
		await link('Books').first().click();
		await eventually(async () => (await card.locator('.terms span').allInnerTexts()).sort()).toEqual([
			'Poetry',
			'Salt & rye',
			'Travel',
		]);
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

	it('restores a revision, each of which has a name of its own', async () => {
		await open('#posts/1');
		const text = page.locator('.content');
		const now = await text.innerText();
		await button('Revisions').click();
		const dialog = page.getByRole('dialog');
		await dialog.waitFor();
		const names = await dialog.locator('li button').allInnerTexts();
		expect(names.length).toBeGreaterThan(3);
		expect(new Set(names).size).toBe(names.length);
		expect(names[0]).toContain('as it is now');
		expect(names.at(-1)).toContain('the first one');
		expect(await dialog.getByRole('button', { name: 'Restore this revision' }).count()).toBe(0);

		await dialog.locator('li button').last().click();
		await dialog.getByRole('button', { name: 'Restore this revision' }).click();
		await notice('The post is again as it was on').waitFor();
		await dialog.waitFor({ state: 'detached' });
		await eventually(() => text.innerText()).toBe('Welcome. This is a magazine.');

		await button('Revisions').click();
		await dialog.locator('li button').nth(1).click();
		await dialog.getByRole('button', { name: 'Restore this revision' }).click();
		await eventually(() => text.innerText()).toBe(now);
	});

	it('shows blocks as plain text to edit, and keeps those that nobody touched', async () => {
		await open('#posts');
		await page.getByRole('searchbox').fill('tide table');
		await page.getByRole('link', { name: 'Edit “How to read a tide table”' }).click();
		const text = page.getByLabel('Text');
		const written = await text.inputValue();
		expect(written).toContain('\n\n## The columns\n\n- The day, which you know.\n- High water, twice.');
		expect(written).not.toContain('<!--');
		await text.fill(`${written}\n\nAnd <em>mind</em> the weed.`);
		const writes = await sent(/POST|PUT|PATCH/, async () => {
			await button('Save changes').click();
			await heading('How to read a tide table').waitFor();
		});
		const { content } = writes[0]!.body as { content: string };
		expect(content).toContain('<!-- wp:heading -->\n<h2 class="wp-block-heading">The columns</h2>');
		expect(content).toMatch(
			/<!-- wp:paragraph -->\n<p>And <em>mind<\/em> the weed\.<\/p>\n<!-- \/wp:paragraph -->$/,
		);
	});

	it('publishes a draft, and makes a draft of what is published', async () => {
		await writePost('To be published', 'Soon.');
		expect(await page.locator('.reader .status').innerText()).toBe('draft');
		await link('Edit').click();
		await button('Publish').click();
		await notice('“To be published” is published.').waitFor();
		expect(await page.locator('.reader .status').count()).toBe(0);
		await link('Edit').click();
		await button('Switch to draft').click();
		await notice('“To be published” is saved.').waitFor();
		expect(await page.locator('.reader .status').innerText()).toBe('draft');
	});

	it('adds and removes tags, those that WordPress has and new ones', async () => {
		await writePost('Tagged', 'With tags.');
		await link('Edit').click();
		const field = page.getByLabel('New tag');
		const chosen = page.locator('.chosen li');
		await field.pressSequentially('lanter');
		await field.press('Enter');
		await field.pressSequentially('ferr');
		await page.locator('#tag-names option[value="ferry"]').waitFor({ state: 'attached' });
		await field.fill('Ferry');
		await button('Add tag').click();
		await field.fill('coins, salt & rye');
		await field.press('Enter');
		expect(await chosen.allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('coins')]));
		await button('Remove “coins”').click();
		const writes = await sent(/POST|PUT|PATCH/, async () => {
			await button('Save draft').click();
			await heading('Tagged').waitFor();
		});
		const made = writes.filter(({ path }) => path.endsWith('/tags')).map(({ body }) => body);
		expect(made).toEqual([{ name: 'lanter' }, { name: 'salt & rye' }]);
		const tags = page.locator('.reader > .tags span');
		await eventually(async () => (await tags.allInnerTexts()).sort()).toEqual([
			'ferry',
			'lanter',
			'salt & rye',
		]);

		await link('Edit').click();
		await button('Remove “lanter”').click();
		await button('Save draft').click();
		await heading('Tagged').waitFor();
		await eventually(async () => (await tags.allInnerTexts()).sort()).toEqual(['ferry', 'salt & rye']);
	});

	it('uploads a picture that is chosen or dropped, shows how far it is, and can be called off', async () => {
		await open('#posts/3/edit');
		const picture = page.locator('.picture-field img');
		await picture.waitFor();
		const before = await picture.getAttribute('src');
		const bytes = await (await fetch(new URL(before!, on.demo.address))).arrayBuffer();
		const file = { mimeType: 'image/png', buffer: Buffer.from(bytes) };

		// Held back, it shows its progress and can be called off.
		await page.route('**/wp/v2/media', () => undefined);
		await page.getByLabel('Choose a picture').setInputFiles({ ...file, name: 'held.png' });
		await page.getByRole('progressbar', { name: 'Upload' }).waitFor();
		await button('Cancel').click();
		await page.getByRole('progressbar').waitFor({ state: 'hidden' });
		expect(await on.alert().count()).toBe(0);
		await page.unroute('**/wp/v2/media');

		await page.getByLabel('Choose a picture').setInputFiles({ ...file, name: 'chosen.png' });
		await eventually(() => picture.getAttribute('src')).toContain('chosen');
		await page.getByLabel('What the picture shows').fill('Roofs, chosen');
		await button('Save changes').click();
		await page.locator('.reader > .picture img[alt="Roofs, chosen"]').waitFor();

		await link('Edit').click();
		const dropped = await page.evaluateHandle(
			({ numbers }) => {
				const transfer = new DataTransfer();
				transfer.items.add(new File([Uint8Array.from(numbers)], 'dropped.png', { type: 'image/png' }));
				return transfer;
			},
			{ numbers: [...new Uint8Array(bytes)] },
		);
		await page.locator('.drop').dispatchEvent('drop', { dataTransfer: dropped });
		await eventually(() => picture.getAttribute('src')).toContain('dropped');
		await page
			.getByLabel('Choose a picture')
			.setInputFiles({ ...file, name: 'notes.txt', mimeType: 'text/plain' });
		await on.alert().getByText('“notes.txt” is not a picture.').waitFor();
		await button('No picture').click();
		await button('Save changes').click();
		await page.locator('.comments').waitFor();
		expect(await page.locator('.reader > .picture img').count()).toBe(0);
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
