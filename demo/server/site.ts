// What the demo needs to know of a WordPress, be it the embedded one or one somewhere else: types, without any code.

/** What the page is told when it asks who it is: see `../session.ts`, which receives it. */
export interface Session {
	/** Path of the REST API on the demo's own origin: '/wp-json/'. */
	root: string;
	/** '' for a visitor who is not logged in. */
	nonce: string;
	/** The name of the user, '' for a visitor. */
	user: string;
	/** The title of the site. */
	name: string;
	/** The address of the site itself. */
	address: string;
}

export interface Site {
	/** Where requests are passed on to: 'http://127.0.0.1:38147', without a slash at the end. */
	address: string;
	/** The REST API below that address: '/wp-json/' or '/?rest_route=/'. */
	restPath: string;
	/** A session, new each time, with its cookies as `Set-Cookie` has them. Rejects while WordPress does not answer. */
	logIn(): Promise<{ user: string; nonce: string; cookies: string[] }>;
	/** Header fields of a request on its way to WordPress: what to set, and, with `undefined`, what to leave out. */
	headersFor(nonce: string | undefined): Record<string, string | undefined>;
	/** Only the embedded one can be stopped and started again, on the same address. */
	stop(): Promise<void>;
	start(): Promise<void>;
}
