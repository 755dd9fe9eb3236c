// An item and a taxonomy, in; a box to tick for each term, out, and a field for one that is not there yet. The boxes are the item's.
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
		this.before = (this.model.get(field) ?? []) as number[];
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

	/** Ticked again, a term is where it was. */
	choose(): void {
		const ticked = this.$(':checked')
			.get()
			.map((box) => Number((box as HTMLInputElement).value));
		this.model.set(this.taxonomy.field, _.union(_.intersection(this.before, ticked), ticked));
	}

	/** The name of a term that is to be made; '' for none. */
	newName(): string {
		return String(this.$('.new-term').val() ?? '').trim();
	}

	/** Beside those that are ticked, and once the rest of the item is saved. */
	async saveNew(): Promise<void> {
		const { field } = this.taxonomy;
		const name = this.newName();
		const ids = (this.model.get(field) ?? []) as number[];
		if (name) await this.model.setTerms(field, [...ids, name], { create: true });
	}
}
