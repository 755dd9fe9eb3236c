// What stands in the place of a list or of a text while it is read: its shape, without words.
import { html, type Markup } from '../html.ts';

const line = html`<span class="line"></span>`;

export function skeletonList(): Markup {
	const card = html`<li class="card skeleton">
		<div class="picture"></div>
		<p>${[line, line, line]}</p>
	</li>`;
	return html`<ul class="cards" aria-hidden="true">
		${Array.from({ length: 6 }, () => card)}
	</ul>`;
}

export function skeletonText(): Markup {
	return html`<div class="skeleton text" aria-hidden="true">
		<span class="line title"></span>
		<div class="picture"></div>
		${[line, line, line, line]}
	</div>`;
}

export function skeletonComments(): Markup {
	const comment = html`<li class="skeleton">${[line, line]}</li>`;
	return html`${[comment, comment, comment]}`;
}
