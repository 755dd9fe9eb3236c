// Shows an item to be read, with its comments, its revisions, and what can be done with it.
import type { App, Item, Section } from '../app.ts';
import { content, html, plain } from '../html.ts';
import { navigate } from '../navigate.ts';
import { say } from '../notices.ts';
import { attempt } from '../problems.ts';
import { Comments } from './comments.ts';
import { showRelated } from './related.ts';
import { openRevisions } from './revisions.ts';
import { Screen } from './screen.ts';
import { skeletonText } from './skeletons.ts';
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
		const { one, many, path } = this.section;
		this.heading = `A ${one}`;
		this.comments?.remove();
		void this.load({
			skeleton: skeletonText(),
			read: (signal) => this.model.fetch({ data: { _embed: 'author,wp:featuredmedia,wp:term' }, signal }),
			show: () => this.show(),
			failed: `This ${one} cannot be shown`,
			back: html`<a class="button" href="#${path}">All ${many.toLowerCase()}</a>`,
		});
		return this;
	}

	override remove(): this {
		this.comments?.remove();
		return super.remove();
	}

	override hasUnsavedChanges(): boolean {
		return Boolean(this.comments?.hasUnsavedChanges());
	}

	override discardChanges(): void {
		this.comments?.discardChanges();
	}

	show(): void {
		const { model, section, app } = this;
		const title = plain(model.get('title')) || '(no title)';
		const status = String(model.get('status'));
		this.fillAgain(
			html`<p class="back"><a href="#${section.path}">All ${section.many.toLowerCase()}</a></p>
				<p class="terms"></p>
				<h1>${title}</h1>
				<p class="byline"></p>
				<div class="buttons">
					${status !== 'publish' && html`<span class="status">${status}</span>`}
					${
						app.session.user !== '' &&
						html`<a class="button" href="#${section.path}/${model.id}/edit">Edit</a>
							<button type="button" class="button revisions">Revisions</button>
							<button type="button" class="button trash">Trash</button>`
					}
				</div>
				<div class="problems" data-for="buttons"></div>
				<div class="problems" data-for="related"></div>
				<div class="picture"></div>
				<div class="content">${content(model.get('content'))}</div>
				${section.tags && html`<p class="tags"></p>`}`,
		);
		this.setHeading(title);
		this.showRelated();
		this.comments = new Comments(app, model);
		this.$el.append(this.comments.render().el);
	}

	showRelated(): void {
		void attempt(this.$('[data-for=related]'), () =>
			showRelated(this.model, {
				$picture: this.$('.picture'),
				$byline: this.$('.byline').first(),
				$terms: this.$('.terms'),
				$tags: this.$('.tags'),
				taxonomy: this.section.taxonomy.field,
				size: 'full',
			}),
		);
	}

	async revisions(): Promise<void> {
		if (this.isBusy('.revisions')) return;
		await attempt(this.$('[data-for=buttons]'), () =>
			this.whileBusy('.revisions', () =>
				openRevisions(this.model, (name) => {
					this.render();
					this.focus();
					say(`The ${this.section.one} is again as it was on ${name}.`);
				}),
			),
		);
	}

	trash(): void {
		void trash(this.model, this.section, {
			$problems: this.$('[data-for=buttons]'),
			done: () => {
				this.discardChanges();
				navigate(this.section.path);
			},
		});
	}
}
