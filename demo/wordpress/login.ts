// A running site, in; a session of its administrator, as `Set-Cookie` lines with the nonce that goes with them, out.
import type { Login } from './options.ts';

// What wp-login.php does after it has checked the password, and what it would print into a page of wp-admin.
const code = `
	$id = 1;
	$until = time() + DAY_IN_SECONDS;
	$token = WP_Session_Tokens::get_instance( $id )->create( $until );
	$logged_in = wp_generate_auth_cookie( $id, $until, 'logged_in', $token );
	$auth = wp_generate_auth_cookie( $id, $until, 'auth', $token );
	$_COOKIE[ LOGGED_IN_COOKIE ] = $logged_in;
	wp_set_current_user( $id );
	$line = fn( $name, $value, $path ) => $name . '=' . rawurlencode( $value ) . '; Path=' . $path . '; HttpOnly';
	echo wp_json_encode( array(
		'nonce'   => wp_create_nonce( 'wp_rest' ),
		'cookies' => array(
			$line( LOGGED_IN_COOKIE, $logged_in, COOKIEPATH ),
			$line( AUTH_COOKIE, $auth, ADMIN_COOKIE_PATH ),
			$line( AUTH_COOKIE, $auth, PLUGINS_COOKIE_PATH ),
		),
	) );
`;

export async function logIn(php: (code: string) => Promise<string>): Promise<Login> {
	return JSON.parse(await php(code)) as Login;
}
