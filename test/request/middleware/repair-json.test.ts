/** Answers with more than JSON in them come in; the JSON goes out where it is whole, the failure where not, and a word to the console. */
import $ from 'jquery';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fails, fakeSite, listed, ok } from '../../support/fake-site.ts';
import { ending, open } from '../../support/open.ts';

const site = fakeSite();
const JSON_ = '{"id":1,"title":{"raw":"a [b] {c}"},"tags":[1,2]}';
const NOTICE =
	'<br />\n<b>Notice</b>: Undefined variable $a in <b>/srv/plugin.php</b> on line <b>3</b><br />\n';
const DUMP = 'Array\n(\n    [0] => a\n    [b] => Array\n        (\n            [1] => {x}\n        )\n)\n';
const TRACE =
	'\n<b>Fatal error</b>: Uncaught Error: No in /srv/a.php:3\nStack trace:\n#0 [internal function]: a()\n#1 {main}\n  thrown in <b>/srv/a.php</b> on line <b>3</b><br />\n';
const LOG_LINE =
	'[12-Mar-2024 10:00:00 UTC] PHP Warning:  Undefined array key "x" in /srv/plugin.php on line 3\n';

let warn: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
	warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const post = (settings = {}): any => new (open(settings).models.Post)({ id: 1 });
const saved = async (body: string): Promise<{ state: string; args: any[]; item: any }> => {
	site.answers = { 'PUT posts/1': ok(body) };
	const item = post();
	return { ...(await ending(item.save({ slug: 'x' }))), item };
};

describe('a notice', () => {
	it.each([
		['before the JSON', NOTICE + JSON_],
		['behind it', JSON_ + NOTICE],
		['twice before it', NOTICE + NOTICE + JSON_],
		['with brackets, before it', DUMP + JSON_],
		['with brackets, behind it', JSON_ + DUMP],
		['of what PHP died of, behind it', JSON_ + TRACE],
		['with lists in it, behind it', `${JSON_}\nSeen: [2], [].\n`],
		['with a number in brackets, before it', `See [1].\n${JSON_}`],
		['that is one word', `hello${JSON_}`],
		['of white space and a BOM within', `x\uFEFF${JSON_}`],
		['on both sides', NOTICE + JSON_ + NOTICE],
		['on both sides, without tags', `\nWarning: No [b] in /a.php\n${JSON_}\nWarning: No {c} in /a.php\n`],
		['with brackets, on both sides', DUMP + JSON_ + TRACE],
		['that begins with a bracket', LOG_LINE + JSON_],
		['with a bracket that is not closed', `Missing ] in "[a-z{"\n${JSON_}\nMissing { in [a\n`],
		['with a quotation that is not closed', `<b>5" [wide</b>\n${JSON_}`],
		['with a BOM before and behind it', `\uFEFF${NOTICE}\uFEFF${JSON_}`],
	])('%s is left out, and told of once', async (_what, body) => {
		const { state, item } = await saved(body);
		expect(state).toBe('resolved');
		expect(item.get('title')).toEqual({ raw: 'a [b] {c}' });
		expect(item.get('tags')).toEqual([1, 2]);
		expect(warn).toHaveBeenCalledTimes(1);
	});

	it('is told of with its words, and not with the JSON', async () => {
		await saved(NOTICE + JSON_);
		const told = warn.mock.calls[0]!.join(' ');
		expect(told).toContain('Undefined variable $a');
		expect(told).not.toContain('"raw"');
	});

	it('is told of in brief', async () => {
		await saved('long '.repeat(10_000) + JSON_);
		expect(warn.mock.calls[0]!.join(' ').length).toBeLessThan(700);
	});

	it.each([
		['before', NOTICE, ''],
		['that begins with a bracket, before', LOG_LINE, ''],
		['on both sides of', NOTICE, NOTICE],
	])('%s a list is left out', async (_where, before, behind) => {
		const { body, ...answer } = listed([{ id: 1 }, { id: 2 }], 12, 6);
		site.answers = { 'GET posts': { ...answer, body: before + JSON.stringify(body) + behind } };
		const posts = new (open().collections.Posts)();
		await posts.fetch();
		expect(posts.pluck('id')).toEqual([1, 2]);
		expect(posts.state.totalPages).toBe(6);
	});

	it('before an error leaves WordPress’s code', async () => {
		const { body, status } = fails(400, 'rest_invalid_param', { params: { date: 'No date.' } });
		site.answers = { 'PUT posts/1': { status: status!, body: NOTICE + JSON.stringify(body) } };
		const { state, args } = await ending(post().save({ date: 'x' }));
		expect([state, args[0].code, args[0].message]).toEqual([
			'rejected',
			'rest_invalid_param',
			'It is rest_invalid_param.',
		]);
		expect(args[0].params).toEqual({ date: 'No date.' });
		expect(args[0].responseJSON.code).toBe('rest_invalid_param');
		expect(warn).toHaveBeenCalledTimes(1);
	});

	it('before a refusal of the nonce does not keep it from being renewed', async () => {
		const { body } = fails(403, 'rest_cookie_invalid_nonce');
		site.answers = {
			'PUT posts/1': [{ status: 403, body: NOTICE + JSON.stringify(body) }, ok({ id: 1 })],
			'GET /wp-admin/admin-ajax.php': { body: 'abcdef0123' },
		};
		expect((await ending(post().save({ title: 'x' }))).state).toBe('resolved');
	});

	it('before WordPress’s own 501 does not make a blocked verb of it', async () => {
		const { body } = fails(501, 'rest_trash_not_supported');
		site.answers = { 'DELETE posts/1': { status: 501, body: NOTICE + JSON.stringify(body) } };
		expect((await ending(post().destroy())).args[0].code).toBe('rest_trash_not_supported');
		expect(site.asked).toHaveLength(1);
	});
});

