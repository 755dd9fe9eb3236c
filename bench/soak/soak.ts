/**
 * A seed and a number come in (`npm run soak -- --seed 1 --operations 2000`); so many operations go one after the other through random
 * faults to a real WordPress. Whether that has in the end what the client was told goes out: exit code 1 if not.
 */
import { parseArgs } from 'node:util';
import { startWordPress } from '../../demo/wordpress/index.ts';
import { startFaultServer } from '../../test/faults/server.ts';
import { chance } from './chance.ts';
import { Ledger } from './ledger.ts';
import { mischief } from './mischief.ts';
import { operationsOn, type Told } from './operations.ts';
import { openPage } from './jsdom-page.ts';
import { Tally } from './tally.ts';

const { values } = parseArgs({
	options: { seed: { type: 'string', default: '1' }, operations: { type: 'string', default: '2000' } },
});
const [seed, total] = [Number(values.seed), Number(values.operations)];

const wordpress = await startWordPress({ onProgress: (message) => console.log(`${message} …`) });
const server = await startFaultServer(wordpress);
const { cookies, nonce } = await wordpress.login();
await openPage(`${server.origin}/`, cookies);
// jQuery looks for the page when it is loaded.
const { batch, connect, isWPApiError, upload } = await import('../../src/index.ts');

const [played, done, failures] = [new Tally(), new Tally(), new Tally()];
// What goes wrong does not change what is done: each has chances of its own.
const spot = server.spot(mischief(chance(seed), played));
const { oneOf, ...others } = chance(seed + 1);

const told: Told = (promise) =>
	new Promise((resolve) => {
		if (!promise) {
			resolve(true);
			return;
		}
		promise.then(
			() => resolve(true),
			(failure: unknown) => {
				failures.count(isWPApiError(failure) ? `${failure.code} (${failure.status})` : String(failure));
				resolve(false);
			},
		);
	});

// That the client tells of notices is as it should be.
console.warn = () => undefined;
const api = connect({ root: spot.root, nonce, cacheSchema: false, timeout: 5000 }, [batch, upload]);
while (!(await told(api.loadPromise))) api.loadPromise = api.init();

const ledger = new Ledger();
const operations = operationsOn(api, ledger, { oneOf, ...others }, told);
// As a page does: it reads, and writes posts, more often than the rest
const names = [...Object.keys(operations), 'read', 'create', 'update'];
const [since, longest] = [Date.now(), { name: '', seconds: 0 }];
for (let i = 1; i <= total; i++) {
	const [name, from] = [i < 10 ? 'create' : oneOf(names), Date.now()];
	const isDone = await operations[name]!();
	done.count(isDone ? name : `${name}, failed`);
	const seconds = secondsSince(from);
	if (seconds > longest.seconds) Object.assign(longest, { name, seconds });
	if (i % 200 === 0) console.log(`${i} of ${total} operations, ${secondsSince(since)} s`);
}
const lasted = secondsSince(since);
await server.idle();
const found = JSON.parse(
	await wordpress.php(`
		global $wpdb;
		$items = "FROM $wpdb->posts WHERE post_type IN ( 'post', 'attachment' ) AND post_title LIKE 'Soak %'";
		echo wp_json_encode( $wpdb->get_results( "SELECT post_title, post_content $items", ARRAY_N ) );
	`),
) as [title: string, text: string][];
const wrong = ledger.compare(found);

console.log(played.table('Faults that were played'));
console.log(done.table('Operations'));
console.log(failures.table('Failures that the client told of'));
console.log(`
Seed ${seed}: ${total} operations, ${spot.asked.length} requests, ${lasted} s; the longest operation, ${longest.name}, ${longest.seconds} s.
${ledger.states.size} items were written, of ${ledger.unsure} nobody can tell whether a write that failed was done; ${found.length} are there.
${wrong.length ? `NOT AS THE CLIENT WAS TOLD:\n${wrong.join('\n')}` : 'The server has what the client was told.'}`);
await server.close();
await wordpress.stop();
process.exit(wrong.length ? 1 : 0);

function secondsSince(from: number): number {
	return Math.round((Date.now() - from) / 100) / 10;
}
