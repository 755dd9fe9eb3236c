/** What the site has in the beginning. */

export type Item = Record<string, any>;

export const SITE = 'http://wp.test/';

export function contentOf(base: string): Item[] {
	const count = { posts: 5, users: 2, media: 2 }[base] ?? 3;
	return Array.from({ length: count }, (_, i) => itemOf(base, i + 1));
}

function itemOf(base: string, id: number): Item {
	const common = { id, modified: 'M0', link: `${SITE}${base}/${id}`, meta: { one: 'x', two: 0 } as Item };
	const text = (value: string): Item => ({ rendered: value });
	if (base === 'users')
		return {
			...common,
			name: `User ${id}`,
			username: `user${id}`,
			email: '',
			slug: `user-${id}`,
			roles: ['editor'],
			meta: [],
		};
	if (base === 'categories' || base === 'tags')
		return {
			...common,
			name: `${base} ${id}`,
			slug: `${base}-${id}`,
			description: '',
			...(base === 'categories' && { parent: 0 }),
		};
	const date = { date: `2024-01-0${id}T10:00:00`, date_gmt: `2024-01-0${id}T08:00:00` };
	if (base === 'comments')
		return {
			...common,
			...date,
			post: 1 + (id % 2),
			author: id % 2,
			author_name: '',
			parent: 0,
			content: text('So it is.'),
			status: 'approved',
		};
	return {
		...common,
		...date,
		slug: `${base}-${id}`,
		status: base === 'media' ? 'inherit' : 'publish',
		title: text(`${base} ${id}`),
		content: text(`Text ${id}`),
		excerpt: text(''),
		author: 1 + (id % 2),
		featured_media: id % 3,
		comment_status: 'open',
		...(base === 'posts' && {
			categories: [1, id % 3].filter(Boolean),
			tags: id % 2 ? [2] : [],
			sticky: false,
		}),
		...(base === 'pages' && { parent: id > 1 ? 1 : 0, menu_order: 0 }),
		...(base === 'media' && { source_url: `${SITE}${id}.png`, alt_text: '', caption: text('') }),
	};
}