describe('what is no JSON', () => {
	const page = (inner: string): string =>
		`<!DOCTYPE html>\n<html lang="en"><head><title>Log in</title></head><body>${inner}</body></html>`;

	it.each([
		['a page', page('<h1>Hello</h1>')],
		['a page with styles', page('<style>a { color: red } b[href] { top: 0 }</style>')],
		['a page with a script', page('<script>var a = [1, 2]; if (a) { b(); }</script>')],
		[
			'a page with JSON in a script',
			page('<script type="application/ld+json">{"@type":"WebSite","id":9}</script>'),
		],
		['a page with an empty list in a script', page('<script>var queue = [];</script>')],
		['a page in lower case', page('<script>var a = {"id":9};</script>').replace('DOCTYPE', 'doctype')],
		['a page without a doctype', '<html><body><script>x({"id":9})</script></body></html>'],
		['a notice before a page with JSON in it', NOTICE + page('<script>x({"id":9})</script>')],
		['two objects on lines of their own', `${NOTICE}{"id":9}\n${JSON_}\n${NOTICE}`],
		['an object in an attribute', `<div data-item='{"id":9}'></div>`],
		['a sentence with a list in it', 'See [1] and [2] for more.'],
		['JSON that is cut off, and a notice behind it', '{"id":1,"tags":[1,2]\n' + NOTICE],
		['JSON, and a list behind it', `${JSON_}\nSeen: [2]`],
		['JSON, and an empty list behind it', `${JSON_}\n[]`],
		['JSON that is cut off', JSON_.slice(0, -5)],
		['JSON that is cut off behind a bracket', '{"id":1,"title":{"raw":"x"}'],
		['a notice, and JSON that is cut off behind a bracket', NOTICE + '{"id":1,"title":{"raw":"x"}'],
		['a notice, and a list that is cut off behind an item', NOTICE + '[{"id":1},{"id":2}'],
		['a notice, and JSON that is cut off', NOTICE + '{"id":1,"title":{"raw":"x"},"tags":[1'],
		['a list of items that is cut off', '[{"id":1},{"id":2},{"id":'],
		['a notice, and a list that is cut off', NOTICE + '[{"id":1},{"id":2},{"id":'],
		['a notice alone', NOTICE],
		['text', 'oh'],
	])('%s is not mistaken for it', async (_what, body) => {
		const { state, args, item } = await saved(body);
		expect(item.attributes).toEqual({ id: 1, slug: 'x' });
		expect([state, args[0].code]).toEqual(['rejected', 'invalid_json']);
		expect(warn).not.toHaveBeenCalled();
	});

	it('an error page with JSON in it has no code of WordPress’s', async () => {
		const body = page('<script>var a = {"code":"rest_cookie_invalid_nonce","id":9};</script>');
		site.answers = { 'PUT posts/1': { status: 403, body } };
		const { args } = await ending(post().save({ title: 'x' }));
		expect([args[0].code, args[0].status]).toEqual(['http_error', 403]);
		expect(site.asked).toHaveLength(1);
	});

	it('nothing is `empty_response`', async () => {
		const { state, args } = await saved('');
		expect([state, args[0].code]).toEqual(['rejected', 'empty_response']);
		expect(warn).not.toHaveBeenCalled();
	});

	it('a page of an error with half a megabyte on one line hangs nobody', async () => {
		const body = `{ "x" ${'a'.repeat(500_000)} ] { ${'b'.repeat(500_000)} ] end`;
		site.answers = { 'PUT posts/1': { status: 500, body } };
		expect((await ending(post().save({ title: 'x' }))).args[0].code).toBe('http_error');
	});
});

