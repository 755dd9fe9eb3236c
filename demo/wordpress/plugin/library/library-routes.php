<?php
/**
 * library/v1: shelves, their books, the notes in those; tokens with ids that are words; lists that /batch/v1 takes.
 */

add_action(
	'rest_api_init',
	function () {
		$text = array( 'type' => 'string' );
		library_register_resource(
			'library/v1',
			'/shelves',
			'(?P<shelf>[a-z]+)',
			array(
				'fields' => array(
					'shelf' => array(
						'type'    => 'string',
						'pattern' => '^[a-z]+$',
					),
					'label' => $text,
				),
				'id'     => fn( $request ) => $request['shelf'] ?? 'shelf',
			)
		);
		library_register_resource(
			'library/v1',
			'/shelves/(?P<shelf>[a-z]+)/books',
			'(?P<book_id>\d+)',
			array(
				'fields' => array(
					'title' => $text,
					'pages' => array( 'type' => 'integer' ),
				),
			)
		);
		library_register_resource(
			'library/v1',
			'/shelves/(?P<shelf>[a-z]+)/books/(?P<book_id>\d+)/notes',
			'(?P<note_id>\d+)',
			array( 'fields' => array( 'text' => $text ) )
		);
		library_register_resource(
			'library/v1',
			'/tokens',
			'(?P<uuid>[\w-]+)',
			array(
				'fields' => array( 'label' => $text ),
				'id'     => fn() => wp_generate_uuid4(),
			)
		);
		library_register_resource( 'library/v1', '/loans', '(?P<id>\d+)', array( 'batch' => true ) );
	}
);
