<?php
/**
 * Records in lists, each list under a path such as 'library/v1/shelves/poetry/books', all kept in one option.
 */

function library_all_records() {
	return get_option( 'library_records', array() );
}

function library_list( $path ) {
	return library_all_records()[ $path ] ?? array();
}

function library_record( $path, $id ) {
	return library_list( $path )[ $id ] ?? null;
}

/** Creates the record or changes it, and returns all of it. */
function library_save( $path, $id, $fields ) {
	$all  = library_all_records();
	$list = $all[ $path ] ?? array();
	$id   = $id ?? ( $list ? max( array_map( 'intval', array_keys( $list ) ) ) + 1 : 1 );

	$list[ $id ]  = array_merge( $list[ $id ] ?? array(), $fields, array( 'id' => $id ) );
	$all[ $path ] = $list;
	update_option( 'library_records', $all, false );
	return $list[ $id ];
}

/** With everything that lies below the record. */
function library_delete( $path, $id ) {
	$all = library_all_records();
	unset( $all[ $path ][ $id ] );
	foreach ( array_keys( $all ) as $other ) {
		if ( str_starts_with( $other, "$path/$id/" ) ) {
			unset( $all[ $other ] );
		}
	}
	update_option( 'library_records', $all, false );
}
