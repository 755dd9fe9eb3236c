/**
 * A WordPress-like site in memory: it answers requests as WordPress does, and keeps what they change. It knows no time and no chance:
 * when a request is answered, and whether it fails, is decided by `wire.ts`.
 */

import { contentOf, SITE, type Item } from './content.ts';

export interface Asked {
	method: string;
	/** Below `wp-json/wp/v2/`, without the query. */
	path: string;
	query: URLSearchParams;
	body: any;
}

export interface Answer {
	status: number;
	/** Text is sent as it is. */
	body: unknown;
	headers?: Record<string, string>;
}

const TRASHABLE = ['posts', 'pages', 'books', 'comments'];
const LISTS = ['posts', 'pages', 'books', 'media', 'categories', 'tags', 'users', 'comments'];

export class Site {
	readonly items = Object.fromEntries(LISTS.map((name) => [name, contentOf(name)]));
	readonly settings: Item = {
		title: 'A site',
		description: '',
		use_smilies: false,
		posts_per_page: 10,
		logo: null,
	};
	/** What is new gets ids that do not depend on the order of the lists. */
	private readonly newest = new Map<string, number>();

	answer({ method, path, query, body }: Asked): Answer {
		const [base = '', id, below, belowId] = path.split('/');
		if (path === 'settings') return this.answerSettings(method, body);
		if (base === 'types') return answerTypes(method, id);
		if (path === 'users/me') return this.answerItem(method, 'users', this.items.users![0], query, body);
		const list = this.items[base];
		if (!list) return fails(404, 'rest_no_route');
		if (id === undefined)
			return method === 'GET' ? this.list(base, list, query) : this.create(method, base, body);
		const item = list.find((known) => String(known.id) === id);
		if (below === 'revisions') return answerRevisions(method, item, belowId);
		if (!item || below) return fails(404, below ? 'rest_no_route' : `rest_${base.slice(0, -1)}_invalid_id`);
		return this.answerItem(method, base, item, query, body);
	}

	private answerItem(
		method: string,
		base: string,
		item: Item | undefined,
		query: URLSearchParams,
		body: any,
	): Answer {
		if (!item) return fails(404, 'rest_user_invalid_id');
		if (method === 'GET') return ok(this.shown(base, item, query));
		if (method !== 'DELETE') return this.write(base, item, body, 200);
		const list = this.items[base]!;
		const isForced = ['true', '1'].includes(query.get('force') ?? '');
		if (isForced) {
			list.splice(list.indexOf(item), 1);
			return ok({ deleted: true, previous: this.shown(base, item, query) });
		}
		if (!TRASHABLE.includes(base))
			return fails(501, base === 'users' ? 'rest_trash_not_supported' : 'rest_trash_not_supported');
		if (item.status === 'trash') return fails(410, 'rest_already_trashed');
		item.status = 'trash';
		return ok(this.shown(base, item, query));
	}

	private create(method: string, base: string, body: any): Answer {
		if (method !== 'POST') return fails(404, 'rest_no_route');
		const id = this.newest.get(base) ?? 100;
		const item = { ...contentOf(base)[0], id, slug: `new-${id}`, title: { rendered: '' }, modified: 'M0' };
		const answer = this.write(base, item, body, 201);
		if (answer.status === 201) {
			this.newest.set(base, id + 1);
			this.items[base]!.push(item);
		}
		return answer;
	}

	private write(base: string, item: Item, body: any, status: number): Answer {
		const fields = Object(body) as Item;
		for (const name of ['categories', 'tags'])
			if (name in fields && !(Array.isArray(fields[name]) && fields[name].every(Number.isInteger)))
				return fails(400, 'rest_invalid_param');
		for (const [name, value] of Object.entries(fields)) {
			if (!(name in item) || ['id', 'modified', 'link', 'roles'].includes(name)) continue;
			if (name === 'meta') item.meta = { ...item.meta, ...value };
			else if (name === 'slug') item.slug = String(value ?? '') || `slug-${item.id}`;
			else if (['title', 'content', 'excerpt'].includes(name))
				item[name] = { rendered: String(Object(value).raw ?? Object(value).rendered ?? value) };
			else if (value !== null) item[name] = value;
		}
		item.modified = `M${Number(item.modified.slice(1)) + 1}`;
		return { ...ok(this.shown(base, item, new URLSearchParams())), status };
	}

