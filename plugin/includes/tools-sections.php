<?php
/**
 * The sections of the screen under Tools. PHP prints what is known before the client runs; the scripts in `tools/` fill in the rest.
 *
 * @package Backbone_WP_API
 */

namespace Backbone_WP_API;

defined( 'ABSPATH' ) || exit;

/**
 * Prints which files are in place, and the state of the client's copy of the schema.
 */
function print_files_section() {
	$script = wp_scripts()->query( 'wp-api', 'registered' );
	$src    = $script ? (string) $script->src : '';
	$is_own = script_url( 'scripts/wp-api' ) === $src;
	?>
	<h2><?php esc_html_e( 'In place', 'backbone-wp-api' ); ?></h2>
	<?php if ( ! $is_own ) : ?>
		<div class="notice notice-warning inline"><p><?php esc_html_e( 'Another plugin or the theme has put a file of its own behind “wp-api”.', 'backbone-wp-api' ); ?></p></div>
	<?php endif; ?>
	<table class="widefat striped backbone-wp-api-facts">
		<tbody>
			<tr>
				<th scope="row"><?php esc_html_e( 'File behind “wp-api”', 'backbone-wp-api' ); ?></th>
				<td><code><?php echo esc_html( wp_make_link_relative( $src ) ); ?></code></td>
			</tr>
			<tr>
				<th scope="row"><?php esc_html_e( 'Version', 'backbone-wp-api' ); ?></th>
				<td><?php echo esc_html( $script && $script->ver ? $script->ver : get_bloginfo( 'version' ) ); ?></td>
			</tr>
			<tr>
				<th scope="row"><?php esc_html_e( 'Script module', 'backbone-wp-api' ); ?></th>
				<td>
					<?php if ( function_exists( 'wp_register_script_module' ) ) : ?>
						<code>import { connect } from 'backbone-wp-api';</code>
					<?php else : ?>
						<?php esc_html_e( 'WordPress has script modules from version 6.5 on.', 'backbone-wp-api' ); ?>
					<?php endif; ?>
				</td>
			</tr>
			<tr>
				<th scope="row"><?php esc_html_e( 'Schema', 'backbone-wp-api' ); ?></th>
				<td>
					<span id="backbone-wp-api-schema"><?php esc_html_e( 'Loading…', 'backbone-wp-api' ); ?></span>
					<button type="button" class="button button-small" id="backbone-wp-api-forget"><?php esc_html_e( 'Forget the copy and read it again', 'backbone-wp-api' ); ?></button>
				</td>
			</tr>
			<tr>
				<th scope="row"><?php esc_html_e( 'Schema version', 'backbone-wp-api' ); ?></th>
				<td>
					<code><?php echo esc_html( schema_version() ); ?></code>
					<span class="description"><?php esc_html_e( 'It changes with WordPress, plugins, the theme, post types, taxonomies and the user. A copy of another version is not used.', 'backbone-wp-api' ); ?></span>
				</td>
			</tr>
		</tbody>
	</table>
	<?php
}

/**
 * Prints the self-test.
 */
function print_self_test_section() {
	?>
	<h2><?php esc_html_e( 'Self-test', 'backbone-wp-api' ); ?></h2>
	<p><?php esc_html_e( 'Reads posts, then creates a draft of its own, changes it, moves it to the trash and deletes it for good. Nothing else is changed.', 'backbone-wp-api' ); ?></p>
	<p><button type="button" class="button button-primary" id="backbone-wp-api-self-test"><?php esc_html_e( 'Run the self-test', 'backbone-wp-api' ); ?></button></p>
	<ol id="backbone-wp-api-steps" class="backbone-wp-api-steps"></ol>
	<?php
}

/**
 * Prints the table of routes, empty, with what it is searched by.
 */
function print_routes_section() {
	?>
	<h2 id="backbone-wp-api-routes-title"><?php esc_html_e( 'Routes and classes', 'backbone-wp-api' ); ?></h2>
	<div class="tablenav top">
		<div class="alignleft backbone-wp-api-filters">
			<span>
				<label for="backbone-wp-api-namespace"><?php esc_html_e( 'Namespace', 'backbone-wp-api' ); ?></label>
				<select id="backbone-wp-api-namespace">
					<?php foreach ( rest_get_server()->get_namespaces() as $name ) : ?>
						<option <?php selected( $name, HOME_NAMESPACE ); ?>><?php echo esc_html( $name ); ?></option>
					<?php endforeach; ?>
				</select>
			</span>
			<span>
				<label for="backbone-wp-api-search"><?php esc_html_e( 'Search', 'backbone-wp-api' ); ?></label>
				<input type="search" id="backbone-wp-api-search" placeholder="<?php esc_attr_e( 'Route, class or method', 'backbone-wp-api' ); ?>">
			</span>
		</div>
		<div class="tablenav-pages"><span class="displaying-num" id="backbone-wp-api-count"></span></div>
	</div>
	<table class="widefat striped backbone-wp-api-routes" aria-labelledby="backbone-wp-api-routes-title">
		<thead>
			<tr>
				<th scope="col"><?php esc_html_e( 'Route', 'backbone-wp-api' ); ?></th>
				<th scope="col"><?php esc_html_e( 'Methods', 'backbone-wp-api' ); ?></th>
				<th scope="col"><?php esc_html_e( 'Classes', 'backbone-wp-api' ); ?></th>
			</tr>
		</thead>
		<tbody id="backbone-wp-api-routes"></tbody>
	</table>
	<?php
}
