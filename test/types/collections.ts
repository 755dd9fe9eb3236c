/** Collections of models with fields: what compiles, and on the lines marked so, what must not. */
import Backbone from 'backbone';
import { expectTypeOf } from 'expect-type';
import type { CollectionRegistry, Post, PostModel, PostsCollection } from '../../src/resources.ts';
import type { BaseCollection } from '../../src/classes/collection.ts';
import type { PageState, WPApiXHR } from '../../src/seams.ts';

declare const api: { collections: CollectionRegistry };

const posts = new api.collections.Posts();
const edited = new api.collections.Posts<'edit'>();

expectTypeOf(posts).toEqualTypeOf<PostsCollection>();
expectTypeOf(posts.models).toEqualTypeOf<PostModel[]>();
expectTypeOf(edited.models[0]?.get('title')?.raw).toEqualTypeOf<string | undefined>();
expectTypeOf(posts.first().get('slug')).toEqualTypeOf<string | undefined>();
expectTypeOf(posts.pluck('link')).toEqualTypeOf<(string | undefined)[]>();
expectTypeOf(posts.findWhere({ slug: 'words' })).toEqualTypeOf<PostModel>();
expectTypeOf(posts.state).toEqualTypeOf<PageState>();
expectTypeOf(posts.hasMore()).toEqualTypeOf<boolean | null>();
expectTypeOf(posts.more()).toEqualTypeOf<WPApiXHR<Post[]> | false>();
posts.more({ remove: false, data: { page: 3 } });
for (const post of posts) expectTypeOf(post).toEqualTypeOf<PostModel>();
posts.each((post) => expectTypeOf(post.get('sticky')).toEqualTypeOf<boolean | undefined>());
// @ts-expect-error -- there is no such field
posts.first().get('titel');
// @ts-expect-error -- there is no such field
posts.pluck('titel');
// @ts-expect-error -- for those who may edit
posts.pluck('password');
// @ts-expect-error -- the wrong kind of value
posts.findWhere({ sticky: 'yes' });

posts.fetch({ data: { per_page: 20, page: 2, search: 'lamp', categories: [3], _embed: 'author,wp:term' } });
posts.fetch({ data: { filter: { post__in: [1] } }, reset: true, success: () => undefined });
posts.fetch({ data: 'per_page=3' }).done((items) => expectTypeOf(items).toEqualTypeOf<Post[]>());
// @ts-expect-error -- it is a number
posts.fetch({ data: { per_page: 'all' } });
// @ts-expect-error -- up or down
posts.fetch({ data: { order: 'sideways' } });

// Whole lists
const loading = posts.fetchAll({ data: { categories: [3] }, concurrency: 2 });
loading.progress((here, inAll) => {
	expectTypeOf([here, inAll]).toEqualTypeOf<number[]>();
});
expectTypeOf(loading.abort).returns.toEqualTypeOf<void>();
export async function whole(): Promise<void> {
	expectTypeOf(await posts.fetchAll()).toEqualTypeOf<PostsCollection>();
	for await (const page of posts.pages({ data: { per_page: 20 } }))
		expectTypeOf(page.at(0).get('slug')).toEqualTypeOf<string | undefined>();
}
// @ts-expect-error -- it is a number
posts.fetchAll({ concurrency: 'many' });
// @ts-expect-error -- up or down
posts.fetchAll({ data: { order: 'sideways' } });
// @ts-expect-error -- it is a number
posts.pages({ data: { per_page: 'all' } });
// @ts-expect-error -- a request can be called off, not a list
posts.abort();

// Calling off
const { signal } = new AbortController();
posts.fetch({ signal, timeout: 5000 });
posts.more({ signal });
posts.fetchAll({ signal });
posts.pages({ signal });
posts.create({ title: 'Words' }, { signal });
// @ts-expect-error -- that is what the signal comes from
posts.fetch({ signal: new AbortController() });
// @ts-expect-error -- so it is here
posts.fetchAll({ signal: new AbortController() });

expectTypeOf(posts.create({ title: 'Words' })).toEqualTypeOf<PostModel>();
posts.create({ title: 'Words', status: 'publish' }, { wait: true });
posts.create(posts.models[0]!);
// @ts-expect-error -- there is no such field
posts.create({ titel: 'Words' });
// @ts-expect-error -- the wrong kind of value
posts.create({ categories: 'news' });

// As the handbook has it
const revisions = new api.collections.PostRevisions({}, { parent: 1 });
expectTypeOf(revisions.at(0).get('parent')).toEqualTypeOf<number | undefined>();
// @ts-expect-error -- revisions have no tags
revisions.at(0).get('tags');

// Wherever a Backbone collection will do
expectTypeOf<PostsCollection>().toExtend<Backbone.Collection<PostModel>>();
expectTypeOf<PostsCollection>().toExtend<BaseCollection>();
export class List extends Backbone.View<PostModel> {
	constructor() {
		super({ collection: posts });
	}
}

// Subclasses
const Drafts = api.collections.Posts.extend({
	load() {
		return this.fetch({ data: { status: 'draft' } });
	},
});
expectTypeOf(new Drafts().load()).toEqualTypeOf<WPApiXHR<Post[]>>();
api.collections.Posts = Drafts;
