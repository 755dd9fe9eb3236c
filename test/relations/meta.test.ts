/** Items with registered meta come in, or with PHP's empty list; values by key go out, and changes show as changes. */
import { describe, expect, it } from 'vitest';
import { fakeSite, ok } from '../support/fake-site.ts';
import { open } from '../support/open.ts';

const site = fakeSite();
const post = (attributes: object = {}): any => new (open().models.Post)(attributes);

describe('reading', () => {
	it.each([{}, { meta: [] }, { meta: null }, { meta: {} }])('row 62: of %o there is none', (attributes) => {
		expect(post(attributes).getMeta('a')).toBeUndefined();
		expect(post(attributes).getMetas()).toEqual({});
	});

	it('is by key, or all', () => {
		const item = post({ meta: { a: 1, b: [2] } });
		expect([item.getMeta('a'), item.getMeta('c'), item.getMetas()]).toEqual([1, undefined, { a: 1, b: [2] }]);
	});

	it('of all gives a copy', () => {
		const item = post({ meta: { a: 1 } });
		item.getMetas().a = 2;
		expect(item.getMeta('a')).toBe(1);
	});
});

describe('writing', () => {
	it.each<[string, (item: any) => void]>([
		['setMeta()', (item) => item.setMeta('a', 2)],
		['setMetas()', (item) => item.setMetas({ a: 2 })],
	])('row 61: %s is a change, with what was before', (_what, write) => {
		const item = post({ meta: { a: 1, b: 1 } });
		const copy = item.clone();
		const seen: unknown[] = [];
		item.on('change:meta', () => seen.push(item.previous('meta'), item.changedAttributes()));
		write(item);
		expect(seen).toEqual([{ a: 1, b: 1 }, { meta: { a: 2, b: 1 } }]);
		expect(copy.getMeta('a')).toBe(1);
	});

	it.each([{}, { meta: [] }])('row 62: into %o is sent', async (attributes) => {
		site.answers = { 'PUT posts/1': ok({ id: 1 }) };
		const item = post({ id: 1, ...attributes });
		item.setMeta('a', 1);
		await item.save();
		expect(site.asked[0]!.body.meta).toEqual({ a: 1 });
	});
});
