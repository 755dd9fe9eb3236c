/** Items with dates come in, local and GMT, absent and odd; Dates go out, and the other way round. */
import { describe, expect, it } from 'vitest';
import { small } from '../support/fake-schema.ts';
import { fakeSite, ok } from '../support/fake-site.ts';
import { open } from '../support/open.ts';

const site = fakeSite();

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

/** A post that was read, of a site whose clock is that far from UTC. */
async function fetched(date: string | null, date_gmt: string | null): Promise<any> {
	site.answers = { 'GET posts/1': ok({ id: 1, title: 'T', date, date_gmt }) };
	for (const verb of ['PUT', 'PATCH']) site.answers[`${verb} posts/1`] = ok({ id: 1 });
	const item = post({ id: 1 });
	await item.fetch();
	return item;
}

/** What the last request said of dates. */
const sent = (): object => {
	const { date, date_gmt } = site.asked.at(-1)!.body;
	return { date, date_gmt };
};

describe('row 51: getInstant() of a site', () => {
	it.each<[string, string, string]>([
		['in India', '2024-03-01T17:30:00', '2024-03-01T12:00:00'],
		['in Nepal', '2024-03-01T17:45:00', '2024-03-01T12:00:00'],
		['in Newfoundland', '2024-03-01T08:30:00', '2024-03-01T12:00:00'],
		['on the Marquesas', '2024-03-01T02:30:00', '2024-03-01T12:00:00'],
		['on Kiribati, a day ahead', '2024-03-02T02:00:00', '2024-03-01T12:00:00'],
		['at UTC', '2024-03-01T12:00:00', '2024-03-01T12:00:00'],
	])('row 51: %s: as it was read, and moved by hand', async (_where, date, date_gmt) => {
		const item = await fetched(date, date_gmt);
		expect(iso(item.getInstant())).toBe('2024-03-01T12:00:00.000Z');
		const later = new Date(Date.parse(`${date}Z`) + 90 * 60_000).toISOString().slice(0, 19);
		item.set('date', later);
		expect(iso(item.getInstant())).toBe('2024-03-01T13:30:00.000Z');
		expect(iso(item.getInstant('date_gmt'))).toBe('2024-03-01T13:30:00.000Z');
	});

	it('row 51: in the hour that comes twice, as in that which is left out', async () => {
		const first = await fetched('2024-11-03T01:30:00', '2024-11-03T05:30:00');
		const second = await fetched('2024-11-03T01:30:00', '2024-11-03T06:30:00');
		expect([first, second].map((item) => iso(item.getInstant()))).toEqual([
			'2024-11-03T05:30:00.000Z',
			'2024-11-03T06:30:00.000Z',
		]);
	});

	it('row 51: after `date_gmt` was moved by hand', async () => {
		const item = await fetched('2024-03-01T08:00:00', '2024-03-01T12:00:00');
		item.set('date_gmt', '2024-06-01T12:00:00');
		expect(iso(item.getInstant())).toBe('2024-06-01T12:00:00.000Z');
	});

	it('row 51: after both were, as WordPress reads them', async () => {
		const item = await fetched('2024-03-01T08:00:00', '2024-03-01T12:00:00');
		item.set({ date: '2024-03-02T08:00:00', date_gmt: '2030-01-01T00:00:00' });
		expect(iso(item.getInstant())).toBe('2024-03-02T12:00:00.000Z');
	});

	it.each([
		'2024-03-05T08:00:00Z',
		'2024-03-05T08:00:00.000Z',
		'2024-03-05T10:00:00+02:00',
		'2024-03-05T02:30:00-05:30',
	])('row 51: a date that names its zone, %s, is that moment', async (date) => {
		const item = await fetched('2024-03-01T08:00:00', '2024-03-01T12:00:00');
		item.set('date', date);
		expect(iso(item.getInstant())).toBe('2024-03-05T08:00:00.000Z');
		expect(iso(post({ date }).getInstant())).toBe('2024-03-05T08:00:00.000Z');
	});

	it('row 51: setDate() on a new item names its zone', () => {
		const item = post();
		item.setDate('2024-03-05T08:00:00Z');
		expect(iso(item.getInstant())).toBe('2024-03-05T08:00:00.000Z');
	});

	it('row 51: of a draft without a date of its own, nobody can tell', async () => {
		const draft = await fetched('2024-03-01T08:00:00', null);
		expect(draft.getInstant()).toBe(false);
		draft.set('date', '2024-03-02T08:00:00');
		expect(draft.getInstant()).toBe(false);
		expect((await fetched(null, null)).getInstant()).toBe(false);
	});

	it('row 51: is not told by the clock of the browser', async () => {
		const item = await fetched('2024-07-01T17:30:00', '2024-07-01T12:00:00');
		expect(item.getInstant().getTime()).toBe(Date.UTC(2024, 6, 1, 12));
	});
});

