/**
 * The part `upload`: a file comes in; a media item goes out. `media.upload( file )`, or `save()` with a `file`.
 */

import $ from 'jquery';
import type { Helper } from '../relations/helper.ts';
import type { Part } from './part.ts';
import { WPApiError } from '../errors.ts';
import { rejected } from '../promises.ts';
import type { UploadOptions } from '../resources/methods.ts';
import type { Concern, Request, WPApiModel, WPApiXHR } from '../seams.ts';
import { ask } from '../request/ask.ts';
import { formFields } from '../request/form-data.ts';

/** How often WordPress is asked to go on with an image, as its own media library does. */
const TRIES = 5;

/** https://developer.wordpress.org/rest-api/reference/media/#create-a-media-item */
export const upload: Part = () => ({ concerns: [sendFile], helpers: [uploads] });

const uploads: Helper = {
	appliesTo: ({ shape }) => shape === '/wp/v2/media/{}',
	methods: {
		upload(this: WPApiModel, file: Blob, options?: UploadOptions): unknown {
			if (this.isNew()) return this.save(null, { ...options, file } as object);
			return rejected(
				new WPApiError('method_not_allowed', 'A media item has its file for good: make a new one.'),
			);
		},
	},
};

const sendFile: Concern = {
	prepare(request) {
		const { method, options, subject } = request;
		const file: unknown = options.file ?? (subject as WPApiModel).get('file');
		if (method === 'create' && file instanceof Blob) request.file = file;
	},
	attempt({ file, options, answer }, own) {
		if (!file || answer) return;
		const { file: _file, ...fields } = own.attrs as { file: unknown };
		const form = new FormData();
		for (const [name, value] of formFields(fields)) form.append(name, value);
		// WordPress goes by the ending of the name.
		form.append('file', file, (file as File).name ?? `file.${file.type.replace(/.*\/|[+;].*/g, '')}`);
		Object.assign(own, { data: form, contentType: false });
		const { onProgress } = options as Pick<UploadOptions, 'onProgress'>;
		if (!onProgress) return;
		const factory = (own.xhr ?? $.ajaxSetup({}).xhr) as () => XMLHttpRequest;
		own.xhr = () => {
			const xhr = factory();
			xhr.upload.addEventListener('progress', onProgress);
			return xhr;
		};
	},
	accept({ file, subject }, data) {
		// It would be sent again, as nothing.
		if (file) (subject as WPApiModel).unset('file');
		return data;
	},
	// The file is there, but the server died over its smaller sizes. https://core.trac.wordpress.org/ticket/47987
	recover(request, { xhr }) {
		const id =
			request.file &&
			request.isHome &&
			xhr.status >= 500 &&
			xhr.getResponseHeader('X-WP-Upload-Attachment-ID');
		return id ? finish(request, `/wp/v2/media/${id}`) : undefined;
	},
};

async function finish(request: Request, path: string): Promise<void> {
	const { endpointModel } = request.subject;
	const { xhr } = request.options as { xhr: WPApiXHR };
	const attrs = { action: 'create-image-subsizes' };
	for (let i = 0; i < TRIES && xhr.state() === 'pending'; i++) {
		try {
			request.answer = { body: await ask(endpointModel, 'create', `${path}/post-process`, { attrs }) };
			return;
		} catch {
			// Each time WordPress goes on where it was.
		}
	}
	await ask(endpointModel, 'delete', `${path}?force=true`, {});
	throw Error('Nothing is left of the upload.');
}
