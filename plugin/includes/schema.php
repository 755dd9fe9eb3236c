<?php
/**
 * The schemas that a page prints, so that the client needs no request for them.
 *
 * A schema is the index of a namespace: its routes, with their methods and arguments.
 *
 * @package Backbone_WP_API
 */

namespace Backbone_WP_API;

defined( 'ABSPATH' ) || exit;

/** The namespace whose schema the client takes from its setting `schema`. It reads others by `preload`. */
const HOME_NAMESPACE = 'wp/v2';

/** What the client and its users read of the description of an argument. The rest is prose, or for the server's own checks. */
const ARGUMENT_KEYWORDS = array( 'type', 'required', 'default', 'enum', 'maxItems' );

/**
 * The schemas that the page shall print: none, unless a filter asks for them.
 *
 * @return array `schema` is that of the home namespace, or null; `preload` are those of the others, by their path.
 */
function printed_schemas() {
	$answers = read_as_visitor( array_map( __NAMESPACE__ . '\namespace_path', namespaces_to_print() ) );
	$home    = namespace_path( HOME_NAMESPACE );
	$schema  = isset( $answers[ $home ] ) ? schema_as_printed( $answers[ $home ]['body'] ) : null;

	$preload = array();
	foreach ( array_diff_key( $answers, array( $home => true ) ) as $path => $answer ) {
		$preload[ $path ] = array( 'body' => trim_schema( $answer['body'] ) );
	}
	return array(
		'schema'  => $schema,
		'preload' => $preload,
	);
}

/**
 * The namespaces whose schemas the page shall print.
 *
 * @return string[]
 */
function namespaces_to_print() {
	/**
	 * Filters whether the page prints the schema.
	 *
	 * With it the client needs no request before its classes are complete, and they are so as soon as the script has run.
	 * Each page is larger for it, so it pays where the page uses the client at once.
	 *
	 * @param bool $print Default false.
	 */
	if ( ! apply_filters( 'backbone_wp_api_print_schema', false ) ) {
		return array();
	}

	/**
	 * Filters the namespaces whose schemas the page prints.
	 *
	 * @param string[] $namespaces Default: 'wp/v2' alone.
	 */
	return apply_filters( 'backbone_wp_api_namespaces', array( HOME_NAMESPACE ) );
}

/**
 * The form in which a page prints a schema. The client takes the index as an object.
 *
 * @param array $index The index of a namespace, as the REST API answers it.
 * @return array
 */
function schema_as_printed( $index ) {
	return trim_schema( $index );
}

/**
 * The index of a namespace with no more than the client reads: less than half of its size.
 *
 * @param array $index The index of a namespace.
 * @return array
 */
function trim_schema( $index ) {
	return array(
		'namespace' => $index['namespace'],
		'routes'    => array_map( __NAMESPACE__ . '\trim_route', $index['routes'] ),
	);
}

/**
 * Trims a route.
 *
 * @param array $route A route of an index.
 * @return array
 */
function trim_route( $route ) {
	$trimmed              = array_intersect_key( $route, array_flip( array( 'namespace', 'methods' ) ) );
	$trimmed['endpoints'] = array_map( __NAMESPACE__ . '\trim_endpoint', $route['endpoints'] );
	return $trimmed;
}

/**
 * Trims an endpoint.
 *
 * @param array $endpoint An endpoint of a route.
 * @return array
 */
function trim_endpoint( $endpoint ) {
	$trimmed = array_intersect_key( $endpoint, array_flip( array( 'methods', 'allow_batch' ) ) );
	if ( ! empty( $endpoint['args'] ) ) {
		$trimmed['args'] = array_map( __NAMESPACE__ . '\trim_argument', $endpoint['args'] );
	}
	return $trimmed;
}

/**
 * Trims the description of an argument.
 *
 * @param array $argument An argument of an endpoint.
 * @return array
 */
function trim_argument( $argument ) {
	return array_intersect_key( (array) $argument, array_flip( ARGUMENT_KEYWORDS ) );
}

/**
 * The path of a namespace's index, below the root of the REST API.
 *
 * @param string $name A namespace: `wp/v2`, `/wp/v2/`.
 * @return string
 */
function namespace_path( $name ) {
	return '/' . trim( $name, '/' );
}
