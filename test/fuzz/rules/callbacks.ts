/** Changes what core tells its callers. */
import { baseList, baseModel, refuse, wrap } from './overlay.ts';

export function callComplete(window: any): void {
	for (const prototype of [baseModel(window), baseList(window)])
		wrap(
			prototype,
			'sync',
			(base) =>
				function (method: string, subject: any, options: any = {}) {
					const callers = options.complete;
					if (!callers) return base.call(this, method, subject, options);
					let own: any;
					Object.defineProperty(options, 'complete', {
						configurable: true,
						enumerable: true,
						set: (value: unknown) => (own = value),
						get: () =>
							function (this: unknown, ...args: unknown[]) {
								own?.apply(this, args);
								callers.apply(this, args);
							},
					});
					return base.call(this, method, subject, options);
				},
		);
}

export function giveBeforeSendTheSettings(window: any): void {
	wrap(
		baseList(window),
		'sync',
		(base) =>
			function (method: string, subject: any, options: any = {}) {
				const { beforeSend } = options;
				if (beforeSend)
					options.beforeSend = (xhr: unknown, settings: unknown) => beforeSend.call(settings, xhr, settings);
				return base.call(this, method, subject, options);
			},
	);
}

export function takeThreeArguments(window: any): void {
	wrap(
		baseModel(window),
		'save',
		(base) =>
			function (...args: any[]) {
				if (typeof args[0] !== 'string') return base.apply(this, args);
				return base.call(this, { [args[0]]: args[1] }, args[2]);
			},
	);
}

export function tellRefusals(window: any): void {
	const refuses = (verbs: string[]) => (base: any) =>
		function (this: any, ...args: any[]) {
			if (verbs.some((verb) => this.methods.includes(verb))) return base.apply(this, args);
			return refuse(window, this);
		};
	wrap(baseModel(window), 'save', refuses(['POST', 'PUT', 'PATCH']));
	wrap(baseModel(window), 'destroy', refuses(['DELETE']));
}

export function treatOwnTransportAlike(window: any): void {
	const { Backbone, jQuery: $ } = window;
	for (const prototype of [baseModel(window), baseList(window)])
		wrap(
			prototype,
			'sync',
			(base) =>
				function (method: string, subject: any, options: any = {}) {
					const { success, error } = options;
					let told: unknown[] | undefined;
					let failed: unknown;
					options.success = (...args: unknown[]) => {
						told = args;
						success?.apply(options.context, args);
					};
					options.error = (answer: unknown, ...args: unknown[]) => {
						[told, failed] = [args, answer];
						error?.call(options.context, answer, ...args);
					};
					const asXHR = (returned: any): any => {
						if (!returned || returned.getResponseHeader) return returned;
						const xhr = Object.assign(Object.create(failed ?? (told ? { status: 0, readyState: 0 } : {})), {
							abort: () => undefined,
							getResponseHeader: () => null,
						});
						// The promise has what the page's own code told the callbacks.
						const deferred = $.Deferred();
						const done = (answer: unknown): unknown =>
							told ? deferred.resolve(answer, told[1], xhr) : deferred.resolve(answer);
						const fail = (failure: unknown): unknown =>
							told ? deferred.reject(xhr, told[0], told[1]) : deferred.reject(failure);
						if (returned.done) returned.done(done).fail(fail);
						else returned.then(done, fail);
						deferred.promise(xhr);
						options.xhr = xhr;
						return xhr;
					};
					const { ajax } = Backbone;
					Backbone.ajax = (settings: unknown) => asXHR(ajax.call(Backbone, settings));
					try {
						return asXHR(base.call(this, method, subject, options));
					} finally {
						Backbone.ajax = ajax;
					}
				},
		);
}
