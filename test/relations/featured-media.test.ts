/** Items with pictures come in; a promise of the picture goes out. */
import { expect, it } from 'vitest';
import { fakeSite, ok } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

const site = fakeSite();

it('an embedded picture is there at once', () => {
	const _embedded = { 'wp:featuredmedia': [{ id: 5, source_url: '/a.png' }] };
	const post = new (open().models.Post)({ id: 1, featured_media: 5, _embedded });
	let picture: any;
	post.getFeaturedMedia().done((found: unknown) => (picture = found));
	expect(picture.get('source_url')).toBe('/a.png');
	expect(site.asked).toEqual([]);
});

it('another one is loaded', async () => {
	site.answers = { 'GET media/5': ok({ id: 5, source_url: '/a.png' }) };
	const picture = await new (open().models.Books)({ id: 1, featured_media: 5 }).getFeaturedMedia();
	expect(picture.get('source_url')).toBe('/a.png');
});

it.each([{}, { featured_media: 0 }])(
	'row 63: where there is none, of %o, it rejects with a code',
	async (more) => {
		const { state, args } = await ending(new (open().models.Post)({ id: 1, ...more }).getFeaturedMedia());
		expect([state, args[0].code]).toEqual(['rejected', 'not_related']);
	},
);

it('what has no such argument has no such method', () => {
	const { Category, Comment } = open().models;
	expect([Category, Comment].map(({ prototype }) => prototype.getFeaturedMedia)).toEqual([
		undefined,
		undefined,
	]);
});
