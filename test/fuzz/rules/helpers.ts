/**
 * Core's helpers, changed so that they ask as ours do: in a later turn, for each item once, several of them in one list.
 */

import { refusal } from './overlay.ts';

export function copyMeta(window: any): void {
	each(window, 'getMeta', (prototype) => Object.assign(prototype, metaHelpers));
}

export function readMissingDate(window: any): void {
	each(window, 'getDate', (prototype) => (prototype.getDate = readsDate(prototype.getDate)));
}

export function gatherReads(window: any): void {
	for (const name of ['getAuthorUser', 'getFeaturedMedia'])
		each(window, name, (prototype) => (prototype[name] = laterWithReason(window, prototype[name], name)));
}

export function readOwnRevisions(window: any): void {
	const { collections } = window.wp.api;
	each(window, 'getRevisions', (prototype) => {
		prototype.getRevisions = readsRevisions(window, collections[`${prototype.name}Revisions`]);
	});
}

export function readAllTerms(window: any): void {
	const { models, collections } = window.wp.api;
	const { Category, Tag } = models;
	const { Categories, Tags } = collections;
	each(window, 'getTags', (prototype) => (prototype.getTags = readsTerms(window, 'tags', Tag, Tags)));
	each(window, 'getCategories', (prototype) => {
		prototype.getCategories = readsTerms(window, 'categories', Category, Categories);
	});
}

export function saveKnownTerms(window: any): void {
	const { Categories, Tags } = window.wp.api.collections;
	each(window, 'setTags', (prototype) => (prototype.setTags = setsTerms(window, 'tags', Tags)));
	each(window, 'setCategories', (prototype) => {
		prototype.setCategories = setsTerms(window, 'categories', Categories);
	});
}

/** The classes that have a method. */
function each(window: any, method: string, act: (prototype: any) => void): void {
	for (const { prototype } of Object.values<any>(window.wp.api.models)) if (prototype[method]) act(prototype);
}

type Method = (this: any, ...args: any[]) => any;

/** Copies, so that a change shows as one; nothing is an empty object. */
const metaHelpers: Record<string, Method> = {
	getMeta(key) {
		return this.get('meta')?.[key];
	},
	setMeta(key, value) {
		this.set('meta', { ...this.get('meta'), [key]: value });
	},
	setMetas(values) {
		this.set('meta', { ...this.get('meta'), ...values });
	},
};

/** `false` where there is no date, and not an invalid one. */
function readsDate(base: Method): Method {
	return function (field = 'date') {
		return this.get(field) ? base.call(this, field) : false;
	};
}

const EMBEDDED: Record<string, [relation: string, field: string]> = {
	getAuthorUser: ['author', 'author'],
	getFeaturedMedia: ['wp:featuredmedia', 'featured_media'],
};

/** A rejection has a reason. */
function laterWithReason(window: any, base: Method, name: string): Method {
	const { jQuery: $, _ } = window;
	return function () {
		const [relation, field] = EMBEDDED[name]!;
		const deferred = $.Deferred();
		const id = this.get(field);
		if (!id) return deferred.reject(refusal(window)).promise();
		if (_.findWhere(this.get('_embedded')?.[relation], { id })) return base.call(this);
		// jQuery's `$.when()` tells of an answer in a later turn.
		const later =
			(settle: (value: unknown) => void) =>
			(value: unknown): void =>
				window.setTimeout(() => settle(value));
		window.setTimeout(() => base.call(this).done(later(deferred.resolve)).fail(later(deferred.reject)));
		return deferred.promise();
	};
}

/** Those of the item's own type. */
function readsRevisions(window: any, Revisions: any): Method {
	return function () {
		const deferred = window.jQuery.Deferred();
		if (!this.id) return deferred.reject(refusal(window)).promise();
		const list = new Revisions(null, { parent: this.id });
		list
			.fetch()
			.done(() => deferred.resolve(list))
			.fail((failure: unknown) => deferred.reject(failure));
		return deferred.promise();
	};
}

/** All terms, and not ten; those of an item that was not read yet, too. */
function readsTerms(window: any, field: string, Term: any, Terms: any): Method {
	const { jQuery: $ } = window;
	return function () {
		const given = this.get(field) ?? (this.isNew() ? [] : undefined);
		const deferred = $.Deferred();
		const fail = (failure: unknown): unknown => deferred.reject(failure);
		if (given === undefined) {
			new Terms()
				.fetch({ data: { per_page: 100, post: this.id } })
				.done((items: unknown) => deferred.resolve([items].flat()))
				.fail(fail);
			return deferred.promise();
		}
		const ids: number[] = [...new Set<number>(given)];
		if (!ids.length) return deferred.resolve([]).promise();
		const tell = (items: any[]): unknown =>
			deferred.resolve(given.flatMap((id: number) => items.find((item) => item.id === id) ?? []));
		window.setTimeout(() => {
			if (ids.length > 1)
				new Terms()
					.fetch({ data: { include: ids.join(), per_page: 100 } })
					.done(tell)
					.fail(fail);
			else
				new Term({ id: ids[0] })
					.fetch()
					.done((item: unknown) => tell([item]))
					.fail((xhr: any) => (xhr.status === 404 ? tell([]) : fail(xhr)));
		});
		return deferred.promise();
	};
}

const listOf = (answer: unknown): any[] => (Array.isArray(answer) ? answer : []);

/** By id, slug or name; what nobody knows is a rejection, and nothing is saved. */
function setsTerms(window: any, field: string, Terms: any): Method {
	const { jQuery: $, _ } = window;
	const isNumber = (value: unknown): boolean => typeof value === 'number';
	return function (chosen: any[]) {
		const save = (ids: unknown[]): any =>
			this.save({ [field]: _.uniq(ids) }, { patch: true }) || $.Deferred().reject(refusal(window));
		if (chosen.every(isNumber)) return save(chosen);
		const found = async (): Promise<unknown> => {
			const bySlug = listOf(await new Terms().fetch({ data: { per_page: 100, slug: chosen } }));
			const idOf = (items: any[], word: unknown): unknown =>
				items.find(({ slug, name }) => slug === word || name === word)?.id;
			const missing: unknown[] = chosen.filter((word) => !idOf(bySlug, word));
			const more = await Promise.all(
				missing.map((word) => new Terms().fetch({ data: { per_page: 100, search: word } })),
			);
			const ids = chosen.map((word) => idOf([...bySlug, ...more.flatMap(listOf)], word));
			if (!ids.every(Boolean)) throw refusal(window);
			return save(ids);
		};
		const deferred = $.Deferred();
		void found().then(deferred.resolve, deferred.reject);
		return deferred.promise();
	};
}
