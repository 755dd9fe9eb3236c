// What readers say, in; rows, with answers below what they answer, and the number of comments of each post, out.
import { comments, heldBack } from '../magazine/comments.ts';
import type { Comment } from '../magazine/shapes.ts';
import { people } from '../magazine/people.ts';
import { idOf } from './people.ts';
import type { Made } from './posts.ts';
import { times } from './tables.ts';

export function addComments(made: Made): void {
	addAll(made, comments, '1');
	addAll(made, heldBack, '0');
}

function addAll(made: Made, all: Record<string, Comment[]>, approved: '0' | '1'): void {
	for (const [title, list] of Object.entries(all)) {
		const post = idOf(made.posts, `post:${title}`);
		list.forEach((comment) => addComment(made, post, comment, approved));
	}
}

function addComment(
	made: Made,
	post: number,
	{ by, text, replies = [] }: Comment,
	approved: string,
	parent = 0,
): void {
	const { tables } = made;
	const comment_ID = tables.comments.length + 1;
	const person = people.find(({ login }) => login === by);
	const name = person?.name ?? by;
	tables.comments.push({
		comment_ID,
		comment_post_ID: post,
		comment_author: name,
		comment_author_email: `${person?.login ?? name.toLowerCase().replace(/\W+/g, '.')}@lamp.example`,
		comment_author_IP: '127.0.0.1',
		...times('comment_date', made.now - (40 - comment_ID) * 1_800_000),
		comment_content: text,
		comment_approved: approved,
		comment_type: 'comment',
		comment_parent: parent,
		user_id: person ? idOf(made.people, by) : 0,
	});
	const row = tables.posts[post - 1];
	if (row && approved === '1') {
		row['comment_count'] = Number(row['comment_count']) + 1;
	}
	replies.forEach((reply) => addComment(made, post, reply, approved, comment_ID));
}
