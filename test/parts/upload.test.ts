/** Files come in; what a real server on this machine receives of them, and what becomes of its answers, goes out. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { batch, connect, preload, upload, type SettingsInput } from '../../src/index.ts';
import { small } from '../support/fake-schema.ts';
import { ending } from '../support/open.ts';
import { watch } from '../support/watch.ts';

interface Received {
	/** `POST /wp/v2/media` */
	line: string;
	headers: IncomingMessage['headers'];
	text: string;
	/** Of a form, its fields. */
	fields: [string, FormDataEntryValue][];
}
type Reply = { status?: number; body?: unknown; headers?: Record<string, string> } | 'drop' | 'wait';

let server: Server;
let root: string;
let received: Received[] = [];
/** By line. A list is gone through, its last one stays. */
let replies: Record<string, Reply | Reply[]> = {};

beforeAll(async () => {
	// jsdom asks for leave first, as the server is at another origin.
	const leave = {
		'Access-Control-Allow-Origin': location.origin,
		'Access-Control-Allow-Credentials': 'true',
		'Access-Control-Allow-Headers': 'authorization, content-type, x-wp-nonce, x-http-method-override, x-own',
		'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
		'Access-Control-Expose-Headers': 'X-WP-Upload-Attachment-ID',
	};
	server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			void (async () => {
				if (request.method === 'OPTIONS') return response.writeHead(204, leave).end();
				const one = await read(request, Buffer.concat(chunks));
				received.push(one);
				const found = replies[one.line] ?? { status: 404, body: { code: 'rest_no_route', message: 'No.' } };
				const reply = Array.isArray(found) ? (found.length > 1 ? found.shift()! : found[0]!) : found;
				if (reply === 'wait') return undefined;
				if (reply === 'drop') return request.socket.destroy();
				const { status = 200, body = {}, headers } = reply;
				const text = typeof body === 'string' ? body : JSON.stringify(body);
				return response
					.writeHead(status, { 'Content-Type': 'application/json', ...leave, ...headers })
					.end(text);
			})();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/wp-json/`;
});
afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
	received = [];
	replies = { [CREATE]: { status: 201, body: { id: 7, title: { raw: 'T' }, source_url: '/x.jpg' } } };
});
afterEach(() => vi.restoreAllMocks());

const CREATE = 'POST /wp/v2/media';
const PROCESS = 'POST /wp/v2/media/7/post-process';
const REMOVE = 'DELETE /wp/v2/media/7?force=true';

async function read(request: IncomingMessage, body: Buffer): Promise<Received> {
	const { method, url = '', headers } = request;
	const type = headers['content-type'] ?? '';
	const form = type.startsWith('multipart/')
		? await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData()
		: undefined;
	const line = `${method} ${decodeURIComponent(url).replace(/^.*(wp-json|rest_route=)/, '')}`;
	return { line, headers, text: body.toString(), fields: form ? [...form] : [] };
}

const open = (settings: SettingsInput = {}): any =>
	connect({ root, nonce: 'N1', schema: small(), cacheSchema: false, ...settings }, [batch, preload, upload]);
const media = (attributes: object = {}, settings: SettingsInput = {}): any =>
	new (open(settings).models.Media)(attributes);
const picture = (name = 'harbour.jpg', content = 'JPEG'): File =>
	new File([content], name, { type: 'image/jpeg' });
const lines = (): string[] => received.map(({ line }) => line);
/** The fields that were sent beside the file. */
const fields = (): string[] =>
	received[0]!.fields
		.filter(([, value]) => typeof value === 'string')
		.map(([name, value]) => `${name}=${value as string}`);
const sentFile = (): File => received[0]!.fields.find(([name]) => name === 'file')![1] as File;

describe('upload()', () => {
	it('sends the file, with its fields, as a form', async () => {
		const item = media({ title: 'Grüße', meta: { isbn: '1', list: [1, 2] }, alt_text: '' });
		await item.upload(picture());
		expect(lines()).toEqual([CREATE]);
		expect(received[0]!.headers['content-type']).toMatch(/^multipart\/form-data; ?boundary=/);
		expect(received[0]!.headers['x-wp-nonce']).toBe('N1');
		expect(fields()).toEqual([
			'title=Grüße',
			'meta[isbn]=1',
			'meta[list][0]=1',
			'meta[list][1]=2',
			'alt_text=',
		]);
		expect(sentFile().type).toBe('image/jpeg');
		expect(await sentFile().text()).toBe('JPEG');
	});

	it.each(['harbour.jpg', 'Häfen – Überblick.jpg', '港.jpg', 'a b "c".jpg'])(
		'keeps the name %s',
		async (name) => {
			await media().upload(picture(name));
			expect(sentFile().name).toBe(name);
		},
	);

	it.each([
		['image/png', 'file.png'],
		['image/jpeg', 'file.jpeg'],
		['image/svg+xml', 'file.svg'],
		['application/pdf', 'file.pdf'],
	])('gives a blob of %s the name %s', async (type, name) => {
		await media().upload(new Blob(['x'], { type }));
		expect([sentFile().name, sentFile().type]).toEqual([name, type]);
	});

	it('gives a name without odd endings to a blob whose type has parameters', async () => {
		await media().upload(new Blob(['x'], { type: 'audio/webm;codecs=opus' }));
		expect(sentFile().name).toBe('file.webm');
	});

	it('resolves, and the item is what the server made of it', async () => {
		const item = media({ title: 'T' });
		const xhr = item.upload(picture());
		const { state, args } = await ending(xhr);
		expect([state, args[1], args[2].status]).toEqual(['resolved', 'success', 201]);
		expect([item.id, item.get('source_url'), item.has('file')]).toEqual([7, '/x.jpg', false]);
	});

	it('tells events and callbacks as a save does', async () => {
		const item = media();
		const { seen, options } = watch(item);
		await ending(item.upload(picture(), options));
		expect(seen).toEqual(['request', 'success/3', 'sync', 'complete/2']);
	});

	it('leaves `contentType` and the body to the browser', async () => {
		const { default: Backbone } = await import('backbone');
		const ajax = vi.spyOn(Backbone, 'ajax');
		await media({ title: 'x' }).upload(picture());
		const [options] = ajax.mock.calls[0]! as any[];
		expect(options.data).toBeInstanceOf(FormData);
		expect([options.contentType, options.processData, options.type]).toEqual([false, false, 'POST']);
	});

	it('sends what the caller sets by beforeSend', async () => {
		await media().upload(picture(), { beforeSend: (xhr: any) => void xhr.setRequestHeader('X-Own', 'yes') });
		expect(received[0]!.headers['x-own']).toBe('yes');
	});

	it('sends a form also where JSON is refused', async () => {
		await media({ title: 'x' }, { emulateJSON: true, emulateHTTP: true }).upload(picture());
		expect([lines(), fields(), sentFile().name]).toEqual([[CREATE], ['title=x'], 'harbour.jpg']);
	});

	it('goes to plain permalinks as well', async () => {
		await media({}, { root: root.replace('wp-json/', '?rest_route=/') }).upload(picture());
		expect(lines()).toEqual([CREATE]);
	});

	it('has the headers of the API, and no nonce beside a password', async () => {
		await media({}, { headers: { Authorization: 'Basic x' } }).upload(picture());
		expect([received[0]!.headers.authorization, received[0]!.headers['x-wp-nonce']]).toEqual([
			'Basic x',
			undefined,
		]);
		expect(sentFile().name).toBe('harbour.jpg');
	});

	it('of an item that has its file already is refused, and nothing is sent', async () => {
		const item = media({ id: 7 });
		const { state, args } = await ending(item.upload(picture()));
		expect([state, args[0].code, args[0].name]).toEqual(['rejected', 'method_not_allowed', 'WPApiError']);
		expect(received).toEqual([]);
	});

	it('in a batch goes by itself', async () => {
		const api = open();
		const item = new api.models.Media({ title: 'x' });
		await api.batch(() => item.upload(picture()));
		expect([lines(), item.id]).toEqual([[CREATE], 7]);
	});

	it('renews a refused nonce, and sends the file again', async () => {
		const { origin } = new URL(root);
		replies[CREATE] = [
			{ status: 403, body: { code: 'rest_cookie_invalid_nonce', message: 'No.' } },
			{ status: 201, body: { id: 7 } },
		];
		replies['GET /wp-admin/admin-ajax.php?action=rest-nonce'] = { body: 'abcdef0123' };
		const item = media({}, { nonceEndpoint: `${origin}/wp-admin/admin-ajax.php?action=rest-nonce` });
		expect((await ending(item.upload(picture()))).state).toBe('resolved');
		expect(received[2]!.headers['x-wp-nonce']).toBe('abcdef0123');
		expect(received[2]!.text).toContain('JPEG');
	});
});

describe('save() with a `file`', () => {
	it('uploads it, and takes the attribute away afterwards', async () => {
		const item = media({ title: 'x', file: picture() });
		await item.save();
		expect([fields(), sentFile().name, item.has('file'), item.id]).toEqual([
			['title=x'],
			'harbour.jpg',
			false,
			7,
		]);
	});

	it.each<[string, Reply]>([
		['an error', { status: 400, body: { code: 'rest_upload_unknown_error', message: 'No.' } }],
		['a dropped connection', 'drop'],
	])('keeps it after %s, for another try', async (_what, reply) => {
		replies[CREATE] = [reply, { status: 201, body: { id: 7 } }];
		const file = picture();
		const item = media({ file });
		expect((await ending(item.save())).state).toBe('rejected');
		expect(item.get('file')).toBe(file);
		expect((await ending(item.save())).state).toBe('resolved');
		expect([received.length, item.has('file')]).toEqual([2, false]);
	});

	it('by create() of a list works', async () => {
		const { collections } = open();
		const list = new collections.Media();
		const item = list.create({ title: 'x', file: picture() });
		await vi.waitUntil(() => item.id === 7);
		expect([sentFile().name, list.length]).toEqual(['harbour.jpg', 1]);
	});

	it('that is none is sent as any field', async () => {
		await media({ title: 'x', file: 'a.jpg' }).save();
		expect(JSON.parse(received[0]!.text)).toEqual({ title: 'x', file: 'a.jpg' });
	});

	it('is not sent to change an item', async () => {
		replies['PUT /wp/v2/media/7'] = { body: { id: 7 } };
		const item = media({ id: 7 });
		await item.save({ title: 'y' });
		expect(JSON.parse(received[0]!.text)).toEqual({ id: 7, title: 'y' });
	});
});

describe('on the way', () => {
	it('progress is told: what has gone out, and of how much', async () => {
		const events: ProgressEvent[] = [];
		await media().upload(picture('a.jpg', 'x'.repeat(200_000)), {
			onProgress: (event: ProgressEvent) => void events.push(event),
		});
		expect(events.length).toBeGreaterThan(0);
		const { loaded, total } = events.at(-1)!;
		expect(loaded).toBe(total);
		expect(total).toBeGreaterThan(200_000);
	});

	it('a page’s own XMLHttpRequest is used', async () => {
		const made: XMLHttpRequest[] = [];
		const onProgress = vi.fn();
		await media().upload(picture(), {
			onProgress,
			xhr: () => {
				made.push(new XMLHttpRequest());
				return made.at(-1);
			},
		});
		expect(made).toHaveLength(1);
		expect(onProgress).toHaveBeenCalled();
	});

	it.each(['abort()', 'signal'])('%s ends it, and the file stays', async (how) => {
		replies[CREATE] = 'wait';
		const file = picture();
		const item = media({ file });
		const controller = new AbortController();
		const { seen, options } = watch(item);
		const xhr = item.save(null, { ...options, signal: controller.signal });
		await vi.waitUntil(() => received.length === 1);
		if (how === 'signal') controller.abort();
		else xhr.abort();
		expect([xhr.state(), xhr.code, item.get('file'), item.isNew()]).toEqual([
			'rejected',
			'abort',
			file,
			true,
		]);
		expect(seen).toEqual(['request', 'error/3', 'error', 'complete/2']);
	});

	it.each<[string, Reply, string]>([
		['a dropped connection', 'drop', 'network_error'],
		['503', { status: 503, headers: { 'Retry-After': '0' }, body: '' }, 'http_error'],
		['429', { status: 429, body: '' }, 'http_error'],
		['500, with nothing stored', { status: 500, body: '<h1>Oh' }, 'http_error'],
		['413', { status: 413, body: '<h1>Too large' }, 'http_error'],
	])('%s: it is not sent again', async (_what, reply, code) => {
		replies[CREATE] = reply;
		const { args } = await ending(media().upload(picture()));
		expect([args[0].code, lines()]).toEqual([code, [CREATE]]);
	});
});

describe('when the server dies after it has stored the file', () => {
	const died: Reply = { status: 500, body: '<h1>Oh', headers: { 'X-WP-Upload-Attachment-ID': '7' } };
	const broken: Reply = { status: 500, body: '' };

	it.each([500, 502, 503])('by %i: it is asked to go on, and that is the answer', async (status) => {
		replies[CREATE] = { ...(died as object), status };
		replies[PROCESS] = { body: { id: 7, source_url: '/done.jpg' } };
		const item = media({ title: 'x', file: picture() });
		const { seen, options } = watch(item);
		expect((await ending(item.save(null, options))).state).toBe('resolved');
		expect(lines()).toEqual([CREATE, PROCESS]);
		expect(JSON.parse(received[1]!.text)).toEqual({ action: 'create-image-subsizes' });
		expect(received[1]!.headers['x-wp-nonce']).toBe('N1');
		expect([item.id, item.get('source_url'), item.has('file')]).toEqual([7, '/done.jpg', false]);
		expect(seen).toEqual(['request', 'success/3', 'sync', 'complete/2']);
	});

	it.each<[string, Reply]>([
		['dies again', broken],
		['drops the connection', 'drop'],
	])('and %s: up to five times', async (_what, reply) => {
		replies[CREATE] = died;
		replies[PROCESS] = [reply, reply, reply, reply, { body: { id: 7 } }];
		expect((await ending(media().upload(picture()))).state).toBe('resolved');
		expect(lines()).toEqual([CREATE, ...Array<string>(5).fill(PROCESS)]);
	});

	it.each([
		['pretty permalinks', ''],
		['plain permalinks', '?rest_route=/'],
	])('for good: the half-made item is removed, and the first failure is told (%s)', async (_what, plain) => {
		replies[CREATE] = died;
		replies[PROCESS] = broken;
		// With plain permalinks a further argument is joined by `&`, else WordPress takes it for a part of the route.
		const remove = plain ? REMOVE.replace('?', '&') : REMOVE;
		replies[remove] = { body: { deleted: true } };
		const file = picture();
		const item = media({ file }, plain ? { root: root.replace('wp-json/', plain) } : {});
		const { state, args } = await ending(item.save());
		expect([state, args[0].code, args[0].status]).toEqual(['rejected', 'http_error', 500]);
		expect(lines()).toEqual([CREATE, ...Array<string>(5).fill(PROCESS), remove]);
		expect([item.isNew(), item.get('file')]).toEqual([true, file]);
	});

	it('for good, where DELETE is blocked: it is removed by POST', async () => {
		replies[CREATE] = died;
		replies[PROCESS] = broken;
		replies[REMOVE] = { status: 405, body: 'No' };
		// Of another origin than the page's, where `_method` cannot go along
		replies[`POST /wp/v2/media/7?force=true`] = { body: { deleted: true } };
		await ending(media().upload(picture()));
		expect(lines().at(-1)).toBe('POST /wp/v2/media/7?force=true');
	});

	it('for good, and it cannot be removed: the first failure is told all the same', async () => {
		replies[CREATE] = died;
		replies[PROCESS] = broken;
		replies[REMOVE] = 'drop';
		const { args } = await ending(media().upload(picture()));
		expect([args[0].code, args[0].status]).toEqual(['http_error', 500]);
		expect(lines().filter((line) => line === REMOVE)).toHaveLength(1);
	});

	it('and it is aborted meanwhile: that is told at once, and nothing of it later', async () => {
		replies[CREATE] = died;
		replies[PROCESS] = 'wait';
		const item = media({ file: picture() });
		const { seen, options } = watch(item);
		const xhr = item.save(null, options);
		await vi.waitUntil(() => lines().includes(PROCESS));
		xhr.abort();
		expect([xhr.state(), xhr.code]).toEqual(['rejected', 'abort']);
		server.closeAllConnections();
		replies[PROCESS] = { body: { id: 7 } };
		await vi.waitUntil(() => lines().filter((line) => line === PROCESS).length > 1).catch(() => undefined);
		expect(item.isNew()).toBe(true);
		expect(seen).toEqual(['request', 'error/3', 'error', 'complete/2']);
	});

	it('is none of a write without a file', async () => {
		replies[CREATE] = died;
		expect((await ending(media({ title: 'x' }).save())).state).toBe('rejected');
		expect(lines()).toEqual([CREATE]);
	});
});
