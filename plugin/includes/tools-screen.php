<?php
/**
 * The screen under Tools: its place in the menu, and the scripts that bring it to life.
 *
 * @package Backbone_WP_API
 */

namespace Backbone_WP_API;

defined( 'ABSPATH' ) || exit;

const TOOLS_PAGE = 'backbone-wp-api';

/** Who may open the screen. */
const TOOLS_CAPABILITY = 'manage_options';

/**
 * Adds the screen to the menu.
 */
function add_tools_screen() {
	$hook = add_management_page(
		__( 'Backbone WP API', 'backbone-wp-api' ),
		__( 'Backbone WP API', 'backbone-wp-api' ),
		TOOLS_CAPABILITY,
		TOOLS_PAGE,
		__NAMESPACE__ . '\print_tools_screen'
	);
	add_action( "load-$hook", __NAMESPACE__ . '\prepare_tools_screen' );
}

/**
 * Adds a link to the screen to the row of this plugin in the list of plugins.
 *
 * @param string[] $links The links of the row.
 * @return string[]
 */
function add_tools_link( $links ) {
	if ( current_user_can( TOOLS_CAPABILITY ) ) {
		$url   = admin_url( 'tools.php?page=' . TOOLS_PAGE );
		$links = array( 'tools' => sprintf( '<a href="%s">%s</a>', esc_url( $url ), esc_html__( 'Tools', 'backbone-wp-api' ) ) ) + $links;
	}
	return $links;
}

/**
 * Arranges for the scripts of the screen, when WordPress is about to show it.
 */
function prepare_tools_screen() {
	add_action( 'admin_enqueue_scripts', __NAMESPACE__ . '\enqueue_tools_scripts' );
}

/**
 * Enqueues the scripts and styles of the screen: a script for each of its sections.
 */
function enqueue_tools_scripts() {
	wp_enqueue_style( 'backbone-wp-api-tools', file_url( 'tools/tools.css' ), array(), VERSION );
	foreach ( array( 'schema', 'routes', 'self-test' ) as $section ) {
		$handle = "backbone-wp-api-tools-$section";
		wp_enqueue_script( $handle, file_url( "tools/$section.js" ), array( 'wp-api', 'wp-i18n', 'wp-a11y' ), VERSION, true );
		wp_set_script_translations( $handle, 'backbone-wp-api' );
	}
}

/**
 * Prints the screen.
 */
function print_tools_screen() {
	if ( ! current_user_can( TOOLS_CAPABILITY ) ) {
		return;
	}
	?>
	<div class="wrap backbone-wp-api">
		<h1><?php esc_html_e( 'Backbone WP API', 'backbone-wp-api' ); ?></h1>
		<p><?php esc_html_e( 'This plugin puts its own file behind the script “wp-api”, which gives plugins and themes the REST API as Backbone models and collections.', 'backbone-wp-api' ); ?></p>
		<noscript>
			<div class="notice notice-error inline"><p><?php esc_html_e( 'This screen needs JavaScript.', 'backbone-wp-api' ); ?></p></div>
		</noscript>
		<?php
		print_files_section();
		print_self_test_section();
		print_routes_section();
		?>
	</div>
	<?php
}
