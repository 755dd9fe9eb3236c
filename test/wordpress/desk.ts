/** What the tests ask of the process that runs the sites, and what it answers: types alone. */
import type { Login, WordPress, WordPressOptions } from '../../demo/wordpress/index.ts';

export interface SiteWish extends Omit<WordPressOptions, 'port' | 'documents' | 'onProgress'> {
	/** With the routes of `demo/wordpress/plugin-legacy`, those of PostMeta and its like. */
	legacy?: boolean;
}

export type SiteFacts = Pick<WordPress, 'version' | 'address' | 'root' | 'user'> & Login;

export type Question =
	| { ask: 'site'; wish: SiteWish }
	| { ask: 'php'; wish: SiteWish; code: string }
	| { ask: 'index'; wish: SiteWish }
	| { ask: 'page'; wish: SiteWish; html: string };
