// The answers that the demo's server gives by itself: who the page is (a session, with its cookies), and a fresh nonce.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Session, Site } from './site.ts';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export function answerForSession(site: Site): Middleware {
	return (request, response, next) => {
		if (request.url === '/__demo/session') {
			void answer(response, async () => {
				const { user, nonce, cookies } = await site.logIn();
				const { address, restPath: root } = site;
				const session: Session = { user, nonce, root, address, name: await nameOf(site) };
				return { cookies, type: 'application/json', body: JSON.stringify(session) };
			});
		} else if (request.url === '/__demo/nonce') {
			// The client asks for it when its nonce is refused, as it is once WordPress was started anew.
			void answer(response, async () => {
				const { nonce, cookies } = await site.logIn();
				return { cookies, type: 'text/plain', body: nonce || '0' };
			});
		} else {
			next();
		}
	};
}

/** What stands in place of WordPress's answer when there is none: an error as WordPress writes them. */
export function answerForWordPress(response: ServerResponse): void {
	const message = 'WordPress does not answer.';
	response.writeHead(502, { 'content-type': 'application/json' });
	response.end(JSON.stringify({ code: 'demo_no_wordpress', message, data: { status: 502 } }));
}

interface Answer {
	type: string;
	body: string;
	cookies: string[];
}

async function answer(response: ServerResponse, make: () => Promise<Answer>): Promise<void> {
	try {
		const { type, body, cookies } = await make();
		response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', 'set-cookie': cookies });
		response.end(body);
	} catch {
		answerForWordPress(response);
	}
}

async function nameOf({ address, restPath }: Site): Promise<string> {
	const url = new URL(address + restPath);
	url.searchParams.set('_fields', 'name');
	const response = await fetch(url);
	const { name } = (await response.json()) as { name?: string };
	return name || new URL(address).host;
}
