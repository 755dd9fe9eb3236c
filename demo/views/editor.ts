// A section and, for one that exists, an id, in; a form to write it, out. What is written is set on the item, which knows what has changed.
import type { App, Item, Section } from '../app.ts';
import { fill, html, plain, raw } from '../html.ts';
import { attempt, say } from '../notices.ts';
import { Screen } from './screen.ts';
import { TermsField } from './terms-field.ts';
import { trash } from './trash.ts';

const STATUSES = { draft: 'Draft', pending: 'Waiting for review', publish: 'Published', private: 'Private' };

export class EditorScreen extends Screen {
	declare model: Item;
	app: App;
	section: Section;
	terms: TermsField;
	/** Saved, or given up: nobody is asked any more. */
	settled = false;

	constructor(app: App, section: Section, id?: number) {
		super({
			model: new section.Item(id ? { id } : {}),
			tagName: 'form',
			className: 'editor',
			events: { submit: 'save', 'click .trash': 'trash', 'input [name]': 'write' },
		});
		this.app = app;
		this.section = section;
		this.terms = new TermsField(section.taxonomy, this.model);
		if (id) section.lastSeen = id;
	}

	override render(): this {
		const { model, section } = this;
		this.heading = model.isNew() ? `New ${section.one}` : `Edit ${section.one}`;
		fill(
			this.el,
			html`<h1>${this.heading}</h1>
				<p class="waiting" role="status">Loading…</p>`,
		);
		const read = (): unknown => (model.isNew() ? undefined : model.fetch({ data: { context: 'edit' } }));
		void this.load(
			() => Promise.all([read(), this.terms.load()]),
			() => this.show(),
		);
		return this;
	}

	show(): void {
		const { model, section } = this;
		const status = String(model.get('status') ?? 'draft');
		const name = plain(model.get('title'));
		if (name) this.setHeading(`Edit “${name}”`);
		this.fillAgain(
			html`<p class="back">
					<a href="#${section.path}${!model.isNew() && `/${model.id}`}">Back without saving</a>
				</p>
				<h1 tabindex="-1">${this.heading}</h1>
				<label for="title">Title</label>
				<input id="title" name="title" required autocomplete="off" value="${raw(model.get('title'))}" />
				<label for="content">Text</label>
				<textarea id="content" name="content" rows="12" aria-describedby="content-hint">
${raw(model.get('content'))}</textarea>
				<p class="hint" id="content-hint">HTML, as WordPress keeps it.</p>
				<label for="excerpt">Excerpt</label>
				<textarea id="excerpt" name="excerpt" rows="2">${raw(model.get('excerpt'))}</textarea>
				<label for="status">Status</label>
				<select id="status" name="status">
					${Object.entries({ [status]: status, ...STATUSES }).map(
						([value, label]) =>
							html`<option value="${value}" ${value === status && html` selected`}>${label}</option>`,
					)}
				</select>
				<div data-place="terms"></div>
				<p class="buttons">
					<button class="button primary save">Save</button>
					${!model.isNew() && html`<button type="button" class="button trash">Trash</button>`}
				</p>`,
		);
		this.$('[data-place=terms]').replaceWith(this.terms.render().el);
		if (model.isNew()) this.$('#title').trigger('focus');
	}

	write({ target }: { target: HTMLInputElement }): void {
		const { name, value } = target;
		// To a new item an empty field says nothing.
		if (value || !this.model.isNew()) this.model.set(name, value);
		else this.model.unset(name);
	}

	override hasUnsavedChanges(): boolean {
		return !this.settled && (this.model.hasUnsavedChanges() || this.terms.newName() !== '');
	}

	override discardChanges(): void {
		this.settled = true;
	}

	async save(event: JQuery.Event): Promise<void> {
		event.preventDefault();
		if (this.isBusy('.save')) return;
		await attempt('save', () => this.whileBusy('.save', () => this.send()));
	}

	async send(): Promise<void> {
		const { model, section } = this;
		// Only what was changed: somebody else may be at work on the rest.
		await model.saveChanges();
		await this.terms.saveNew();
		this.settled = true;
		// What the list has of it is out of date: it is read again when it is looked at.
		section.list.state.currentPage = null;
		say(`“${plain(model.get('title'))}” is saved.`);
		location.hash = `${section.path}/${model.id}`;
	}

	trash(): void {
		void trash(this.model, this.section, () => {
			this.settled = true;
			location.hash = this.section.path;
		});
	}
}
