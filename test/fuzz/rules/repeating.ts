/** What ours repeats. The wire repeats it for core. */
import type { Answer } from '../server.ts';
import type { Repetition, Sent } from '../wire.ts';

type Repeat = (sent: Sent, answer: Answer, repeats: number) => Repetition | undefined;

export const repeatReads: Repeat = ({ method }, { status }, repeats) => {
	const isPassing = [0, 429, 502, 503, 504].includes(status);
	return method === 'GET' && isPassing && repeats < 3 ? { after: 300 * 2 ** repeats } : undefined;
};

export const forceWithoutTrash: Repeat = ({ method, url }, { status }) => {
	const isForced = url.includes('force=');
	return method === 'DELETE' && url.includes(' media/') && status === 501 && !isForced
		? { after: 0, url: url.replace(/(\?|$)/, (mark) => (mark ? '?force=true&' : '?force=true')) }
		: undefined;
};
