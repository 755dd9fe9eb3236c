/**
 * Random sequences of what pages do with the client, as lines of code.
 */
import { chance, type Chance } from '../../bench/soak/chance.ts';
import type { Sequence } from './page.ts';

interface Made {
	name: string;
	kind: 'model' | 'list' | 'request' | 'modelClass' | 'listClass';
	/** Of the class: `Post`. */
	of: string;
}

const MODELS = [
	'Post',
	'Post',
	'Post',
	'Post',
	'Page',
	'Page',
	'Books',
	'Category',
	'Tag',
	'User',
	'Comment',
	'Media',
	'Settings',
	'UsersMe',
	'Type',
];
const LISTS = [
	'Posts',
	'Posts',
	'Posts',
	'Posts',
	'Pages',
	'Books',
	'Categories',
	'Tags',
	'Users',
	'Comments',
	'Media',
	'Types',
	'PostRevisions',
];
const ITEM_OF: Record<string, string> = {
	Posts: 'Post',
	Pages: 'Page',
	Books: 'Books',
	Categories: 'Category',
	Tags: 'Tag',
	Users: 'User',
	Comments: 'Comment',
	Media: 'Media',
	Types: 'Type',
	PostRevisions: 'PostRevision',
};
const CALLBACKS = [
	"'success error'",
	"'success error'",
	"'success error complete'",
	"'success error complete beforeSend'",
	"''",
];

export function makeSequence(seed: number, length = 10): Sequence {
	const random = chance(seed);
	const { below, oneOf } = random;
	const lines: string[] = [];
	const made: Made[] = [];
	let newest = 0;
	const known = (kind: Made['kind']): Made[] => made.filter((one) => one.kind === kind);
	const context: Context = { ...random, lines, made, known, newName: (letter) => `${letter}${++newest}` };
	if (below(6) === 0) oneOf([pagesOwn, modelClass, listClass])(context);
	makeModelOrList(context);
	const faults = oneOf([0, 0, 0, 0.3]);
	const total = 3 + below(length);
	while (lines.length < total) oneOf(operations)(context);
	return { seed, faults, lines };
}

interface Context extends Chance {
	lines: string[];
	made: Made[];
	known(kind: Made['kind']): Made[];
	newName(letter: string): string;
}

type Operation = (context: Context) => void;

const makeModel: Operation = ({ oneOf, below, lines, made, newName, known }) => {
	const ownClass = known('modelClass')[0];
	const of = ownClass && below(2) ? ownClass.of : oneOf(MODELS);
	const name = newName('m');
	const attributes = below(5) ? [`id: ${below(20) ? 1 + below(3) : `'${1 + below(3)}'`}`] : [];
	if (below(3) === 0) attributes.push(...someAttributes(oneOf, below));
	const options = below(10) === 0 ? ', { parse: true }' : '';
	lines.push(
		`v.${name} = track( '${name}', new wp.api.models.${of}( { ${attributes.join(', ')} }${options} ) )`,
	);
	made.push({ name, kind: 'model', of });
};

const makeList: Operation = ({ oneOf, below, lines, made, newName, known }) => {
	const own = known('listClass')[0];
	const of = own ? own.of : oneOf(LISTS);
	const name = newName('l');
	const models =
		of === 'PostRevisions'
			? 'null, { parent: 1 }'
			: below(6)
				? ''
				: oneOf(["[ { id: 1 }, { id: 2, title: 'A' } ]", '[ { id: 1, meta: {} } ]', '{}']);
	lines.push(
		`v.${name} = track( '${name}', new ${own ? `v.${own.name}` : `wp.api.collections.${of}`}(${models && ` ${models} `}) )`,
	);
	made.push({ name, kind: 'list', of });
};

const makeModelOrList: Operation = (context) => (context.below(3) ? makeModel(context) : makeList(context));

const VALUES: Record<string, string[]> = {
	title: ["'A'", "'B'", "{ raw: 'C' }"],
	content: ["'Text'", "'Other text'"],
	status: ["'publish'", "'draft'", "'private'"],
	slug: ["'a'", "'b'", "''"],
	name: ["'N'", "'O'"],
	description: ["'D'", "''"],
	date_gmt: ['null', "'2024-05-05T05:05:05'"],
	date: ["'2024-06-06T06:06:06'"],
	meta: ["{ one: 'y' }", '{ two: 2 }'],
	author: ['1', '2'],
	categories: ['[ 1 ]', '[ 2, 3 ]', '[]'],
	tags: ['[ 1 ]', '[]'],
	use_smilies: ['true', 'false'],
	featured_media: ['0', '1'],
	mine: ['1', '2'],
};

