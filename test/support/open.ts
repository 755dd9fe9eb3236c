/** Settings come in, if any; the Api of a small site goes out. It is typed `any`, as code without types has it. */
import { connect, type SettingsInput } from '../../src/index.ts';
import { small } from './fake-schema.ts';
import { ROOT } from './fake-site.ts';

/** Where the copy of its schema is kept, and where core keeps one. */
export const KEY = `wp-api-schema-model-compact:${ROOT}wp/v2/`;
export const CORE_KEY = `wp-api-schema-model${ROOT}wp/v2/`;

export const open = (settings: SettingsInput = {}): any =>
	connect({ root: ROOT, nonce: 'N1', schema: small(), cacheSchema: false, ...settings });

/** The same, but with nothing at hand: the schema comes from sessionStorage or from the site. */
export const load = (settings: SettingsInput = {}): any => connect({ root: ROOT, ...settings });

/** How a promise ends, with all that it was settled with. */
export function ending(promise: any): Promise<{ state: 'resolved' | 'rejected'; args: any[] }> {
	return new Promise((resolve) => {
		promise
			.done((...args: any[]) => resolve({ state: 'resolved', args }))
			.fail((...args: any[]) => resolve({ state: 'rejected', args }));
	});
}
