// @vitest-environment node
/** The text that the editor of the demo shows for the blocks of a post, and the blocks that it makes of the text again. */
import { describe, expect, it } from 'vitest';
import { blocksOfText, textOfBlocks } from '../../demo/block-text.ts';
import { toBlocks } from '../../demo/wordpress/content/rows/blocks.ts';

const paragraph = (text: string, attributes = ''): string =>
	`<!-- wp:paragraph${attributes} -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`;
const gallery =
	'<!-- wp:gallery {"ids":[1]} -->\n<figure><!-- wp:image {"id":1} --><img><!-- /wp:image --></figure>\n<!-- /wp:gallery -->';
const centred = paragraph('In the middle', ' {"align":"center"}');

describe('the text of blocks', () => {
	it.each([
		['Salt and <em>rye</em>.\n\nAnd bread.'],
		['## A heading\n\n### One below it'],
		['> What she said\n\n- one\n- two'],
		['One line\nand another'],
	])('%j comes back as it was written', (text) => {
		expect(textOfBlocks(toBlocks(text))).toBe(text);
	});

	it('has no block comments, and a line for each block that is no text', () => {
		const content = [paragraph('Before'), gallery, '<!-- wp:separator /-->', paragraph('After')].join('\n\n');
		expect(textOfBlocks(content)).toBe('Before\n\n[2: gallery]\n\n[3: separator]\n\nAfter');
	});

	it('is the content itself where there are no blocks', () => {
		expect(textOfBlocks('<p>Old</p>\n\nOlder')).toBe('<p>Old</p>\n\nOlder');
	});

	it('has a line for what would come out as another block', () => {
		const nested = '<!-- wp:list -->\n<ul><li>a<ul><li>b</li></ul></li></ul>\n<!-- /wp:list -->';
		expect(textOfBlocks(`${nested}\n\n<!-- wp:html -->\n<b>x</b>\n<!-- /wp:html -->\n\n<hr>`)).toBe(
			'[1: list]\n\n[2: html]\n\n<hr>',
		);
	});
});

describe('the blocks of a text', () => {
	const before = [centred, gallery, paragraph('Last')].join('\n\n\n');

	it('are the same to the letter where nothing was changed', () => {
		expect(blocksOfText(textOfBlocks(before), before)).toBe(before);
		expect(blocksOfText(`${textOfBlocks(before)}\n`, before)).toBe(before);
	});

	it('keep what was not changed, with its attributes', () => {
		expect(blocksOfText('In the middle\n\n[2: gallery]\n\nNew', before)).toBe(
			[centred, gallery, paragraph('New')].join('\n\n'),
		);
	});

	it('can be moved and deleted', () => {
		expect(blocksOfText('[2: gallery]\n\nIn the middle', before)).toBe(`${gallery}\n\n${centred}`);
	});

	it('are made of the text of a new post', () => {
		expect(blocksOfText('Hello\n\n<div>x</div>', '')).toBe(
			`${paragraph('Hello')}\n\n<!-- wp:html -->\n<div>x</div>\n<!-- /wp:html -->`,
		);
		expect(blocksOfText('', '')).toBe('');
	});

	it('are not put into a post that has none', () => {
		expect(blocksOfText('<p>New</p>\n\nOlder', '<p>Old</p>\n\nOlder')).toBe('<p>New</p>\n\nOlder');
	});
});
