// Puts what the helpers of an item find into the page: its picture, its author and date, its terms. Where the item came with
// `_embed` they ask for nothing; for the items of a list they gather what is asked for at once into one request for each kind.
import $ from 'jquery';
import type { Item } from '../app.ts';
import { plain } from '../html.ts';

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

interface Places {
	$picture: JQuery;
	$byline: JQuery;
	$terms: JQuery;
	/** Empty for a type without tags. */
	$tags: JQuery;
	/** The field of `$terms`: `categories`. */
	taxonomy: string;
	/** Of the picture. */
	size?: string;
}

/** Rejects with the first failure; what does not fail is shown all the same. */
export async function showRelated(item: Item, places: Places): Promise<void> {
	const { $picture, $byline, $terms, $tags, taxonomy, size } = places;
	await Promise.all([
		showPicture(item, $picture, size),
		showByline(item, $byline),
		showTerms(item, taxonomy, $terms),
		$tags.length && showTerms(item, 'tags', $tags),
	]);
}

export async function showPicture(item: Item, $place: JQuery, size = 'medium_large'): Promise<void> {
	if (!item.get('featured_media')) return;
	const media = await unlessMissing(item.getFeaturedMedia());
	if (!media) {
		$place.addClass('none');
		return;
	}
	const { sizes } = media.get('media_details') ?? {};
	$('<img loading="lazy" width="768" height="512">')
		.attr('src', sizes?.[size]?.source_url ?? media.get('source_url') ?? '')
		.attr('alt', media.get('alt_text') ?? '')
		.appendTo($place.empty());
}

async function showByline(item: Item, $place: JQuery): Promise<void> {
	const date = item.getInstant('date');
	const $date = $('<time>').text(date ? day.format(date) : 'no date');
	$place.empty().append($date);
	if (date) $date.attr('datetime', date.toISOString());
	if (!item.get('author')) return;
	const user = await unlessMissing(item.getAuthorUser());
	if (user) $place.prepend(document.createTextNode(`${user.get('name')} · `));
}

async function showTerms(item: Item, taxonomy: string, $place: JQuery): Promise<void> {
	const terms = await item.getTerms(taxonomy);
	$place.empty();
	for (const name of terms.pluck('name')) $('<span>').text(plain(name)).appendTo($place);
}

/** An author or a picture that is gone, or that a visitor may not see, is no reason to stop reading. */
async function unlessMissing<T>(related: PromiseLike<T>): Promise<T | undefined> {
	try {
		return await related;
	} catch (reason) {
		if ([401, 403, 404].includes(Number((reason as { status?: number }).status))) return undefined;
		throw reason;
	}
}