describe('row 51: getInstant() of a local date that is not saved yet', () => {
	const winter = ['2024-01-15T12:00:00', '2024-01-15T11:00:00'] as const;
	const moved = async (settings: object, date: string, saved: readonly string[] = winter): Promise<any> => {
		site.answers = { 'GET posts/1': ok({ id: 1, date: saved[0], date_gmt: saved[1] }) };
		const item = new (open(settings).models.Post)({ id: 1 });
		await item.fetch();
		item.set('date', date);
		return iso(item.getInstant());
	};
	const inZone = (timezone_string: string, gmt_offset: unknown = 1): object => ({
		schema: { ...small(), timezone_string, gmt_offset },
	});

	it('row 51: is false across a change of daylight saving time, where the zone of the site is not known', async () => {
		// Berlin and Lagos show the same in winter.
		expect(await moved({}, '2024-07-15T12:00:00')).toBe(false);
		expect(await moved({}, '2024-03-31T04:00:00')).toBe(false);
		expect(await moved({}, '2024-01-15T12:00:00', ['2024-07-15T12:00:00', '2024-07-15T10:00:00'])).toBe(
			false,
		);
	});

	it('row 51: is the moment where no zone changes its clocks in between', async () => {
		expect(await moved({}, '2024-01-25T12:00:00')).toBe('2024-01-25T11:00:00.000Z');
		expect(await moved({}, '2024-07-15T12:00:00', ['2024-01-15T17:30:00', '2024-01-15T12:00:00'])).toBe(
			'2024-07-15T06:30:00.000Z',
		);
	});

	it.each([
		['2024-07-15T12:00:00', '2024-07-15T10:00:00.000Z'],
		['2024-01-25T12:00:00', '2024-01-25T11:00:00.000Z'],
		['2024-03-31T01:59:59', '2024-03-31T00:59:59.000Z'],
		['2024-03-31T02:30:00', '2024-03-31T01:30:00.000Z'],
		['2024-03-31T03:00:00', '2024-03-31T01:00:00.000Z'],
		['2024-10-27T02:30:00', '2024-10-27T01:30:00.000Z'],
		['2024-10-27T03:00:00', '2024-10-27T02:00:00.000Z'],
	])('row 51: is that of the zone in the index: %s', async (date, moment) => {
		expect(await moved(inZone('Europe/Berlin'), date)).toBe(moment);
	});

	it.each([5.5, '5.5'])('row 51: is that of the fixed offset in the index: %j', async (offset) => {
		expect(await moved(inZone('', offset), '2024-07-15T12:00:00')).toBe('2024-07-15T06:30:00.000Z');
	});

	it('row 51: is told of an item that was never saved, too, where the zone is known', () => {
		const { Post } = open(inZone('Europe/Berlin')).models;
		expect(iso(new Post({ date: '2024-07-15T12:00:00' }).getInstant())).toBe('2024-07-15T10:00:00.000Z');
		expect(post({ date: '2024-07-15T12:00:00' }).getInstant()).toBe(false);
	});

	it.each(['Moon/Tranquility', '../etc', 'UTC+99'])(
		'row 51: is false in a zone that nobody knows: %s',
		async (zone) => {
			expect(await moved(inZone(zone), '2024-07-15T12:00:00')).toBe(false);
		},
	);

	it('row 51: is false of what is no date', async () => {
		expect(await moved({}, 'tomorrow')).toBe(false);
		expect(await moved(inZone('Europe/Berlin'), 'tomorrow')).toBe(false);
	});
});

