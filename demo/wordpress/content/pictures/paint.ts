// Paints a scene in a size: its pixels, three bytes each.
import type { Colour, Layer, Scene } from './scenes.ts';

export function paint(scene: Scene, width: number, height: number): Buffer {
	const pixels = Buffer.alloc(width * height * 3);
	paintSky(pixels, scene, width, height);
	paintDisc(pixels, scene, width, height);
	for (const layer of scene.layers) paintLayer(pixels, layer, width, height);
	return pixels;
}

function paintSky(pixels: Buffer, { sky }: Scene, width: number, height: number): void {
	for (let y = 0; y < height; y++) {
		fillRow(pixels, y, width, mix(sky[0], sky[1], banded(y / height)));
	}
}

function paintDisc(pixels: Buffer, { disc }: Scene, width: number, height: number): void {
	const [centre, middle, radius] = [width / 2 + disc.x * height, disc.y * height, disc.radius * height];
	for (let y = Math.max(0, Math.floor(middle - radius)); y <= middle + radius + 1; y++) {
		for (
			let x = Math.max(0, Math.floor(centre - radius));
			x <= Math.min(width - 1, centre + radius + 1);
			x++
		) {
			const covered = radius - Math.hypot(x - centre, y - middle) + 0.5;
			if (covered > 0) blend(pixels, (y * width + x) * 3, disc.colour, covered);
		}
	}
}

function paintLayer(pixels: Buffer, layer: Layer, width: number, height: number): void {
	const edge = edgeOf(layer, width, height);
	const top = Math.max(0, Math.floor(Math.min(...edge)));
	const full = Math.min(height, Math.ceil(Math.max(...edge)));
	for (let y = top; y < full; y++) {
		for (let x = 0; x < width; x++) {
			// How much of this pixel lies under the edge: soft edges, not stairs.
			const covered = y + 1 - edge[x]!;
			if (covered > 0) blend(pixels, (y * width + x) * 3, layer.colour, covered);
		}
	}
	for (let y = full; y < height; y++) fillRow(pixels, y, width, layer.colour);
}

function fillRow(pixels: Buffer, y: number, width: number, colour: Colour): void {
	pixels.fill(Uint8Array.from(colour), y * width * 3, (y + 1) * width * 3);
}

/** Puts a colour on a pixel that it covers in part, or all of it from 1 on. */
function blend(pixels: Buffer, at: number, [red, green, blue]: Colour, covered: number): void {
	const part = Math.min(1, covered);
	pixels[at] = pixels[at]! + (red - pixels[at]!) * part;
	pixels[at + 1] = pixels[at + 1]! + (green - pixels[at + 1]!) * part;
	pixels[at + 2] = pixels[at + 2]! + (blue - pixels[at + 2]!) * part;
}

/** In 24 steps: it looks printed, and packs small. */
function banded(part: number): number {
	return Math.round(part * 24) / 24;
}

/** For each column, the height at which the layer begins. */
function edgeOf({ at, swing, waves, steps, shift = 0 }: Layer, width: number, height: number): number[] {
	return Array.from({ length: width }, (_, column) => {
		const x = steps ? Math.floor((column / width) * waves * 2) / (waves * 2) : column / width;
		const turn = x * waves * 2 * Math.PI;
		return (
			height *
			(at + swing * (0.7 * Math.sin(turn + at * 9 + shift) + 0.3 * Math.sin(turn * 2.3 + at * 5 + shift)))
		);
	});
}

/** `part` is from 0 to 1. */
export function mix(a: Colour, b: Colour, part: number): Colour {
	return [between(a[0], b[0], part), between(a[1], b[1], part), between(a[2], b[2], part)];
}

function between(a: number, b: number, part: number): number {
	return Math.round(a + (b - a) * part);
}
