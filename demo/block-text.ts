// Shows the blocks of a post as plain text to edit, and puts the blocks together again afterwards.
//
// Paragraphs, headings, quotations and lists are written as `wordpress/content/rows/blocks.ts` reads them. Any other block stands as
// a line such as `[2: gallery]`, which can be moved or deleted. A block whose text is not changed is kept to the letter.
import { toBlock } from './wordpress/content/rows/blocks.ts';

interface Block {
	source: string;
	text: string;
}

/** Content without blocks, as older posts have it, is its own text. */
export function textOfBlocks(content: string): string {
	const blocks = read(content);
	return blocks.length ? blocks.map(({ text }) => text).join('\n\n') : content;
}

/** `before` is the content that `textOfBlocks()` made the text of; empty for a new post. */
export function blocksOfText(text: string, before: string): string {
	const blocks = read(before);
	if (before.trim() && !blocks.length) return text;
	const parts = text.split(/\n\s*\n/).map((part) => part.trim());
	if (parts.join('\n\n') === textOfBlocks(before).trim()) return before;
	return parts
		.filter(Boolean)
		.map((part) => take(blocks, part) ?? toBlock(part))
		.join('\n\n');
}

/** The source of the first block with that text. It is used once. */
function take(blocks: Block[], text: string): string | undefined {
	const at = blocks.findIndex((block) => block.text === text);
	return at < 0 ? undefined : blocks.splice(at, 1)[0]?.source;
}

function read(content: string): Block[] {
	const sources = topLevelBlocks(content);
	return sources.map((source, index) => {
		const text = textOf(source);
		return { source, text: text ?? `[${index + 1}: ${nameOf(source)}]` };
	});
}

/** The blocks that are in no other block, and the HTML between them. */
function topLevelBlocks(content: string): string[] {
	const found: string[] = [];
	let depth = 0;
	let start = 0;
	const cut = (end: number): void => {
		const source = content.slice(start, end).trim();
		if (source) found.push(source);
		start = end;
	};
	for (const { 0: comment, index } of content.matchAll(/<!--\s+\/?wp:[\s\S]*?-->/g)) {
		const end = index + comment.length;
		const closes = /^<!--\s+\/wp:/.test(comment);
		const isWhole = comment.endsWith('/-->');
		if (depth === 0 && !closes) cut(index);
		if (closes) depth = Math.max(0, depth - 1);
		else if (!isWhole) depth += 1;
		if (depth === 0) cut(end);
	}
	// Without any block it is all HTML.
	if (found.length) cut(content.length);
	return found;
}

/** `undefined` for a block that has no such text. */
function textOf(source: string): string | undefined {
	const html = source.replace(/<!--[\s\S]*?-->/g, '').trim();
	const text = textOfHtml(nameOf(source), html);
	// Only what comes out as the same kind of block again, and in one part.
	return text && !/\n\s*\n/.test(text) && nameOf(toBlock(text)) === nameOf(source) ? text : undefined;
}

function textOfHtml(name: string, html: string): string | undefined {
	if (name === 'html') return html;
	if (name === 'paragraph') return inner(/^<p(?:\s[^>]*)?>([\s\S]*)<\/p>$/, html);
	if (name === 'quote') {
		const quoted = inner(/^<blockquote[^>]*>\s*<p>((?:(?!<p>)[\s\S])*)<\/p>\s*<\/blockquote>$/, html);
		return quoted && `> ${quoted}`;
	}
	if (name === 'heading') {
		const [, level = '', title = ''] = /^<h([2-4])(?:\s[^>]*)?>([^\n]*)<\/h\1>$/.exec(html) ?? [];
		return title && `${'#'.repeat(Number(level))} ${title}`;
	}
	if (name === 'list' && /^<ul(?:\s[^>]*)?>(\s*<li>(?:(?!<[uo]l)[^\n])*<\/li>\s*)+<\/ul>$/.test(html)) {
		return [...html.matchAll(/<li>(.*)<\/li>/g)].map(([, item]) => `- ${item}`).join('\n');
	}
	return undefined;
}

function inner(pattern: RegExp, html: string): string | undefined {
	return pattern
		.exec(html)?.[1]
		?.trim()
		.replace(/<br\s*\/?>\s*/g, '\n');
}

/** `paragraph`; `html` for what is in no block. */
function nameOf(source: string): string {
	return /^<!--\s+wp:([\w/-]+)/.exec(source)?.[1] ?? 'html';
}
