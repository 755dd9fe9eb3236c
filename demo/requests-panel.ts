// Lists the requests that jQuery reports, each in a line that opens, and counts them: on this screen, and in all.
import Backbone from 'backbone';
import $ from 'jquery';
import { fill, html, type Markup } from './html.ts';

/** Older ones are counted, but not listed. */
const LISTED = 60;

export class RequestsPanel extends Backbone.View {
	started = new WeakMap<object, number>();
	inAll = 0;
	onScreen = 0;

	constructor(el: HTMLElement) {
		super({ el });
		// Beside the page where there is room for it; below it, and closed, where there is not.
		const isOpen = matchMedia('(min-width: 68rem)').matches;
		fill(
			el,
			html`<details class="panel" ${isOpen && html`open`}>
				<summary>
					<h2>Requests</h2>
					<span class="count"
						><output data-count="screen">0</output> on this screen, <output data-count="all">0</output> in
						all</span
					>
				</summary>
				<p class="empty">None yet.</p>
				<ol></ol>
			</details>`,
		);
		$(document)
			.on('ajaxSend', (_event, xhr: JQuery.jqXHR) => void this.started.set(xhr, performance.now()))
			.on('ajaxComplete', (_event, xhr: JQuery.jqXHR, { type, url }: JQuery.AjaxSettings) =>
				this.add(xhr, type ?? 'GET', url ?? ''),
			);
	}

	newScreen(): void {
		this.onScreen = 0;
		this.count();
	}

	add(xhr: JQuery.jqXHR, method: string, url: string): void {
		this.inAll += 1;
		this.onScreen += 1;
		this.count();
		const ms = Math.round(performance.now() - (this.started.get(xhr) ?? performance.now()));
		const item = document.createElement('li');
		item.classList.toggle('failed', xhr.status < 200 || xhr.status >= 400);
		fill(item, request(method, new URL(url, location.href), answerOf(xhr), ms));
		this.$('ol').prepend(item).children().slice(LISTED).remove();
		this.$('.empty').remove();
	}

	count(): void {
		this.$('[data-count=screen]').text(this.onScreen);
		this.$('[data-count=all]').text(this.inAll);
	}
}

function request(method: string, url: URL, answer: string, ms: number): Markup {
	const path = pathOf(url);
	return html`<details>
		<summary>
			<b>${method}</b> <span class="path">${path}</span> <span class="answer">${answer}</span>
			<span class="ms">${ms} ms</span>
		</summary>
		<dl>
			<dt>Path</dt>
			<dd>${path.replace(/\?.*/, '')}</dd>
			${[...url.searchParams].map(
				([name, value]) =>
					html`<dt>${name}</dt>
						<dd>${value.replaceAll(',', ', ')}</dd>`,
			)}
		</dl>
	</details>`;
}

function answerOf(xhr: JQuery.jqXHR): string {
	return xhr.status ? String(xhr.status) : xhr.statusText === 'abort' ? 'called off' : 'failed';
}

/** As a person would write it: `/wp/v2/posts?per_page=10&_embed=author`. */
function pathOf({ pathname, search }: URL): string {
	return decodeURIComponent(
		pathname.replace(/^.*\/wp-json(?=\/)/, '') + search.replace(/^\?rest_route=/, ''),
	);
}
