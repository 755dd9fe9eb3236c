/**
 * Kinds of blocks, and the patterns that come with WordPress and its themes. Declarations only.
 */

import type { Linked, Open } from './shapes.ts';

/** A kind of block, the same in every context. https://developer.wordpress.org/rest-api/reference/block-types/ */
export interface BlockType
	extends
		Linked,
		Partial<Record<BlockTypeHandles, string[]>>,
		Partial<Record<BlockTypeHandle, string | null>> {
	/** With its namespace: `core/paragraph`. */
	name: string;
	api_version: number;
	title: string;
	description: string;
	icon: string | null;
	category: string | null;
	keywords: string[];
	textdomain: string | null;
	attributes: Record<string, unknown> | null;
	supports: Record<string, unknown>;
	/** CSS selectors by what they are for. Since WordPress 6.3. */
	selectors?: Record<string, unknown>;
	provides_context: Record<string, string>;
	uses_context: string[];
	parent: string[] | null;
	ancestor: string[] | null;
	/** Since WordPress 6.5. */
	allowed_blocks?: string[] | null;
	/** Positions by the kind of block that this one goes with: `{ 'core/post-content': 'after' }`. Since WordPress 6.4. */
	block_hooks?: Record<string, string>;
	is_dynamic: boolean;
	styles: {
		name: string;
		label?: string;
		inline_style?: string;
		style_handle?: string;
		[more: string]: unknown;
	}[];
	variations: { name: string; title?: string; [more: string]: unknown }[];
	example: Record<string, unknown> | null;
}

/** Handles of scripts and styles. */
export type BlockTypeHandles =
	| 'editor_script_handles'
	| 'script_handles'
	| 'view_script_handles'
	| 'view_script_module_ids'
	| 'editor_style_handles'
	| 'style_handles'
	| 'view_style_handles';

/** What these were when a block could have but one of each. */
export type BlockTypeHandle = 'editor_script' | 'script' | 'view_script' | 'editor_style' | 'style';

/** https://developer.wordpress.org/rest-api/reference/block-patterns/ */
export interface BlockPattern {
	name: string;
	title: string;
	content: string;
	description?: string;
	viewport_width?: number;
	inserter?: boolean;
	categories?: string[];
	keywords?: string[];
	block_types?: string[];
	post_types?: string[];
	template_types?: string[];
	source?: Open<'core' | 'plugin' | 'theme'>;
}

/** https://developer.wordpress.org/rest-api/reference/block-pattern-categories/ */
export interface BlockPatternCategory {
	name: string;
	label: string;
	description?: string;
}
