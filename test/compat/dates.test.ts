/**
 * Rows 50 and 51 of docs/differences-from-core.md come in, dates on a site four hours behind UTC; the moments that both clients read and save go
 * out. Row 52 is in `relations.test.ts`, core's readings are in `helpers.test.ts`.
 *
 * @vitest-environment node
 */
import { describe, expect, vi } from 'vitest';
import { readIndex } from '../wordpress/site.ts';
import { mends } from './mends.ts';
import type { Page, PageOptions } from './page.ts';
import { ok, type Answer, type PageRequest } from './server.ts';

// That of the visitor, which must not matter.
vi.stubEnv('TZ', 'Asia/Kolkata');

const schema = await readIndex('6.7', { namespace: 'wp/v2' });
const HOURS_BEHIND = 4;

/** Both dates of a moment, as this site has them. */
function datesOf(moment: number): object {
	const text = (time: number): string => new Date(time).toISOString().slice(0, 19);
	return { date: text(moment - HOURS_BEHIND * 3_600_000), date_gmt: text(moment) };
}

/** As WordPress has it: `date` first, which is local unless it names a zone. */
function writePost({ body }: PageRequest): Answer {
	const { date, date_gmt: gmt } = body as { date?: string; date_gmt?: string };
	const isLocal = date && !/(Z|[+-]\d\d:?\d\d)$/.test(date);
	const given = Date.parse(isLocal ? `${date}-0${HOURS_BEHIND}:00` : (date ?? gmt!.replace(/Z?$/, 'Z')));
	return ok({ id: 1, title: 'x', ...datesOf(given) });
}

const noon = Date.UTC(2024, 4, 4, 12);
const site: PageOptions = {
	schema,
	answers: {
		'GET posts/1': ok({ id: 1, title: 'x', ...datesOf(noon) }),
		'PUT posts/1': writePost,
		'PATCH posts/1': writePost,
	},
};

async function readPost(page: Page): Promise<any> {
	const post = new page.api.models.Post({ id: 1 });
	post.fetch();
	await page.idle();
	return post;
}

const evening = Date.UTC(2024, 4, 6, 22, 30);

mends('row 50: what is set as date_gmt moves the post', async (open) => {
	const page = open(site);
	const post = await readPost(page);
	post.setDate(new Date(evening), 'date_gmt');
	post.save();
	await page.idle();
	expect(post.get('date')).toBe('2024-05-06T18:30:00');
	expect(post.get('date_gmt')).toBe('2024-05-06T22:30:00');
});

describe('row 51: moments', () => {
	/** Core has one method for it, which stays as it is. */
	const momentOf = (post: any): number => +(post.getInstant ?? post.getDate).call(post);
	const move = (post: any, time: number): void =>
		(post.setInstant ?? post.setDate).call(post, new Date(time));

	mends('row 51: a post is read as of the moment it was published', async (open) => {
		expect(momentOf(await readPost(open(site)))).toBe(noon);
	});

	mends(
		'row 51: the moment that is set is the one that is read, before and after it is saved',
		async (open) => {
			const page = open(site);
			const post = await readPost(page);
			move(post, evening);
			expect(momentOf(post)).toBe(evening);
			post.save();
			await page.idle();
			expect(post.get('date')).toBe('2024-05-06T18:30:00');
			expect(momentOf(post)).toBe(evening);
		},
	);
});
