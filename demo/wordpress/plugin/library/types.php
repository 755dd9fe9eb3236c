<?php
/**
 * Post types: books with genres, chapters inside chapters; and the places which menus and widgets need.
 */

add_action(
	'init',
	function () {
		register_post_type(
			'book',
			array(
				'labels'       => library_labels( 'Book', 'Books' ),
				'public'       => true,
				'has_archive'  => true,
				'menu_icon'    => 'dashicons-book',
				'show_in_rest' => true,
				'rest_base'    => 'books',
				'supports'     => array( 'title', 'editor', 'author', 'thumbnail', 'excerpt', 'revisions', 'custom-fields', 'comments' ),
			)
		);
		register_post_type(
			'chapter',
			array(
				'labels'       => library_labels( 'Chapter', 'Chapters' ),
				'public'       => true,
				'hierarchical' => true,
				'menu_icon'    => 'dashicons-editor-ol',
				'show_in_rest' => true,
				'rest_base'    => 'chapters',
				'supports'     => array( 'title', 'editor', 'author', 'page-attributes', 'revisions' ),
			)
		);
		register_taxonomy(
			'genre',
			'book',
			array(
				'labels'            => library_labels( 'Genre', 'Genres' ),
				'public'            => true,
				'show_admin_column' => true,
				'show_in_rest'      => true,
				'rest_base'         => 'genres',
			)
		);
		register_nav_menu( 'primary', 'Primary' );
	}
);

add_action(
	'widgets_init',
	function () {
		register_sidebar(
			array(
				'id'   => 'sidebar-1',
				'name' => 'Sidebar',
			)
		);
	}
);

function library_labels( $one, $many ) {
	return array(
		'name'          => $many,
		'singular_name' => $one,
		'add_new_item'  => "Add New $one",
		'edit_item'     => "Edit $one",
		'all_items'     => "All $many",
	);
}
