/** Requests to addresses that are not below the root come in, in all the ways to make them; that none is told a secret goes out. */
import Backbone from 'backbone';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useFaults, type Faults } from '../faults/page.ts';
import { startStranger, type Spot, type Stranger } from '../faults/server.ts';
import { failureOf } from './client.ts';

let here: Faults;
let stranger: Stranger;
beforeAll(async () => {
	here = await useFaults();
	stranger = await startStranger({ welcomes: true });
});
afterAll(() => Promise.all([here.close(), stranger.close()]));

describe('secrets', () => {
	const secrets = { Authorization: 'Bearer abc.def.ghi', 'X-Api-Key': 'jkl' };
	const addresses: [string, (spot: Spot) => string][] = [
		['another host', () => `${stranger.origin}/wp-json/wp/v2/posts/1`],
		['another host, without a scheme', () => `${stranger.origin.slice(5)}/wp-json/`],
		[
			'another host behind the root as a user',
			({ root }) => root.replace(/^(.*:\d+).*/, `$1@${stranger.origin.slice(7)}/`),
		],
		['another path of the origin', ({ root }) => root.replace('wp-json/', 'elsewhere/')],
		['a path that climbs out of the root', ({ root }) => `${root}wp/v2/../../../1/`],
		['a path that climbs out, encoded', ({ root }) => `${root}%2e%2e/elsewhere`],
		['a path that begins like the root', ({ root }) => root.replace(/\/$/, '-too/posts/1')],
	];

	describe.each(addresses)('are not sent to %s', (_name, addressOf) => {
		it.each([
			['in the options', (api: any, url: string) => new api.models.Post({ id: 1 }).fetch({ url })],
			['of a subclass', (api: any, url: string) => new (api.models.Post.extend({ url }))({ id: 1 }).save()],
			[
				'as an urlRoot',
				(api: any, url: string) => new (api.models.Post.extend({ urlRoot: url }))({ id: 1 }).destroy(),
			],
			[
				'of a list',
				(api: any, url: string) => new (api.collections.Posts.extend({ url: () => url }))().fetch(),
			],
			[
				'in a batch',
				(api: any, url: string) =>
					api.batch(() => [
						new api.models.Post({ title: 'A' }).save(null, { url }),
						new api.models.Post({ title: 'B' }).save(null, { url }),
					]),
			],
			[
				'of an upload',
				(api: any, url: string) =>
					new api.models.Media().upload(new Blob(['a'], { type: 'text/plain' }), { url }),
			],
		])('%s', async (_how, send) => {
			for (const settings of [{}, { headers: secrets }, { headers: () => Promise.resolve(secrets) }]) {
				const { api, spot } = here.open({ retry: false, ...settings });
				// What is not there is refused; it is what was sent that counts.
				await Promise.resolve(send(api, addressOf(spot))).then(undefined, () => undefined);
				const others = stranger.asked.splice(0);
				const told = [...others, ...spot.asked].map(({ headers, path, body }) => ({
					...headers,
					path,
					body: String(body),
				}));
				expect(JSON.stringify(told)).not.toMatch(new RegExp(`abc.def|jkl|${here.site.nonce}`));
				expect(others.filter(({ headers }) => headers.cookie)).toEqual([]);
			}
		});
	});

	it('are neither in errors, nor in events, nor in copies of the schema', async () => {
		const { api, spot } = here.open({ headers: secrets, cacheSchema: true, schema: null });
		const told: unknown[] = [];
		const listener = (...args: any[]): void => {
			for (const { url, headers, data, code, message, responseText } of args.map(Object))
				told.push({ url, headers, data, code, message, responseText });
		};
		Backbone.$(document).on('ajaxSend ajaxError ajaxComplete', listener as never);
		await api.loadPromise;
		const post = new api.models.Post({ id: 99_999 }).on('all', listener);
		const failure = await failureOf(post.fetch());
		Backbone.$(document).off('ajaxSend ajaxError ajaxComplete');
		expect(spot.asked[0]!.headers.authorization).toBe(secrets.Authorization);
		expect(told.length).toBeGreaterThan(5);
		// The copy is kept when the page has time: it was, while the post was asked for.
		expect(Object.keys(sessionStorage).length).toBe(1);
		expect(JSON.stringify([told, failure, Object.entries(sessionStorage)])).not.toMatch(/abc\.def|jkl/);
		sessionStorage.clear();
	});
});
