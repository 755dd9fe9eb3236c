<?php
/**
 * Plugin Name: Legacy routes
 * Description: Routes of wp/v2 which WordPress had before 4.7 and plugins still bring back: a post's meta, categories and tags
 * as lists of its own. Core's client has names for them: PostMeta, PageMeta, PostCategory, PostTag.
 */

add_action(
	'rest_api_init',
	function () {
		foreach ( array( 'posts', 'pages' ) as $base ) {
			legacy_register( "/$base/(?P<parent_id>[\d]+)/meta", 'legacy_meta_list', 'legacy_meta_item' );
		}
		legacy_register( '/posts/(?P<post_id>[\d]+)/categories', fn( $r ) => legacy_terms( $r, 'category' ), fn( $r ) => legacy_term( $r, 'category' ) );
		legacy_register( '/posts/(?P<post_id>[\d]+)/tags', fn( $r ) => legacy_terms( $r, 'post_tag' ), fn( $r ) => legacy_term( $r, 'post_tag' ) );
	}
);

function legacy_register( $list, $get_list, $get_item ) {
	$may = fn() => current_user_can( 'edit_posts' );
	foreach ( array(
		$list                     => array( 'GET, POST', $get_list ),
		"$list/(?P<id>[\d]+)" => array( 'GET, POST, PUT, PATCH, DELETE', $get_item ),
	) as $route => list( $methods, $callback ) ) {
		register_rest_route(
			'wp/v2',
			$route,
			array_map(
				fn( $method ) => array(
					'methods'             => trim( $method ),
					'callback'            => $callback,
					'permission_callback' => $may,
				),
				explode( ',', $methods )
			)
		);
	}
}

function legacy_meta_list( $request ) {
	if ( 'POST' === $request->get_method() ) {
		$id = add_post_meta( $request['parent_id'], $request['key'], $request['value'] );
		return new WP_REST_Response( legacy_meta( get_metadata_by_mid( 'post', $id ) ), 201 );
	}
	global $wpdb;
	$ids = $wpdb->get_col( $wpdb->prepare( "SELECT meta_id FROM $wpdb->postmeta WHERE post_id = %d ORDER BY meta_id", $request['parent_id'] ) );
	return array_map( fn( $id ) => legacy_meta( get_metadata_by_mid( 'post', $id ) ), $ids );
}

function legacy_meta_item( $request ) {
	$meta = get_metadata_by_mid( 'post', $request['id'] );
	if ( ! $meta || (int) $meta->post_id !== (int) $request['parent_id'] ) {
		return new WP_Error( 'rest_meta_invalid_id', 'Invalid meta ID.', array( 'status' => 404 ) );
	}
	if ( 'DELETE' === $request->get_method() ) {
		delete_metadata_by_mid( 'post', $meta->meta_id );
		return array( 'message' => 'Deleted meta' );
	}
	if ( 'GET' !== $request->get_method() ) {
		update_metadata_by_mid( 'post', $meta->meta_id, $request['value'], $request['key'] ?? false );
		$meta = get_metadata_by_mid( 'post', $meta->meta_id );
	}
	return legacy_meta( $meta );
}

function legacy_meta( $meta ) {
	return array(
		'id'    => (int) $meta->meta_id,
		'key'   => $meta->meta_key,
		'value' => $meta->meta_value,
	);
}

function legacy_terms( $request, $taxonomy ) {
	if ( 'POST' === $request->get_method() ) {
		wp_set_object_terms( (int) $request['post_id'], (int) $request['id'], $taxonomy, true );
	}
	return array_map( 'legacy_term_fields', wp_get_object_terms( (int) $request['post_id'], $taxonomy ) );
}

function legacy_term( $request, $taxonomy ) {
	$term = get_term( (int) $request['id'], $taxonomy );
	if ( ! $term || is_wp_error( $term ) || ( 'GET' === $request->get_method() && ! has_term( $term->term_id, $taxonomy, $request['post_id'] ) ) ) {
		return new WP_Error( 'rest_term_invalid', 'Term does not exist.', array( 'status' => 404 ) );
	}
	if ( 'DELETE' === $request->get_method() ) {
		wp_remove_object_terms( (int) $request['post_id'], $term->term_id, $taxonomy );
	} elseif ( 'GET' !== $request->get_method() ) {
		wp_set_object_terms( (int) $request['post_id'], $term->term_id, $taxonomy, true );
	}
	return legacy_term_fields( $term );
}

function legacy_term_fields( $term ) {
	return array(
		'id'   => $term->term_id,
		'name' => $term->name,
		'slug' => $term->slug,
	);
}
