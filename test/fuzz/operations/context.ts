/**
 * What the operations share: what a sequence has made so far, and how a line of code is written.
 */
import type { Chance } from '../../../bench/soak/chance.ts';

export interface Made {
	name: string;
	kind: 'model' | 'list' | 'request' | 'modelClass' | 'listClass';
	/** Of the class: `Post`. */
	of: string;
}

export interface Context extends Chance {
	lines: string[];
	made: Made[];
	known(kind: Made['kind']): Made[];
	newName(letter: string): string;
}

export type Operation = (context: Context) => void;

export const MODELS = [
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
export const LISTS = [
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
export const ITEM_OF: Record<string, string> = {
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
export const CALLBACKS = [
	"'success error'",
	"'success error'",
	"'success error complete'",
	"'success error complete beforeSend'",
	"''",
];

export const VALUES: Record<string, string[]> = {
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

export function someAttributes(oneOf: Chance['oneOf'], below: Chance['below']): string[] {
	const names = [...new Set(Array.from({ length: 1 + below(2) }, () => oneOf(Object.keys(VALUES))))];
	return names.map((name) => `${name}: ${oneOf(VALUES[name]!)}`);
}

/** `told( 'r1', v.m1.fetch( hear( 'r1', { … } ) ) )` */
export function request(context: Context, call: (options: string) => string, options: string[] = []): void {
	const name = context.newName('r');
	context.lines.push(`v.${name} = told( '${name}', ${call(heard(context, name, options))} )`);
	context.made.push({ name, kind: 'request', of: '' });
}

export const heard = ({ oneOf }: Context, name: string, options: string[]): string =>
	`hear( '${name}', { ${options.join(', ')} }, ${oneOf(CALLBACKS)} )`;

export const withModel =
	(act: (context: Context, model: Made) => void): Operation =>
	(context) => {
		const models = context.known('model');
		if (models.length) act(context, context.oneOf(models));
	};

export const withList =
	(act: (context: Context, list: Made) => void): Operation =>
	(context) => {
		const lists = context.known('list');
		if (lists.length) act(context, context.oneOf(lists));
	};
