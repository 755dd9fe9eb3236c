<?php
/**
 * The ES module, as the script module `backbone-wp-api`, for WordPress 6.5 and later.
 *
 * The module imports `jquery`, `underscore` and `backbone`. In the page's import map these are small modules that export the
 * page's own copies, which WordPress prints as scripts. A browser runs modules after all scripts of the page.
 *
 * @package Backbone_WP_API
 */

namespace Backbone_WP_API;

defined( 'ABSPATH' ) || exit;

/** The libraries that the module imports, which are modules here and scripts of WordPress by the same name. */
const LIBRARIES = array( 'jquery', 'underscore', 'backbone' );

/** A script without a file of its own: the libraries, and `wpApiSettings`. */
const LIBRARIES_HANDLE = 'backbone-wp-api-libraries';

/**
 * Registers the module and what it imports. Another plugin's module by the name of a library is left in its place.
 */
function register_modules() {
	if ( ! function_exists( 'wp_register_script_module' ) ) {
		return;
	}
	foreach ( LIBRARIES as $library ) {
		wp_register_script_module( $library, file_url( "modules/$library.js" ), array(), VERSION );
	}
	wp_register_script_module( 'backbone-wp-api', script_url( 'modules/backbone-wp-api' ), LIBRARIES, VERSION );
	wp_register_script( LIBRARIES_HANDLE, false, array_merge( LIBRARIES, array( 'wp-api-request' ) ), VERSION, true );
}

/**
 * Enqueues the libraries as soon as WordPress prints the address of one of the modules.
 *
 * @param string $src The address of a script module.
 * @param string $id  Its name.
 * @return string The address.
 */
function enqueue_libraries( $src, $id ) {
	if ( 'backbone-wp-api' === $id || in_array( $id, LIBRARIES, true ) ) {
		wp_enqueue_script( LIBRARIES_HANDLE );
	}
	return $src;
}

/**
 * Prints the libraries where WordPress has printed the modules after the last scripts, as it does in wp-admin.
 */
function print_late_libraries() {
	if ( wp_script_is( LIBRARIES_HANDLE, 'enqueued' ) && ! wp_script_is( LIBRARIES_HANDLE, 'done' ) ) {
		wp_print_scripts( array( LIBRARIES_HANDLE ) );
	}
}
