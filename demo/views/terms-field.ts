// A box to tick for each term of a taxonomy, and a field for one that is not there yet. What is ticked is set on the item.
import Backbone from 'backbone';
import _ from 'underscore';
import type { BaseCollection, WPApiModel } from '../../src/index.ts';
import type { Item, Taxonomy } from '../app.ts';
import { fill, html, plain } from '../html.ts';

export class TermsField extends Backbone.View<Item> {
	taxonomy: Taxonomy;
	terms: BaseCollection;
	/** Ids, in the order in which the server has them. */
	before: number[] = [];

	constructor(taxonomy: Taxonomy, model: Item) {
		super({
			model,
			tagName: 'fieldset',
			className: 'choice',
			events: { 'change [type=checkbox]': 'choose' },
		});
		this.taxonomy = taxonomy;
		this.terms = new taxonomy.Terms();
	}

	/** However many there are. */
	async load(): Promise<void> {
		await this.terms.fetchAll({ data: { orderby: 'name' } });
	}

	override render(): this {
		const { field, one, many } = this.taxonomy;
		this.before = idsOf(this.model, field);
		const terms = (this.terms.models as WPApiModel[]).map((term) => ({
			id: Number(term.id),
			name: plain(term.get('name')),
		}));
		fill(
			this.el,
			html`<legend>${many}</legend>
				${terms.map(
					({ id, name }) =>
						html`<label>
							<input type="checkbox" value="${id}" ${this.before.includes(id) && html`checked`} /> ${name}
						</label>`,
				)}
				<input class="new-term" aria-label="New ${one}" placeholder="New ${one}" autocomplete="off" />`,
		);
		return this;
	}

	/** A term that is ticked again is where it was. */
	choose(): void {
		const ticked = this.$(':checked')
			.get()
			.map((box) => Number((box as HTMLInputElement).value));
		this.model.set(this.taxonomy.field, _.union(_.intersection(this.before, ticked), ticked));
	}

	/** Names of terms that are to be made. */
	newNames(): string[] {
		const name = String(this.$('.new-term').val() ?? '').trim();
		return name ? [name] : [];
	}

	/** Beside those that are chosen, and once the rest of the item is saved. */
	async saveNew(): Promise<void> {
		const { field } = this.taxonomy;
		const names = this.newNames();
		if (names.length) {
			await this.model.setTerms(field, [...idsOf(this.model, field), ...names], { create: true });
		}
	}
}

export function idsOf(model: Item, field: string): number[] {
	return (model.get(field) ?? []) as number[];
}
