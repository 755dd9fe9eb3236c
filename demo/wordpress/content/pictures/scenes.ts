// What is in each of the magazine's pictures: sky, sun or moon, and hills, seas or roofs one behind the other.

export type Colour = readonly [red: number, green: number, blue: number];

export interface Layer {
	/** Where its edge runs, from 0 at the top to 1. */
	at: number;
	/** How far the edge goes up and down. */
	swing: number;
	/** How many waves it makes from left to right. */
	waves: number;
	/** Where its waves begin. */
	shift?: number;
	/** Straight steps, as roofs have them, instead of curves. */
	steps?: boolean;
	colour: Colour;
}

export interface Scene {
	/** What somebody who cannot see it should know. */
	alt: string;
	sky: readonly [top: Colour, bottom: Colour];
	/** Measured in heights of the picture, from its middle. */
	disc: { x: number; y: number; radius: number; colour: Colour };
	/** From the back to the front. */
	layers: Layer[];
}

export const scenes: Record<string, Scene> = {
	dusk: {
		alt: 'Three dark hills below a low sun',
		sky: [
			[64, 50, 94],
			[247, 165, 106],
		],
		disc: { x: 0.18, y: 0.52, radius: 0.13, colour: [255, 226, 168] },
		layers: [
			hill(0.66, 0.05, 2, [150, 84, 96]),
			hill(0.76, 0.04, 3, [98, 60, 88]),
			hill(0.88, 0.03, 2, [52, 38, 66]),
		],
	},
	harbour: {
		alt: 'Roofs beside a calm harbour',
		sky: [
			[132, 186, 214],
			[231, 240, 232],
		],
		disc: { x: -0.4, y: 0.24, radius: 0.08, colour: [255, 250, 224] },
		layers: [
			roofs(0.5, 0.07, 9, [201, 122, 92]),
			roofs(0.58, 0.05, 14, [142, 84, 76]),
			hill(0.7, 0.006, 9, [60, 126, 150]),
			hill(0.83, 0.01, 7, [36, 92, 122]),
		],
	},
	market: {
		alt: 'Market stalls below the sun',
		sky: [
			[246, 214, 168],
			[252, 240, 214],
		],
		disc: { x: 0.5, y: 0.3, radius: 0.1, colour: [255, 246, 214] },
		layers: [
			roofs(0.5, 0.05, 6, [214, 158, 106]),
			roofs(0.64, 0.06, 11, [186, 74, 62]),
			roofs(0.8, 0.03, 17, [70, 98, 92]),
		],
	},
	night: {
		alt: 'The sea below a full moon',
		sky: [
			[12, 18, 44],
			[52, 76, 122],
		],
		disc: { x: 0.3, y: 0.26, radius: 0.11, colour: [240, 238, 220] },
		layers: [
			hill(0.64, 0.03, 2, [26, 36, 70]),
			hill(0.76, 0.01, 8, [18, 42, 78]),
			hill(0.88, 0.012, 6, [10, 26, 56]),
		],
	},
	orchard: {
		alt: 'Rows of fruit trees on a slope',
		sky: [
			[176, 212, 206],
			[246, 238, 204],
		],
		disc: { x: -0.2, y: 0.3, radius: 0.12, colour: [240, 150, 72] },
		layers: [
			hill(0.56, 0.05, 11, [132, 166, 84]),
			hill(0.7, 0.05, 8, [94, 138, 66]),
			hill(0.86, 0.04, 5, [58, 100, 54]),
		],
	},
	meadow: {
		alt: 'A meadow in bloom',
		sky: [
			[154, 200, 232],
			[240, 246, 240],
		],
		disc: { x: 0.1, y: 0.24, radius: 0.09, colour: [255, 240, 176] },
		layers: [
			hill(0.6, 0.04, 2, [170, 196, 120]),
			hill(0.72, 0.03, 14, [214, 160, 190]),
			hill(0.82, 0.02, 19, [120, 166, 92]),
		],
	},
	workshop: {
		alt: 'A bench with tools against a warm wall',
		sky: [
			[112, 78, 62],
			[190, 138, 94],
		],
		disc: { x: -0.36, y: 0.32, radius: 0.17, colour: [250, 220, 160] },
		layers: [
			roofs(0.62, 0.09, 13, [86, 62, 56]),
			roofs(0.76, 0.008, 3, [146, 98, 62]),
			roofs(0.9, 0.01, 5, [66, 46, 42]),
		],
	},
	hills: {
		alt: 'Green hills with the sea behind them',
		sky: [
			[140, 190, 220],
			[226, 238, 236],
		],
		disc: { x: 0.44, y: 0.22, radius: 0.07, colour: [255, 252, 226] },
		layers: [
			hill(0.48, 0.004, 5, [92, 148, 180]),
			hill(0.58, 0.07, 2, [134, 170, 112]),
			hill(0.72, 0.06, 2, [96, 142, 88]),
			hill(0.87, 0.05, 3, [62, 106, 70]),
		],
	},
	marsh: {
		alt: 'Mist above a marsh',
		sky: [
			[196, 196, 208],
			[244, 226, 210],
		],
		disc: { x: -0.1, y: 0.42, radius: 0.1, colour: [255, 214, 170] },
		layers: [
			hill(0.56, 0.012, 4, [184, 180, 176]),
			hill(0.66, 0.016, 7, [146, 152, 136]),
			hill(0.78, 0.02, 16, [104, 118, 92]),
			hill(0.9, 0.02, 11, [64, 80, 66]),
		],
	},
};

function hill(at: number, swing: number, waves: number, colour: Colour): Layer {
	return { at, swing, waves, colour };
}

function roofs(at: number, swing: number, waves: number, colour: Colour): Layer {
	return { at, swing, waves, colour, steps: true };
}
