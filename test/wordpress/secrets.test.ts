/** What leaves the client comes in, some of it with a secret that is sent elsewhere; what the watch over the whole suite says of it goes out. */
import Backbone from 'backbone';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useFaults, type Faults } from '../faults/page.ts';
import { startStranger, type Stranger } from '../faults/server.ts';
import { leaks } from '../setup/no-leaks.ts';

let here: Faults;
let stranger: Stranger;
beforeAll(async () => {
	here = await useFaults();
	stranger = await startStranger({ welcomes: true });
});
afterAll(() => Promise.all([here.close(), stranger.close()]));

/** As a client would that is not careful. */
const tell = (url: string, name: string, value: string, more: object = {}): unknown =>
	Backbone.ajax({
		url,
		...more,
		beforeSend: (xhr: JQuery.jqXHR) => {
			xhr.setRequestHeader(name, value);
		},
	});

const Authorization = 'Bearer abc.def';

describe('the watch over the suite', () => {
	it.each([
		['a nonce', 'X-WP-Nonce', () => here.site.nonce],
		['a token of the settings', 'Authorization', () => Authorization],
		['a header of another name', 'X-Key', () => 'of the API'],
	])('notices %s that is sent elsewhere, and not at home', async (_what, name, value) => {
		const { spot } = here.open({ headers: { Authorization, 'X-Key': 'of the API' } });
		await tell(`${spot.root}wp/v2/types`, name, value());
		expect(leaks).toEqual([]);
		for (const url of [`${stranger.origin}/wp-json/`, `${here.server.origin}/elsewhere/`]) {
			await Promise.resolve(tell(url, name, value())).catch(() => undefined);
			expect(leaks.splice(0)).toEqual([`${name} to ${url}`]);
		}
	});

	it('notices what a function of the settings gives, and a nonce that was renewed', async () => {
		const { api, spot } = here.open({ nonce: '0123456789', headers: () => ({ 'X-Own': 'yes' }) });
		await new api.models.UsersMe().fetch();
		expect(leaks).toEqual([]);
		await tell(stranger.origin, 'Authorization', Authorization);
		await tell(stranger.origin, 'X-WP-Nonce', String(spot.asked.at(-1)!.headers['x-wp-nonce']));
		expect(leaks.splice(0)).toHaveLength(2);
	});

	it('notices a nonce in an address and in a body', async () => {
		here.open();
		await tell(`${stranger.origin}/?_wpnonce=${here.site.nonce}`, 'X-Other', '1');
		await tell(stranger.origin, 'X-Other', '1', {
			type: 'POST',
			data: JSON.stringify({ nonce: here.site.nonce }),
		});
		expect(new Set(leaks.splice(0)).size).toBe(2);
	});

	it('leaves the headers of a caller to the caller', async () => {
		here.open({ headers: { Authorization } });
		await Backbone.ajax({ url: stranger.origin, headers: { Authorization } });
		expect(leaks).toEqual([]);
	});
});

describe('a redirection to a host that takes everything', () => {
	it.each([302, 307])('with %i: neither the cookies nor a password go along', async (status) => {
		const redirect = { status, headers: { location: `${stranger.origin}/stolen` }, body: '' };
		for (const settings of [
			{},
			{ headers: { Authorization } },
			{ headers: () => Promise.resolve({ Authorization }) },
		]) {
			const { api } = here.open({ retry: false, ...settings }, () => Promise.resolve(redirect));
			const sent = [new api.models.Post({ id: 1 }).fetch(), new api.models.Post({ title: 'A' }).save()];
			await Promise.allSettled(sent.map((xhr) => Promise.resolve(xhr)));
		}
		// Of any other header a browser asks the other host first, and there is no way to keep it back.
		const told = stranger.asked.splice(0).filter(({ path }) => path === '/stolen');
		expect(told.length).toBeGreaterThan(0);
		expect(told.filter(({ headers }) => headers.authorization ?? headers.cookie)).toEqual([]);
	});
});
