/** What pages do with a model. */
import { type Context, type Made, VALUES, request, someAttributes, withModel } from './context.ts';

export const set = withModel(({ lines, oneOf, below }, { name }) => {
	const silent = below(8) ? '' : ', { silent: true }';
	lines.push(`v.${name}.set( { ${someAttributes(oneOf, below).join(', ')} }${silent} )`);
});

export const setBack = withModel(({ lines, oneOf }, { name }) => {
	const field = oneOf(['title', 'content', 'status', 'slug', 'meta', 'use_smilies']);
	lines.push(`v.${name}.set( '${field}', v.${name}.previous( '${field}' ) )`);
});

export const unset = withModel(({ lines, oneOf }, { name }) => {
	lines.push(`v.${name}.unset( '${oneOf(['title', 'excerpt', 'slug', 'date_gmt', 'mine'])}' )`);
});

export const fetchModel = withModel((context, { name }) => {
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

export function saveModel(context: Context, { name }: Made): void {
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

export const save = withModel(saveModel);

export const DESTROY = [
	'force: true',
	'force: false',
	'data: { reassign: 2 }',
	'reassign: 1',
	"data: 'reassign=2'",
];

export const destroy = withModel((context, { name, of }) => {
	const { below, oneOf, lines } = context;
	if (below(12) === 0 && of !== 'Media')
		lines.push(`v.${name}.requireForceForDelete = ${oneOf(['true', 'false'])}`);
	const options = [...(below(3) ? [] : ['wait: true']), ...(below(4) ? [] : [oneOf(DESTROY)])];
	request(context, (heardOptions) => `v.${name}.destroy( ${heardOptions} )`, options);
});

export const clone = withModel(({ lines, made, newName }, { name, of }) => {
	const copy = newName('m');
	lines.push(`v.${copy} = track( '${copy}', v.${name}.clone() )`);
	made.push({ name: copy, kind: 'model', of });
});
export const HELPERS: Record<string, string[]> = {
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

export const helper = withModel(({ lines, made, newName, oneOf }, { name, of }) => {
	if (!HELPERS[of]) return;
	const told = newName('h');
	lines.push(`v.${told} = told( '${told}', v.${name}.${oneOf(HELPERS[of])} )`);
	made.push({ name: told, kind: 'request', of: '' });
});

export const setByHelper = withModel(({ lines, oneOf }, { name, of }) => {
	if (of === 'Post' || of === 'Page')
		lines.push(
			`v.${name}.${oneOf(["setMeta( 'one', 'z' )", 'setMetas( { two: 3 } )', 'setDate( new Date( 1700000000000 ) )', "setDate( new Date( 1700000000000 ), 'date_gmt' )"])}`,
		);
});
