/** Changes core's lists. */
import { baseList, readQuery, wrap } from './overlay.ts';

/** The options of reads that a newer one has overtaken. */
const overtaken = new WeakSet<object>();

export function keepNewerList(window: any): void {
	let reads = 0;
	const newest = new WeakMap<object, number>();
	wrap(
		baseList(window),
		'sync',
		(base) =>
			function (method: string, list: any, options: any = {}) {
				if (method !== 'read') return base.call(this, method, list, options);
				const number = ++reads;
				const { success } = options;
				options.success = (...args: unknown[]) => {
					if (number < (newest.get(this) ?? 0)) {
						overtaken.add(options);
						withoutSetting(this, () => success?.apply(options.context, args));
						return;
					}
					if (options.remove !== false) newest.set(this, number);
					success?.apply(options.context, args);
				};
				return base.call(this, method, list, options);
			},
	);
}

/** Backbone sets an answer first, and calls back then: only the first is left out. */
function withoutSetting(list: any, run: () => void): void {
	const skip = (): unknown[] => {
		delete list.set;
		delete list.reset;
		return [];
	};
	Object.assign(list, { set: skip, reset: skip });
	run();
}

export function setStateWithAnswer(window: any): void {
	const states = new WeakMap<object, any>();
	wrap(
		baseList(window),
		'sync',
		(base) =>
			function (method: string, list: any, options: any = {}) {
				if (method !== 'read') return base.call(this, method, list, options);
				const query = readQuery(options.data);
				if (typeof options.data === 'object' && !Array.isArray(options.data)) options.data = query;
				const { page = 1, ...data } = query;
				const { success } = options;
				states.set(this, { ...this.state });
				const putBack = (): void => void (this.state = { ...states.get(this) });
				options.success = (answer: unknown, text: string, xhr: any) => {
					const total = (header: string): number | null => {
						const value = xhr?.getResponseHeader(header);
						return value ? Number(value) : null;
					};
					if (!overtaken.has(options))
						states.set(this, {
							data,
							currentPage: Number(page),
							totalPages: total('x-wp-totalpages'),
							totalObjects: total('x-wp-total'),
						});
					putBack();
					success?.(answer, text, xhr);
				};
				const xhr = base.call(this, method, list, options);
				putBack();
				return xhr;
			},
	);
}

export function takeEmptyObjectForNothing(window: any): void {
	const isMade = new WeakSet<object>();
	wrap(
		baseList(window),
		'reset',
		(base) =>
			function (models: any, options: any) {
				const isFirst = !isMade.has(this);
				isMade.add(this);
				const isNothing = isFirst && models && !Array.isArray(models) && window._.isEmpty(models);
				return base.call(this, isNothing ? [] : models, options);
			},
	);
}
