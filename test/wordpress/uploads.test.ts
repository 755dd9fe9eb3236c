/** Files come in, and a server that dies over them; what the media library has of them afterwards, and what was told, goes out. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answers, only, silentAfter, spoilt } from '../faults/faults.ts';
import { useFaults, visit, type Faults } from '../faults/page.ts';
import type { Fault, Spot } from '../faults/server.ts';
import { failureOf, onServer } from './client.ts';

const png = (name: string): File => new File([PIXEL], name, { type: 'image/png' });
const PIXEL = Uint8Array.from(
	atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
	(letter) => letter.charCodeAt(0),
);

let here: Faults;
let before: number[];
const listed = async (): Promise<number[]> => {
	const printed = await here.site.php(
		`echo wp_json_encode( get_posts( array( 'post_type' => 'attachment', 'post_status' => 'any', 'fields' => 'ids', 'numberposts' => -1 ) ) );`,
	);
	return (JSON.parse(printed) as number[]).sort();
};

beforeAll(async () => {
	here = await useFaults();
	before = await listed();
});
afterAll(async () => {
	await here.site.php(
		`foreach ( get_posts( array( 'post_type' => 'attachment', 'post_status' => 'any', 'fields' => 'ids', 'numberposts' => -1, 'exclude' => array( ${String(before)} ) ) ) as $id ) wp_delete_attachment( $id, true );`,
	);
	await here.close();
});

/** What the media library has got since. */
async function since<T>(act: () => Promise<T>): Promise<[T, number[]]> {
	const had = await listed();
	const result = await act();
	await here.server.idle();
	return [result, (await listed()).filter((id) => !had.includes(id))];
}

describe('upload()', () => {
	it('stores the file with its fields, and tells how far it is', async () => {
		const { api, spot } = here.open();
		const media = new api.models.Media({
			title: 'Přístav & “Salt”',
			alt_text: '盐',
			caption: 'A <b>boat</b>',
		});
		const onProgress = vi.fn();
		const seen: string[] = [];
		media.on('request sync error invalid', (_media: unknown) => seen.push('event'));
		const answer = await media.upload(png('harbour.png'), { onProgress });
		expect(answer.id).toBe(media.id);
		expect(await onServer(here.site, `wp/v2/media/${media.id}?context=edit`)).toMatchObject({
			title: { raw: 'Přístav & “Salt”' },
			alt_text: '盐',
			caption: { raw: 'A <b>boat</b>' },
			mime_type: 'image/png',
			source_url: expect.stringMatching(/harbour(-\d+)?\.png$/),
		});
		const { loaded, total } = onProgress.mock.lastCall![0] as ProgressEvent;
		expect(loaded).toBe(total);
		expect(loaded).toBeGreaterThan(PIXEL.length);
		expect([seen.length, media.has('file')]).toEqual([2, false]);
		// From then on it is an item as others are.
		await media.save({ alt_text: 'Salt' }, { patch: true });
		expect((await onServer(here.site, `wp/v2/media/${media.id}`)).alt_text).toBe('Salt');
		expect(await failureOf(media.upload(png('b.png')))).toMatchObject({ code: 'method_not_allowed' });
		await media.destroy();
		expect((await onServer(here.site, `wp/v2/media/${media.id}`)).code).toBe('rest_post_invalid_id');
		// WordPress has no trash for files, and says so first.
		expect(spot.asked.map(({ verb }) => verb)).toEqual(['POST', 'PATCH', 'DELETE', 'DELETE']);
	});

	it.each([
		['přístav žluťoučký.png', png('přístav žluťoučký.png')],
		['盐.png', png('盐.png')],
		['a "quoted"; name.png', png('a "quoted"; name.png')],
		['no name at all', new Blob([PIXEL], { type: 'image/png' })],
		['no name, but a type with a parameter', new Blob([PIXEL], { type: 'image/png;depth=8' })],
	])('takes %s', async (_name, file) => {
		const { api } = here.open();
		const media = new api.models.Media();
		await media.upload(file);
		const { mime_type: type, source_url: url } = await onServer(here.site, `wp/v2/media/${media.id}`);
		expect(type).toBe('image/png');
		const stored = await fetch(url);
		expect(stored.status).toBe(200);
		expect(Buffer.from(await stored.arrayBuffer())).toEqual(Buffer.from(await file.arrayBuffer()));
		if (file instanceof File) expect(decodeURIComponent(url)).toMatch(/\.png$/);
		await media.destroy();
	});

	it('refuses what the site refuses, with its own code', async () => {
		const { api } = here.open();
		const [failure, left] = await since(() =>
			failureOf(new api.models.Media().upload(new File(['<?php'], 'a.exe', { type: 'application/x-exe' }))),
		);
		expect(failure).toMatchObject({ code: 'rest_upload_unknown_error', status: 500 });
		expect(left).toEqual([]);
	});

	it('works with an application password from another origin', async () => {
		const { name, applicationPassword } = here.site.user;
		visit('http://elsewhere.example');
		try {
			const { api } = here.open({
				headers: { Authorization: `Basic ${btoa(`${name}:${applicationPassword}`)}` },
			});
			const media = new api.models.Media({ title: 'From afar' });
			await media.upload(png('afar.png'));
			expect((await onServer(here.site, `wp/v2/media/${media.id}`)).title.rendered).toBe('From afar');
			await media.destroy();
		} finally {
			visit(here.server.origin);
		}
	});
});

