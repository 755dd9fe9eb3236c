/** Items with authors come in, embedded, to be loaded, or none; a promise of the user goes out. */
import { describe, expect, it } from 'vitest';
import { fails, fakeSite, ok } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';

const site = fakeSite();

describe('getAuthorUser()', () => {
	it('is embedded: at once, without a request', () => {
		const api = open();
		const post = new api.models.Post({ id: 1, author: 3, _embedded: { author: [{ id: 3, name: 'Ann' }] } });
		let user: any;
		post.getAuthorUser().done((found: unknown) => (user = found));
		expect(user).toBeInstanceOf(api.models.User);
		expect(user.get('name')).toBe('Ann');
		expect(site.asked).toEqual([]);
	});

	it.each<[string, object]>([
		['not embedded', {}],
		['embedded, but forbidden', { _embedded: { author: [{ code: 'rest_user_invalid_id' }] } }],
		['embedded of somebody else', { _embedded: { author: [{ id: 9 }] } }],
		['of null', { _embedded: { author: [null] } }],
	])('is %s: it is loaded', async (_what, more) => {
		site.answers = { 'GET users/3': ok({ id: 3, name: 'Ann' }) };
		const user = await new (open().models.Post)({ id: 1, author: 3, ...more }).getAuthorUser();
		expect(user.get('name')).toBe('Ann');
		expect(site.lines()).toEqual(['GET users/3']);
	});

	it('row 63: the id may be a string', async () => {
		site.answers = { 'GET users/3': ok({ id: 3 }) };
		await new (open().models.Post)({ id: 1, author: '3' }).getAuthorUser();
		expect(site.lines()).toEqual(['GET users/3']);
	});

	it.each([{}, { author: 0 }, { author: null }, { author: '' }])(
		'row 63: of %o there is none, and so it says',
		async (more) => {
			const { state, args } = await ending(new (open().models.Post)({ id: 1, ...more }).getAuthorUser());
			expect([state, args[0].code]).toEqual(['rejected', 'not_related']);
			expect(site.asked).toEqual([]);
		},
	);

	it('that cannot be loaded rejects with the reason', async () => {
		site.answers = { 'GET users/3': fails(403, 'rest_user_cannot_view') };
		const { args } = await ending(new (open().models.Post)({ id: 1, author: 3 }).getAuthorUser());
		expect(args[0].code).toBe('rest_user_cannot_view');
	});

	it('gives a promise that nobody else can settle', () => {
		const promise = new (open().models.Post)({ id: 1 }).getAuthorUser();
		expect([promise.resolve, promise.reject]).toEqual([undefined, undefined]);
	});
});

it('row 53: a revision has it, too', async () => {
	site.answers = { 'GET users/3': ok({ id: 3 }) };
	const revision = new (open().models.PostRevision)({
		id: 2,
		parent: 1,
		author: 3,
		date: '2024-01-01T00:00:00',
	});
	expect((await revision.getAuthorUser()).id).toBe(3);
	expect(revision.getDate().toISOString()).toBe('2024-01-01T00:00:00.000Z');
	expect(revision.getMeta('a')).toBeUndefined();
});

it('a class of users of the page’s own is the one that is used', () => {
	const api = open();
	api.models.User = api.models.User.extend({ mine: true });
	const post = new api.models.Post({ author: 3, _embedded: { author: [{ id: 3 }] } });
	post.getAuthorUser().done((user: any) => expect(user.mine).toBe(true));
	expect.assertions(1);
});
