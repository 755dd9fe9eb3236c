/** A chance comes in; one request in four is spoilt by a fault of its choice, and how often each was played is counted. */
import {
	answers,
	blocked,
	cut,
	dropped,
	droppedAfter,
	empty,
	half,
	noticed,
	slow,
} from '../../test/faults/faults.ts';
import type { Fault } from '../../test/faults/server.ts';
import type { Chance } from './chance.ts';
import type { Tally } from './tally.ts';

const FAULTS: Record<string, Fault> = {
	'a slow answer': slow(40),
	'dropped before WordPress had it': dropped,
	'dropped after WordPress had done it': droppedAfter,
	'cut while it was answered': cut,
	'half of the JSON': half,
	'an empty answer': empty,
	'a notice before the JSON': noticed,
	'502': answers(502),
	'503, Retry-After': answers(503, { 'retry-after': '0' }),
	'429, Retry-After': answers(429, { 'retry-after': '0' }),
	'500 and a page of HTML': answers(500),
	'405 to PUT, PATCH and DELETE': blocked(405),
	'a nonce that has expired': (asked, pass) => {
		if (asked.headers['x-wp-nonce']) asked.headers['x-wp-nonce'] = 'expired';
		return pass();
	},
};

export function mischief({ number, oneOf }: Chance, played: Tally): Fault {
	return (asked, pass) => {
		if (number() > 0.25) return pass();
		const name = oneOf(Object.keys(FAULTS));
		played.count(name);
		return FAULTS[name]!(asked, pass);
	};
}
