/** Answers that fail, and the numbers that decide which. */
import { fails, type Answer } from './server.ts';

export interface Fault {
	/** The site is not asked. */
	instead?: Answer;
	change?(answer: Answer): Answer;
}

const DROPPED: Answer = { status: 0, body: '' };

const faultList: Fault[] = [
	{ instead: fails(403, 'rest_forbidden') },
	{ instead: fails(404, 'rest_post_invalid_id') },
	{ instead: fails(500, 'internal_server_error') },
	{ instead: { status: 500, body: '<p>There has been a critical error on this website.</p>' } },
	{ instead: { status: 503, body: '<p>Briefly unavailable.</p>' } },
	{ instead: DROPPED },
	{ change: () => DROPPED },
	{ change: (answer) => ({ ...answer, headers: { ...answer.headers, 'X-WP-Nonce': 'N2' } }) },
	{ instead: { status: 200, body: '<p>A page, not JSON.</p>' } },
];

export function faultOf(chance: number): Fault {
	return faultList[Math.floor(chance * faultList.length)]!;
}

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
	return value >>> 0;
}

/** Several numbers from 0 to 1 from the same hash. */
export function part(value: number, which: number): number {
	let mixed = Math.imul(value ^ (which * 0x9e3779b9), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
