// The same scene in another light: the magazine has a picture of its own for nearly every article.
import { mix } from './paint.ts';
import type { Colour, Scene } from './scenes.ts';

interface Light {
	/** What it adds to the description of a scene. */
	words: string;
	sky: Scene['sky'];
	disc: Scene['disc'];
	/** What all colours are mixed with, and how much of it. */
	tint: Colour;
	strength: number;
	/** Where the waves of the layers begin: another part of the same landscape. */
	shift: number;
}

const lights: Record<string, Light> = {
	dawn: {
		words: 'at dawn',
		sky: [
			[176, 186, 218],
			[252, 220, 196],
		],
		disc: { x: -0.28, y: 0.46, radius: 0.09, colour: [255, 236, 206] },
		tint: [255, 196, 170],
		strength: 0.28,
		shift: 0.9,
	},
	noon: {
		words: 'at noon',
		sky: [
			[104, 170, 222],
			[224, 240, 244],
		],
		disc: { x: 0.06, y: 0.16, radius: 0.08, colour: [255, 252, 222] },
		tint: [255, 255, 236],
		strength: 0.1,
		shift: 2.1,
	},
	evening: {
		words: 'in the evening',
		sky: [
			[84, 58, 108],
			[250, 158, 98],
		],
		disc: { x: 0.34, y: 0.5, radius: 0.12, colour: [255, 222, 150] },
		tint: [110, 44, 74],
		strength: 0.36,
		shift: 3.4,
	},
	moonlight: {
		words: 'by moonlight',
		sky: [
			[10, 16, 40],
			[58, 82, 128],
		],
		disc: { x: -0.34, y: 0.22, radius: 0.08, colour: [242, 242, 228] },
		tint: [14, 24, 58],
		strength: 0.66,
		shift: 4.6,
	},
	fog: {
		words: 'in fog',
		sky: [
			[186, 194, 198],
			[222, 224, 220],
		],
		disc: { x: 0.2, y: 0.3, radius: 0.1, colour: [236, 236, 226] },
		tint: [196, 202, 202],
		strength: 0.52,
		shift: 5.7,
	},
};

/** 'harbour' is that scene; 'harbour-fog' is the same in fog. */
export function sceneOf(name: string, scenes: Record<string, Scene>): Scene {
	const [motif = '', lightName = ''] = name.split('-');
	const scene = scenes[motif];
	const light = lights[lightName];
	if (!scene || (lightName && !light)) {
		throw new Error(`There is no picture named ${name}.`);
	}
	return light ? inLight(scene, light) : scene;
}

function inLight(scene: Scene, { words, sky, disc, tint, strength, shift }: Light): Scene {
	return {
		alt: `${scene.alt}, ${words}`,
		sky,
		disc,
		layers: scene.layers.map((layer) => ({
			...layer,
			shift,
			colour: mix(layer.colour, tint, strength),
		})),
	};
}
