// Makes markup that is safe to put into the page. Whatever is not marked as safe is escaped.
import DOMPurify from 'dompurify';
import _ from 'underscore';

/** Markup that may go into the page as it is. */
export class Markup {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}

type Value = Markup | Markup[] | string | number | false | null | undefined;

/** html`<h1>${ title }</h1>`: values are escaped, other markup is not, and `false` is nothing. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
	return new Markup(parts.reduce((text, part, i) => text + write(values[i - 1]) + part));
}

/** Content of a post as its author meant it, without scripts, forms, frames or styles of its own. */
export function content(rendered: unknown): Markup {
	return new Markup(
		DOMPurify.sanitize(textOf(rendered), {
			USE_PROFILES: { html: true },
			FORBID_TAGS: ['style', 'form', 'input', 'button', 'textarea', 'select', 'dialog'],
			FORBID_ATTR: ['style', 'id', 'name'],
		}),
	);
}

/** A title or an excerpt as plain text: `<em>Salt</em> &amp; rye` is 'Salt & rye'. */
export function plain(rendered: unknown): string {
	// A document of its own: it runs nothing and loads nothing.
	return new DOMParser().parseFromString(textOf(rendered), 'text/html').body.textContent.trim();
}

/** What is in the field as it was typed, to be edited: `{ raw, rendered }` where WordPress was asked with `context: 'edit'`. */
export function raw(field: unknown): string {
	return typeof field === 'string' ? field : ((field as { raw?: string } | undefined)?.raw ?? '');
}

export function fill(element: Element, markup: Markup): void {
	element.innerHTML = markup.text;
}

function textOf(field: unknown): string {
	return typeof field === 'string' ? field : ((field as { rendered?: string } | undefined)?.rendered ?? '');
}

function write(value: Value): string {
	if (value instanceof Markup) return value.text;
	if (Array.isArray(value)) return value.map(write).join('');
	return value === false || value === null || value === undefined ? '' : _.escape(String(value));
}
