/**
 * A route of an index comes in; values that its parameters may well have go out, odd ones included. It reads the pattern in
 * another way than the client does, so that one can prove the other.
 */

/** What sites use as ids: the odd characters of all patterns of WordPress and of the plugin are among them. */
const candidates = [
	'7',
	'1234',
	'poetry',
	'a1-b2_c3',
	'core/paragraph',
	'akismet/akismet',
	'twentytwenty//home',
	'twentytwentyfour//header-large',
	'letters/one',
	'(twenty) [four] v1.2@x',
	'größe und/naïve ✓',
	'dossier/a b&c=d+e#f.txt',
	'100% wool',
];

export type Values = Record<string, string>;

/** As many sets of values as the parameter with the most choice needs; one empty set for a route without parameters. */
export function samplesOf(index: string): Values[] {
	const choices = groupsOf(index).map(({ name, body }) => {
		const whole = new RegExp(`^(?:${body})$`, 'i');
		const fit = candidates.filter((value) => whole.test(value));
		if (!fit.length) throw new Error(`No value is known for "${name}" in ${index}`);
		return { name, fit };
	});
	const most = Math.max(1, ...choices.map(({ fit }) => fit.length));
	return Array.from({ length: most }, (_, i) =>
		Object.fromEntries(choices.map(({ name, fit }) => [name, fit[i % fit.length]!])),
	);
}

/** The named groups from left to right. A group ends where what it holds is an expression. */
function groupsOf(index: string): { name: string; body: string }[] {
	return [...index.matchAll(/\(\?P<(\w+)>/g)].map((found) => {
		const rest = index.slice(found.index + found[0].length);
		const body = [...rest.matchAll(/\)/g)].map(({ index: end }) => rest.slice(0, end)).find(compiles);
		if (body === undefined) throw new Error(`"${found[1]!}" has no end in ${index}`);
		return { name: found[1]!, body };
	});
}

function compiles(expression: string): boolean {
	try {
		return Boolean(new RegExp(expression));
	} catch {
		return false;
	}
}
