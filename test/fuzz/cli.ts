/**
 * `npm run fuzz -- --seed 1 --sequences 20000` runs random sequences of calls on WordPress's own client and on this one, and prints where the two
 * differ. The exit code is 1 if they do. Build first: `dist/wp-api.js` is what runs.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fuzz, tell } from './fuzz.ts';

const help = `Random sequences of calls on core's file and on ours; where they differ, in a few lines.

  --seed       a number that decides everything (default: 1)
  --sequences  how many (default: 20000)
  --file       another build than dist/wp-api.js
  --without    a pattern: sequences in which it is found are left out, such as 'more\\\\(' while a difference is known
  --help       this text
`;

const { values } = parseArgs({
	options: {
		seed: { type: 'string', default: '1' },
		sequences: { type: 'string', default: '20000' },
		file: { type: 'string' },
		without: { type: 'string' },
		help: { type: 'boolean', default: false },
	},
});
if (values.help) console.log(help);
else await run(wholeNumber('seed', values.seed), wholeNumber('sequences', values.sequences));

async function run(seed: number, sequences: number): Promise<void> {
	const since = Date.now();
	const seconds = (): number => Math.round((Date.now() - since) / 1000);
	const found = await fuzz({
		seed,
		sequences,
		without: values.without,
		source: values.file && readFileSync(values.file, 'utf8'),
		onProgress: (done, differing) => console.log(`${done} sequences, ${differing} differ, ${seconds()} s`),
	});
	for (const one of found) console.log(`\n${tell(one)}`);
	console.log(`\n${sequences} sequences, ${found.length} kinds of differences, ${seconds()} s`);
	process.exitCode = found.length ? 1 : 0;
}

function wholeNumber(name: string, value: string): number {
	if (/^[1-9]\d*$/.test(value)) return Number(value);
	console.error(`--${name} takes a whole number from 1, not “${value}”.`);
	process.exit(2);
}
