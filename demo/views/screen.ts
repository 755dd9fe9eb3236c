// What the router may ask of every screen.
import Backbone from 'backbone';
import $ from 'jquery';
import { attempt } from '../notices.ts';
import { fill, html, type Markup } from '../html.ts';

export class Screen extends Backbone.View {
	/** The words of its heading, for the title of the window. */
	heading = '';

	hasUnsavedChanges(): boolean {
		return false;
	}

	discardChanges(): void {
		// Nothing to be lost on a screen that is only read.
	}

	/** Where a screen reader, and the next press of Tab, go on. */
	focus(): void {
		window.scrollTo(0, 0);
		this.$('h1').first().attr('tabindex', -1).trigger('focus');
	}

	/** New content, without taking the focus from whoever reads this screen. */
	fillAgain(markup: Markup): void {
		const hadFocus = this.el.contains(document.activeElement);
		fill(this.el, markup);
		if (hadFocus) this.focus();
	}

	/** Reads, then shows. Why it failed, and a way to try again, is said at the foot of the page. */
	async load(read: () => unknown, show: () => void): Promise<void> {
		// Whoever has left meanwhile is left alone.
		const say = (words: string): unknown => this.el.isConnected && this.fillAgain(html`<h1>${words}</h1>`);
		let isAgain = false;
		await attempt('read', async () => {
			// Some seconds may pass: what fails because WordPress is gone, the client tries several times.
			if (isAgain) say('Loading…');
			isAgain = true;
			try {
				await read();
				if (this.el.isConnected) show();
			} catch (reason) {
				say('Nothing to show');
				throw reason;
			}
		});
	}

	setHeading(heading: string): void {
		this.heading = heading;
		document.title = document.title.replace(/^.*(?= – )/, () => heading);
	}

	/** A button that cannot be pressed twice while its work is under way. */
	async whileBusy(selector: string, work: () => PromiseLike<unknown>): Promise<void> {
		const $button = this.$(selector).attr('aria-disabled', 'true');
		try {
			await work();
		} finally {
			$button.removeAttr('aria-disabled');
		}
	}

	isBusy(selector: string): boolean {
		return this.$(selector).is('[aria-disabled=true]');
	}
}

/** The way a screen waits: said to screen readers, too. */
export function waiting(words: string): JQuery {
	return $('<p class="waiting" role="status"></p>').text(words);
}
