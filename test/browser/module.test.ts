/** A page with an import map comes in; two sites side by side, through the ES build in a real browser, go out. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { onServer } from '../wordpress/client.ts';
import { openSite, type Site } from '../wordpress/site.ts';
import { launchBrowser } from './launch.ts';
import { errorsOf, INDEX, logInto } from './page.ts';

declare const api: { here: any; there: any };

describe.skipIf(inject('browserMissing'))('the ES build', () => {
	let browser: Browser;
	let here: Site;
	let there: Site;
	let page: Page;
	const requests: {
		url: string;
		method: string;
		nonce: string | undefined;
		authorization: string | undefined;
	}[] = [];

	beforeAll(async () => {
		[here, there] = await Promise.all([openSite('newest'), openSite('oldest')]);
		browser = await launchBrowser();
		page = await (await logInto(browser, here)).newPage();
		page.on('request', (request) => {
			const { 'x-wp-nonce': nonce, authorization } = request.headers();
			const [url, method] = [request.url(), request.method()];
			if (method !== 'OPTIONS' && url.includes('wp-json'))
				requests.push({ url, method, nonce, authorization });
		});
		await page.goto(await here.page(await writeModulePage(here, there)));
		await page.waitForFunction(() => 'api' in globalThis);
		await page.evaluate(() =>
			Promise.all([api.here.loadPromise, api.there.loadPromise]).then(() => undefined),
		);
	});
	afterAll(async () => {
		await browser?.close();
	});

	/** What is sent while something runs in the page. */
	async function sentDuring(act: () => Promise<unknown>): Promise<typeof requests> {
		const { length } = requests;
		await act();
		return requests.slice(length);
	}

	it('leaves no trace on the page', async () => {
		expect(
			await page.evaluate(() => ['wp', 'jQuery', '$', '_', 'Backbone'].filter((name) => name in globalThis)),
		).toEqual([]);
	});

	it('asks each site for its index, and tells no secret to the other', () => {
		const indexes = requests.filter(({ url }) => INDEX.test(url));
		expect(indexes.map(({ url }) => url).sort()).toEqual(
			[`${here.root}wp/v2/`, `${there.root}wp/v2/`].sort(),
		);
		for (const { url, nonce } of indexes) {
			expect(nonce, url).toBe(url.startsWith(here.root) ? here.nonce : undefined);
		}
	});

	it('has the classes of each, apart from each other', async () => {
		const seen = await page.evaluate(() => ({
			apart: api.here.models.Post !== api.there.models.Post,
			// What came with WordPress 6.5 is not there in 6.2.
			fonts: [api.here, api.there].map(({ models }) => 'FontFamilies' in models),
			urls: [api.here, api.there].map(({ models }) => new models.Books({ id: 1 }).url()),
			foreign: new api.there.models.Post() instanceof api.here.models.Post,
		}));
		expect(seen).toEqual({
			apart: true,
			fonts: [true, false],
			urls: [`${here.root}wp/v2/books/1`, `${there.root}wp/v2/books/1`],
			foreign: false,
		});
	});

	it('reads both, pages, and what belongs to an item from the site it came from', async () => {
		const sent = await sentDuring(async () => {
			const seen = await page.evaluate(() =>
				Promise.all(
					[api.here, api.there].map(async ({ collections, models }) => {
						const posts = new collections.Posts();
						await posts.fetch({ data: { per_page: 2 } });
						await posts.more({ remove: false });
						const author = await posts.at(0).getAuthorUser();
						return [posts.length, posts.state.totalObjects, author instanceof models.User, author.url()];
					}),
				),
			);
			expect(seen).toEqual(
				[here, there].map(({ root }) => [4, 30, true, expect.stringContaining(`${root}wp/v2/users/`)]),
			);
		});
		expect(sent.filter(({ url, nonce }) => url.startsWith(there.root) && nonce)).toEqual([]);
	});

	it('writes to the one by cookie and nonce, to the other by application password', async () => {
		const { name, applicationPassword } = there.user;
		const headers = { Authorization: `Basic ${btoa(`${name}:${applicationPassword}`)}` };
		const sent = await sentDuring(async () => {
			const [mine, theirs] = await page.evaluate(async (own) => {
				const post = new api.here.models.Post({ title: 'From here' });
				const other = new api.there.models.Post({ title: 'From afar' });
				await Promise.all([post.save(), other.save(null, { headers: own })]);
				return [post.id, other.id];
			}, headers);
			expect(await onServer(here, `wp/v2/posts/${mine}`)).toMatchObject({ title: { rendered: 'From here' } });
			expect(await onServer(there, `wp/v2/posts/${theirs}`)).toMatchObject({
				title: { rendered: 'From afar' },
			});
			await page.evaluate(
				async ([one, other, own]) => {
					await new api.here.models.Post({ id: one }).destroy({ force: true });
					await new api.there.models.Post({ id: other }).destroy({ force: true, headers: own });
				},
				[mine, theirs, headers] as const,
			);
			expect((await onServer(there, `wp/v2/posts/${theirs}`)).code).toBe('rest_post_invalid_id');
		});
		expect(sent.map(({ method }) => method).sort()).toEqual(['DELETE', 'DELETE', 'POST', 'POST']);
		for (const { url, nonce, authorization } of sent) {
			const own = url.startsWith(here.root);
			expect([Boolean(nonce), Boolean(authorization)], url).toEqual([own, !own]);
		}
	});

	it('is refused where nobody is logged in, with the reason', async () => {
		const failure = await page.evaluate(
			() =>
				new Promise((resolve) => {
					new api.there.models.Post({ title: 'x' })
						.save()
						.fail((xhr: any) => resolve([xhr.code, xhr.status]));
				}),
		);
		expect(failure).toEqual(['rest_cannot_create', 401]);
		expect(errorsOf(page)).toEqual([]);
	});
});

