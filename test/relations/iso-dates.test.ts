/** Dates in the forms that WordPress and its plugins write come in; moments go out. */
import { describe, expect, it } from 'vitest';
import { parseISO8601 } from '../../src/relations/iso-dates.ts';

describe('parseISO8601()', () => {
	it.each([
		['2024-03-01T08:30:15', '2024-03-01T08:30:15.000Z'],
		['2024-03-01T08:30:15Z', '2024-03-01T08:30:15.000Z'],
		['2024-03-01T08:30:15.250Z', '2024-03-01T08:30:15.250Z'],
		['2024-03-01T08:30', '2024-03-01T08:30:00.000Z'],
		['2024-03-01', '2024-03-01T00:00:00.000Z'],
		['2024-03', '2024-03-01T00:00:00.000Z'],
		['2024', '2024-01-01T00:00:00.000Z'],
		['2024-03-01T08:30:15+05:30', '2024-03-01T03:00:15.000Z'],
		['2024-03-01T08:30:15-05:30', '2024-03-01T14:00:15.000Z'],
		['2024-03-01T08:30:15-00:30', '2024-03-01T09:00:15.000Z'],
		['2024-03-01T08:30:15+02', '2024-03-01T06:30:15.000Z'],
		['2024-02-30T00:00:00', '2024-03-01T00:00:00.000Z'],
		['2024-13-01', '2025-01-01T00:00:00.000Z'],
		['+012024-03-01T00:00:00', '+012024-03-01T00:00:00.000Z'],
		['-000001-01-01', '-000001-01-01T00:00:00.000Z'],
	])('%s is %s', (text, moment) => {
		expect(new Date(parseISO8601(text)).toISOString()).toBe(moment);
	});

	it('leaves other forms to the browser', () => {
		const text = 'Fri, 01 Mar 2024 08:30:15 GMT';
		expect(parseISO8601(text)).toBe(Date.parse(text));
	});

	it.each(['', 'soon', '2024-03-01T', '24-03-01', '2024-3-1T1'])('%j is none, without throwing', (text) => {
		expect(parseISO8601(text)).toBe(Date.parse(text));
	});
});
