/**
 * A test fails if one secret of its pages went to two origins. A `setupFiles` entry; where the test is in the page itself, `no-leaks.ts`
 * knows more and looks closer.
 */
import { afterEach, expect } from 'vitest';
import { secretsThatWentAstray } from './secrets.ts';

afterEach(() => {
	expect(secretsThatWentAstray(), 'secrets that were sent to two origins').toEqual([]);
});
