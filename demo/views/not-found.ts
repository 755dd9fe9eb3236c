// An address that leads nowhere.
import { fill, html } from '../html.ts';
import { Screen } from './screen.ts';

export class NotFoundScreen extends Screen {
	override render(): this {
		this.heading = 'Nothing here';
		fill(
			this.el,
			html`<div class="message">
				<h1>Nothing here</h1>
				<p>This page has no screen with that address.</p>
				<a class="button" href="#posts">All posts</a>
			</div>`,
		);
		return this;
	}
}
