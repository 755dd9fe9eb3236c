// Runs in a worker thread: takes one task after another from the main thread and posts what PHP made of it.
import { parentPort, workerData } from 'node:worker_threads';
import type { PHP } from '@php-wasm/universal';
import { PHPResponse } from '@php-wasm/universal';
import { createPhp } from './instance.ts';
import { findScript } from './script.ts';
import type { Answer, Place, Report, Task } from './messages.ts';

const place = workerData as Place;
const starting = createPhp(place);

parentPort?.on('message', (task: Task) => {
	void work(task).then((report) => {
		parentPort?.postMessage(report, 'answer' in report ? [report.answer.body.buffer as ArrayBuffer] : []);
	});
});

async function work(task: Task): Promise<Report> {
	try {
		const { php, memory } = await starting;
		const answer = 'request' in task ? await serve(php, task.request) : await run(php, task.code, task.input);
		return { answer, memory: memory() };
	} catch (error) {
		return { broken: error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error) };
	}
}

async function serve(
	php: PHP,
	{ method, url, headers, body }: Extract<Task, { request: unknown }>['request'],
): Promise<Answer> {
	const site = new URL(place.address);
	const found = findScript(url, site.pathname, php);
	if ('redirect' in found) {
		return {
			status: 301,
			headers: { location: [found.redirect] },
			body: new Uint8Array(),
			exitCode: 0,
			log: '',
		};
	}
	return finish(php, {
		scriptPath: found.file,
		relativeUri: url,
		// The type names the usual methods; PHP takes any.
		method: method as 'GET',
		protocol: 'http',
		headers: { ...headers, host: site.host },
		...(body.length > 0 ? { body } : {}),
		$_SERVER: {
			DOCUMENT_ROOT: '/wordpress',
			REQUEST_URI: url,
			QUERY_STRING: url.includes('?') ? url.slice(url.indexOf('?') + 1) : '',
			SCRIPT_NAME: found.name,
			PHP_SELF: found.name + found.pathInfo,
			...(found.pathInfo ? { PATH_INFO: found.pathInfo } : {}),
			SERVER_NAME: site.hostname,
			SERVER_PORT: site.port,
			SERVER_SOFTWARE: 'php-wasm',
			REMOTE_ADDR: '127.0.0.1',
		},
	});
}

function run(php: PHP, code: string, input: string): Promise<Answer> {
	return finish(php, {
		code,
		method: 'POST',
		relativeUri: '/',
		headers: { host: new URL(place.address).host, 'content-type': 'text/plain' },
		body: new TextEncoder().encode(input),
		$_SERVER: { REMOTE_ADDR: '127.0.0.1' },
	});
}

async function finish(php: PHP, options: Parameters<PHP['runStream']>[0]): Promise<Answer> {
	const response = await PHPResponse.fromStreamedResponse(await php.runStream(options));
	return {
		status: response.exitCode !== 0 && response.httpStatusCode < 400 ? 500 : response.httpStatusCode,
		headers: response.headers,
		// A copy, because its buffer is handed to the main thread.
		body: response.bytes.slice(),
		exitCode: response.exitCode,
		log: response.errors,
	};
}
