/** What pages do with a list. */
import { ITEM_OF, type Made, request, someAttributes, withList } from './context.ts';
import { saveModel } from './models.ts';

export const LIST_DATA = [
	'data: { per_page: 2 }',
	'data: { per_page: 2, page: 2 }',
	"data: { search: '2' }",
	'data: { include: [ 1, 3 ] }',
	"data: { status: 'any' }",
	"data: 'per_page=2'",
	"data: [ { name: 'per_page', value: 2 } ]",
];

export const fetchList = withList((context, { name }) => {
	const { below, oneOf } = context;
	const options = [
		...(below(3) ? [oneOf(LIST_DATA)] : []),
		...(below(4) ? [] : [oneOf(['reset: true', 'remove: false', 'merge: false', 'add: false'])]),
	];
	request(context, (heardOptions) => `v.${name}.fetch( ${heardOptions} )`, options);
});

export const more = withList((context, { name }) => {
	const { below } = context;
	request(context, (options) => `v.${name}.more( ${options} )`, below(4) ? [] : ['remove: false']);
});

/** A list with several pages, of which more than one is asked for. */
export const pageThrough = withList((context, list) => {
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
export const poll = withList((context, { name, of }) => {
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

export const hasMore = withList(({ lines, newName }, { name }) => {
	lines.push(`told( '${newName('h')}', v.${name}.hasMore() )`);
});

export const take = withList(({ lines, made, newName, below }, { name, of }) => {
	const item = newName('m');
	lines.push(`v.${item} = track( '${item}', v.${name}.at( ${below(2)} ) )`);
	made.push({ name: item, kind: 'model', of: ITEM_OF[of]! });
});

export const addToList = withList(({ lines, below, oneOf, known }, { name }) => {
	const models = known('model');
	if (models.length && below(2)) lines.push(`v.${name}.add( v.${oneOf(models).name} )`);
	else
		lines.push(
			`v.${name}.${oneOf(['add', 'unshift', 'push'])}( { id: ${1 + below(6)}, ${someAttributes(oneOf, below).join(', ')} } )`,
		);
});

export const removeFromList = withList(({ lines, below }, { name }) => {
	lines.push(`v.${name}.remove( v.${name}.at( ${below(2)} ) )`);
});

export const create = withList((context, { name }) => {
	const { below, oneOf } = context;
	request(
		context,
		(options) => `v.${name}.create( { ${someAttributes(oneOf, below).join(', ')} }, ${options} )`,
		below(2) ? [] : ['wait: true'],
	);
});
