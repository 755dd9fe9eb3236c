// A version of WordPress, in; where its files are inside the npm package that carries it, out.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const versions = ['6.2', '6.3', '6.4', '6.5', '6.6', '6.7'] as const;

export type Version = (typeof versions)[number];

export interface Release {
	/** WordPress's PHP, already installed, with its SQLite database. */
	zip: string;
	/** The styles, scripts and pictures, which that zip leaves out. */
	assets: string;
	/** The plugin which lets WordPress use SQLite. */
	sqliteZip: string;
}

/** The package names the release candidate and the nightly build by what they are. */
const packagedAs: Partial<Record<Version, string>> = { '6.6': 'beta', '6.7': 'nightly' };

export function findRelease(version: Version): Release {
	const folder = dirname(
		createRequire(import.meta.url).resolve('@wp-playground/wordpress-builds/package.json'),
	);
	const name = `wp-${packagedAs[version] ?? version}`;
	return {
		zip: join(folder, 'src/wordpress', `${name}.zip`),
		assets: join(folder, 'public', name),
		sqliteZip: join(folder, 'src/sqlite-database-integration/sqlite-database-integration.zip'),
	};
}
