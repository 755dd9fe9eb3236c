/**
 * The part `preload`: answers that the page has printed come in; the first read of each path is answered by them.
 */

import type { Part } from './part.ts';
import { pathBelow, readQuery, withQuery } from './sync/url.ts';

/** https://developer.wordpress.org/reference/functions/rest_preload_api_request/ */
export const preload: Part = () => {
	const used = new Set<unknown>();
	return {
		concerns: [
			{
				attempt(request, { url, data, type = 'GET' }) {
					const { method, isHome, answer, subject } = request;
					const { preload: answers, root } = subject.endpointModel?.settings ?? {};
					if (!answers || !isHome || answer || method !== 'read' || type !== 'GET') return;
					const asked = inOrder(pathBelow(withQuery(url!, readQuery(data)), root)!);
					const found = Object.keys(answers).find(
						(path) => !used.has(answers[path]) && inOrder(path.split('?')) === asked,
					);
					if (!found) return;
					used.add(answers[found]);
					request.answer = answers[found];
				},
			},
		],
	};
};

/** The order of arguments, and how they are encoded, is not what an address asks for. */
function inOrder([path = '', query]: string[]): string {
	const args = new URLSearchParams(query);
	args.sort();
	return `/${path}`.replace(/^\/+|\/+$/g, '') + '?' + String(args);
}
