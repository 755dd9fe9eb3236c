/**
 * `npm run fuzz -- --seed 1 --sequences 20000` runs random sequences of calls on WordPress's own client and on this one, and prints where the
 * two differ. Exit code 1 if they do.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fuzz, tell } from './fuzz.ts';

const { values } = parseArgs({
	options: {
		seed: { type: 'string', default: '1' },
		sequences: { type: 'string', default: '2000' },
		kinds: { type: 'string', default: '40' },
		file: { type: 'string' },
		without: { type: 'string' },
	},
});
const since = Date.now();
const found = await fuzz({
	seed: Number(values.seed),
	sequences: Number(values.sequences),
	kinds: Number(values.kinds),
	without: values.without,
	...(values.file && { source: readFileSync(values.file, 'utf8') }),
	onProgress: (done, differing) =>
		console.log(`${done} sequences, ${differing} differ, ${Math.round((Date.now() - since) / 1000)} s`),
});
for (const one of found) console.log(`\n${tell(one)}`);
console.log(
	`\n${values.sequences} sequences, ${found.length} kinds of differences, ${Math.round((Date.now() - since) / 1000)} s`,
);
process.exit(found.length ? 1 : 0);