describe('row 51: setInstant()', () => {
	const moment = '2024-06-01T00:30:00.000Z';

	it.each<[string, (item: any) => unknown]>([
		['save()', (item) => item.save()],
		['saveChanges()', (item) => item.saveChanges()],
	])('row 51: is sent as a moment, by %s', async (_how, save) => {
		const item = await fetched('2024-03-01T17:30:00', '2024-03-01T12:00:00');
		item.setInstant(moment);
		expect(iso(item.getInstant())).toBe(moment);
		await save(item);
		expect(sent()).toEqual({ date: undefined, date_gmt: '2024-06-01T00:30:00' });
	});

	it.each([new Date(moment), moment, Date.parse(moment), '2024-06-01T06:00:00+05:30'])(
		'row 51: takes %j',
		async (date) => {
			const item = await fetched('2024-03-01T17:30:00', '2024-03-01T12:00:00');
			item.setInstant(date);
			expect(iso(item.getInstant())).toBe(moment);
		},
	);

	it('row 51: takes back a date that was set by hand', async () => {
		const item = await fetched('2024-03-01T17:30:00', '2024-03-01T12:00:00');
		item.set('date', '2030-01-01T00:00:00');
		item.setInstant(moment);
		expect(iso(item.getInstant())).toBe(moment);
		await item.save();
		expect(sent()).toEqual({ date: undefined, date_gmt: '2024-06-01T00:30:00' });
	});

	it('row 51: of a draft gives it a date', async () => {
		const draft = await fetched('2024-03-01T08:00:00', null);
		draft.setInstant(moment);
		expect(iso(draft.getInstant())).toBe(moment);
		await draft.save();
		expect(sent()).toEqual({ date: undefined, date_gmt: '2024-06-01T00:30:00' });
	});

	it('row 51: of a new item, and of one that was not read', async () => {
		site.answers = { 'POST posts': ok({ id: 7 }), 'PUT posts/1': ok({ id: 1 }) };
		for (const item of [post(), post({ id: 1 })]) {
			item.setInstant(moment);
			expect(iso(item.getInstant())).toBe(moment);
			await item.save();
			expect(sent()).toEqual({ date: undefined, date_gmt: '2024-06-01T00:30:00' });
		}
	});

	it('row 51: `modified` is its own field', () => {
		const item = post({ modified: '2024-03-01T08:00:00', modified_gmt: '2024-03-01T12:00:00' });
		item.setInstant(moment, 'date_modified_gmt');
		expect([iso(item.getInstant('modified')), item.has('date_gmt')]).toEqual([moment, false]);
	});

	it('of what is no date throws, and sets nothing', () => {
		const item = post();
		expect(() => item.setInstant('nonsense')).toThrow(RangeError);
		expect(item.attributes).toEqual({});
	});

	it('fires a change', async () => {
		const item = await fetched('2024-03-01T17:30:00', '2024-03-01T12:00:00');
		const seen: string[] = [];
		item.on('all', (event: string) => seen.push(event));
		item.setInstant(moment);
		expect(seen).toEqual(['change:date_gmt', 'change']);
		expect(item.hasUnsavedChanges()).toBe(true);
	});
});

describe('row 50: setDate( …, "date_gmt" )', () => {
	it.each<[string, (item: any) => unknown]>([
		['save()', (item) => item.save()],
		['saveChanges()', (item) => item.saveChanges()],
	])('row 50: moves a post, by %s', async (_how, save) => {
		const item = await fetched('2024-03-01T17:30:00', '2024-03-01T12:00:00');
		item.setDate(new Date('2024-06-01T00:30:00Z'), 'date_gmt');
		await save(item);
		expect(sent()).toEqual({ date: undefined, date_gmt: '2024-06-01T00:30:00.000Z' });
	});
});
