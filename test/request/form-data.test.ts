/** Attributes come in; the fields of a form go out, as PHP reads them. */
import { describe, expect, it } from 'vitest';
import { formFields } from '../../src/request/form-data.ts';

describe('formFields()', () => {
	it.each<[what: string, attributes: object, fields: string[]]>([
		['text', { title: 'Grüße & mehr=1' }, ['title=Grüße & mehr=1']],
		['numbers', { author: 3, none: 0 }, ['author=3', 'none=0']],
		['yes and no', { sticky: true, other: false }, ['sticky=true', 'other=false']],
		['null, as an empty text', { date: null }, ['date=']],
		['an empty text', { slug: '' }, ['slug=']],
		['nothing of what is undefined', { a: undefined, b: 1 }, ['b=1']],
		['nothing of a function', { a: () => 1 }, []],
		['a list', { tags: [5, 6] }, ['tags[0]=5', 'tags[1]=6']],
		['an empty list, as an empty text', { tags: [] }, ['tags=']],
		['an object', { title: { raw: 'a' } }, ['title[raw]=a']],
		[
			'nested ones',
			{ meta: { isbn: '1', more: { a: [1, { b: 2 }] } } },
			['meta[isbn]=1', 'meta[more][a][0]=1', 'meta[more][a][1][b]=2'],
		],
		['an empty list within', { meta: { list: [] } }, ['meta[list]=']],
		['nothing of an empty object', { meta: {} }, []],
		['nothing at all', {}, []],
		['a date, as JSON has it', { date: new Date(0) }, ['date=1970-01-01T00:00:00.000Z']],
		['what is undefined in a list, as JSON has it', { list: [undefined, 1] }, ['list[0]=', 'list[1]=1']],
		['what has a toJSON()', { model: { toJSON: () => ({ id: 1 }) } }, ['model[id]=1']],
		['names as they are', { 'a-b': { 'c d': 1 } }, ['a-b[c d]=1']],
	])('%s', (_what, attributes, fields) => {
		expect(formFields(attributes).map((field) => field.join('='))).toEqual(fields);
	});
});
