<?php
/**
 * Reads of the REST API inside PHP, with the answers that the visitor's own requests would get.
 *
 * @package Backbone_WP_API
 */

namespace Backbone_WP_API;

defined( 'ABSPATH' ) || exit;

/**
 * The answers to some reads, as the client's setting `preload` takes them.
 *
 * @param string[] $paths Paths below the root: `/wp/v2/types?context=edit`.
 * @return array Path to `body` and `headers`. What the visitor may not read is left out.
 */
function read_as_visitor( $paths ) {
	if ( ! $paths || ! is_api_open() ) {
		return array();
	}
	// A controller may set up post data or enqueue scripts, as if it made the page. It does so on copies.
	// phpcs:disable WordPress.WP.GlobalVariablesOverride.Prohibited
	$post    = isset( $GLOBALS['post'] ) ? $GLOBALS['post'] : null;
	$scripts = wp_scripts();
	$styles  = wp_styles();

	$GLOBALS['wp_scripts'] = clone $scripts;
	$GLOBALS['wp_styles']  = clone $styles;

	$answers = array_reduce( $paths, 'rest_preload_api_request', array() );

	$GLOBALS['wp_scripts'] = $scripts;
	$GLOBALS['wp_styles']  = $styles;
	$GLOBALS['post']       = $post;
	if ( $post instanceof \WP_Post ) {
		setup_postdata( $post );
	}
	// phpcs:enable
	return $answers;
}

/**
 * Whether this visitor may use the REST API at all: some plugins close it to visitors who are not logged in.
 *
 * WordPress's own check of the nonce is left out. A page has none yet, and the check would log the visitor out.
 *
 * @return bool
 */
function is_api_open() {
	// Plugins add their checks when the API starts.
	rest_get_server();

	$priority = has_filter( 'rest_authentication_errors', 'rest_cookie_check_errors' );
	remove_filter( 'rest_authentication_errors', 'rest_cookie_check_errors', (int) $priority );

	/** This filter is documented in wp-includes/rest-api/class-wp-rest-server.php */
	$errors = apply_filters( 'rest_authentication_errors', null ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals

	if ( false !== $priority ) {
		add_filter( 'rest_authentication_errors', 'rest_cookie_check_errors', $priority );
	}
	return ! is_wp_error( $errors );
}
