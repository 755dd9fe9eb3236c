<?php
/**
 * The file behind the script handle `wp-api`.
 *
 * @package Backbone_WP_API
 */

namespace Backbone_WP_API;

defined( 'ABSPATH' ) || exit;

/**
 * Changes the source of `wp-api`, and nothing else of it: dependencies, inline scripts and data stay.
 *
 * @param \WP_Scripts $scripts The scripts that WordPress has just registered.
 */
function replace_source( $scripts ) {
	$script = $scripts->query( 'wp-api', 'registered' );
	if ( $script ) {
		$script->src = script_url( 'scripts/wp-api' );
		$script->ver = VERSION;
	}
}
