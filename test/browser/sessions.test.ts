/** Pages that stay open for longer than their nonce lives come in, in a real browser; that they read and write all the same goes out. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { openSite, type Site } from '../wordpress/site.ts';
import { launchBrowser } from './launch.ts';
import { errorsOf, logInto, openPage } from './page.ts';

/** The nonces of WordPress count in half lives: with another one, all those that are out have expired. */
const muPlugins = {
	'nonces.php': `<?php add_filter( 'nonce_life', fn( $life ) => (int) get_option( 'test_nonce_life', $life ) );`,
	'swap.php': `<?php
		add_action( 'wp_default_scripts', function ( $scripts ) {
			$scripts->query( 'wp-api', 'registered' )->src = '/__repo/dist/wp-api.min.js';
		}, 20 );
		add_action( 'admin_enqueue_scripts', fn() => wp_enqueue_script( 'wp-api' ) );`,
};

describe.skipIf(inject('browserMissing'))('a page that stays open', () => {
	let browser: Browser;
	let site: Site;
	let context: BrowserContext;
	let page: Page;
	/** `POST posts 403`, in the order of the answers. */
	let answered: string[];

	beforeAll(async () => {
		site = await openSite({ version: '6.7', muPlugins });
		browser = await launchBrowser();
	});
	afterAll(async () => {
		await browser?.close();
	});
	afterEach(async () => {
		expect(errorsOf(page)).toEqual([]);
		await context.close();
		await site.php(`delete_option( 'test_nonce_life' );
			foreach ( get_posts( array( 'post_status' => 'any', 'numberposts' => -1, 's' => 'Left open' ) ) as $post ) wp_delete_post( $post->ID, true );`);
	});

	const expire = (): Promise<string> => site.php("update_option( 'test_nonce_life', DAY_IN_SECONDS / 2 );");
	const titles = async (): Promise<string[]> =>
		JSON.parse(
			await site.php(
				`global $wpdb; echo wp_json_encode( $wpdb->get_col( "SELECT post_title FROM $wpdb->posts WHERE post_type = 'post' AND post_title LIKE 'Left open%' ORDER BY post_title" ) );`,
			),
		) as string[];

	/** A page that was printed with the nonce of an administrator. */
	async function open(as: 'administrator' | 'visitor', address?: string): Promise<void> {
		context = await logInto(browser, as === 'visitor' ? { ...site, cookies: [] } : site);
		page = await openPage(context, site);
		if (address) {
			await page.goto(address);
			await page.evaluate(() => wp.api.loadPromise.then(() => undefined));
		}
		answered = [];
		page.on('response', (response) => {
			const { pathname, search } = new URL(response.url());
			if (/wp-json|action=rest-nonce/.test(pathname + search))
				answered.push(
					`${response.request().method()} ${pathname.replace(/.*\/(?=.)/, '')} ${response.status()}`,
				);
		});
	}

	it('rows 40 and 41: saves: one refusal, one renewal, one repetition, saved once', async () => {
		await open('administrator');
		await expire();
		const id: number = await page.evaluate(async () => {
			const post = new wp.api.models.Post({ title: 'Left open', status: 'draft' });
			await post.save();
			return post.id;
		});
		expect(answered).toEqual(['POST posts 403', 'GET admin-ajax.php 200', 'POST posts 201']);
		expect(await titles()).toEqual(['Left open']);
		// From then on it has the one that holds.
		await page.evaluate(
			(known) => new wp.api.models.Post({ id: known }).save({ title: 'Left open, changed' }, { patch: true }),
			id,
		);
		expect(answered.slice(3)).toEqual([`PATCH ${id} 200`]);
		expect(await titles()).toEqual(['Left open, changed']);
	});

	it('renews it once for all that wait', async () => {
		await open('administrator');
		await expire();
		const seen = await page.evaluate(async () => {
			const posts = ['a', 'b', 'c', 'd'].map(
				(letter) => new wp.api.models.Post({ title: `Left open ${letter}`, status: 'draft' }),
			);
			const list = new wp.api.collections.Posts();
			await Promise.all([...posts.map((post) => post.save()), list.fetch({ data: { context: 'edit' } })]);
			return [new Set(posts.map(({ id }) => id)).size, list.length];
		});
		expect(seen).toEqual([4, 10]);
		const count = (line: string): number => answered.filter((one) => one === line).length;
		expect([count('POST posts 403'), count('GET posts 403')]).toEqual([4, 1]);
		expect([count('POST posts 201'), count('GET posts 200')]).toEqual([4, 1]);
		expect(count('GET admin-ajax.php 200')).toBe(1);
		expect(answered).toHaveLength(11);
		expect(await titles()).toEqual(['a', 'b', 'c', 'd'].map((letter) => `Left open ${letter}`));
	});

	it('has the nonce that the heartbeat of WordPress brings, and is not refused at all', async () => {
		await open('administrator', `${site.address}/wp-admin/index.php`);
		const before = await page.evaluate(() => wp.api.endpoints.at(0).nonce() as string);
		await expire();
		const beat = page.waitForResponse(
			(response) => response.request().postData()?.includes('action=heartbeat') ?? false,
		);
		await page.evaluate(() => wp.heartbeat.connectNow());
		expect(await (await beat).json()).toMatchObject({ nonces_expired: true });
		await page.waitForFunction((old) => wp.api.endpoints.at(0).nonce() !== old, before);
		await page.evaluate(() => new wp.api.models.Post({ title: 'Left open', status: 'draft' }).save());
		expect(answered).toEqual(['POST posts 201']);
	});

	it('goes on when one has logged out and in again meanwhile, in another tab', async () => {
		await open('administrator');
		const again = JSON.parse(
			await site.php(`
				$token = WP_Session_Tokens::get_instance( 1 )->create( time() + HOUR_IN_SECONDS );
				echo wp_json_encode( array( LOGGED_IN_COOKIE, wp_generate_auth_cookie( 1, time() + HOUR_IN_SECONDS, 'logged_in', $token ) ) );`),
		) as [string, string];
		await context.clearCookies();
		await context.addCookies([{ name: again[0], value: encodeURIComponent(again[1]), url: site.address }]);
		await page.evaluate(() => new wp.api.models.Post({ title: 'Left open', status: 'draft' }).save());
		expect(answered).toEqual(['POST posts 403', 'GET admin-ajax.php 200', 'POST posts 201']);
	});

	it('row 41: lets a visitor read a page that was cached with somebody’s nonce', async () => {
		await open('visitor');
		const seen = await page.evaluate(async () => {
			const posts = new wp.api.collections.Posts();
			const pages = new wp.api.collections.Pages();
			await Promise.all([posts.fetch({ data: { per_page: 2 } }), pages.fetch({ data: { per_page: 2 } })]);
			await posts.more();
			return [posts.length, pages.length];
		});
		expect(seen).toEqual([2, 2]);
		// The index was refused before: since then there is none that is sent.
		expect(answered).toEqual(['GET posts 200', 'GET pages 200', 'GET posts 200']);
	});

	it('tells a visitor that a write was refused, asks for a nonce once, and keeps what was written', async () => {
		await open('administrator');
		await context.clearCookies();
		const seen = await page.evaluate(async () => {
			const post = new wp.api.models.Post({ title: 'Left open', status: 'draft' });
			const failure = await new Promise<any>((resolve) =>
				post.save().fail(({ code, status }: any) => resolve({ code, status })),
			);
			return [failure.code, failure.status, post.isNew(), post.get('title')];
		});
		expect(seen).toEqual(['rest_cookie_invalid_nonce', 403, true, 'Left open']);
		expect(answered).toEqual(['POST posts 403', expect.stringMatching(/^GET admin-ajax.php (200|400)$/)]);
		expect(await titles()).toEqual([]);
		// The next one is sent without a nonce, and so WordPress says what is the matter; who is back by then gets a nonce.
		const next = await page.evaluate(
			() =>
				new Promise<any>((resolve) =>
					new wp.api.models.Post({ title: 'Left open' }).save().fail(({ code }: any) => resolve(code)),
				),
		);
		expect([next, answered.slice(2)]).toEqual([
			'rest_cannot_create',
			['POST posts 401', expect.stringMatching(/^GET admin-ajax.php/)],
		]);
	});
});
