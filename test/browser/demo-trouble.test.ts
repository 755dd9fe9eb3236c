/** What the demo shows when something fails: where it says so, what it advises, and that nothing typed is lost. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useDemo } from './demo-page.ts';

describe.skipIf(inject('browserMissing'))('the demo, when something fails,', () => {
	const on = useDemo();
	const { cards, heading, button, link, notice, alert } = on;
	let page: Page;
	const open = async (...where: Parameters<typeof on.open>): Promise<Page> =>
		(page = await on.open(...where));

	async function whileStopped(act: () => Promise<unknown>): Promise<void> {
		await on.site.stop();
		try {
			await act();
		} finally {
			await on.site.start();
		}
	}

	it('keeps what is written while WordPress is gone, and saves it when WordPress is back', async () => {
		await open('#posts/1/edit');
		await page.getByLabel('Excerpt').fill('Mind it.');
		await page.getByLabel('New tag').fill('doorsteps');
		await page.getByLabel('Kitchen').check();
		await whileStopped(async () => {
			await button('Save changes').click();
			await alert().getByText('WordPress does not answer.').waitFor();
			expect(await alert().innerText()).toContain('See whether WordPress is running, then try again.');
			await button('Try again').click();
			await alert().getByText('WordPress does not answer.').waitFor();
			expect(await page.getByLabel('Excerpt').inputValue()).toBe('Mind it.');
			expect(await page.getByLabel('New tag').inputValue()).toBe('doorsteps');
		});
		await button('Try again').click();
		await heading('Hello, and mind the step').waitFor();
		// Its nonce was of the WordPress that is gone: the client has asked for another one.
		await page.locator('.requests li.failed', { hasText: '403' }).first().waitFor();
		await page.locator('.reader > .tags', { hasText: 'doorsteps' }).waitFor();
		await link('Edit').click();
		expect(await page.getByLabel('Excerpt').inputValue()).toBe('Mind it.');
		expect(await page.getByLabel('Kitchen').isChecked()).toBe(true);
	});

	it('keeps a comment that could not be sent, beside what went wrong', async () => {
		await open('#posts/1');
		await page.getByLabel('Your comment').fill('Nobody hears me.');
		await whileStopped(async () => {
			await button('Send').click();
			await page
				.locator('.comments form')
				.getByRole('alert')
				.getByText('WordPress does not answer.')
				.waitFor();
			expect(await page.getByLabel('Your comment').inputValue()).toBe('Nobody hears me.');
			// It is not lost by going elsewhere, either.
			await link('Books').click();
			await button('Keep editing').click();
		});
		await button('Try again').click();
		await notice('Your comment is there.').waitFor();
		await page.locator('.comments li', { hasText: 'Nobody hears me.' }).waitFor();
	});

	it('shows in the middle of the page that a list cannot be read, and reads it when it is asked to', async () => {
		await open('#posts');
		await cards().nth(11).waitFor();
		await page.getByRole('searchbox').fill('harbour');
		await page.locator('.state', { hasText: 'for “harbour”' }).waitFor();
		await whileStopped(async () => {
			await link('Books').click();
			const message = page.locator('.middle .message');
			await message.getByText('The books cannot be read').waitFor();
			await message.getByText('WordPress does not answer.').waitFor();
			await message.getByRole('button', { name: 'Try again' }).click();
			await message.getByText('WordPress does not answer.').waitFor();
			// A list that was read before is still there, and its search.
			await link('Posts').click();
			await cards().first().waitFor();
			expect(await page.getByRole('searchbox').inputValue()).toBe('harbour');
			await page.getByRole('searchbox').fill('harbour bread');
			await page.locator('.middle').getByText('The posts cannot be read').waitFor();
			expect(await page.getByRole('searchbox').inputValue()).toBe('harbour bread');
		});
		// Enter asks again, too.
		await page.getByRole('searchbox').press('Enter');
		await page.locator('.state', { hasText: 'for “harbour bread”' }).waitFor();
		expect(await alert().count()).toBe(0);
	});

	it('says that the site cannot be read where the page is loaded without WordPress, and goes on when it is back', async () => {
		await open('#posts/2');
		await whileStopped(async () => {
			await page.reload();
			await heading('The site cannot be read').waitFor();
			await alert().getByText('WordPress does not answer.').waitFor();
			expect(await page.locator('.skeleton').count()).toBe(0);
			await button('Try again').click();
			await alert().getByText('WordPress does not answer.').waitFor();
		});
		await button('Try again').click();
		await heading('Bread for people who get up late').waitFor();
	});

	it('shows that it tries to read several times, and again when it is asked to', async () => {
		await open('#posts');
		const first = cards().first();
		await first.locator('.tags span').first().waitFor();
		const title = await first.locator('h2').innerText();
		await whileStopped(async () => {
			await first.getByRole('link').first().click();
			await heading('Loading…').waitFor();
			await heading('This post cannot be shown').waitFor();
			await alert().getByText('WordPress does not answer.').waitFor();
			const failed = page.locator('.requests li.failed', { hasText: /posts\/\d+.*502/s });
			expect(await failed.count()).toBe(4);
			await button('Try again').click();
			await heading('Loading…').waitFor();
			await heading('This post cannot be shown').waitFor();
			expect(await failed.count()).toBe(8);
		});
		await button('Try again').click();
		await heading(title).waitFor();
	});

	it('says what WordPress refuses, in its words and with advice that fits', async () => {
		await open('#posts/987654');
		await alert().getByText('Invalid post ID.').waitFor();
		expect(await alert().innerText()).toContain('rest_post_invalid_id');
		expect(await alert().innerText()).toContain('Somebody may have deleted it.');
		await link('All posts').click();
		await cards().first().waitFor();
		expect(await alert().count()).toBe(0);

		await open('#posts/abc');
		await heading('Nothing here').waitFor();
		await open('#posts/abc/edit');
		await heading('Nothing here').waitFor();

		await open('#posts/2');
		for (let times = 0; times < 2; times += 1) {
			await page.getByLabel('Your comment').fill('I said so before.');
			await button('Send').click();
			await page.locator('.comments li', { hasText: 'I said so before.' }).waitFor();
		}
		const problem = page.locator('.comments form').getByRole('alert');
		await problem.getByText('already said that').waitFor();
		expect(await problem.innerText()).toContain('you’ve');
		expect(await problem.innerText()).toContain('Your comment is there already.');
		expect(await problem.getByRole('button').count()).toBe(0);
	});

	it('takes what it has said away: on the next screen, and after some seconds', async () => {
		await open('#posts/1');
		await page.clock.install();
		const say = async (text: string): Promise<void> => {
			await page.getByLabel('Your comment').fill(text);
			await button('Send').click();
			await notice('Your comment is there.').waitFor();
		};
		await say('It fades.');
		await page.clock.fastForward(20_000);
		await page.clock.fastForward(1000);
		await notice('Your comment is there.').waitFor({ state: 'detached' });
		await say('It goes.');
		await link('Books').click();
		await heading('Books').waitFor();
		expect(await notice('Your comment is there.').count()).toBe(0);
	});
});
