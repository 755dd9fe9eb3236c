/** Changes how core's items are addressed, named and set up. */
import { holdsList } from './keep-newer.ts';
import { baseList, baseModel, judgeAnswer, refuse, refusal, wrap } from './overlay.ts';

/** Their lists, if there are any, cannot be asked for a slug. */
const NO_SLUG = ['Type', 'UsersMe', 'Me', 'Settings'];

export function keepSingletonsAddress(window: any): void {
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
}

export function nameIdsOtherwise(window: any): void {
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
			return `http://wp.test/wp-json/wp/v2/types${id ? `/${String(id)}` : ''}`;
		},
	});
	Object.assign(collections.Types.prototype, {
		modelId: (attributes: any, name = 'slug') => attributes[name] ?? attributes.id,
		parse: (answer: any) => (window._.every(answer, window._.isObject) ? Object.values(answer) : answer),
	});
}

export function saveNoList(window: any): void {
	wrap(
		baseModel(window),
		'save',
		(base) =>
			function (...args) {
				return holdsList(this) ? refuse(window, this) : base.apply(this, args);
			},
	);
}

export function findBySlug(window: any): void {
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
					throw refusal(window);
				});
			},
	);
}

export function setUpBeforeInitialize(window: any): void {
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
}

export function takeEmptyIdForNone(window: any): void {
	baseModel(window).isNew = function () {
		return !(this.get(this.idAttribute) || this.get('id'));
	};
	for (const { prototype } of Object.values<any>(window.wp.api.models))
		wrap(
			prototype,
			'url',
			(base) =>
				function () {
					const url: string = base.call(this);
					const id = `/${this.get('id')}`;
					return this.isNew() && url.endsWith(id) ? url.slice(0, -id.length) : url;
				},
		);
}

export function handParentOn(window: any): void {
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
	wrap(
		baseModel(window),
		'clone',
		(base) =>
			function () {
				const copy = base.call(this);
				if (parents.has(this)) parents.set(copy, parents.get(this));
				return copy;
			},
	);
	for (const [name, path] of [
		['PostRevision', 'posts'],
		['PageRevision', 'pages'],
	])
		window.wp.api.models[name!].prototype.url = function () {
			const parent: unknown = parents.get(this) ?? (this.get('parent') || this.collection?.parent);
			return `http://wp.test/wp-json/wp/v2/${path}/${String(parent)}/revisions${this.id ? `/${this.id}` : ''}`;
		};
}
