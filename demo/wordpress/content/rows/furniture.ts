// Makes the rows of what stands around the articles (a menu, a navigation block, a reusable block, widgets), and the settings that name them.
import { idOf } from './people.ts';
import type { Made } from './posts.ts';
import { addMeta, addPost, type Value } from './tables.ts';
import { addTerm, giveTerms } from './terms.ts';

export interface Furniture {
	options: Record<string, Value>;
	/** Menu locations, to menus. */
	menus: Record<string, number>;
}

const entries = ['About the magazine', 'Visit', 'Privacy'];

export function addFurniture(made: Made): Furniture {
	const menu = addTerm(made.tables, made.terms, 'nav_menu', 'Main menu');
	entries.forEach((title, index) => addMenuItem(made, title, index + 1));
	add(made, 'wp_navigation', 'Navigation', navigation(made));
	add(
		made,
		'wp_block',
		'Where to find us',
		'<!-- wp:paragraph -->\n<p>Quay Street 14, behind the coils of rope.</p>\n<!-- /wp:paragraph -->',
	);
	return {
		menus: { primary: menu },
		options: {
			widget_block: {
				2: { content: '<!-- wp:search {"label":"Search"} /-->' },
				3: { content: '<!-- wp:paragraph --><p>Mind the step.</p><!-- /wp:paragraph -->' },
				_multiwidget: 1,
			},
			widget_text: {
				1: { title: 'Next issue', text: 'When there is enough to read.', filter: true },
				_multiwidget: 1,
			},
			sidebars_widgets: {
				wp_inactive_widgets: [],
				'sidebar-1': ['block-2', 'block-3', 'text-1'],
				array_version: 3,
			},
		},
	};
}

function addMenuItem(made: Made, title: string, order: number): void {
	const { tables, terms, posts } = made;
	const id = add(made, 'nav_menu_item', '', '', order);
	giveTerms(tables, terms, id, 'nav_menu', ['main-menu']);
	addMeta(tables, id, {
		_menu_item_type: 'post_type',
		_menu_item_menu_item_parent: '0',
		_menu_item_object_id: String(idOf(posts, `page:${title}`)),
		_menu_item_object: 'page',
		_menu_item_target: '',
		_menu_item_classes: [''],
		_menu_item_xfn: '',
		_menu_item_url: '',
	});
}

function navigation({ posts }: Made): string {
	return entries
		.map((label) => {
			const id = idOf(posts, `page:${label}`);
			return `<!-- wp:navigation-link ${JSON.stringify({ label, type: 'page', id, url: `/?page_id=${id}`, kind: 'post-type' })} /-->`;
		})
		.join('\n');
}

function add({ tables, now }: Made, type: string, title: string, content: string, order = 0): number {
	const slug = title ? undefined : `entry-${order}`;
	return addPost(tables, {
		type,
		title,
		author: 1,
		content,
		date: now - 17_000_000_000,
		order,
		...(slug ? { slug } : {}),
	});
}
