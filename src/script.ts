/**
 * The script entry: reads the page's settings, installs `wp.api`.
 */

import $ from 'jquery';
import { batch, type BatchMethods } from './parts/batch.ts';
import { createApi, type Api } from './api.ts';
import { createUtils } from './compat.ts';
import { preload } from './parts/preload.ts';
import type { SettingsInput } from './schema/settings.ts';
import { upload } from './parts/upload.ts';

declare global {
	interface Window {
		wp?: { api?: Api & BatchMethods & { utils: Record<string, unknown> }; [member: string]: unknown };
		wpApiSettings?: SettingsInput;
		ajaxurl?: string;
	}
}

const wp = (window.wp ??= {});
const api: NonNullable<typeof wp.api> = (wp.api ??= {} as never);

// Loaded twice, the script leaves the classes that are in use alone.
if (!api.clearSchemaCache) {
	api.utils = { ...api.utils, ...createUtils(api) };
	createApi(api, pageSettings(), [batch, preload, upload]);
	// The first heartbeat comes after many seconds: the page need not wait for this.
	setTimeout(listenToHeartbeat);
}

/** WordPress renews the nonces of pages that stay open. */
function listenToHeartbeat(): void {
	$(document).on('heartbeat-tick', (_event, data?: { rest_nonce?: string }) => {
		if (data?.rest_nonce) (window.wpApiSettings ??= {}).nonce = data.rest_nonce;
	});
}

/** The page may change its nonce after this script has run. */
function pageSettings(): SettingsInput {
	const { ajaxurl, wpApiSettings } = window;
	const nonceEndpoint = ajaxurl && `${ajaxurl}?action=rest-nonce`;
	return Object.defineProperties(
		// Other code of the page may write without this client: what was read may be old at once.
		{ nonceEndpoint, relatedMaxAge: 0, ...wpApiSettings },
		{ nonce: { get: () => window.wpApiSettings?.nonce } },
	);
}
