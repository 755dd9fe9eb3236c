<?php
/**
 * Registers a list route and its item route, as a plugin would write them by hand, over the records of records.php.
 */

/**
 * @param string $namespace 'library/v1'
 * @param string $list      '/shelves/(?P<shelf>[a-z]+)/books'
 * @param string $group     '(?P<book_id>\d+)': the item's own part.
 * @param array  $options   'fields': the arguments of writing; 'id': how a new id is made from the request, counted up
 *                          without it; 'batch': whether /batch/v1 takes it.
 */
function library_register_resource( $namespace, $list, $group, $options = array() ) {
	$fields   = $options['fields'] ?? array( 'title' => array( 'type' => 'string' ) );
	$batch    = empty( $options['batch'] ) ? array() : array( 'allow_batch' => array( 'v1' => true ) );
	$new_id   = $options['id'] ?? '__return_null';
	$item     = "$list/$group";
	$own_name = preg_match( '/\?P<(\w+)>/', $group, $found ) ? $found[1] : 'id';
	$path_of  = fn( $request ) => $namespace . library_fill_route( $list, $request->get_url_params() );

	$existing = function ( $request ) use ( $path_of, $own_name ) {
		return library_record( $path_of( $request ), $request->get_url_params()[ $own_name ] )
			?? new WP_Error( 'rest_library_not_found', 'There is no such record.', array( 'status' => 404 ) );
	};
	$answer   = fn( $record, $request, $route ) => is_wp_error( $record ) ? $record : array_merge(
		$record,
		array(
			'matched' => "/$namespace$route",
			'params'  => (object) $request->get_url_params(),
		)
	);
	$written  = fn( $request ) => array_intersect_key( $request->get_params(), $fields );

	register_rest_route(
		$namespace,
		$list,
		array(
			array(
				'methods'             => 'GET',
				'callback'            => function ( $request ) use ( $path_of, $answer, $list ) {
					return library_page( array_values( library_list( $path_of( $request ) ) ), $request, fn( $record ) => $answer( $record, $request, $list ) );
				},
				'permission_callback' => '__return_true',
				'args'                => library_paging_args(),
			),
			array(
				'methods'             => 'POST',
				'callback'            => function ( $request ) use ( $path_of, $new_id, $written, $answer, $list ) {
					$record = library_save( $path_of( $request ), $new_id( $request ), $written( $request ) );
					return new WP_REST_Response( $answer( $record, $request, $list ), 201 );
				},
				'permission_callback' => 'library_may_write',
				'args'                => $fields,
			) + $batch,
		) + $batch
	);
	register_rest_route(
		$namespace,
		$item,
		array(
			array(
				'methods'             => 'GET',
				'callback'            => fn( $request ) => $answer( $existing( $request ), $request, $item ),
				'permission_callback' => '__return_true',
				'args'                => array( 'context' => array( 'enum' => array( 'view', 'edit' ) ) ),
			),
			array(
				'methods'             => 'POST, PUT, PATCH',
				'callback'            => function ( $request ) use ( $existing, $path_of, $own_name, $written, $answer, $item ) {
					$record = $existing( $request );
					if ( ! is_wp_error( $record ) ) {
						$record = library_save( $path_of( $request ), $request->get_url_params()[ $own_name ], $written( $request ) );
					}
					return $answer( $record, $request, $item );
				},
				'permission_callback' => 'library_may_write',
				'args'                => $fields,
			) + $batch,
			array(
				'methods'             => 'DELETE',
				'callback'            => function ( $request ) use ( $existing, $path_of, $own_name, $answer, $item ) {
					$record = $answer( $existing( $request ), $request, $item );
					if ( is_wp_error( $record ) ) {
						return $record;
					}
					library_delete( $path_of( $request ), $request->get_url_params()[ $own_name ] );
					return array(
						'deleted'  => true,
						'previous' => $record,
					);
				},
				'permission_callback' => 'library_may_write',
				'args'                => array( 'force' => array( 'type' => 'boolean' ) ),
			) + $batch,
		) + $batch
	);
}

/** '/shelves/(?P<shelf>[a-z]+)/books' and its parameters, in; '/shelves/poetry/books', out. */
function library_fill_route( $route, $params ) {
	return preg_replace_callback( '/\(\?P<(\w+)>[^)]*\)/', fn( $found ) => $params[ $found[1] ] ?? '', $route );
}

function library_may_write() {
	return current_user_can( 'edit_posts' );
}

function library_paging_args() {
	return array(
		'page'     => array(
			'type'    => 'integer',
			'default' => 1,
			'minimum' => 1,
		),
		'per_page' => array(
			'type'    => 'integer',
			'default' => 10,
			'minimum' => 1,
			'maximum' => 100,
		),
	);
}

function library_page( $records, $request, $answer ) {
	$per_page = $request['per_page'];
	$page     = array_slice( $records, ( $request['page'] - 1 ) * $per_page, $per_page );
	$response = rest_ensure_response( array_map( $answer, $page ) );
	$response->header( 'X-WP-Total', (string) count( $records ) );
	$response->header( 'X-WP-TotalPages', (string) (int) ceil( count( $records ) / $per_page ) );
	return $response;
}
