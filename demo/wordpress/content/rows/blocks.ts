// Turns plain text into the blocks that WordPress's editor makes.

/**
 * Paragraphs have an empty line between them. '## ' begins a heading ('### ' one of the next level), '> ' a quotation, '- ' a list.
 * A part that begins with a tag is HTML.
 */
export function toBlocks(text: string): string {
	return text
		.split(/\n{2,}/)
		.filter((part) => part.trim())
		.map(toBlock)
		.join('\n\n');
}

export function toBlock(part: string): string {
	const text = part.trim();
	const [, marks = '', title = ''] = /^(#{2,4}) (.+)$/.exec(text) ?? [];
	if (title) {
		const level = marks.length;
		const attributes = level === 2 ? '' : ` {"level":${level}}`;
		return block('heading', `<h${level} class="wp-block-heading">${title}</h${level}>`, attributes);
	}
	if (text.startsWith('> ')) {
		const quoted = block('paragraph', `<p>${withBreaks(text.slice(2))}</p>`);
		return block('quote', `<blockquote class="wp-block-quote">${quoted}</blockquote>`);
	}
	if (text.split('\n').every((line) => line.trim().startsWith('- '))) {
		const items = text.split('\n').map((line) => block('list-item', `<li>${line.trim().slice(2)}</li>`));
		return block('list', `<ul>${items.join('\n')}</ul>`);
	}
	// Links and the like begin a paragraph; other tags are HTML of their own.
	return /^<(?!(a|b|code|em|i|kbd|mark|s|strong|sub|sup)\b)/i.test(text)
		? block('html', text)
		: block('paragraph', `<p>${withBreaks(text)}</p>`);
}

function withBreaks(text: string): string {
	return text.replace(/\n/g, '<br>');
}

function block(name: string, html: string, attributes = ''): string {
	return `<!-- wp:${name}${attributes} -->\n${html}\n<!-- /wp:${name} -->`;
}
