// An item, in; its card in the list, out. What belongs to it (author, picture, terms) is asked of its helpers: what all cards
// ask for in one turn, they read together.
import Backbone from 'backbone';
import type { App, Item, Section } from '../app.ts';
import { fill, html, plain } from '../html.ts';
import { showByline, showPicture, showTerms } from './related.ts';
import { trash } from './trash.ts';

export class Card extends Backbone.View<Item> {
	app: App;
	section: Section;

	constructor(app: App, section: Section, model: Item) {
		super({ model, tagName: 'li', className: 'card', events: { 'click .trash': 'trash' } });
		this.app = app;
		this.section = section;
		this.listenTo(model, 'change', this.render);
	}

	override render(): this {
		const { model, section } = this;
		const title = plain(model.get('title')) || '(no title)';
		const at = `#${section.path}/${model.id}`;
		const status = String(model.get('status'));
		fill(
			this.el,
			html`<div class="picture"></div>
				<p class="terms"></p>
				<h2><a href="${at}">${title}</a></h2>
				<p class="byline"></p>
				<p class="excerpt">${plain(model.get('excerpt'))}</p>
				${section.hasTags && html`<p class="tags"></p>`}
				<p class="foot">
					${status !== 'publish' && html`<span class="status">${status}</span>`}
					${
						this.app.session.user !== '' &&
						html`<a class="button small" href="${at}/edit" aria-label="Edit “${title}”">Edit</a>
							<button type="button" class="button small trash" aria-label="Move “${title}” to the trash">
								Trash
							</button>`
					}
				</p>`,
		);
		showPicture(model, this.$('.picture'));
		showByline(model, this.$('.byline'));
		showTerms(model, section.taxonomy.field, this.$('.terms'));
		if (section.hasTags) showTerms(model, 'tags', this.$('.tags'));
		return this;
	}

	focus(): void {
		this.$('h2 a').trigger('focus');
	}

	trash(): void {
		void trash(this.model, this.section);
	}
}
