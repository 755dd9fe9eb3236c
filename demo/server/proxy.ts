// Vite's settings for passing the paths of a site on to it: the API, the admin screens, files, and the login.
import { ServerResponse } from 'node:http';
import type { ProxyOptions } from 'vite';
import { answerForWordPress } from './answers.ts';
import type { Site } from './site.ts';

const paths = ['^/wp-(json|admin|includes|content)(/|$)', '^/(index|xmlrpc|wp-[a-z-]+)\\.php'];

export function passOn(site: Site): Record<string, ProxyOptions> {
	const toSite: ProxyOptions = {
		target: site.address,
		changeOrigin: true,
		configure(proxy) {
			proxy.on('proxyReq', (outgoing, incoming) => {
				const nonce = incoming.headers['x-wp-nonce'];
				for (const [name, value] of Object.entries(site.headersFor(nonce?.toString()))) {
					if (value === undefined) outgoing.removeHeader(name);
					else outgoing.setHeader(name, value);
				}
			});
			proxy.on('error', (_error, _request, response) => {
				if (response instanceof ServerResponse && !response.headersSent) {
					answerForWordPress(response);
				}
			});
		},
	};
	const rest = `^${site.restPath.replace(/[.?*+^$()[\]{}|\\]/g, '\\$&')}`;
	return Object.fromEntries([...paths, rest].map((path) => [path, toSite]));
}
