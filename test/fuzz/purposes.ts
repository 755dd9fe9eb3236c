/**
 * The differences on purpose: what this client does otherwise than core's file. Each has a rule that changes core on its page, so that it does the
 * same; the rules lie over each other in this order. What is not said here is a defect.
 */
import type { Overlay } from './page.ts';
import {
	callComplete,
	giveBeforeSendTheSettings,
	takeThreeArguments,
	tellRefusals,
	treatOwnTransportAlike,
} from './rules/callbacks.ts';
import { leaveAddressAlone, sendForceAndData, trashCustomTypes } from './rules/deleting.ts';
import {
	copyMeta,
	gatherReads,
	readAllTerms,
	readMissingDate,
	readOwnRevisions,
	saveKnownTerms,
} from './rules/helpers.ts';
import {
	findBySlug,
	handParentOn,
	keepSingletonsAddress,
	nameIdsOtherwise,
	saveNoList,
	setUpBeforeInitialize,
	takeEmptyIdForNone,
} from './rules/items.ts';
import { keepNewer } from './rules/keep-newer.ts';
import { keepNewerList, setStateWithAnswer, takeEmptyObjectForNothing } from './rules/lists.ts';
import { changeMore } from './rules/more.ts';
import { forceWithoutTrash, repeatReads } from './rules/repeating.ts';
import {
	leaveModelAlone,
	letDateGmtCount,
	sendNoAuthorOfVisitors,
	sendNoLinks,
	sendWhatDiffersOfSettings,
	useNewNonce,
} from './rules/requests.ts';

export interface Purpose extends Overlay {
	/** As it stands in the README, in the table of what differs. */
	name: string;
	sentence: string;
	/** Decides the answers to the example, which are faults if it is given. */
	seed?: number;
	/** Lines that show the difference. */
	example: string[];
}

const POST = "v.m = track( 'm', new wp.api.models.Post( { id: 1 } ) )";
const POSTS = "v.l = track( 'l', new wp.api.collections.Posts() )";

