<?php
/**
 * Writes the content, which comes as JSON, into the tables of a WordPress as it comes out of its zip, in one transaction.
 */

global $wpdb;
$content = json_decode( file_get_contents( 'php://input' ), true );
$pdo     = $GLOBALS['@pdo'];

$insert = function ( $table, $rows ) use ( $pdo, $wpdb ) {
	foreach ( $rows as $row ) {
		$columns = implode( ', ', array_keys( $row ) );
		$marks   = implode( ', ', array_fill( 0, count( $row ), '?' ) );
		$pdo->prepare( "INSERT INTO {$wpdb->prefix}$table ( $columns ) VALUES ( $marks )" )
			->execute( array_map( 'maybe_serialize', array_values( $row ) ) );
	}
};

$pdo->beginTransaction();
foreach ( array_merge( array_keys( $content['tables'] ), array( 'commentmeta' ) ) as $table ) {
	$pdo->exec( "DELETE FROM {$wpdb->prefix}$table" );
}
$password = wp_hash_password( $content['password'] );
foreach ( $content['tables']['users'] as &$user ) {
	$user['user_pass'] = $password;
}
unset( $user );
foreach ( $content['tables'] as $table => $rows ) {
	$insert( $table, $rows );
}
$pdo->commit();
wp_cache_flush();

foreach ( $content['options'] as $name => $value ) {
	update_option( $name, $value );
}
// What the site editor would write: they belong to the theme in use.
foreach ( $content['templates'] as $template ) {
	$id = wp_insert_post(
		wp_slash(
			array(
				'post_type'    => $template['type'],
				'post_name'    => $template['slug'],
				'post_title'   => $template['title'],
				'post_content' => str_replace( '%theme%', get_stylesheet(), $template['content'] ),
				'post_status'  => 'publish',
			)
		)
	);
	wp_set_object_terms( $id, get_stylesheet(), 'wp_theme' );
	if ( 'wp_template_part' === $template['type'] ) {
		wp_set_object_terms( $id, $template['slug'], 'wp_template_part_area' );
	}
}
set_theme_mod( 'nav_menu_locations', $content['menus'] );

list( $application_password ) = WP_Application_Passwords::create_new_application_password( 1, array( 'name' => 'backbone-wp-api' ) );
echo wp_json_encode(
	array(
		'version'             => get_bloginfo( 'version' ),
		'applicationPassword' => $application_password,
	)
);
