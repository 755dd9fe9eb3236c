/**
 * Sets up what every part of the bench needs: a fresh build, the server with its sites, and the browser.
 */
import { buildLibrary } from '../build/build.ts';
import { createApi } from './api.ts';
import { takeSample, type Sample } from './sample.ts';
import { readScripts, type Scripts } from './scripts.ts';
import { startServer, type BenchServer } from './server.ts';
import { openTabs, type Tabs } from './tabs.ts';

export interface Equipment {
	server: BenchServer;
	tabs: Tabs;
	scripts: Scripts;
	sample: Sample;
	/** How many routes the sites have; the first one is WordPress as it is. */
	sizes: number[];
	runs: number;
	/** Whether this scene was asked for. */
	wants(scene: string): boolean;
	progress(message: string): void;
	close(): Promise<void>;
}

export async function setUp(options: Pick<Equipment, 'runs' | 'wants' | 'progress'>): Promise<Equipment> {
	options.progress('building');
	await buildLibrary({ logLevel: 'warn' });
	const scripts = readScripts();
	options.progress('starting WordPress');
	const sample = await takeSample();
	const sizes = [Object.keys(sample.index.routes).length, 500, 2000];
	options.progress('starting Chromium');
	const server = await startServer(scripts, createApi(sample, sizes));
	try {
		const tabs = await openTabs(() => server.page('<!doctype html><title>Nothing</title>'));
		const close = async (): Promise<void> => {
			await tabs.close();
			await server.close();
		};
		return { ...options, server, tabs, scripts, sample, sizes, close };
	} catch (error) {
		await server.close();
		throw error;
	}
}
