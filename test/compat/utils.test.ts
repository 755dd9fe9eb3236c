/**
 * Inputs of `wp.api.utils` come in; that ours answers with what core's file answers with goes out.
 *
 * @vitest-environment node
 */
import { describe, expect, it, vi } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { openPage, type Client } from './page.ts';

// In UTC, local time could be taken for it unseen.
vi.stubEnv('TZ', 'America/New_York');

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const [core, ours] = (['core', 'ours'] as const).map((client) => openPage({ client, schema }).api);

const inputs: Record<string, unknown[][]> = {
	parseISO8601: [
		'2024',
		'2024-05',
		'2024-05-04',
		'2024-05-04T08:09',
		'2024-05-04T08:09:10',
		'2024-05-04T08:09:10.123',
		'2024-05-04T08:09:10Z',
		'2024-05-04T08:09Z',
		'2024-05-04T08:09:10.123Z',
		'2024-05-04T08:09:10+02:00',
		'2024-05-04T08:09:10-05:30',
		'2024-05-04T08:09:10+02',
		'2024-05-04T08:09+02:00',
		'2024-05-04T08:09:10.5Z',
		'2024-05-04T08:09:10.123456Z',
		'2024-05-04T08',
		'2024-05-04 08:09:10',
		'2024-05-04T08:09:10z',
		'2024-05-04T08:09:10+0200',
		'2024-05-04T24:00:00',
		'2024-05-04T25:00:00',
		'2024-02-30T00:00:00',
		'2024-13-01',
		'2024-00-00',
		'2024-05-00',
		'0000-00-00T00:00:00',
		'0001-01-01T00:00:00Z',
		'1969-12-31T23:59:59',
		'0099-06-01',
		'9999-12-31T23:59:59Z',
		'+012024-05-04T00:00:00Z',
		'-000001-01-01T00:00:00Z',
		'+012024',
		'Sat, 04 May 2024 08:09:10 GMT',
		'May 4, 2024',
		'5/4/2024',
		'nonsense',
		'',
		' 2024-05-04',
		'2024-05-04 ',
		'2024-W18',
		'20240504',
		'2024-05-04T08:09:10+00:00',
		'2024-05-04T08:09:10-00:00',
		'2024-05-04T08:09:10+14:00',
		undefined,
		null,
		0,
		2024,
		1714809600000,
		true,
		[],
		['2024-05-04'],
		{},
	].map((date) => [date]),
	capitalize: ['post', 'Post', 'pOST', '', 'élan', '1st', '-dash', 'two words', undefined].map((text) => [
		text,
	]),
	camelCaseDashes: [
		'block-types',
		'a-b-c',
		'-lead',
		'trail-',
		'a--b',
		'a-1b',
		'a-B',
		'wp_pattern',
		'',
		'no',
	].map((text) => [text]),
	capitalizeAndCamelCaseDashes: [
		'menu-items',
		'posts',
		'',
		'-x',
		'a-b-c',
		'my_books',
		'My-2books',
		undefined,
	].map((text) => [text]),
	extractRoutePart: [
		['/wp/v2/posts/(?P<id>[\\d]+)'],
		['/wp/v2/posts'],
		['/a/b/c', 1],
		['/a/b/c', 2],
		['/a/b/c', 9],
		['/a/b/c', 1, undefined, true],
		['/wp/v2/posts/(?P<id>[\\d]+)', 1, undefined, true],
		['/wp/v2/posts/(?P<id>[\\d]+)', 2, 'wp/v2/', true],
		['/wp/v2/posts/(?P<parent>[\\d]+)/revisions', 1, 'wp/v2/', false],
		['/wc/v3/products', 1, 'wc/v3/'],
		['/wc/v3/products', 1],
		['/wc/v3/products', 1, 'wc/v3'],
		['/wp/v2/posts', 0],
		['', 1],
		['/', 1],
		['/wp/v2/', 1],
		['posts', 1],
		['/wp/v2/themes/(?P<s>[^\\/]+)', 2, 'wp/v2/', true],
	],
	extractParentName: [
		'/wp/v2/posts/(?P<post_id>[\\d]+)/categories',
		'/wp/v2/posts/(?P<post_id>[\\d]+)/tags/(?P<id>[\\d]+)',
		'/wp/v2/posts/(?P<parent>[\\d]+)/revisions',
		'/wc/v3/products/attributes/(?P<attribute_id>[\\d]+)/terms',
		'/wp/v2/posts',
		'',
		'/x/v1/a/(?P<a_id>[\\d]+)/b/(?P<b_id>[\\d]+)/c',
		'/x/v1/a/(?P<a_id>\\d+)/b',
		'a/(?P<a_id>[\\d]+)/b',
	].map((route) => [route]),
	getRootUrl: [[]],
};

