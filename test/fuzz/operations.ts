/**
 * Random sequences of what pages do with the client, as lines of code.
 */
import { chance, type Chance } from '../../bench/chance.ts';
import type { Sequence } from './page.ts';

interface Made {
	name: string;
	kind: 'model' | 'list' | 'request';
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

const makeModel: Operation = ({ oneOf, below, lines, made, newName }) => {
	const of = oneOf(MODELS);
	const name = newName('m');
	const attributes = below(5) ? [`id: ${1 + below(3)}`] : [];
	if (below(3) === 0) attributes.push(...someAttributes(oneOf, below));
	const options = below(10) === 0 ? ', { parse: true }' : '';
	lines.push(
		`v.${name} = track( '${name}', new wp.api.models.${of}( { ${attributes.join(', ')} }${options} ) )`,
	);
	made.push({ name, kind: 'model', of });
};

const makeList: Operation = ({ oneOf, lines, made, newName }) => {
	const of = oneOf(LISTS);
	const name = newName('l');
	lines.push(`v.${name} = track( '${name}', new wp.api.collections.${of}() )`);
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
	];
	request(context, (options) => `v.${name}.fetch( ${options} )`, below(3) ? [] : [oneOf(data)]);
});

const save = withModel((context, { name }) => {
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
});

const destroy = withModel((context, { name }) => {
	request(context, (options) => `v.${name}.destroy( ${options} )`, context.below(3) ? [] : ['wait: true']);
});

const LIST_DATA = [
	'data: { per_page: 2 }',
	'data: { per_page: 2, page: 2 }',
	"data: { search: '2' }",
	'data: { include: [ 1, 3 ] }',
	"data: { status: 'any' }",
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
	hasMore,
	take,
	take,
	addToList,
	removeFromList,
	create,
	clone,
	abort,
	answer,
	answer,
	answer,
	answer,
	answer,
	answer,
];
