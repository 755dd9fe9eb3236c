/**
 * The concerns of a request, in the order in which they have their say.
 */

import type { Concern } from '../seams.ts';
import { body } from './body.ts';
import { emulate } from './emulate.ts';
import { headers } from './headers.ts';
import { item } from './item.ts';
import { nonce } from './nonce.ts';
import { notice } from './notice.ts';
import { fullPages } from './page-size.ts';
import { pagination } from './pagination.ts';
import { retry } from './retry.ts';
import { trash } from './trash.ts';
import { forgetReads } from './writes.ts';

/** Of every request, the one for the schema included. */
export const everyConcern: Concern[] = [forgetReads, notice, emulate, headers, nonce, retry];

export const itemConcerns: Concern[] = [item, body, trash, ...everyConcern];

export const listConcerns: Concern[] = [fullPages, pagination, ...everyConcern];
