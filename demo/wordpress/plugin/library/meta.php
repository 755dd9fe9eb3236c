<?php
/**
 * Registered meta: a string, a number, a list of strings and a list of objects on posts and books, a string on categories and genres.
 */

add_action(
	'init',
	function () {
		foreach ( array( 'post', 'book' ) as $type ) {
			library_register_meta( 'post', $type, 'subtitle', array( 'type' => 'string' ) );
			library_register_meta( 'post', $type, 'rating', array( 'type' => 'integer' ) );
			library_register_meta(
				'post',
				$type,
				'keywords',
				array(
					'type'         => 'array',
					'default'      => array(),
					'show_in_rest' => array( 'schema' => array( 'items' => array( 'type' => 'string' ) ) ),
				)
			);
			library_register_meta(
				'post',
				$type,
				'sources',
				array(
					'type'         => 'array',
					'default'      => array(),
					'show_in_rest' => array(
						'schema' => array(
							'items' => array(
								'type'       => 'object',
								'properties' => array(
									'name' => array( 'type' => 'string' ),
									'year' => array( 'type' => 'integer' ),
								),
							),
						),
					),
				)
			);
		}
		library_register_meta( 'term', 'category', 'colour', array( 'type' => 'string' ) );
		library_register_meta( 'term', 'genre', 'colour', array( 'type' => 'string' ) );
	}
);

function library_register_meta( $object_type, $subtype, $key, $args ) {
	register_meta(
		$object_type,
		$key,
		$args + array(
			'object_subtype' => $subtype,
			'single'         => true,
			'show_in_rest'   => true,
		)
	);
}
