/** Everything that can be written on a live site comes in, kind by kind; that it survives the whole way from creating to deleting goes out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { onServer, openApi, requestsOf } from './client.ts';
import { roundTrip, type Kind } from './round-trip.ts';
import { useSite, type Site } from './site.ts';

const paragraph = (text: string): string => `<!-- wp:paragraph --><p>${text}</p><!-- /wp:paragraph -->`;

/** Whatever is a post to WordPress. */
const content = (name: string, path: string, more: object = {}): Kind => ({
	name,
	path,
	create: { title: 'As created', content: paragraph('First.'), status: 'publish', ...more },
	change: { title: 'Changed & saved', content: paragraph('Second.') },
	patch: { content: paragraph('Third.') },
	trash: { trashed: { status: 'trash' }, restored: { status: 'draft' }, again: 'rest_already_trashed' },
	gone: 'rest_post_invalid_id',
});

const term = (name: string, path: string, more: object = {}): Kind => ({
	name,
	path,
	create: { name: 'As created', description: 'First.', ...more },
	change: { name: 'Changed', slug: 'changed-by-hand' },
	patch: { description: 'Second.' },
	refusal: 'rest_trash_not_supported',
	gone: 'rest_term_invalid',
});

describe.each(['oldest', 'newest'] as const)('on the %s version', (which) => {
	let site: Site;
	let api: any;
	beforeAll(async () => {
		site = await useSite(which);
		api = await openApi(site);
	});

	const kinds: Kind[] = [
		content('Post', 'posts', { excerpt: 'In short.', tags: [20], meta: { subtitle: 'Below' } }),
		content('Page', 'pages', { menu_order: 7 }),
		content('Book', 'books', { genres: [12], meta: { rating: 3, keywords: ['a', 'b'] } }),
		{
			...content('Block', 'blocks'),
			trash: { trashed: { status: 'trash' }, restored: { status: 'publish' } },
		},
		content('Navigation', 'navigation'),
		term('Category', 'categories', { parent: 2, meta: { colour: '#123456' } }),
		term('Tag', 'tags'),
		term('Genre', 'genres', { meta: { colour: '#123456' } }),
		{
			...term('Menu', 'menus'),
			change: { name: 'Changed', auto_add: true },
		},
		{
			name: 'Template',
			path: 'templates',
			create: { slug: 'made', title: 'As created', content: paragraph('First.') },
			change: { title: 'Changed', content: paragraph('Second.') },
			patch: { content: paragraph('Third.') },
			// In the trash nobody finds it again.
			deletion: { force: true },
			gone: 'rest_template_not_found',
		},
		{
			name: 'TemplatePart',
			path: 'template-parts',
			create: { slug: 'made', title: 'As created', content: paragraph('First.'), area: 'header' },
			change: { title: 'Changed', content: paragraph('Second.') },
			patch: { content: paragraph('Third.') },
			deletion: { force: true },
			gone: 'rest_template_not_found',
		},
		{
			name: 'MenuItem',
			path: 'menu-items',
			create: { title: 'As created', url: 'https://example.com/', status: 'publish' },
			change: { title: 'Changed', url: 'https://example.org/' },
			patch: { attr_title: 'Hover', target: '_blank' },
			refusal: 'rest_trash_not_supported',
			gone: 'rest_post_invalid_id',
		},
		{
			name: 'Comment',
			path: 'comments',
			create: { post: 1, content: 'As created', author_name: 'Ann', author_email: 'ann@lamp.example' },
			change: { content: 'Changed' },
			patch: { author_name: 'Ben' },
			trash: {
				trashed: { status: 'trash' },
				restored: { status: 'approved' },
				again: 'rest_already_trashed',
			},
			gone: 'rest_comment_invalid_id',
		},
		{
			name: 'User',
			path: 'users',
			create: { username: 'passing', email: 'passing@lamp.example', password: 'x', roles: ['author'] },
			change: { name: 'Changed', url: 'https://example.com/' },
			patch: { description: 'Second.' },
			refusal: 'rest_trash_not_supported',
			deletion: { reassign: 1 },
			gone: 'rest_user_invalid_id',
		},
		{
			name: 'UsersApplicationPasswords',
			path: 'users/2/application-passwords',
			params: { user_id: 2 },
			create: { name: 'As created' },
			change: { name: 'Changed' },
			// An empty `app_id`.
			whole: 'rest_invalid_param',
			patch: { name: 'Changed again' },
			gone: 'rest_application_password_not_found',
		},
		{
			name: 'Media',
			path: 'media',
			create: () => upload(),
			change: { title: 'Changed', caption: 'Below it.' },
			patch: { alt_text: 'A dot' },
			refusal: 'rest_trash_not_supported',
			gone: 'rest_post_invalid_id',
		},
		{
			name: 'Widget',
			path: 'widgets',
			create: { id_base: 'block', sidebar: 'wp_inactive_widgets', instance: { raw: { content: 'First.' } } },
			change: { instance: { raw: { content: 'Second.' } }, sidebar: 'sidebar-1' },
			patch: { instance: { raw: { content: 'Third.' } } },
			trash: { trashed: { sidebar: 'wp_inactive_widgets' }, restored: { sidebar: 'sidebar-1' } },
			gone: 'rest_widget_not_found',
		},
	];

	it.each(kinds.map((kind) => [kind.name, kind] as const))('%s goes all the way', async (_name, kind) => {
		await roundTrip(site, api, kind);
	});

	it('row 68: settings are fetched, saved whole, saved by what differs, and cannot be deleted', async () => {
		const settings = new api.models.Settings();
		await settings.fetch();
		const before = settings.toJSON();
		expect(await onServer(site, 'wp/v2/settings')).toEqual(before);
		// Core sends all of them back, which is a 500.
		await settings.save();
		expect(await onServer(site, 'wp/v2/settings')).toEqual(before);

		settings.set({ description: 'Changed', posts_per_page: 7 });
		await settings.save();
		const sent = await requestsOf(site, async () => {
			await settings.saveChanges('description', 'Changed again');
			await settings.saveChanges();
		});
		expect(sent.map(({ body }) => body)).toEqual([{ description: 'Changed again' }]);
		const changed = { ...before, description: 'Changed again', posts_per_page: 7 };
		expect(await onServer(site, 'wp/v2/settings')).toEqual(changed);
		expect([settings.destroy(), settings.validationError.code]).toEqual([false, 'method_not_allowed']);

		await settings.saveChanges(before);
		expect(await onServer(site, 'wp/v2/settings')).toEqual(before);
	});

	async function upload(): Promise<unknown> {
		const { name, applicationPassword } = site.user;
		const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
		const response = await fetch(`${site.root}wp/v2/media`, {
			method: 'POST',
			headers: {
				authorization: `Basic ${btoa(`${name}:${applicationPassword}`)}`,
				'content-type': 'image/gif',
				'content-disposition': 'attachment; filename="dot.gif"',
			},
			body: gif,
		});
		return ((await response.json()) as { id: unknown }).id;
	}
});
