// Puts the demo's page and a WordPress on one origin. Vite serves the page, and passes the rest on to WordPress.
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { createLogger, createServer, type Logger, type LogLevel, type ViteDevServer } from 'vite';
import { makeScratch } from '../wordpress/scratch.ts';
import { answerForSession } from './answers.ts';
import { passOn } from './proxy.ts';
import type { Site } from './site.ts';

export { embeddedSite } from './embedded.ts';
export { remoteSite } from './remote.ts';

export interface DemoOptions {
	site: Site;
	/** 0 takes any free port. */
	port?: number;
	/** What Vite says. Default: errors and warnings. */
	logLevel?: LogLevel;
	/** Reload the page when its files change. */
	watch?: boolean;
}

export interface Demo {
	/** 'http://127.0.0.1:8880/' */
	address: string;
	/** Ends the page's server and the site. */
	stop(): Promise<void>;
}

const demo = join(import.meta.dirname, '..');
const repository = join(demo, '..');

export async function startDemo(options: DemoOptions): Promise<Demo> {
	const { site, port = 0, logLevel = 'warn', watch = false } = options;
	// Vite keeps the packages it has bundled in node_modules by itself, where we write nothing.
	const scratch = makeScratch();
	const vite = await createServer({
		configFile: false,
		root: demo,
		cacheDir: scratch.folder,
		customLogger: quietAboutTheSite(createLogger(logLevel)),
		clearScreen: false,
		plugins: [
			{ name: 'session', configureServer: ({ middlewares }) => void middlewares.use(answerForSession(site)) },
		],
		optimizeDeps: { entries: ['index.html'], include: ['backbone', 'dompurify', 'jquery', 'underscore'] },
		server: {
			host: '127.0.0.1',
			port,
			strictPort: true,
			// The session is for this page alone.
			cors: false,
			fs: { allow: [demo, join(repository, 'src'), join(repository, 'node_modules'), scratch.folder] },
			proxy: passOn(site),
			...(watch ? {} : { hmr: false, watch: null }),
		},
	});
	const stop = async (): Promise<void> => {
		await vite.close();
		await site.stop();
		scratch.remove();
	};
	try {
		await vite.listen();
	} catch (error) {
		await stop();
		throw error;
	}
	return { address: addressOf(vite), stop };
}

/** The page says that its WordPress does not answer. Vite would print a stack trace for each of its requests. */
function quietAboutTheSite(logger: Logger): Logger {
	const { error } = logger;
	logger.error = (message, options) => {
		if (!message.includes('http proxy error')) error(message, options);
	};
	return logger;
}

function addressOf({ httpServer }: ViteDevServer): string {
	return `http://127.0.0.1:${(httpServer?.address() as AddressInfo).port}/`;
}