export const purposes: Purpose[] = [
	{
		name: '`fetch()`, `save()`',
		sentence:
			'Core unsets an empty slug and a `date_gmt` of null before each request, also before reads, with events; here they only stay out of the body.',
		example: ["v.m = track( 'm', new wp.api.models.Post( { id: 1, slug: '' } ) )", 'v.m.fetch()'],
		change: leaveModelAlone,
	},
	{
		name: '`save()` of what was fetched',
		sentence: 'A body has no `_links` and no `_embedded`, which no server takes.',
		example: [POST, 'v.m.fetch()', 'answer()', 'v.m.save()'],
		change: sendNoLinks,
	},
	{
		name: "`save()` of a visitor's comment",
		sentence: 'WordPress answers with author 0, and refuses the same number.',
		example: [
			"v.m = track( 'm', new wp.api.models.Comment( { id: 2 } ) )",
			'v.m.fetch()',
			'answer()',
			'v.m.save()',
		],
		change: sendNoAuthorOfVisitors,
	},
	{
		name: "an emptied slug; `setDate( date, 'date_gmt' )`",
		sentence:
			'WordPress looks at `date` first: of `date` and `date_gmt`, an unchanged `date` stays out of the body if `date_gmt` has changed.',
		example: [
			POST,
			'v.m.fetch()',
			'answer()',
			"v.m.set( { date_gmt: '2024-05-05T05:05:05' } )",
			'v.m.save()',
		],
		change: letDateGmtCount,
	},
	{
		name: '`save()` of the settings',
		sentence:
			'WordPress refuses some of the settings that it has sent itself, so those that nobody has set stay out of the body.',
		example: [
			"v.m = track( 'm', new wp.api.models.Settings() )",
			'v.m.fetch()',
			'answer()',
			"v.m.save( { title: 'A' } )",
		],
		change: sendWhatDiffersOfSettings,
	},
	{
		name: "the caller's `complete`",
		sentence: 'Core drops it.',
		example: [POST, "v.m.fetch( hear( 'r', {}, 'complete' ) )"],
		change: callComplete,
	},
	{
		name: "`this` in a list's `beforeSend`",
		sentence: "Core calls it with the list, jQuery and core's models with the settings of the request.",
		example: [POSTS, "v.l.fetch( hear( 'r', {}, 'beforeSend' ) )"],
		change: giveBeforeSendTheSettings,
	},
	{
		name: 'the third argument of `save()`',
		sentence: 'Core drops the options of `save( name, value, options )`.',
		example: [POST, "v.m.save( 'title', 'A', { patch: true } )"],
		change: takeThreeArguments,
	},
	{
		name: 'a route that cannot be written',
		sentence: '`save()` and `destroy()` return `false` as in core, after an `invalid` event that says why.',
		example: ["v.m = track( 'm', new wp.api.models.Type( { id: 'post' } ) )", 'v.m.save()'],
		change: tellRefusals,
	},
	{
		name: '`destroy()` of a custom type',
		sentence: 'Core deletes the items of custom types for good.',
		example: ["v.m = track( 'm', new wp.api.models.Books( { id: 1 } ) )", 'v.m.destroy()'],
		change: trashCustomTypes,
	},
	{
		name: 'a deletion that fails',
		sentence:
			'Core overwrites `url` with a text when it deletes for good, and the model cannot be used again if that fails.',
		example: [
			"v.m = track( 'm', new wp.api.models.Tag( { id: 9 } ) )",
			'v.m.destroy( { wait: true } )',
			'answer()',
			'v.m.destroy( { wait: true } )',
		],
		change: leaveAddressAlone,
	},
	{
		name: '`users/me` fetched twice',
		sentence: 'Core asks for `users/me/1` and `settings/1` once an id is known.',
		example: ["v.m = track( 'm', new wp.api.models.UsersMe( { id: 1 } ) )", 'v.m.fetch()'],
		change: keepSingletonsAddress,
	},
	{
		name: '502, 503, 504, 429; a dropped connection',
		sentence: 'A read that fails for a passing reason is repeated three times, with growing pauses.',
		example: [POST, 'v.m.fetch()'],
		seed: 1,
		repeat: repeatReads,
	},
	{
		name: '`destroy()` of media, menu items',
		sentence: 'Core asks to put media into the trash, which is a 501 on most sites.',
		example: ["v.m = track( 'm', new wp.api.models.Media( { id: 1 } ) )", 'v.m.destroy( { wait: true } )'],
		repeat: forceWithoutTrash,
	},
	{
		name: 'types, statuses, taxonomies',
		sentence: 'They are known by their slug, and their list has an item for each.',
		example: ["v.l = track( 'l', new wp.api.collections.Types() )", 'v.l.fetch()'],
		change: nameIdsOtherwise,
	},
	{
		name: 'answers that overtake each other',
		sentence: 'Of two reads of a list the newer one stays; in core the last answer wins.',
		example: [
			POSTS,
			"v.l.fetch( { data: { search: '1' } } )",
			"v.l.fetch( { data: { search: '2' } } )",
			"v.l.fetch( { data: { search: '3' } } )",
		],
		change: keepNewerList,
	},
	{
		name: '`include: []`; an answer without totals',
		sentence:
			'Core forgets the totals when a read leaves, so that a failed read ends `more()`; without totals it has NaN.',
		example: [POSTS, 'v.l.fetch()', 'answer()', 'v.l.fetch()', "told( 'h', v.l.hasMore() )"],
		change: setStateWithAnswer,
	},
	{
		name: 'what the user sets while a request is under way',
		sentence:
			'What the user has set since the request left stays, as does what a newer answer has brought; core takes each answer whole.',
		example: [POST, 'v.m.fetch()', "v.m.set( { title: 'A' } )"],
		change: keepNewer,
	},
	{
		name: '`fetch()` without an id',
		sentence:
			'It reads the list into the model, as in core; such a model is not saved, as its attributes are no item.',
		example: ["v.m = track( 'm', new wp.api.models.Post() )", 'v.m.fetch()', 'answer()', 'v.m.save()'],
		change: saveNoList,
	},
	{
		name: '`fetch()` without an id, but with a slug',
		sentence:
			'A new model with a slug asks for that slug and takes the first item found; core reads the whole list into the model.',
		example: ["v.m = track( 'm', new wp.api.models.Post( { slug: 'posts-2' } ) )", 'v.m.fetch()'],
		change: findBySlug,
	},
	{
		name: '`setMeta()`',
		sentence: 'It fires `change:meta`, and works before a fetch.',
		example: [POST, "v.m.setMeta( 'one', 'z' )"],
		change: copyMeta,
	},
	{
		name: '`getDate()` of a field that is not there',
		sentence: 'It is `false`; in core an invalid date.',
		example: [POST, "told( 'd', v.m.getDate() )"],
		change: readMissingDate,
	},
	{
		name: 'author, categories, tags and picture of 100 posts',
		sentence: 'Reads of one turn are gathered, and each item is asked for once.',
		example: [
			"v.m = track( 'm', new wp.api.models.Post( { id: 1, author: 2 } ) )",
			"told( 'h', v.m.getAuthorUser() )",
		],
		change: gatherReads,
	},
	{
		name: '`Page.getRevisions()`',
		sentence: 'Core asks for the revisions of a post.',
		example: ["v.m = track( 'm', new wp.api.models.Page( { id: 1 } ) )", "told( 'h', v.m.getRevisions() )"],
		change: readOwnRevisions,
	},
	{
		name: '`getTags()`',
		sentence: 'It has all terms, not ten, and those of a post that was not fetched yet.',
		example: [
			"v.m = track( 'm', new wp.api.models.Post( { id: 1, tags: [ 1, 2 ] } ) )",
			"told( 'h', v.m.getTags() )",
		],
		change: readAllTerms,
	},
	{
		name: "`setTags( [ 'unknown' ] )`, `setTags( [ 3 ] )`",
		sentence: 'A term that nobody knows is a rejection, and nothing is saved; core saves null.',
		example: [POST, "told( 'h', v.m.setTags( [ 'unknown' ] ) )"],
		change: saveKnownTerms,
	},
	{
		name: 'a subclass with a `name`, `urlRoot` or `initialize` of its own',
		sentence:
			"Core sets up a list, and what must be deleted with force, in `initialize`: a subclass's own takes that away.",
		example: [
			'v.A = wp.api.models.Tag.extend( { initialize() {} } )',
			"v.m = track( 'm', new v.A( { id: 1 } ) )",
			'v.m.destroy()',
		],
		change: setUpBeforeInitialize,
	},
	{
		name: 'a `wpApiSettings.nonce` that the page renews',
		sentence: 'Core copies the nonce when the page loads.',
		example: ["wpApiSettings.nonce = 'N3'", POST, 'v.m.fetch()'],
		change: useNewNonce,
	},
	{
		name: "an id of 0, `null` or `''`",
		sentence: 'WordPress has no id 0, and an empty text is none: such a model is new.',
		example: ["v.m = track( 'm', new wp.api.models.Post( { id: 0 } ) )"],
		change: takeEmptyIdForNone,
	},
	{
		name: "deleting for good, `reassign`, with data of one's own",
		sentence: 'Core cannot delete a post for good, and sends `data` as a text that says "[object Object]".',
		example: [POST, 'v.m.destroy( { force: true } )'],
		change: sendForceAndData,
	},
	{
		name: "a page's own `Backbone.sync` or `Backbone.ajax`",
		sentence:
			'What it returns comes back as a jqXHR that can be aborted; in core it is what the page makes of it.',
		example: ['Backbone.sync = () => $.Deferred().promise()', POST, "told( 'r', v.m.fetch() )"],
		change: treatOwnTransportAlike,
	},
	{
		name: '`more()` twice, after an error, with own or string data, with `offset`',
		sentence:
			"In core the remembered query overrules that of `more()`, and two `more()` skip a page; here the caller's counts, `offset` goes on, a page under way is not asked for twice, and a search under way has no next page.",
		example: [POSTS, 'v.l.fetch( { data: { per_page: 1 } } )', 'answer()', 'v.l.more()', 'v.l.more()'],
		change: changeMore,
	},
	{
		name: '`new Posts( {} )`',
		sentence: "From the handbook's `( {}, { parent: 1 } )`: it starts without models.",
		example: ["v.l = track( 'l', new wp.api.collections.Posts( {} ) )"],
		change: takeEmptyObjectForNothing,
	},
	{
		name: 'items of `new PostRevisions( null, { parent: 1 } )`',
		sentence: 'Core asks for `posts/revisions/901` where an item says nothing of its parent.',
		example: [
			"v.l = track( 'l', new wp.api.collections.PostRevisions( [ { id: 901 } ], { parent: 1 } ) )",
			'v.l.at( 0 ).fetch()',
		],
		change: handParentOn,
	},
];
