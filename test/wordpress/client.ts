/** A site comes in; the client that talks to it as its administrator goes out, and the requests that it makes. */
import Backbone from 'backbone';
import { connect, type SettingsInput } from '../../src/index.ts';
import type { Site } from './site.ts';

/** Loaded, so that the classes are those of the site. It is typed `any`, as code without types has it. */
export async function openApi(site: Site, settings: SettingsInput = {}): Promise<any> {
	const api = connect({ root: site.root, nonce: site.nonce, cacheSchema: false, ...settings });
	await api.loadPromise;
	return api;
}

export interface Sent {
	method: string;
	/** Below the root, decoded: `wp/v2/posts?per_page=2`. */
	path: string;
	body: unknown;
}

/** What is sent to a site while `act` runs. */
export async function requestsOf(site: Site, act: () => unknown): Promise<Sent[]> {
	const seen: Sent[] = [];
	const { ajax } = Backbone;
	Backbone.ajax = (options: JQuery.AjaxSettings = {}) => {
		const { type = 'GET', url = '', data } = options;
		const query = typeof data === 'object' && data ? `?${$param(data)}` : '';
		seen.push({
			method: type,
			path: decodeURIComponent(url.replace(site.root, '') + query),
			body: typeof data === 'string' ? (data[0] === '{' ? JSON.parse(data) : data) : undefined,
		});
		return ajax.call(Backbone, options);
	};
	try {
		await act();
	} finally {
		Backbone.ajax = ajax;
	}
	return seen;
}

const $param = (data: object): string => Backbone.$.param(data);

/** What a promise of the client was rejected with. It comes as a copy: a jqXHR is a promise itself. */
export function failureOf(promise: PromiseLike<unknown>): Promise<any> {
	return new Promise((resolve, reject) => {
		promise.then(
			(value) => reject(new Error(`It did not fail, but gave ${JSON.stringify(value).slice(0, 200)}`)),
			(reason: unknown) => {
				const { name, code, status, message, params, responseJSON } = reason as any;
				resolve({ name, code, status, message, params, responseJSON });
			},
		);
	});
}

/** What a list has created, once the server has it. */
export function createIn(list: any, attributes: object): Promise<any> {
	return new Promise((resolve, reject) => {
		const created = list.create(attributes, {
			wait: true,
			success: resolve,
			error: (_model: unknown, { code, message }: any) => reject(new Error(`${code}: ${message}`)),
		});
		if (!created) reject(new Error('Nothing was sent.'));
	});
}

/** The item as the server has it now, or the code of the error. */
export async function onServer(site: Site, path: string): Promise<any> {
	const { name, applicationPassword } = site.user;
	const response = await fetch(`${site.root}${path}`, {
		headers: { authorization: `Basic ${btoa(`${name}:${applicationPassword}`)}` },
	});
	return response.json();
}
