// Asks the server of the demo who this page is: the address of the API, a nonce, and the name of the site.
import { WPApiError } from '../src/index.ts';
import type { Session } from './server/site.ts';

export type { Session };

export async function openSession(): Promise<Session> {
	const response = await fetch('/__demo/session');
	const answer = (await response.json()) as Session | { message: string };
	if ('message' in answer) {
		throw new WPApiError('demo_no_wordpress', answer.message, response.status);
	}
	return { ...answer, root: new URL(answer.root, location.href).href };
}
