// An address that leads nowhere.
import { fill, html } from '../html.ts';
import { Screen } from './screen.ts';

export class NotFoundScreen extends Screen {
	override render(): this {
		this.heading = 'Nothing here';
		fill(
			this.el,
			html`<h1>Nothing here</h1>
				<p>No part of this page has that address. <a href="#posts">Go to the posts.</a></p>`,
		);
		return this;
	}
}
