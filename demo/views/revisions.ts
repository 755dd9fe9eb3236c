// An item, in; a dialog with its revisions, out: the one that is chosen is shown beside the list. Resolves once it is open.
import $ from 'jquery';
import type { Item } from '../app.ts';
import { content, fill, html, plain } from '../html.ts';

const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

export async function showRevisions(item: Item): Promise<void> {
	const { models: revisions } = await item.getRevisions();
	const $dialog = $<HTMLDialogElement>(
		'<dialog class="revisions-dialog" aria-labelledby="revisions-title"></dialog>',
	);
	const dialog = $dialog.appendTo(document.body).get(0)!;
	fill(
		dialog,
		html`<header>
				<h2 id="revisions-title">Revisions of “${plain(item.get('title'))}”</h2>
				<form method="dialog"><button class="close" aria-label="Close">×</button></form>
			</header>
			${!revisions.length && html`<p class="empty">None yet: it has not been changed since it was written.</p>`}
			<ol>
				${revisions.map((revision) => {
					const date = revision.getInstant('modified');
					return html`<li>
						<button type="button" class="button">
							${date ? time.format(date) : `Revision ${revision.id}`}
						</button>
					</li>`;
				})}
			</ol>
			<article aria-live="polite"></article>`,
	);
	const $buttons = $dialog.find('li button');
	const choose = (place: number): void => {
		const revision = revisions[place];
		if (!revision) return;
		$buttons.removeAttr('aria-current').eq(place).attr('aria-current', 'true');
		fill(
			$dialog.find('article').get(0)!,
			html`<h3>${plain(revision.get('title'))}</h3>
				<div class="content">${content(revision.get('content'))}</div>`,
		);
	};
	$buttons.each((place, button) => void $(button).on('click', () => choose(place)));
	choose(0);
	// The focus goes back where it came from: the dialog sees to that.
	dialog.addEventListener('close', () => dialog.remove());
	dialog.showModal();
}
