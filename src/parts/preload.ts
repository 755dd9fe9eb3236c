/**
 * The part `preload`: the first read of a path is answered by what the page has printed for it.
 */

import type { Part } from './part.ts';
import { answerWith } from '../request/answer.ts';
import { touches } from '../request/middleware/on-write.ts';
import type { Middleware } from '../request/request.ts';
import { pathBelow, readQuery, withQuery } from '../request/url.ts';
import type { EndpointLike } from '../seams.ts';

/** https://developer.wordpress.org/reference/functions/rest_preload_api_request/ */
export const preload: Part = () => {
	/** Printed answers that were given, or that a write has made old. */
	const used = new Set<unknown>();

	const answerReads = ({ settings }: EndpointLike): Middleware => {
		return (request, next) => {
			const { body, data, isHome, known, query, url, verb } = request;
			const { preload: answers, root } = settings;
			if (!answers || !isHome || known || body || verb !== 'GET') return next(request);
			const asked = inOrder(pathBelow(withQuery(withQuery(url, query), readQuery(data)), root)!);
			const found = Object.keys(answers).find(
				(path) => !used.has(answers[path]) && inOrder(path.split('?')) === asked,
			);
			const answer = found && answers[found];
			if (!answer) return next(request);
			used.add(answer);
			return answerWith(answer);
		};
	};

	return {
		middleware: (site) => [answerReads(site)],
		written(path, { settings }) {
			for (const [printed, answer] of Object.entries(settings.preload ?? {}))
				if (touches(path, printed.split('?')[0]!)) used.add(answer);
		},
	};
};

/** The order of arguments, and how they are encoded, is not what an address asks for. */
function inOrder([path = '', query]: string[]): string {
	const args = new URLSearchParams(query);
	args.sort();
	return `/${path}`.replace(/^\/+|\/+$/g, '') + '?' + String(args);
}
