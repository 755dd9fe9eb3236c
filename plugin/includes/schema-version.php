<?php
/**
 * The version of the schema: a text that changes whenever the routes that a user sees may have changed.
 *
 * The client keeps a copy of the schema in the browser's tab under this version, so a copy of an older site, or of
 * another user, is never read.
 *
 * @package Backbone_WP_API
 */

namespace Backbone_WP_API;

defined( 'ABSPATH' ) || exit;

/**
 * The version for the current user.
 *
 * The hash is salted, because it is printed into pages: nobody can guess from it which plugins a site has.
 *
 * @return string
 */
function schema_version() {
	$facts = array(
		VERSION,
		get_bloginfo( 'version' ),
		plugin_versions(),
		theme_version(),
		array_map( __NAMESPACE__ . '\describe_type', array_values( get_post_types( array(), 'objects' ) ) ),
		array_map( __NAMESPACE__ . '\describe_taxonomy', array_values( get_taxonomies( array(), 'objects' ) ) ),
		describe_user( wp_get_current_user() ),
	);
	return substr( wp_hash( wp_json_encode( $facts ) ), 0, 12 );
}

/**
 * The files of all active plugins, those of the network and the must-use ones among them, with their versions.
 *
 * @return string[] File to version.
 */
function plugin_versions() {
	$network = is_multisite() ? wp_get_active_network_plugins() : array();
	$files   = array_merge( wp_get_mu_plugins(), $network, wp_get_active_and_valid_plugins() );

	$versions = array();
	foreach ( $files as $file ) {
		$data = get_file_data( $file, array( 'version' => 'Version' ) );

		$versions[ plugin_basename( $file ) ] = $data['version'];
	}
	return $versions;
}

/**
 * The active theme, and its version.
 *
 * @return string[]
 */
function theme_version() {
	$theme = wp_get_theme();
	return array( $theme->get_stylesheet(), $theme->get_template(), $theme->get( 'Version' ) );
}

/**
 * What the routes of a post type depend on.
 *
 * @param \WP_Post_Type $type A registered post type.
 * @return array
 */
function describe_type( $type ) {
	return array(
		$type->name,
		$type->show_in_rest,
		$type->rest_base,
		$type->rest_namespace,
		$type->hierarchical,
		get_all_post_type_supports( $type->name ),
	);
}

/**
 * What the routes of a taxonomy depend on.
 *
 * @param \WP_Taxonomy $taxonomy A registered taxonomy.
 * @return array
 */
function describe_taxonomy( $taxonomy ) {
	return array(
		$taxonomy->name,
		$taxonomy->show_in_rest,
		$taxonomy->rest_base,
		$taxonomy->rest_namespace,
		$taxonomy->hierarchical,
		$taxonomy->object_type,
	);
}

/**
 * Who asks, with which rights and in which languages. Admin screens and pages of the site get the same answer.
 *
 * @param \WP_User $user The current user; its ID is 0 for a visitor who is not logged in.
 * @return array
 */
function describe_user( $user ) {
	$rights = array( $user->roles, $user->allcaps, is_super_admin( $user->ID ) );
	return array( $user->ID, $rights, get_locale(), get_user_locale( $user ) );
}
