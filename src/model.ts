/**
 * The base model: a Backbone model that knows its route. What happens to a request on its way is in `sync/`.
 */

import Backbone from 'backbone';
import { remember } from './changes.ts';
import { WPApiError } from './errors.ts';
import { routeUrl } from './routes.ts';
import type { AjaxOptions, ModelClass, WPApiCollection, WPApiModel, WPApiXHR } from './seams.ts';
import { itemConcerns } from './sync/concerns.ts';
import type { Method } from './sync/request.ts';
import { send } from './sync/send.ts';
import { withQuery } from './sync/url.ts';

export type BaseModel = WPApiModel;

type Attributes = Record<string, unknown>;

const backbone = Backbone.Model.prototype;

const methods: ThisType<BaseModel> & Attributes = {
	constructor: function (
		this: BaseModel | undefined,
		attributes?: Attributes,
		options?: { collection?: WPApiCollection },
	) {
		if (!this) throw new TypeError('Call the classes of wp.api with `new`.');
		// Here, as a subclass may have an `initialize` of its own. By position: list and item may name them otherwise.
		const values: unknown[] = options?.collection?.paramValues?.() ?? [];
		this.params = Object.fromEntries(
			values.map((value, i) => [this.route?.params[i]?.name, value]),
		) as Attributes;
		Backbone.Model.call(this, withId(this, attributes) as object, options as object);
	},

	/** As elsewhere in Backbone, a subclass may have its own `urlRoot`. */
	url(this: BaseModel & { urlRoot?: unknown }, method?: Method): string {
		const { route, listRoute, endpointModel, name } = this;
		if (!endpointModel || this.urlRoot || !route) return backbone.url.call(this);
		const single = !route.params.length || !this.isNew();
		const { params, options } = single ? route : (listRoute ?? { params: route.params, options: undefined });
		const parts = single ? route.parts : (listRoute?.parts ?? route.parts.slice(0, -1));
		const url = routeUrl(endpointModel.settings.root, parts, (param) => valueOf(this, params.indexOf(param)));
		// The lists of types, statuses and taxonomies have no pages, and core's users do read them into one model.
		if (single || method !== 'read' || !options?.page) return url;
		const slug = this.get('slug') as string | undefined;
		if (!slug || !options.slug)
			throw new WPApiError('missing_param', `Give ${name} an id or a slug before you fetch it.`);
		return withQuery(url, { slug });
	},

	/** WordPress has no id 0, and '' is none. */
	isNew(this: BaseModel): boolean {
		return !Object.hasOwn(this.attributes as object, this.idAttribute) || !this.get(this.idAttribute);
	},

	nonce(this: BaseModel): string | undefined {
		return this.endpointModel?.nonce();
	},

	parse(this: BaseModel, answer: Attributes): Attributes | undefined {
		remember(this, answer);
		return withId(this, answer);
	},

	sync(this: BaseModel, method: Method, model: BaseModel, options: AjaxOptions = {}): WPApiXHR {
		return send(method, model, options, itemConcerns);
	},

	/** `false`, after an `invalid` event that says why, where the route cannot be written. */
	save(this: BaseModel, ...args: unknown[]): WPApiXHR | false {
		const { methods: verbs } = (this.isNew() && this.listRoute?.route) || this;
		return allows(this, /P[OUA]/, verbs) && backbone.save.apply(this, args as never);
	},

	/** Goes to the trash where there is one. `force` deletes for good, `reassign` hands a user's posts to another one. */
	destroy(this: BaseModel, options?: AjaxOptions): WPApiXHR | false {
		return allows(this, /DEL/, this.methods) && backbone.destroy.call(this, options as never);
	},
};

/** `wp.api.WPApiBaseModel` */
export const WPApiBaseModel: ModelClass<BaseModel> = /* @__PURE__ */ Backbone.Model.extend(
	methods,
) as ModelClass<BaseModel>;

/** The answer, or the caller, may call the id `id` where the route calls it otherwise. */
function withId({ idAttribute, route }: BaseModel, attributes?: Attributes): Attributes | undefined {
	const name = route?.params.at(-1)?.name ?? 'id';
	const own = (key: string): unknown =>
		attributes && Object.hasOwn(attributes, key) ? attributes[key] : undefined;
	const id = own('id') ?? own(name);
	return id === undefined ? attributes : { [idAttribute]: id, ...attributes };
}

/** The value of a parameter by its position, which is the same in the route of the item and in that of its list. */
function valueOf({ attributes, params, route, idAttribute }: BaseModel, position: number): unknown {
	const all = attributes as Attributes;
	const { name, slashes } = route.params[position]!;
	const fromEnd = route.params.length - position;
	const id = all[idAttribute];
	// `core/paragraph` for `/(namespace)/(name)`: an id may span the last parameters.
	const ids = slashes || route.params.length < 2 ? [id] : String(id ?? '').split('/');
	if (fromEnd === 1) return ids.at(-1);
	return params[name] || all[name] || (fromEnd === 2 && (all.parent || all.parent_post)) || ids.at(-fromEnd);
}

function allows(model: BaseModel, verbs: RegExp, methods?: string[]): boolean {
	if (verbs.test(String(methods))) return true;
	model.trigger(
		'invalid',
		model,
		new WPApiError('method_not_allowed', `${model.name} allows ${String(methods)} only.`),
		{},
	);
	return false;
}
