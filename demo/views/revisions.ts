// A dialog with the revisions of an item: the one that is chosen is shown, and can be restored.
import $ from 'jquery';
import type { RevisionsCollection } from '../../src/index.ts';
import type { Item } from '../app.ts';
import { content, fill, html, plain, raw } from '../html.ts';
import { attempt } from '../problems.ts';

type Revision = RevisionsCollection['models'][number];

// With seconds: several revisions of one minute are no exception.
const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

/** WordPress lists them a page at a time, the newest first. */
const LISTED = 30;

/** Resolves once the dialog is open. `restored` is told the name of the revision that the item is again. */
export async function openRevisions(item: Item, restored: (name: string) => void): Promise<void> {
	const data = { context: 'edit', per_page: LISTED } as const;
	const { models: revisions } = await item.getRevisions({ data });
	const names = revisions.map(nameOf);
	const authors = await Promise.all(revisions.map(authorOf));
	const $dialog = $<HTMLDialogElement>('<dialog class="revisions-dialog" aria-labelledby="revisions-title">');
	const dialog = $dialog.appendTo(document.body).get(0)!;
	fill(
		dialog,
		html`<header>
				<h2 id="revisions-title">Revisions of “${plain(item.get('title'))}”</h2>
				<form method="dialog"><button class="close" aria-label="Close">×</button></form>
			</header>
			${!revisions.length && html`<p>None yet: it has not been changed since it was written.</p>`}
			<div class="revisions-columns">
				<ol reversed>
					${revisions.map(
						(revision, place) =>
							html`<li>
								<button type="button" class="button">
									<b>${names[place]}</b>
									<span>${authors[place]}, ${changes(revision, revisions[place + 1])}</span>
									${place === 0 && html`<span class="status">as it is now</span>`}
								</button>
							</li>`,
					)}
				</ol>
				<article aria-live="polite"></article>
			</div>
			<div class="problems"></div>`,
	);
	const $buttons = $dialog.find('li button');
	const choose = (place: number): void => {
		const revision = revisions[place];
		if (!revision) return;
		$buttons.removeAttr('aria-current').eq(place).attr('aria-current', 'true');
		fill(
			$dialog.find('article').get(0)!,
			html`<h3>${plain(revision.get('title'))}</h3>
				${place > 0 && html`<button type="button" class="button restore">Restore this revision</button>`}
				<div class="content">${content(revision.get('content'))}</div>`,
		);
		$dialog.find('.restore').on('click', () => void restore(place));
	};
	const restore = async (place: number): Promise<void> => {
		const $button = $dialog.find('.restore');
		if ($button.is('[aria-disabled=true]')) return;
		$button.attr('aria-disabled', 'true');
		const isRestored = await attempt($dialog.find('.problems'), () =>
			item.save(fieldsOf(revisions[place]!), { patch: true, wait: true }),
		);
		$button.removeAttr('aria-disabled');
		if (!isRestored) return;
		dialog.close();
		restored(names[place]!);
	};
	$buttons.each((place, button) => void $(button).on('click', () => choose(place)));
	choose(0);
	// The dialog gives the focus back to where it came from.
	dialog.addEventListener('close', () => dialog.remove());
	dialog.showModal();
}

function nameOf(revision: Revision): string {
	const date = revision.getInstant('modified');
	return date ? time.format(date) : `Revision ${revision.id}`;
}

async function authorOf(revision: Revision): Promise<string> {
	try {
		return String((await revision.getAuthorUser()).get('name'));
	} catch {
		return 'Somebody';
	}
}

/** As WordPress restores one: what a revision has a copy of. */
function fieldsOf(revision: Revision): Record<string, string> {
	const fields = ['title', 'content', 'excerpt'] as const;
	return Object.fromEntries(fields.map((field) => [field, raw(revision.get(field))]));
}

/** What a revision has changed: `12 words added, 3 removed`. */
function changes(revision: Revision, older: Revision | undefined): string {
	if (!older) return 'the first one';
	const before = wordsOf(older);
	const after = wordsOf(revision);
	const added = without(after, before).length;
	const removed = without(before, after).length;
	return added || removed ? `${added} words added, ${removed} removed` : 'the same words';
}

function wordsOf(revision: Revision): string[] {
	return `${plain(revision.get('title'))} ${plain(revision.get('content'))}`.split(/\s+/).filter(Boolean);
}

/** Each word of one list as often as the other one does not have it. */
function without(words: string[], others: string[]): string[] {
	const rest = [...others];
	return words.filter((word) => {
		const at = rest.indexOf(word);
		if (at >= 0) rest.splice(at, 1);
		return at < 0;
	});
}