/** The page of somebody who uses modules without a bundler: the peers come as one file each, as from a CDN. */
async function writeModulePage(here: Site, there: Site): Promise<string> {
	const peers = asAddress(await bundlePeers());
	const imports = {
		peers,
		jquery: asAddress(`export { jQuery as default } from 'peers';`),
		underscore: asAddress(`export { underscore as default } from 'peers';`),
		backbone: asAddress(`export { Backbone as default } from 'peers';`),
		'backbone-wp-api': '/__repo/dist/index.js',
	};
	const settings = { here: { root: here.root, nonce: here.nonce }, there: { root: there.root } };
	return `<!doctype html><title>Modules</title><script type="importmap">${JSON.stringify({ imports })}</script>
		<script type="module">
			import { connect } from 'backbone-wp-api';
			const { here, there } = ${JSON.stringify(settings)};
			window.api = { here: connect( here ), there: connect( there ) };
		</script>`;
}

const asAddress = (source: string): string =>
	`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`;

/** The peers out of node_modules, which are no modules there, as one. */
async function bundlePeers(): Promise<string> {
	// A file that is not there: what is in it stands here.
	const entry = fileURLToPath(new URL('peers.js', import.meta.url));
	const source = `export { default as jQuery } from 'jquery';
		export { default as underscore } from 'underscore';
		export { default as Backbone } from 'backbone';`;
	const result = await build({
		configFile: false,
		root: fileURLToPath(new URL('.', import.meta.url)),
		logLevel: 'silent',
		plugins: [
			{
				name: 'peers',
				resolveId: (id) => (id === entry ? id : null),
				load: (id) => (id === entry ? source : null),
			},
		],
		build: { write: false, lib: { entry, formats: ['es'], fileName: 'peers' } },
	});
	const [output] = [result].flat() as { output: { code: string }[] }[];
	return output!.output[0]!.code;
}
