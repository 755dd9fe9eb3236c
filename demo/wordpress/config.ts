// A site's address, in; the text of its `wp-config.php`, out.
import { randomBytes } from 'node:crypto';

const keys = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [`${name}_KEY`, `${name}_SALT`]);

/** Values of constants, by name. They go into PHP between single quotes, as they are. */
export type Constants = Record<string, string | number | boolean>;

export function writeConfig(address: string, more: Constants = {}): string {
	const constants: Constants = {
		WP_HOME: address,
		WP_SITEURL: address,
		DB_NAME: 'wordpress',
		DB_USER: '',
		DB_PASSWORD: '',
		DB_HOST: '',
		DB_CHARSET: 'utf8mb4',
		DB_COLLATE: '',
		...Object.fromEntries(keys.map((name) => [name, randomBytes(32).toString('hex')])),
		// Notices must not get into JSON.
		WP_DEBUG: false,
		// The functions behind these are missing or pointless here: a machine without a network and without a crontab.
		DISABLE_WP_CRON: true,
		WP_HTTP_BLOCK_EXTERNAL: true,
		AUTOMATIC_UPDATER_DISABLED: true,
		// load-scripts.php needs files which the package leaves to the web server.
		CONCATENATE_SCRIPTS: false,
		FS_METHOD: 'direct',
		WP_ENVIRONMENT_TYPE: 'local',
		...more,
	};
	const lines = Object.entries(constants).map(([name, value]) => `define( '${name}', ${toPhp(value)} );`);
	return `<?php
${lines.join('\n')}
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;
}

function toPhp(value: Constants[string]): string {
	return typeof value === 'string' ? `'${value}'` : String(value);
}
