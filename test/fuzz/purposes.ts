/**
 * The differences on purpose. Each has a name, which stands in the README's table, a sentence, and a rule: how core's client is changed so
 * that it does the same. What is not said here is a defect.
 */
import { baseList, baseModel, changeBody, judgeAnswer, readQuery, wrap } from './overlay.ts';
import { changeHelpers } from './helpers.ts';
import { isEdited, keepNewer, saved } from './keep-newer.ts';
import { changeMore } from './more.ts';
import type { Overlay } from './page.ts';

export interface Purpose extends Overlay {
	name: string;
	sentence: string;
}

/** As the server last said it, and not set since. */
const isUnchanged = (window: any, model: object, field: string, value: unknown): boolean =>
	!isEdited(model, field) && window._.isEqual(saved(model, field), value);

function refuse(window: any, model: any): false {
	const error = Object.assign(new window.Error(), { name: 'WPApiError' });
	model.validationError = error;
	model.trigger('invalid', model, error, {});
	return false;
}

/** Their lists, if there are any, cannot be asked for a slug. */
const NO_SLUG = ['Type', 'UsersMe', 'Me', 'Settings'];

const CUSTOM_TYPES = ['Books'];

export const purposes: Purpose[] = [
	{
		name: 'requests leave the model alone',
		sentence:
			'Core unsets an empty slug and a date_gmt of null before each request, also before reads, with events; here they only stay out of the body.',
		change(window) {
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
		},
	},
	{
		name: 'links are not sent back',
		sentence: 'A body has no `_links` and no `_embedded`, which no server takes.',
		change(window) {
			changeBody(window, (sent) => {
				delete sent['_links'];
				delete sent['_embedded'];
			});
		},
	},
	{
		name: 'no author 0 is sent back',
		sentence: 'WordPress answers with author 0 for a comment of a visitor, and refuses the same number.',
		change(window) {
			changeBody(window, (sent, model) => {
				if (sent['author'] === 0 && saved(model, 'author') === 0) delete sent['author'];
			});
		},
	},
	{
		name: 'date_gmt moves a post',
		sentence:
			'WordPress looks at `date` first: of `date` and `date_gmt`, an unchanged `date` stays out of the body if `date_gmt` has changed.',
		change(window) {
			changeBody(window, (sent, model) => {
				const isSame = (field: string): boolean => window._.isEqual(saved(model, field), sent[field]);
				if (sent['date_gmt'] && isSame('date') && !isSame('date_gmt')) delete sent['date'];
			});
		},
	},
	{
		name: 'settings are sent as far as they differ',
		sentence:
			'WordPress refuses some of the settings that it has sent itself, so those that nobody has set stay out of the body.',
		change(window) {
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
		},
	},
	{
		name: 'complete is called',
		sentence: "Core drops the caller's `complete`.",
		change(window) {
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
		},
	},
	{
		name: 'beforeSend has the settings for this',
		sentence:
			"Core calls a collection's `beforeSend` with the collection as `this`, jQuery and core's models with the settings.",
		change(window) {
			wrap(
				baseList(window),
				'sync',
				(base) =>
					function (method: string, subject: any, options: any = {}) {
						const { beforeSend } = options;
						if (beforeSend)
							options.beforeSend = (xhr: unknown, settings: unknown) =>
								beforeSend.call(settings, xhr, settings);
						return base.call(this, method, subject, options);
					},
			);
		},
	},
	{
		name: 'save has three arguments',
		sentence: 'Core drops the options of `save( name, value, options )`.',
		change(window) {
			wrap(
				baseModel(window),
				'save',
				(base) =>
					function (...args: any[]) {
						if (typeof args[0] !== 'string') return base.apply(this, args);
						return base.call(this, { [args[0]]: args[1] }, args[2]);
					},
			);
		},
	},
	{
		name: 'a refusal is told',
		sentence:
			'`save()` and `destroy()` of a route that cannot be written return `false` as in core, after an `invalid` event that says why.',
		change(window) {
			const refuses = (verbs: string[]) => (base: any) =>
				function (this: any, ...args: any[]) {
					if (verbs.some((verb) => this.methods.includes(verb))) return base.apply(this, args);
					return refuse(window, this);
				};
			wrap(baseModel(window), 'save', refuses(['POST', 'PUT', 'PATCH']));
			wrap(baseModel(window), 'destroy', refuses(['DELETE']));
		},
	},
	{
		name: 'custom types go to the trash',
		sentence: 'Core deletes the items of custom types for good.',
		change(window) {
			wrap(
				baseModel(window),
				'initialize',
				(base) =>
					function (...args: any[]) {
						base.apply(this, args);
						if (CUSTOM_TYPES.includes(this.name)) delete this.requireForceForDelete;
					},
			);
		},
	},
	{
		name: 'a deletion leaves the address alone',
		sentence:
			'Core overwrites `url` with a text when it deletes for good, and the model cannot be used again if that fails.',
		change(window) {
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
		},
	},
	{
		name: 'what is one of its kind has no id in its address',
		sentence: 'Core asks for `users/me/1` and `settings/1` once an id is known.',
		change(window) {
			const { models } = window.wp.api;
			for (const name of ['UsersMe', 'Me', 'Settings'])
				if (models[name])
					wrap(
						models[name].prototype,
						'url',
						(base) =>
							function () {
								const url: string = base.call(this);
								return url.replace(/(users\/me|settings)\/.*$/, '$1');
							},
					);
		},
	},
	{
		name: 'reads are repeated',
		sentence:
			'A read that fails for a passing reason (429, 502, 503, 504, a dropped connection) is repeated three times, with growing pauses.',
		repeat({ method }, { status }, repeats) {
			const isPassing = [0, 429, 502, 503, 504].includes(status);
			return method === 'GET' && isPassing && repeats < 3 ? { after: 300 * 2 ** repeats } : undefined;
		},
	},
	{
		name: 'what has no trash is deleted for good',
		sentence: 'Core asks to put media into the trash, which is a 501 on most sites.',
		repeat({ method, url }, { status }) {
			const isForced = url.includes('force=');
			return method === 'DELETE' && url.includes(' media/') && status === 501 && !isForced
				? { after: 0, url: url.replace(/(\?|$)/, (mark) => (mark ? '?force=true&' : '?force=true')) }
				: undefined;
		},
	},
	{
		name: 'ids have other names, too',
		sentence: 'Types, statuses and taxonomies are known by their slug, and their list has an item for each.',
		change(window) {
			const { models, collections } = window.wp.api;
			const nameOf = (attributes: any): unknown => attributes?.id ?? attributes?.type;
			const named = (attributes: any): any =>
				nameOf(attributes) === undefined ? attributes : { slug: nameOf(attributes), ...attributes };
			Object.assign(models.Type.prototype, {
				idAttribute: 'slug',
				preinitialize(this: any, attributes: any) {
					this.defaults = () => window._.pick(named(attributes) ?? {}, 'slug');
				},
				parse: (answer: any) => named(answer),
				url(this: any) {
					const id: unknown = this.get('slug') || this.get('id');
					return `http://wp.test/wp-json/wp/v2/types${id ? `/${id}` : ''}`;
				},
			});
			Object.assign(collections.Types.prototype, {
				modelId: (attributes: any) => attributes.slug ?? attributes.id,
				parse: (answer: any) => (window._.every(answer, window._.isObject) ? Object.values(answer) : answer),
			});
		},
	},
	{
		name: 'of two reads of a list the newer one stays',
		sentence:
			'Answers may overtake each other: in core the last answer wins, here that to the newest `fetch()`.',
		change(window) {
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
							if (number < (newest.get(this) ?? 0))
								Object.assign(options, { add: false, merge: false, remove: false, reset: false });
							else if (options.remove !== false) newest.set(this, number);
							success?.apply(options.context, args);
						};
						return base.call(this, method, list, options);
					},
			);
		},
	},
	{
		name: 'the state of a list changes with its answer',
		sentence:
			'Core forgets the totals when a read leaves, so that a failed read ends `more()`; without totals it has NaN.',
		change(window) {
			const states = new WeakMap<object, any>();
			wrap(
				baseList(window),
				'sync',
				(base) =>
					function (method: string, list: any, options: any = {}) {
						if (method !== 'read') return base.call(this, method, list, options);
						const query = readQuery(options.data);
						options.data = query;
						const { page = 1, ...data } = query;
						const { success } = options;
						states.set(this, { ...this.state });
						const putBack = (): void => void (this.state = { ...states.get(this) });
						options.success = (answer: unknown, text: string, xhr: any) => {
							const total = (header: string): number | null => {
								const value = xhr?.getResponseHeader(header);
								return value ? Number(value) : null;
							};
							// So is an answer marked that an other one has overtaken.
							const isOvertaken = options.add === false && options.reset === false;
							if (!isOvertaken)
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
		},
	},
	{
		name: 'an answer undoes nothing that is newer',
		sentence:
			'What the user has set since the request left stays, as does what a newer answer has brought; core takes each answer whole.',
		change: keepNewer,
	},
	{
		name: 'a list is not saved',
		sentence:
			'`fetch()` without an id reads the list into the model, as in core; such a model is not saved, as its attributes are no item.',
		change(window) {
			wrap(
				baseModel(window),
				'save',
				(base) =>
					function (...args) {
						return this.has('0') && this.isNew() ? refuse(window, this) : base.apply(this, args);
					},
			);
		},
	},
	{
		name: 'an item is found by its slug',
		sentence:
			'A new model with a slug asks for that slug and takes the first item found; core reads the whole list into the model.',
		change(window) {
			wrap(
				baseModel(window),
				'sync',
				(base) =>
					function (method: string, model: any, options: any = {}) {
						const slug: unknown = model.get('slug');
						const send = (): unknown => base.call(this, method, model, options);
						if (method !== 'read' || !slug || !model.isNew() || NO_SLUG.includes(model.name)) return send();
						options.url = `${options.url ?? model.url()}?${window.jQuery.param({ slug })}`;
						return judgeAnswer(window, send, (list: unknown) => {
							if (!Array.isArray(list) || list.length) return Array.isArray(list) ? list[0] : list;
							throw Object.assign(new window.Error('Nothing has this slug.'), { name: 'WPApiError' });
						});
					},
			);
		},
	},
	{
		name: 'helpers ask later, once, and for all',
		sentence:
			'Reads of one turn are gathered; `getTags()` and `getCategories()` have all terms; a rejection has a reason; `setMeta()` fires `change:meta`; a date that is missing is `false`.',
		change: changeHelpers,
	},
	{
		name: 'a subclass may have an initialize of its own',
		sentence:
			"Core sets up a list, and what must be deleted with force, in `initialize`: a subclass's own takes that away.",
		change(window) {
			const state = { data: {}, currentPage: null, totalPages: null, totalObjects: null };
			baseList(window).preinitialize = function (_models: unknown, options: any) {
				this.state = { ...state };
				this.parent = options?.parent ?? '';
			};
			const { initialize } = baseModel(window);
			const preinitialize = baseModel(window).preinitialize;
			baseModel(window).preinitialize = function (...args: unknown[]) {
				preinitialize.apply(this, args);
				initialize.call(this);
			};
		},
	},
	{
		name: 'a changed nonce of the page is used',
		sentence: 'Core copies `wpApiSettings.nonce` when the page loads.',
		change(window) {
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
		},
	},
	{
		name: 'an empty id is none',
		sentence: 'WordPress has no id 0, and an empty text is none: such a model is new.',
		change(window) {
			baseModel(window).isNew = function () {
				return !(this.get(this.idAttribute) || this.get('id'));
			};
		},
	},
	{
		name: 'destroy takes force, reassign and data',
		sentence: 'Core cannot delete a post for good, and sends `data` as a text that says "[object Object]".',
		change(window) {
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
		},
	},
	{
		name: "a page's own Backbone.sync gets the same treatment",
		sentence:
			'What it returns comes back as a jqXHR that can be aborted, and the `request` event is fired for it, too; in core both are what the page makes of them.',
		change(window) {
			for (const prototype of [baseModel(window), baseList(window)])
				wrap(
					prototype,
					'sync',
					(base) =>
						function (method: string, subject: any, options: any = {}) {
							let told: any;
							const { error } = options;
							options.error = (xhr: any, ...args: unknown[]) => {
								told = xhr;
								error?.call(options.context, xhr, ...args);
							};
							const returned = base.call(this, method, subject, options);
							if (!returned || returned.getResponseHeader) return returned;
							const xhr = Object.assign(Object.create(told ?? { status: 0, readyState: 0 }), {
								abort: () => undefined,
								getResponseHeader: () => null,
							});
							const deferred = window.jQuery.Deferred();
							returned.done(deferred.resolve).fail(deferred.reject);
							deferred.promise(xhr);
							options.xhr = xhr;
							subject.trigger('request', subject, xhr, options);
							return xhr;
						},
				);
		},
	},
	{
		name: 'more asks for the page that was meant',
		sentence:
			"In core the remembered query overrules that of `more()`, and two `more()` skip a page; here the caller's counts, `offset` goes on, a page under way is not asked for twice, and a search under way has no next page.",
		change: changeMore,
	},
	{
		name: 'an empty object is no item',
		sentence: "`new Posts( {} )`, from the handbook's `( {}, { parent: 1 } )`, starts without models.",
		change(window) {
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
		},
	},
	{
		name: 'items know the parent of their list',
		sentence:
			'Core asks for `posts/revisions/8` where an item of `new PostRevisions( null, { parent: 1 } )` says nothing of its parent.',
		change(window) {
			const parents = new WeakMap<object, unknown>();
			wrap(
				baseModel(window),
				'preinitialize',
				(base) =>
					function (attributes: unknown, options: any) {
						base.call(this, attributes, options);
						if (options?.collection?.parent) parents.set(this, options.collection.parent);
					},
			);
			for (const [name, path] of [
				['PostRevision', 'posts'],
				['PageRevision', 'pages'],
			])
				window.wp.api.models[name!].prototype.url = function () {
					const parent: unknown = parents.get(this) ?? (this.get('parent') || this.collection?.parent);
					return `http://wp.test/wp-json/wp/v2/${path}/${parent}/revisions${this.id ? `/${this.id}` : ''}`;
				};
		},
	},
];
