/**
 * What is measured of the work, as functions that run inside the page. Each stands by itself: the browser gets its text alone.
 */

/** What all operations need, made by `prepare()`. */
interface Desk {
	Posts: any;
	Post: any;
	/** 1,000 posts as the server sends them, and 100 others. */
	thousand: object[];
	hundred: object[];
	/** Milliseconds from the call until the request is handed to the browser. */
	untilSent(call: () => unknown): Promise<number>;
}

/** Returns the milliseconds that it has taken. */
export type Operation = (desk: Desk) => number | Promise<number>;

/** Makes classes where the page has no client, and reads the posts. `root` is that of the REST API. */
export async function prepare(root: string): Promise<Desk> {
	const { wp, Backbone } = globalThis as any;
	const url = `${root}wp/v2/posts`;
	const PlainPost = Backbone.Model.extend({ urlRoot: url });
	const PlainPosts = Backbone.Collection.extend({ url, model: PlainPost });
	const response = await fetch(`${url}?per_page=1100`);
	const posts = (await response.json()) as object[];

	const { prototype } = XMLHttpRequest;
	const { send } = prototype;
	let onSent: (time: number) => void = () => undefined;
	prototype.send = function (...body) {
		onSent(performance.now());
		send.apply(this, body);
	};
	return {
		Post: wp ? wp.api.models.Post : PlainPost,
		Posts: wp ? wp.api.collections.Posts : PlainPosts,
		thousand: posts.slice(0, 1000),
		hundred: posts.slice(1000),
		untilSent: (call) =>
			new Promise((resolve) => {
				const start = performance.now();
				onSent = (time) => resolve(time - start);
				call();
			}),
	};
}

/** `parse: true` is how `fetch()` hands an answer to a collection. */
export const operations: Record<string, Operation> = {
	'new Posts( 1,000 items )': ({ Posts, thousand }) => {
		const start = performance.now();
		new Posts(thousand);
		return performance.now() - start;
	},
	'new Posts( 1,000 items, { parse: true } )': ({ Posts, thousand }) => {
		const start = performance.now();
		new Posts(thousand, { parse: true });
		return performance.now() - start;
	},
	'reset( 1,000 items, { parse: true } )': ({ Posts, thousand }) => {
		const posts = new Posts();
		const start = performance.now();
		posts.reset(thousand, { parse: true });
		return performance.now() - start;
	},
	'set( the same 1,000 items, { parse: true } )': ({ Posts, thousand }) => {
		const posts = new Posts(thousand, { parse: true });
		const start = performance.now();
		posts.set(thousand, { parse: true });
		return performance.now() - start;
	},
	'set( 100 new items, { parse: true, remove: false } ) into 1,000': ({ Posts, thousand, hundred }) => {
		const posts = new Posts(thousand, { parse: true });
		const start = performance.now();
		posts.set(hundred, { parse: true, remove: false });
		return performance.now() - start;
	},
	'fetch() until sent': ({ Posts, untilSent }) => {
		const posts = new Posts();
		return untilSent(() => posts.fetch({ data: { per_page: 100 } }));
	},
	'save() until sent': ({ Post, thousand, untilSent }) => {
		const post = new Post(thousand[0]);
		return untilSent(() => post.save({ title: 'Changed' }));
	},
	'fetch() of 100 items until success': ({ Posts }) =>
		new Promise((resolve) => {
			const posts = new Posts();
			const start = performance.now();
			posts.fetch({ data: { per_page: 100 }, success: () => resolve(performance.now() - start) });
		}),
};
