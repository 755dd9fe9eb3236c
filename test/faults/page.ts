/**
 * A wish for a site comes in; a fault server in front of it goes out, and APIs that go through it. The test's page is then one of the
 * server's origin, so that the cookies of the site's administrator go along.
 */
import type { JSDOM } from 'jsdom';
import { batch, connect, preload, upload, type SettingsInput } from '../../src/index.ts';
import { openApi } from '../wordpress/client.ts';
import { useSite, type Site, type SiteName, type SiteWish } from '../wordpress/site.ts';
import { startFaultServer, type Fault, type FaultServer, type Spot } from './server.ts';

export interface Faults {
	site: Site;
	server: FaultServer;
	schema: object;
	/** An API with all its parts, and the spot it talks to, which is its alone. The schema is at hand: nothing is asked. */
	open(settings?: SettingsInput, fault?: Fault): { api: any; spot: Spot };
	close(): Promise<void>;
}

export async function useFaults(which: SiteName | SiteWish = 'newest'): Promise<Faults> {
	const site = await useSite(which);
	await logInTo(site);
	const server = await startFaultServer(site);
	const { schema } = (await openApi(site)).endpoints.at(0).attributes as { schema: never };
	visit(server.origin);
	return {
		...{ site, server, schema, close: server.close },
		open(settings, fault) {
			const spot = server.spot(fault);
			const usual = { root: spot.root, schema, cacheSchema: false, nonce: site.nonce };
			return { spot, api: connect({ ...usual, ...settings }, [batch, preload, upload]) };
		},
	};
}

/** The spots are not below the path of the site: its cookies go everywhere on the host. */
export async function logInTo({ cookies, address }: Site): Promise<void> {
	for (const cookie of cookies)
		await page().cookieJar.setCookie(cookie.replace(/Path=[^;]*/, 'Path=/'), address, { http: true });
}

/** The page is one of that origin from here on. */
export function visit(url: string): void {
	page().reconfigure({ url: `${new URL(url).origin}/` });
	// See `useSite()`
	Object.assign(page().window, { _origin: page().window.location.origin });
}

const page = (): JSDOM => (globalThis as unknown as { jsdom: JSDOM }).jsdom;
