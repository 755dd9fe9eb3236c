/**
 * The part `preload`: the first read of a path is answered by what the page has printed for it.
 */

import type { Part } from './part.ts';
import type { Concern } from '../seams.ts';
import { pathBelow, readQuery, withQuery } from '../request/url.ts';
import { onWrite, touches } from '../request/writes.ts';

/** https://developer.wordpress.org/reference/functions/rest_preload_api_request/ */
export const preload: Part = () => {
	/** Printed answers that were given, or that a write has made old. */
	const used = new Set<unknown>();

	const answerReads: Concern = {
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
	};

	const forgetWritten = onWrite((written, { settings }) => {
		for (const [path, answer] of Object.entries(settings.preload ?? {}))
			if (touches(written, path.split('?')[0]!)) used.add(answer);
	});

	return { concerns: [forgetWritten, answerReads] };
};

/** The order of arguments, and how they are encoded, is not what an address asks for. */
function inOrder([path = '', query]: string[]): string {
	const args = new URLSearchParams(query);
	args.sort();
	return `/${path}`.replace(/^\/+|\/+$/g, '') + '?' + String(args);
}
