<?php
/**
 * Puts the client of backbone-wp-api in place of the file behind WordPress's `wp-api` script.
 *
 * The plugin saves nothing: no option, no transient, no file. All it does is done by the hooks below, so WordPress's own
 * file is back as soon as the plugin is deactivated.
 *
 * @package Backbone_WP_API
 *
 * @wordpress-plugin
 * Plugin Name:       Backbone WP API
 * Description:       The REST API as Backbone models and collections: a better file behind the wp-api script, and a script module for themes.
 * Version:           %VERSION%
 * Requires at least: 6.2
 * Requires PHP:      7.2
 * Author:            The contributors of backbone-wp-api
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       backbone-wp-api
 */

namespace Backbone_WP_API;

defined( 'ABSPATH' ) || exit;

const VERSION     = '%VERSION%';
const PLUGIN_FILE = __FILE__;

require __DIR__ . '/includes/files.php';
require __DIR__ . '/includes/script.php';
require __DIR__ . '/includes/schema-version.php';
require __DIR__ . '/includes/visitor-requests.php';
require __DIR__ . '/includes/schema.php';
require __DIR__ . '/includes/modules.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/tools-screen.php';
require __DIR__ . '/includes/tools-sections.php';

add_action( 'wp_default_scripts', __NAMESPACE__ . '\replace_source', 20 );
add_filter( 'print_scripts_array', __NAMESPACE__ . '\add_settings' );
add_action( 'init', __NAMESPACE__ . '\register_modules' );
add_filter( 'script_module_loader_src', __NAMESPACE__ . '\enqueue_libraries', 10, 2 );
add_action( 'wp_footer', __NAMESPACE__ . '\print_late_libraries', PHP_INT_MAX );
add_action( 'admin_print_footer_scripts', __NAMESPACE__ . '\print_late_libraries', PHP_INT_MAX );
add_action( 'admin_menu', __NAMESPACE__ . '\add_tools_screen' );
add_filter( 'plugin_action_links_' . plugin_basename( PLUGIN_FILE ), __NAMESPACE__ . '\add_tools_link' );

// Another plugin may have asked for the scripts before this file was loaded.
if ( did_action( 'wp_default_scripts' ) ) {
	replace_source( wp_scripts() );
}
