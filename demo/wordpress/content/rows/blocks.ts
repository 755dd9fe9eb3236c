// Plain paragraphs, in; what WordPress's editor makes of them, out.

/** '## ' begins a heading, '> ' a quotation, '- ' a list; all else is a paragraph. */
export function toBlocks(text: string): string {
	return text
		.split(/\n{2,}/)
		.map(toBlock)
		.join('\n\n');
}

function toBlock(part: string): string {
	const text = part.trim();
	if (text.startsWith('## ')) {
		return block('heading', `<h2 class="wp-block-heading">${text.slice(3)}</h2>`);
	}
	if (text.startsWith('> ')) {
		return block(
			'quote',
			`<blockquote class="wp-block-quote">${block('paragraph', `<p>${text.slice(2)}</p>`)}</blockquote>`,
		);
	}
	if (text.startsWith('- ')) {
		const items = text.split('\n').map((line) => block('list-item', `<li>${line.trim().slice(2)}</li>`));
		return block('list', `<ul>${items.join('\n')}</ul>`);
	}
	return block('paragraph', `<p>${text}</p>`);
}

function block(name: string, html: string): string {
	return `<!-- wp:${name} -->\n${html}\n<!-- /wp:${name} -->`;
}
