/**
 * How core's client is changed on its page, so that it does what ours does on purpose. Each change is small, and wraps a method of
 * core's; all else stays core's own.
 */

/** `this` is the model or the collection. */
type Method = (this: any, ...args: any[]) => any;

export function wrap(prototype: any, name: string, around: (base: Method) => Method): void {
	prototype[name] = around(prototype[name] as Method);
}

export const baseModel = (window: any): any => window.wp.api.WPApiBaseModel.prototype;
export const baseList = (window: any): any => window.wp.api.WPApiBaseCollection.prototype;

const bodies = new WeakMap<object, object>();

/** What a write has sent, by its options. */
export const bodyOf = (options: object): object | undefined => bodies.get(options);

/** Changes what a write sends. `options` are those of the request. */
export function changeBody(
	window: any,
	change: (sent: Record<string, any>, model: any, method: string, options: any) => void,
): void {
	wrap(
		baseModel(window),
		'sync',
		(base) =>
			function (method: string, model: any, options: any = {}) {
				if (method === 'read' || method === 'delete') return base.call(this, method, model, options);
				const given = options.attrs;
				const sent = { ...(given ?? model.toJSON(options)) };
				change(sent, model, method, options);
				options.attrs = sent;
				bodies.set(options, sent);
				const xhr = base.call(this, method, model, options);
				options.attrs = given;
				return xhr;
			},
	);
}

/** Text, and the list of a form's fields, as an object; an object as a copy. */
export function readQuery(data: any): Record<string, any> {
	if (Array.isArray(data)) return Object.fromEntries(data.map(({ name, value }) => [name, value]));
	if (typeof data !== 'string') return { ...data };
	return Object.fromEntries(new URLSearchParams(data));
}

/**
 * Sends with `Backbone.sync`, and lets `judge` change what comes of an answer: the promise, and the callbacks of the request, have what it
 * returns, or fail with what it throws.
 */
export function judgeAnswer(window: any, send: () => any, judge: (answer: any) => any): any {
	const { Backbone, jQuery: $ } = window;
	const { ajax } = Backbone;
	Backbone.ajax = (settings: any) => {
		const deferred = $.Deferred().done(settings.success).fail(settings.error);
		const own: any = {};
		let isRefused = false;
		const xhr = ajax.call(Backbone, {
			...settings,
			success(this: unknown, answer: unknown, text: string) {
				try {
					deferred.resolveWith(this, [judge(answer), text, own]);
				} catch (error) {
					isRefused = true;
					own.status = 404;
					deferred.rejectWith(this, [own, 'error', error]);
				}
			},
			complete(this: unknown, xhr: unknown, text: string) {
				settings.complete?.call(this, isRefused ? own : xhr, isRefused ? 'error' : text);
			},
			error(this: unknown, _xhr: unknown, ...args: unknown[]) {
				deferred.rejectWith(this, [own, ...args]);
			},
		});
		return deferred.promise(Object.setPrototypeOf(own, xhr));
	};
	try {
		return send();
	} finally {
		Backbone.ajax = ajax;
	}
}

/** As far as a recorder looks at it. */
export const refusal = (window: any): Error => Object.assign(new window.Error(), { name: 'WPApiError' });

/** Says why a method returns `false`. */
export function refuse(window: any, model: any): false {
	const error = refusal(window);
	model.validationError = error;
	model.trigger('invalid', model, error, {});
	return false;
}
