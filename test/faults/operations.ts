/**
 * An API and the name of a case come in; what a page does with an API is done, one operation each: a promise of it goes out.
 */
import type { Site } from '../wordpress/site.ts';

export type Operation = keyof typeof operations;

export interface Case {
	api: any;
	/** Unlike any other: the titles on the server begin with it. */
	name: string;
	/** The items that `prepare()` has made for it. */
	ids: Record<'update' | 'delete', number>;
}

const PUBLISHED = { status: 'publish', orderby: 'id', order: 'asc', per_page: 15, _fields: 'id,slug' };

/** Each resolves with what there is to see of its success. */
export const operations = {
	async read({ api }: Case) {
		const post = new api.models.Post({ id: 1 });
		await post.fetch();
		return post.get('title').rendered.length > 2;
	},
	async page({ api }: Case) {
		const posts = new api.collections.Posts();
		Object.assign(posts.state, { data: PUBLISHED, currentPage: 1, totalPages: 2, totalObjects: 30 });
		await posts.more();
		return posts.length === 15 && posts.at(0).id === 16 && posts.state.currentPage === 2;
	},
	async all({ api }: Case) {
		const posts = new api.collections.Posts();
		await posts.fetchAll({ data: PUBLISHED });
		return posts.length === 30 && posts.at(29).id === 30;
	},
	async create({ api, name }: Case) {
		const post = new api.models.Post({ title: `${name}-create`, status: 'draft' });
		await post.save();
		return post.id > 30 && post.get('title').raw === `${name}-create`;
	},
	async update({ api, name, ids }: Case) {
		const post = new api.models.Post({ id: ids.update });
		await post.save({ title: `${name}-update changed` }, { patch: true });
		return post.get('title').raw === `${name}-update changed`;
	},
	async delete({ api, ids }: Case) {
		const post = new api.models.Post({ id: ids.delete });
		const answer = await post.destroy();
		return answer.status === 'trash';
	},
	async upload({ api, name }: Case) {
		const media = new api.models.Media({ title: `${name}-upload` });
		const file = new File([name], `${name}.txt`, { type: 'text/plain' });
		await media.upload(file);
		return media.id > 30 && media.get('title').raw === `${name}-upload`;
	},
	async batch({ api, name }: Case) {
		const posts = ['a', 'b'].map(
			(letter) => new api.models.Post({ title: `${name}-batch ${letter}`, status: 'draft' }),
		);
		const all = await api.batch(() => posts.map((post) => post.save()));
		// Each for itself
		for (const xhr of all) await xhr;
		return posts.every((post) => post.id > 30);
	},
};

export const isRead = (operation: Operation): boolean => /read|page|all/.test(operation);

/** What can be changed in each of the cases. */
export async function prepare(site: Site, names: string[]): Promise<Record<string, Case['ids']>> {
	const printed = await site.php(`
		foreach ( json_decode( '${JSON.stringify(names)}' ) as $name ) {
			foreach ( array( 'update', 'delete' ) as $what ) {
				$post = array( 'post_title' => "$name-$what", 'post_status' => 'draft' );
				$made[ $name ][ $what ] = wp_insert_post( $post );
			}
		}
		echo wp_json_encode( $made );
	`);
	return JSON.parse(printed) as Record<string, Case['ids']>;
}

/** `title (status)` of all that the server has of the cases, by case and operation. */
export async function found(site: Site): Promise<Record<string, Record<string, string[]>>> {
	const printed = await site.php(`
		global $wpdb;
		echo wp_json_encode( $wpdb->get_results( "SELECT post_title, post_status ${ours} ORDER BY post_title" ) );
	`);
	const rows: Record<string, Record<string, string[]>> = {};
	for (const { post_title: title, post_status: status } of JSON.parse(printed) as Record<string, string>[]) {
		const [, name = '', operation = '', more = ''] = /^([^-]+)-(\w+) ?(.*)$/.exec(title!) ?? [];
		((rows[name] ??= {})[operation] ??= []).push(`${more} (${status})`.trim());
	}
	return rows;
}

/** The site as it was. */
export async function tidyUp(site: Site): Promise<void> {
	await site.php(
		`global $wpdb; foreach ( $wpdb->get_col( "SELECT ID ${ours}" ) as $id ) wp_delete_post( $id, true );`,
	);
}

const ours = `FROM $wpdb->posts WHERE post_title LIKE 'fault_%-%' AND post_type IN ( 'post', 'attachment' )`;
