/**
 * Rows 40, 41 and 45 of docs/differences-from-core.md come in, as far as they are dealt with: nonces that WordPress refuses, servers that know
 * GET and POST alone; how both clients get along goes out.
 *
 * @vitest-environment node
 */
import { describe, expect, it } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { mends } from './mends.ts';
import { openPage, type Page, type PageOptions } from './page.ts';
import { fails, listed, ok, type Answer, type PageRequest } from './server.ts';

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const RENEWAL = 'GET /wp-admin/admin-ajax.php';

/** A nonce that is not `valid` is refused, even of what anybody may read; none is not. */
const site = (valid: string, renewal: Answer): PageOptions => {
	const guarded =
		(answer: Answer, anybody = true) =>
		({ headers }: PageRequest): Answer => {
			const nonce = headers['x-wp-nonce'];
			if (nonce === valid || (!nonce && anybody)) return answer;
			return nonce ? fails(403, 'rest_cookie_invalid_nonce') : fails(401, 'rest_cannot_edit');
		};
	return {
		schema,
		answers: {
			[RENEWAL]: renewal,
			'GET posts': guarded(listed([{ id: 1 }])),
			'GET posts/1': guarded(ok({ id: 1 })),
			'PUT posts/1': guarded(ok({ id: 1 }), false),
		},
	};
};

const nonces = ({ requests }: Page): (string | undefined)[] =>
	requests.filter(({ path }) => !path.includes('ajax')).map(({ headers }) => headers['x-wp-nonce']);

describe('row 40: a nonce that has expired', () => {
	for (const [what, send] of [
		['a list is read', ({ collections }: any) => new collections.Posts().fetch()],
		['an item is saved', ({ models }: any) => new models.Post({ id: 1 }).save()],
	] as const) {
		mends(`row 40: is renewed, and ${what}`, async (open) => {
			const page = open(site('N2', ok('N2')));
			const xhr = send(page.api);
			await page.idle();
			expect([xhr.state(), nonces(page)]).toEqual(['resolved', ['N1', 'N2']]);
		});
	}

	mends('row 40: gives way to the one that the page has got meanwhile', (open) => {
		const page = open({ schema });
		page.window.wpApiSettings.nonce = 'N2';
		new page.api.models.Post({ id: 1 }).fetch();
		expect(nonces(page)).toEqual(['N2']);
	});
});

mends('row 41: with a nonce of nobody’s, what anybody may read is read', async (open) => {
	const page = open(site('none', ok('0')));
	const xhr = new page.api.models.Post({ id: 1 }).fetch();
	await page.idle();
	expect([xhr.state(), nonces(page)]).toEqual(['resolved', ['N1', undefined]]);
});

it('row 41: and nothing is written', async () => {
	const page = openPage(site('none', ok('0')));
	const xhr = new page.api.models.Post({ id: 1 }).save();
	await page.idle();
	expect([xhr.state(), nonces(page)]).toEqual(['rejected', ['N1']]);
});

it.each(['core', 'ours'] as const)(
	'row 45: %s: Backbone.emulateHTTP has POST sent for all',
	async (client) => {
		const page = openPage({ client, schema });
		page.Backbone.emulateHTTP = true;
		const post = new page.api.models.Post({ id: 1 });
		post.save({ title: 'x' });
		post.save({ title: 'x' }, { patch: true });
		post.destroy();
		await page.idle();
		expect(page.requests.map(({ method, headers }) => [method, headers['x-http-method-override']])).toEqual([
			['POST', 'PUT'],
			['POST', 'PATCH'],
			['POST', 'DELETE'],
		]);
	},
);

mends('row 45: a host that blocks PUT, PATCH and DELETE is asked by POST, and remembered', async (open) => {
	const blocked = { status: 405, body: 'Not allowed' };
	const page = open({
		schema,
		answers: {
			'PUT posts/1': blocked,
			'PATCH posts/1': blocked,
			'DELETE posts/1': blocked,
			'POST posts/1': ok({ id: 1 }),
		},
	});
	const post = new page.api.models.Post({ id: 1 });
	post.save({ title: 'x' });
	await page.idle();
	post.save({ title: 'y' }, { patch: true });
	await page.idle();
	post.destroy();
	await page.idle();
	expect(page.requests.map(({ method, headers }) => headers['x-http-method-override'] ?? method)).toEqual([
		'PUT',
		'PUT',
		'PATCH',
		'DELETE',
	]);
});
