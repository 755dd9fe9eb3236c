<?php
/**
 * shop/v3: a namespace in the manner of WooCommerce, whose routes nest in ways that core's never do.
 */

add_action(
	'rest_api_init',
	function () {
		$name   = array( 'name' => array( 'type' => 'string' ) );
		$parent = array( 'parent' => array( 'type' => 'integer' ) );
		$price  = array( 'price' => array( 'type' => 'string' ) );

		library_register_resource( 'shop/v3', '/products', '(?P<id>[\d]+)', array( 'fields' => $name + $price ) );
		library_register_resource( 'shop/v3', '/products/attributes', '(?P<id>[\d]+)', array( 'fields' => $name ) );
		library_register_resource( 'shop/v3', '/products/attributes/(?P<attribute_id>[\d]+)/terms', '(?P<id>[\d]+)', array( 'fields' => $name ) );
		library_register_resource( 'shop/v3', '/products/categories', '(?P<id>[\d]+)', array( 'fields' => $name + $parent ) );
		library_register_resource( 'shop/v3', '/products/(?P<product_id>[\d]+)/variations', '(?P<id>[\d]+)', array( 'fields' => $name + $price ) );
		library_register_resource( 'shop/v3', '/orders', '(?P<id>[\d]+)', array( 'fields' => array( 'status' => array( 'type' => 'string' ) ) ) );

		register_rest_route(
			'shop/v3',
			'/orders/batch',
			array(
				'methods'             => 'POST, PUT, PATCH',
				'permission_callback' => 'library_may_write',
				'callback'            => 'shop_batch_orders',
			)
		);
		register_rest_route(
			'shop/v3',
			'/settings',
			array(
				'methods'             => 'GET',
				'permission_callback' => '__return_true',
				'callback'            => fn() => array(
					array(
						'id'     => 'general',
						'label'  => 'General',
						'parent' => '',
					),
				),
			)
		);
	}
);

/** { create: [ … ], update: [ … ], delete: [ ids ] }, in; the same with the records, out. */
function shop_batch_orders( $request ) {
	$path = 'shop/v3/orders';
	return array(
		'create' => array_map( fn( $order ) => library_save( $path, null, $order ), $request['create'] ?? array() ),
		'update' => array_map( fn( $order ) => library_save( $path, $order['id'], $order ), $request['update'] ?? array() ),
		'delete' => array_map(
			function ( $id ) use ( $path ) {
				$order = library_record( $path, $id );
				library_delete( $path, $id );
				return $order;
			},
			$request['delete'] ?? array()
		),
	);
}
