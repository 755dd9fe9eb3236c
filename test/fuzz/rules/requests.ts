/** Changes core's requests: what a body holds, and with which nonce it goes. */
import { isEdited, saved } from './keep-newer.ts';
import { baseModel, changeBody, wrap } from './overlay.ts';

/** As the server last said it, and not set since. */
const isUnchanged = (window: any, model: object, field: string, value: unknown): boolean =>
	!isEdited(model, field) && window._.isEqual(saved(model, field), value);

export function leaveModelAlone(window: any): void {
	wrap(
		baseModel(window),
		'sync',
		(base) =>
			function (method: string, model: any, options: any) {
				model.unset = () => model;
				try {
					return base.call(this, method, model, options);
				} finally {
					delete model.unset;
				}
			},
	);
	changeBody(window, (sent, model, method) => {
		const isLeft = (field: string): boolean =>
			method === 'create' || isUnchanged(window, model, field, sent[field]);
		if ((sent['slug'] ?? '') === '' && isLeft('slug')) delete sent['slug'];
		if (sent['date_gmt'] === null && isLeft('date_gmt')) delete sent['date_gmt'];
	});
}

export function sendNoLinks(window: any): void {
	changeBody(window, (sent) => {
		delete sent['_links'];
		delete sent['_embedded'];
	});
}

export function sendNoAuthorOfVisitors(window: any): void {
	changeBody(window, (sent, model) => {
		if (sent['author'] === 0 && saved(model, 'author') === 0) delete sent['author'];
	});
}

export function letDateGmtCount(window: any): void {
	changeBody(window, (sent, model) => {
		const isSame = (field: string): boolean => window._.isEqual(saved(model, field), sent[field]);
		if (sent['date_gmt'] && isSame('date') && !isSame('date_gmt')) delete sent['date'];
	});
}

export function sendWhatDiffersOfSettings(window: any): void {
	let given: string[] = [];
	wrap(
		baseModel(window),
		'save',
		(base) =>
			function (attributes: object | null, options: unknown) {
				given = Object.keys(attributes ?? {});
				return base.call(this, attributes, options);
			},
	);
	changeBody(window, (sent, model, method, options) => {
		const isOneOfItsKind = ['Settings', 'UsersMe', 'Me'].includes(model.name);
		if (!isOneOfItsKind || (method === 'patch' && options.attrs)) return;
		for (const field of Object.keys(sent))
			if (!given.includes(field) && isUnchanged(window, model, field, sent[field])) delete sent[field];
	});
}

export function useNewNonce(window: any): void {
	const endpoint = window.wp.api.endpoints.at(0);
	let known = window.wpApiSettings.nonce;
	wrap(
		endpoint,
		'get',
		(base) =>
			function (name: string) {
				const { nonce } = window.wpApiSettings;
				if (name === 'nonce' && nonce !== known) this.set('nonce', (known = nonce));
				return base.call(this, name);
			},
	);
}