function someAttributes(oneOf: Chance['oneOf'], below: Chance['below']): string[] {
	const names = [...new Set(Array.from({ length: 1 + below(2) }, () => oneOf(Object.keys(VALUES))))];
	return names.map((name) => `${name}: ${oneOf(VALUES[name]!)}`);
}

/** `told( 'r1', v.m1.fetch( hear( 'r1', { … } ) ) )` */
function request(context: Context, call: (options: string) => string, options: string[] = []): void {
	const name = context.newName('r');
	context.lines.push(`v.${name} = told( '${name}', ${call(heard(context, name, options))} )`);
	context.made.push({ name, kind: 'request', of: '' });
}

const heard = ({ oneOf }: Context, name: string, options: string[]): string =>
	`hear( '${name}', { ${options.join(', ')} }, ${oneOf(CALLBACKS)} )`;

const withModel =
	(act: (context: Context, model: Made) => void): Operation =>
	(context) => {
		const models = context.known('model');
		if (models.length) act(context, context.oneOf(models));
	};

const withList =
	(act: (context: Context, list: Made) => void): Operation =>
	(context) => {
		const lists = context.known('list');
		if (lists.length) act(context, context.oneOf(lists));
	};

const set = withModel(({ lines, oneOf, below }, { name }) => {
	const silent = below(8) ? '' : ', { silent: true }';
	lines.push(`v.${name}.set( { ${someAttributes(oneOf, below).join(', ')} }${silent} )`);
});

const setBack = withModel(({ lines, oneOf }, { name }) => {
	const field = oneOf(['title', 'content', 'status', 'slug', 'meta', 'use_smilies']);
	lines.push(`v.${name}.set( '${field}', v.${name}.previous( '${field}' ) )`);
});

const unset = withModel(({ lines, oneOf }, { name }) => {
	lines.push(`v.${name}.unset( '${oneOf(['title', 'excerpt', 'slug', 'date_gmt', 'mine'])}' )`);
});

const fetchModel = withModel((context, { name }) => {
	const { below, oneOf } = context;
	const data = [
		"data: { context: 'edit' }",
		"data: 'context=edit'",
		'data: { _embed: 1 }',
		"data: $.param( { context: 'view' } )",
		"data: [ { name: 'context', value: 'edit' } ]",
	];
	request(context, (options) => `v.${name}.fetch( ${options} )`, below(3) ? [] : [oneOf(data)]);
});

function saveModel(context: Context, { name }: Made): void {
	const { below, oneOf } = context;
	const options = [
		...(below(3) ? [] : ['wait: true']),
		...(below(3) ? [] : ['patch: true']),
		...(below(10) ? [] : ['mine: 1']),
	];
	const attributes = below(4) ? `{ ${someAttributes(oneOf, below).join(', ')} }` : 'null';
	if (below(5) === 0) {
		const field = oneOf(['title', 'content', 'status', 'slug']);
		request(
			context,
			(heardOptions) => `v.${name}.save( '${field}', ${oneOf(VALUES[field]!)}, ${heardOptions} )`,
			options,
		);
	} else request(context, (heardOptions) => `v.${name}.save( ${attributes}, ${heardOptions} )`, options);
}

const save = withModel(saveModel);

const DESTROY = ['force: true', 'force: false', 'data: { reassign: 2 }', 'reassign: 1', "data: 'reassign=2'"];

const destroy = withModel((context, { name }) => {
	const { below, oneOf, lines } = context;
	if (below(12) === 0) lines.push(`v.${name}.requireForceForDelete = ${oneOf(['true', 'false'])}`);
	const options = [...(below(3) ? [] : ['wait: true']), ...(below(4) ? [] : [oneOf(DESTROY)])];
	request(context, (heardOptions) => `v.${name}.destroy( ${heardOptions} )`, options);
});

const LIST_DATA = [
	'data: { per_page: 2 }',
	'data: { per_page: 2, page: 2 }',
	"data: { search: '2' }",
	'data: { include: [ 1, 3 ] }',
	"data: { status: 'any' }",
	"data: 'per_page=2'",
	"data: [ { name: 'per_page', value: 2 } ]",
];

const fetchList = withList((context, { name }) => {
	const { below, oneOf } = context;
	const options = [
		...(below(3) ? [oneOf(LIST_DATA)] : []),
		...(below(4) ? [] : [oneOf(['reset: true', 'remove: false', 'merge: false', 'add: false'])]),
	];
	request(context, (heardOptions) => `v.${name}.fetch( ${heardOptions} )`, options);
});

