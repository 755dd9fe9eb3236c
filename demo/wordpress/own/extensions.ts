// Plugins and a theme of the user's, as folders or zips: put into `wp-content`, and activated.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unpack } from './unpack.ts';

export interface Extension {
	kind: 'plugin' | 'theme';
	/** As the user has named it. */
	path: string;
	/** The file that WordPress activates a plugin by, `akismet/akismet.php`; the folder of a theme. */
	id: string;
}

/** Puts a plugin into `wp-content/plugins`, or a theme into `wp-content/themes`. */
export function addExtension(kind: Extension['kind'], path: string, content: string): Extension {
	const unpacking = join(content, 'unpacking');
	const { name, top } = unpack(path, unpacking);
	const folder = join(unpacking, top);
	const main = mainFile(kind, folder);
	if (main === undefined) {
		rmSync(unpacking, { recursive: true });
		throw new Error(
			kind === 'plugin'
				? `${path} is no plugin: none of its PHP files has a "Plugin Name" in its header.`
				: `${path} is no theme: it has no style.css with a "Theme Name" in its header.`,
		);
	}
	const own = join(content, `${kind}s`, top || name);
	mkdirSync(join(content, `${kind}s`), { recursive: true });
	rmSync(own, { recursive: true, force: true });
	renameSync(folder, own);
	rmSync(unpacking, { recursive: true, force: true });
	return { kind, path, id: kind === 'plugin' ? `${basename(own)}/${main}` : basename(own) };
}

function mainFile(kind: Extension['kind'], folder: string): string | undefined {
	const candidates =
		kind === 'plugin' ? readdirSync(folder).filter((name) => name.endsWith('.php')) : ['style.css'];
	const header =
		kind === 'plugin' ? /^(?:[ \t]*<\?php)?[ \t/*#@]*Plugin Name:/im : /^[ \t/*#@]*Theme Name:/im;
	return candidates.find((name) => {
		const file = join(folder, name);
		return existsSync(file) && header.test(readFileSync(file, 'utf8').slice(0, 8192));
	});
}

/** Activates them, in order. Rejects with WordPress's reason, or PHP's. */
export async function activate(
	extensions: Extension[],
	php: (code: string, input?: string) => Promise<string>,
): Promise<void> {
	for (const { kind, path, id } of extensions) {
		const answer = await php(codeFor[kind], id).catch((error: unknown) => {
			throw new Error(`The ${kind} ${path} breaks when it is activated.`, { cause: error });
		});
		const [, problem] = /<<problem>>([\s\S]*)/.exec(answer) ?? [];
		if (problem) {
			throw new Error(`WordPress does not activate the ${kind} ${path}: ${problem}`);
		}
	}
}

// A plugin may print something while it is activated, which is no failure.
const codeFor: Record<Extension['kind'], string> = {
	plugin: `
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		wp_set_current_user( 1 );
		$result = activate_plugin( file_get_contents( 'php://input' ) );
		if ( is_wp_error( $result ) && 'unexpected_output' !== $result->get_error_code() ) {
			echo '<<problem>>' . wp_strip_all_tags( $result->get_error_message() );
		}`,
	theme: `
		$theme  = wp_get_theme( file_get_contents( 'php://input' ) );
		$errors = $theme->errors() ?: validate_theme_requirements( $theme->get_stylesheet() );
		if ( is_wp_error( $errors ) ) {
			echo '<<problem>>' . wp_strip_all_tags( $errors->get_error_message() );
		} else {
			switch_theme( $theme->get_stylesheet() );
		}`,
};
