/**
 * A table of answers comes in; a site goes out that gives them, by way of msw, and writes down what it was asked. Whatever the
 * table does not know is `rest_no_route`.
 */
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';

export const ROOT = `${location.origin}/wp-json/`;

export interface Answer {
	status?: number;
	body?: unknown;
	headers?: Record<string, string>;
	/** No answer at all: the connection breaks. */
	broken?: boolean;
}

export interface Asked {
	method: string;
	url: string;
	/** Below the API's root, `wp/v2/` left out: `posts/1`, `wp/v2` for the index; the whole path of what lies elsewhere. */
	path: string;
	query: URLSearchParams;
	headers: Headers;
	/** The JSON that was sent, else the text. */
	body: any;
}

type Reply = Answer | Promise<Answer>;

/** By method and path: `GET posts/1`. A list is gone through, its last answer stays. */
export type Answers = Record<string, Reply | Answer[] | ((asked: Asked) => Reply)>;

export interface FakeSite {
	answers: Answers;
	asked: Asked[];
	/** What was asked, as `GET posts?page=2`, decoded. */
	lines(): string[];
	/** Waits until every request has its answer, and whatever hangs on that has happened. */
	idle(): Promise<void>;
}

export const ok = (body: unknown, headers: Record<string, string> = {}): Answer => ({ body, headers });

export const fails = (status: number, code: string, data: object = {}): Answer => ({
	status,
	body: { code, message: `It is ${code}.`, data: { status, ...data } },
});

/** A page of a list, with what WordPress says of the whole. */
export const listed = (items: unknown[], total = items.length, pages = 1): Answer =>
	ok(items, { 'X-WP-Total': String(total), 'X-WP-TotalPages': String(pages) });

/** An answer that is given when the test says so. */
export function held(): { answer: Promise<Answer>; give: (answer: Answer) => void } {
	let give!: (answer: Answer) => void;
	const answer = new Promise<Answer>((resolve) => (give = resolve));
	return { answer, give };
}

/** Called once at the top of a file; it starts empty for every test. */
export function fakeSite(): FakeSite {
	let underWay = 0;
	const site: FakeSite = {
		answers: {},
		asked: [],
		lines: () =>
			site.asked.map(({ method, path, query }) => {
				const search = decodeURIComponent(query.toString());
				return `${method} ${path}${search && '?'}${search}`;
			}),
		async idle() {
			// Not by `$.active`, which jQuery forgets to count down where a callback throws
			for (let quiet = 0; quiet < 5; quiet = underWay ? 0 : quiet + 1)
				await new Promise((resolve) => setTimeout(resolve, 2));
		},
	};
	const server = setupServer(
		http.all('*', async ({ request }) => {
			underWay++;
			try {
				const asked = await read(request);
				site.asked.push(asked);
				return respond(await find(site.answers, asked));
			} finally {
				underWay--;
			}
		}),
	);
	beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
	afterEach(async () => {
		await site.idle();
		site.answers = {};
		site.asked.length = 0;
	});
	afterAll(() => server.close());
	return site;
}

function respond({ status = 200, body = null, headers, broken }: Answer): Response {
	if (broken) return HttpResponse.error();
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return new HttpResponse(status === 204 ? null : text, {
		status,
		headers: { 'Content-Type': 'application/json', ...headers },
	});
}

async function read(request: Request): Promise<Asked> {
	const { pathname, searchParams } = new URL(request.url);
	const text = await request.text();
	let body: unknown = text;
	try {
		body = JSON.parse(text);
	} catch {
		// Not every body is JSON
	}
	return {
		method: request.method,
		url: request.url,
		path: decodeURIComponent(pathname)
			.replace(/(.)\/$/, '$1')
			.replace(/^\/wp-json\/(wp\/v2\/)?/, ''),
		query: searchParams,
		headers: request.headers,
		body,
	};
}

async function find(answers: Answers, asked: Asked): Promise<Answer> {
	const found = answers[`${asked.method} ${asked.path}`] ?? fails(404, 'rest_no_route');
	if (Array.isArray(found)) return found.length > 1 ? found.shift()! : found[0]!;
	return typeof found === 'function' ? found(asked) : found;
}
