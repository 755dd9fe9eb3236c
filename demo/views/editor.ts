// A form to write an item. What is written is set on the item, which knows what has changed.
import { blocksOfText, textOfBlocks } from '../block-text.ts';
import type { App, Item, Section } from '../app.ts';
import { html, plain, raw } from '../html.ts';
import { navigate } from '../navigate.ts';
import { say } from '../notices.ts';
import { attempt } from '../problems.ts';
import { PictureField } from './picture-field.ts';
import { Screen } from './screen.ts';
import { skeletonText } from './skeletons.ts';
import { TagsField } from './tags-field.ts';
import { TermsField } from './terms-field.ts';
import { trash } from './trash.ts';

/** A button that saves, and the status that it gives to the item. The first one is also Enter's. */
interface SaveButton {
	label: string;
	status?: string;
	isPrimary?: boolean;
}

const SAVE: SaveButton = { label: 'Save changes', isPrimary: true };
const PUBLISH: SaveButton = { label: 'Publish', status: 'publish' };

/** By the status that the item has. */
const BUTTONS: Record<string, SaveButton[]> = {
	draft: [
		{ label: 'Save draft', status: 'draft' },
		{ ...PUBLISH, isPrimary: true },
	],
	publish: [SAVE, { label: 'Switch to draft', status: 'draft' }],
	pending: [SAVE, PUBLISH],
	private: [SAVE, PUBLISH],
};

export class EditorScreen extends Screen {
	declare model: Item;
	app: App;
	section: Section;
	terms: TermsField[];
	picture: PictureField;
	/** The content as the server has it, block comments and all. */
	before = '';
	/** The status that the server has; `undefined` for a new item. */
	status: string | undefined;
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
		this.terms = [new TermsField(section.taxonomy, this.model)];
		if (section.tags) this.terms.push(new TagsField(section.tags, this.model));
		this.picture = new PictureField(app, this.model);
		if (id) section.lastSeen = id;
	}

	override render(): this {
		const { model, section, terms } = this;
		const { one, many, path } = section;
		this.heading = model.isNew() ? `New ${one}` : `Edit ${one}`;
		void this.load({
			skeleton: skeletonText(),
			read: async (signal) => {
				if (!model.isNew()) await model.fetch({ data: { context: 'edit' }, signal });
				await Promise.all(terms.map((field) => field.load()));
			},
			show: () => this.show(),
			failed: `This ${one} cannot be edited`,
			back: html`<a class="button" href="#${path}">All ${many.toLowerCase()}</a>`,
		});
		return this;
	}

	override remove(): this {
		this.picture.remove();
		for (const field of this.terms) field.remove();
		return super.remove();
	}

	show(): void {
		const { model, section } = this;
		const name = plain(model.get('title'));
		const status = String(model.get('status') ?? 'draft');
		this.status = model.isNew() ? undefined : status;
		this.before = raw(model.get('content'));
		this.heading = model.isNew() ? `New ${section.one}` : `Edit ${name ? `“${name}”` : section.one}`;
		this.fillAgain(
			html`<p class="back">
					<a href="#${section.path}${!model.isNew() && `/${model.id}`}">Back without saving</a>
				</p>
				<h1 tabindex="-1">${this.heading}</h1>
				<label for="title">Title</label>
				<input id="title" name="title" required autocomplete="off" value="${raw(model.get('title'))}" />
				<label for="content">Text</label>
				<textarea id="content" name="content" rows="12" aria-describedby="content-hint">
${textOfBlocks(this.before)}</textarea>
				<p class="hint" id="content-hint">
					An empty line begins a new paragraph, “## ” a heading, “- ” a list and “&gt; ” a quotation. HTML is
					allowed. A line such as “[2: gallery]” stands for a block that stays as it is.
				</p>
				<div data-place="picture"></div>
				<label for="excerpt">Excerpt</label>
				<textarea id="excerpt" name="excerpt" rows="2">${raw(model.get('excerpt'))}</textarea>
				<div data-place="terms"></div>
				<div class="buttons foot">
					${(BUTTONS[status] ?? [SAVE]).map(saveButton)}
					${!model.isNew() && html`<button type="button" class="button trash">Trash</button>`}
					<span class="status">${model.isNew() ? 'not saved yet' : status}</span>
				</div>
				<div class="problems" data-for="buttons"></div>`,
		);
		this.setHeading(this.heading);
		this.$('[data-place=terms]').append(this.terms.map((field) => field.render().el));
		this.$('[data-place=picture]').replaceWith(this.picture.render().el);
		if (model.isNew()) this.$('#title').trigger('focus');
	}

	write({ target }: { target: HTMLInputElement }): void {
		const { name } = target;
		const value = name === 'content' ? blocksOfText(target.value, this.before) : target.value;
		// To a new item an empty field says nothing.
		if (value || !this.model.isNew()) this.model.set(name, value);
		else this.model.unset(name);
	}

	override hasUnsavedChanges(): boolean {
		const hasNewTerms = this.terms.some((field) => field.newNames().length > 0);
		return !this.settled && (this.model.hasUnsavedChanges() || hasNewTerms);
	}

	override discardChanges(): void {
		this.settled = true;
	}

	async save(event: JQuery.SubmitEvent): Promise<void> {
		event.preventDefault();
		if (this.isBusy('.save')) return;
		const { submitter } = event.originalEvent as SubmitEvent;
		const status = submitter?.dataset['status'];
		await attempt(this.$('[data-for=buttons]'), () => this.whileBusy('.save', () => this.send(status)));
	}

	async send(status: string | undefined): Promise<void> {
		const { model, section } = this;
		// A button that gives no status leaves the one that the server has, also after one that could not be saved.
		if (status ?? this.status) model.set('status', status ?? this.status);
		// Only what was changed: somebody else may be at work on the rest.
		await model.saveChanges();
		await this.picture.saveDescription();
		for (const field of this.terms) await field.saveNew();
		this.settled = true;
		// What the list has of it is out of date: it is read again when it is looked at.
		section.list.state.currentPage = null;
		navigate(`${section.path}/${model.id}`);
		const isPublic = model.get('status') === 'publish';
		say(`“${plain(model.get('title'))}” is ${isPublic && status ? 'published' : 'saved'}.`);
	}

	trash(): void {
		void trash(this.model, this.section, {
			$problems: this.$('[data-for=buttons]'),
			done: () => {
				this.settled = true;
				navigate(this.section.path);
			},
		});
	}
}

function saveButton({ label, status, isPrimary }: SaveButton): ReturnType<typeof html> {
	return html`<button
		class="button save ${isPrimary && 'primary'}"
		${status && html`data-status="${status}"`}
	>
		${label}
	</button>`;
}
