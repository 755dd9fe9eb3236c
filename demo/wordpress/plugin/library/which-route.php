<?php
/**
 * Tells which route WordPress itself chooses for a URL, so that tests can ask it of every URL that the client makes.
 *
 * With the header `X-Which-Route: 1` or `?_which_route=1` any request of any method is answered with
 * { method, route, params } and nothing else happens. `POST library/v1/which` with { requests: [ { method, path } ] }
 * answers the same for each; `route` is null where there is none. A path may have a query. Answers of every other
 * request carry the headers X-Matched-Route and X-Matched-Params.
 */

add_filter( 'rest_pre_dispatch', 'library_answer_which_route', 10, 3 );
add_filter( 'rest_post_dispatch', 'library_add_matched_headers', 10, 3 );
add_filter( 'rest_exposed_cors_headers', fn( $headers ) => array_merge( $headers, array( 'X-Matched-Route', 'X-Matched-Params' ) ) );
add_action(
	'rest_api_init',
	fn() => register_rest_route(
		'library/v1',
		'/which',
		array(
			'methods'             => 'POST',
			'permission_callback' => '__return_true',
			'callback'            => fn( $request ) => array_map(
				fn( $asked ) => library_which_route( library_request_of( $asked['method'] ?? 'GET', $asked['path'] ) ),
				$request['requests']
			),
		)
	)
);

function library_answer_which_route( $result, $server, $request ) {
	$asked = $request->get_header( 'X-Which-Route' ) || isset( $request->get_query_params()['_which_route'] );
	return $asked ? new WP_REST_Response( library_which_route( $request ) ) : $result;
}

function library_add_matched_headers( $response, $server, $request ) {
	$which = library_which_route( $request );
	if ( null !== $which['route'] && $response instanceof WP_REST_Response ) {
		$response->header( 'X-Matched-Route', rawurlencode( $which['route'] ) );
		$response->header( 'X-Matched-Params', rawurlencode( wp_json_encode( $which['params'] ) ) );
	}
	return $response;
}

/** The server's own way of choosing, on a copy, because it writes what it finds into the request. */
function library_which_route( $request ) {
	$copy   = library_request_of( $request->get_method(), $request->get_route() );
	$choose = new ReflectionMethod( 'WP_REST_Server', 'match_request_to_handler' );
	$choose->setAccessible( true );
	$chosen = $choose->invoke( rest_get_server(), $copy );
	return array(
		'method' => $copy->get_method(),
		'route'  => is_wp_error( $chosen ) ? null : $chosen[0],
		'params' => (object) ( is_wp_error( $chosen ) ? array() : library_named( $chosen[0], $copy->get_route() ) ),
	);
}

/** Takes a path with or without the slash before it, a query behind it, and percent signs, as the web server would. */
function library_request_of( $method, $path ) {
	$route = rawurldecode( strtok( $path, '?' ) );
	return new WP_REST_Request( strtoupper( $method ), '/' . trim( $route, '/' ) );
}

function library_named( $route, $path ) {
	preg_match( '@^' . $route . '$@i', $path, $matches );
	return array_filter( $matches, 'is_string', ARRAY_FILTER_USE_KEY );
}
