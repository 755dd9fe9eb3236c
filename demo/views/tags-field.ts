// The tags of an item: those that it has, each with a button that removes it, and a field to add one, with suggestions.
import _ from 'underscore';
import type { WPApiModel } from '../../src/index.ts';
import type { Item, Taxonomy } from '../app.ts';
import { fill, html, plain } from '../html.ts';
import { idsOf, TermsField } from './terms-field.ts';

/** Milliseconds without a key before suggestions are asked for. */
const PAUSE = 300;
const SUGGESTED = 8;

export class TagsField extends TermsField {
	/** In the order in which they are shown. Without an id it is to be made, if WordPress does not know it. */
	chosen: { id?: number; name: string }[] = [];
	/** By name in lower case. */
	known = new Map<string, number>();
	suggestSoon: (() => void) & _.Cancelable;

	constructor(taxonomy: Taxonomy, model: Item) {
		super(taxonomy, model);
		this.suggestSoon = _.debounce(() => void this.suggest(), PAUSE);
		this.delegateEvents({
			'input .new-term': 'type',
			'keydown .new-term': 'press',
			'click .add': 'add',
			'click .remove': 'removeTag',
		});
	}

	/** After the item is read. */
	override async load(): Promise<void> {
		const terms = await this.model.getTerms(this.taxonomy.field);
		this.chosen = (terms.models as WPApiModel[]).map(({ id, attributes }) => ({
			id: Number(id),
			name: plain(attributes.name),
		}));
	}

	override remove(): this {
		this.suggestSoon.cancel();
		return super.remove();
	}

	override render(): this {
		this.before = idsOf(this.model, this.taxonomy.field);
		fill(
			this.el,
			html`<legend>${this.taxonomy.many}</legend>
				<ul class="chosen"></ul>
				<input
					class="new-term"
					list="tag-names"
					aria-label="New ${this.taxonomy.one}"
					placeholder="New ${this.taxonomy.one}"
					autocomplete="off"
				/>
				<datalist id="tag-names"></datalist>
				<button type="button" class="button small add">Add tag</button>`,
		);
		this.showChosen();
		return this;
	}

	showChosen(): void {
		fill(
			this.$('.chosen').get(0)!,
			html`${this.chosen.map(
				({ name }, place) =>
					html`<li>
						${name}
						<button type="button" class="close remove" data-place="${place}" aria-label="Remove “${name}”">
							×
						</button>
					</li>`,
			)}`,
		);
	}

	/** Sets on the item what is chosen. Tags that were there before keep their order. */
	override choose(): void {
		const { field } = this.taxonomy;
		const ids = this.chosen.flatMap(({ id }) => id ?? []);
		// To a new item no tags say nothing.
		if (!ids.length && this.model.isNew()) this.model.unset(field);
		else this.model.set(field, _.union(_.intersection(this.before, ids), ids));
		this.showChosen();
	}

	/** Backbone binds the methods of `events` before the constructor has made the debounced function: this one calls it. */
	type(): void {
		this.suggestSoon();
	}

	/** Enter adds the tag; it does not send the form. */
	press(event: JQuery.KeyDownEvent): void {
		if (event.key !== 'Enter' && event.key !== ',') return;
		event.preventDefault();
		this.add();
	}

	add(): void {
		for (const name of this.typed()) {
			const isThere = this.chosen.some((tag) => tag.name.toLowerCase() === name.toLowerCase());
			const id = this.known.get(name.toLowerCase());
			if (!isThere) this.chosen.push(id ? { id, name } : { name });
		}
		this.$('.new-term').val('').trigger('focus');
		this.choose();
	}

	removeTag({ currentTarget }: JQuery.TriggeredEvent): void {
		this.chosen.splice(Number((currentTarget as HTMLElement).dataset['place']), 1);
		this.choose();
		this.$('.new-term').trigger('focus');
	}

	async suggest(): Promise<void> {
		const [search] = this.typed();
		if (!search) return;
		const terms = new this.taxonomy.Terms();
		// Without suggestions a tag can be written out.
		await Promise.resolve(terms.fetch({ data: { search, per_page: SUGGESTED } })).catch(() => undefined);
		const names = terms.map((term) => {
			const name = plain((term as WPApiModel).get('name'));
			this.known.set(name.toLowerCase(), Number(term.id));
			return name;
		});
		fill(this.$('datalist').get(0)!, html`${names.map((name) => html`<option value="${name}"></option>`)}`);
	}

	typed(): string[] {
		const text = String(this.$('.new-term').val() ?? '');
		return text
			.split(',')
			.map((name) => name.trim())
			.filter(Boolean);
	}

	/** What is typed and not added is meant to be a tag, too. */
	override newNames(): string[] {
		return [...this.chosen.flatMap(({ id, name }) => (id ? [] : name)), ...this.typed()];
	}
}
