// A section and an id, in; the item to be read, out, with its comments, its revisions, and what can be done with it.
import { type App, type Item, type Section } from '../app.ts';
import { content, fill, html, plain } from '../html.ts';
import { attempt } from '../notices.ts';
import { Comments } from './comments.ts';
import { showByline, showPicture, showTerms } from './related.ts';
import { showRevisions } from './revisions.ts';
import { Screen } from './screen.ts';
import { trash } from './trash.ts';

export class ReaderScreen extends Screen {
	declare model: Item;
	app: App;
	section: Section;
	comments: Comments | undefined;

	constructor(app: App, section: Section, id: number) {
		super({
			model: new section.Item({ id }),
			tagName: 'article',
			className: 'reader',
			events: { 'click .trash': 'trash', 'click .revisions': 'revisions' },
		});
		this.app = app;
		this.section = section;
		section.lastSeen = id;
	}

	override render(): this {
		this.heading = `A ${this.section.one}`;
		fill(this.el, html`<h1>Loading…</h1>`);
		void this.load(
			() => this.model.fetch({ data: { _embed: 'author,wp:featuredmedia,wp:term' } }),
			() => this.show(),
		);
		return this;
	}

	override remove(): this {
		this.comments?.remove();
		return super.remove();
	}

	show(): void {
		const { model, section, app } = this;
		const title = plain(model.get('title')) || '(no title)';
		const status = String(model.get('status'));
		this.fillAgain(
			html`<p class="back"><a href="#${section.path}">${section.many}</a></p>
				<p class="terms"></p>
				<h1>${title}</h1>
				<p class="byline"></p>
				<p class="buttons">
					${status !== 'publish' && html`<span class="status">${status}</span>`}
					${
						app.session.user !== '' &&
						html`<a class="button" href="#${section.path}/${model.id}/edit">Edit</a>
							<button type="button" class="button revisions">Revisions</button>
							<button type="button" class="button trash">Trash</button>`
					}
				</p>
				<div class="picture"></div>
				<div class="content">${content(model.get('content'))}</div>
				<p class="tags"></p>`,
		);
		this.setHeading(title);
		if (model.get('featured_media')) showPicture(model, this.$('.picture'), 'full');
		showByline(model, this.$('.byline'));
		showTerms(model, section.taxonomy.field, this.$('.terms'));
		if (section.hasTags) showTerms(model, 'tags', this.$('.tags'));
		this.comments = new Comments(app, model);
		this.$el.append(this.comments.render().el);
	}

	async revisions(): Promise<void> {
		if (this.isBusy('.revisions')) return;
		await attempt('revisions', () => this.whileBusy('.revisions', () => showRevisions(this.model)));
	}

	trash(): void {
		void trash(this.model, this.section, () => {
			location.hash = this.section.path;
		});
	}
}