const more = withList((context, { name }) => {
	const { below } = context;
	request(context, (options) => `v.${name}.more( ${options} )`, below(4) ? [] : ['remove: false']);
});

/** A list with several pages, of which more than one is asked for. */
const pageThrough = withList((context, list) => {
	const { below, lines, oneOf } = context;
	const data = oneOf([
		'{ per_page: 2 }',
		'{ per_page: 1 }',
		'{ per_page: 1, offset: 1 }',
		"{ per_page: 1, status: 'any' }",
		"'per_page=2'",
	]);
	request(context, (options) => `v.${list.name}.fetch( ${options} )`, [`data: ${data}`]);
	lines.push('answer()');
	const options = oneOf([[], ['remove: false'], ["data: { search: '2' }"], ['data: { per_page: 3 }']]);
	for (let i = 0; i < 2; i++) {
		request(context, (heardOptions) => `v.${list.name}.more( ${heardOptions} )`, below(4) ? [] : options);
		if (below(2)) lines.push('answer()');
	}
});

/** A list is read again while one of its items is saved. */
const poll = withList((context, { name, of }) => {
	const { lines, oneOf, below, made, newName } = context;
	const fetchIt = (): void => request(context, (options) => `v.${name}.fetch( ${options} )`);
	fetchIt();
	lines.push('answer()');
	const item = newName('m');
	lines.push(`v.${item} = track( '${item}', v.${name}.at( ${below(2)} ) )`);
	const model: Made = { name: item, kind: 'model', of: ITEM_OF[of]! };
	made.push(model);
	const saveIt = (): void => saveModel(context, model);
	const acts = oneOf([
		[fetchIt, saveIt],
		[saveIt, fetchIt],
		[fetchIt, saveIt, fetchIt],
		[saveIt, fetchIt, saveIt],
	]);
	for (const act of acts) {
		act();
		if (below(3) === 0) lines.push('answer()');
	}
});

const hasMore = withList(({ lines, newName }, { name }) => {
	lines.push(`told( '${newName('h')}', v.${name}.hasMore() )`);
});

const take = withList(({ lines, made, newName, below }, { name, of }) => {
	const item = newName('m');
	lines.push(`v.${item} = track( '${item}', v.${name}.at( ${below(2)} ) )`);
	made.push({ name: item, kind: 'model', of: ITEM_OF[of]! });
});

const addToList = withList(({ lines, below, oneOf, known }, { name }) => {
	const models = known('model');
	if (models.length && below(2)) lines.push(`v.${name}.add( v.${oneOf(models).name} )`);
	else
		lines.push(
			`v.${name}.${oneOf(['add', 'unshift', 'push'])}( { id: ${1 + below(6)}, ${someAttributes(oneOf, below).join(', ')} } )`,
		);
});

const removeFromList = withList(({ lines, below }, { name }) => {
	lines.push(`v.${name}.remove( v.${name}.at( ${below(2)} ) )`);
});

const create = withList((context, { name }) => {
	const { below, oneOf } = context;
	request(
		context,
		(options) => `v.${name}.create( { ${someAttributes(oneOf, below).join(', ')} }, ${options} )`,
		below(2) ? [] : ['wait: true'],
	);
});

const clone = withModel(({ lines, made, newName }, { name, of }) => {
	const copy = newName('m');
	lines.push(`v.${copy} = track( '${copy}', v.${name}.clone() )`);
	made.push({ name: copy, kind: 'model', of });
});

const modelClass: Operation = ({ below, lines, made, newName, oneOf }) => {
	const name = newName('A');
	const of = oneOf(['Post', 'Page', 'Category', 'Books']);
	const members = [
		'parse: ( answer ) => ( { ...answer, parsed: 1 } )',
		`url: () => 'http://wp.test/wp-json/wp/v2/pages/${1 + below(3)}'`,
		`sync( method, model, options ) { note( '${name} sync', method ); return wp.api.models.${of}.prototype.sync.call( this, method, model, options ) }`,
		'initialize() { this.mine = true }',
		"idAttribute: 'slug'",
		"defaults: { status: 'draft', mine: 1 }",
		"validate: ( attributes ) => attributes.title === 'B' ? 'No B, please.' : undefined",
		"toJSON() { return { title: this.get( 'title' ) } }",
	];
	lines.push(`v.${name} = wp.api.models.${of}.extend( { ${oneOf(members)} } )`);
	made.push({ name, kind: 'modelClass', of });
};

