<?php
/**
 * The settings that this plugin adds to `wpApiSettings`, which WordPress prints with the script `wp-api-request`.
 *
 * @package Backbone_WP_API
 */

namespace Backbone_WP_API;

defined( 'ABSPATH' ) || exit;

/** The handles whose files read `wpApiSettings`. */
const HANDLES_WITH_SETTINGS = array( 'wp-api', LIBRARIES_HANDLE );

/**
 * Puts the settings before each script that reads them. This happens as late as possible: only when WordPress is about to
 * print such a script, and then all types are known and a page without the client pays nothing.
 *
 * @param string[] $handles The handles of the scripts to print, with those they depend on.
 * @return string[] The same.
 */
function add_settings( $handles ) {
	$scripts = wp_scripts();
	foreach ( array_intersect( HANDLES_WITH_SETTINGS, $handles ) as $handle ) {
		// Scripts of the head and of the footer are announced separately, some of them twice.
		if ( ! $scripts->get_data( $handle, 'backbone-wp-api' ) ) {
			$scripts->add_data( $handle, 'backbone-wp-api', true );
			$scripts->add_inline_script( $handle, settings_script(), 'before' );
		}
	}
	return $handles;
}

/**
 * The script that adds the settings to those that are on the page already.
 *
 * @return string
 */
function settings_script() {
	static $script = '';
	if ( ! $script ) {
		$json   = wp_json_encode( settings(), JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES );
		$script = "window.wpApiSettings = Object.assign( window.wpApiSettings || {}, $json );";
	}
	return $script;
}

/**
 * The settings for the current user.
 *
 * @return array
 */
function settings() {
	$settings = array(
		'nonceEndpoint' => admin_url( 'admin-ajax.php?action=rest-nonce' ),
		'schemaVersion' => schema_version(),
	);
	$schemas  = printed_schemas();
	$preload  = $schemas['preload'] + preloaded_answers();
	if ( $schemas['schema'] ) {
		$settings['schema'] = $schemas['schema'];
	}
	if ( $preload ) {
		$settings['preload'] = $preload;
	}

	/**
	 * Filters what is added to `wpApiSettings`: any setting of the client, such as `timeout`, `retry` or `mapping`.
	 *
	 * It is public. Whatever is added here stands in the source of the page.
	 *
	 * @param array $settings Names and values of settings.
	 */
	return apply_filters( 'backbone_wp_api_settings', $settings );
}

/**
 * Answers that the client finds on the page instead of asking for them.
 *
 * @return array Path to `body` and `headers`.
 */
function preloaded_answers() {
	/**
	 * Filters the reads whose answers the page prints. They are those that the visitor's own requests would get.
	 *
	 * @param string[] $paths Paths below the root, exactly as the client asks for them: `/wp/v2/types?context=edit`.
	 */
	return read_as_visitor( apply_filters( 'backbone_wp_api_preload', array() ) );
}
