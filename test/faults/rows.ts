/**
 * The table of faults: what is played, how reads and writes end, how often they are tried, and whether WordPress has acted.
 */
import type { SettingsInput } from '../../src/index.ts';
import * as faults from './faults.ts';
import type { Operation } from './operations.ts';
import type { Fault } from './server.ts';

export interface Expected {
	/** `true`: it succeeds; else the code of the error, or one for each operation. */
	ends: true | string | Partial<Record<Operation, string | true>>;
	/** How often a request is made, if it is not once; of several of one operation, each or only the first. */
	tries?: number | Partial<Record<Operation, number>>;
	each?: boolean;
}

export interface Row {
	/** Made anew for each operation. */
	fault: () => Fault;
	reads: Expected;
	writes: Expected;
	/** WordPress has done what it was asked, although it ended otherwise. */
	acts?: boolean;
	settings?: SettingsInput;
}

const { answers, firstTime, noNonce, only, toNonces } = faults;

const well: Expected = { ends: true };
const again: Expected = { ends: true, tries: 2 };
const ends = (code: string): Expected => ({ ends: code });
/** The first attempt and two more. */
const thrice = (code: string): Expected => ({ ends: code, tries: 3 });
const fails = (code: string): Pick<Row, 'reads' | 'writes'> => ({ reads: ends(code), writes: ends(code) });

/** What passes is played once, and for ever. */
function passing(name: string, fault: Fault, code: string, more: Partial<Row> = {}): [string, Row][] {
	const writes = ends(code);
	return [
		[name, { fault: () => firstTime(fault), reads: again, writes, ...more }],
		[`${name}, for ever`, { fault: () => fault, reads: thrice(code), writes, ...more }],
	];
}

const stale = { nonce: '0123456789' };
const refused = 'rest_cookie_invalid_nonce';
const soon = new Date(Date.now() + 1000).toUTCString();
const json = { 'content-type': 'application/json' };
const busy = '{"code":"too_busy","message":"Not now.","data":{"status":429}}';

/** `elsewhere`: the origin of another host. */
export const rowsOf = (elsewhere: () => string): [string, Row][] => [
	['nothing at all', { fault: () => (_asked, pass) => pass(), reads: well, writes: well }],
	['a slow answer', { fault: () => faults.slow(300), reads: well, writes: well }],
	['no answer', { fault: () => faults.silent, ...fails('timeout'), settings: { timeout: 500 } }],
	[
		'an answer that never arrives',
		{ fault: () => faults.silentAfter, ...fails('timeout'), settings: { timeout: 500 }, acts: true },
	],
	...passing('a connection closed before', faults.dropped, 'network_error'),
	...passing('a connection closed after', faults.droppedAfter, 'network_error', { acts: true }),
	...passing('a body cut by the connection', faults.cut, 'network_error', { acts: true }),
	...passing('429, Retry-After in seconds', answers(429, { 'retry-after': '1' }), 'http_error'),
	...passing('503, Retry-After as a date', answers(503, { 'retry-after': soon }), 'http_error'),
	...passing('429 as JSON', answers(429, json, busy), 'too_busy'),
	...passing('502', answers(502), 'http_error'),
	passing('504', answers(504), 'http_error')[0]!,
	['503 for an hour', { fault: () => answers(503, { 'retry-after': '3600' }), ...fails('http_error') }],
	['500, a page of HTML', { fault: () => answers(500), ...fails('http_error') }],
	[
		'500, after it was done',
		{
			fault: () => faults.spoilt(() => ({ status: 500, headers: {}, body: '' })),
			...fails('http_error'),
			acts: true,
		},
	],
	['a page of HTML', { fault: () => answers(200), ...fails('invalid_json') }],
	['a notice of PHP before', { fault: () => faults.noticed, reads: well, writes: well }],
	['a notice of PHP behind', { fault: () => faults.noticedBehind, reads: well, writes: well }],
	['half of the JSON', { fault: () => faults.half, ...fails('invalid_json'), acts: true }],
	[
		'a notice and half of the JSON',
		{ fault: () => faults.noticedAndHalf, ...fails('invalid_json'), acts: true },
	],
	['an empty answer', { fault: () => faults.empty, ...fails('empty_response'), acts: true }],
	['a stale nonce', { fault: () => (_asked, pass) => pass(), reads: again, writes: again, settings: stale }],
	[
		'a stale nonce, with a notice',
		{
			fault: () => only((asked) => !toNonces(asked), faults.noticed),
			reads: again,
			writes: again,
			settings: stale,
		},
	],
	...(
		[
			['a page to log in at', answers(200, {}, '<h1>Log in</h1>')],
			['an empty answer', answers(200, {}, '')],
			['500', answers(500)],
			['nobody there', faults.dropped],
		] as const
	).map(([name, fault]): [string, Row] => [
		`a stale nonce, and no other: ${name}`,
		{
			fault: () => noNonce(fault),
			reads: { ends: true, tries: 2, each: true },
			writes: ends(refused),
			settings: stale,
		},
	]),
	// So WordPress answers a visitor who is logged out: from then on none is sent.
	...[200, 400].map((status): [string, Row] => [
		`a stale nonce, and ${status} with 0 instead of another`,
		{ fault: () => noNonce(answers(status, {}, '0')), reads: again, writes: ends(refused), settings: stale },
	]),
	[
		'no nonce',
		{
			fault: () => (_asked, pass) => pass(),
			reads: well,
			writes: {
				ends: {
					create: 'rest_cannot_create',
					update: 'rest_cannot_edit',
					delete: 'rest_cannot_delete',
					upload: 'rest_cannot_create',
					batch: 'rest_cannot_create',
				},
			},
			settings: { nonce: '' },
		},
	],
	...[405, 501].flatMap((status): [string, Row][] => {
		const verbs: Pick<Row, 'reads' | 'writes'> = {
			reads: well,
			writes: { ends: true, tries: { update: 2, delete: 2 } },
		};
		return [
			[`${status} to PUT, PATCH and DELETE`, { fault: () => faults.blocked(status), ...verbs }],
			[`${status}, the header stripped`, { fault: () => faults.blockedAndStripped(status), ...verbs }],
		];
	}),
	...[302, 307].map((status): [string, Row] => [
		`${status} to another host`,
		{
			fault: () => (asked, pass) => faults.redirected(status, `${elsewhere()}${asked.path}`)(asked, pass),
			reads: { ends: 'network_error', tries: 3 },
			writes: ends('network_error'),
		},
	]),
	[
		'a redirection of POST to a list',
		{
			fault: () =>
				only(
					({ method, path }) => method === 'POST' && path.endsWith('/posts'),
					(asked, pass) => faults.redirected(302, '?per_page=3')(asked, pass),
				),
			reads: well,
			writes: {
				// The other one is the GET.
				tries: { create: 2 },
				ends: { create: 'invalid_json', update: true, delete: true, upload: true, batch: true },
			},
		},
	],
];
