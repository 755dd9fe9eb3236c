/**
 * The base model: a Backbone model that knows its route. What happens to a request on its way is in `sync/`.
 */

import Backbone from 'backbone';
import { changesOf, remember, withUnsaved } from './changes.ts';
import { WPApiError } from './errors.ts';
import { routeUrl } from './schema/route-url.ts';
import type {
	AjaxOptions,
	Attributes,
	Method,
	ModelClass,
	WPApiCollection,
	WPApiModel,
	WPApiXHR,
} from './seams.ts';
import { itemConcerns } from './sync/concerns.ts';
import { send } from './sync/send.ts';

/** What the base model adds to Backbone's. */
export interface BaseModel extends WPApiModel {
	/** Sends what differs from the server's last answer, by PATCH, and nothing where nothing does. A new item is saved whole. */
	saveChanges(attributes?: object | null, options?: AjaxOptions): WPApiXHR | false;
	saveChanges(name: string, value: unknown, options?: AjaxOptions): WPApiXHR | false;
	/** Whether anything differs from the server's last answer. */
	hasUnsavedChanges(): boolean;
}

const backbone = Backbone.Model.prototype;

const methods: ThisType<BaseModel> & Attributes = {
	constructor: function (
		this: BaseModel | undefined,
		attributes?: Attributes,
		options?: { collection?: WPApiCollection; parse?: boolean },
	) {
		if (!(this instanceof Backbone.Model)) throw new TypeError('Call the classes of wp.api with `new`.');
		// Here, as a subclass may have an `initialize` of its own. By position: list and item may name them otherwise.
		const values: unknown[] = options?.collection?.paramValues?.() ?? [];
		this.params = Object.fromEntries(
			values.map((value, i) => [this.route?.params[i]?.name, value]),
		) as Attributes;
		// A subclass may have a `parse` of its own, too.
		if (options?.parse && this.parse !== methods.parse) remember(this, attributes);
		Backbone.Model.call(this, withId(this, attributes) as object, options as object);
	},

	/** As elsewhere in Backbone, a subclass may have its own `urlRoot`. */
	url(this: BaseModel & { urlRoot?: unknown }): string {
		const { route, listRoute, endpointModel } = this;
		if (!endpointModel || this.urlRoot || !route) return backbone.url.call(this);
		const isSingle = !route.params.length || !this.isNew();
		const { params, parts } = isSingle ? route : (listRoute ?? { ...route, parts: route.parts.slice(0, -1) });
		return routeUrl(endpointModel.settings.root, parts, (param) => valueOf(this, params.indexOf(param)));
	},

	/** WordPress has no id 0, and '' is none. */
	isNew(this: BaseModel): boolean {
		return !idOf(this);
	},

	nonce(this: BaseModel): string | undefined {
		return this.endpointModel?.nonce();
	},

	parse(this: BaseModel, answer: Attributes, options?: AjaxOptions): Attributes | undefined {
		remember(this, answer);
		const item = withId(this, answer);
		// What a subclass makes of an answer cannot be compared with one.
		const unsaved = this.parse === methods.parse && options?.unsaved;
		return item && unsaved ? withUnsaved(item, unsaved) : item;
	},

	sync(this: BaseModel, method: Method, model: BaseModel, options: AjaxOptions = {}): WPApiXHR {
		return send(method, model, options, itemConcerns);
	},

	/** `false`, after an `invalid` event that says why, where the route cannot be written. */
	save(this: BaseModel, ...args: unknown[]): WPApiXHR | false {
		const { methods: verbs } = (this.isNew() && this.listRoute?.route) || this;
		return allows(this, /P[OUA]/, verbs) && backbone.save.apply(this, args as never);
	},

	saveChanges(this: BaseModel, ...args: unknown[]): WPApiXHR | false {
		const [attributes, options] =
			typeof args[0] === 'string' ? [{ [args[0]]: args[1] }, args[2]] : (args as object[]);
		if (this.isNew() && this.route.params.length) return this.save(attributes, options as object);
		const attrs = changesOf(this, { ...(this.attributes as Attributes), ...(attributes as object) });
		return this.save(attributes, {
			...(options as object),
			patch: true,
			attrs,
			onlyChanges: true,
		} as object);
	},

	clone(this: BaseModel): BaseModel {
		const { params, answered } = this;
		return Object.assign(backbone.clone.call(this) as BaseModel, { params, answered });
	},

	hasUnsavedChanges(this: BaseModel): boolean {
		return Object.keys(changesOf(this, this.attributes as Attributes)).length > 0;
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

/** An attribute, and not what every object has: a parameter may be called `constructor`. */
const own = (attributes: object | undefined, name: string): unknown =>
	attributes && Object.hasOwn(attributes, name) ? (attributes as Attributes)[name] : undefined;

const idOf = ({ attributes, idAttribute }: BaseModel): unknown =>
	own(attributes as object, idAttribute) || own(attributes as object, 'id');

/** The answer, or the caller, may call the id `id`, or by the name it has in the path. */
function withId({ idAttribute, route }: BaseModel, attributes?: Attributes): Attributes | undefined {
	const id = own(attributes, 'id') ?? own(attributes, route?.params.at(-1)?.name ?? 'id');
	return id === undefined ? attributes : { [idAttribute]: id, ...attributes };
}

/** The value of a parameter by its position, which is the same in the route of the item and in that of its list. */
function valueOf(model: BaseModel, position: number): unknown {
	const { attributes, params, route, collection } = model;
	const { name, slashes } = route.params[position]!;
	const fromEnd = route.params.length - position;
	const id = idOf(model);
	// `core/paragraph` for `/(namespace)/(name)`: an id may span the last parameters.
	const ids = slashes || route.params.length < 2 ? [id] : String(id ?? '').split('/');
	if (fromEnd === 1) return ids.at(-1);
	const { parent, parent_post: parentPost } = attributes as Attributes;
	const list = collection as unknown as WPApiCollection | undefined;
	return (
		own(params, name) ||
		own(attributes as object, name) ||
		(fromEnd === 2 && (parent || parentPost)) ||
		ids.at(-fromEnd) ||
		list?.paramValues?.()[position]
	);
}

function allows(model: BaseModel, verbs: RegExp, methods?: string[]): boolean {
	if (verbs.test(String(methods))) return true;
	const error = new WPApiError('method_not_allowed', `${model.name} allows ${String(methods)} only.`);
	model.validationError = error;
	model.trigger('invalid', model, error, {});
	return false;
}
