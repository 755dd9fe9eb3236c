<?php
/**
 * library/v1: routes of the kinds that only plugins have. Each says which route it is and what it was given.
 */

add_action(
	'rest_api_init',
	function () {
		library_register_resource( 'library/v1', '/My_odd-2names', '(?P<id>\d+)' );
		library_register_resource( 'library/v1', '/__proto__', '(?P<constructor>\w+)', array( 'id' => fn() => 'toString' ) );

		// One thing only, which needs no id.
		library_register_echo( '/me', 'GET, POST, PUT, PATCH', fn() => array( 'name' => wp_get_current_user()->user_login ) );
		library_register_echo( '/settings', 'GET, POST, PUT, PATCH', 'library_settings' );
		library_register_echo( '/status', 'GET', fn() => array( 'open' => true ) );
		library_register_echo( '/reports/sales/daily', 'GET', fn() => array( 'sold' => 7 ) );
		library_register_echo(
			'/bestseller',
			'GET',
			fn() => array(
				'id'    => 12,
				'title' => 'The Salt Almanac',
			)
		);

		// Parameters with slashes in them, optional ones, one in the middle of a word.
		library_register_echo( '/files/(?P<path>.+)', 'GET, PUT, DELETE' );
		library_register_echo( '/archive(?:/(?P<year>\d{4}))?', 'GET' );
		library_register_echo( '/issue-(?P<number>\d+)', 'GET' );
		library_register_echo( '/rooms/(?P<room>[\w-]+)/open', 'POST' );
		library_register_echo( '/templates/(?P<id>([^\/:<>\*\?"\|]+(?:\/[^\/:<>\*\?"\|]+)?)[\/\w%-]+)', 'GET, POST' );

		// Routes with one method, and not the usual one.
		library_register_echo( '/postcards/(?P<id>\d+)', 'POST' );
		library_register_echo( '/patches/(?P<id>\d+)', 'PATCH' );
		library_register_echo( '/shredder/(?P<id>\d+)', 'DELETE' );
	}
);

function library_register_echo( $route, $methods, $content = null ) {
	register_rest_route(
		'library/v1',
		$route,
		array(
			'methods'             => $methods,
			'permission_callback' => fn( $request ) => 'GET' === $request->get_method() || library_may_write(),
			'callback'            => fn( $request ) => array_merge(
				$content ? $content( $request ) : $request->get_url_params(),
				array(
					'matched' => "/library/v1$route",
					'params'  => (object) $request->get_url_params(),
					'method'  => $request->get_method(),
					'query'   => (object) $request->get_query_params(),
					'body'    => (object) ( $request->get_json_params() ?? $request->get_body_params() ),
				)
			),
		)
	);
}

function library_settings( $request ) {
	$known    = array(
		'open_on_sundays' => false,
		'fine_per_day'    => 10,
	);
	$settings = array_merge( $known, get_option( 'library_settings', array() ) );
	if ( 'GET' !== $request->get_method() ) {
		$settings = array_merge( $settings, array_intersect_key( $request->get_params(), $known ) );
		update_option( 'library_settings', $settings );
	}
	return $settings;
}