/** Core throws for what is no text: what ours does with that is its own affair. */
function answer(api: any, name: string, args: unknown[]): unknown {
	try {
		return [api.utils[name](...args)];
	} catch {
		return 'throws';
	}
}

describe.each(Object.entries(inputs))('%s', (name, table) => {
	it.each(table.map((args) => ({ args })))('of $args', ({ args }) => {
		const expected = answer(core, name, args);
		if (expected !== 'throws') expect(answer(ours, name, args)).toEqual(expected);
	});
});

it('has every function that core has', () => {
	const names = Object.keys(core.utils).filter((name) => typeof ours.utils[name] !== 'function');
	expect(names).toEqual([]);
	expect(Object.keys(inputs).filter((name) => !core.utils[name])).toEqual([]);
});

describe('decorateFromRoute', () => {
	const args = { title: { type: 'string' }, slug: { type: 'string' } };
	const endpoints: [string, object[]][] = [
		['none', []],
		['one that reads', [{ methods: ['GET'], args }]],
		['one that creates', [{ methods: ['POST'], args }]],
		[
			'all of them',
			[
				{ methods: ['GET'], args: { context: {} } },
				{ methods: ['POST', 'PUT', 'PATCH'], args },
				{ methods: ['DELETE'], args: { force: {} } },
			],
		],
		[
			'two that write',
			[
				{ methods: ['POST'], args },
				{ methods: ['PUT'], args: { id: {} } },
			],
		],
		[
			'two that read',
			[
				{ methods: ['GET'], args },
				{ methods: ['GET'], args: { id: {} } },
			],
		],
		[
			"PHP's empty list of arguments",
			[
				{ methods: ['GET'], args: [] },
				{ methods: ['POST'], args: [] },
			],
		],
		['one that only patches', [{ methods: ['PATCH'], args }]],
		['one that reads and writes', [{ methods: ['GET', 'POST'], args }]],
	];
	it.each(endpoints)('%s', (_what, list) => {
		const decorated = [core, ours].map((api) => {
			const own = api.WPApiBaseModel.extend({});
			api.utils.decorateFromRoute(structuredClone(list), own);
			return [own.prototype.args, own.prototype.options].map((value) => JSON.stringify(value));
		});
		expect(decorated[1]).toEqual(decorated[0]);
	});
});

describe('addMixinsAndHelpers', () => {
	const helpers = [
		'getDate',
		'setDate',
		'getAuthorUser',
		'getFeaturedMedia',
		'getCategories',
		'setCategories',
		'setCategoriesWithCollection',
		'getMeta',
		'getMetas',
		'setMeta',
		'setMetas',
		'getTags',
		'setTags',
		'setTagsWithCollection',
		'getRevisions',
	];
	const mixed = (client: Client, args: string[] | undefined, collections: string[]): string[] => {
		const api = client === 'core' ? core : ours;
		const own = api.WPApiBaseModel.extend(
			args ? { args: Object.fromEntries(args.map((arg) => [arg, {}])) } : {},
		);
		const lists = Object.fromEntries(collections.map((name) => [name, api.collections.Posts]));
		const made = api.utils.addMixinsAndHelpers(own, 'Cup', { models: {}, collections: lists });
		expect(new made()).toBeInstanceOf(own);
		return helpers.filter((name) => typeof made.prototype[name] === 'function');
	};
	const cases: [string[] | undefined, string[]][] = [
		[undefined, []],
		[[], []],
		[['title'], []],
		...['date', 'modified', 'date_gmt', 'author', 'featured_media', 'categories', 'meta', 'tags'].map(
			(arg): [string[], string[]] => [[arg], []],
		),
		[['title'], ['CupRevisions']],
		[
			['date', 'author', 'meta', 'tags'],
			['CupRevisions', 'CupsRevisions'],
		],
	];
	it.each(cases)('with the arguments %j and the lists %j', (args, collections) => {
		const expected = mixed('core', args, collections);
		expect(mixed('ours', args, collections)).toEqual(expect.arrayContaining(expected));
	});
});
