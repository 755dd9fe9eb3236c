/**
 * Runs before every command of the demo: an old Node gets a sentence instead of a SyntaxError. So this file is written in the JavaScript
 * of 2009, which every Node can read; the linter holds it to that.
 */
var needed = parseInt(require('../package.json').engines.node.replace(/\D+/, ''), 10);
var found = process.versions.node;

if (parseInt(found, 10) < needed) {
	console.error(
		'This needs Node ' +
			needed +
			' or newer, and this is Node ' +
			found +
			'. Get one from https://nodejs.org/.'
	);
	process.exit(1);
}
