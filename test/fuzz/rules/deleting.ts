/** Changes how core deletes. */
import { baseModel, readQuery, wrap } from './overlay.ts';

const CUSTOM_TYPES = ['Books'];

export function trashCustomTypes(window: any): void {
	wrap(
		baseModel(window),
		'initialize',
		(base) =>
			function (...args: any[]) {
				base.apply(this, args);
				if (CUSTOM_TYPES.includes(this.name)) delete this.requireForceForDelete;
			},
	);
}

export function leaveAddressAlone(window: any): void {
	wrap(
		baseModel(window),
		'sync',
		(base) =>
			function (method: string, model: any, options: any) {
				try {
					return base.call(this, method, model, options);
				} finally {
					if (typeof model.url === 'string') delete model.url;
				}
			},
	);
}

export function sendForceAndData(window: any): void {
	wrap(
		baseModel(window),
		'sync',
		(base) =>
			function (method: string, model: any, options: any = {}) {
				const { force, reassign, data, url } = options;
				if (method !== 'delete' || [force, reassign, data, url].every((option) => option === undefined))
					return base.call(this, method, model, options);
				const query = {
					force: force ?? (this.requireForceForDelete ? true : undefined),
					reassign,
					...readQuery(data),
				};
				delete options.data;
				const search = window.jQuery.param(window._.omit(query, window._.isUndefined));
				const address: string = url ?? model.url();
				options.url = search ? `${address}${address.includes('?') ? '&' : '?'}${search}` : address;
				const needed = this.requireForceForDelete;
				this.requireForceForDelete = false;
				try {
					return base.call(this, method, model, options);
				} finally {
					this.requireForceForDelete = needed;
				}
			},
	);
}