	private list(base: string, list: Item[], query: URLSearchParams): Answer {
		const page = Number(query.get('page') ?? 1);
		const perPage = Number(query.get('per_page') ?? 10);
		if (perPage > 100 || perPage < 1) return fails(400, 'rest_invalid_param');
		const include = valuesOf(query, 'include').map(Number);
		const slugs = valuesOf(query, 'slug');
		const status = query.get('status');
		const found = list.filter(
			(item) =>
				(!include.length || include.includes(item.id)) &&
				(!slugs.length || slugs.includes(item.slug)) &&
				(!query.get('search') || JSON.stringify([item.title, item.name]).includes(query.get('search')!)) &&
				(!query.get('parent') || String(item.parent) === query.get('parent')) &&
				(!query.get('post') ||
					(base === 'comments'
						? String(item.post) === query.get('post')
						: this.isTermOf(base, item, query.get('post')!))) &&
				(!TRASHABLE.includes(base) ||
					base === 'comments' ||
					status === 'any' ||
					item.status === (status ?? 'publish')),
		);
		const pages = Math.ceil(found.length / perPage);
		if (page > Math.max(1, pages)) return fails(400, 'rest_post_invalid_page_number');
		const start = query.get('offset') ? Number(query.get('offset')) : (page - 1) * perPage;
		return ok(
			found.slice(start, start + perPage).map((item) => this.shown(base, item, query)),
			{ 'X-WP-Total': String(found.length), 'X-WP-TotalPages': String(pages) },
		);
	}

	private isTermOf(base: string, { id }: Item, post: string): boolean {
		return !!this.items.posts!.find((known) => String(known.id) === post)?.[base]?.includes(id);
	}

	private shown(base: string, item: Item, query: URLSearchParams): Item {
		const shown = { ...item, _links: { self: [{ href: `${SITE}wp-json/wp/v2/${base}/${item.id}` }] } };
		if (!query.has('_embed') || !item.author) return shown;
		const picture = this.items.media!.find(({ id }) => id === item.featured_media);
		return {
			...shown,
			_embedded: {
				author: this.items.users!.filter(({ id }) => id === item.author),
				...(picture && { 'wp:featuredmedia': [picture] }),
			},
		};
	}

	private answerSettings(method: string, body: any): Answer {
		if (method === 'GET') return ok({ ...this.settings });
		if (method === 'DELETE') return fails(404, 'rest_no_route');
		// WordPress refuses `null` for most of what it has itself sent as `null`.
		if (Object(body).logo === null) return fails(500, 'rest_invalid_stored_value');
		for (const [name, value] of Object.entries(Object(body) as Item))
			if (name in this.settings) this.settings[name] = value;
		return ok({ ...this.settings });
	}
}

function answerTypes(method: string, name?: string): Answer {
	const types: Record<string, Item> = {
		post: { slug: 'post', name: 'Posts', rest_base: 'posts' },
		page: { slug: 'page', name: 'Pages', rest_base: 'pages' },
	};
	if (method !== 'GET') return fails(404, 'rest_no_route');
	if (name === undefined) return ok(types);
	return types[name] ? ok(types[name]) : fails(404, 'rest_type_invalid');
}

function answerRevisions(method: string, item: Item | undefined, id?: string): Answer {
	if (!item) return fails(404, 'rest_post_invalid_parent');
	const revisions = [901, 902].map((number) => ({
		id: number,
		parent: item.id,
		title: { rendered: `Draft ${number}` },
	}));
	if (id === undefined) return ok(revisions, { 'X-WP-Total': '2', 'X-WP-TotalPages': '1' });
	const found = revisions.find((revision) => String(revision.id) === id);
	if (!found) return fails(404, 'rest_post_invalid_id');
	return ok(method === 'DELETE' ? { deleted: true, previous: found } : found);
}

const valuesOf = (query: URLSearchParams, name: string): string[] =>
	[
		...query.getAll(name).flatMap((value) => value.split(',')),
		...[...query].filter(([key]) => key.startsWith(`${name}[`)).map(([, value]) => value),
	].filter(Boolean);

const ok = (body: unknown, headers?: Record<string, string>): Answer => ({
	status: 200,
	body,
	...(headers && { headers }),
});

export const fails = (status: number, code: string): Answer => ({
	status,
	body: { code, message: `It is ${code}.`, data: { status } },
});
