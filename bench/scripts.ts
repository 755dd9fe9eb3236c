/**
 * The scripts that the pages of the bench load, by their path on the server: the libraries and the client of WordPress, and our build.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findRelease } from '../demo/wordpress/versions.ts';

export type Scripts = Record<string, string>;

export const libraries = ['/library/jquery.js', '/library/underscore.js', '/library/backbone.js'];

/** Both minified, as a site serves them. */
export const clients = { core: '/client/core.js', ours: '/client/ours.js' } as const;

export function readScripts(): Scripts {
	const read = (file: string): string =>
		readFileSync(join(findRelease('6.7').assets, 'wp-includes/js', file), 'utf8');
	return {
		'/library/jquery.js': read('jquery/jquery.min.js'),
		'/library/underscore.js': read('underscore.min.js'),
		'/library/backbone.js': read('backbone.min.js'),
		[clients.core]: read('wp-api.min.js'),
		[clients.ours]: readFileSync(join(import.meta.dirname, '../dist/wp-api.min.js'), 'utf8'),
	};
}

/** The version of this project, for the results. */
export function ownVersion(): string {
	const { version } = createRequire(import.meta.url)('../package.json') as { version: string };
	return version;
}
