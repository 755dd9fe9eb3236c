/**
 * The base model: a Backbone model that knows its route and what the server last said. `request/` has what happens to its requests.
 */

import Backbone from 'backbone';
import _ from 'underscore';
import { atHand, departureOf, type Departure } from '../request/departures.ts';
import { WPApiError } from '../errors.ts';
import { hasId, paramValue, pathId, withId } from './item-path.ts';
import { acceptAnswer, changesOf, copySavedState, holdsList, knownOf, noteEdits } from './saved-state.ts';
import { routeUrl } from '../schema/route-url.ts';
import type {
	AjaxOptions,
	Attributes,
	Method,
	ModelClass,
	WPApiCollection,
	WPApiModel,
	WPApiXHR,
} from '../seams.ts';
import { encodeModel, type Saving } from '../request/encode-model.ts';
import { send } from '../request/exchange.ts';

/** What the base model adds to Backbone's. */
export interface BaseModel extends WPApiModel {
	/** Sends what differs from the server's last answer, by PATCH, and nothing where nothing does. A new item is saved whole. */
	saveChanges(attributes?: object | null, options?: AjaxOptions): WPApiXHR | false;
	saveChanges(name: string, value: unknown, options?: AjaxOptions): WPApiXHR | false;
	/** Whether anything differs from the server's last answer. */
	hasUnsavedChanges(): boolean;
}

const backbone = Backbone.Model.prototype;

/** The `save()` that runs now. Between it and `sync()` there is only Backbone, which hands on the options of the caller. */
let saving: (Saving & { model: BaseModel }) | undefined;

function whileSaving<T>(model: BaseModel, what: Partial<Saving>, save: () => T): T {
	const outer = saving;
	const known = outer?.model === model ? outer : { given: [], onlyChanges: false };
	saving = { ...known, ...what, model };
	try {
		return save();
	} finally {
		saving = outer;
	}
}

/** What `parse()` has made of server data, until it is set. */
const parsed = new WeakSet<object>();

const methods: ThisType<BaseModel> & Attributes = {
	constructor: function (
		this: BaseModel | undefined,
		attributes?: Attributes,
		options?: { collection?: WPApiCollection },
	) {
		if (!(this instanceof Backbone.Model)) throw new TypeError('Call the classes of wp.api with `new`.');
		// Here, as a subclass may have an `initialize` of its own. By position: list and item may name them otherwise.
		const values: unknown[] = options?.collection?.paramValues?.() ?? [];
		this.params = Object.fromEntries(
			values.map((value, i) => [this.route?.params[i]?.name, value]),
		) as Attributes;
		Backbone.Model.call(this, withId(this, attributes) as object, options as object);
	},

	/** Tells the user's edits from the server's answers, which must not undo what is newer than they are. */
	set(this: BaseModel, key: unknown, value?: unknown, options?: AjaxOptions): unknown {
		if (typeof key !== 'object' || !key) {
			if (key != null && isMade(this)) noteEdits(this, [key as string]);
			return backbone.set.call(this, key as never, value as never, options as never);
		}
		const departure = departureOfSet(this, key, value as AjaxOptions | undefined);
		if (!departure && isMade(this)) noteEdits(this, Object.keys(key));
		const attributes = departure ? acceptAnswer(this, key as Attributes, departure) : key;
		return backbone.set.call(this, attributes, value as never);
	},

	/** As elsewhere in Backbone, a subclass may have its own `urlRoot`. */
	url(this: BaseModel & { urlRoot?: unknown }): string {
		const { route, listRoute, endpointModel } = this;
		if (!endpointModel || this.urlRoot || !route) return backbone.url.call(this);
		const isSingle = !route.params.length || pathId(this);
		const { params, parts } = isSingle ? route : (listRoute ?? { ...route, parts: route.parts.slice(0, -1) });
		return routeUrl(endpointModel.settings.root, parts, (param) => paramValue(this, params.indexOf(param)));
	},

	isNew(this: BaseModel): boolean {
		return !hasId(this);
	},

	nonce(this: BaseModel): string | undefined {
		return this.endpointModel?.nonce();
	},

	parse(this: BaseModel, answer: Attributes): Attributes | undefined {
		const item = withId(this, answer);
		if (Object(item) === item) parsed.add(item!);
		return item;
	},

	sync(this: BaseModel, method: Method, model: BaseModel, options: AjaxOptions = {}): WPApiXHR {
		const own = saving?.model === model ? saving : undefined;
		return send(model, options, encodeModel(method, model, options, knownOf(model), own));
	},

	/** `false`, after an `invalid` event that says why, where the route cannot be written. */
	save(this: BaseModel, ...args: unknown[]): WPApiXHR | false {
		const { methods: verbs } = (this.isNew() && this.listRoute?.route) || this;
		if (!allows(this, /P[OUA]/, verbs) || !isItem(this)) return false;
		const [attributes, options] = attributesAndOptions(args);
		const given = Object.keys(attributes ?? {});
		return whileSaving(this, { given }, () =>
			backbone.save.apply(this, [attributes, { ...withoutXHR(options) }] as never),
		);
	},

	saveChanges(this: BaseModel, ...args: unknown[]): WPApiXHR | false {
		const [attributes, options] = attributesAndOptions(args);
		if (this.isNew() && this.route.params.length) return this.save(attributes, options as object);
		const now = { ...(this.attributes as Attributes), ...attributes };
		const attrs = changesOf(this, now, attributes ?? {});
		return whileSaving(this, { onlyChanges: true }, () =>
			this.save(attributes, { ...options, patch: true, attrs } as object),
		);
	},

	clone(this: BaseModel): BaseModel {
		const copy = Object.assign(backbone.clone.call(this) as BaseModel, { params: this.params });
		copySavedState(this, copy);
		return copy;
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

/** Backbone sets `changed` for the first time inside of `set()`: while the constructor calls it, it is still the prototype's `null`. */
const isMade = (model: BaseModel): boolean => model.changed != null;

/** The request that brought what is being set. Parsed data that no request brought is the server's all the same. */
function departureOfSet(model: BaseModel, attributes: object, options?: AjaxOptions): Departure | undefined {
	const isParsed = parsed.delete(attributes) || (!isMade(model) && options?.parse);
	return departureOf(options) ?? (isParsed ? atHand() : undefined);
}

/** `save( attributes, options )` and `save( name, value, options )`. */
function attributesAndOptions(args: unknown[]): [Attributes | null | undefined, AjaxOptions | undefined] {
	const [key, value, options] = args;
	if (key == null || typeof key === 'object') return [key as Attributes | null, value as AjaxOptions];
	return [{ [key as string]: value }, options as AjaxOptions];
}

/** With the options of an earlier request, the model would take what its user sets for the answer to that request. */
function withoutXHR(options?: AjaxOptions): object | undefined {
	return departureOf(options) ? _.omit(options!, 'xhr') : options;
}

function allows(model: BaseModel, verbs: RegExp, methods?: string[]): boolean {
	if (verbs.test(String(methods))) return true;
	return refuse(model, 'method_not_allowed', `${model.name} allows ${String(methods)} only.`);
}

/** A model that `fetch()` without an id has filled with a list is no item. */
function isItem(model: BaseModel): boolean {
	if (!holdsList(model)) return true;
	return refuse(
		model,
		'missing_param',
		'This model holds a list: make a model of one of its items, and save that.',
	);
}

function refuse(model: BaseModel, code: string, message: string): false {
	const error = new WPApiError(code, message);
	model.validationError = error;
	model.trigger('invalid', model, error, {});
	return false;
}
