// The card of an item in the list. What belongs to it (author, picture, terms) is asked of its helpers: what all cards ask for at
// once, they read together.
import Backbone from 'backbone';
import type { App, Item, Section } from '../app.ts';
import { fill, html, plain } from '../html.ts';
import { showRelated } from './related.ts';
import { trash } from './trash.ts';

/** Triggers `problem` where its author, picture or terms cannot be read. */
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
			html`<div class="picture" data-letter="${title.charAt(0)}"></div>
				<p class="terms"></p>
				<h2><a href="${at}">${title}</a></h2>
				<p class="byline"></p>
				<p class="excerpt">${plain(model.get('excerpt'))}</p>
				${section.tags && html`<p class="tags"></p>`}
				<div class="foot">
					${status !== 'publish' && html`<span class="status">${status}</span>`}
					${
						this.app.session.user !== '' &&
						html`<a class="button small" href="${at}/edit" aria-label="Edit “${title}”">Edit</a>
							<button type="button" class="button small trash" aria-label="Move “${title}” to the trash">
								Trash
							</button>`
					}
					<div class="problems"></div>
				</div>`,
		);
		const $picture = this.$('.picture').toggleClass('none', !model.get('featured_media'));
		showRelated(model, {
			$picture,
			$byline: this.$('.byline'),
			$terms: this.$('.terms'),
			$tags: this.$('.tags'),
			taxonomy: section.taxonomy.field,
		}).catch((reason: unknown) => this.trigger('problem', reason));
		return this;
	}

	focus(): void {
		this.$('h2 a').trigger('focus');
	}

	trash(): void {
		void trash(this.model, this.section, { $problems: this.$('.problems') });
	}
}
