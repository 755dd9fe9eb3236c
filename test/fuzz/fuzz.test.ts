/** A short run of `npm run fuzz`, and whether the machinery notices what is wrong. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fuzz, tell } from './fuzz.ts';
import { makeSequence } from './operations/sequence.ts';

it("does what core's file does, but for the differences on purpose", { timeout: 120_000 }, async () => {
	const found = await fuzz({ seed: 1, sequences: 300 });
	expect(found.map(tell)).toEqual([]);
});

it('makes the same sequence of the same seed', () => {
	expect(makeSequence(7)).toEqual(makeSequence(7));
	expect(makeSequence(7)).not.toEqual(makeSequence(8));
});

describe('a planted defect is found, and told in a few lines', () => {
	const ours = readFileSync(join(import.meta.dirname, '../../dist/wp-api.js'), 'utf8');
	const { models, lists } = {
		models: 'wp.api.WPApiBaseModel.prototype',
		lists: 'wp.api.WPApiBaseCollection.prototype',
	};

	it.each([
		[
			'an attribute that is not sent',
			`${models}.toJSON = function () { return _.omit( this.attributes, 'title' ) }`,
			'request',
		],
		[
			'a change that is lost under an answer',
			`var set = ${models}.set;
			${models}.set = function ( key, value ) {
				var isAnswer = value && value.xhr;
				return ( isAnswer ? Backbone.Model.prototype.set : set ).apply( this, arguments );
			}`,
			'change',
		],
		[
			'an event that is not fired',
			`var trigger = ${models}.trigger; ${models}.trigger = function ( name ) { return name === 'sync' ? this : trigger.apply( this, arguments ) }`,
			'sync',
		],
		[
			'a callback that is not called',
			`var sync = ${lists}.sync; ${lists}.sync = function ( method, list, options ) { return sync.call( this, method, list, _.omit( options, 'complete' ) ) }`,
			'complete',
		],
		[
			'a page that is skipped',
			`var more = ${lists}.more; ${lists}.more = function ( options ) { this.state.currentPage++; return more.call( this, options ) }`,
			'more',
		],
	])('%s', { timeout: 60_000 }, async (_name, defect, word) => {
		const found = await fuzz({
			seed: 1,
			sequences: 100,
			kinds: 3,
			source: `${ours}\n;( function () { ${defect} } )();`,
		});
		const told = found.map(tell).join('\n');
		expect(told).toContain(word);
		expect(Math.min(...found.map(({ sequence }) => sequence.lines.length))).toBeLessThan(7);
	});
});
