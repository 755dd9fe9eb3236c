/** Models and lists are made, of core's classes or of subclasses; and the page changes jQuery and Backbone. */
import { ITEM_OF, LISTS, MODELS, type Operation, someAttributes } from './context.ts';

export const makeModel: Operation = ({ oneOf, below, lines, made, newName, known }) => {
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

export const makeList: Operation = ({ oneOf, below, lines, made, newName, known }) => {
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

export const makeModelOrList: Operation = (context) =>
	context.below(3) ? makeModel(context) : makeList(context);

export const modelClass: Operation = ({ below, lines, made, newName, oneOf }) => {
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

export const listClass: Operation = ({ lines, made, newName, oneOf, known }) => {
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

export const PAGES_OWN = [
	"$.ajaxSetup( { headers: { 'X-Mine': '1' } } )",
	'$.ajaxSetup( { data: { mine: 1 } } )',
	"$.ajaxSetup( hear( 'setup', {}, 'beforeSend complete success error' ) )",
	'Backbone.emulateHTTP = true',
	'Backbone.emulateJSON = true',
	"Backbone.ajax = ( settings ) => { note( 'own ajax', settings.type ); return $.ajax( settings ) }",
	"Backbone.sync = ( ( base ) => ( method, model, options ) => { note( 'own sync', method ); return base( method, model, options ) } )( Backbone.sync )",
	"Backbone.sync = ( method, model, options ) => { note( 'own sync', method ); options.success( { id: 1, title: 'Own' } ); return $.Deferred().resolve( { id: 1, title: 'Own' } ).promise() }",
	"Backbone.sync = ( method, model, options ) => { note( 'own sync', method ); const xhr = { status: 400, readyState: 4, responseText: '{}', getResponseHeader: () => null }; options.error( xhr ); return $.Deferred().reject( xhr ).promise() }",
	"Backbone.ajax = ( settings ) => { note( 'own ajax', settings.type ); settings.success( { id: 1, title: 'Own' } ); return $.Deferred().resolve( { id: 1, title: 'Own' } ).promise() }",
	"Backbone.ajax = ( settings ) => { note( 'own ajax', settings.type ); return $.Deferred().resolve( { id: 1, title: 'Own' } ).promise() }",
	"Backbone.ajax = ( settings ) => { note( 'own ajax', settings.type ); return Promise.resolve( { id: 1, title: 'Own' } ) }",
	"wpApiSettings.nonce = 'N3'",
];

export const pagesOwn: Operation = ({ lines, oneOf }) => void lines.push(oneOf(PAGES_OWN));
