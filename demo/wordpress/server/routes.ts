// What a site is made of, in; one listener which finds, for each request, who answers it, out: the caller's documents, a file, or PHP.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import sirv from 'sirv';
import type { Php } from '../php/pool.ts';
import { answerByPhp } from './by-php.ts';

export interface Site {
	php: Php;
	/** '' or '/blog' */
	subdirectory: string;
	/** Folders with files of the site, and the path within the site under which they are found. */
	files: { path: string; folder: string }[];
	documents: Record<string, string | RequestListener>;
}

/** Answers, or calls `next`. */
type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export function routeRequests({ php, subdirectory, files, documents }: Site): RequestListener {
	const handlers: Handler[] = [
		...Object.entries(documents).map(([path, document]) =>
			under(path, typeof document === 'string' ? serveFolder(document) : document),
		),
		...files.map(({ path, folder }) => under(subdirectory + path, serveFolder(folder))),
		under(`${subdirectory}/`, (request, response) => void answerByPhp(php, request, response)),
		(request, response, next) => {
			if (subdirectory && request.url === subdirectory) {
				response.writeHead(301, { location: `${subdirectory}/` }).end();
			} else {
				next();
			}
		},
	];
	return (request, response) => {
		const offer = (place: number): void => {
			const handler = handlers[place];
			if (handler) {
				handler(request, response, () => offer(place + 1));
			} else {
				response.writeHead(404, { 'content-type': 'text/plain' }).end('Nothing here.\n');
			}
		};
		offer(0);
	};
}

/** Shows the handler the URL without `path`, except to PHP, which wants to see all of it. */
function under(path: string, handler: Handler): Handler {
	const folder = path.endsWith('/') ? path : `${path}/`;
	return (request, response, next) => {
		const { url = '/' } = request;
		if (!url.startsWith(folder)) {
			next();
			return;
		}
		Object.assign(request, { url: url.slice(folder.length - 1), originalUrl: url });
		handler(request, response, () => {
			request.url = url;
			next();
		});
	};
}

function serveFolder(folder: string): Handler {
	const serve = sirv(folder, { dev: true, etag: true, extensions: [] });
	return (request, response, next) => {
		// As Apache does, nothing that begins with a dot, such as the database; and PHP is run, not shown.
		const hidden = /\/\.|\.php(?:[/?]|$)/i.test(request.url ?? '');
		if (!hidden && (request.method === 'GET' || request.method === 'HEAD')) {
			serve(request, response, next);
		} else {
			next();
		}
	};
}
