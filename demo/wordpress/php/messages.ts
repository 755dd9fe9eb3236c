// What the main thread and the worker which holds PHP say to each other.

/** All that a PHP needs to come up. Everything in it survives the trip into a worker. */
export interface Place {
	/** PHP itself, compiled once per process and shared by all workers. */
	wasm: WebAssembly.Module;
	/** WordPress itself: a zip of one that is installed already, or a folder of the site's own on the disk, with `content` in it. */
	wordpress: { zip: string } | { folder: string };
	sqliteZip: string;
	/** The folder on the disk which is WordPress's `wp-content`; the rest of a zip lives in the worker's memory. */
	content: string;
	/** 'http://127.0.0.1:PORT/blog' */
	address: string;
	/** The text of `wp-config.php`. */
	config: string;
}

export interface Request {
	method: string;
	/** As it came in the request line: path and query, nothing decoded. */
	url: string;
	headers: Record<string, string>;
	body: Uint8Array;
}

export interface Answer {
	status: number;
	headers: Record<string, string[]>;
	body: Uint8Array;
	/** 0 unless PHP ended with a fatal error. */
	exitCode: number;
	/** What PHP had to say about errors. */
	log: string;
}

/** Either a request for a site, or code to run, which finds `input` in `php://input`. */
export type Task = { request: Request } | { code: string; input: string };

/** `broken` means that this PHP is of no use any more. */
export type Report = { answer: Answer; memory: number } | { broken: string };