/** Where each bracket started a new search, each of these took minutes. */
describe('a megabyte is searched once:', () => {
	const many = (text: string): string => text.repeat(Math.ceil(1_000_000 / text.length));

	it.each([
		['brackets that open', many('[')],
		['brackets that close', `x${many(']')}`],
		['brackets of both kinds', many('[{]}')],
		['brackets and quotation marks', many('["')],
		['quotation marks that are escaped', `["${many('\\"')}`],
		['lists and blanks', many('[] \t ')],
		['lists on lines of their own', many('[1]\n')],
		['blanks', `[${' '.repeat(1_000_000)}x`],
		['tags', many('<[1]>')],
	])('%s', async (_what, body) => {
		expect((await saved(body)).args[0].code).toBe('invalid_json');
	});
});

describe('what is JSON', () => {
	it.each<[string, unknown]>([
		['text', '"see [1]"'],
		['a number', '5'],
		['yes', 'true'],
		['null', 'null'],
		['a list', '[{"id":1}]'],
		['an object', JSON_],
		['with white space around', `\r\n\t ${JSON_} \n`],
		['with a byte order mark', `\uFEFF${JSON_}`],
		['with the byte order marks of several files', `\uFEFF\uFEFF\uFEFF${JSON_}`],
		['a list of numbers', '[ 1, 2.5, -3 ]'],
		['an empty list', '[]'],
		['with a notice inside a text', JSON.stringify({ id: 1, content: NOTICE })],
		['with a page inside a text', JSON.stringify({ id: 1, content: '<!DOCTYPE html><html>[]{}</html>' })],
	])('%s stays as it is, without a word', async (_what, body) => {
		site.answers = { 'POST posts/1': ok(body), 'GET odd': ok(body) };
		const api = open();
		const posts = new api.collections.Posts();
		const { args } = await ending(
			posts.fetch({ url: `${posts.url().replace('posts', 'odd')}`, parse: false }),
		);
		expect(args[0]).toEqual(JSON.parse((body as string).replace(/^\uFEFF+/, '')));
		expect(warn).not.toHaveBeenCalled();
	});

	it('may be large', async () => {
		const items = Array.from({ length: 100 }, (_, id) => ({ id, content: 'x [y] {z} '.repeat(1000) }));
		site.answers = { 'GET posts': [listed(items), ok(NOTICE + JSON.stringify(items))] };
		const posts = new (open().collections.Posts)();
		await posts.fetch();
		await posts.fetch();
		expect(posts).toHaveLength(100);
		expect(warn).toHaveBeenCalledTimes(1);
	});
});

describe('a page’s own', () => {
	it('dataFilter comes first', async () => {
		site.answers = { 'GET posts/1': ok(`${NOTICE}while(1);${JSON_}`) };
		const item = post();
		const dataFilter = vi.fn((text: string) => text.replace('while(1);', ''));
		await item.fetch({ dataFilter });
		expect(dataFilter).toHaveBeenCalledTimes(1);
		expect(dataFilter.mock.calls[0]!.slice(1)).toEqual(['json']);
		expect(item.get('tags')).toEqual([1, 2]);
	});

	it('dataFilter in $.ajaxSetup() is used', async () => {
		site.answers = { 'GET posts/1': ok({ id: 1, slug: 'a' }) };
		$.ajaxSetup({ dataFilter: (text: string) => text.replace('"a"', '"b"') });
		const item = post();
		await item.fetch();
		delete $.ajaxSetup({}).dataFilter;
		expect(item.get('slug')).toBe('b');
	});

	it('dataType is not cut to its JSON', async () => {
		site.answers = { 'GET posts/1': ok('See [1]') };
		const { args } = await ending(post().fetch({ dataType: 'text', success: null }));
		expect(args[0]).toBe('See [1]');
	});
});
