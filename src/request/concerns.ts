/**
 * The concerns of a request, in the order in which they have their say.
 */

import type { Concern } from '../seams.ts';
import { body } from './body.ts';
import { emulate } from './middleware/http-method-override.ts';
import { headers } from './middleware/authorization.ts';
import { item } from './item.ts';
import { nonce } from './middleware/nonce.ts';
import { notice } from './middleware/repair-json.ts';
import { fullPages } from './page-size.ts';
import { pagination } from './pagination.ts';
import { retry } from './middleware/retry.ts';
import { trash } from './middleware/trash.ts';
import { forgetReads } from './writes.ts';

/** Of every request, the one for the schema included. */
export const everyConcern: Concern[] = [forgetReads, notice, emulate, headers, nonce, retry];

export const itemConcerns: Concern[] = [item, body, trash, ...everyConcern];

export const listConcerns: Concern[] = [fullPages, pagination, ...everyConcern];
