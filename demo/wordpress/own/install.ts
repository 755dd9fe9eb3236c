// Installs a WordPress that has only been unpacked, as its own installer would: tables, options, the administrator.
import type { Php } from '../php/pool.ts';

const code = `<?php
define( 'WP_INSTALLING', true );
require '/wordpress/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
$installed = wp_install( 'WordPress', 'admin', 'admin@example.com', true, '', 'password' );
echo isset( $installed['user_id'] ) ? 'installed' : 'failed';
`;

export async function installWordPress(php: Php): Promise<void> {
	const { body, log, exitCode } = await php.work({ code, input: '' });
	const printed = new TextDecoder().decode(body);
	if (exitCode !== 0 || !printed.endsWith('installed')) {
		throw new Error(`This WordPress cannot be installed here.\n${log}\n${printed}`.trim());
	}
}
