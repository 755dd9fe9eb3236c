// An item and a taxonomy, in; a box to tick for each term, out, and those that are ticked are set on the item.
import Backbone from 'backbone';
import type { WPApiModel } from '../../src/index.ts';
import type { Item, Taxonomy } from '../app.ts';
import { fill, html, plain } from '../html.ts';

export class TermsField extends Backbone.View<Item> {
	taxonomy: Taxonomy;

	constructor(taxonomy: Taxonomy, model: Item) {
		super({ model, tagName: 'fieldset', className: 'choice', collection: new taxonomy.Terms() });
		this.taxonomy = taxonomy;
	}

	async load(): Promise<void> {
		await this.collection.fetch({ data: { per_page: 100, orderby: 'name' } });
	}

	override render(): this {
		const chosen = this.before();
		const terms = (this.collection.models as WPApiModel[]).map((term) => ({
			id: Number(term.id),
			name: plain(term.get('name')),
		}));
		fill(
			this.el,
			html`<legend>${this.taxonomy.label}</legend>
				${terms.map(
					({ id, name }) =>
						html`<label>
							<input type="checkbox" value="${id}" ${chosen.includes(id) && html`checked`} /> ${name}
						</label>`,
				)}
				${!terms.length && html`<p class="hint">There are none to choose from.</p>`}`,
		);
		return this;
	}

	hasChanged(): boolean {
		return String(this.chosen()) !== String(this.before());
	}

	async save(): Promise<void> {
		if (this.hasChanged()) await this.taxonomy.set(this.model, this.chosen());
	}

	before(): number[] {
		return inOrder(this.model.get(this.taxonomy.field) as number[] | undefined);
	}

	chosen(): number[] {
		// A form that was not shown yet has nothing chosen, and nothing changed.
		if (!this.el.isConnected) return this.before();
		return inOrder(
			this.$('input:checked')
				.get()
				.map((box) => Number((box as HTMLInputElement).value)),
		);
	}
}

function inOrder(ids: number[] = []): number[] {
	return [...ids].sort((a, b) => a - b);
}
