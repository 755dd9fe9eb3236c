// Brings a folder or a zip that somebody has named on the command line into a folder of ours. The original is never written to.
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';

/** Folders that a developer's copy has, and that no site needs. */
const leftOut = ['node_modules', '.git', '.svn'];

export interface Unpacked {
	/** What was named, without `.zip`. */
	name: string;
	/** `''`, or the only folder at the top of it, as zips of WordPress, plugins and themes have it: `akismet`. */
	top: string;
}

/** Copies a folder, or unzips a zip, into `folder`. Throws an error that says what is wrong with `path`. */
export function unpack(path: string, folder: string): Unpacked {
	const name = basename(resolve(path)).replace(/\.zip$/i, '');
	if (!existsSync(path)) {
		throw new Error(`There is no ${path}. Give the path of a folder or of a zip.`);
	}
	if (statSync(path).isDirectory()) {
		cpSync(path, folder, {
			recursive: true,
			dereference: true,
			filter: (source) => source === path || !leftOut.includes(basename(source)),
		});
		return { name, top: '' };
	}
	const files = unzip(path);
	for (const [file, bytes] of files) {
		const target = join(folder, file);
		mkdirSync(dirname(target), { recursive: true });
		writeFileSync(target, bytes);
	}
	const tops = new Set(files.map(([file]) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '')));
	return { name, top: tops.size === 1 ? [...tops].join('') : '' };
}

function unzip(path: string): [string, Uint8Array][] {
	const files = Object.entries(readZip(path)).filter(([file]) => !file.endsWith('/'));
	const outside = files.find(([file]) => file.split(/[/\\]/).includes('..') || /^([/\\]|[a-z]:)/i.test(file));
	if (outside) {
		throw new Error(
			`${path} has a file that would lie outside of its folder, ${outside[0]}. It is not unpacked.`,
		);
	}
	return files;
}

function readZip(path: string): Record<string, Uint8Array> {
	try {
		return unzipSync(readFileSync(path), { filter: ({ name }) => !name.startsWith('__MACOSX/') });
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`${path} is neither a folder nor a zip that can be read (${reason}).`, { cause: error });
	}
}
