/** Items with dates come in, local and GMT, absent and odd; Dates go out, and the other way round. */
import { describe, expect, it } from 'vitest';
import { open } from '../open.ts';

const post = (attributes: object = {}): any => new (open().models.Post)(attributes);
const iso = (date: Date | false): string | false => date && date.toISOString();

describe('getDate()', () => {
	it.each([
		['date', { date: '2024-03-01T08:00:00' }, '2024-03-01T08:00:00.000Z'],
		['date_gmt', { date_gmt: '2024-03-01T08:00:00' }, '2024-03-01T08:00:00.000Z'],
		['modified', { modified: '2024-03-01T08:00:00+02:00' }, '2024-03-01T06:00:00.000Z'],
		['modified_gmt', { modified_gmt: '2024-03-01T08:00:00' }, '2024-03-01T08:00:00.000Z'],
		['date_modified', { modified: '2024-03-01T08:00:00' }, '2024-03-01T08:00:00.000Z'],
		['date_modified_gmt', { modified_gmt: '2024-03-01T08:00:00' }, '2024-03-01T08:00:00.000Z'],
		[undefined, { date: '2024-03-01T08:00:00' }, '2024-03-01T08:00:00.000Z'],
	])('of %s', (field, attributes, moment) => {
		expect(iso(post(attributes).getDate(field))).toBe(moment);
	});

	it.each([
		['date', {}],
		['date', { date: null }],
		['date', { date: '' }],
		['title', { title: '2024-03-01T08:00:00' }],
		['constructor', {}],
	])('row 52: of %s in %o is false', (field, attributes) => {
		expect(post(attributes).getDate(field)).toBe(false);
	});
});

describe('setDate()', () => {
	it.each([
		[new Date('2024-03-01T08:00:00Z')],
		['2024-03-01T08:00:00Z'],
		[Date.parse('2024-03-01T08:00:00Z')],
	])('row 52: takes %j', (date) => {
		const item = post();
		expect(item.setDate(date)).toBeUndefined();
		expect(item.get('date')).toBe('2024-03-01T08:00:00.000Z');
		expect(iso(item.getDate())).toBe('2024-03-01T08:00:00.000Z');
	});

	it('row 52: knows the handbook’s names', () => {
		const item = post();
		item.setDate(0, 'date_modified_gmt');
		expect(item.attributes).toEqual({ modified_gmt: '1970-01-01T00:00:00.000Z' });
	});

	it('is false for what is no date, and sets nothing', () => {
		const item = post();
		expect(item.setDate(new Date(), 'title')).toBe(false);
		expect(item.attributes).toEqual({});
	});

	it('fires a change', () => {
		const item = post();
		let fired = 0;
		item.on('change:date', () => fired++);
		item.setDate(new Date());
		expect(fired).toBe(1);
	});
});

describe('row 51: getInstant()', () => {
	const attributes = {
		date: '2024-03-01T08:00:00',
		date_gmt: '2024-03-01T12:00:00',
		modified: '2024-03-02T08:00:00',
		modified_gmt: '2024-03-02T12:00:00',
	};

	it.each([
		[undefined, '2024-03-01T12:00:00.000Z'],
		['date', '2024-03-01T12:00:00.000Z'],
		['date_gmt', '2024-03-01T12:00:00.000Z'],
		['modified', '2024-03-02T12:00:00.000Z'],
		['date_modified', '2024-03-02T12:00:00.000Z'],
		['date_modified_gmt', '2024-03-02T12:00:00.000Z'],
	])('row 51: of %s is the moment, wherever the site is', (field, moment) => {
		expect(iso(post(attributes).getInstant(field))).toBe(moment);
	});

	it.each([{}, { date: '2024-03-01T08:00:00', date_gmt: null }])('row 51: of %o is false', (attributes) => {
		expect(post(attributes).getInstant()).toBe(false);
	});

	it('row 51: getDate() reads as ever', () => {
		expect(iso(post(attributes).getDate())).toBe('2024-03-01T08:00:00.000Z');
	});
});
