<?php
/**
 * Plugin Name: Library
 * Description: What the tests and the demo of backbone-wp-api need of a site: books with genres, registered meta, and plugin routes of every odd kind.
 */

require __DIR__ . '/library/offline.php';
require __DIR__ . '/library/types.php';
require __DIR__ . '/library/meta.php';
require __DIR__ . '/library/records.php';
require __DIR__ . '/library/resource.php';
require __DIR__ . '/library/library-routes.php';
require __DIR__ . '/library/odd-routes.php';
require __DIR__ . '/library/failures.php';
require __DIR__ . '/library/shop.php';
require __DIR__ . '/library/which-route.php';
