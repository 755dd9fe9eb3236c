// The requests that jQuery reports, in; a panel that lists them and counts them, on this screen and in all, out.
import Backbone from 'backbone';
import $ from 'jquery';
import { fill, html } from './html.ts';

/** Older ones are counted, but not listed. */
const LISTED = 60;

export class RequestsPanel extends Backbone.View {
	started = new WeakMap<object, number>();
	inAll = 0;
	onScreen = 0;

	constructor(el: HTMLDetailsElement) {
		super({ el });
		// Beside the page where there is room for it, below it and closed where there is not.
		el.open = matchMedia('(min-width: 68rem)').matches;
		fill(
			el,
			html`<summary>
					<h2>Requests</h2>
					<span class="count"
						><output data-count="screen">0</output> on this screen, <output data-count="all">0</output> in
						all</span
					>
				</summary>
				<table>
					<thead>
						<tr>
							<th scope="col">Request</th>
							<th scope="col">Status</th>
							<th scope="col">ms</th>
						</tr>
					</thead>
					<tbody></tbody>
				</table>
				<p class="empty">None yet.</p>`,
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
		const row = document.createElement('tr');
		row.classList.toggle('failed', xhr.status < 200 || xhr.status >= 400);
		fill(
			row,
			html`<td><b>${method}</b> <span>${pathOf(url)}</span></td>
				<td>${xhr.status || (xhr.statusText === 'abort' ? 'called off' : 'failed')}</td>
				<td>${ms}</td>`,
		);
		this.$('tbody').prepend(row).children().slice(LISTED).remove();
		this.$('.empty').remove();
	}

	count(): void {
		this.$('[data-count=screen]').text(this.onScreen);
		this.$('[data-count=all]').text(this.inAll);
	}
}

/** As a person would write it: `/wp/v2/posts?per_page=10&_embed=author`. */
function pathOf(url: string): string {
	const { pathname, search } = new URL(url, location.href);
	return decodeURIComponent(
		pathname.replace(/^.*\/wp-json(?=\/)/, '') + search.replace(/^\?rest_route=/, ''),
	);
}
