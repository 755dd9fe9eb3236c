// Draws the magazine's pictures into a folder, each in the sizes that WordPress would have made of it, and says what WordPress has to know about them.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sceneOf } from './lights.ts';
import { paint } from './paint.ts';
import { encodePng } from './png.ts';
import { scenes } from './scenes.ts';

export interface Picture {
	name: string;
	alt: string;
	/** Within the uploads folder. */
	file: string;
	/** For `_wp_attachment_metadata`. */
	metadata: Metadata;
}

export interface Metadata {
	width: number;
	height: number;
	file: string;
	filesize: number;
	sizes: Record<
		string,
		{ file: string; width: number; height: number; 'mime-type': string; filesize: number }
	>;
	image_meta: Record<string, string>;
}

interface Drawn {
	picture: Picture;
	files: Map<string, Buffer>;
}

const full = { width: 960, height: 640 };
const smaller = {
	medium: { width: 300, height: 200 },
	medium_large: { width: 768, height: 512 },
	thumbnail: { width: 150, height: 150 },
};
const folderOfPictures = 'lamp';

let drawn: Promise<Drawn[]> | undefined;

/** `names`: see `sceneOf()`. */
export async function writePictures(uploads: string, names: string[]): Promise<Picture[]> {
	// Several sites in one process have the same pictures.
	const all = await (drawn ??= Promise.all(names.map(draw)));
	await mkdir(join(uploads, folderOfPictures), { recursive: true });
	await Promise.all(
		all.flatMap(({ files }) =>
			[...files].map(([file, bytes]) => writeFile(join(uploads, folderOfPictures, file), bytes)),
		),
	);
	return all.map(({ picture }) => picture);
}

async function draw(name: string): Promise<Drawn> {
	const scene = sceneOf(name, scenes);
	const file = `${name}.png`;
	const bytes = await encodePng(paint(scene, full.width, full.height), full.width, full.height);
	const files = new Map([[file, bytes]]);
	const sizes: Metadata['sizes'] = {};
	for (const [size, { width, height }] of Object.entries(smaller)) {
		const smallFile = `${name}-${width}x${height}.png`;
		const small = await encodePng(paint(scene, width, height), width, height);
		files.set(smallFile, small);
		sizes[size] = { file: smallFile, width, height, 'mime-type': 'image/png', filesize: small.length };
	}
	const path = `${folderOfPictures}/${file}`;
	const metadata = { ...full, file: path, filesize: bytes.length, sizes, image_meta: {} };
	return { picture: { name, alt: scene.alt, file: path, metadata }, files };
}
