// What every screen has: a heading, a place for the focus, a way to load what it shows, and a question before changes are lost.
import Backbone from 'backbone';
import { html, fill, type Markup } from '../html.ts';
import { showFailedState } from '../problems.ts';

interface Loading {
	/** In the place of what is read. */
	skeleton: Markup;
	read: (signal: AbortSignal) => unknown;
	show: () => void;
	/** The heading where it cannot be read. */
	failed: string;
	/** A link to another screen. */
	back: Markup;
}

export class Screen extends Backbone.View {
	/** The words of its heading, for the title of the window. */
	heading = '';
	/** Calls off what this screen still reads when it is left. */
	leaving = new AbortController();

	override remove(): this {
		this.leaving.abort();
		return super.remove();
	}

	hasUnsavedChanges(): boolean {
		return false;
	}

	discardChanges(): void {
		// There is nothing to lose on a screen that is only read.
	}

	/** Where a screen reader, and the next press of Tab, go on. */
	focus(): void {
		window.scrollTo(0, 0);
		this.$('h1').first().attr('tabindex', -1).trigger('focus');
	}

	/** New content, without taking the focus from whoever reads this screen. */
	fillAgain(markup: Markup): void {
		this.keepingFocus(() => fill(this.el, markup));
	}

	keepingFocus(change: () => void): void {
		const hadFocus = this.el.contains(document.activeElement);
		change();
		if (hadFocus) this.focus();
	}

	/** Reads, then shows. If that fails, the screen says so, with a way to try again and a way back. */
	async load(loading: Loading): Promise<void> {
		const { skeleton, read, show, failed, back } = loading;
		const { signal } = this.leaving;
		this.fillAgain(
			html`<h1 class="unseen">Loading…</h1>
				${skeleton}`,
		);
		this.$el.attr('aria-busy', 'true');
		try {
			await read(signal);
			if (!signal.aborted) show();
		} catch (reason) {
			if (signal.aborted) return;
			this.setHeading(failed);
			this.keepingFocus(() =>
				showFailedState(this.$el, reason, {
					title: failed,
					level: 1,
					back,
					retry: () => this.load(loading),
				}),
			);
		} finally {
			this.$el.removeAttr('aria-busy');
		}
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
