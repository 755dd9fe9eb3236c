<?php
/**
 * The addresses of the plugin's files.
 *
 * @package Backbone_WP_API
 */

namespace Backbone_WP_API;

defined( 'ABSPATH' ) || exit;

/**
 * The address of a file of this plugin.
 *
 * @param string $path Path of the file inside the plugin's folder.
 * @return string
 */
function file_url( $path ) {
	return plugins_url( $path, PLUGIN_FILE );
}

/**
 * The address of a script that the plugin has twice: minified, and readable for `SCRIPT_DEBUG`.
 *
 * @param string $path Path of the readable file inside the plugin's folder, without `.js`.
 * @return string
 */
function script_url( $path ) {
	return file_url( $path . wp_scripts_get_suffix() . '.js' );
}
