/**
 * The concerns of a request, in the order in which they have their say.
 */

import { body } from './body.ts';
import { item } from './item.ts';
import { nonce } from './nonce.ts';
import { pagination } from './pagination.ts';
import type { Concern } from './request.ts';
import { trash } from './trash.ts';

export const itemConcerns: Concern[] = [item, body, trash, nonce];

/** Of a page that is put into its collection by somebody else. */
export const pageConcerns: Concern[] = [nonce];

export const listConcerns: Concern[] = [pagination, ...pageConcerns];
