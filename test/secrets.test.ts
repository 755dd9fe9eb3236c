// @vitest-environment node
/** What pages have sent comes in; the watch over it, which every test of a page stands under, says what went astray. */
import { expect, it } from 'vitest';
import { secretsThatWentAstray, watchSecrets } from './setup/secrets.ts';

it('a secret may go to one origin, whatever else goes where', () => {
	watchSecrets([
		{ url: 'https://a.test/wp-json/wp/v2/posts', headers: { 'x-wp-nonce': 'N1' } },
		{ url: 'https://a.test/wp-json/wp/v2/pages', headers: { 'x-wp-nonce': 'N1' } },
		{ url: 'https://b.test/wp-json/wp/v2/posts', headers: { 'x-wp-nonce': 'N2' } },
		{ url: 'https://b.test/', headers: {} },
	]);
	expect(secretsThatWentAstray()).toEqual([]);
});

it.each(['x-wp-nonce', 'authorization'])(
	'%s that goes to a second one is told, also when it goes later',
	(name) => {
		const sent = [{ url: 'https://a.test/', headers: { [name]: 'S' } }];
		watchSecrets(sent);
		sent.push({ url: 'https://b.test/', headers: { [name]: 'S' } });
		expect(secretsThatWentAstray()).toContain(`${name} S: https://a.test,https://b.test`);
	},
);
