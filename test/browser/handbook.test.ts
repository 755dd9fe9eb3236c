/**
 * What WordPress's handbook teaches of this client comes in, the calls in the order of its page; that they do what it says goes out.
 * https://developer.wordpress.org/rest-api/using-the-rest-api/backbone-javascript-client/
 *
 * The page writes its calls below each other as if each request were done before the next line. So each is waited for here.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { onServer } from '../wordpress/client.ts';
import { openSite, type Site } from '../wordpress/site.ts';
import { launchBrowser } from './launch.ts';
import { errorsOf, logInto, openPage } from './page.ts';

describe.skipIf(inject('browserMissing')).each(['oldest', 'newest'] as const)(
	'on the %s version',
	(which) => {
		let browser: Browser;
		let site: Site;
		let page: Page;

		beforeAll(async () => {
			site = await openSite(which);
			browser = await launchBrowser();
			page = await openPage(await logInto(browser, site), site);
		});

		afterAll(async () => {
			await browser?.close();
		});

		it('waits for the client to load', async () => {
			expect(
				await page.evaluate(
					() =>
						new Promise((resolve) => {
							wp.api.loadPromise.done(function () {
								resolve(typeof wp.api.models.Post);
							});
						}),
				),
			).toBe('function');
		});

		it('has the models and collections that are listed', async () => {
			const { models, collections } = await page.evaluate(() => ({
				models: Object.keys(wp.api.models),
				collections: Object.keys(wp.api.collections),
			}));
			expect(models).toEqual(
				expect.arrayContaining(
					'Category Comment Media Page PageRevision Post PostRevision Schema Status Tag Taxonomy Type User'.split(
						' ',
					),
				),
			);
			expect(collections).toEqual(
				expect.arrayContaining(
					'Categories Comments Media PageRevisions Pages Posts Statuses Tags Taxonomies Types Users'.split(
						' ',
					),
				),
			);
			// The page lists these, too. WordPress has no such routes since 4.7.
			expect([models, collections].flat()).not.toContain('PageMeta');
			expect(models).not.toContain('PostMeta');
		});

		it('tells arguments, methods and options', async () => {
			const { args, methods, options } = await page.evaluate(() => ({
				args: Object.keys(wp.api.models.Post.prototype.args),
				methods: wp.api.models.Post.prototype.methods,
				options: Object.keys(wp.api.collections.Posts.prototype.options),
			}));
			expect(methods).toEqual(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
			expect(args).toEqual(
				expect.arrayContaining(
					'author comment_status content date date_gmt excerpt format password ping_status slug status sticky title'.split(
						' ',
					),
				),
			);
			expect(options).toEqual(
				expect.arrayContaining('author context order orderby page per_page search status'.split(' ')),
			);
			// Of today's WordPress the page is wrong here: the picture is `featured_media`, and `filter` went with 4.7.
			expect(args).toContain('featured_media');
			expect([...args, ...options]).not.toEqual(
				expect.arrayContaining([expect.stringMatching(/^(featured_image|modified|modified_gmt|filter)$/)]),
			);
		});

		describe('models', () => {
			it('creates a post', async () => {
				const id = await page.evaluate(async () => {
					const post = new wp.api.models.Post({ title: 'This is a test post' });
					await post.save();
					return post.get('id');
				});
				const post = await onServer(site, `wp/v2/posts/${id}`);
				expect(post).toMatchObject({
					title: { rendered: 'This is a test post' },
					status: 'draft',
					categories: [1],
				});
				expect(
					await page.evaluate(async (made) => {
						const [category] = await new wp.api.models.Post({ id: made }).getCategories();
						await new wp.api.models.Post({ id: made }).destroy({ force: true });
						return category.name;
					}, id),
				).toBe('Uncategorized');
			});

			it('loads a post, its categories, its author and its picture', async () => {
				const [{ id }] = await onServer(site, 'wp/v2/posts?slug=the-last-lamplighter-of-quay-street');
				const found = await page.evaluate(async (known) => {
					const post = new wp.api.models.Post({ id: known });
					await post.fetch();
					const found: any = { title: post.get('title').rendered };
					await post.getCategories().done(function (postCategories: any) {
						found.category = postCategories[0].name;
					});
					await post.getAuthorUser().done(function (user: any) {
						found.author = user.get('name');
					});
					await post.getFeaturedMedia().done(function (image: any) {
						found.image = image.get('source_url');
					});
					return found;
				}, id);
				expect(found).toMatchObject({
					title: 'The last lamplighter of Quay Street',
					category: expect.any(String),
					author: 'Edith Crane',
					image: expect.stringMatching(/\.png$/),
				});
			});

			it('sets categories by their slugs', async () => {
				const [{ id }] = await onServer(site, 'wp/v2/posts?slug=the-last-lamplighter-of-quay-street');
				const { categories } = await onServer(site, `wp/v2/posts/${id}`);
				await page.evaluate((known) => {
					const post = new wp.api.models.Post({ id: known });
					return post.setCategories(['apples', 'oranges']).then(() => undefined);
				}, id);
				const set = await onServer(site, `wp/v2/categories?post=${id}`);
				expect(set.map(({ slug }: any) => slug).sort()).toEqual(['apples', 'oranges']);
				await page.evaluate(
					([known, ids]) => new wp.api.models.Post({ id: known }).setCategories(ids).then(() => undefined),
					[id, categories],
				);
				expect((await onServer(site, `wp/v2/posts/${id}`)).categories.sort()).toEqual(categories.sort());
			});

			it('gets all the categories', async () => {
				const apple = await page.evaluate(async () => {
					const allCategories = new wp.api.collections.Categories();
					await allCategories.fetch();
					return allCategories.findWhere({ slug: 'apples' }).toJSON();
				});
				expect(apple).toMatchObject({ name: 'Apples', taxonomy: 'category' });
			});
		});

		it('throws nothing on the way', () => {
			expect(errorsOf(page)).toEqual([]);
		});
	},
);
