// A scene and a size, in; its pixels, three bytes each, out.
import type { Colour, Layer, Scene } from './scenes.ts';

export function paint(scene: Scene, width: number, height: number): Buffer {
	const pixels = Buffer.alloc(width * height * 3);
	const edges = scene.layers.map((layer) => edgeOf(layer, width, height));
	for (let y = 0; y < height; y++) {
		const sky = mix(scene.sky[0], scene.sky[1], banded(y / height));
		for (let x = 0; x < width; x++) {
			let colour = mix(sky, scene.disc.colour, discCoverage(scene, x, y, width, height));
			for (let layer = 0; layer < edges.length; layer++) {
				// How much of this pixel lies under the edge: soft edges, not stairs.
				const covered = y + 1 - (edges[layer]?.[x] ?? height);
				if (covered > 0) {
					colour = mix(colour, scene.layers[layer]?.colour ?? colour, Math.min(1, covered));
				}
			}
			pixels.set(colour, (y * width + x) * 3);
		}
	}
	return pixels;
}

/** In 24 steps: it looks printed, and packs small. */
function banded(part: number): number {
	return Math.round(part * 24) / 24;
}

/** For each column, the height at which the layer begins. */
function edgeOf({ at, swing, waves, steps }: Layer, width: number, height: number): number[] {
	return Array.from({ length: width }, (_, column) => {
		const x = steps ? Math.floor((column / width) * waves * 2) / (waves * 2) : column / width;
		const turn = x * waves * 2 * Math.PI;
		return height * (at + swing * (0.7 * Math.sin(turn + at * 9) + 0.3 * Math.sin(turn * 2.3 + at * 5)));
	});
}

function discCoverage({ disc }: Scene, x: number, y: number, width: number, height: number): number {
	const distance = Math.hypot(x - width / 2 - disc.x * height, y - disc.y * height);
	return Math.min(1, Math.max(0, disc.radius * height - distance + 0.5));
}

function mix(a: Colour, b: Colour, part: number): Colour {
	return part <= 0
		? a
		: part >= 1
			? b
			: [between(a[0], b[0], part), between(a[1], b[1], part), between(a[2], b[2], part)];
}

function between(a: number, b: number, part: number): number {
	return Math.round(a + (b - a) * part);
}
