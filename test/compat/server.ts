/**
 * A page and a table of answers come in; the page's jQuery then asks no server but this table, and all it asks is written down.
 * jqXHR, callbacks and Deferreds are jQuery's own: only the wire is replaced.
 */

export interface Answer {
	status: number;
	body: unknown;
	headers?: Record<string, string>;
}

export interface PageRequest {
	method: string;
	url: string;
	/** Below the API's root, `wp/v2/` left out, decoded, without the query: `posts/1`. */
	path: string;
	query: URLSearchParams;
	/** By lower-case name. */
	headers: Record<string, string>;
	/** The JSON that was sent, else the text. */
	body: any;
	/** False for a request that stops the page until it is answered. */
	async: boolean;
	aborted: boolean;
	/** Gives the answer to a request whose answer is 'held'. */
	reply(answer: Answer): void;
}

type Reply = Answer | 'held';

/** By method and path, `GET posts/1`; a query that matters comes along, `GET posts?page=2`; the rest is not found. */
export type Answers = Record<string, Reply | ((request: PageRequest) => Reply)>;

export interface PageServer {
	requests: PageRequest[];
	answers: Answers;
	errors: unknown[];
	busy(): boolean;
}

export const ok = (body: unknown, headers: Record<string, string> = {}): Answer => ({
	status: 200,
	body,
	headers,
});

export const fails = (status: number, code: string): Answer => ({
	status,
	body: { code, message: `It is ${code}.`, data: { status } },
});

/** A page of a list, with what WordPress says of the whole list. */
export const listed = (items: unknown[], total = items.length, pages = 1): Answer =>
	ok(items, { 'X-WP-Total': String(total), 'X-WP-TotalPages': String(pages) });

const texts: Record<number, string> = {
	0: 'error',
	200: 'OK',
	201: 'Created',
	403: 'Forbidden',
	404: 'Not Found',
};

export function answerRequests(window: any, answers: Answers): PageServer {
	let underWay = 0;
	const server: PageServer = { requests: [], answers, errors: [], busy: () => underWay > 0 };
	window.jQuery.ajaxTransport('+*', (options: any) => {
		let request: PageRequest;
		return {
			send(headers: Record<string, string>, complete: (...args: unknown[]) => void) {
				const deliver = ({ status, body, headers: lines = {} }: Answer): void => {
					if (request.aborted) return;
					try {
						complete(status, texts[status] ?? 'Other', { text: textOf(body) }, headerLines(lines));
					} catch (error) {
						server.errors.push(error);
					}
				};
				const reply = (answer: Answer): void => {
					// `async: false` has the answer before `$.ajax()` comes back.
					if (!options.async) {
						deliver(answer);
						return;
					}
					underWay++;
					setImmediate(() => {
						underWay--;
						deliver(answer);
					});
				};
				request = readRequest(options, headers, reply);
				server.requests.push(request);
				const answer = findAnswer(server.answers, request);
				if (answer !== 'held') reply(answer);
			},
			abort() {
				request.aborted = true;
			},
		};
	});
	return server;
}

function readRequest(
	options: any,
	headers: Record<string, string>,
	reply: PageRequest['reply'],
): PageRequest {
	const url = new URL(options.url);
	const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	return {
		method: options.type,
		url: options.url,
		path: decodeURIComponent(url.pathname).replace(/^\/wp-json\/(wp\/v2\/)?/, ''),
		query: url.searchParams,
		headers: Object.fromEntries(lower),
		body: jsonOrText(options.data),
		async: options.async,
		aborted: false,
		reply,
	};
}

function findAnswer(answers: Answers, request: PageRequest): Reply {
	const { method, path, query } = request;
	const name = `${method} ${path}`;
	const withQuery = Object.keys(answers).find((key) => {
		const [head, search] = key.split('?');
		return head === name && search && [...new URLSearchParams(search)].every(([k, v]) => query.get(k) === v);
	});
	const found = answers[withQuery ?? name] ?? fails(404, 'rest_no_route');
	return typeof found === 'function' ? found(request) : found;
}

function jsonOrText(data: unknown): unknown {
	try {
		return typeof data === 'string' ? JSON.parse(data) : data;
	} catch {
		return data;
	}
}

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

const headerLines = (headers: Record<string, string>): string =>
	Object.entries({ 'Content-Type': 'application/json', ...headers })
		.map(([name, value]) => `${name}: ${value}\r\n`)
		.join('');
