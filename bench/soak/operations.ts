/**
 * An API comes in; what a page does with it goes out, an operation each, by name. Writes are entered in the ledger before they are sent,
 * and once more when they are acknowledged. Each resolves with whether it went well; where there is nothing to do, it did.
 */
import type { Api, BatchMethods, PostModel } from '../../src/index.ts';
import type { Chance } from './chance.ts';
import type { Ledger, State } from './ledger.ts';

/** Whether a promise of the client's was kept. */
export type Told = (promise: PromiseLike<unknown> | false) => Promise<boolean>;

export function operationsOn(
	{ models, collections, batch }: Api & BatchMethods,
	ledger: Ledger,
	{ below, oneOf }: Chance,
	told: Told,
): Record<string, () => Promise<boolean>> {
	/** Those that the client knows the id of. */
	const posts: PostModel[] = [];
	let made = 0;

	const withOne = async (act: (post: PostModel) => Promise<boolean>): Promise<boolean> => {
		const post = oneOf(posts);
		return post ? act(post) : true;
	};

	const write = async (
		title: string,
		state: State,
		send: () => PromiseLike<unknown> | false,
	): Promise<boolean> => {
		ledger.attempt(title, state);
		const isDone = await told(send());
		if (isDone) ledger.acknowledge(title, state);
		return isDone;
	};

	const create = async (): Promise<boolean> => {
		const title = `Soak ${++made}`;
		const post = new models.Post({ title, content: 'new', status: 'publish' });
		const isDone = await write(title, 'new', () => post.save());
		if (isDone) posts.push(post);
		return isDone;
	};

	const update = (): Promise<boolean> =>
		withOne((post) => {
			const content = `changed ${++made}`;
			return write(titleOf(post), content, () => post.saveChanges({ content }));
		});

	return {
		read: () => withOne((post) => told(post.fetch())),
		page: () => told(new collections.Posts().fetch({ data: { per_page: 5, page: 1 + below(3) } })),
		'all pages': () => told(new collections.Posts().fetchAll({ data: { per_page: 20 } })),
		author: () => withOne((post) => told(post.getAuthorUser())),
		create,
		update,
		terms: () => withOne((post) => told(post.setCategories([1]))),
		delete: () =>
			withOne((post) => {
				posts.splice(posts.indexOf(post), 1);
				return write(titleOf(post), undefined, () => post.destroy({ force: true, wait: true }));
			}),
		upload: () => {
			const title = `Soak ${++made}`;
			const media = new models.Media({ title, description: 'new' });
			// A single letter PHP takes for a binary file.
			const file = new File(['A file of the soak.'], `soak-${made}.txt`, { type: 'text/plain' });
			return write(title, 'new', () => media.upload(file));
		},
		batch: async () => {
			const members: Promise<boolean>[] = [];
			const whole = told(batch(() => members.push(create(), create(), update())));
			return [await whole, ...(await Promise.all(members))].every(Boolean);
		},
	};
}

function titleOf(post: PostModel): string {
	const title = post.get('title') as unknown as string | { raw?: string; rendered: string };
	return typeof title === 'string' ? title : title.rendered;
}
