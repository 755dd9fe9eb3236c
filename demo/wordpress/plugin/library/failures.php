<?php
/**
 * library/v1/fail: fails as it is asked to, in every way in which sites fail.
 *
 * status=503      the status, with code= and message= in the usual error object
 * retry_after=2   the header of that name
 * times=2&key=x   fails so many times for this key, then answers well
 * html=1          a page in HTML instead of JSON
 * notice=1        a notice of PHP before the JSON
 * cut=1           JSON which ends in the middle
 * empty=1         no body at all
 * sleep=500       the answer comes after so many milliseconds
 * drop=1          the connection ends in the middle of the body
 */

add_action(
	'rest_api_init',
	fn() => register_rest_route(
		'library/v1',
		'/fail',
		array(
			'methods'             => 'GET, POST, PUT, PATCH, DELETE',
			'permission_callback' => '__return_true',
			'callback'            => 'library_fail',
			'args'                => array(
				'status'      => array(
					'type'    => 'integer',
					'default' => 500,
				),
				'code'        => array( 'default' => 'library_failed' ),
				'message'     => array( 'default' => 'It failed, as it was asked to.' ),
				'retry_after' => array(),
				'times'       => array( 'type' => 'integer' ),
				'key'         => array( 'default' => 'anybody' ),
				'html'        => array( 'type' => 'boolean' ),
				'notice'      => array( 'type' => 'boolean' ),
				'cut'         => array( 'type' => 'boolean' ),
				'empty'       => array( 'type' => 'boolean' ),
				'drop'        => array( 'type' => 'boolean' ),
				'sleep'       => array( 'type' => 'integer' ),
			),
		)
	)
);

add_filter( 'rest_pre_serve_request', 'library_serve_failure', 10, 3 );

function library_fail( $request ) {
	$error    = new WP_Error( $request['code'], $request['message'], array( 'status' => $request['status'] ) );
	$failing  = $request['status'] >= 400 && library_still_failing( $request );
	$response = $failing ? rest_convert_error_to_response( $error ) : new WP_REST_Response( array( 'ok' => true ) );
	if ( $failing && isset( $request['retry_after'] ) ) {
		$response->header( 'Retry-After', $request['retry_after'] );
	}
	// These two are for the server in front of this PHP.
	if ( $request['sleep'] ) {
		$response->header( 'X-Answer-After', (string) $request['sleep'] );
	}
	if ( $request['drop'] ) {
		$response->header( 'X-Answer-Dropped', '1' );
	}
	return $response;
}

function library_still_failing( $request ) {
	if ( ! isset( $request['times'] ) ) {
		return true;
	}
	$counts = get_option( 'library_failures', array() );
	$count  = ( $counts[ $request['key'] ] ?? 0 ) + 1;

	$counts[ $request['key'] ] = $count;
	update_option( 'library_failures', $counts, false );
	return $count <= $request['times'];
}

/** Answers with something else than JSON, where that was asked for. */
function library_serve_failure( $served, $result, $request ) {
	if ( '/library/v1/fail' !== $request->get_route() ) {
		return $served;
	}
	$json = wp_json_encode( $result->get_data() );
	if ( $request['empty'] ) {
		return true;
	}
	if ( $request['html'] ) {
		header( 'Content-Type: text/html; charset=UTF-8' );
		echo '<!doctype html><title>503</title><h1>Briefly unavailable for scheduled maintenance.</h1>';
		return true;
	}
	if ( $request['notice'] ) {
		echo "<br />\n<b>Notice</b>: Undefined index: page in <b>/srv/plugin.php</b> on line <b>12</b><br />\n$json";
		return true;
	}
	if ( $request['cut'] ) {
		echo substr( $json, 0, (int) ( strlen( $json ) / 2 ) );
		return true;
	}
	return $served;
}