describe('save() with a file', () => {
	it.each([
		['as an attribute', (media: any, file: File) => media.save({ title: 'Saved', file })],
		['as an option', (media: any, file: File) => media.save({ title: 'Saved' }, { file })],
	])('%s', async (_how, save) => {
		const { api, spot } = here.open();
		const media = new api.models.Media();
		await save(media, png('saved.png'));
		expect((await onServer(here.site, `wp/v2/media/${media.id}`)).title.rendered).toBe('Saved');
		await media.save({ caption: 'Later' });
		expect(spot.asked.map(({ headers }) => headers['content-type']!.split(';')[0])).toEqual([
			'multipart/form-data',
			'application/json',
		]);
		expect(JSON.parse(String(spot.asked[1]!.body))).not.toHaveProperty('file');
		await media.destroy();
	});
});

describe('a server that dies after it has stored the file', () => {
	const toMedia = only(
		({ verb, path }) => verb === 'POST' && path.endsWith('/media'),
		spoilt(() => ({ status: 500, body: '<h1>Error</h1>' })),
	);
	/** It dies, and so do that many of the requests that go on with it. */
	const dying = (times: number): Fault => {
		let left = times;
		return (asked, pass) => {
			if (!asked.path.includes('post-process')) return toMedia(asked, pass);
			return left-- > 0 ? answers(502)(asked, pass) : pass();
		};
	};
	const verbs = ({ asked }: Spot): string[] =>
		asked.map(({ verb, path }) => `${verb} ${path.replace('/wp-json/wp/v2/', '').replace(/\d+/, 'ID')}`);
	const process = 'POST media/ID/post-process';

	it.each([0, 4])('is asked to go on, until it does (%i failures)', async (times) => {
		const { api, spot } = here.open({}, dying(times));
		const media = new api.models.Media({ title: 'Died' });
		const [answer, left] = await since(() => media.upload(png('died.png')));
		expect(left).toEqual([media.id]);
		expect((answer as { title: object }).title).toMatchObject({ raw: 'Died' });
		expect(verbs(spot)).toEqual(['POST media', ...Array<string>(times + 1).fill(process)]);
		await media.destroy();
	});

	it.each([
		['pretty permalinks', 'newest'],
		['plain permalinks', { version: '6.7', permalinks: 'plain', subdirectory: '/blog' }],
	] as const)('never goes on: nothing is left (%s)', async (_name, which) => {
		const own = which === 'newest' ? here : await useFaults(which);
		const [{ site }, was] = [own, here];
		here = own;
		try {
			const { api, spot } = own.open({}, dying(99));
			const media = new api.models.Media({ title: 'Dead' });
			const [failure, left] = await since(() => failureOf(media.upload(png('dead.png'))));
			expect(failure).toMatchObject({ code: 'http_error', status: 500 });
			expect([left, media.isNew()]).toEqual([[], true]);
			expect(spot.asked.filter(({ path }) => path.includes('post-process'))).toHaveLength(5);
			expect(spot.asked).toHaveLength(7);
			expect(site.root).toBeTruthy();
		} finally {
			here = was;
			if (own !== here) {
				await own.close();
				// Back to the first one, with its cookies
				const again = await useFaults();
				await here.close();
				here = again;
			}
		}
	});

	it('is not asked to delete what another host has named', async () => {
		const { api, spot } = here.open({}, (_asked, pass) => pass());
		const first = before[0]!;
		const other = here.server.spot(answers(500, { 'x-wp-upload-attachment-id': String(first) }));
		await failureOf(new api.models.Media().upload(png('a.png'), { url: `${other.root}wp/v2/media` }));
		expect(spot.asked).toEqual([]);
		expect(await listed()).toContain(first);
	});

	it('is let go when the upload is called off meanwhile', async () => {
		const { api, spot } = here.open({}, async (asked, pass) =>
			asked.path.includes('post-process') ? silentAfter(asked, pass) : toMedia(asked, pass),
		);
		const controller = new AbortController();
		const sent = failureOf(new api.models.Media().upload(png('left.png'), { signal: controller.signal }));
		while (spot.asked.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
		controller.abort();
		expect((await sent).code).toBe('abort');
		expect(spot.asked).toHaveLength(2);
	});
});
