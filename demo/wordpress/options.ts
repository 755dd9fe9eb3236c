// What a caller may ask of the embedded WordPress, and what it gets: the types of `startWordPress`, without any code.
import type { RequestListener } from 'node:http';
import type { Constants } from './config.ts';
import type { Version } from './versions.ts';

export interface WordPressOptions {
	/** Default: the newest that is carried. '6.6' is 6.6-RC3, '6.7' a nightly build. */
	version?: Version;
	/** A WordPress that somebody has downloaded, instead of a `version`: its folder or its zip. It is copied, and installed. */
	wordpress?: string;
	/** Plugins to put in and to activate, in order: their folders or zips. They are copied. */
	plugins?: string[];
	/** A theme to put in and to switch to: its folder or its zip. It is copied. */
	theme?: string;
	/** A network, of one site for now. */
	multisite?: boolean;
	/** 0, the default, takes any free port. */
	port?: number;
	permalinks?: 'pretty' | 'plain';
	/** Where WordPress lives on its origin: '' or, for instance, '/blog'. */
	subdirectory?: string;
	/** Called as the start goes on, `done` from 0 to 1. */
	onProgress?: (message: string, done: number) => void;
	/** Served on the same origin: a path such as '/__test/', and the folder or the handler behind it. A handler sees the URL without that path. */
	documents?: Record<string, string | RequestListener>;
	/** More must-use plugins: file name to PHP source. */
	muPlugins?: Record<string, string>;
	/** More constants of `wp-config.php`, or other values for those it has: `{ WP_DEBUG: true }`. */
	constants?: Constants;
}

export interface WordPress {
	/** As WordPress reports it, '6.5.5'. */
	version: string;
	/** 'http://127.0.0.1:PORT' or 'http://127.0.0.1:PORT/blog', no slash at the end. */
	address: string;
	/** The root of the REST API, for the permalinks that were asked for. */
	root: string;
	/** An administrator. */
	user: { name: string; password: string; applicationPassword: string };
	/** A session of that administrator. */
	login(): Promise<Login>;
	/** Runs PHP with WordPress loaded, as nobody in particular, and returns what it printed; rejects when PHP fails. */
	php(code: string): Promise<string>;
	/** Closes all connections, ends PHP, removes the scratch folder. May be called twice. */
	stop(): Promise<void>;
}

export interface Login {
	/** As a `Set-Cookie` header has them: 'name=value; Path=/; HttpOnly'. */
	cookies: string[];
	/** A `wp_rest` nonce that goes with these cookies. */
	nonce: string;
}
