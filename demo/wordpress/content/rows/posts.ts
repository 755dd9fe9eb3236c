// Makes the rows of articles, pages, chapters, books and pictures, with their revisions and meta.
import { books, chapters } from '../magazine/books.ts';
import { kitchen } from '../magazine/kitchen.ts';
import { pages } from '../magazine/pages.ts';
import type { Article, Book, Page } from '../magazine/shapes.ts';
import { town } from '../magazine/town.ts';
import { unpublished, walks } from '../magazine/walks.ts';
import { workshop } from '../magazine/workshop.ts';
import type { Picture } from '../pictures/index.ts';
import { toBlocks } from './blocks.ts';
import { idOf, type Ids } from './people.ts';
import type { Revised } from './revisions.ts';
import { addMeta, addPost, slugOf, type Tables } from './tables.ts';
import { giveTerms } from './terms.ts';

export interface Made {
	tables: Tables;
	people: Ids;
	/** By 'taxonomy:slug'. */
	terms: Ids;
	/** By 'type:title'. */
	posts: Ids;
	/** What had drafts before it came out. */
	revised: Revised[];
	now: number;
}

const day = 86_400_000;

/** One of each list in turn, as in a magazine, instead of one list after the other. */
const articles = mixed([town, kitchen, workshop, walks]);

/** The names of all pictures that something has. */
export const pictureNames = [
	...new Set([...articles, ...unpublished, ...books].flatMap(({ picture }) => picture ?? [])),
];

/** The first article has id 1; the newest is from yesterday. */
export function addPosts(made: Made, pictures: Picture[]): void {
	articles.forEach((article, index) =>
		addArticle(made, article, made.now - (articles.length - index) * 5 * day + 4 * day),
	);
	pages.forEach((page, order) => addPage(made, 'page', page, order));
	pictures.forEach((picture) => addPicture(made, picture));
	books.forEach((book, index) => addBook(made, book, made.now - (index + 1) * 9 * day));
	chapters.forEach((chapter, order) => addPage(made, 'chapter', chapter, order));
	unpublished.forEach((article) => addArticle(made, article, made.now - day / 2));
	givePictures(made, [...articles, ...unpublished, ...books]);
}

function mixed(lists: Article[][]): Article[] {
	const longest = Math.max(...lists.map((list) => list.length));
	return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
}

function addArticle(made: Made, article: Article, date: number): void {
	const { tables, terms } = made;
	const status = article.status ?? 'publish';
	const id = add(made, 'post', article, { date, status, comments: 'open' });
	giveTerms(tables, terms, id, 'category', article.in, status === 'publish');
	giveTerms(tables, terms, id, 'post_tag', article.tags.map(slugOf), status === 'publish');
	addMeta(tables, id, {
		subtitle: article.subtitle,
		rating: article.rating,
		...(article.rating === 5
			? { keywords: article.tags.slice(0, 2), sources: [{ name: 'The harbour log', year: 1911 }] }
			: {}),
	});
}

function addBook(made: Made, book: Book, date: number): void {
	const id = add(made, 'book', book, { date, excerpt: book.excerpt, comments: 'open' });
	giveTerms(made.tables, made.terms, id, 'genre', book.genres);
	addMeta(made.tables, id, { rating: book.rating });
}

function addPage(made: Made, type: string, page: Page, order: number, parent = 0): void {
	const id = add(made, type, page, { date: made.now - 200 * day, order, parent });
	page.children?.forEach((child, childOrder) => addPage(made, type, child, childOrder, id));
}

function addPicture({ tables, posts, now }: Made, { name, alt, file, metadata }: Picture): void {
	const date = now - 210 * day;
	const id = addPost(tables, {
		type: 'attachment',
		title: `${name.charAt(0).toUpperCase()}${name.slice(1).replace('-', ', ')}`,
		slug: `picture-${name}`,
		author: 1,
		content: '',
		excerpt: alt,
		status: 'inherit',
		mime: 'image/png',
		date,
	});
	posts.set(`attachment:${name}`, id);
	addMeta(tables, id, {
		_wp_attached_file: file,
		_wp_attachment_image_alt: alt,
		_wp_attachment_metadata: { ...metadata },
	});
}

/** Last, because the articles come before the pictures, so that the first of them has id 1. */
function givePictures({ tables, posts }: Made, all: (Article | Book)[]): void {
	for (const item of all) {
		if (item.picture) {
			const id = idOf(posts, `${'genres' in item ? 'book' : 'post'}:${item.title}`);
			addMeta(tables, id, { _thumbnail_id: idOf(posts, `attachment:${item.picture}`) });
		}
	}
}

type Written = Pick<Article | Book | Page, 'title' | 'by' | 'text' | 'drafts'>;
type Circumstances = Pick<
	Parameters<typeof addPost>[1],
	'date' | 'status' | 'excerpt' | 'parent' | 'order' | 'comments'
>;

function add(
	made: Made,
	type: string,
	{ title, by, text, drafts = [] }: Written,
	circumstances: Circumstances,
): number {
	const content = toBlocks(text);
	const modified = circumstances.date + drafts.length * 3_600_000;
	const author = idOf(made.people, by);
	const id = addPost(made.tables, { type, title, author, content, modified, ...circumstances });
	made.posts.set(`${type}:${title}`, id);
	if (drafts.length > 0) {
		made.revised.push({
			id,
			title,
			author,
			date: circumstances.date,
			versions: [...drafts.map(toBlocks), content],
		});
	}
	return id;
}
