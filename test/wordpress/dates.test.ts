/** Live sites in several time zones come in, in winter and in summer; the true moments of their posts go out, and are set. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onServer, openApi } from './client.ts';
import { useSite, type Site } from './site.ts';

/** What a clock in that place shows, as WordPress writes it. */
function localTime(moment: Date, timeZone: string): string {
	const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
	return format.format(moment).replace(' ', 'T');
}

const gmt = (moment: Date): string => moment.toISOString().slice(0, 19);

let site: Site;
let api: any;
let settings: any;
let timezone: string;
beforeAll(async () => {
	site = await useSite('newest');
	api = await openApi(site);
	settings = new api.models.Settings();
	await settings.fetch();
	timezone = settings.get('timezone');
	expect(timezone).not.toBe('');
});
afterAll(async () => {
	await settings.saveChanges({ timezone });
	expect((await onServer(site, 'wp/v2/settings')).timezone).toBe(timezone);
});

/** Half an hour, half an hour with daylight saving, a whole hour with it. */
describe.each(['Asia/Kolkata', 'America/St_Johns', 'Europe/Berlin'])('in %s', (zone) => {
	beforeAll(async () => {
		await settings.saveChanges({ timezone: zone });
	});

	it.each([
		['winter', new Date('2021-01-15T23:45:10Z')],
		['summer', new Date('2021-07-15T23:45:10Z')],
	])('row 51: a post of the %s is read and moved by its true moment', async (_season, moment) => {
		const local = localTime(moment, zone);
		const post = new api.models.Post({ title: 'Dated', status: 'publish', date_gmt: gmt(moment) });
		await post.save();
		const now = (): Promise<any> => onServer(site, `wp/v2/posts/${post.id}`);
		try {
			expect(await now()).toMatchObject({ date: local, date_gmt: gmt(moment) });
			await post.fetch();
			expect(post.getInstant()).toEqual(moment);
			// As in core: the clock on the wall, read as if it were in Greenwich.
			expect(post.getDate()).toEqual(new Date(`${local}Z`));
			expect(post.getInstant('modified')).toEqual(new Date(`${post.get('modified_gmt')}Z`));

			// To the other half of the year, by the moment, ...
			const half = new Date(+moment + 182 * 86_400_000);
			post.setInstant(half);
			expect(post.getInstant()).toEqual(half);
			await post.save();
			expect(await now()).toMatchObject({ date: localTime(half, zone), date_gmt: gmt(half) });
			expect(post.getInstant()).toEqual(half);

			// ... back, with what differs alone, ...
			post.setInstant(moment);
			await post.saveChanges();
			expect(await now()).toMatchObject({ date: local, date_gmt: gmt(moment) });

			// Row 50: ... by `date_gmt`, ...
			post.setDate(half, 'date_gmt');
			expect(post.getInstant()).toEqual(half);
			await post.save();
			expect(await now()).toMatchObject({ date: localTime(half, zone), date_gmt: gmt(half) });

			// ... and by the clock on the wall.
			await post.save({ date: local });
			expect(await now()).toMatchObject({ date: local, date_gmt: gmt(moment) });
			expect(post.getInstant()).toEqual(moment);
		} finally {
			await new api.models.Post({ id: post.id }).destroy({ force: true });
		}
	});

	it('row 51: a local date that is not saved yet is the moment that the server makes of it', async () => {
		const { timezone_string, gmt_offset } = await onServer(site, '');
		expect(timezone_string).toBe(zone);
		const schema = { ...(await onServer(site, 'wp/v2')), timezone_string, gmt_offset };
		const informed = await openApi(site, { schema });
		const date_gmt = '2021-01-15T12:00:00';
		const post = new informed.models.Post({ title: 'Dated', status: 'publish', date_gmt });
		await post.save();
		try {
			for (const date of [
				'2021-07-15T12:00:00',
				// Clocks are put forward, in Canada and in Germany, ...
				'2021-03-14T02:30:00',
				'2021-03-28T01:59:59',
				'2021-03-28T02:30:00',
				'2021-03-28T03:00:00',
				// ... and back.
				'2021-10-31T02:30:00',
				'2021-10-31T03:00:00',
				'2021-11-07T01:30:00',
				'2021-12-15T12:00:00',
			]) {
				post.set({ date });
				const told = post.getInstant();
				await post.saveChanges();
				expect(told, date).toEqual(new Date(`${post.get('date_gmt')}Z`));
			}
			// Who does not know the zone is not told an hour off.
			const other = new api.models.Post({ id: post.id });
			await other.fetch();
			other.set('date', '2021-06-15T12:00:00');
			const guess = other.getInstant();
			await other.saveChanges();
			const moment = new Date(`${other.get('date_gmt')}Z`);
			expect(guess).toEqual(zone === 'Asia/Kolkata' ? moment : false);
		} finally {
			await new api.models.Post({ id: post.id }).destroy({ force: true });
		}
	});

	it('a draft is set to a moment, and a comment tells its own', async () => {
		const moment = new Date('2021-07-15T23:45:10Z');
		const draft = new api.models.Post({ title: 'Dated' });
		draft.setInstant(moment);
		await draft.save();
		await draft.fetch();
		expect(draft.getInstant()).toEqual(moment);
		expect((await onServer(site, `wp/v2/posts/${draft.id}?context=edit`)).date).toBe(localTime(moment, zone));
		await draft.destroy({ force: true });
		const comment = new api.models.Comment({ id: 1 });
		await comment.fetch();
		expect(comment.getInstant()).toEqual(new Date(`${comment.get('date_gmt')}Z`));
	});
});
