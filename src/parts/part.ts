/**
 * What a part of the client is, that a page may do without: it adds concerns to every request, helpers to classes,
 * methods to the API. Declarations only.
 */

import type { Helper } from '../relations/helper.ts';
import type { Concern } from '../seams.ts';

/** Called once for each API, so that it can keep what it knows of it. */
export type Part<Methods extends object = object> = () => Additions<Methods>;

export interface Additions<Methods extends object = object> {
	concerns?: Concern[];
	helpers?: Helper[];
	methods?: Methods;
}
