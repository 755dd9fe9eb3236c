/**
 * The part `upload`: a file comes in; a media item goes out. `media.upload( file )`, or `save()` with a `file`.
 */

import type Backbone from 'backbone';
import type { Helper } from '../relations/helper.ts';
import type { Part } from './part.ts';
import { WPApiError } from '../errors.ts';
import { rejected } from '../promises.ts';
import type { UploadOptions } from '../resources/methods.ts';
import { afterwards, answerWith, recovered } from '../request/answer.ts';
import { formFields } from '../request/form-data.ts';
import type { Middleware } from '../request/request.ts';
import type { EndpointLike, WPApiModel, WPApiXHR } from '../seams.ts';

/** How often WordPress is asked to go on with an image, as its own media library does. */
const TRIES = 5;

/** https://developer.wordpress.org/rest-api/reference/media/#create-a-media-item */
export const upload: Part = () => ({ middleware: (site) => [sendFile(site)], helpers: [uploads] });

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

const sendFile = (site: EndpointLike): Middleware => {
	return (request, next) => {
		const { caller, isHome, known, verb } = request;
		const { file: inBody, ...fields } = Object(request.body) as { file?: unknown };
		const { file = inBody, onProgress } = caller.options as Pick<UploadOptions, 'onProgress'> & {
			file?: unknown;
		};
		if (known || verb !== 'POST' || !(file instanceof Blob)) return next(request);
		const answer = next({ ...request, data: formWith(file, fields), contentType: false, onProgress });
		// The file is there, but the server died over its smaller sizes. https://core.trac.wordpress.org/ticket/47987
		const whole = recovered(answer, ({ status, header }) => {
			const id = isHome && status >= 500 && header('X-WP-Upload-Attachment-ID');
			const finished = id && finish(site, `/wp/v2/media/${id}`, caller.xhr);
			return finished
				? afterwards(
						finished,
						(body) => answerWith({ body }),
						() => answer,
					)
				: undefined;
		});
		// It would be sent again, as nothing.
		return whole.done(() => (caller.subject as Backbone.Model).unset('file'));
	};
};

function formWith(file: Blob, fields: object): FormData {
	const form = new FormData();
	for (const [name, value] of formFields(fields)) form.append(name, value);
	// WordPress goes by the ending of the name.
	const name = file instanceof File ? file.name : `file.${file.type.replace(/.*\/|[+;].*/g, '')}`;
	form.append('file', file, name);
	return form;
}

/** The item, once WordPress has made its smaller sizes. Rejects where it cannot: then nothing is left on the server. */
async function finish(site: EndpointLike, path: string, xhr: WPApiXHR): Promise<unknown> {
	const request = { verb: 'POST', path: `${path}/post-process`, body: { action: 'create-image-subsizes' } };
	for (let i = 0; i < TRIES && xhr.state() === 'pending'; i++) {
		try {
			return (await site.request(request)).body;
		} catch {
			// Each time WordPress goes on where it was.
		}
	}
	await site.request({ verb: 'DELETE', path: `${path}?force=true` });
	throw Error('Nothing is left of the upload.');
}
