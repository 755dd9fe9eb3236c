<?php
/**
 * A site without a network: what would go out fails at once and quietly, and nothing waits for it.
 */

add_filter(
	'pre_http_request',
	fn() => new WP_Error( 'http_request_blocked', 'This site has no network.' )
);
add_filter( 'pre_wp_mail', '__return_true' );
add_filter( 'pre_site_transient_update_core', 'library_no_updates' );
add_filter( 'pre_site_transient_update_plugins', 'library_no_updates' );
add_filter( 'pre_site_transient_update_themes', 'library_no_updates' );
add_filter( 'admin_email_check_interval', '__return_zero' );
add_filter( 'recovery_mode_email_rate_limit', '__return_zero' );

// Core offers application passwords over https only.
add_filter( 'wp_is_application_passwords_available', '__return_true' );

// The server in front of this PHP sends what is not a file to index.php, as mod_rewrite would.
add_filter( 'got_url_rewrite', '__return_true' );

function library_no_updates() {
	return (object) array(
		'updates'         => array(),
		'response'        => array(),
		'translations'    => array(),
		'no_update'       => array(),
		'checked'         => array(),
		'last_checked'    => time(),
		'version_checked' => get_bloginfo( 'version' ),
	);
}
