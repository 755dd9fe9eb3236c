// A search field. It triggers `search` with its words once typing pauses, or at Enter, and never twice for the same words.
import Backbone from 'backbone';
import _ from 'underscore';
import { fill, html } from '../html.ts';

/** Milliseconds without a key before a search is sent. */
const PAUSE = 300;

export class SearchBox extends Backbone.View {
	label: string;
	/** The words of the last search. */
	asked: string;
	searchSoon: (() => void) & _.Cancelable;

	constructor(label: string, words: string) {
		super({
			tagName: 'form',
			className: 'search',
			attributes: { role: 'search' },
			events: { 'input input': 'type', submit: 'submit' },
		});
		this.label = label;
		this.asked = words;
		this.searchSoon = _.debounce(() => this.search(), PAUSE);
	}

	override render(): this {
		const { label, asked } = this;
		fill(
			this.el,
			html`<input
				type="search"
				name="search"
				aria-label="${label}"
				placeholder="${label}"
				value="${asked}"
			/>`,
		);
		return this;
	}

	override remove(): this {
		this.searchSoon.cancel();
		return super.remove();
	}

	/** Backbone binds the methods of `events` before the constructor has made the debounced function: this one calls it. */
	type(): void {
		this.searchSoon();
	}

	submit(event: JQuery.Event): void {
		event.preventDefault();
		this.search();
	}

	search(): void {
		this.searchSoon.cancel();
		const words = this.words();
		if (words === this.asked) return;
		this.asked = words;
		this.trigger('search', words);
	}

	words(): string {
		return String(this.$('input').val()).trim();
	}

	clear(): void {
		this.$('input').val('').trigger('focus');
		this.search();
	}
}
