// An item and a place in the page, in; what the item's helpers find goes there: its picture, author and date, terms.
// Where the item came with `_embed` they ask for nothing; where a list of items did not, the reads of one turn go out together.
import $ from 'jquery';
import type { Item } from '../app.ts';
import { plain } from '../html.ts';
import { fail } from '../notices.ts';

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

export function showPicture(item: Item, $place: JQuery, size = 'medium_large'): void {
	if (!item.get('featured_media')) {
		$place.addClass('none');
		return;
	}
	item
		.getFeaturedMedia()
		.done((media) => {
			const { sizes } = media.get('media_details') ?? {};
			$('<img loading="lazy" width="768" height="512">')
				.attr('src', sizes?.[size]?.source_url ?? media.get('source_url') ?? '')
				.attr('alt', media.get('alt_text') ?? '')
				.appendTo($place.empty());
		})
		.fail(missing);
}

export function showByline(item: Item, $place: JQuery): void {
	const date = item.getInstant('date');
	const $date = $('<time>').text(date ? day.format(date) : 'no date');
	$place.empty().append($date);
	if (date) $date.attr('datetime', date.toISOString());
	if (!item.get('author')) return;
	item
		.getAuthorUser()
		.done((user) => $place.prepend(document.createTextNode(`${user.get('name')} · `)))
		.fail(missing);
}

export function showTerms(item: Item, taxonomy: string, $place: JQuery): void {
	item
		.getTerms(taxonomy)
		.done((terms) => {
			$place.empty();
			for (const name of terms.pluck('name')) $('<span>').text(plain(name)).appendTo($place);
		})
		.fail(missing);
}

/** An author or a picture that is gone, or that a visitor may not see, is no reason to stop reading. */
function missing(failure: { status?: number }): void {
	if (![401, 403, 404].includes(failure.status ?? 0)) fail(failure);
}
