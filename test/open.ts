/** Settings come in, if any; the Api of a small site goes out, ready at once. It is typed `any`, as code without types has it. */
import { connect, type SettingsInput } from '../src/index.ts';
import { small } from './fake-schema.ts';
import { ROOT } from './fake-site.ts';

export const open = (settings: SettingsInput = {}): any =>
	connect({ root: ROOT, nonce: 'N1', schema: small(), cacheSchema: false, ...settings });

/** How a promise ends, with all that it was settled with. */
export function ending(promise: any): Promise<{ state: 'resolved' | 'rejected'; args: any[] }> {
	return new Promise((resolve) => {
		promise
			.done((...args: any[]) => resolve({ state: 'resolved', args }))
			.fail((...args: any[]) => resolve({ state: 'rejected', args }));
	});
}
