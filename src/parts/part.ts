/**
 * What a part of the client is, that a page may do without: it adds middleware to requests, helpers to classes,
 * methods to the API. Declarations only.
 */

import type { Helper } from '../relations/helper.ts';
import type { Middleware } from '../request/request.ts';
import type { EndpointLike } from '../seams.ts';

/** Called once for each API, so that it can keep what it knows of it. */
export type Part<Methods extends object = object> = () => Additions<Methods>;

export interface Additions<Methods extends object = object> {
	/** What the requests of a site go through, before they are sent. Called once for each site. */
	middleware?(site: EndpointLike): Middleware[];
	/** Told the path of each write, when it goes out and when it has ended: what was read there may be old. */
	written?(path: string, site: EndpointLike): void;
	helpers?: Helper[];
	methods?: Methods;
}