const listClass: Operation = ({ lines, made, newName, oneOf, known }) => {
	const name = newName('C');
	const [own] = known('modelClass').filter(({ of }) => LISTS.some((list) => ITEM_OF[list] === of));
	const of = own ? LISTS.find((list) => ITEM_OF[list] === own.of)! : oneOf(['Posts', 'Categories']);
	const members = [
		"comparator: 'id'",
		'parse: ( answer ) => answer.slice().reverse()',
		"url: () => 'http://wp.test/wp-json/wp/v2/pages'",
		'initialize() { this.mine = arguments.length }',
		...(own ? [`model: v.${own.name}`, `model: v.${own.name}`] : []),
	];
	lines.push(`v.${name} = wp.api.collections.${of}.extend( { ${oneOf(members)} } )`);
	made.push({ name, kind: 'listClass', of });
};

const PAGES_OWN = [
	"$.ajaxSetup( { headers: { 'X-Mine': '1' } } )",
	'$.ajaxSetup( { data: { mine: 1 } } )',
	"$.ajaxSetup( hear( 'setup', {}, 'beforeSend complete success error' ) )",
	'Backbone.emulateHTTP = true',
	'Backbone.emulateJSON = true',
	"Backbone.ajax = ( settings ) => { note( 'own ajax', settings.type ); return $.ajax( settings ) }",
	"Backbone.sync = ( ( base ) => ( method, model, options ) => { note( 'own sync', method, model ); return base( method, model, options ) } )( Backbone.sync )",
	"Backbone.sync = ( method, model, options ) => { note( 'own sync', method, model ); options.success( { id: 1, title: 'Own' } ); return $.Deferred().resolve( { id: 1, title: 'Own' } ).promise() }",
	"Backbone.sync = ( method, model, options ) => { note( 'own sync', method, model ); const xhr = { status: 400, readyState: 4, responseText: '{}', getResponseHeader: () => null }; options.error( xhr ); return $.Deferred().reject( xhr ).promise() }",
	"wpApiSettings.nonce = 'N3'",
];

const pagesOwn: Operation = ({ lines, oneOf }) => void lines.push(oneOf(PAGES_OWN));

const HELPERS: Record<string, string[]> = {
	Post: [
		'getCategories()',
		'getTags()',
		'getAuthorUser()',
		'getFeaturedMedia()',
		'getRevisions()',
		"getMeta( 'one' )",
		'getDate()',
		"getDate( 'modified' )",
		"setCategories( [ 'categories-1' ] )",
		"setTags( [ 'tags-2', 'tags-3' ] )",
		"setTags( [ 'nobody-knows' ] )",
	],
	Page: ['getAuthorUser()', 'getFeaturedMedia()', 'getRevisions()', "getMeta( 'one' )", 'getDate()'],
	Books: ['getAuthorUser()', 'getFeaturedMedia()', 'getDate()'],
	Comment: ['getAuthorUser()', 'getDate()'],
	Media: ['getAuthorUser()', 'getDate()'],
	Category: ["getMeta( 'one' )"],
};

const helper = withModel(({ lines, made, newName, oneOf }, { name, of }) => {
	if (!HELPERS[of]) return;
	const told = newName('h');
	lines.push(`v.${told} = told( '${told}', v.${name}.${oneOf(HELPERS[of])} )`);
	made.push({ name: told, kind: 'request', of: '' });
});

const setByHelper = withModel(({ lines, oneOf }, { name, of }) => {
	if (of === 'Post' || of === 'Page')
		lines.push(
			`v.${name}.${oneOf(["setMeta( 'one', 'z' )", 'setMetas( { two: 3 } )', 'setDate( new Date( 1700000000000 ) )', "setDate( new Date( 1700000000000 ), 'date_gmt' )"])}`,
		);
});

const abort: Operation = ({ known, lines, oneOf }) => {
	const requests = known('request');
	if (requests.length) lines.push(`v.${oneOf(requests).name}.abort && v.${oneOf(requests).name}.abort()`);
};

const answer: Operation = ({ lines }) => void lines.push('answer()');

/** An operation that stands here several times is done more often. */
const operations: Operation[] = [
	makeModelOrList,
	makeModelOrList,
	set,
	set,
	setBack,
	unset,
	fetchModel,
	fetchModel,
	fetchModel,
	save,
	save,
	save,
	destroy,
	fetchList,
	fetchList,
	more,
	pageThrough,
	poll,
	hasMore,
	take,
	take,
	addToList,
	removeFromList,
	create,
	clone,
	abort,
	helper,
	setByHelper,
	modelClass,
	listClass,
	answer,
	answer,
	answer,
	answer,
	answer,
	answer,
];
