// Makes a network (multisite) of a site: WordPress's own function for it, and the constants that `wp-config.php` gets afterwards.
import type { Constants } from './config.ts';

/** The tables of a network, and the first site in it. Runs before the constants are there, as WordPress's own screen does. */
export function makeNetwork({ href, host, pathname }: URL): string {
	return `
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		// A network looks into the database for its address, not into wp-config.php.
		foreach ( array( 'siteurl', 'home' ) as $name ) {
			$wpdb->update( $wpdb->options, array( 'option_value' => '${href.replace(/\/$/, '')}' ), array( 'option_name' => $name ) );
		}
		foreach ( $wpdb->tables( 'ms_global' ) as $table => $prefixed ) {
			$wpdb->$table = $prefixed;
		}
		install_network();
		$result = populate_network( 1, '${host}', 'admin@example.com', 'Network', '${folderOf(pathname)}', false );
		if ( is_wp_error( $result ) && 'no_wildcard_dns' !== $result->get_error_code() ) {
			throw new Exception( $result->get_error_message() );
		}`;
}

export function networkConstants({ host, pathname }: URL): Constants {
	return {
		MULTISITE: true,
		SUBDOMAIN_INSTALL: false,
		DOMAIN_CURRENT_SITE: host,
		PATH_CURRENT_SITE: folderOf(pathname),
		SITE_ID_CURRENT_SITE: 1,
		BLOG_ID_CURRENT_SITE: 1,
	};
}

const folderOf = (pathname: string): string => `${pathname.replace(/\/$/, '')}/`;
